"""Values in Japanese legal texts: dates, amounts, periods, shares, counts, bodies, document numbers, citations.

All patterns read match keys. A term is written 三月 as well as 三か月, a month of the year only with its day.
"""

from __future__ import annotations

import re

from yange.law.aspects.values import AtomKind, Form, Rank, Values, beside, matches
from yange.law.ja.days import ERAS
from yange.law.ja.figures import SUM, plain

__all__ = ["VALUES"]

_KANJI = "〇一二三四五六七八九十百千万億兆"
_N = rf"(?:\d{{1,4}}|[{_KANJI}]{{1,8}})"
_ERA = "|".join(ERAS)
_BEGIN = rf"(?<![\d{_KANJI}第])"
_YEAR = (
    rf"(?:(?:{_ERA})(?:元|\d{{1,3}}|[{_KANJI}]{{1,5}})|\d{{4}}|[一二三四五六七八九〇]{{4}})"
    r"年(?!度|法律|政令|勅令)"
)
_SMALL = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_DATE = (
    rf"{_YEAR}(?:{_SMALL}月(?:{_SMALL}日)?)?|(?:(?<=毎年)|(?<![年\d{_KANJI}])){_SMALL}月{_SMALL}日"
    rf"|(?:(?:{_ERA})(?:元|\d{{1,3}}|[{_KANJI}]{{1,5}})|\d{{4}})年度"
    rf"|(?<=毎年){_SMALL}月(?!間)|(?<![年\d{_KANJI}]){_SMALL}月(?=の第[一二三四五\d])"
)
_NUMBER = (
    rf"(?:(?:{_ERA})(?:元|\d{{1,3}}|[{_KANJI}]{{1,5}})年)?"
    rf"(?:法律|政令|勅令|条例|告示|訓令|[一-鿿]{{1,8}}(?:省令|府令|規則))第{_N}号"
)
_BRANCH = r"(?:の(?:\d{1,3}|[一二三四五六七八九十]{1,4})(?![分割年月日人回倍]))"
_CITED = (
    rf"第{_N}条{_BRANCH}{{0,3}}(?:第{_N}項)?(?:第{_N}号{_BRANCH}{{0,2}})?(?:[イロハニホヘトチリヌ](?=[に又及若、。のからを]))?"
    rf"|別表(?:第{_N}{_BRANCH}{{0,3}})?|第{_N}項(?:第{_N}号{_BRANCH}{{0,2}})?|第{_N}号{_BRANCH}{{0,2}}(?!様式)"
    rf"|第{_N}(?:編|章|節|款|目(?!的)){_BRANCH}{{0,2}}|第{_N}号様式"
)
_TIME = (
    r"(?:営業日|年間|年(?!法律|政令|度|金|齢|次)|箇年|か年|ヶ年|箇月|か月|カ月|ヶ月|ケ月|ヵ月|月間|月(?!額|次)"
    r"|週間|週|日間|日(?!本|額)|時間|分間|分(?!の|割|類|担|科)|秒)"
)
_PERIOD = rf"{_BEGIN}(?:{_N}年{_N}(?:月|箇月|か月|ヶ月)(?!額)|{_N}{_TIME})"
_PRISON = "(?:有期)?(?:懲役|拘禁刑|禁錮|禁こ|拘留|労役場に留置)"
_IMPRISONMENT = beside(
    _PERIOD,
    words=_PRISON,
    before=rf"{_PRISON}(?:{_N}{_TIME}以上)?",
    after=rf"以[上下](?:{_N}{_TIME}以下)?の(?:期間)?{_PRISON}",
)
_COUNTED = (
    r"(?:平方キロメートル|平方メートル|立方メートル|キロメートル|センチメートル|ミリメートル|メートル|キログラム|グラム|キロワット|トン"
    r"|リットル|ヘクタール|アール|人|名|個|件|回|倍|隻|台|戸|室|歳|枚|通|部(?!分|門|長|局)|頭|棟|箇所|か所|ヶ所|口|両|本(?!邦|人|文|則))"
)
_MONEY = r"(?:円|銭|ドル|ユーロ)"
_BODY = (
    r"市町村長|[一-鿿]{1,10}(?:大臣|長官|知事|市町村長|委員会|審議会|裁判所|税務署長|保健所長|警察署長|消防長|人事院)"
    r"|内閣(?!府|総理)"
)

VALUES = Values(
    forms=(
        Form(Rank.DAY, AtomKind.NUMBER, matches(_NUMBER)),
        Form(Rank.DAY, AtomKind.DATE, matches(_DATE)),
        Form(Rank.BODY, AtomKind.BODY, matches(_BODY)),
        Form(Rank.FIGURE, AtomKind.CITED, matches(_CITED)),
        Form(
            Rank.FIGURE,
            AtomKind.PERCENTAGE,
            matches(
                rf"{_BEGIN}(?:百|千|万|100|1000)分の{SUM}(?:[・·.][{_KANJI}\d]{{1,4}})?"
                rf"|{_BEGIN}{_N}割(?:{_N}分)?|(?:日歩|年){_N}(?:割(?:{_N}分)?|分|厘|銭)(?![のか間以])|\d+(?:\.\d+)?(?:%|パーセント)|[{_KANJI}]{{1,6}}(?:[・·.][{_KANJI}]{{1,4}})?パーセント"
            ),
        ),
        Form(Rank.FIGURE, AtomKind.RATIO, matches(rf"{_BEGIN}{_N}分の{_N}|過半数|半数(?=以上|以下|を超)")),
        Form(Rank.FIGURE, AtomKind.AMOUNT, matches(rf"{_BEGIN}{SUM}{_MONEY}")),
        Form(Rank.FIGURE, AtomKind.IMPRISONMENT, _IMPRISONMENT),
        Form(Rank.FIGURE, AtomKind.DEADLINE, matches(_PERIOD)),
        Form(Rank.FIGURE, AtomKind.COUNT, matches(rf"{_BEGIN}{SUM}{_COUNTED}")),
        Form(Rank.FIGURE, AtomKind.FIGURE, matches(r"(?<![\d第])\d+(?:,\d{3}){0,9}(?:\.\d+)?")),
    ),
    present=re.compile(r"[\u3400-\u9fff\d]"),
    plain=plain,
    joints=("以上", "から", "乃至", "ないし"),
    bounds=("以上", "以下", "以内", "未満", "を超え(?:る|ない)?"),
    multiples=("倍",),
    fines=("以下の(?:罰金|過料|科料)",),
    units=("単位",),
    cites=("条", "項", "別表"),
)
"""How Japanese writes values."""
