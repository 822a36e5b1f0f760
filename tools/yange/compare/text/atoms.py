"""Atoms: the pieces of a legal text that a comparison never cuts.

Dates, numbers with their units, document numbers, cited clauses, titles, ratios, Latin words, names of bodies and the
terms a text defines for itself. They are found in match keys (:mod:`yange.compare.text.keys`), so that width, quotes
and blanks play no part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from yange.compare.text.dictionary import is_word, words

__all__ = ["FIGURES", "Atom", "AtomKind", "defined_terms", "find_atoms"]


class AtomKind(StrEnum):
    """What an atom is; the value names the kind in the table of changed values."""

    DATE = "date"
    AMOUNT = "amount"
    DEADLINE = "deadline"
    PERCENTAGE = "percentage"
    COUNT = "count"
    FIGURE = "number"
    RATIO = "ratio"
    NUMBER = "document-number"
    CITED = "citation"
    TITLE = "title"
    BODY = "body"
    TERM = "term"
    WORD = "word"
    LABEL = "label"


FIGURES = frozenset(
    {
        AtomKind.AMOUNT,
        AtomKind.DEADLINE,
        AtomKind.PERCENTAGE,
        AtomKind.RATIO,
        AtomKind.COUNT,
        AtomKind.FIGURE,
        AtomKind.DATE,
    }
)
"""The atoms that are numbers with what they count."""


@dataclass(frozen=True, slots=True)
class Atom:
    """One atom: half-open offsets in the key, and what it is."""

    start: int
    end: int
    kind: AtomKind


_HAN = "〇零一二两三四五六七八九十百千万亿"
_FORMAL = "壹贰叁肆伍陆柒捌玖拾佰仟萬億"
_GROUPS = r"(?:,\d{3}){0,9}"  # no amount has more than thirty digits
_DECIMAL = rf"\d+{_GROUPS}(?:\.\d+)?"
_NUM = rf"(?:{_DECIMAL}|[{_HAN}]+|[{_FORMAL}][{_FORMAL}{_HAN}]*)"
_SCALE = "[十百千万亿萬億]{0,2}"
# a number is looked for where its digits begin, never again at each of them; in 大陆, 登陆 and their like none begins
_BEGIN = rf"(?:(?<!\d)(?=\d)|(?<![{_HAN}{_FORMAL}])(?=[{_HAN}])|(?<![{_HAN}{_FORMAL}大内登着])(?=[{_FORMAL}]))"
_RANGE = rf"{_BEGIN}(?:{_NUM}{_SCALE}[-~至到])?"
_PER = r"(?:/(?:人|户|年|月|日|天|次|个|家|辆|亩|吨|平方米|立方米|千瓦时|小时|项|件|套))?"
_DATE = (
    r"(?:\d{4}|[〇零一二三四五六七八九]{4})年(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号])?)?(?:底|末)?"
    r"|(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日"
    r"|\d{4}-\d{1,2}-\d{1,2}"
)
_MONEY = r"(?:人民币)?(?:元|圆|美元|港元|港币|澳门元|新台币|欧元|英镑|日元|加元|澳元)(?:整)?"
_TIME = r"(?:个?工作日|个?自然日|个?交易日|日历日|个?小时|个?学年|周年|周岁|个?年度|个?月|个?季度|周|年|日|天|分钟)"
_COUNTED = (
    r"(?:平方公里|平方千米|平方米|立方米|千瓦时|公里|千米|毫米|厘米|公斤|千克|公顷|总吨|净吨|海里|吨|米|亩|克|升|度|户|家|人次|人|"
    r"名|项|个|件|次|倍|套|间|处|辆|台|座|栋|岁|级|份|所|场|批|种|类|分)"
)
_ITEM = (
    rf"第?[(]?(?:\d+|[{_HAN}]+)[)]?项|第?[(](?:\d+|[{_HAN}]+)[)](?=(?:(?:、|和|至|或者?)第?[(](?:\d+|[{_HAN}]+)[)])+项)"
)
_CITED = (
    rf"第(?:\d+|[{_HAN}]+)条(?:之(?:\d+|[一二三四五六七八九十]+))?(?:第(?:\d+|[{_HAN}]+)款)?(?:{_ITEM})?"
    rf"|附[件录](?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})(?:之(?:\d+|[一二三四五六七八九十]+))?(?![般律并起同致定切份式])"
    rf"|第(?:\d+|[{_HAN}]+)款(?:{_ITEM})?|第[(]?(?:\d+|[{_HAN}]+)[)]?(?:项|目)|第(?:\d+|[{_HAN}]+)[编章节]"
)
_ISSUER = r"[^\W\da-zA-Z_的由向与或及经在对将把被为以从至到等据照]"
_NUMBER = rf"{_ISSUER}{{1,8}}\[\d{{4}}\]第?\d+号|\[\d{{4}}\]\d+号|{_ISSUER}{{0,12}}令第?\d+号|第\d+号"
# a name of a body never runs across these: they join sentences, not names
_PLAIN = r"[^\W\da-zA-Z_的由向与或及经在对将把被为以从至到等应可须不其是有并且所按报各该本者个于凡相和关]"
_TAIL = (
    r"(?:主管部门|部门|委员会|办公室|办公厅|分局|管理处|管理所|管理站|[务理]中心|"
    r"(?<![布格])局(?![部限面势])|委(?![托员派任常])|(?<![申开新举承主协])办(?![理法公学事案结件好])|(?<!大)厅(?![堂级]))"
)
_BODY = (
    rf"(?:本[省市区县]|(?<!本)[省市县]|(?<![社地城市])区(?!域))"
    rf"(?:(?:人民)?政府|{_PLAIN}{{1,10}}?{_TAIL}|{_PLAIN}{{1,6}}和{_PLAIN}{{1,8}}?{_TAIL})"
)
# bodies named by their field alone: 发展改革部门, 规划和自然资源主管部门, 公安机关; the one list of fields
_FIELD = (
    "发展和改革|发展改革|人力资源和社会保障|人力资源社会保障|规划和自然资源|住房和城乡建设|住房城乡建设|工业和信息化|文化和旅游|"
    "卫生健康|应急管理|市场监督管理|市场监管|工商行政管理|生态环境|环境保护|自然资源|规划国土|农业农村|林业草原|林业|农业|渔业渔政|渔业|"
    "水务|水行政|水利|交通运输|交通|公安|司法行政|司法|民政|财政|税务|审计|统计|商务|海关|海洋|海事|港口|港航|教育|科技创新|科学技术|科技|"
    "商标|专利|版权|著作权|新闻出版|广播电视|电影|民用航空|民航|铁路|公路|邮政|烟草|草原|渔政|国防动员|退役军人|"
    "文物|文化|体育|民族宗教|民族|宗教|档案|气象|地震|消防|城市管理|综合执法|行政执法|城管|质量监督|药品监督|食品药品|价格|物价|能源|电力|"
    "金融|国有资产|政务服务|数据|信访|监察|检察|审判|兵役|外事|医疗保障|医保|知识产权|人防|口岸|检验检疫"
)
_DEPARTMENT = (
    rf"(?:{_FIELD})(?:和(?:{_FIELD}))?(?:(?:行政|监督)?(?:主管|管理|执法))?(?:部门|机关)(?!规章)"
    rf"|负责{_PLAIN}{{2,10}}的部门|人民法院|人民检察院"
)
_WORD_EN = (
    "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion)"
)
_COUNTED_EN = rf"(?<![\w-])(?:{_DECIMAL}|(?:a )?{_WORD_EN}(?:(?:-| and | ){_WORD_EN}){{0,12}})"
_SUM_EN = rf"{_DECIMAL}(?: (?:thousand|million|billion))?"
_CODE_EN = "(?:RMB|CNY|USD|HKD|EUR|GBP|JPY|CHF|AUD|CAD|SGD|TWD|MOP|INR)"
_NAME_EN = r"(?:euros?|dollars?|pounds?|yuan|francs?)\b"
# a match key has no blank before a sign: "of $5" is "of$5"
_MONEY_EN = (
    rf"(?:(?<![A-Za-z]){_CODE_EN} ?|(?:(?<![A-Za-z])(?:US|HK|NT|A|C|S))?\$|[€£¥￥]){_SUM_EN}"
    rf"|(?<![\d.,]){_SUM_EN} ?(?:€|£|{_CODE_EN}\b|{_NAME_EN})"
)
_UNIT_EN = "metre|meter|kilometre|kilometer|tonne|ton|litre|knot|person|member|vessel|copie|copy|time"
_PLACE_EN = r"(?:\d+[A-Z]{0,2}\b|[IVXL]+\b|\([a-z]+\))(?:\([a-z0-9]+\))*"
_CITED_EN = "(?:[Aa]rticle|[Ss]ection|[Cc]hapter|[Pp]art|[Rr]ule|[Rr]egulation|[Ss]chedule|[Aa]nnexe?|[Pp]aragraph)"
_OFFICE_EN = "(?:Office|Centre|Center|Committee|Authority|Department|Bureau|Commission|Council|Agency)"
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_ENGLISH = (
    (AtomKind.DATE, rf"\b\d{{1,2}} {_MONTH}(?: \d{{4}})?|\b{_MONTH} \d{{1,2}},? ?\d{{4}}"),
    (AtomKind.NUMBER, r"\b(?:[A-Z][A-Za-z]+ ){0,4}No\. ?\d+(?: of \d{4})?"),
    (AtomKind.AMOUNT, _MONEY_EN),
    (AtomKind.AMOUNT, rf"{_COUNTED_EN} {_NAME_EN}"),
    (AtomKind.DEADLINE, rf"{_COUNTED_EN}(?: (?:working|calendar|business|clear))?[ -](?:hour|day|week|month|year)s?\b"),
    (AtomKind.PERCENTAGE, rf"{_COUNTED_EN} per ?cent\b"),
    (AtomKind.COUNT, rf"{_COUNTED_EN} (?:{_UNIT_EN})s?\b"),
    (AtomKind.CITED, rf"\b{_CITED_EN}s? {_PLACE_EN}"),
    (AtomKind.BODY, rf"\b(?!The )(?:[A-Z][a-z]+ ){{1,5}}{_OFFICE_EN}\b"),
)
_LIST = re.compile(rf"\b{_CITED_EN}s {_PLACE_EN}")
_LISTED = re.compile(
    rf"(?:, ?(?:and |or )?| (?:and|or|to) |-)({_PLACE_EN})(?![\d%]|\.\d| (?:day|week|month|year|hour|per))"
)
"""A further number of a list of citations: Articles 2, 3 and 4."""
_LATIN = re.compile("[A-Za-z$€£¥￥]")
_LATIN_FORMS: tuple[tuple[AtomKind, re.Pattern[str]], ...] = tuple((kind, re.compile(form)) for kind, form in _ENGLISH)
_FORMS: tuple[tuple[AtomKind, re.Pattern[str]], ...] = (
    (AtomKind.CITED, re.compile(_CITED)),
    (
        AtomKind.PERCENTAGE,
        re.compile(
            rf"{_RANGE}(?:\d+(?:\.\d+)?)[%‰](?:[-~至到]\d+(?:\.\d+)?[%‰])?|百分之[{_HAN}点]+|千分之[{_HAN}点]+|万分之[{_HAN}点]+|(?<!\d)\d+(?:\.\d+)?个百分点"
        ),
    ),
    (
        AtomKind.RATIO,
        re.compile(
            r"(?<!\d)\d+(?:\.\d+)?:\d+(?:\.\d+)?|(?<![一二三四五六七八九十])[一二三四五六七八九十]+分之[一二三四五六七八九十]+"
        ),
    ),
    (AtomKind.AMOUNT, re.compile(rf"{_RANGE}{_NUM}{_SCALE}{_MONEY}{_PER}")),
    (AtomKind.DEADLINE, re.compile(rf"{_RANGE}{_NUM}(?:个半(?:月|小时|学年)|(?:年|个月|天|个?小时)半(?!数))")),
    (AtomKind.DEADLINE, re.compile(rf"{_RANGE}{_NUM}{_TIME}")),
    (AtomKind.DEADLINE, re.compile(r"(?<![一二两三四五六七八九十])半个?(?:年|月|天|日|小时|学年)(?![期度刊票制])")),
    (AtomKind.COUNT, re.compile(rf"{_RANGE}{_NUM}{_SCALE}{_COUNTED}{_PER}")),
    (AtomKind.COUNT, re.compile(r"\d{1,2}[时点](?:\d{1,2}分)?(?![间候期段限])")),
    (AtomKind.FIGURE, re.compile(rf"{_DECIMAL}[万亿]?")),
    (
        AtomKind.WORD,
        re.compile(
            r"[A-Za-z\u00c0-\u024f][0-9A-Za-z\u00c0-\u024f]*(?:(?:[&'/+_-]|\.(?=[0-9a-z]))[0-9A-Za-z\u00c0-\u024f]+)*"
        ),
    ),
)
# an item's label opens the text or follows the end of a sentence or of an item; anywhere else it is a citation
_LABEL = re.compile(
    r"(?:(?<=[:;。,])|^)(?:[(](?:[一二三四五六七八九十]{1,3}|\d{1,2}|[a-z])[)]、?|\d{1,2}[.、](?!\d)|[①-⑳])"
)
_FEW_TERMS = 60  # more are looked up by their length: a pattern tries them one after the other at every place
_DATE_FORM = re.compile(_DATE)
_NUMBER_FORM = re.compile(_NUMBER)
_BODY_FORM = re.compile(_BODY)
_DEPARTMENT_FORM = re.compile(_DEPARTMENT)
_DEFINED = re.compile(r"以下(?:统称|简称|称)(?:为)?[\"'《<]?([^\"'》>()。，,;；]{2,16})[\"'》>]?[)。,，;；]")
_MEANT = re.compile(
    r"本(?:办法|规定|条例|细则|法|规则|意见|措施|方案)所称(?:的)?[\"'《]?([^\"'《》,。;:的]{3,12}?)[\"'》]?,?(?:是)?指"
)


def defined_terms(*keys: str) -> tuple[str, ...]:
    """Return the terms that texts define for themselves (以下简称…, 本办法所称…是指), longest first, of match keys."""
    found = {term for key in keys for term in _defined_in(key)}
    return _Terms(sorted(found, key=lambda term: (-len(term), term)))


class _Terms(tuple[str, ...]):
    """Terms whose hash is worked out once: every clause is cut with the same ones, and a text may define thousands."""

    def __hash__(self) -> int:
        known: int | None = self.__dict__.get("known")
        if known is None:
            known = self.__dict__["known"] = tuple.__hash__(self)
        return known


@lru_cache(maxsize=4096)
def _defined_in(key: str) -> tuple[str, ...]:
    return tuple(match[1] for form in (_DEFINED, _MEANT) for match in form.finditer(key))


@lru_cache(maxsize=8)
def _terms_form(terms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(term) for term in terms))


def _terms_in(key: str, terms: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield where terms stand in a key, the longest where several begin at one place."""
    if not terms:
        return
    if len(terms) <= _FEW_TERMS:
        yield from (match.span() for match in _terms_form(terms).finditer(key))
        return
    known, sizes = _by_size(terms)
    at = 0
    while at < len(key):
        size = next((size for size in sizes if at + size <= len(key) and key[at : at + size] in known), 0)
        if size:
            yield at, at + size
        at += size or 1


