"""The small files from which the browser offers any two texts for comparison: held texts, pairs with pages."""

from __future__ import annotations

from collections.abc import Iterator

from yange.model import Policy
from yange.publish.addresses import TEXTS
from yange.publish.assets import Asset, script_json
from yange.publish.context import SiteContext
from yange.publish.facts.day_statuses import POLICIES_A_FILE
from yange.publish.view import language_of
from yange.timeline.line import age

__all__ = ["text_lists"]


def text_lists(context: SiteContext) -> Iterator[Asset]:
    """Yield the files: each a script that hands over some policies with their held texts, the oldest first.

    It pushes a list of policies to ``yangeTexts``: a policy is ``[id, title, language, sample, texts, pairs]``, a text
    ``[version key, language]``, a pair ``[old policy id, old key, new key]`` of a comparison page below this policy.
    Policies without a held text, and those whose texts are not compared, are left out.
    """
    policies = context.library.policies
    for n, start in enumerate(range(0, len(policies), POLICIES_A_FILE)):
        group = policies[start : start + POLICIES_A_FILE]
        rows = [row for row in (_row(context, policy) for policy in group) if row is not None]
        yield Asset(
            f"{TEXTS}{n}.js", f"(self.yangeTexts = self.yangeTexts || []).push({script_json(rows)});\n".encode()
        )


def _row(context: SiteContext, policy: Policy) -> list[object] | None:
    held = sorted((version for version in policy.versions if version.held), key=age)
    if not held or context.withholds(policy):
        return None
    texts = [[version.key, version.language] for version in held]
    pairs = [[old.policy, old.key, new.key] for old, new in context.pairs.of(policy.id)]
    return [policy.id, policy.title, language_of(policy), int(policy.sample), texts, pairs]
