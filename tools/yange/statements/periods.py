"""What a Chinese text says of its own first and last day.

A statement is read only where nothing in its sentence is left that may change it; :mod:`.unread` reports the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from yange.dates import last_day_of_months, last_day_of_years, later
from yange.law.zh_hans.numerals import read_chinese_numeral
from yange.model import Basis
from yange.statements import english
from yange.statements.days import LOOSE_DAY, read_loose_day
from yange.statements.labels import LABEL, LABELS, labels
from yange.statements.packed import Sentence, packed_sentences

_NUMERAL = "(?:[0-9]+|[一二两三四五六七八九十百]+|半)"
_TERM = rf"(?P<n>{_NUMERAL})(?P<unit>周?年|个?月|[日天周])(?![以内度前])"
_AREA = (
    r"(?:在(?:全[省市区县国州军]|全自治[区州县]|本[省市区县州]|本自治[区州县]|[一-鿿]{0,8}?(?:行政区域"
    r"|辖区))(?:范围)?内?)?"
)
_HOW = "(?:正式|开始|起|全面|统一|同时|追溯|予以|均|将)*"
_BARE_VERB = "(?:施行|实施|执行|生效|试行|起效|适用|实行|启用)"
_VERB = rf"{_AREA}{_HOW}{_BARE_VERB}(?:并?{_BARE_VERB})?"
_CLOSED = (
    rf"(?=[^一-鿿]|$|有效|至|到|暂定|试行|期|为期|的?同时|[一二两三四五六七八九十半]+(?:个月|周?年)|并|但|其"
    rf"|[以之]?外|{LABEL})"
)
_CLOCK = "(?:上午|凌晨)?(?:零[时点]|(?:[01]?[0-9]|2[0-3])(?:[时点]|[:：][0-5][0-9]))?整?"
_STATED = re.compile(
    rf"(?:[自从由于在]|定于)?(?P<day>{LOOSE_DAY}){_CLOCK}(?:之?日)?(?:起|开始|始)?[，,]?{_VERB}{_CLOSED}"
)
_DATE_IS = re.compile(
    rf"{_BARE_VERB}(?:日期|时间|之?日)(?:[:：]|为|是|定为|定于)(?:自|从)?(?P<day>{LOOSE_DAY}){_CLOCK}起?(?=[^一-鿿]|$)"
)
_TERM_FROM = re.compile(rf"有效期(?:限|间)?(?:为自?|自)(?P<day>{LOOSE_DAY}){_CLOCK}起?(?=[，,]?(?:至|到|—|－|-|~))")
_ISSUED = "印发|下发|签发|签署|发文|发布|公布|颁布|公告|刊登|登载|通过|批准|核准"
_RELATIVE = re.compile(
    rf"[自从由于]?(?:(?:本|该)(?:(?![自从由于])[一-鿿]){{1,16}}?|此件)?(?P<what>{_ISSUED})(?=[^，。；]{{0,24}}?(?:日|起|后))"
    r"(?:(?P<next>(?:之日)?的?(?:次日|翌日|第二[日天]))|之?日|当[日天]|后)?(?:起|后|开始)?"
    rf"(?:(?:满|经过|第)?{_TERM})?(?:之?后|届满|期满)?起?[，,]?{_VERB}{_CLOSED}"
)
_COUNTS_FROM_ISSUE = re.compile(
    r"[自从由于]|(?:本(?![市省区县州地级])[一-鿿]{1,16}?|此件)?(?:印发|下发|签发|签署|发文|发布|公布|颁布)(?:之日|之后|次日|后[^，。；]{1,8}[日月年])"
)
"""Without 自 only the text's own issue: 报市政府批准后施行 speaks of something else."""

