"""Write English number words in figures: thirty days and 30 days are one value.

text2num, the maintained library for number words, reads them; only this module imports it.
"""

from __future__ import annotations

import re

from text_to_num import text2num

__all__ = ["plain"]

_WORDS = re.compile("(?:a )?([a-z]+(?:(?:-| and | )[a-z]+)*)(?=[ -](?:working|calendar|business|clear|[a-z]+)\\b)")
_LATIN = re.compile("[a-z]")


def plain(key: str) -> str:
    """Return part of a match key with the number words at its beginning in figures."""
    return _WORDS.sub(_figures, key, count=1) if _LATIN.match(key) else key


def _figures(match: re.Match[str]) -> str:
    try:
        return str(text2num(match[1], "en"))
    except ValueError:
        return match[0]
