"""The two scripts of Chinese: recognise traditional characters, and convert them into simplified ones.

The table is that of OpenCC, the most used library for it, with only the pairs of one character and one character, so
that offsets do not change. Several traditional characters may become one simplified character (後 and 后: 后), so the
reverse would be a guess and is not offered.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

__all__ = ["has_traditional", "in_simplified", "simplified", "traditional_share"]

_PLANE = 0xFFFF
_RANGES = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00))
_USUAL = re.compile(
    "[條項規為於與應關無國會實責處務業員設單後從來學發對將過還個時間長門開問題當經給統結約計記請議證許論]"
)
"""Characters that every longer text in traditional characters contains. Searching for them is cheap, and texts in
simplified characters do not need the table."""


@cache
def simplified() -> Mapping[str, str]:
    """Return the traditional characters that OpenCC converts into one other character, each with that character."""
    from opencc import OpenCC  # here: most commands read no traditional character

    characters = [chr(code) for first, end in _RANGES for code in range(first, end)]
    converted = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    pairs = zip(characters, converted, strict=True)
    table = {old: new for old, new in pairs if old != new and len(new) == 1 and ord(new) <= _PLANE}
    return {old: last for old, new in table.items() if (last := table.get(new, new)) != old}


@cache
def _translation() -> Mapping[int, str]:
    return str.maketrans(dict(simplified()))


@cache
def _scripts() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns of the characters of only one script: traditional, simplified.

    A simplified character that traditional texts also use (后, 里, 干) shows no script.
    """
    from opencc import OpenCC

    new = sorted(set(simplified().values()) - simplified().keys())
    written = OpenCC("s2t").convert("\n".join(new)).split("\n")
    only = "".join(one for one, other in zip(new, written, strict=True) if other != one and one not in _BOTH)
    return re.compile(f"[{''.join(simplified())}]"), re.compile(f"[{only}]")


_BOTH = "后里干台于只准布佈余御几斗丑谷制志系表克才面向占舍采松冲回卷合吊周注游着划"
"""Simplified characters that are also in traditional texts, with another meaning or as a variant."""


def has_traditional(text: str) -> bool:
    """Return whether a text contains a common traditional character."""
    return _USUAL.search(text) is not None


def in_simplified(text: str) -> str:
    """Return a text in simplified characters, of the same length."""
    return text.translate(_translation())


def traditional_share(text: str) -> float | None:
    """Return the traditional share, 0 to 1, of the characters that show a script, or ``None`` if none does."""
    old, new = (len(pattern.findall(text)) for pattern in _scripts())
    return old / (old + new) if old + new else None
