"""Sentences of beginning, end or effect that no reader used up: what is not read is not "not there".

The last provisions, the covering notice and texts without articles are searched for every such word; the rest of a
text only for sentences about the text itself or about an instrument that they name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from yange.statements import english, senses
from yange.statements.effects import EffectStatement, extensions, lapses, repeals, revivals, suspensions
from yange.statements.labels import LABEL
from yange.statements.packed import Sentence, packed_sentences
from yange.statements.periods import Commencement, commencements, expiries

LAST_UNITS = 3
"""So many labelled units at the end count as last provisions where no 附则 is headed."""

_FEW_ARTICLES, _FEW_UNITS = 4, 8
"""Texts with fewer are short: all of them is searched."""
_ARTICLE = re.compile(
    r"\s*(?:第[一二三四五六七八九十百零〇0-9]+[条條]|(?:Section |Article |Sec\. |Art\. )?[0-9]+[A-Z]*\. )"
)
_UNIT = re.compile(
    rf"\s*(?:#+ *)?(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]"
    rf"|[0-9]{{1,3}}[.．、](?![0-9]))|{_ARTICLE.pattern}"
)
_LAST_HEADING = re.compile(
    r"\s*(?:#+ *)?(?:第.{1,4}[编章节部分]+)?\s*附\s*[则則]\s*$"
    r"|\s*(?:#+ *)?.{0,20}(?:[Ff]inal|[Mm]iscellaneous|[Cc]losing) [Pp]rovisions"
)
_TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
_OWN_LABEL = re.compile(rf"(?:{LABEL}|[0-9]{{1,3}}[.．、])[ 　]")
_EFFECT_READERS: tuple[Callable[[str], tuple[EffectStatement, ...]], ...] = (
    repeals,
    lapses,
    extensions,
    suspensions,
    revivals,
)
_ON_OTHERS = frozenset({"repeals", "suspends", "revives", "extends", "declares_lapsed"})


@dataclass(frozen=True, slots=True)
class UnreadSentence:
    """A sentence that speaks of beginning, end or effect and was not read, or not wholly.

    ``paragraph`` is the index of its paragraph, ``[start, end)`` its place there. ``field`` is the front matter field
    that it may concern; ``own`` says that the sentence is about the first or last day of the whole text itself.
    """

    paragraph: int
    start: int
    end: int
    phrase: str
    field: str
    own: bool

    @property
    def remark(self) -> tuple[str, str]:
        """What to say of it, and what to do."""
        words = self.phrase if len(self.phrase) <= _LONGEST_QUOTE else f"{self.phrase[:_LONGEST_QUOTE]}…"
        return (
            f"“{words}” speaks of {_SPEAKS_OF[self.field]} in words that are not read: `{self.field}` may be wrong",
            _WHAT_TO_DO.format(field=self.field),
        )


_WHAT_TO_DO = (
    "enter under `{field}` what it says and take `{field}` out of `review`;"
    " if there is nothing to enter, copy the sentence to `settled`"
)
_LONGEST_QUOTE = 120
_SPEAKS_OF = {
    "effective": "a first day",
    "expires": "a last day",
    "repeals": "a repeal",
    "declares_lapsed": "a lapse",
    "extends": "an extension",
    "suspends": "a suspension",
    "revives": "a revival",
}


def unread(paragraphs: Sequence[str]) -> tuple[UnreadSentence, ...]:
    """Return the sentences of a text (its paragraphs in order, annexes left out) that no reader used up."""
    found: list[UnreadSentence] = []
    last = _last_provisions(paragraphs)
    ended = any(expiries(text) for text in paragraphs)
    started = frozenset(label for text in paragraphs for one in commencements(text) for label in one.clauses)
    for index, text in enumerate(paragraphs):
        for one, named in _in_paragraph(index, text, started, ended=ended):
            if index in last or one.own or (named and one.field in _ON_OTHERS):
                found.append(one)
    return tuple(found)


def _last_provisions(paragraphs: Sequence[str]) -> frozenset[int]:
    """Return the indices of the paragraphs that are searched for every word."""
    units = [k for k, text in enumerate(paragraphs) if _UNIT.match(text)]
    articles = sum(_ARTICLE.match(paragraphs[k]) is not None for k in units)
    if articles < _FEW_ARTICLES and len(units) < _FEW_UNITS:
        return frozenset(range(len(paragraphs)))
    headed = [k for k, text in enumerate(paragraphs) if _LAST_HEADING.match(text)]
    first = min(headed[-1] if headed else len(paragraphs), units[-LAST_UNITS])
    return frozenset((*range(units[0]), *range(first, len(paragraphs))))


def _in_paragraph(
    index: int, text: str, started: frozenset[str], *, ended: bool
) -> Iterator[tuple[UnreadSentence, bool]]:
    """Yield what is unread in a paragraph, each with whether its sentence names an instrument."""
    starts = commencements(text)
    acts = [one for reader in _EFFECT_READERS for one in reader(text)]
    used = [(one.start, one.end) for one in starts]
    used += [(one.start, one.end) for one in acts]
    used += [(one.start, one.end) for one in expiries(text)]
    for sentence in packed_sentences(text, senses.MAY_SPEAK):
        words = _rest(sentence, used)
        found = dict.fromkeys(senses.fields(words, _context(sentence, starts, started, ended=ended)))
        found |= dict.fromkeys(_half_read(sentence, words, acts))
        start, end = sentence.span(*_without_label(sentence))
        own, named = senses.is_own(words), senses.names_instrument(words)
        for field in found:
            is_own = own and field in ("effective", "expires")
            yield UnreadSentence(index, start, end, text[start:end], field, is_own), named
    for start, end, field in english.unread(text, used):
        yield UnreadSentence(index, start, end, text[start:end], field, own=False), False


def _context(
    sentence: Sentence, starts: Sequence[Commencement], started: frozenset[str], *, ended: bool
) -> senses.Context:
    start, end = sentence.span(sentence.start, sentence.end)
    begun = [one for one in starts if not one.clauses and start <= one.start < end]
    return senses.Context(bool(begun), frozenset(label for one in begun for label in one.excepted), started, ended)


def _without_label(sentence: Sentence) -> tuple[int, int]:
    label = _OWN_LABEL.match(sentence.text, sentence.start)
    return (label.end() if label and label.end() < sentence.end else sentence.start), sentence.end


def _rest(sentence: Sentence, used: Iterable[tuple[int, int]]) -> str:
    """The sentence with what readers used made invisible, and titles but for their last character."""
    begin, end = sentence.span(sentence.start, sentence.end)
    spans = tuple(span for span in used if span[0] < end and begin < span[1])
    offsets = [sentence.line + at for at in sentence.packed.offsets[sentence.start : sentence.end]]
    words = sentence.text[sentence.start : sentence.end]
    gone = bytearray(end - begin)
    for first, last in spans:
        low, high = max(first, begin) - begin, min(last, end) - begin
        gone[low:high] = b"\x01" * (high - low)
    marked = "".join(
        senses.USED if at < end and gone[at - begin] else character
        for at, character in zip(offsets, words, strict=True)
    )
    return _TITLE.sub(lambda match: "《" + "※" * (len(match[0]) - 3) + match[0][-2:], marked)


_LISTED = re.compile(r"》(?:[（(][^（）()]*[）)])?[，,、和及与]")
_CITED_BEFORE = re.compile(r"(?:根据|依据|按照|依照|经|与|对|修改|符合|违反|参照|执行|适用|遵照)[^，。；《》]{0,40}《")


def _half_read(sentence: Sentence, words: str, acts: Sequence[EffectStatement]) -> Iterator[str]:
    """Yield the field of effects read in the sentence where a list before them was read in part only, or 及其…."""
    start, end = sentence.span(sentence.start, sentence.end)
    inside = [one for one in acts if start <= one.start < end]
    for kind in dict.fromkeys(one.kind for one in inside):
        of_kind = [one for one in inside if one.kind is kind]
        before = words[: words.find(senses.USED)]
        if any(one.also for one in of_kind) or (_LISTED.search(before) and not _CITED_BEFORE.search(before)):
            yield FIELDS[kind.value]


FIELDS = {
    "repeal": "repeals",
    "declared-lapsed": "declares_lapsed",
    "extension": "extends",
    "suspension": "suspends",
    "revival": "revives",
}
"""The front matter field in which each kind of effect is recorded."""
