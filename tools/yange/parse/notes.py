"""Footnotes: ① 引航费指… below the articles, where an article says 引航费①."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from yange.numbering import BLANKS
from yange.parse.evidence import closes_sentence
from yange.parse.marks import Line

__all__ = ["notes"]

_SIGN = r"[①-⑳]|[\[［〔【](?:注)?[0-9０-９]{1,2}[\]］〕】]|[¹²³⁴-⁹]{1,2}|[*＊†‡]{1,3}"
_NOTE = re.compile(rf"(?:注\s?)?(?P<sign>{_SIGN})[:：.．{BLANKS}]*(?=\S)")
_REFERENCE = re.compile(rf"(?<=[^\s：:；;，,、。（(])(?P<sign>{_SIGN})(?![（(])|(?<=[。！？])(?P<last>{_SIGN})$")


def notes(lines: Sequence[Line]) -> Mapping[int, str]:
    """Return the footnotes by index of the line, each with its label (注①).

    A line is one where it begins with a sign that stands before it in the text right behind a word, and goes on from
    no list: what stands above it ends a sentence and is no introduction, or is a note itself.
    """
    found: dict[int, str] = {}
    if not any(_NOTE.match(line.plain) for line in lines):
        return found
    referred: set[str] = set()
    for at, line in enumerate(lines):
        match = _NOTE.match(line.plain) if not line.is_quoted(0) else None
        if match and match["sign"] in referred and at and (at - 1 in found or _is_closed(lines[at - 1].plain)):
            found[at] = "注" + match["sign"]
            referred.discard(match["sign"])
        for one in _REFERENCE.finditer(line.plain, match.end() if match else 0):
            referred.add(one["sign"] or one["last"])
    return found


def _is_closed(plain: str) -> bool:
    """Tell whether a line ends a sentence, a note's sign behind it or not."""
    bare = re.sub(rf"(?:{_SIGN})$", "", plain)
    return bool(bare) and closes_sentence(bare) and bare[-1] not in "：:；;"
