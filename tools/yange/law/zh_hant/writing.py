"""The differences of texts in traditional characters from the patterns of :mod:`yange.law.zh_hans`.

The sentence readers read a text folded character by character, so that their patterns read 施行, 廢止 and
自公佈翌日起生效 unchanged. Results are returned as printed.
"""

from __future__ import annotations

import re

from yange.law.zh_hans.packed import Dated, Writing
from yange.law.zh_hant.days import in_common_years
from yange.law.zh_hant.folding import FOLD, UNFOLD
from yange.law.zh_hant.instruments import FOLDED_INSTRUMENTS, INSTRUMENTS, KINDS_AT_END

__all__ = ["TRADITIONAL"]

_IN_CORNERS = re.compile(rf"「(?P<title>[^「」《》。；]{{2,60}}(?:{KINDS_AT_END}))」")


def _dated(text: str) -> Dated:
    """Return the text with years in the common calendar, and titles in 《》 instead of corner brackets."""
    return in_common_years(_IN_CORNERS.sub(r"《\g<title>》", text))


TRADITIONAL = Writing(
    fold=FOLD,
    unfold=UNFOLD,
    dated=_dated,
    gazette="(?:其?[在于]?(?:政府|特区)?(?:宪报|公报))?",
    links="|予",
    names="|第[0-9]|[一-鿿]{1,20}字第|经",
    instruments=FOLDED_INSTRUMENTS,
    printed_instruments=INSTRUMENTS,
)
"""Traditional characters, the calendar of the Republic of China and the common one, the gazettes of Hong Kong and
Macau, and the numbers of Taiwan, Hong Kong and Macau."""
