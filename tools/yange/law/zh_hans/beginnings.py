"""Read the statements of a Chinese text on its own first day: 自2020年3月1日起施行, 自公布之日起30日后施行.

A statement is only read if nothing else in its sentence may change it; :mod:`.left` reports the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from yange.law.aspects.effects import Commencement
from yange.law.zh_hans.clause_lists import LABEL, LABELS, labels
from yange.law.zh_hans.days import LOOSE_DAY, read_loose_day
from yange.law.zh_hans.packed import YEAR, Sentence, Writing, chinese_lines, sentences_in
from yange.law.zh_hans.terms import TERM, read_term
from yange.model import Basis

__all__ = [
    "BARE_VERB", "CLOCK", "CLOSED", "LINKS", "RANGE", "SELF", "VERB", "commencements", "in_sentence", "is_own",
]  # fmt: skip

_AREA = (
    r"(?:在(?:全[省市区县国州军]|全自治[区州县]|本[省市区县州]|本自治[区州县]|[一-鿿]{0,8}?(?:行政区域"
    r"|辖区))(?:范围)?内?)?"
)
_HOW = "(?:正式|开始|起|全面|统一|同时|追溯|予以|立即|即行|即|均|将)*"
BARE_VERB = "(?:施行|实施|执行|生效|试行|起效|适用|实行|启用)"
VERB = rf"{_AREA}{_HOW}{BARE_VERB}(?:并?{BARE_VERB})?"
CLOSED = (
    rf"(?=[^一-鿿]|$|有效|至|到|暂定|试行|期|为期|的?同时|[一二两三四五六七八九十半]+(?:个月|周?年)|并|但|其"
    rf"|[以之]?外|{LABEL})"
)
CLOCK = (
    "(?:[（(](?:含?(?:当|本|该)[日天]|(?:星期|周)[一二三四五六日天])[）)])?"
    "(?:上午|凌晨)?(?:零[时点]|(?:[01]?[0-9]|2[0-3])(?:[时点]|[:：][0-5][0-9]))?整?"
)
"""What may stand between a day and 起: the day of the week, 含当日, the hour."""
_STATED = re.compile(rf"(?:[自从由于在]|定于)?(?P<day>{LOOSE_DAY}){CLOCK}(?:之?日)?(?:起|开始|始)?[，,]?{VERB}{CLOSED}")
_DATE_IS = re.compile(
    rf"{BARE_VERB}(?:日期|时间|之?日)(?:[:：]|为|是|定为|定于)(?:自|从)?(?P<day>{LOOSE_DAY}){CLOCK}起?(?=[^一-鿿]|$)"
)
RANGE = re.compile(
    rf"[自从]?(?P<from>{LOOSE_DAY}){CLOCK}(?:起|开始)?[，,]?(?:至|到|—|－|-|~)(?P<day>{LOOSE_DAY})(?:24[时点])?止?"
    rf"(?:期间|内)?[，,]?(?:有效|{VERB}){CLOSED}"
)
_TERM_FROM = re.compile(rf"有效期(?:限|间)?(?:为自?|自)(?P<day>{LOOSE_DAY}){CLOCK}起?(?=[，,]?(?:至|到|—|－|-|~))")
_ISSUED = "印发|下发|签发|签署|发文|发布|公布|颁布|公告|刊登|登载|通过|批准|核准"
_COUNTS_FROM_ISSUE = re.compile(
    r"[自从由于]|(?:本(?![市省区县州地级])[一-鿿]{1,16}?|此件)?(?:印发|下发|签发|签署|发文|发布|公布|颁布)(?:之日|之后|次日|后[^，。；]{1,8}[日月年])"
)
"""Events that need no 自: only the issue of the text itself, as 报市政府批准后施行 is about something else."""

_AT_ONCE = re.compile(rf"[自从]?(?P<what>即日)起?[，,]?{VERB}{CLOSED}")
_SUBJECT = re.compile(rf"(?P<labels>{LABELS})(?:的?(?:规定|内容|条款)|中的?规定)?[，,]?$")
_NAMES_PART = re.compile(
    rf"{LABEL}|日修[正订][之的]条文|其中|部分|标准|项目|附件|涉及|有关|除外|在(?!全|本)[一-鿿]{{1,12}}$"
)
SELF = re.compile(
    r"(?<![文基根原资成样版日书])本(?![市省区县州地级人年月届次科局厅委部院校行身类项款条章](?!例|政(?:法规|命令|长官批示))|单位|企业|公司|行业|部门)[一-鿿]"
    r"|此件|现予|现将|现印发|现公布|予以公布|予以印发|令第|发布[，,]|^[（(]|^[^《]*通过[，,]?$"
)
_HEDGED = re.compile(
    r"(?:[不未]|[拟暂预原]定?|预计|计划|打算|争取|力争|建议|可以?|能|应当?|须|最[早迟]|是否|如果?|若|假如|倘若?|除非)"
    r"(?:自|从|于|在)?$"
)
"""Words before a first day that make it a plan, a wish, a condition or its contrary: 拟于…施行, 不自…起施行."""
_EXCEPTED = re.compile(rf"除(?:本[一-鿿]{{1,12}}?)?(?P<labels>{LABELS})(?:[^，,]{{0,12}}?)(?:外|以外|之外)")
_SPEAKS = re.compile(rf"{BARE_VERB}|有效")
_ISSUE = re.compile(f"{_ISSUED}|即日")
"""Every first day is a day, or counts from one of these events."""
_SIGNED_WORDS = frozenset({"印发", "下发", "签发", "签署", "发文", "即日"})
_PUBLISHED_WORDS = frozenset({"发布", "公布", "颁布", "公告", "刊登", "登载"})
LINKS = " \u3000\t，,、：:但而且并和外"


@cache
def _relative(gazette: str) -> re.Pattern[str]:
    """Return the pattern of a first day that counts from the issue of the text; see :attr:`Writing.gazette`."""
    subject = r"(?:(?:本|该)(?:(?![自从由于])[一-鿿]){1,16}?|此件)?"
    issued = rf"(?P<what>{_ISSUED})(?=[^，。；]{{0,24}}?(?:日|起|后))"
    on = r"(?:(?P<next>(?:之日)?[的之]?(?:次日|翌日|第二[日天]))|之?日|当[日天]|后)?(?:起|后|开始)?"
    delay = rf"(?:(?:满|经过|第)?{TERM})?(?:之?后|届满|期满)?起?[，,]?"
    return re.compile(rf"[自从由于]?{subject}{gazette}{issued}{on}{delay}{VERB}{CLOSED}")


def commencements(text: str, writing: Writing) -> Iterator[Commencement]:
    """Yield the statements of ``text`` on its own first day.

    自2020年3月1日起施行 is stated; 自印发之日起 has the basis signed, 自发布之日起 published; 自通过之日起 and
    自批准之日起 have the basis unknown. The first day of a single measure (从2020年1月1日起，免费…), or in a single
    place, is not a commencement.
    """
    for at, line in chinese_lines(text):
        for one in _in_line(line, writing):
            yield replace(one, start=one.start + at, end=one.end + at)


@lru_cache(maxsize=4096)
def _in_line(line: str, writing: Writing) -> tuple[Commencement, ...]:
    sentences = sentences_in(line, _SPEAKS, writing)
    return tuple(one for sentence in sentences for _, one in in_sentence(line, sentence, writing))


def in_sentence(line: str, sentence: Sentence, writing: Writing) -> Iterator[tuple[re.Match[str], Commencement]]:
    """Yield the statements of a sentence of a line, each with its match in the packed line."""
    if not (sentence.has(_SPEAKS) and (sentence.has(YEAR) or sentence.has(_ISSUE))):
        return
    relative = _relative(writing.gazette)
    found = sorted(
        (
            match
            for form in (_STATED, RANGE, _TERM_FROM, _DATE_IS, relative, _AT_ONCE)
            for match in form.finditer(sentence.text, sentence.start, sentence.end)
        ),
        key=lambda match: (match.start(), -match.end()),
    )
    at = sentence.start
    for match in found:
        if match.start() < at:
            continue
        before = sentence.text[at : match.start()]
        if match.re is relative and not _COUNTS_FROM_ISSUE.match(match[0]):
            continue
        if _HEDGED.search(before):
            continue
        clauses = _SUBJECT.search(_without_exception(before))
        if clauses is None and not is_own(before):
            continue
        parts = writing.printed(labels(clauses["labels"])) if clauses else ()
        one = _commencement(line, sentence, match, parts, writing)
        if one is not None:
            at = match.end()
            yield match, one


def _without_exception(before: str) -> str:
    """Return the words without 除第三条外, whose labels do not begin on that day."""
    return _EXCEPTED.sub("", before)


def is_own(before: str) -> bool:
    """Return whether a statement with these words before it is about the whole text itself."""
    rest = _without_exception(before).strip(LINKS)
    if (
        not rest
        or rest.endswith(("》", "》，"))
        or re.fullmatch(rf"{LABEL}|[一二三四五六七八九十百]+|[0-9]{{1,3}}[.．]?", rest)
    ):
        return True
    own = list(SELF.finditer(rest))
    return bool(own) and not _NAMES_PART.search(rest, own[-1].end())


def _commencement(
    line: str, sentence: Sentence, match: re.Match[str], clauses: tuple[str, ...], writing: Writing
) -> Commencement | None:
    start, end = sentence.span(*match.span())
    groups = match.groupdict()
    printed = groups.get("from") or (groups.get("day") if "what" not in groups else None)
    excepted = _EXCEPTED.search(sentence.text, sentence.start, sentence.end)
    left_out = writing.printed(labels(excepted["labels"])) if excepted and not clauses else ()
    if printed is not None:
        day = read_loose_day(printed)
        if day is None:
            return None
        return Commencement(
            start, end, line[start:end], Basis.STATED, day.first, 0, clauses, exact=day.exact, excepted=left_out
        )
    days, months = _delay(groups)
    return Commencement(
        start, end, line[start:end], _basis(groups["what"]), None, days, clauses, months, excepted=left_out
    )


def _basis(what: str) -> Basis:
    if what in _SIGNED_WORDS:
        return Basis.SIGNED
    return Basis.PUBLISHED if what in _PUBLISHED_WORDS else Basis.UNKNOWN


def _delay(groups: dict[str, str | None]) -> tuple[int, int]:
    """Return the days and the months of a delay."""
    if groups.get("next"):
        return 1, 0
    if not groups.get("n"):
        return 0, 0
    _, months, days = read_term(groups)
    return days or 0, months or 0
