"""Read a Markdown text section by section: the states of a law share most of their sections, which are read once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from yange.readers.markdown.blocks import MarkdownWriter, line_at, place_at, tokens_of
from yange.readers.source_text import LeftOut, SourceBlockKind

__all__ = ["SectionBlock", "SectionedText", "written_sections"]

_HEADING = re.compile(r"(?<=\n\n)#{1,6} ")
"""A heading at the margin below a blank line. It ends every list, quotation and paragraph (CommonMark 0.31, 4.2)."""
_RUNS_ON = re.compile(
    r"^[ >]*(?:[-+*] |\d{1,9}[.)] )?[ >]*(?:```|~~~|<[?!]|<(?:script|pre|style|textarea)\b)", re.I | re.M
)
"""What may go on behind a blank line and a heading: fenced code, a comment, an element whose words are not read."""
_MOST_KEPT = 32768


@dataclass(frozen=True, slots=True)
class SectionBlock:
    """A block as :class:`MarkdownWriter` writes it, with its words; ``line`` is its line in the text, from 1."""

    words: str
    kind: SourceBlockKind
    level: int
    label: str
    computed: bool
    line: int


@dataclass(frozen=True, slots=True)
class SectionedText:
    """The blocks of a text in order, and what was left out of it."""

    blocks: tuple[SectionBlock, ...]
    left_out: tuple[LeftOut, ...]


def written_sections(text: str) -> SectionedText:
    """Return the blocks of a text; footnotes are words like any other."""
    blocks: list[SectionBlock] = []
    left_out: list[LeftOut] = []
    for above, section in _sections(text):
        read = _written(section)
        blocks += [
            SectionBlock(one.words, one.kind, one.level, one.label, one.computed, above + one.line)
            for one in read.blocks
        ]
        left_out += [LeftOut(left.text, left.reason, place_at(above + line_at(left.place))) for left in read.left_out]
    return SectionedText(tuple(blocks), tuple(left_out))


def _sections(text: str) -> Iterator[tuple[int, str]]:
    """Yield the sections of a text with the number of lines above them; the whole text where one may run on."""
    starts = [0] if _RUNS_ON.search(text) else [0, *(match.start() for match in _HEADING.finditer(text))]
    line = 0
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        yield line, text[start:end]
        line += text.count("\n", start, end)


@lru_cache(maxsize=_MOST_KEPT)
def _written(section: str) -> SectionedText:
    writer = MarkdownWriter(1, notes=False)
    writer.write(tokens_of(section))
    text = writer.blocks.text
    blocks = (
        SectionBlock(text[one.start : one.end], one.kind, one.level, one.label, one.computed, line_at(one.place))
        for one in writer.blocks.blocks
    )
    return SectionedText(tuple(blocks), tuple(writer.left_out))
