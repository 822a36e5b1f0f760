"""Which lines of a notice or a letter are its number, its heading, whom it goes to, and who signed it when.

They are set as GB/T 9704—2012 (党政机关公文格式) sets them: number and heading in the middle (7.2.5, 7.3.1), the
addressee at the margin (7.3.2), issuer and day at the right (7.3.5). Only how a line is set depends on this.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["roles"]

_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,14}[〔\[（(]\d{4}[〕\]）)]\d{1,5}号")
_DAY = re.compile(
    r"\d{4}年\d{1,2}月\d{1,2}日|[一二〇○零三四五六七八九十]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日"
)
_STOPS = re.compile(r"[。；;，,：:！!？?]")
_OPENING = 4
_NAME = 30
_ADDRESSEES = 160


def roles(lines: Sequence[str]) -> list[str]:
    """Return for each paragraph of a notice, in order, what it is: ``""`` for one that simply reads on.

    The others are ``number``, ``heading``, ``addressee`` and ``signature``.
    """
    texts = [line.strip() for line in lines]
    found = ["number" if _NUMBER.fullmatch(text) else "" for text in texts]
    addressee = next((n for n, text in enumerate(texts[:_OPENING]) if _is_addressee(text)), None)
    if addressee is not None:
        found[addressee] = "addressee"
        for n in range(addressee):
            found[n] = found[n] or ("" if _STOPS.search(texts[n][-1:]) else "heading")
    for n in _signature(texts):
        found[n] = "signature"
    return found


def _is_addressee(text: str) -> bool:
    return text[-1:] in {"：", ":"} and "。" not in text and not text.endswith("如下：") and len(text) <= _ADDRESSEES


def _signature(texts: Sequence[str]) -> range:
    """Return the places of the last line that is only a day, and of the names right above it."""
    days = [n for n, text in enumerate(texts) if _DAY.fullmatch(text)]
    if not days:
        return range(0)
    first = last = days[-1]
    while first and 0 < len(texts[first - 1]) <= _NAME and not _STOPS.search(texts[first - 1]):
        first -= 1
    return range(first, last + 1)
