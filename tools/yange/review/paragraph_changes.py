"""Changes of words by paragraph: coarser than by clause, but complete.

It is used if clauses no longer match, because a printed number was damaged or a clause was deleted: an entry then
quotes whole paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from yange.model import Provisions
from yange.parse import plain_text
from yange.review.changed_words import ChangedWords

__all__ = ["paragraph_changes"]

_MOST_PAIRS = 250_000
"""Most pairs of paragraphs that are compared, because strangers write them."""


def paragraph_changes(old: Provisions, new: Provisions) -> tuple[ChangedWords, ...]:
    """Return every changed run of paragraphs, ignoring white space, in order; entries name no clause."""
    before, after = _paragraphs(old.text), _paragraphs(new.text)
    marks = ["".join(one.split()) for one in before], ["".join(one.split()) for one in after]
    return tuple(
        ChangedWords(None, None, None, was or None, now or None, was, now)
        for a, b, c, d in _runs(*marks)
        for was, now in [("\n".join(before[a:b]), "\n".join(after[c:d]))]
    )


def _paragraphs(text: str) -> list[str]:
    return [line for line in plain_text(text).split("\n") if line.strip()]


def _runs(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the half-open runs that differ; one for all differences if there is too much to compare."""
    least = min(len(old), len(new))
    start = next((i for i in range(least) if old[i] != new[i]), least)
    end = next((i for i in range(least - start) if old[-1 - i] != new[-1 - i]), least - start)
    a, b = old[start : len(old) - end], new[start : len(new) - end]
    if len(a) * len(b) > _MOST_PAIRS:
        yield start, len(old) - end, start, len(new) - end
        return
    for what, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if what != "equal":
            yield start + i, start + j, start + k, start + m
