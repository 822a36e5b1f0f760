"""What a Japanese text says of its first and last day, and what it repeals.

この法律は、公布の日から起算して二十日を経過した日から施行する。 A term with 起算して counts its first day
(法の適用に関する通則法 第二条; 民法 第百四十条
with 起算して as the exception in words), so that twenty days after promulgation on 1 April have passed on 21 April.
A day that a cabinet order
will fix (政令で定める日) is not known from the text; the sentence is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yange.law.aspects.effects import Commencement, EffectStatement, Expiry, LeftWords, ReadStatements
from yange.law.ja.days import DAY, DAYS
from yange.law.ja.instruments import INSTRUMENTS
from yange.law.ja.numbers import BRANCHES, NUMERAL
from yange.law.ja.numerals import read_japanese_numeral
from yange.law.leftover import unused
from yange.model import Basis, EventKind

__all__ = ["EFFECTS", "JapaneseEffects"]

_SELF = "この(?:法律|政令|省令|府令|規則|条例|訓令|告示|要綱|規程|命令|要領|憲法|勅令)"
_ISSUED = {"公布": Basis.PUBLISHED, "公示": Basis.PUBLISHED, "告示": Basis.PUBLISHED, "公表": Basis.PUBLISHED}
_ISSUE = "公布|公示|告示|公表|令達|制定|決裁"
_TERM = rf"(?P<n>{NUMERAL})(?P<unit>年|箇月|か月|ヶ月|カ月|月|日)"
_LABEL = (
    rf"第{NUMERAL}条(?:{BRANCHES}){{0,3}}(?:第{NUMERAL}項)?(?:第{NUMERAL}号)?|第{NUMERAL}(?:章|節)|別表(?:第{NUMERAL})?"
)
_LABELS = rf"(?:{_LABEL})(?:(?:、|及び|並びに)(?:{_LABEL}))*"
_BEGINS = re.compile(
    rf"(?:{_SELF}|(?P<parts>{_LABELS})の規定)は、?(?P<when>(?P<day>{DAY})|[^、。（(]{{1,40}}の施行の日[（(](?P<that>{DAY})[）)]"
    rf"|(?P<what>{_ISSUE})の日(?:(?P<next>の翌日)|から起算して{_TERM}を経過した日)?)から(?:これを)?施行(?:する|し、)"
    rf"|この(?:告示|訓令|要綱|要領|規程)は、?(?P<notice>{DAY})から適用する"
)
_ENDS = re.compile(
    rf"{_SELF}は、?(?:(?P<day>{DAY})(?P<last>限り)?に?、?|(?:(?:この[^、。]{{2,4}}の)?施行の日|公布の日)から起算して{_TERM}を経過した(?:日|時)に、?)"
    r"(?:限り、?)?(?:その効力を失う|失効する)"
)
_REPEALS = re.compile(r"は、?(?:これを)?廃止する")
_BETWEEN = re.compile(r"(?:、|及び|並びに|又は|[ \u3000]|次に掲げる法律)*")
_LEAD = re.compile(
    rf"\s*(?:#+ *)?(?:第{NUMERAL}条(?:{BRANCHES}){{0,3}}[ \u3000]|[0-9０-９]{{1,3}}[ \u3000]|{NUMERAL}[ \u3000])?"
    r"[ \u3000]*(?:ただし、)?"
)
_LEFT = (
    ("effective", re.compile(r"から(?:これを)?施行(?:する|し、)|施行期日は|日から適用する")),
    ("expires", re.compile("効力を失う|失効する|までの間、[^。]{0,20}効力を有する")),
    ("repeals", re.compile("は、?(?:これを)?廃止する")),
)
_OWN = re.compile(rf"{_SELF}(?:は|の施行期日)")


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of sentences; a full stop within brackets ends none."""
    start = depth = 0
    for at, sign in enumerate(text):
        depth += (sign in "（(「") - (sign in "）)」")
        if sign == "\n" or (sign == "。" and depth <= 0):
            if text[start : at + 1].strip():
                yield start, at + 1
            start, depth = at + 1, 0
    if text[start:].strip():
        yield start, len(text)


