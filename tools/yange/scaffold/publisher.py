"""The files of a publisher's own project: settings, the page *About*, and what a forge needs.

Most files are the ones that this repository uses itself, with the steps that set up a clone replaced by an installation
of the package: what is tested here is what others get.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from yange.forge import Forge, forge_at
from yange.scaffold.card import CARD, named_card
from yange.scaffold.forges import forge_files
from yange.shipped import FILE, shipped

__all__ = ["Publisher", "publisher_files"]

_ABOUT = {"zh": "site/pages/about.md", "en": "site/pages/en/about.md"}
_INTRO = {
    "zh": "# 关于\n\n{name}由其发布者维护。联系：{contact}\n",
    "en": "# About\n\n{name} is kept by its publisher. Contact: {contact}\n",
}
_NO_CONTACT = {"zh": "（请在此填写）", "en": "(fill this in)"}
_SECTION = "## {heading}\n"
_SECURITY = {"zh": r"；`SECURITY\.md`[^。]*", "en": r";\n`SECURITY\.md`[^.]*"}
_SAMPLES = {"zh": "示例", "en": "Samples"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who publishes: the name of the site, a contact, and optionally its address, its repository, the kind of forge."""

    name: str
    contact: str = ""
    address: str | None = None
    repository: str | None = None
    forge: str | None = None
    languages: tuple[str, ...] = ("zh", "en")

    @property
    def kind(self) -> str | None:
        """The kind of forge: as given, or as the host of the repository shows."""
        if self.forge is not None:
            return self.forge
        known: Forge | None = forge_at(self.repository)
        return known.kind if known is not None else None


def publisher_files(publisher: Publisher, version: str) -> dict[str, str | bytes]:
    """Return the files by path, relative to the project.

    Args:
        publisher: whose project it is.
        version: of Yange, which the workflows install.

    """
    root = shipped()
    files: dict[str, str | bytes] = {FILE: _settings((root / FILE).read_text("utf-8"), publisher)}
    files |= dict(_about(root, publisher))
    card = named_card(publisher.name, root / "site/assets/card.png")
    if card is not None:
        files[CARD] = card
    if publisher.kind is not None:
        contact = publisher.contact or _NO_CONTACT["en"]
        files |= forge_files(publisher.kind, {"NAME": publisher.name, "CONTACT": contact, "VERSION": version})
    return files


def _settings(text: str, publisher: Publisher) -> str:
    """Return the settings as shipped with the publisher's own values; JSON texts are YAML texts."""
    address = f"\nsite_url: {json.dumps(publisher.address)}" if publisher.address else ""
    name = json.dumps(publisher.name, ensure_ascii=False)
    text = re.sub(r"^site_name: .*$", lambda _: f"site_name: {name}{address}", text, count=1, flags=re.M)
    languages = f"languages: [{', '.join(publisher.languages)}]"
    text = re.sub(r"^( +)languages: .*$", lambda found: found[1] + languages, text, count=1, flags=re.M)
    if publisher.languages[0] not in _ABOUT:  # the shipped pages are in no other language
        text = re.sub(r"^  - (?:how-to-cite|formats)\.md\n", "", text, flags=re.M)
    if publisher.repository:
        text = _uncommented(text, "repository", publisher.repository)
        text = _uncommented(text, "branch", "main")
    if publisher.repository and publisher.kind is not None:
        text = _uncommented(text, "forge", publisher.kind)
    return text


def _uncommented(text: str, name: str, value: str) -> str:
    return re.sub(
        rf"^( +)# {name}: .*$", lambda found: f"{found[1]}{name}: {json.dumps(value)}", text, count=1, flags=re.M
    )


def _about(root: Path, publisher: Publisher) -> Iterator[tuple[str, str]]:
    """Yield the pages *About* in the languages that have one: who publishes, and what is true of every site."""
    first = publisher.languages[0]
    if first not in _ABOUT:
        lines = filter(None, (publisher.name.translate(_ESCAPES), publisher.contact.translate(_ESCAPES)))
        yield f"site/pages/{first}/about.md", "# " + "\n\n".join(lines) + "\n"
    for language, path in _ABOUT.items():
        text = (root / path).read_text("utf-8")
        name = publisher.name.translate(_ESCAPES)
        contact = publisher.contact.translate(_ESCAPES) or _NO_CONTACT[language]
        intro = _INTRO[language].format(name=name, contact=contact)
        text = re.sub(r"^# .*\n", intro.replace("\\", r"\\"), text, count=1)
        text = re.sub(_SECURITY[language], "", text, count=1)
        heading = _SECTION.format(heading=_SAMPLES[language])
        yield path, re.sub(rf"^{re.escape(heading)}.*?(?=^## |\Z)", "", text, count=1, flags=re.M | re.S)


_ESCAPES = {ord(sign): f"\\{sign}" for sign in "\\`*_{}[]>#|"} | {ord("&"): "&amp;", ord("<"): "&lt;"}
"""What Markdown would read as more than a character."""
