"""Pack text for the sentence readers: no spaces, ASCII figures, simplified effect words, quotations blanked out.

Scraped pages print 自 2 0 1 5 年 5 月 1 日起 and (in traditional characters) 施行、廢止. A reader that had to allow for
this in every pattern would miss the next case; with packed text every pattern is written once. Offsets map back. A
:class:`Writing` has the other differences of a script or place, so that it needs no patterns of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain

from yange.characters import BLANK
from yange.law.zh_hans.instruments import INSTRUMENTS, ChineseInstruments

_LABEL = re.compile(
    rf"(?:{BLANK})*(?:第[一二三四五六七八九十百零〇0-9]+[条條](?:之[一二三四五六七八九十]+)?|[一二三四五六七八九十]+、"
    r"|[（(][一二三四五六七八九十0-9]+[）)]|[0-9]{1,3}[.．、])"
    rf"(?=(?P<blank>{BLANK}+))?"
)
_PLAIN = str.maketrans(
    "０１２３４５６７８９實執廢終暫適長條則屆滿復繼續該現發佈頒號這個後時間區縣門與為從開於規試標準幾兩點",
    "0123456789实执废终暂适长条则届满复继续该现发布颁号这个后时间区县门与为从开于规试标准几两点",
)
_QUOTED = re.compile(r"[“「]([^“”「」]*)(?:[”」]|$)|^[^“「]*?[”」]")
_QUOTE = re.compile("[“”「」]")
_SPEAKS = re.compile(
    r"施行|实施|执行|生效|试行|失效|废止|停止|不再|暂停|恢复|延长|有效|适用|\b(?:force|effect|repeal|revoke|rescind)"
)
MASK = "\u2591"
"""The replacement of a character in a quoted passage; no pattern of this package matches it."""


@dataclass(frozen=True, slots=True)
class Packed:
    """Packed text, and the offset of each of its characters in the original text."""

    text: str
    offsets: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the printed text of a half-open span of the packed text."""
        if start == end:
            at = self.offsets[start] if start < len(self.offsets) else (self.offsets[-1] + 1 if self.offsets else 0)
            return at, at
        return self.offsets[start], self.offsets[end - 1] + 1


Dated = tuple[str, Sequence[int]]
"""A text, and the offset of each of its characters in the original text."""


def as_printed(text: str) -> Dated:
    """Return a text whose days are all in the common calendar, unchanged."""
    return text, range(len(text))


@dataclass(frozen=True, eq=False)
class Writing:
    """The differences of a script or place from the patterns of this package.

    ``fold`` maps characters one to one to those of the patterns; ``unfold`` maps the characters of clause labels back.
    ``dated`` returns a text with the years of another calendar in the common one. ``instruments`` reads names
    and numbers in packed text, ``printed_instruments`` in the text as printed.

    Regular expressions without groups add further words of a place: ``gazette`` those between 自 and 刊登
    (自憲報刊登當日起), ``links`` those between an instrument and the verb (現予廢除), and ``names`` the beginning of a
    name after the verb. The last two begin with ``|``.
    """

    fold: Mapping[int, int] = field(default_factory=lambda: _PLAIN)
    unfold: Mapping[int, int] = field(default_factory=dict)
    dated: Callable[[str], Dated] = as_printed
    gazette: str = ""
    links: str = ""
    names: str = ""
    instruments: ChineseInstruments = INSTRUMENTS
    printed_instruments: ChineseInstruments | None = None

    def printed(self, labels: tuple[str, ...]) -> tuple[str, ...]:
        """Return clause labels of packed text as the text prints them."""
        return tuple(label.translate(self.unfold) for label in labels) if self.unfold else labels

    def printed_number(self, phrase: str, number: str | None) -> str | None:
        """Return a number of packed text as the phrase with the instrument's name prints it."""
        if number is None or self.printed_instruments is None:
            return number
        one = next(self.printed_instruments.quoted(phrase), None)
        return (one.number if one else None) or self.printed_instruments.find_number(phrase) or number