@lru_cache(maxsize=8)
def _by_size(terms: tuple[str, ...]) -> tuple[Set[str], Sequence[int]]:
    return frozenset(terms), sorted({len(term) for term in terms}, reverse=True)


def _titles(key: str) -> Iterable[Atom]:
    """Yield 《titles》, the outermost where they nest; an unclosed mark opens nothing."""
    depth, opened = 0, -1
    for at, sign in enumerate(key):
        if sign == "《":
            depth, opened = (depth + 1, opened) if depth else (1, at)
        elif sign == "》" and depth:
            depth -= 1
            if not depth:
                yield Atom(opened, at + 1, AtomKind.TITLE)
        elif sign in "。\n" and depth:
            depth = 0


def _with_place(key: str, start: int) -> int:
    """Return where the place before 市, 省, 区 or 县 begins: 深圳 of 深圳市财政局, if the dictionary has it."""
    for length in (3, 2):
        if start >= length and is_word(key[start - length : start + 1]):
            return start - length
    return start


def _issuer_start(key: str, start: int, end: int) -> int:
    """Return where a document number begins: a dictionary word glued before it (通知, 文号) is not part of it."""
    bracket = key.find("[", start, end)
    while bracket - start > 2:
        first = words(key[start:bracket])[0]
        if len(first) < 2 or bracket - start - len(first) < 2:
            break
        start += len(first)
    return start