_AT_ONCE = re.compile(rf"[自从]?(?P<what>即日)起?[，,]?{_VERB}{_CLOSED}")
_SUBJECT = re.compile(rf"(?P<labels>{LABELS})(?:的?(?:规定|内容|条款)|中的?规定)?[，,]?$")
_NAMES_PART = re.compile(rf"{LABEL}|其中|部分|标准|项目|附件|涉及|有关|除外|在(?!全|本)[一-鿿]{{1,12}}$")
_SELF = re.compile(
    r"(?<![文基根原资成样版日书])本(?![市省区县州地级人年月届次科局厅委部院校行身类项款条章](?!例)|单位|企业|公司|行业|部门)[一-鿿]"
    r"|此件|现予|现将|现印发|现公布|予以公布|予以印发|令第|发布[，,]|^[（(]|^[^《]*通过[，,]?$"
)
_EXCEPTED = re.compile(rf"除(?:本[一-鿿]{{1,12}}?)?(?P<labels>{LABELS})(?:[^，,]{{0,12}}?)(?:外|以外|之外)")
_SPEAKS = re.compile(rf"{_BARE_VERB}|有效")
_SIGNED_WORDS = frozenset({"印发", "下发", "签发", "签署", "发文", "即日"})
_PUBLISHED_WORDS = frozenset({"发布", "公布", "颁布", "公告", "刊登", "登载"})
_LINKS = " \u3000\t，,、：:但而且并和外"

_PERIOD = "(?:(?:有效|试行|施行|实施|执行|暂行)(?:期限?|期间|时间)|(?<=[，,])(?:期限?|为期|暂定))"
_FOR = re.compile(rf"(?:{_PERIOD}(?:暂?定?为|暂?定|是|设定为|共|[:：])?|(?:有效|暂定|暂行|试行|施行|执行)){_TERM}")
_UNTIL = re.compile(
    rf"(?:{_PERIOD}|有效|截止(?:日期|时间)?)(?:为|是|暂定|[:：])?(?:自?{LOOSE_DAY}起?)?"
    rf"(?:截?至|截?止?到|截止至?|—|－|-|~|为)(?P<day>{LOOSE_DAY})(?:24[时点])?止?"
)
_RUNS_TO = re.compile(rf"{_BARE_VERB}[，,]?(?:有效)?(?:至|到|截止到?|截至)(?P<day>{LOOSE_DAY})(?:24[时点])?止?")
_RANGE = re.compile(
    rf"[自从]?(?P<from>{LOOSE_DAY}){_CLOCK}(?:起|开始)?[，,]?(?:至|到|—|－|-|~)(?P<day>{LOOSE_DAY})(?:24[时点])?止?"
    rf"(?:期间|内)?[，,]?(?:有效|{_VERB}){_CLOSED}"
)
_STOPS = r"(?:废止|失效|停止(?:执行|施行|实施|适用)|终止(?:执行|施行|实施)?|不再(?:执行|施行|实施|有效|适用))"
_ENDS = re.compile(
    rf"(?P<how>[自从于在]|至|到)?(?P<day>{LOOSE_DAY}){_CLOCK}(?P<from>起)?[，,]?"
    rf"(?:自行|自动|即行|同时|予以|正式|即|全部|将)*(?:{_STOPS}|(?P<full>到期|届满|期满|截止|止(?=[。；，,;）)]|$)))(?!的)"
)
_OWN_TERM = re.compile(r"(?:本|此)(?!证|许可|执照|资格)[一-鿿（）()]{1,16}$")


@dataclass(frozen=True, slots=True)
class Commencement:
    """A statement of a first day: ``[start, end)`` in characters.

    ``day`` is set for a stated day only; ``exact`` is ``False`` where only a month or a year is printed, whose first
    day it is. ``delay`` counts the days and ``months`` the months to add to the signing or publication
    (自公布之日起30日后). ``clauses`` are the labels concerned where only parts begin then; empty means the whole, but
    for the labels ``excepted``.
    """

    start: int
    end: int
    phrase: str
    basis: Basis
    day: date | None
    delay: int = 0
    clauses: tuple[str, ...] = ()
    months: int = 0
    exact: bool = True
    excepted: tuple[str, ...] = ()

    def first_day(self, *, signed: date | None, published: date | None) -> date | None:
        """Return the first day, given when the text was signed and officially published.

        A delay is counted without the day it is counted from (民法典 第二百零一条), a month ends on the day of the same
        number (第二百零二条): 自1月1日起30日后 is 31 January, 一个月后 1 February. Where the last day of the delay is
        taken to be over first, it is one day later; the importer says so.
        """
        base = {Basis.STATED: self.day, Basis.SIGNED: signed, Basis.PUBLISHED: published}.get(self.basis)
        return None if base is None else later(base, months=self.months, days=self.delay)