@lru_cache(maxsize=1024)
def pack(text: str, writing: Writing) -> Packed:
    """Pack one paragraph or sentence.

    Spaces are removed, except between two Latin words or figures, and one after the label that opens the text (so that
    第三条　自… is not read as a sentence about 第三条). Quoted passages on effects are masked: they are another text's
    words.
    """
    dated, offsets = writing.dated(text)
    label = _LABEL.match(dated)
    keep = label.end() if label and label["blank"] else -1
    plain = dated.translate(writing.fold) if _folded(writing).search(dated) else dated
    if _QUOTE.search(plain):
        plain = _QUOTED.sub(_masked, plain)
    out = [at.start() for at in _BLANK.finditer(plain) if at.start() != keep and not _parts(plain, at.start())]
    if not out:
        return Packed(plain, offsets)
    runs = [slice(start, end) for start, end in zip((0, *(at + 1 for at in out)), (*out, len(plain)), strict=True)]
    return Packed("".join(plain[run] for run in runs), tuple(chain.from_iterable(offsets[run] for run in runs)))


@lru_cache(maxsize=64)
def chinese_lines(text: str) -> tuple[tuple[int, str], ...]:
    """Return each line of ``text`` with a Chinese character, after its offset.

    A statement is within a line. The states of a law share most of their lines, so what a line says is kept by line.
    Cached: the readers of first days, last days and effects read a paragraph one after the other.
    """
    lines: list[tuple[int, str]] = []
    at = 0
    for line in text.split("\n"):
        if _CHINESE.search(line):
            lines.append((at, line))
        at += len(line) + 1
    return tuple(lines)


def sentences_in(line: str, speaks: re.Pattern[str], writing: Writing, at: int = 0) -> Iterator[Sentence]:
    """Yield the sentences (ended by 。；;) of a line in which ``speaks`` is found: all of them, with and without it.

    ``at`` is the offset of the line in the text that the spans are to be of.
    """
    packed = pack(line, writing)
    if speaks.search(packed.text):
        for match in _SENTENCE.finditer(packed.text):
            yield Sentence(at, packed, match.start(), match.end())


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a line: ``[start, end)`` in the packed line, which begins at ``line`` in the text."""

    line: int
    packed: Packed
    start: int
    end: int

    @property
    def text(self) -> str:
        """The packed line, so that patterns can look behind; match with ``start`` and ``end``."""
        return self.packed.text

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the text of a span of the packed line."""
        left, right = self.packed.span(start, end)
        return self.line + left, self.line + right

    def has(self, pattern: re.Pattern[str]) -> bool:
        """Return whether a pattern is found in this sentence."""
        return pattern.search(self.text, self.start, self.end) is not None


_LONGEST = 2000
_SENTENCE = re.compile(rf"[^。；;]{{1,{_LONGEST}}}[。；;]?")
"""A sentence; a run longer than any sentence of a law is read in parts, so that the time is linear."""
YEAR = re.compile("[0-9〇○零Ｏ一二三四五六七八九]{4}")
"""What every day, month or year in packed text begins with (:data:`yange.law.zh_hans.days.LOOSE_DAY`)."""
_CHINESE = re.compile("[\u4e00-\u9fff]")
_BLANK = re.compile(BLANK)


@cache
def _folded(writing: Writing) -> re.Pattern[str]:
    """Return the pattern of a character that a writing folds: few lines have one, and to look is quick."""
    return re.compile(f"[{''.join(re.escape(chr(one)) for one in writing.fold)}]")


def _masked(match: re.Match[str]) -> str:
    return MASK * len(match[0]) if _SPEAKS.search(match[0]) else match[0]


def _parts(text: str, at: int) -> bool:
    """Return whether the space at ``at`` separates two Latin words."""
    left, right = text[at - 1 : at], text[at + 1 : at + 2]
    return left.isascii() and right.isascii() and left.isalpha() and right.isalpha()


SIMPLIFIED = Writing()
"""Simplified characters and the common calendar; effect words in traditional characters are also read."""
