"""Find the sentences of a text that may speak of beginning, end or effect, once for all readers of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

__all__ = ["spoken"]

_MOST_KEPT = 256
"""Texts whose sentences are kept: every reader of statements asks for those of the same body, one after the other."""


@lru_cache(maxsize=_MOST_KEPT)
def spoken(
    text: str, may_speak: re.Pattern[str], sentence: re.Pattern[str], end: str = ""
) -> tuple[tuple[int, int], ...]:
    """Return the spans of the sentences with a word that ``may_speak`` matches, in order.

    ``end`` is a run of line breaks that no sentence of this form contains. Only the stretches between two of them that
    have such a word are divided into sentences; most of a text has none.
    """
    return tuple(
        match.span()
        for start, stop in _stretches(text, may_speak, end)
        for match in sentence.finditer(text, start, stop)
        if may_speak.search(match[0])
    )


def _stretches(text: str, may_speak: re.Pattern[str], end: str) -> Iterator[tuple[int, int]]:
    if not end:
        if may_speak.search(text):
            yield 0, len(text)
        return
    stop = 0
    for match in may_speak.finditer(text):
        if match.start() < stop:
            continue
        before, after = text.rfind(end, 0, match.start()), text.find(end, match.start())
        start, stop = before + len(end) - 1 if before >= 0 else 0, after if after >= 0 else len(text)
        yield start, stop