@dataclass(frozen=True, slots=True)
class Expiry:
    """A statement of a last day in force: a stated ``day``, or ``years``, ``months`` or ``days`` from the first on.

    ``exact`` is ``False`` where the words leave a day of doubt: a month, a year, or 于2018年5月1日失效.
    """

    start: int
    end: int
    phrase: str
    years: int | None
    day: date | None
    months: int | None = None
    days: int | None = None
    exact: bool = True

    def last_day(self, first: date) -> date | None:
        """Return the last day in force of a text that counts from ``first``."""
        if self.day is not None:
            return self.day
        if self.years:
            return last_day_of_years(first, self.years)
        if self.months:
            return last_day_of_months(first, self.months)
        return later(first, days=self.days - 1) if self.days else None


def commencements(text: str) -> tuple[Commencement, ...]:
    """Return what ``text`` says of its own first day, in order.

    自2020年3月1日起施行 is stated; 自印发之日起 has the basis signed, 自发布之日起 published (design §4); 自通过之日起
    and 自批准之日起 have the basis unknown. A day from which a single measure runs (从2020年1月1日起，免费…) or which
    holds in one place only is no commencement.
    """
    found = [one for sentence in packed_sentences(text, _SPEAKS) for one in _in_sentence(text, sentence)]
    found.extend(map(partial(_from_english, text), english.begins(text)))
    return tuple(sorted(found, key=lambda one: one.start))


def _from_english(text: str, one: english.Begins) -> Commencement:
    basis = Basis.STATED if one.day else Basis.PUBLISHED if one.what.startswith(("pu", "pro")) else Basis.SIGNED
    phrase = text[one.start : one.end]
    return Commencement(one.start, one.end, phrase, basis, one.day, one.days, one.parts, one.months)


def _in_sentence(text: str, sentence: Sentence) -> Iterator[Commencement]:
    found = sorted(
        (
            match
            for form in (_STATED, _RANGE, _TERM_FROM, _DATE_IS, _RELATIVE, _AT_ONCE)
            for match in form.finditer(sentence.text, sentence.start, sentence.end)
        ),
        key=lambda match: (match.start(), -match.end()),
    )
    at = sentence.start
    for match in found:
        if match.start() < at:
            continue
        before = sentence.text[at : match.start()]
        if match.re is _RELATIVE and not _COUNTS_FROM_ISSUE.match(match[0]):
            continue
        clauses = _SUBJECT.search(_without_exception(before))
        if clauses is None and not is_own(before):
            continue
        one = _commencement(text, sentence, match, labels(clauses["labels"]) if clauses else ())
        if one is not None:
            at = match.end()
            yield one


def _without_exception(before: str) -> str:
    """Leave out 除第三条外: the labels in it are not what begins."""
    return _EXCEPTED.sub("", before)


def is_own(before: str) -> bool:
    """Tell whether words in front of a statement leave the whole text itself as what it is about."""
    rest = _without_exception(before).strip(_LINKS)
    if (
        not rest
        or rest.endswith(("》", "》，"))
        or re.fullmatch(rf"{LABEL}|[一二三四五六七八九十百]+|[0-9]{{1,3}}[.．]?", rest)
    ):
        return True
    own = list(_SELF.finditer(rest))
    return bool(own) and not _NAMES_PART.search(rest, own[-1].end())


def _commencement(text: str, sentence: Sentence, match: re.Match[str], clauses: tuple[str, ...]) -> Commencement | None:
    start, end = sentence.span(*match.span())
    groups = match.groupdict()
    printed = groups.get("from") or (groups.get("day") if "what" not in groups else None)
    excepted = _EXCEPTED.search(sentence.text, sentence.start, sentence.end)
    left_out = labels(excepted["labels"]) if excepted and not clauses else ()
    if printed is not None:
        day = read_loose_day(printed)
        if day is None:
            return None
        return Commencement(
            start, end, text[start:end], Basis.STATED, day.first, 0, clauses, exact=day.exact, excepted=left_out
        )
    days, months = _delay(groups)
    return Commencement(
        start, end, text[start:end], _basis(groups["what"]), None, days, clauses, months, excepted=left_out
    )


def _basis(what: str) -> Basis:
    if what in _SIGNED_WORDS:
        return Basis.SIGNED
    return Basis.PUBLISHED if what in _PUBLISHED_WORDS else Basis.UNKNOWN


