"""``llms.txt`` (llmstxt.org): what a language model should know before it quotes this site, and where the data is."""

from __future__ import annotations

from collections.abc import Iterator

from yange.publish.assets import Asset
from yange.publish.context import SiteContext
from yange.publish.facts.permanent_ids import link

__all__ = ["llms_files"]

_NAME = "llms.txt"


def llms_files(context: SiteContext) -> Iterator[Asset]:
    """Yield the file of each language, the first at the root; other languages than Chinese have it in English."""
    for language in context.settings.languages:
        address = context.addresses.of(language, _NAME)
        view = context.view(language, "")
        folder = link(context.settings, "", context.addresses.of(language, ""))
        root = link(context.settings, "", "")
        words = view.render(
            "llms.zh.md" if language.startswith("zh") else "llms.en.md",
            root="" if context.settings.address is None else root,
            folder="" if context.settings.address is None else folder,
            policies=len(context.library.policies),
            versions=sum(len(policy.versions) for policy in context.library.policies),
            samples=any(policy.sample for policy in context.library.policies),
        )
        yield Asset(address, (words.strip() + "\n").encode())
