"""Read the effects of a Chinese text on other instruments: repeals, lapses, extensions, suspensions, revivals.

A statement is only read if its whole clause is understood. One with a condition (待…), an exception (除…外) or a
reservation (但…继续执行) is left to :mod:`.left`, which reports it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from yange.law.aspects.effects import EffectStatement
from yange.law.aspects.instruments import NamedInstrument
from yange.law.zh_hans.clause_lists import LABELS, labels
from yange.law.zh_hans.days import DAY, LOOSE_DAY, read_loose_day
from yange.law.zh_hans.numerals import read_chinese_numeral
from yange.law.zh_hans.packed import Sentence, Writing, chinese_lines, sentences_in
from yange.model import EventKind

_EXTENT = (
    rf"(?:中?的?(?P<extent>{LABELS})[一二两三四五六七八九十]*(?:条|项|款|章|节)?"
    r"(?:的?(?:规定|内容|条款))?(?!等|[^，。；]{0,8}(?:关于|有关)))?"
)
_BRACKET = r"(?:[（(](?![^（）()]*《)[^（）()]{1,90}[）)])?"
_ALSO = (
    r"(?P<also>(?:及|和|以及|、)(?:其|有关|相关|配套)(?:的)?[一-鿿]{0,6}?"
    r"(?:规定|细则|文件|办法|解释|说明|修正案|修改决定|附件|补充|政策|通知))?"
)
_CLOCK = "(?:零[时点]|0[时点])?"
_SINCE = (
    rf"(?:[，,]?(?:自|从|于|在)?(?P<on>{LOOSE_DAY}){_CLOCK}(?:之?日)?(?:起|开始)?"
    rf"(?:[，,]?(?:至|到|—|-)(?P<to>{LOOSE_DAY})(?:止|期间|内)?)?)?"
)
_BEFORE_LINKS = r"[，,]?(?:等[^，,。]{0,12})?"
_LINKS = (
    r"[，,]|也|亦|均|都|同时|即行|即|予以|一并|相应|自行|随之|全文|正式|现|全部|并|将|自动|宣布"
    r"|(?:自|从)本[一-鿿]{2,12}?之日起?|(?:自|从)即日起"
)
_VERBS: dict[EventKind, str] = {
    EventKind.REPEAL: (
        "(?:废止|废除|作废|停止(?:执行|施行|实施|适用|使用)|不再(?:执行|施行|实施|适用|有效)|终止(?:执行|施行|实施))"
    ),
    EventKind.DECLARED_LAPSED: "(?:宣布失效|自然失效|失效)",
    EventKind.SUSPENSION: (
        rf"(?:(?:暂停|中止|暂停止|暂时停止)(?:执行|实施|施行|适用)(?:(?:至|到)(?P<until>{LOOSE_DAY})止?)?)"
    ),
    EventKind.REVIVAL: "(?:恢复(?:执行|实施|施行|适用|效力))",
    EventKind.EXTENSION: (
        "(?:的?(?:有效|试行|施行|执行)(?:期限?|时间)(?:再|继续)?(?:延长|延续|延期|顺延|延(?=[至到]))|延长有效期限?|延期(?:执行|施行|实施)"
        "|继续(?:有效|执行|实施|施行))"
        rf"(?:(?:至|到)(?P<until>{LOOSE_DAY})|(?P<years>[0-9一二两三四五六七八九十]+)年)"
    ),
}
_AFTER = r"(?!的|后|或|前|情形|之日|程序|、|期间|以来|至|到|[0-9一二两三四五六七八九十半]+(?:个?月|周?年|[日天周]))"
"""What may not follow the verb: it would limit the effect, as the term of 停止执行一年 does."""
_SPEAKS = {
    kind: re.compile("延长|延续|顺延|延期|延至|延到|继续" if kind is EventKind.EXTENSION else verb)
    for kind, verb in _VERBS.items()
}
_SPEAKS_OF_ANY = re.compile("|".join(re.sub(r"\(\?P<\w+>", "(?:", speaks.pattern) for speaks in _SPEAKS.values()))
_MADE = (
    r"(?:印发|发布|颁布|公布|制定|下发|出台|通过|批准|批转|修[正订改]|下达|所?发)(?:实施|施行|试行|发布|公布"
    r"|执行)?(?:[（(][^（）()]{1,90}[）)])?的?"
)
_BODY = "[一-鿿]{2,16}?(?:法院|检察院|[部局委厅署会]|政府|办公厅|办公室)"
_BODIES = rf"{_BODY}(?:、{_BODY}){{0,4}}"
_BETWEEN = re.compile(
    rf"(?:[，,、；;]?(?:和|及|以及|与|或)?原?(?:{_BODIES})?(?:{DAY})?(?:{_BODIES})?|[，,、]?(?:和|及|以及)?(?:原|[由经])?[一-鿿]{{0,24}}?(?:{DAY})"
    rf"[^《》。；]{{0,120}}?{_MADE}|[，,、和及与](?:和|及|以及)?[^《》。；，]{{0,40}}?{_MADE})$"
)
_AMENDED_BY = re.compile(r"[^《》，。；]{0,12}修[正订改]的$")
_UNDER = re.compile(r"(?:根据|依据|按照|依照|经|按|由)[^《》，。；]{0,60}$")
_VERB_FIRST = {
    EventKind.REPEAL: "(?:废止|废除|停止(?:执行|施行|实施|适用)|不再(?:执行|施行|实施|适用))",
    EventKind.SUSPENSION: "(?:(?:暂停|中止|暂停止|暂时停止)(?:执行|实施|施行|适用))",
    EventKind.REVIVAL: _VERBS[EventKind.REVIVAL],
    EventKind.EXTENSION: "(?:延长|延续|顺延)",
    EventKind.DECLARED_LAPSED: "(?:宣布)",
}
_BEFORE_VERB = (
    r"(?:同时|现|决定|现决定|予以|一并|兹|并|将|拟|起|止|日|期间|[，,。；：:]|^|\s"
    r"|^[一二三四五六七八九十百]+、|^[0-9]+[.．、]|^[（(][一二三四五六七八九十0-9]+[）)])"
)
_LIST_HEAD = r"(?:以下|下列|原|市政府|[0-9一二三四五六七八九十]+[件部项个])*(?:文件|规定|办法|法规|规章)?[：:]?"
_UNTIL_AFTER = (
    rf"(?:的?(?:有效|试行|施行|执行)(?:期限?|时间))?(?:延长)?(?:(?:至|到)(?P<until>{LOOSE_DAY})"
    rf"|(?P<years>[0-9一二两三四五六七八九十]+)年)"
)
_LAPSE_AFTER = "失效"
_ENDED = r"(?=[。；;，,]|$)"
_CONDITION = re.compile(
    r"待|俟|如果|假如|若(?!干)|倘|(?<![之此今随最然以])后[，,]|(?<![同届及])时[，,]|的[，,]|不得|尚未|不予|是否|拟|建议"
)
_EXCEPTION = re.compile(r"除[^，。；]{1,60}?(?:外|以外)")
_RESERVES = re.compile(r"(?:但|不过|其中|然而)(?:是)?[^。；]{0,80}?(?:继续|仍|除外|保留|有效|暂不|不在此限|不废止)")
_OWN_BEGINNING = re.compile(r"(?:施行|实施|公布|发布|执行|生效|印发)(?:之日起?)?后[，,]")


@cache
def _ending(kind: EventKind, links: str) -> re.Pattern[str]:
    """Return the pattern of words after a named instrument; compiled at its first use, as many never read a text."""
    link = rf"{_BEFORE_LINKS}(?:{_LINKS}{links})*"
    return re.compile(rf"{_BRACKET}{_EXTENT}{_ALSO}{_SINCE}{link}{_VERBS[kind]}{_AFTER}")


@cache
def _first(kind: EventKind, names: str) -> re.Pattern[str]:
    """Return the pattern of words before the first instrument if the verb comes first."""
    return re.compile(
        rf"{_BEFORE_VERB}(?P<verb>{_VERB_FIRST[kind]}){_LIST_HEAD}(?=《|[一-鿿]{{1,14}}[〔\[［（(【]{names})"
    )


@cache
def _closing(kind: EventKind) -> re.Pattern[str]:
    """Return the pattern of words that must follow the last instrument if the verb comes first."""
    tail = {EventKind.EXTENSION: _UNTIL_AFTER, EventKind.DECLARED_LAPSED: _LAPSE_AFTER}.get(kind, "")
    return re.compile(rf"{_BRACKET}{_EXTENT}{_ALSO}{tail}{_ENDED}")


def acts(text: str, kind: EventKind, writing: Writing) -> Iterator[EffectStatement]:
    """Yield the effects of one kind on instruments that a text names, one statement for each instrument."""
    if kind not in _SPEAKS:
        return
    yield from (one for one in _in_text(text, writing) if one.kind is kind)


@lru_cache(maxsize=64)
def _in_text(text: str, writing: Writing) -> tuple[EffectStatement, ...]:
    """Return the effects of all kinds in a text. Cached: it is asked for each kind in turn."""
    return tuple(
        replace(one, start=one.start + at, end=one.end + at)
        for at, line in chinese_lines(text)
        for one in _in_line(line, writing)
    )


@lru_cache(maxsize=4096)
def _in_line(line: str, writing: Writing) -> tuple[EffectStatement, ...]:
    """Return the effects of all kinds in a line."""
    found: list[EffectStatement] = []
    for sentence in sentences_in(line, _SPEAKS_OF_ANY, writing):
        spoken = [kind for kind, speaks in _SPEAKS.items() if sentence.has(speaks)]
        words = sentence.text[sentence.start : sentence.end]
        if spoken and not _EXCEPTION.search(words) and not _RESERVES.search(words):
            for kind in spoken:
                found.extend(_of_kind(line, sentence, kind, writing))
    return tuple(found)


def _of_kind(line: str, sentence: Sentence, kind: EventKind, writing: Writing) -> Iterator[EffectStatement]:
    backward = tuple(_backward(line, sentence, kind, writing))
    yield from backward
    for one in _forward(line, sentence, kind, writing):
        if not any(one.start < other.end and other.start < one.end for other in backward):
            yield one


def _is_conditional(words: str) -> bool:
    """Return whether the words before an instrument make the effect on it conditional."""
    near = re.sub("《[^》]*》", "", words[-_NEAR:])
    return _CONDITION.search(_OWN_BEGINNING.sub("", near)) is not None


_NEAR = 300
"""Characters before an instrument that may contain a condition for the effect on it."""


def _backward(text: str, sentence: Sentence, kind: EventKind, writing: Writing) -> Iterator[EffectStatement]:
    """Yield the statements with the instruments before the verb: 《甲》、《乙》同时废止."""
    packed = sentence.text
    instruments = list(writing.instruments.named_in(packed, sentence.start, sentence.end))
    for k, last in enumerate(instruments):
        match = _ending(kind, writing.links).match(packed, last.end, sentence.end)
        if match is None:
            continue
        chain = _chain(packed, instruments[: k + 1], match["extent"])
        if _is_conditional(packed[sentence.start : chain[0][0].start]):
            continue
        yield from _made(text, sentence, kind, writing, chain, match, match.end())


_FROM_A_DAY = re.compile(rf"[自从](?P<on>{LOOSE_DAY}){_CLOCK}(?:之?日)?起[，,]?(?P<to>(?!))?$")


def _forward(text: str, sentence: Sentence, kind: EventKind, writing: Writing) -> Iterator[EffectStatement]:
    """Yield the statements with the verb before the instruments: 同时废止《甲》（文号）, 暂停执行《甲》第二条."""
    packed = sentence.text
    heads = list(_first(kind, writing.names).finditer(packed, sentence.start, sentence.end))
    instruments = list(writing.instruments.named_in(packed, sentence.start, sentence.end)) if heads else []
    starts = [one.start for one in instruments]
    for head in heads:
        at = _behind_amendments(packed, head.end())
        listed = _listed(packed, instruments[bisect_left(starts, at) :], at)
        match = _closing(kind).match(packed, listed[-1].end, sentence.end) if listed else None
        if match is None or _is_conditional(packed[sentence.start : head.start("verb")]):
            continue
        chain = _chain(packed, listed, match["extent"])
        yield from _made(text, sentence, kind, writing, chain, match, match.end(), head)


_AS_AMENDED = re.compile("经[^，。；]{2,60}?修[正订改]的")


def _behind_amendments(packed: str, at: int) -> int:
    """Return where the instrument begins after words on its amendment: 经第3/2016号法律修改的…."""
    found = _AS_AMENDED.match(packed, at)
    return found.end() if found else at


def _listed(packed: str, instruments: Sequence[NamedInstrument], at: int) -> list[NamedInstrument]:
    """Return the instruments of one list that begins at ``at``."""
    found: list[NamedInstrument] = []
    for one in instruments:
        if one.start != at if not found else _joined(packed[found[-1].end : one.start]) is None:
            break
        found.append(one)
    return found


def _made(
    text: str, sentence: Sentence, kind: EventKind, writing: Writing,
    chain: Sequence[tuple[NamedInstrument, tuple[str, ...]]], match: re.Match[str], end: int,
    head: re.Match[str] | None = None,
) -> Iterator[EffectStatement]:  # fmt: skip
    groups = match.groupdict()
    since = (groups.get("on"), groups.get("to")) if groups.get("on") else _period_before(sentence, head, chain[0][0])
    day, last = (None if words is None else read_loose_day(words) for words in since)
    until = read_loose_day(groups["until"]) if groups.get("until") else last
    years = read_chinese_numeral(groups["years"].replace("两", "二")) if groups.get("years") else None
    if (day is not None and not day.exact) or (since[0] and day is None) or (since[1] and last is None):
        return
    for one, extent in chain:
        start, stop = sentence.span(head.start("verb") if head else one.start, one.end if head else end)
        if head:
            stop = sentence.span(one.start, max(one.end, end if one is chain[-1][0] else one.end))[1]
        title, number = _as_printed(text, sentence, one, writing)
        yield EffectStatement(
            start, stop, text[start:stop], kind, title, number, writing.printed(extent), day.first if day else None,
            until.last if until else None, years, groups.get("also"),
        )  # fmt: skip


def _as_printed(text: str, sentence: Sentence, one: NamedInstrument, writing: Writing) -> tuple[str | None, str | None]:
    """Return title and number as the text prints them, with spaces in the title."""
    start, end = sentence.span(one.start, one.end)
    printed = text[start:end]
    number = writing.printed_number(printed, one.number)
    if one.title is None:
        return None, number
    return next((found.title for found in writing.instruments.quoted(printed)), one.title), number


_PERIOD_BEFORE = re.compile(
    rf"[自从于在]?(?P<on>{LOOSE_DAY}){_CLOCK}(?:之?日)?起?(?:[，,]?(?:至|到|—|-)(?P<to>{LOOSE_DAY})(?:止|期间|内)?)?[，,]?"
    r"(?:同时|现|决定|现决定|予以|一并)*$"
)


def _period_before(
    sentence: Sentence, head: re.Match[str] | None, first: NamedInstrument
) -> tuple[str | None, str | None]:
    """Return the days before the verb: 自2016年3月1日起至2016年9月30日止，暂停执行…; 自2016年1月1日起，《甲》废止."""
    end = head.start("verb") if head else first.start
    found = (_PERIOD_BEFORE if head else _FROM_A_DAY).search(sentence.text[sentence.start : end])
    return (found["on"], found["to"]) if found else (None, None)


def _chain(
    packed: str, instruments: Sequence[NamedInstrument], extent: str | None
) -> list[tuple[NamedInstrument, tuple[str, ...]]]:
    """Return the instruments of a list from its end, as long as only separators (and an extent) are between two.

    An instrument that only says how the next one was amended (根据《关于修改…的决定》修正的《甲》) is left out.
    """
    chained = [(instruments[-1], labels(extent))]
    later = instruments[-1]
    for earlier in reversed(instruments[:-1]):
        gap = packed[earlier.end : later.start]
        if _AMENDED_BY.match(gap) and _UNDER.search(packed, max(0, earlier.start - 80), earlier.start):
            later = NamedInstrument(_under(packed, earlier.start), later.end, later.title, later.number)
            continue
        joined = _joined(gap)
        if joined is None:
            break
        chained.append((earlier, joined))
        later = earlier
    return list(reversed(chained))


def _under(packed: str, end: int) -> int:
    """Return where 根据… before ``end`` begins."""
    found = _UNDER.search(packed, max(0, end - 80), end)
    return found.start() if found else end


_PART = re.compile(rf"{_BRACKET}{_EXTENT}")


def _joined(gap: str) -> tuple[str, ...] | None:
    """Return the labels after the first of two listed instruments, or ``None`` if they are not in one list."""
    part = _PART.match(gap)
    rest = gap if part is None else gap[part.end() :]
    return labels(part["extent"] if part else None) if _BETWEEN.match(rest) else None
