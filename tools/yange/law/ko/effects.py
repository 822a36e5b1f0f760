"""What a Korean text says of its first and last day, and what it repeals.

이 법은 공포 후 6개월이 경과한 날부터 시행한다. The day of promulgation does not count (행정기본법 제7조), and the
day on which the term has passed
is the one behind its last: promulgated on 14 March 2023, in force on 15 September 2023.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yange.law.aspects.effects import Commencement, EffectStatement, Expiry, LeftWords, ReadStatements
from yange.law.ko.days import DAY, DAYS
from yange.law.ko.instruments import INSTRUMENTS
from yange.law.ko.numbers import BRANCHES
from yange.law.leftover import unused
from yange.model import Basis, EventKind

__all__ = ["EFFECTS", "KoreanEffects"]

_SELF = "이 (?:법률|법|영|규칙|조례|고시|훈령|예규|규정|지침|규약)"
_TERM = r"(?P<n>[0-9]{1,4})(?P<unit>년|개월|월|일)"
_LABEL = rf"제[0-9]{{1,4}}조{BRANCHES}{{0,3}}(?:제[0-9]{{1,2}}항)?(?:제[0-9]{{1,3}}호)?|별표(?: [0-9]{{1,2}})?"
_LABELS = rf"(?:{_LABEL})(?:(?:, | 및 |ㆍ)(?:{_LABEL}))*"
_BEGINS = re.compile(
    rf"(?:{_SELF}|(?P<parts>{_LABELS})(?:의 개정규정|의 규정)?)[은는] (?P<when>(?P<day>{DAY})"
    rf"|(?P<what>공포|고시|발령)(?:한 날|일)|(?P<after>공포|고시|발령)(?:한 날부터"
    rf"|일부터| 후) ?{_TERM}(?:[이을가])? ?(?:경과|지)[한난] ?날)부터 시행한다"
)
_ENDS = re.compile(
    rf"{_SELF}[은는] (?:(?P<day>{DAY})까지|시행(?:한 날"
    rf"|일)부터 {_TERM}간) (?:그 )?(?:효력을 가진다|효력을 갖는다|시행한다)"
)
_REPEALS = re.compile(r"(?:은|는|을|를) (?:각각 |이를 )?폐지한다")
_BETWEEN = re.compile(r"(?:종전의|및|와|과|,|ㆍ| )*")
_LEAD = re.compile(
    rf"\s*(?:#+ *)?(?:제[0-9]{{1,4}}조{BRANCHES}{{0,3}}\s*(?:\([^()]*\))?\s*"
    rf"|[①-⑳]\s*|[0-9]{{1,3}}\.\s+)*(?:다만, )?(?:\([^()]*\)\s*)?"
)
_LEFT = (
    ("effective", re.compile(r"부터 (?:각각 )?시행한다|시행일은|부터 적용한다(?!\s*[<\[])")),
    ("expires", re.compile("까지 (?:그 )?효력을|간 (?:그 )?효력을 가진다|효력을 (?:잃|상실)")),
    ("repeals", re.compile("폐지한다")),
)
_OWN = re.compile(rf"{_SELF}(?:은|는|의 시행일)")
_SENTENCE = re.compile(r"(?:[^.\n]|\.(?!\s|$)|(?<=[0-9])\.)+\.?")


def _behind_label(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the match of a pattern with which a sentence begins, a label apart; 제3조의 개정규정 is no label."""
    lead = _LEAD.match(text, start, end)
    blank = start + len(text[start:end]) - len(text[start:end].lstrip())
    return pattern.match(text, lead.end() if lead else start, end) or pattern.match(text, blank, end)


def _delay(match: re.Match[str]) -> tuple[int, int]:
    """Return the days and the months of a delay; the day behind the term is meant."""
    if not match["n"]:
        return 0, 0
    count = int(match["n"])
    return {"년": (1, 12 * count), "일": (count + 1, 0)}.get(match["unit"], (1, count))


@dataclass(frozen=True)
class KoreanEffects:
    """Statements of effect in Korean; see :class:`yange.law.aspects.effects.EffectForms`."""

    article: re.Pattern[str] = re.compile(r"\s*제[0-9]{1,4}조")
    unit: re.Pattern[str] = re.compile(r"\s*(?:제[0-9]{1,4}조|[①-⑳])")
    last_heading: re.Pattern[str] = re.compile(r"\s*(?:#+ *)?부\s*칙")
    names_a_moment: re.Pattern[str] = re.compile("경과한 날|지난 날|시행일|정하는 날")
    listed_elsewhere: re.Pattern[str] = re.compile("다음 각 호|별표|다음의")

    def commencements(self, text: str) -> Iterator[Commencement]:
        """Yield what a text says of its own first day, or of that of named articles."""
        for sentence in _SENTENCE.finditer(text):
            match = _behind_label(_BEGINS, text, *sentence.span())
            if match is None:
                continue
            parts = tuple(re.findall(_LABEL, match["parts"])) if match["parts"] else ()
            if match["day"]:
                day = DAYS.read(match["day"])
                if day is not None:
                    yield Commencement(*match.span(), match[0], Basis.STATED, day, clauses=parts)
                continue
            days, months = _delay(match)
            basis = Basis.SIGNED if "발령" in (match["what"], match["after"]) else Basis.PUBLISHED
            yield Commencement(*match.span(), match[0], basis, None, days, parts, months)

    def expiries(self, text: str) -> Iterator[Expiry]:
        """Yield what a text says of its own last day."""
        for sentence in _SENTENCE.finditer(text):
            match = _behind_label(_ENDS, text, *sentence.span())
            if match is None:
                continue
            if match["day"]:
                day = DAYS.read(match["day"])
                if day is not None:
                    yield Expiry(*match.span(), match[0], None, day)
                continue
            count = int(match["n"])
            years, months, days = {"년": (count, None, None), "일": (None, None, count)}.get(
                match["unit"], (None, count, None)
            )
            yield Expiry(*match.span(), match[0], years, None, months, days)

    def acts(self, text: str, kind: EventKind) -> Iterator[EffectStatement]:
        """Yield the instruments that a text repeals: quoted titles before 은 폐지한다."""
        if kind is not EventKind.REPEAL or "폐지한다" not in text:
            return
        for sentence in _SENTENCE.finditer(text):
            verb = _REPEALS.search(text, *sentence.span())
            lead = _LEAD.match(text, sentence.start())
            if verb is None or lead is None:
                continue
            at = lead.end()
            found = list(INSTRUMENTS.quoted(text[at : verb.start()]))
            edges = [0, *(edge for one in found for edge in (one.start, one.end)), verb.start() - at]
            between = [text[at + edges[k] : at + edges[k + 1]] for k in range(0, len(edges), 2)]
            if not found or not all(_BETWEEN.fullmatch(words) for words in between):
                continue
            for one in found:
                span = (at + one.start, verb.end())
                yield EffectStatement(*span, text[span[0] : span[1]], kind, one.title, one.number)

    def left(self, paragraph: str, read: ReadStatements) -> Iterator[LeftWords]:
        """Yield the sentences with words of beginning, end or repeal that nobody has read."""
        for sentence in _SENTENCE.finditer(paragraph):
            start, end = sentence.span()
            for field, pattern in _LEFT:
                if not unused(pattern, paragraph, (start, end), read.spans):
                    continue
                lead = _LEAD.match(paragraph, start, end)
                own = field != "repeals" and _OWN.search(paragraph, start, end) is not None
                named = field == "repeals" and "「" in paragraph[start:end]
                yield LeftWords(lead.end() if lead else start, end, field, own, named)


EFFECTS = KoreanEffects()