def _listed(key: str) -> Iterable[tuple[int, int]]:
    """Yield the places of the numbers in lists of citations, the first one with the word before it."""
    for head in _LIST.finditer(key):
        yield head.span()
        at = head.end()
        while (match := _LISTED.match(key, at)) is not None:
            yield match.span(1)
            at = match.end(1)


@lru_cache(maxsize=4096)
def find_atoms(key: str, terms: tuple[str, ...] = ()) -> tuple[Atom, ...]:
    """Return the atoms of a match key in order; they never overlap, and an earlier form of the list goes first."""
    taken: list[Atom] = []
    free = bytearray(b"\x01" * len(key))

    def take(start: int, end: int, kind: AtomKind) -> None:
        if start < end and all(free[start:end]):
            free[start:end] = bytes(end - start)
            taken.append(Atom(start, end, kind))

    for match in _LABEL.finditer(key):
        take(match.start(), match.end(), AtomKind.LABEL)
    for atom in _titles(key) if "《" in key else ():
        take(atom.start, atom.end, atom.kind)
    for match in _DATE_FORM.finditer(key):
        take(match.start(), match.end(), AtomKind.DATE)
    for match in _NUMBER_FORM.finditer(key):
        take(_issuer_start(key, match.start(), match.end()), match.end(), AtomKind.NUMBER)
    for start, end in _terms_in(key, terms):
        take(start, end, AtomKind.TERM)
    for match in _BODY_FORM.finditer(key):
        take(_with_place(key, match.start()), match.end(), AtomKind.BODY)
    for match in _DEPARTMENT_FORM.finditer(key):
        take(match.start(), match.end(), AtomKind.BODY)
    latin = bool(_LATIN.search(key))
    for start, end in _listed(key) if latin else ():
        take(start, end, AtomKind.CITED)
    for kind, form in (*_LATIN_FORMS, *_FORMS) if latin else _FORMS:
        for match in form.finditer(key):
            take(match.start(), match.end(), kind)
    return tuple(sorted(taken, key=lambda atom: atom.start))
