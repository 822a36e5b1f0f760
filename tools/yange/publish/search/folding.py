"""Folding: what is one for a searcher becomes one character, so that every character keeps its place.

Widths and compatibility forms are unified (NFKC), case is set aside, and traditional characters become simplified by
OpenCC's table (:mod:`yange.chinese_scripts`). The browser does the same with the same table:
``site/assets/search_words.js``.
"""

from __future__ import annotations

import re
import unicodedata
from operator import add

from yange.chinese_scripts import simplified

__all__ = ["BREAK", "fold", "grams", "signs", "units"]

BREAK = "\n"
"""The unit for the end of a sentence: no phrase is searched across it."""

_PLANE = 0xFFFF
HAN = "\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
WORD = "0-9a-z\u00df-\u00f6\u00f8-\u024f\u0370-\u03ff\u0400-\u052f"
_ENDS = "。；;！!？?\n"
_UNIT = re.compile(f"[{WORD}]+|[{HAN}]|[{_ENDS}]+")
_RUN = re.compile(f"[{WORD}]+|[{HAN}][^{WORD}{_ENDS}]*")
_OTHER = re.compile(f"[^{HAN}]+")
_FIRST_HAN = "\u3005"


class _Table(dict[int, str]):
    """What each character becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        for made in (unicodedata.normalize("NFKC", character).lower(), character.lower()):
            if len(made) == 1 and (ord(made) > _PLANE) == (code > _PLANE):
                character = made
                break
        self[code] = simplified().get(character, character)
        return self[code]


_TABLE = _Table()


def fold(text: str) -> str:
    """Return ``text`` folded, as long as it was."""
    return text.translate(_TABLE)


def units(folded: str) -> list[str]:
    """Return the units of a folded text: a Han character, a run of Latin letters and digits, or :data:`BREAK`."""
    return [BREAK if unit[0] in _ENDS else unit for unit in _UNIT.findall(folded)]


def grams(folded: str) -> list[str]:
    """Return what a folded text is found by: pairs of Han characters, and words.

    Each is returned once, in order of first occurrence.
    """
    found: list[str] = []
    for run in _RUN.findall(folded):
        if run[0] < _FIRST_HAN:
            found.append(run)
            continue
        characters = _OTHER.sub("", run)
        found.extend(map(add, characters, characters[1:]))
    return list(dict.fromkeys(found))


def signs(folded: str) -> list[str]:
    """Return the single Han characters of a folded text, each once, in order of first occurrence."""
    return list(dict.fromkeys(_OTHER.sub("", folded)))
