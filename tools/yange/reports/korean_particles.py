"""Korean particles that depend on the last sound of the word before them: 을 or 를, 으로 or 로."""

from __future__ import annotations

import re

__all__ = ["with_particles"]

_OPEN = re.compile(r"(\w)([”’)」』]*)(을\(를\)|\(으\)로)")
_SYLLABLES = range(0xAC00, 0xD7A4)
_FINALS = 28
"""A syllable of the Unicode block is one of 28 in a row by its final consonant; the first has none (Unicode 3.12)."""
_RIEUL = 8
_DIGITS = {"0": 21, "1": _RIEUL, "3": 16, "6": 1, "7": _RIEUL, "8": _RIEUL}
"""The finals of the digits as they are read: 영, 일, 삼, 육, 칠, 팔; the others end in a vowel."""


def with_particles(text: str) -> str:
    """Return a text in which each 을(를) and (으)로 is the one that its word takes.

    Behind a letter of another script, whose sound is not known, both forms stay.
    """
    return _OPEN.sub(lambda found: f"{found[1]}{found[2]}{_particle(found[1], found[3])}", text)


def _particle(before: str, both: str) -> str:
    if ord(before) in _SYLLABLES:
        final = (ord(before) - _SYLLABLES.start) % _FINALS
    elif before in "0123456789":
        final = _DIGITS.get(before, 0)
    else:
        return both
    if both.startswith("을"):
        return "을" if final else "를"
    return "로" if final in (0, _RIEUL) else "으로"
