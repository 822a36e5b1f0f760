"""What a text says of its own first and last day, and what its caption (题注) tells of its amendments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from yange.model import Amendment, Basis
from yange.numbering import read_chinese_numeral
from yange.statements.days import BLANK, ENGLISH_DAY, HAN_DAY, read_day
from yange.statements.instruments import ORDER, find_number, normalise_number

_NUMERAL = "(?:[0-9０-９]+|[一二两三四五六七八九十百]+)"
_VERB = "(?:正式|开始|起)?(?:施行|实施|执行|生效|试行)"
_STATED = re.compile(rf"[自从于]{BLANK}*(?P<day>{HAN_DAY}){BLANK}*(?:起|开始)?，?{BLANK}*{_VERB}")
_RELATIVE = re.compile(
    rf"[自从]{BLANK}*(?:本[一-鿿]{{2,8}}?|此件)?(?P<what>印发|下发|签发|签署|发布|公布|颁布|发文){BLANK}*之日{BLANK}*起"
    rf"(?:满?{BLANK}*(?P<n>{_NUMERAL})(?P<unit>日|天)(?:后|起)?)?{BLANK}*{_VERB}"
)
_ENGLISH_START = re.compile(
    r"\b(?:come|comes|enter|enters|take|takes|took|is|be)\b(?: in)?(?:to)? (?:force|effect|effective)"
    rf"(?: on| from| as from)? (?P<day>{ENGLISH_DAY})"
)
_CLAUSE_SUBJECT = re.compile(r"(第[一二三四五六七八九十百零〇0-9]+[条章节](?:第[一二三四五六七八九十0-9]+[款项])*)$")
_SELF = re.compile(
    r"本(?![市省区县地级人年月科院校]|单位|企业|行业|部门)[一-鿿]|此件|现予|现将|现印发|现公布|予以公布|予以印发|令第|发布[，,]|^[（(]"
)
_SPEAKS = re.compile(_VERB)
_SENTENCE = re.compile(r"[^。；;\n]*[。；;\n]?")
_SIGNED_WORDS = frozenset({"印发", "下发", "签发", "签署", "发文"})

_YEARS = re.compile(
    rf"有效期限?(?:为|是|定为|暂定为?|设定为)?{BLANK}*(?P<n>{_NUMERAL}){BLANK}*(?P<unit>周?年|个月)(?!以)"
)
_UNTIL = re.compile(rf"有效期限?(?:为|自)?(?:{HAN_DAY}起?)?(?:截?至|截?止?到|截止至?|—|－|-){BLANK}*(?P<day>{HAN_DAY})")
_RUNS_TO = re.compile(rf"{_VERB}[，,]?{BLANK}*(?:有效)?[至到]{BLANK}*(?P<day>{HAN_DAY})")
_OWN_TERM = re.compile(r"(?:本|此)(?!证|许可|执照|资格)[一-鿿（）()]{1,16}$")
_ENGLISH_UNTIL = re.compile(
    rf"\b(?:remains? (?:in force|valid)|valid|expires?|in force)(?: until| on| up to) (?P<day>{ENGLISH_DAY})"
)
_ENGLISH_YEARS = re.compile(
    r"\b(?:valid|in force) for (?:a (?:period|term) of )?"
    r"(?P<n>[0-9]+|one|two|three|four|five|six|seven|eight|nine|ten) years?\b"
)
_ENGLISH_NUMERALS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]

_CAPTION_STEP = re.compile(
    rf"(?P<day>{HAN_DAY})(?P<by>[^，,。；;）)]{{2,60}}?)(?P<what>发布|公布|通过|颁布|修正|修订|修改)"
)


@dataclass(frozen=True, slots=True)
class Commencement:
    """A statement of a first day: ``[start, end)`` in characters.

    ``day`` is set for a stated day only. ``delay`` counts the days to add to the signing or publication
    (自公布之日起30日后). ``clauses`` are the labels concerned where only parts begin then; empty means the whole.
    """

    start: int
    end: int
    phrase: str
    basis: Basis
    day: date | None
    delay: int = 0
    clauses: tuple[str, ...] = ()

    def first_day(self, *, signed: date | None, published: date | None) -> date | None:
        """Return the first day, given when the text was signed and officially published."""
        base = {Basis.STATED: self.day, Basis.SIGNED: signed, Basis.PUBLISHED: published}.get(self.basis)
        return None if base is None else base + timedelta(days=self.delay)


@dataclass(frozen=True, slots=True)
class Expiry:
    """A statement of a last day in force: a stated ``day``, or ``years`` or ``months`` from the first day on."""

    start: int
    end: int
    phrase: str
    years: int | None
    day: date | None
    months: int | None = None


@dataclass(frozen=True, slots=True)
class Caption:
    """What a caption below the title tells: the issuing order, the amending orders, the printed commencement."""

    start: int
    end: int
    issued: date | None
    number: str | None
    amendments: tuple[Amendment, ...]
    commenced: date | None


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences of ``text`` (ended by 。；; or a line break); they abut."""
    for match in _SENTENCE.finditer(text):
        if match.end() > match.start():
            yield match.span()


