"""Read the Markdown of an archive as a text with blocks."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from yange.readers.markdown.blocks import LIBRARY, place_at
from yange.readers.markdown.sections import written_sections
from yange.readers.markdown.titles import title_at
from yange.readers.source_text import BlockWriter, LeftOut, LeftOutReason, SourceBlockKind, SourceText

__all__ = ["source_text"]

_NOTE = re.compile(r"^[ >]*\[\^[^\]\n]{1,40}\]:.*(?:\n(?![ \t]*(?:\n|#|\[\^)).+)*", re.MULTILINE)
_REFERENCE = re.compile(r"\[\^[^\]\n]{1,40}\]")


def source_text(name: str, markdown: str, caption: Sequence[str] = ()) -> SourceText:
    """Return the text of a Markdown file without its marks, block by block; ``caption`` comes below its title.

    Footnotes are the register's remarks on the history of a text, and their references would change the numbers that
    they stand beside (Art. 1[^2]): both are left out.
    """
    notes = [LeftOut(found[0].strip(), LeftOutReason.EDITORIAL) for found in _NOTE.finditer(markdown)]
    read = written_sections(_REFERENCE.sub("", _NOTE.sub("", markdown)))
    written = BlockWriter()
    title = title_at([(block.kind, block.level) for block in read.blocks], alone=False)
    for at, block in enumerate(read.blocks):
        kind, level = (SourceBlockKind.TITLE, 0) if at == title else (block.kind, block.level)
        place = place_at(block.line)
        written.add(block.words, kind, level=level, label=block.label, computed=block.computed, place=place)
        for line in caption if at == title else ():
            written.add(line, SourceBlockKind.CAPTION)
    return SourceText(
        name=name,
        sha256=hashlib.sha256(markdown.encode()).hexdigest(),
        text=written.text,
        media="text/markdown",
        reader="markdown",
        library=LIBRARY,
        blocks=written.blocks,
        whole=True,
        left_out=(*read.left_out, *notes),
    )
