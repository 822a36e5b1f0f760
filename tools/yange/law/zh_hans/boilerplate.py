"""Boilerplate of Chinese legal texts in simplified characters: clauses that each text has once, and set phrases."""

from __future__ import annotations

import re

from yange.law.aspects.boilerplate import Boilerplate, StandingClause

__all__ = ["BOILERPLATE"]

_LIABILITY = (
    r"^(?:违反本[^,。]{1,8}规?定?,)?"
    r"(?:(?:给他人)?造成(?:他人)?[^,。;]{0,12}(?:损失|损害)的,[^,。;]{2,20}[,;]|构成违反治安管理行为的,[^。;]{4,20}[,;])*"
    r"构成犯罪的,(?:依照刑法有关规定|依法|由司法机关依法)追究(?:其)?刑事责任。?$"
)
_PHRASES = (
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

BOILERPLATE = Boilerplate(
    standing=(
        (StandingClause.COMMENCEMENT, re.compile(r"^本[^,。]{1,8}自[^,。]{2,16}起(?:正式)?(?:施行|实施|执行|生效)")),
        (StandingClause.PURPOSE, re.compile(r"^(?:为|根据)[^。]{4,240}(?:制定|制订)本[^,。]{1,8}。")),
        (StandingClause.INTERPRETATION, re.compile(r"^本[^,。]{1,8}由[^,。]{2,24}负责解释")),
        (
            StandingClause.COMMENDATION,
            re.compile(
                r"^[^。]{0,40}对[^。]{4,80}(?:单位|组织|集体)和个人[^。]{0,30}(?:给予|予以)[^。]{0,10}(?:表彰|奖励)[^。]{0,6}。$"
            ),
        ),
    ),
    liability=(_LIABILITY,),
    phrases=_PHRASES,
)
"""The boilerplate of simplified Chinese."""
