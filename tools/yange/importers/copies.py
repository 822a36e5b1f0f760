"""Decide whether two documents are copies of one text, and find where the copies differ."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from yange.importers.forms import forms_of
from yange.law import law_of
from yange.parse import plain_text
from yange.provenance.printed import TEXT

SAME_PARAGRAPHS = 0.6
"""The smallest share of identical paragraphs in two copies, measured in characters."""
MOST_VARIANTS = 20
_LONGEST = 12


def folded(text: str) -> str:
    """Return a text without punctuation, white space and differences of width, for comparing copies."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text))


def _paragraphs(body: str) -> list[str]:
    """Return the folded paragraphs of a text without caption and number, which are compared as facts."""
    forms = forms_of(law_of(body))
    lines = plain_text(body.split(TEXT, 1)[-1]).split("\n")
    kept = (folded(line) for line in lines if not forms.is_caption(line) and not forms.number_line(line))
    return [words for words in kept if words]


def are_copies(left: str, right: str) -> bool:
    """Return whether two bodies are the same text, apart from small copying differences."""
    first, second = _paragraphs(left), _paragraphs(right)
    total = max(sum(map(len, first)), sum(map(len, second)))
    if not total:
        return False
    return _shared(first, second) >= SAME_PARAGRAPHS * total


def shared_words(left: str, right: str) -> int:
    """Return how many characters of two bodies are in identical paragraphs."""
    return _shared(_paragraphs(left), _paragraphs(right))


def _shared(first: Sequence[str], second: Sequence[str]) -> int:
    shared = set(first) & set(second)
    return sum(len(words) for words in first if words in shared)


def same_words(left: str, right: str) -> bool:
    """Return whether two bodies have the same words, apart from captions."""
    return "".join(_paragraphs(left)) == "".join(_paragraphs(right))


def variants(held: str, copy: str) -> tuple[str, ...]:
    """Return the differences of a copy from the held text in short form: held → copy."""
    found = [f"{_short(left)} → {_short(right)}" for left, right in differences(held, copy)]
    return tuple(found[:MOST_VARIANTS])


def differences(held: str, copy: str) -> Iterator[tuple[str, str]]:
    """Yield the words in which two bodies differ, as pairs (held, copy); either may be empty."""
    first, second = _paragraphs(held), _paragraphs(copy)
    for tag, a, b, c, d in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from _differences(first[a:b], second[c:d])


def _differences(held: Sequence[str], copy: Sequence[str]) -> Iterator[tuple[str, str]]:
    left, right = "".join(held), "".join(copy)
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag != "equal":
            yield left[a:b], right[c:d]


def _short(words: str) -> str:
    if not words:
        return "∅"
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…（{len(words)}字）"
