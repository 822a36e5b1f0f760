"""What readers of statements left of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["unused"]


def unused(
    pattern: re.Pattern[str], text: str, sentence: tuple[int, int], used: Iterable[tuple[int, int]]
) -> re.Match[str] | None:
    """Return the first match of a pattern in a sentence that begins in none of the spans that were read."""
    spans = tuple(used)
    found = pattern.finditer(text, *sentence)
    return next((one for one in found if not any(start <= one.start() < end for start, end in spans)), None)
