"""Values in Chinese legal texts in traditional characters: Taiwan, Hong Kong and Macau.

All forms of :mod:`yange.law.zh_hans.values` are also read in them; this module has those that differ in these places:
years of the Republic's era, 第五條之一第一項第二款第三目, 第5(1)(a)條, 附表1第2部, 字號, levels of fines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from yange.law.aspects.values import AtomKind, Form, Rank, Span, Values, matches
from yange.law.zh_hans.values import VALUES as SIMPLIFIED
from yange.law.zh_hant.keys import simplified

__all__ = ["VALUES"]

_HAN = "〇零一二三四五六七八九十百千"
_N = rf"(?:\d+|[{_HAN}]+)"
_ERA = (
    r"(?:中華)?民國(?:\d{1,3}|[零〇一二三四五六七八九十百]{1,6})年"
    r"(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})日)?)?"
)
_NUMBER = (
    r"[^\W\da-zA-Z_的由依以及或與經將]{1,12}字第\d+(?:-\d+)?號"
    r"|第\d{1,4}/\d{4}(?:/[A-Z]{1,3})?號(?:法律|行政法規|法令|行政命令|行政長官批示)?"
    r"|\d{4}年第\d{1,4}號(?:條例|法律公告)|(?<=\()第\d{1,4}[A-Z]{0,3}章(?=\))"
)
# ministries and councils: 行政院組織法, articles 3 and 4
# the name of an office never contains these: they join sentences, not names
_NAMED = r"[^\W\da-zA-Z_的由依向與或及經在對將把被為以從至到等應得可須不其是有並且所按報各該本者個於凡相和關]"
_BODY = (
    r"(?:中央|直轄市|(?:直轄市、)?縣\(市\)|地方)(?:政府|(?:目的事業)?主管機關)|(?:中央)?(?:目的事業)?主管機關"
    r"|(?:內政|外交|國防|財政|教育|法務|經濟|交通|勞動|農業|衛生福利|環境|文化|數位發展)部(?![門分份長])"
    r"|(?:國家發展|國家科學及技術|大陸|金融監督管理|海洋|僑務|原住民族|客家|公共工程|公平交易|中央選舉|核能安全)委員會"
    rf"|(?:行政|立法|司法|考試|監察)院|行政長官(?:會同行政會議)?|{_NAMED}{{2,8}}?(?:署署長|局局長|司司長|處處長)"
)
_CURRENCY = "(?:新[臺台]幣|美[金元]|港[幣元]|澳門[幣元]|人民幣|歐元|日幣|英鎊)"
"""The name of a currency before the figure: an amount of another currency is another amount."""
_SUM = rf"{_CURRENCY}(?:\d+(?:,\d{{3}})*(?:\.\d+)?|[{_HAN}萬億]+)[十百千萬億]{{0,2}}(?:餘|多)?(?:元|圓)(?:整)?"
_CITED = (
    rf"第{_N}條(?:之{_N})?(?:第{_N}項)?(?:第{_N}款)?(?:第{_N}目)?"
    rf"|第{_N}項(?:第{_N}款)?(?:第{_N}目)?|第{_N}款第{_N}目"
    r"|第\d+[A-Z]{0,3}(?:\([0-9a-zA-Z]+\))+(?:條|款|段)?|第\d+[A-Z]{1,3}條"
    rf"|前{_N}[項條款目]"
    r"|附表\d+[A-Z]?(?:第\d+[A-Z]?部)?(?:第\d+[A-Z]?條)?"
)


def _folded(form: Form) -> Form:
    """Return a form of simplified texts that reads traditional ones."""

    def find(key: str) -> Iterable[Span]:
        return form.find(simplified(key))

    return replace(form, find=find)


def _also(patterns: Callable[[Values], tuple[str, ...]], *more: str) -> tuple[str, ...]:
    return (*more, *patterns(SIMPLIFIED))


def _plain(key: str) -> str:
    """Return part of a key in simplified characters, with its numbers in figures."""
    return SIMPLIFIED.plain(simplified(re.sub("參(?=[拾佰仟萬億])", "叁", key)))


VALUES = Values(
    forms=(
        Form(Rank.DAY, AtomKind.DATE, matches(_ERA)),
        Form(Rank.DAY, AtomKind.NUMBER, matches(_NUMBER)),
        Form(Rank.BODY, AtomKind.BODY, matches(_BODY)),
        Form(Rank.FIGURE, AtomKind.CITED, matches(_CITED)),
        Form(Rank.FIGURE, AtomKind.AMOUNT, matches(r"第[1-6]級罰款")),
        Form(Rank.FIGURE, AtomKind.AMOUNT, matches(_SUM)),
        Form(Rank.FIGURE, AtomKind.AMOUNT, matches(rf"(?:\d+(?:,\d{{3}})*|[{_HAN}萬億]+)銀元")),
        *map(_folded, SIMPLIFIED.forms),
    ),
    present=SIMPLIFIED.present,
    plain=_plain,
    joints=_also(lambda values: values.joints, "以上,?未滿"),
    bounds=_also(lambda values: values.bounds, "以內"),
    accounts=SIMPLIFIED.accounts,
    multiples=SIMPLIFIED.multiples,
    fines=_also(lambda values: values.fines, "(?:以[上下])?的?(?:罰鍰|罰金|罰款)"),
    units=_also(lambda values: values.units, "單位"),
    cites=_also(lambda values: values.cites, "條", "附表", "附錄"),
)
"""The forms of values in traditional Chinese."""
