"""Find Chinese sentences on commencement, expiry or effects with words that were not read."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from yange.law.aspects.effects import Commencement, EffectStatement, LeftWords, ReadStatements
from yange.law.zh_hans import senses
from yange.law.zh_hans.clause_lists import LABEL
from yange.law.zh_hans.packed import YEAR, Sentence, Writing, chinese_lines, sentences_in
from yange.law.zh_hans.sense_words import MAY_SPEAK, USED
from yange.model import EFFECT_FIELDS

__all__ = ["left_words"]

_TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
_OWN_LABEL = re.compile(rf"(?:{LABEL}|[0-9]{{1,3}}[.．、])[ 　]")
_LISTED = re.compile(r"》(?:[（(][^（）()]*[）)])?[，,、和及与]")
_WITHOUT_TITLE = re.compile(
    r"(?:规定|办法|条例|细则|通知|意见|决定|文件|规则|方案|政策|制度|公告|解释)(?:[（(][^（）()]*[）)])?[、和及与]$"
)
"""An instrument before the list that was read, named without brackets."""
_NEXT = re.compile(r"(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．])?(?:《|[一-鿿]{1,14}[〔\[［](?:19|20))")
_CUT = re.compile(r"[》）)][；;]$")
_CITED_BEFORE = re.compile(r"(?:根据|依据|按照|依照|经|与|对|修改|符合|违反|参照|执行|适用|遵照)[^，。；《》]{0,40}《")


def left_words(paragraph: str, read: ReadStatements, writing: Writing) -> Iterator[LeftWords]:
    """Yield the sentences of a paragraph with the front matter fields that their unread words may concern."""
    used = read.spans
    for sentence in _speaking(paragraph, writing):
        words = _rest(sentence, used, writing)
        found = dict.fromkeys(senses.fields(words, _context(sentence, read)))
        found |= dict.fromkeys(_half_read(sentence, words, read.acts) if read.acts else ())
        if not found:
            continue
        start, end = sentence.span(*_without_label(sentence))
        own, named = senses.is_own(words), senses.names_instrument(words)
        for field in found:
            yield LeftWords(start, end, field, own and field in ("effective", "expires"), named)


def _speaking(paragraph: str, writing: Writing) -> Iterator[Sentence]:
    """Yield the sentences in which :mod:`.senses` may find a word."""
    for at, line in chinese_lines(paragraph):
        for sentence in sentences_in(line, MAY_SPEAK, writing, at):
            if sentence.has(MAY_SPEAK) or sentence.has(_ALSO_SPEAKS):
                yield sentence


_ALSO_SPEAKS = re.compile(f"暂定|{YEAR.pattern}")
"""Beside a sentence that may speak of effects, 暂定2年 and 自2020年1月1日起依照本办法 do."""


_NO_LABELS: frozenset[str] = frozenset()


def _context(sentence: Sentence, read: ReadStatements) -> senses.SentenceContext:
    if not read.starts:
        return senses.SentenceContext(False, read.begun, _NO_LABELS, read.started, read.ended)
    start, end = sentence.span(sentence.start, sentence.end)
    begun: list[Commencement] = [one for one in read.starts if not one.clauses and start <= one.start < end]
    excepted = frozenset(label for one in begun for label in one.excepted)
    return senses.SentenceContext(bool(begun), read.begun, excepted, read.started, read.ended)


def _without_label(sentence: Sentence) -> tuple[int, int]:
    label = _OWN_LABEL.match(sentence.text, sentence.start)
    return (label.end() if label and label.end() < sentence.end else sentence.start), sentence.end


def _rest(sentence: Sentence, used: Iterable[tuple[int, int]], writing: Writing) -> str:
    """Return the sentence with read words blanked out, and titles except for their last character."""
    begin, end = sentence.span(sentence.start, sentence.end)
    spans = tuple(span for span in used if span[0] < end and begin < span[1])
    words = sentence.text[sentence.start : sentence.end]
    if spans:
        offsets = [sentence.line + at for at in sentence.packed.offsets[sentence.start : sentence.end]]
        words = _marked(words, offsets, spans)
    if writing.printed_instruments is not None:  # its numbers have other forms than sense_words
        words = writing.instruments.inside.sub(lambda match: f"《{'※' * (len(match[0]) - 2)}》", words)
    return _TITLE.sub(lambda match: "《" + "※" * (len(match[0]) - 3) + match[0][-2:], words)


def _marked(words: str, offsets: Sequence[int], spans: Sequence[tuple[int, int]]) -> str:
    """Return words, whose characters are at these offsets of the text, with those in the spans blanked out."""
    begin, end = offsets[0], offsets[-1] + 1
    gone = bytearray(end - begin)
    for first, last in spans:
        low, high = max(first, begin) - begin, min(last, end) - begin
        gone[low:high] = b"\x01" * (high - low)
    return "".join(
        USED if at < end and gone[at - begin] else character for at, character in zip(offsets, words, strict=True)
    )


def _half_read(sentence: Sentence, words: str, acts: Sequence[EffectStatement]) -> Iterator[str]:
    """Yield the field of effects that were only partly read: a list before them, or 及其…."""
    start, end = sentence.span(sentence.start, sentence.end)
    inside = [one for one in acts if start <= one.start < end]
    for kind in dict.fromkeys(one.kind for one in inside):
        of_kind = [one for one in inside if one.kind is kind]
        before = words[: _at(sentence, min(one.start for one in of_kind))]
        listed = _LISTED.search(before) and not _CITED_BEFORE.search(before)
        if any(one.also for one in of_kind) or listed or _WITHOUT_TITLE.search(before) or _goes_on(sentence, words):
            yield EFFECT_FIELDS[kind]


def _at(sentence: Sentence, start: int) -> int:
    """Return where an offset of the text is in the words of a sentence."""
    return bisect_left(sentence.packed.offsets, start - sentence.line, sentence.start, sentence.end) - sentence.start


def _goes_on(sentence: Sentence, words: str) -> bool:
    """Return whether a list of instruments is cut by a semicolon: 废止：《甲》；《乙》, or 《甲》；《乙》同时废止."""
    behind = words.rstrip("；;").endswith(USED) and _NEXT.match(sentence.text, sentence.end)
    return bool(behind) or (words.startswith(USED) and _CUT.search(sentence.text[: sentence.start]) is not None)
