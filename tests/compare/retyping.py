"""A text typed anew by another hand: other widths, blanks, quotes, dashes and line breaks, and not one other word."""

from __future__ import annotations

import random
from itertools import pairwise

__all__ = ["retyped"]

_NARROW = dict(zip("（）；：，！？〔〕", "();:,!?[]", strict=True))
_QUOTES = {"“": '"「', "”": '"」', "—": "―─", '"': "“”"}
_BLANKS = " \u3000"


def retyped(text: str, dice: random.Random) -> str:
    """Return the text typed anew; headings and tables stay, for they are marks of the file and not words."""
    return "\n".join(
        line if line.startswith(("#", "|", "\\")) else _line(line, at > 1, dice)
        for at, line in enumerate(text.split("\n"))
    )


def _line(line: str, body: bool, dice: random.Random) -> str:
    wide = not line.isascii()
    out = []
    for at, (sign, after) in enumerate(pairwise(line + "\n")):
        typed = sign
        if sign in _NARROW and dice.random() < 0.4:
            typed = _NARROW[sign]
        elif sign in _QUOTES and dice.random() < 0.5:
            typed = dice.choice(_QUOTES[sign])
        elif sign in "0123456789" and wide and dice.random() < 0.3:
            typed = chr(ord(sign) + 0xFEE0)
        out.append(typed)
        # a number, a word in letters and the label at the start stay whole
        apart = (sign.isascii() and after.isascii()) or (sign.isdigit() and after.isdigit())
        if at > 12 and not apart and dice.random() < 0.03:
            within = body and at > 60 and after != "第" and all("\u4e00" <= one <= "\u9fff" for one in (sign, after))
            out.append("\n" if within and dice.random() < 0.3 else dice.choice(_BLANKS))
    return "".join(out).rstrip("\n") if line else line
