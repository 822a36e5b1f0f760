"""Values in Chinese legal texts in simplified characters: dates, amounts, periods, bodies, document numbers, citations.

Numbers are searched where their digits begin. All patterns read match keys.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from yange.law.aspects.values import DECIMAL, AtomKind, Form, Rank, Span, Values, beside, matches
from yange.law.zh_hans.bodies import BODY, DEPARTMENT
from yange.law.zh_hans.figures import plain
from yange.law.zh_hans.words import cut, is_word

__all__ = ["VALUES"]

_HAN = "〇零一二两三四五六七八九十百千万亿"
_FORMAL = "壹贰叁肆伍陆柒捌玖拾佰仟萬億"
_NUM = rf"(?:{DECIMAL}|[{_HAN}]+|[{_FORMAL}][{_FORMAL}{_HAN}]*)"
_SCALE = "[十百千万亿萬億]{0,2}"
_LISTED = r"(?:(?<=[:;。])|^)[1-9]\d?\.(?=\d{2,6}0[\u4e00-\u9fff])"
"""The number of an item before a number: 1.300总吨 is item 1 with 300 tons, as no decimal ends in 0 so."""
# a number is searched only where its digits begin; none begins in 大陆, 登陆 and similar words
_BEGIN = (
    rf"(?:(?<!\d)(?!{_LISTED})(?=\d)|(?<![{_HAN}{_FORMAL}])(?=[{_HAN}])|(?<![{_HAN}{_FORMAL}大内登着])(?=[{_FORMAL}]))"
)
_RANGE = rf"{_BEGIN}(?:{_NUM}{_SCALE}[-~至到])?"
_PER = r"(?:/(?:人|户|年|月|日|天|次|个|家|辆|亩|吨|平方米|立方米|千瓦时|小时|项|件|套))?"
_DATE = (
    r"(?:\d{4}|[〇零一二三四五六七八九]{4})年(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号])?)?(?:底|末)?"
    r"|(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日"
    r"|(?<![\d一二三四五六七八九十百每满期足过年])(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月"
    r"(?:份|底|末|初|[上中下]旬)?(?![\d一二三四五六七八九十])(?!以[上下内內]|之?[内內]|之?[久满]|期间?|的(?!第))"
    r"|(?<=每年)(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:份|底|末|初|[上中下]旬)?"
)
"""Days, years, and months of the year: 九月 is one, unless the words beside it count months (逾期三月, 三月内)."""
_MONEY = r"(?:人民币)?(?:元|圆|美元|港元|港币|澳门元|新台币|欧元|英镑|日元|加元|澳元)(?:整)?"
_TIME = r"(?:个?工作日|个?自然日|个?交易日|日历日|个?小时|个?学年|周年|个?年度|个?月|个?季度|周(?!岁)|年|日|天|分钟)"
_COUNTED = (
    r"(?:平方公里|平方千米|平方公尺|立方公尺|公尺|公分|公噸|平方米|立方米|千瓦时|公里|千米|毫米|厘米|公斤|千克|公顷|总吨|净吨|海里|吨|米|亩|克|升|度|户|家|人次|人|"
    r"名|项|个(?!星期)|件|次|倍|套|间|处|辆|台|座|栋|周?岁|级|份|所|场|批|种|类|分)"
)
_PERIOD = rf"{_RANGE}{_NUM}(?:年{_NUM}个?月|{_TIME})"
_PRISON = "(?:有期徒刑|徒刑|拘役|管制|拘留|监禁|禁闭|剥夺政治权利)"
_IMPRISONMENT = beside(
    _PERIOD,
    before=rf"{_PRISON}(?:的?(?:刑期|期限)?为?)?(?:{_NUM}{_TIME}以上)?",
    after=rf"(?:以[上下])?(?:{_NUM}{_TIME}以下)?的?(?:行政)?{_PRISON}",
)
_ITEM = (
    rf"第?[(]?(?:\d+|[{_HAN}]+)[)]?项|第?[(](?:\d+|[{_HAN}]+)[)](?=(?:(?:、|和|至|或者?)第?[(](?:\d+|[{_HAN}]+)[)])+项)"
)
_CITED = (
    rf"第(?:\d+|[{_HAN}]+)条(?:之(?:\d+|[一二三四五六七八九十]+))?(?:第(?:\d+|[{_HAN}]+)款)?(?:{_ITEM})?"
    rf"|附[件录](?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})(?:之(?:\d+|[一二三四五六七八九十]+))?(?![般律并起同致定切份式])"
    rf"|第(?:\d+|[{_HAN}]+)款(?:{_ITEM})?|前[{_HAN}]{{1,2}}[条款项]|第[(]?(?:\d+|[{_HAN}]+)[)]?(?:项|目)|第(?:\d+|[{_HAN}]+)[编章节]"
)
_ISSUER = r"[^\W\da-zA-Z_的由向与或及经在对将把被为以从至到等据照]"
_NUMBER = rf"{_ISSUER}{{1,8}}\[\d{{4}}\]第?\d+号|\[\d{{4}}\]\d+号|{_ISSUER}{{0,12}}令第?\d+号|第\d+号"
_LABEL = (
    rf"(?:(?<=[:;。,])|^)[(][一二三四五六七八九十]{{1,3}}[)]、?|{_LISTED}"
    r"|(?:(?<=[:;。])|^)[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十])"
)
"""An item's label, at the beginning of the text or after a sentence or item; elsewhere it is a citation.