def _delay(groups: dict[str, str | None]) -> tuple[int, int]:
    """Return the days and the months of a delay."""
    if groups.get("next"):
        return 1, 0
    numeral, unit = groups.get("n"), groups.get("unit")
    if not numeral or not unit:
        return 0, 0
    _, months, days = _length(numeral, unit)
    return days or 0, months or 0


def _length(numeral: str, unit: str) -> tuple[int | None, int | None, int | None]:
    """Return a length as (years, months, days): whole years as years too, half a year as six months."""
    half = numeral == "半"
    count = 1 if half else read_chinese_numeral("二" if numeral == "两" else numeral) or 0
    if unit.endswith("年"):
        return (None, 6, None) if half else (count, 12 * count, None)
    if unit.endswith("月"):
        return (None, None, 15) if half else (None, count, None)
    return None, None, count * (7 if unit == "周" else 1)


def expiries(text: str) -> tuple[Expiry, ...]:
    """Return what ``text`` says of its own last day, in order.

    A 有效期 counts where it stands in or right behind the sentence of the commencement, or has the text itself as its
    subject (本办法有效期5年); the validity of a permit or of a single measure does not.
    """
    found: list[Expiry] = []
    behind = False
    for sentence in packed_sentences(text, _MAY_END):
        begun = [one for one in _starts(sentence) if sentence.start <= one[0] < sentence.end and not one[2]]
        found.extend(_ends_in(text, sentence, [end for _, end, _ in begun], behind=behind))
        behind = bool(begun)
    for end in english.ends(text):
        years = None if end.months is None or end.months % 12 else end.months // 12
        found.append(
            Expiry(
                end.start, end.end, text[end.start : end.end], years, end.day, None if years else end.months,
                exact=end.exact,
            )
        )  # fmt: skip
    return tuple(sorted(set(found), key=lambda one: (one.start, one.end)))


_MAY_END = re.compile(rf"{_BARE_VERB}|有效|期|{_STOPS}|截止|暂定")


def _starts(sentence: Sentence) -> list[tuple[int, int, tuple[str, ...]]]:
    """The commencements of a sentence by their packed spans."""
    back = {offset: at for at, offset in enumerate(sentence.packed.offsets)}
    plain = Sentence(0, sentence.packed, sentence.start, sentence.end)
    return [(back[one.start], back[one.end - 1] + 1, one.clauses) for one in _in_sentence("", plain)]


def _ends_in(text: str, sentence: Sentence, begun: Sequence[int], *, behind: bool) -> Iterator[Expiry]:
    span = sentence.start, sentence.end
    taken: list[tuple[int, int]] = []
    for form in (_RANGE, _UNTIL, _FOR, _RUNS_TO, _ENDS):
        for match in form.finditer(sentence.text, *span):
            if any(match.start("n" if form is _FOR else "day") < end and start < match.end() for start, end in taken):
                continue
            if _is_own_end(sentence, match, begun, behind=behind):
                one = _expiry(text, sentence, match)
                if one is not None:
                    taken.append(match.span())
                    yield one


def _is_own_end(sentence: Sentence, match: re.Match[str], begun: Sequence[int], *, behind: bool) -> bool:
    before = sentence.text[sentence.start : match.start()]
    if match.re is _RANGE or (match.re is _ENDS and not begun):
        return is_own(before) and (match.re is _RANGE or bool(_SELF.search(before)))
    since = [end for end in begun if end <= match.start() or match.start() < end < match.end()]
    between = sentence.text[max(since) : match.start()] if since else ""
    if since and not re.search("[》号]|许可|证书?$", between):
        return True
    if any(match.start() < end <= match.end() for end in begun):
        return True
    return bool(_OWN_TERM.search(before)) or (behind and not before.strip(_LINKS))


def _expiry(text: str, sentence: Sentence, match: re.Match[str]) -> Expiry | None:
    start, end = sentence.span(*match.span())
    groups = match.groupdict()
    if groups.get("day"):
        day = read_loose_day(groups["day"])
        if day is None:
            return None
        if match.re is not _ENDS or groups["full"] or groups["how"] in ("至", "到"):
            return Expiry(start, end, text[start:end], None, day.last, exact=day.exact)
        sure = bool(groups["from"]) and day.exact
        return Expiry(start, end, text[start:end], None, day.first - timedelta(days=1), exact=sure)
    years, months, days = _length(groups["n"], groups["unit"])
    return Expiry(start, end, text[start:end], years, None, None if years else months, days)
