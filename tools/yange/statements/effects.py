"""What a text does to other instruments: repeals, lapses, extensions, suspensions, revivals."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from yange.model import EventKind
from yange.numbering import chinese_numeral, read_chinese_numeral
from yange.statements.days import BLANK, HAN_DAY, read_day
from yange.statements.instruments import NamedInstrument, named
from yange.statements.periods import sentences

_LABEL = (
    r"(?:第[一二三四五六七八九十百零〇0-9]+[条章节](?:之[一二三四五六七八九十]+)?(?:第[一二三四五六七八九十0-9]+[款项])*"
    r"|[（(][一二三四五六七八九十百]+[）)]|[一二三四五六七八九十百]+(?=、)|附件[0-9一二三四五六七八九十]*)"
)
_RANGE = re.compile(rf"(?P<from>{_LABEL})(?:(?:至|到|—|－|-)(?P<to>{_LABEL}))?")
_LABELS = rf"{_LABEL}(?:(?:、|，|,|和|及|以及|至|到|—|－|-)?{BLANK}*{_LABEL})*"
_EXTENT = (
    rf"(?:{BLANK}*中?的?{BLANK}*(?P<extent>{_LABELS})"
    r"[一二两三四五六七八九十]*(?:条|项|款|章|节)?(?:的?(?:规定|内容|条款))?)?"
)
_SINCE = rf"(?:[，,]?{BLANK}*自(?P<on>{HAN_DAY})起)?"
_LINK = (
    r"[，,]?(?:等[^，,。]{0,12})?(?:也|亦|均|同时|即行|即|予以|一并|相应|自行|随之|全文|正式|自本[一-鿿]{2,8}之日起)*"
)
_VERBS: dict[EventKind, str] = {
    EventKind.REPEAL: "(?:废止|停止执行|停止施行|停止实施|不再执行|不再施行|终止执行)",
    EventKind.DECLARED_LAPSED: "(?:宣布失效|自然失效|失效)",
    EventKind.SUSPENSION: "(?:暂停执行|暂停实施|暂停施行|暂停适用|中止执行)",
    EventKind.REVIVAL: "(?:恢复执行|恢复实施|恢复施行|恢复适用)",
    EventKind.EXTENSION: (
        "(?:的?有效期限?(?:延长|延续|延期|顺延)|延长有效期|延期执行|继续有效|继续执行|继续实施)"
        rf"{BLANK}*(?:(?:至|到)(?P<until>{HAN_DAY})|(?P<years>[0-9一二两三四五六七八九十]+)年)"
    ),
}
_AFTER = r"(?!的|后|或|前|情形|之日|程序|、)"
_SPEAKS = {kind: re.compile(verb) for kind, verb in _VERBS.items()}
_BETWEEN = re.compile(
    r"[，,、；;\s]*(?:和|及|以及|与|或)?[原]?"
    rf"(?:(?:{HAN_DAY})?[一-鿿]{{0,24}}?(?:印发|发布|颁布|公布|制定|下发|出台)(?:实施)?的)?[，,、\s]*$"
)
_FORWARD = re.compile(
    r"(?:同时|现|决定|现决定|予以|一并)(?P<verb>废止|停止执行)(?:以下|下列|原)?(?:文件|规定|办法)?[：:]?(?=《)"
)
_ENGLISH = re.compile(
    r"(?:The )?(?P<title>[A-Z][^.;\n]{3,160}?) (?:is|are|shall be) (?:hereby )?(?:repealed|revoked|rescinded)\b"
)
_ENGLISH_NUMBER = re.compile(r" \((?P<number>[^()]*\d[^()]*)\)$")


@cache
def _ending(kind: EventKind) -> re.Pattern[str]:
    """Return the form of what follows a named instrument; made by need: many load this and never read a text."""
    return re.compile(rf"{_EXTENT}{_SINCE}{_LINK}{_VERBS[kind]}{_AFTER}")


@dataclass(frozen=True, slots=True)
class EffectStatement:
    """What a sentence does to one named instrument; ``[start, end)`` covers it from the title to the verb.

    ``extent`` holds the clause labels concerned, empty for the whole; ``day`` is set where the sentence gives a day of
    its own. ``until`` and ``years`` belong to extensions.
    """

    start: int
    end: int
    phrase: str
    kind: EventKind
    title: str | None
    number: str | None
    extent: tuple[str, ...] = ()
    day: date | None = None
    until: date | None = None
    years: int | None = None


RepealStatement = EffectStatement


def repeals(text: str) -> tuple[EffectStatement, ...]:
    """Return what ``text`` repeals (废止, 停止执行, 不再执行), one statement per instrument, in order."""
    return _statements(text, EventKind.REPEAL)


def lapses(text: str) -> tuple[EffectStatement, ...]:
    """Return what ``text`` declares lapsed (失效)."""
    return _statements(text, EventKind.DECLARED_LAPSED)


def extensions(text: str) -> tuple[EffectStatement, ...]:
    """Return whose validity ``text`` extends, with the new last day or the years added."""
    return _statements(text, EventKind.EXTENSION)


def suspensions(text: str) -> tuple[EffectStatement, ...]:
    """Return what ``text`` suspends."""
    return _statements(text, EventKind.SUSPENSION)


def revivals(text: str) -> tuple[EffectStatement, ...]:
    """Return what ``text`` puts into force again."""
    return _statements(text, EventKind.REVIVAL)


def _statements(text: str, kind: EventKind) -> tuple[EffectStatement, ...]:
    found: list[EffectStatement] = []
    for start, end in sentences(text) if _SPEAKS[kind].search(text) else ():
        sentence = text[start:end]
        found.extend(_backward(sentence, start, kind, _ending(kind)))
        if kind is EventKind.REPEAL:
            found.extend(_forward(sentence, start))
    if kind is EventKind.REPEAL:
        found.extend(_english(text))
    return tuple(sorted(set(found), key=lambda one: (one.start, one.end)))


def _backward(sentence: str, at: int, kind: EventKind, ending: re.Pattern[str]) -> Iterator[EffectStatement]:
    """Instruments, then the verb: 《甲》、《乙》同时废止."""
    instruments = list(_in_sentence(sentence, _VERBS[kind]))
    for k, last in enumerate(instruments):
        match = ending.match(sentence, last.end)
        if match is None:
            continue
        groups = match.groupdict()
        day = read_day(groups["on"]) if groups.get("on") else None
        until = read_day(groups["until"]) if groups.get("until") else None
        years = read_chinese_numeral(groups["years"]) if groups.get("years") else None
        for one, extent in _chain(sentence, instruments[: k + 1], groups.get("extent")):
            yield EffectStatement(
                at + one.start, at + match.end(), sentence[one.start : match.end()], kind,
                one.title, one.number, extent, day, until, years,
            )  # fmt: skip


def _in_sentence(sentence: str, verb: str) -> Iterator[NamedInstrument]:
    """Quoted instruments; where there are none, a bare 文号 in front of the verb."""
    quoted = list(named(sentence)) if "《" in sentence else []
    if quoted:
        yield from quoted
        return
    stop = re.search(rf"{_LINK}{verb}", sentence)
    if stop is not None:
        yield from named(re.sub(rf"{_LINK}$", "", sentence[: stop.start()]))


def _chain(
    sentence: str, instruments: list[NamedInstrument], extent: str | None
) -> list[tuple[NamedInstrument, tuple[str, ...]]]:
    """Walk back over a list of instruments for as long as only separators (and an extent) stand between two."""
    chained = [(instruments[-1], _labels(extent))]
    for earlier, later in zip(reversed(instruments[:-1]), reversed(instruments[1:]), strict=True):
        gap = sentence[earlier.end : later.start]
        part = re.match(_EXTENT, gap)
        rest = gap if part is None else gap[part.end() :]
        if not _BETWEEN.match(rest):
            break
        chained.append((earlier, _labels(part["extent"] if part else None)))
    return list(reversed(chained))


def _labels(extent: str | None) -> tuple[str, ...]:
    """Split 第三条至第五条、（八） into the labels meant, ranges written out."""
    labels: list[str] = []
    for match in _RANGE.finditer(extent or ""):
        first, last = match["from"], match["to"]
        labels.extend([first] if last is None else _between(first, last))
    return tuple(labels)


def _between(first: str, last: str) -> list[str]:
    forms = [re.fullmatch(r"(第|[（(])([一二三四五六七八九十百]+)([条章节]|[）)])", label) for label in (first, last)]
    if forms[0] is None or forms[1] is None:
        return [first, last]
    low, high = read_chinese_numeral(forms[0][2]), read_chinese_numeral(forms[1][2])
    if low is None or high is None or high < low:
        return [first, last]
    return [f"{forms[0][1]}{chinese_numeral(value)}{forms[0][3]}" for value in range(low, high + 1)]


def _forward(sentence: str, at: int) -> Iterator[EffectStatement]:
    """The verb, then the instruments: 同时废止《甲》（文号）."""
    verbs = list(_FORWARD.finditer(sentence))
    instruments = list(named(sentence)) if verbs else []
    starts = [one.start for one in instruments]
    for match in verbs:
        chain: list[NamedInstrument] = []
        for one in map(instruments.__getitem__, range(bisect_left(starts, match.end()), len(starts))):
            if chain and not _BETWEEN.match(sentence[chain[-1].end : one.start]):
                break
            if not chain and one.start != match.end():
                break
            chain.append(one)
        for one in chain:
            yield EffectStatement(
                at + match.start(),
                at + one.end,
                sentence[match.start() : one.end],
                EventKind.REPEAL,
                one.title,
                one.number,
            )


def _english(text: str) -> Iterator[EffectStatement]:
    for match in _ENGLISH.finditer(text):
        title = match["title"].strip("“”\"' ")
        number = _ENGLISH_NUMBER.search(title)
        name = title[: number.start()] if number else title
        yield EffectStatement(*match.span(), match[0], EventKind.REPEAL, name, number["number"] if number else None)