一、二审 is no item 1: no number follows the label 一、.
"""


def _moved(pattern: str, start: Callable[[str, int, int], int]) -> Callable[[str], Iterable[Span]]:
    """Return a function that yields the spans of a pattern's matches, with their start moved by ``start``."""
    form = re.compile(pattern)

    def find(key: str) -> Iterable[Span]:
        return ((start(key, *match.span()), match.end()) for match in form.finditer(key))

    return find


def _with_place(key: str, start: int, _end: int) -> int:
    """Return where the place before 市, 省, 区 or 县 begins, 深圳 in 深圳市财政局, if the dictionary has it."""
    for length in (3, 2):
        if start >= length and is_word(key[start - length : start + 1]):
            return start - length
    return start


def _issuer(key: str, start: int, end: int) -> int:
    """Return where a document number begins: a dictionary word before it (通知, 文号) is not part of it."""
    bracket = key.find("[", start, end)
    while bracket - start > 2:
        first = cut(key[start:bracket])[0]
        if len(first) < 2 or bracket - start - len(first) < 2:
            break
        start += len(first)
    return start


_PERCENTAGE = (
    rf"{_RANGE}(?:\d+(?:\.\d+)?)[%‰](?:[-~至到]\d+(?:\.\d+)?[%‰])?"
    rf"|百分之[{_HAN}点]+|千分之[{_HAN}点]+|万分之[{_HAN}点]+|(?<!\d)\d+(?:\.\d+)?个百分点"
)
_RATIO = (
    r"(?<!\d)\d+(?:\.\d+)?:\d+(?:\.\d+)?"
    r"|(?<![一二三四五六七八九十])[一二三四五六七八九十]+分之[一二三四五六七八九十]+"
)
_HALVES = rf"{_RANGE}{_NUM}(?:个半(?:月|小时|学年)|(?:年|个月|天|个?小时)半(?!数))"
_HALF = r"(?<![一二两三四五六七八九十])半个?(?:年|月|天|日|小时|学年)(?![期度刊票制])"

VALUES = Values(
    forms=(
        Form(Rank.LABEL, AtomKind.LABEL, matches(_LABEL)),
        Form(Rank.DAY, AtomKind.DATE, matches(_DATE)),
        Form(Rank.DAY, AtomKind.NUMBER, _moved(_NUMBER, _issuer)),
        Form(Rank.BODY, AtomKind.BODY, _moved(BODY, _with_place)),
        Form(Rank.BODY, AtomKind.BODY, matches(DEPARTMENT)),
        Form(Rank.FIGURE, AtomKind.CITED, matches(_CITED)),
        Form(Rank.FIGURE, AtomKind.PERCENTAGE, matches(_PERCENTAGE)),
        Form(Rank.FIGURE, AtomKind.RATIO, matches(_RATIO)),
        Form(Rank.FIGURE, AtomKind.AMOUNT, matches(rf"{_RANGE}{_NUM}{_SCALE}{_MONEY}{_PER}")),
        Form(Rank.FIGURE, AtomKind.IMPRISONMENT, _IMPRISONMENT),
        Form(Rank.FIGURE, AtomKind.DEADLINE, matches(_HALVES)),
        Form(Rank.FIGURE, AtomKind.DEADLINE, matches(_PERIOD)),
        Form(Rank.FIGURE, AtomKind.DEADLINE, matches(_HALF)),
        Form(Rank.FIGURE, AtomKind.COUNT, matches(rf"{_RANGE}{_NUM}{_SCALE}{_COUNTED}{_PER}")),
        Form(Rank.FIGURE, AtomKind.COUNT, matches(r"\d{1,2}[时点](?:\d{1,2}分)?(?![间候期段限])")),
        Form(Rank.FIGURE, AtomKind.FIGURE, matches(rf"{DECIMAL}[万亿]?")),
    ),
    present=re.compile(r"[〇\u3400-\u9fff\d]"),
    plain=plain,
    joints=("以上(?:,?不满|,?不足|,?不超过)?", "至", "到"),
    bounds=("以上", "以下", "以内"),
    accounts=("个?(?:计算单位|特别提款权)",),
    multiples=("倍",),
    fines=("(?:以[上下])?的?罚款",),
    units=("单位",),
    cites=("条", "附件", "附录"),
)
"""The forms of values in simplified Chinese."""
