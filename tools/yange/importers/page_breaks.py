"""Cutting lines in which two pages were glued: the next document's head behind the last line of the one before.

Each rule gives columns at which a line is to be cut; nothing is moved and nothing lost. A cut makes no document yet:
that is for :mod:`yange.importers.segment` to decide by what stands around it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from yange.characters import BLANK
from yange.importers import furniture, patterns
from yange.importers.places import Gazetteer
from yange.law.zh_hans.days import DAY as HAN_DAY
from yange.law.zh_hans.instruments import NUMBER
from yange.readers.text import SourceText

_EDGES = " \t\r\u3000\u00a0\u2002\u2003\ufeff\u200b\u200c\u200d\u2060"
_TRAILING = r"(?P<tail>[ \u3000\t]+(?:政策咨询|人工智能朗读[：:]?|分享到?[：:]?|打印|收藏))*"
_NUMBER_TAIL = re.compile(
    rf"(?:[。！]|\.(?:png|jpe?g|gif))(?P<head>(?:{NUMBER})(?:主{BLANK}*题{BLANK}*词{BLANK}*[：:]?)?)$", re.I
)
_ADDRESS_TAIL = re.compile(r"。(?P<head>[^。；]{2,80}[：:])$")
_TITLE_CAPTION = re.compile(
    rf"(?:^|[。！])(?P<title>[^。；，：（(]{{4,80}}{patterns.KIND})"
    rf"(?P<caption>[（(](?:{HAN_DAY})[^。]*?(?:发布|公布|通过|修正|修订|施行)[）)])"
)
_PAGE_COUNT = re.compile(
    rf"(?<=[{''.join(sorted({kind[-1] for kind in patterns.KINDS}))}])[ \u3000]*[（(]\d{{1,3}}[)）]$"
)
_HEAD_TABLE = re.compile(r"(?<=[。！）])索 ?引 ?号[：:](?=.*(?:名 ?称|文 ?号)[：:])")
_JOINT = re.compile(r"^(?:中共|中国共产党)?[一-鿿]{2,16}(?:委|委员会|局|厅|署|院|政府|办公厅|办公室)[ \u3000、]*$")
_TITLE_FIRST = re.compile(rf"^(?P<title>[^。；，：]{{4,80}}{patterns.KIND})(?=第一[章编条节])")


@dataclass(frozen=True, slots=True)
class LinePiece:
    """A piece of a line with words in it: ``[start, end)`` in the file's text, blanks at both ends left out.

    ``glued`` says that the piece does not begin its line.
    """

    start: int
    end: int
    text: str
    glued: bool


def blocks(source: SourceText, places: Gazetteer) -> tuple[LinePiece, ...]:
    """Return the lines of ``source`` that hold words, cut where documents were glued, in order."""
    rules = _rules(places)
    found: list[LinePiece] = []
    for start, line in zip(source.starts, source.text.split("\n"), strict=True):
        columns = sorted({0, len(line), *(column for rule in rules for column in rule(line.rstrip(_EDGES)))})
        for left, right in pairwise(columns):
            words = line[left:right].strip(_EDGES)
            if words:
                at = start + left + len(line[left:right]) - len(line[left:right].lstrip(_EDGES))
                found.append(LinePiece(at, at + len(words), words, bool(line[:left].strip(_EDGES))))
    return tuple(found)


Rule = Callable[[str], Iterator[int]]


def _rules(places: Gazetteer) -> tuple[Rule, ...]:
    office = rf"{places.pattern}(?:[一-鿿]{{1,6}}(?:区|县|市|镇))?{patterns.BODY_NAME}"
    issuer = rf"{office}(?:{BLANK}+{office})*"
    verb = rf"(?:关于|印发|转发|批转|公布|发布|令{BLANK}*[（(]?第)"
    tail = rf"{_TRAILING}{BLANK}*$"
    issued = re.compile(rf"(?P<title>{issuer}{verb}[^。；]{{2,120}}?{patterns.TITLE_TAIL}){tail}")
    placed = re.compile(
        rf"(?:[。！]|(?<=[0-9])日){BLANK}*(?P<title>{places.pattern}[^。；，：]{{2,80}}{patterns.TITLE_TAIL}){tail}"
    )
    lost = re.compile(
        rf"(?:[。！]|\[\d{{1,2}}\]|[日）)]){BLANK}*"
        rf"(?P<title>[一-鿿]{{1,3}}[市省]{patterns.OFFICE}{verb}[^。；]{{2,120}}?{patterns.TITLE_TAIL}){tail}"
    )

    def title_tail(line: str) -> Iterator[int]:
        if not re.search(rf"{patterns.TITLE_TAIL}{_TRAILING}\s*$", line[-160:]):
            return
        for pattern in (issued, placed, lost):
            match = _leftmost(pattern, line)
            if match is None:
                continue
            before = line[: match.start("title")].strip(_EDGES)
            if not _listed(before) and not _JOINT.match(before):
                yield match.start("title")
            if match["tail"]:
                yield match.end("title")
            return

    return (title_tail, _number_tail, _address_tail, _head, _row)


def _leftmost(pattern: re.Pattern[str], line: str) -> re.Match[str] | None:
    """Search the last part of a line only: titles are short, lines may be very long."""
    return pattern.search(line, max(0, len(line) - 260))


def _listed(before: str) -> bool:
    """Tell whether what stands before makes the title an entry of a list of attachments."""
    return re.search(r"(?:附\s*件\s*\d*\s*[：:.．]?|^\s*\d{1,2}[.．、])\s*$", before) is not None


def _number_tail(line: str) -> Iterator[int]:
    match = _NUMBER_TAIL.search(line, max(0, len(line) - 80))
    if match is not None:
        yield match.start("head")


def _address_tail(line: str) -> Iterator[int]:
    match = _ADDRESS_TAIL.search(line, max(0, len(line) - 120))
    if match is not None and patterns.is_addressee(match["head"]):
        yield match.start("head")


def _head(line: str) -> Iterator[int]:
    """A title run together with its caption or its first chapter, at the start of a line or behind a full stop."""
    lead = len(line) - len(line.lstrip(_EDGES))
    if match := _TITLE_FIRST.match(line[lead : lead + 200]):
        if not patterns.label(line[lead : lead + 20]):
            yield lead + match.end("title")
        return
    if "令" not in line and "会" not in line:
        return
    for match in _TITLE_CAPTION.finditer(line):
        if not patterns.label(match["title"]):
            yield from (match.start("title"), match.end("title"), match.end("caption"))


def _row(line: str) -> Iterator[int]:
    """The head table of the next page behind the last words of this one."""
    match = _HEAD_TABLE.search(line)
    if match is not None and match.start() > 0:
        yield match.start()


def strip_page(block: LinePiece) -> tuple[LinePiece, LinePiece | None]:
    """Split the page count that a site puts behind a title, as in …的通知 (7), off the end of a block."""
    mark = _PAGE_COUNT.search(block.text)
    return (block, None) if mark is None else _split(block, mark)


def _split(block: LinePiece, mark: re.Match[str]) -> tuple[LinePiece, LinePiece]:
    words = block.text[: mark.start()].rstrip(_EDGES)
    sign = mark[0].strip(_EDGES)
    return (
        LinePiece(block.start, block.start + len(words), words, block.glued),
        LinePiece(block.end - len(sign), block.end, sign, True),
    )


def strip_note(block: LinePiece) -> tuple[LinePiece, LinePiece | None]:
    """Split an encyclopaedia's footnote mark off the end of a block."""
    mark = furniture.note_mark(block.text)
    return (block, None) if mark is None or mark.start() == 0 else _split(block, mark)
