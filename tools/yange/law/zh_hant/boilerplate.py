"""Boilerplate of Chinese legal texts in traditional characters: Taiwan, Hong Kong and Macau."""

from __future__ import annotations

import re

from yange.law.aspects.boilerplate import Boilerplate, StandingClause

__all__ = ["BOILERPLATE"]

_SELF = "本[^,。]{1,8}"
_PHRASES = (
    rf"違反(?:{_SELF}?)?第[^,。;]{{1,16}}條(?:第[^,。;]{{1,6}}[項款目])*(?:之?規定)?者?,?",
    r"(?:處|科或併科|得併科|併科|科)[^,。;]{1,24}(?:以下|以上|倍)之?(?:罰鍰|罰金|有期徒刑、拘役|有期徒刑)",
    r"(?:並)?得?(?:令|限期令其|通知)?(?:其)?限期(?:改善|改正)",
    r"屆期未(?:改善|改正)者?,?(?:得)?按次處罰",
    r"情節重大者",
    r"有(?:下列|左列)(?:情形|情事|行為)之一者?",
    r"(?:直轄市、)?縣\(市\)主管機關",
    r"即屬犯罪",
    r"一經(?:循公訴程序|循簡易程序|簡易程序)?定罪,可處(?:第\d級罰款|罰款[^,。;]{1,12})(?:及監禁[^,。;]{1,8})?",
)

BOILERPLATE = Boilerplate(
    standing=(
        (
            StandingClause.COMMENCEMENT,
            re.compile(rf"^{_SELF}(?:除[^。]{{2,60}}外,)?自[^,。]{{2,16}}(?:施行|實施|生效)"),
        ),
        (StandingClause.COMMENCEMENT, re.compile(rf"^{_SELF}(?:之)?施行日期,?由[^,。]{{2,16}}定之")),
        (StandingClause.PURPOSE, re.compile(rf"^(?:為|依|根據)[^。]{{4,240}}(?:制定|訂定){_SELF}。")),
        (StandingClause.PURPOSE, re.compile(rf"^{_SELF}依[^。]{{4,120}}(?:制定|訂定)之?。")),
        (StandingClause.INTERPRETATION, re.compile(rf"^{_SELF}由[^,。]{{2,24}}負責解釋")),
    ),
    phrases=_PHRASES,
)
"""The boilerplate of traditional Chinese."""
