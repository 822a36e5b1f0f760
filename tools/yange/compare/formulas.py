"""Clauses that every text has in much the same words: they say little about which text became which."""

from __future__ import annotations

import re

__all__ = ["STANDING", "is_catch_all"]

STANDING = (
    re.compile(r"^本[^,。]{1,8}自[^,。]{2,16}起(?:正式)?(?:施行|实施|执行|生效)"),
    re.compile(r"^(?:为|根据)[^。]{4,240}(?:制定|制订)本[^,。]{1,8}。"),
    re.compile(r"^本[^,。]{1,8}由[^,。]{2,24}负责解释"),
)
"""Why a text is made, when it takes effect, who interprets it: a text has each of them once."""

_CATCH_ALL = re.compile(
    r"^(?:违反本[^,。]{1,8}规?定?,)?"
    r"(?:(?:给他人)?造成(?:他人)?[^,。;]{0,12}(?:损失|损害)的,[^,。;]{2,20}[,;]|构成违反治安管理行为的,[^。;]{4,20}[,;])*"
    r"构成犯罪的,(?:依照刑法有关规定|依法|由司法机关依法)追究(?:其)?刑事责任。?$"
)


def is_catch_all(key: str) -> bool:
    """Tell whether a match key is nothing but the reservation of civil, public-order and criminal liability."""
    return bool(_CATCH_ALL.search(key))