def _is_own(text: str, start: int, sentence: tuple[int, int]) -> bool:
    """Tell whether a 自…起施行 at ``start`` speaks of the text itself and not of some other measure."""
    before = text[sentence[0] : start]
    return bool(_SELF.search(before)) or not before.strip(" \u3000\t，,") or before.rstrip().endswith(("》", "》，"))


def commencements(text: str) -> tuple[Commencement, ...]:
    """Return what ``text`` says of its own first day, in order.

    自2020年3月1日起施行 is stated; 自印发之日起 has the basis signed, 自发布之日起 published (design §4). A day from
    which a single measure runs (从2020年1月1日起，免费…) is no commencement.
    """
    found: list[Commencement] = []
    for span in sentences(text) if _SPEAKS.search(text) else ():
        for match in _STATED.finditer(text, *span):
            day = read_day(match["day"])
            if day is not None and _is_own(text, match.start(), span):
                found.append(_commencement(text, match, span, Basis.STATED, day))
        for match in _RELATIVE.finditer(text, *span):
            basis = Basis.SIGNED if match["what"] in _SIGNED_WORDS else Basis.PUBLISHED
            if _is_own(text, match.start(), span):
                found.append(_commencement(text, match, span, basis, None))
    for match in _ENGLISH_START.finditer(text):
        found.append(Commencement(*match.span(), match[0], Basis.STATED, read_day(match["day"])))
    return tuple(sorted(found, key=lambda one: one.start))


def _commencement(
    text: str, match: re.Match[str], span: tuple[int, int], basis: Basis, day: date | None
) -> Commencement:
    groups = match.groupdict()
    delay = read_chinese_numeral(groups["n"]) if groups.get("n") else 0
    subject = _CLAUSE_SUBJECT.search(text[span[0] : match.start()])
    clauses = () if subject is None else (subject[1],)
    return Commencement(match.start(), match.end(), match[0], basis, day, delay or 0, clauses)


def expiries(text: str) -> tuple[Expiry, ...]:
    """Return what ``text`` says of its own last day, in order.

    A 有效期 counts where it stands in or right behind the sentence of the commencement, or has the text itself as its
    subject (本办法有效期5年); the validity of a permit or of a single measure does not.
    """
    starts = commencements(text)
    spans = list(sentences(text)) if starts or "有效期" in text else []
    found: list[Expiry] = []
    for k, span in enumerate(spans):
        begun = [one.end for one in starts if span[0] <= one.start < span[1] and not one.clauses]
        behind = k > 0 and any(spans[k - 1][0] <= one.start < spans[k - 1][1] for one in starts)
        for match in (*_YEARS.finditer(text, *span), *_UNTIL.finditer(text, *span)):
            before = text[span[0] : match.start()]
            own = any(end <= match.start() for end in begun) or bool(_OWN_TERM.search(before))
            if own or (behind and not before.strip()):
                found.append(_expiry(match))
        if begun:
            found.extend(_expiry(match) for match in _RUNS_TO.finditer(text, *span))
    found.extend(_expiry(match) for match in _ENGLISH_UNTIL.finditer(text))
    found.extend(_expiry(match) for match in _ENGLISH_YEARS.finditer(text))
    return tuple(sorted(found, key=lambda one: one.start))


def _expiry(match: re.Match[str]) -> Expiry:
    groups = match.groupdict()
    if groups.get("day"):
        return Expiry(*match.span(), match[0], None, read_day(groups["day"]))
    numeral = groups["n"]
    if numeral in _ENGLISH_NUMERALS:
        return Expiry(*match.span(), match[0], _ENGLISH_NUMERALS.index(numeral) + 1, None)
    count = read_chinese_numeral("二" if numeral == "两" else numeral)
    if groups.get("unit") == "个月":
        return Expiry(*match.span(), match[0], None, None, count)
    return Expiry(*match.span(), match[0], count, None)


def caption(text: str) -> Caption | None:
    """Read a caption (题注): （2014年12月1日…令第273号发布 2020年3月7日…令第326号修正 自2015年1月1日起施行）.

    Returns ``None`` where ``text`` does not begin with one.
    """
    bounds = re.match(rf"\s*[（(](?={HAN_DAY})[^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)]", text)
    if bounds is None:
        return None
    steps = list(_CAPTION_STEP.finditer(bounds[0]))
    if not steps:
        return None
    issued = next((step for step in steps if step["what"] in ("发布", "公布", "颁布", "通过")), None)
    amended = tuple(
        Amendment(
            number=_order(step["by"]),
            date=read_day(step["day"]),
            kind="修订" if step["what"] == "修订" else "修正",
        )
        for step in steps
        if step["what"] in ("修正", "修订", "修改")
    )
    stated = _STATED.search(bounds[0])
    return Caption(
        bounds.start(),
        bounds.end(),
        None if issued is None else read_day(issued["day"]),
        None if issued is None else _order(issued["by"]),
        amended,
        None if stated is None else read_day(stated["day"]),
    )


def _order(words: str) -> str | None:
    match = re.search(ORDER, words)
    return normalise_number(match[0]) if match else find_number(words)
