"""The two scripts of Chinese: which characters are traditional, and what they are in simplified ones.

The table is OpenCC's, the library that the field uses, as far as one character becomes one, so that every character
keeps its place. Several traditional characters may become one simplified character (後 and 后: 后); the way back would
be a guess and is not taken.
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
"""Characters that no text of some length in traditional characters is without: to look for them costs next to nothing,
and the table need not be made for texts in simplified characters."""


@cache
def simplified() -> Mapping[str, str]:
    """Return the traditional characters that OpenCC turns into another single character, with that one."""
    from opencc import OpenCC  # here, because most commands meet no traditional character

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
    """Return the characters of one script alone: traditional, simplified.

    A simplified character that is also one of traditional texts (后, 里, 干) shows no script.
    """
    from opencc import OpenCC

    new = sorted(set(simplified().values()) - simplified().keys())
    written = OpenCC("s2t").convert("\n".join(new)).split("\n")
    only = "".join(one for one, other in zip(new, written, strict=True) if other != one and one not in _BOTH)
    return re.compile(f"[{''.join(simplified())}]"), re.compile(f"[{only}]")


_BOTH = "后里干台于只准布佈余御几斗丑谷制志系表克才面向占舍采松冲回卷合吊周注游着划"
"""Characters of traditional texts too, each with another sense than that of its simplified one, or in place of it."""


def has_traditional(text: str) -> bool:
    """Tell whether a text contains a usual traditional character."""
    return _USUAL.search(text) is not None


def in_simplified(text: str) -> str:
    """Return a text in simplified characters, as long as it was."""
    return text.translate(_translation())


def traditional_share(text: str) -> float | None:
    """Return the share of traditional characters among those that show a script, 0 to 1; ``None`` where none does."""
    old, new = (len(pattern.findall(text)) for pattern in _scripts())
    return old / (old + new) if old + new else None
