"""Clauses that every text has in much the same words: they say little about which text became which."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["STANDING", "is_catch_all", "is_formula", "standing", "without_formulas"]

STANDING = (
    re.compile(r"^本[^,。]{1,8}自[^,。]{2,16}起(?:正式)?(?:施行|实施|执行|生效)"),
    re.compile(r"^(?:为|根据)[^。]{4,240}(?:制定|制订)本[^,。]{1,8}。"),
    re.compile(r"^本[^,。]{1,8}由[^,。]{2,24}负责解释"),
    re.compile(
        r"^[^。]{0,40}对[^。]{4,80}(?:单位|组织|集体)和个人[^。]{0,30}(?:给予|予以)[^。]{0,10}(?:表彰|奖励)[^。]{0,6}。$"
    ),
)
"""Why a text is made, when it takes effect, who interprets it, whom it commends: a text has each of them once."""


@lru_cache(maxsize=8192)
def standing(key: str) -> frozenset[int]:
    """Return which of the clauses of ``STANDING`` a match key is, by place in that list."""
    return frozenset(at for at, form in enumerate(STANDING) if form.search(key))


_CATCH_ALL = re.compile(
    r"^(?:违反本[^,。]{1,8}规?定?,)?"
    r"(?:(?:给他人)?造成(?:他人)?[^,。;]{0,12}(?:损失|损害)的,[^,。;]{2,20}[,;]|构成违反治安管理行为的,[^。;]{4,20}[,;])*"
    r"构成犯罪的,(?:依照刑法有关规定|依法|由司法机关依法)追究(?:其)?刑事责任。?$"
)


@lru_cache(maxsize=8192)
def is_catch_all(key: str) -> bool:
    """Tell whether a match key is nothing but the reservation of civil, public-order and criminal liability."""
    return bool(_CATCH_ALL.search(key))


_PHRASES = re.compile(
    "|".join(
        (
            r"违反本[^,。;]{1,4}(?:第[^,。;]{1,16}条(?:第[^,。;]{1,6}[款项])*)?(?:的)?(?:规定)?,?",
            r"(?:本[^,。;]{1,4})?第[一二三四五六七八九十百千零〇0-9]+条(?:之[一二三四五六七八九十]+)?(?:第[一二三四五六七八九十()]+[款项])*",
            r"构成犯罪的,(?:由司法机关)?(?:依照刑法有关规定|依法)?追究(?:其)?刑事责任",
            r"构成违反治安管理行为的,(?:由公安机关)?(?:依法)?给予治安管理处罚",
            r"给他人造成(?:损失|损害)的,依法承担(?:民事|赔偿)责任",
            r"(?:由[^,。;]{2,24})?责令(?:限期|其)?(?:改正|停止违法行为)",
            r"(?:予以|给予)?警告",
            r"没收违法所得",
            r"(?:可以)?(?:并|单|或者)*处[^,。;]{1,24}(?:以下|以上|倍)的?罚款",
            r"情节(?:特别)?(?:严重|较轻|较重)的",
            r"对直接负责的主管人员和其他直接责任人员",
            r"依法给予处分",
            r"法律、(?:行政)?法规(?:另有|规定的其他)?(?:规定|条件|情形)?",
            r"有下列(?:情形|行为)之一的?",
            r"应当具备下列条件",
        )
    )
)
"""What penalties, lists, citations and reservations say in the same words in any law: no sign of kinship."""
_WORDS = re.compile(r"\w{2}")


@lru_cache(maxsize=8192)
def _bare(key: str) -> str:
    """Return a match key without the phrases of drafting; empty where it is nothing else."""
    bare = _PHRASES.sub("", key)
    return bare if _WORDS.search(bare) else ""


def without_formulas(key: str) -> str:
    """Return a match key without the phrases of drafting; a key that is nothing else stays as it is."""
    return _bare(key) or key


def is_formula(key: str) -> bool:
    """Tell whether a match key says nothing but phrases of drafting."""
    return not _bare(key)
