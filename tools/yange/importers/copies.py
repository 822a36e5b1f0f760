"""Whether two documents are copies of one text, and where the copies differ."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher

from yange.parse import plain_text

SAME_PARAGRAPHS = 0.6
"""The least share of paragraphs, by length, that two copies have in common word for word."""
MOST_VARIANTS = 20
_LONGEST = 12


def folded(text: str) -> str:
    """Return the words of a text without marks, blanks and widths: what copies of one text share."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text))


def _paragraphs(body: str) -> list[str]:
    text = body.split("## 正文", 1)[-1]
    return [words for words in (folded(line) for line in plain_text(text).split("\n")) if words]


def are_copies(left: str, right: str) -> bool:
    """Tell whether two bodies are the same text, small differences of copying apart."""
    first, second = _paragraphs(left), _paragraphs(right)
    total = max(sum(map(len, first)), sum(map(len, second)))
    if not total:
        return False
    shared = set(first) & set(second)
    return sum(len(words) for words in first if words in shared) >= SAME_PARAGRAPHS * total


def variants(held: str, copy: str) -> tuple[str, ...]:
    """Return where a copy's words differ from the held text, briefly: held → copy."""
    first, second = _paragraphs(held), _paragraphs(copy)
    found: list[str] = []
    for tag, a, b, c, d in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if tag != "equal":
            found.extend(_differences(first[a:b], second[c:d]))
    return tuple(found[:MOST_VARIANTS])


def _differences(held: Sequence[str], copy: Sequence[str]) -> list[str]:
    left, right = "".join(held), "".join(copy)
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    return [
        f"{_short(left[a:b])} → {_short(right[c:d])}" for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"
    ]


def _short(words: str) -> str:
    if not words:
        return "∅"
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…（{len(words)}字）"