def _delay(match: re.Match[str]) -> tuple[int, int]:
    """Return the days and the months of a delay."""
    if match["next"]:
        return 1, 0
    count = read_japanese_numeral(match["n"]) if match["n"] else None
    if count is None:
        return 0, 0
    return {"年": (0, 12 * count), "日": (count, 0)}.get(match["unit"], (0, count))


def _behind_label(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the match of a pattern with which a sentence begins, a label apart."""
    lead = _LEAD.match(text, start, end)
    return pattern.match(text, lead.end() if lead else start, end)


@dataclass(frozen=True)
class JapaneseEffects:
    """Statements of effect in Japanese; see :class:`yange.law.aspects.effects.EffectForms`."""

    article: re.Pattern[str] = re.compile(rf"\s*第{NUMERAL}条")
    unit: re.Pattern[str] = re.compile(rf"\s*(?:第{NUMERAL}条|[0-9０-９]{{1,3}}[ \u3000])")
    last_heading: re.Pattern[str] = re.compile(r"\s*(?:#+ *)?[附付][ \u3000]*則")
    names_a_moment: re.Pattern[str] = re.compile("経過した日|で定める日|施行の日|翌日|の日から")
    listed_elsewhere: re.Pattern[str] = re.compile("次に掲げる|次の各号|別表")

    def commencements(self, text: str) -> Iterator[Commencement]:
        """Yield what a text says of its own first day, or of that of named articles."""
        for start, end in _sentences(text):
            match = _behind_label(_BEGINS, text, start, end)
            if match is None:
                continue
            parts = tuple(re.findall(_LABEL, match["parts"])) if match["parts"] else ()
            if printed := match["day"] or match["that"] or match["notice"]:
                day = DAYS.read(printed)
                if day is not None:
                    yield Commencement(*match.span(), match[0], Basis.STATED, day, clauses=parts)
                continue
            days, months = _delay(match)
            basis = _ISSUED.get(match["what"], Basis.SIGNED)
            yield Commencement(*match.span(), match[0], basis, None, days, parts, months)

    def expiries(self, text: str) -> Iterator[Expiry]:
        """Yield what a text says of its own last day."""
        for start, end in _sentences(text):
            match = _behind_label(_ENDS, text, start, end)
            if match is None:
                continue
            if match["day"]:
                day = DAYS.read(match["day"])
                if day is not None:
                    yield Expiry(*match.span(), match[0], None, day, exact=bool(match["last"]))
                continue
            count = read_japanese_numeral(match["n"])
            by_unit = {"年": (count, None, None), "日": (None, None, count)}
            years, months, days = by_unit.get(match["unit"], (None, count, None))
            yield Expiry(*match.span(), match[0], years, None, months, days)

    def acts(self, text: str, kind: EventKind) -> Iterator[EffectStatement]:
        """Yield the instruments that a text repeals: titles with their numbers before は、廃止する."""
        if kind is not EventKind.REPEAL or "廃止する" not in text:
            return
        for start, end in _sentences(text):
            verb = _REPEALS.search(text, start, end)
            if verb is None:
                continue
            lead = _LEAD.match(text, start, verb.start())
            at = lead.end() if lead else start
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
        for start, end in _sentences(paragraph):
            for field, pattern in _LEFT:
                if not unused(pattern, paragraph, (start, end), read.spans):
                    continue
                lead = _LEAD.match(paragraph, start, end)
                own = field != "repeals" and _OWN.search(paragraph, start, end) is not None
                named = field == "repeals" and next(INSTRUMENTS.quoted(paragraph[start:end]), None) is not None
                yield LeftWords(lead.end() if lead else start, end, field, own, named)


EFFECTS = JapaneseEffects()
