"""Write ``docs/codes.md``: every code of a problem with what is said and the way out (``make docs`` calls this)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from mistakes import said
from problem_codes import Code, codes

PAGE = Path(__file__).resolve().parents[2] / "docs" / "codes.md"
_HEAD = """\
# Codes of problems

<!-- Written by `make docs` from the program; do not edit. -->

A mistake or a doubt in a text is a *problem*: where it is, what is wrong, a code, and a way out. An **error** makes
`yange check` end with exit code 1, a **warning** does not. Below, `…` is a value of the text. The examples are what the
commands print for small texts with one mistake.
"""
_PARTS = {
    "parse": "Front matter",
    "library": "Files and folders",
    "check": "Checking",
    "timeline": "Events",
    "compare": "Answers about clauses",
    "importers": "Importing",
    "readers": "Files to import",
    "provenance": "Originals",
    "amending": "Amending",
    "review": "Reviewing",
    "archive": "Archive and editions",
}
"""Parts of the program in the order in which a text meets them; a code is listed under the first it arises in."""


def page() -> str:
    """Return the page."""
    with TemporaryDirectory() as folder:
        examples = dict(reversed(list(said(Path(folder)))))
    found = codes()
    groups: dict[str, list[Code]] = {part: [] for part in _PARTS}
    for code in found.values():
        (part, *_) = [part for part in _PARTS if part in code.parts] or sorted(code.parts)
        groups.setdefault(part, []).append(code)
    lines = [_HEAD]
    for part, listed in groups.items():
        if listed:
            lines.append(f"## {_PARTS.get(part, part.capitalize())}\n")
        for code in listed:
            lines += _entry(code, examples.get(code.name))
    return "\n".join(lines).rstrip() + "\n"


def _entry(code: Code, example: str | None) -> Iterator[str]:
    yield f"### `{code.name}`\n"
    yield f"{' or '.join(sorted(code.severities)).capitalize()}.\n"
    for message in code.messages:
        yield f"- {_plain(message)}"
    if code.messages:
        yield ""
    if code.hints:
        yield f"**What to do:** {' '.join(_sentence(_plain(hint)) for hint in code.hints)}\n"
    if example:
        yield f"```text\n{example}\n```\n"


def _sentence(words: str) -> str:
    whole = words[0].upper() + words[1:]
    return whole if whole.endswith((".", "。", "?")) else f"{whole}."


def _plain(words: str) -> str:
    """Return words as Markdown that shows them as they are."""
    for character in "\\<>*_[]#":
        words = words.replace(character, f"\\{character}")
    return words.replace("\n", " ")


def write() -> None:
    """Write the page anew."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(write())
