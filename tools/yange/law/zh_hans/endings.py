"""Read the statements of a Chinese text on its own last day: 有效期5年, 有效期至2025年12月31日, 于2018年5月1日失效."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache

from yange.law.aspects.effects import Expiry
from yange.law.zh_hans.beginnings import BARE_VERB, CLOCK, LINKS, RANGE, SELF, in_sentence, is_own
from yange.law.zh_hans.days import LOOSE_DAY, read_loose_day
from yange.law.zh_hans.packed import YEAR, Sentence, Writing, chinese_lines, sentences_in
from yange.law.zh_hans.terms import TERM, read_term

__all__ = ["expiries"]

_PERIOD = "(?:(?:有效|试行|施行|实施|执行|暂行)(?:期限?|期间|时间)|(?<=[，,])(?:期限?|为期|暂定))"
_FOR = re.compile(rf"(?:{_PERIOD}(?:暂?定?为|暂?定|是|设定为|共|[:：])?|(?:有效|暂定|暂行|试行|施行|执行)){TERM}")
_UNTIL = re.compile(
    rf"(?:{_PERIOD}|有效|截止(?:日期|时间)?)(?:为|是|暂定|[:：])?(?:自?{LOOSE_DAY}起?)?"
    rf"(?:截?至|截?止?到|截止至?|—|－|-|~|为)(?P<day>{LOOSE_DAY})(?:24[时点])?止?"
)
_RUNS_TO = re.compile(rf"{BARE_VERB}[，,]?(?:有效)?(?:至|到|截止到?|截至)(?P<day>{LOOSE_DAY})(?:24[时点])?止?")
_STOPS = r"(?:废止|失效|停止(?:执行|施行|实施|适用)|终止(?:执行|施行|实施)?|不再(?:执行|施行|实施|有效|适用))"
_ENDS = re.compile(
    rf"(?P<how>[自从于在]|至|到)?(?P<day>{LOOSE_DAY}){CLOCK}(?P<from>起)?[，,]?"
    rf"(?:自行|自动|即行|同时|予以|正式|即|全部|将)*(?:{_STOPS}|(?P<full>到期|届满|期满|截止|止(?=[。；，,;）)]|$)))(?!的)"
)
_TERM = re.compile(TERM)
_IT = "其"
"""The pronoun for the text in the sentence after that of its first day: 其施行期间至…止."""
_OF_THE_TEXT = re.compile(
    rf"(?:[^《》号]*[，,、：:（(])?(?:{_IT}|但|并|且|自|而|即|暂|本[一-鿿]{{1,16}}?的?|[该此]?(?:件|文件|通知|办法|规定|意见|细则|方案)){{0,2}}"
)
"""Words between the first day and the last one that name no other subject: none, or a part of the sentence before."""
_OWN_TERM = re.compile(r"(?:本|此)(?!证|许可|执照|资格|[编章节款附]|条(?!例)|目(?!录)|项)[一-鿿（）()]{1,16}$")


def expiries(text: str, writing: Writing) -> Iterator[Expiry]:
    """Yield the statements of ``text`` on its own last day.

    A 有效期 counts if it is in the sentence of the commencement or directly after it, or if the text itself is its
    subject (本办法有效期5年). The validity of a permit or of a single measure does not count.
    """
    behind = False
    for at, line in chinese_lines(text):
        found, behind = _in_line(line, behind, writing)
        for one in found:
            yield replace(one, start=one.start + at, end=one.end + at)


@lru_cache(maxsize=4096)
def _in_line(line: str, behind: bool, writing: Writing) -> tuple[tuple[Expiry, ...], bool]:
    """Return the statements of a line, and whether its last sentence states a first day.

    ``behind``: whether the last sentence before the line does.
    """
    found: list[Expiry] = []
    for sentence in sentences_in(line, _MAY_END, writing):
        begun = [match.end() for match, one in in_sentence(line, sentence, writing) if not one.clauses]
        found.extend(_ends_in(line, sentence, begun, behind=behind))
        behind = bool(begun)
    return tuple(found), behind


_MAY_END = re.compile(rf"{BARE_VERB}|有效|期|{_STOPS}|截止|暂定")


def _ends_in(line: str, sentence: Sentence, begun: Sequence[int], *, behind: bool) -> Iterator[Expiry]:
    span = sentence.start, sentence.end
    taken: list[tuple[int, int]] = []
    forms = (RANGE, _UNTIL, _FOR, _RUNS_TO, _ENDS) if sentence.has(YEAR) else (_FOR,) if sentence.has(_TERM) else ()
    for form in forms:
        for match in form.finditer(sentence.text, *span):
            if any(match.start("n" if form is _FOR else "day") < end and start < match.end() for start, end in taken):
                continue
            if _is_own_end(sentence, match, begun, behind=behind):
                one = _expiry(line, sentence, match)
                if one is not None:
                    taken.append(match.span())
                    yield one


def _is_own_end(sentence: Sentence, match: re.Match[str], begun: Sequence[int], *, behind: bool) -> bool:
    before = sentence.text[sentence.start : match.start()]
    if match.re is RANGE or (match.re is _ENDS and not begun):
        return is_own(before) and (match.re is RANGE or bool(SELF.search(before)))
    since = [end for end in begun if end <= match.start() or match.start() < end < match.end()]
    between = sentence.text[max(since) : match.start()] if since else ""
    if since and _OF_THE_TEXT.fullmatch(between):
        return True
    if any(match.start() < end <= match.end() for end in begun):
        return True
    return bool(_OWN_TERM.search(before)) or (behind and not before.removeprefix(_IT).strip(LINKS))


def _expiry(line: str, sentence: Sentence, match: re.Match[str]) -> Expiry | None:
    start, end = sentence.span(*match.span())
    groups = match.groupdict()
    if groups.get("day"):
        day = read_loose_day(groups["day"])
        if day is None:
            return None
        if match.re is not _ENDS or groups["full"] or groups["how"] in ("至", "到"):
            return Expiry(start, end, line[start:end], None, day.last, exact=day.exact)
        sure = bool(groups["from"]) and day.exact
        return Expiry(start, end, line[start:end], None, day.first - timedelta(days=1), exact=sure)
    years, months, days = read_term(groups)
    return Expiry(start, end, line[start:end], years, None, None if years else months, days)
