"""Documents with pages as a reader returns them, made from their lines."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from yange.readers.source_text import BlockWriter, DocumentReading, SourceBlockKind, SourcePlace, SourceText


@dataclass(frozen=True)
class MadeLine:
    """A paragraph, where it is printed, and whether its number was worked out."""

    words: str
    place: SourcePlace
    computed: bool = False


def made_reading(
    name: str,
    data: bytes,
    title: str,
    lines: Iterable[MadeLine],
    *,
    media: str = "application/pdf",
    reader: str = "pdf",
    library: str = "made 1.0",
) -> DocumentReading:
    """Return what a reader found in a file: the title on page 1 and these lines."""
    writer = BlockWriter()
    writer.add(title, SourceBlockKind.TITLE, place=SourcePlace(page=1))
    for line in lines:
        writer.add(line.words, place=line.place, computed=line.computed)
    text = SourceText(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        text=writer.text,
        blocks=writer.blocks,
        media=media,
        reader=reader,
        library=library,
        whole=True,
    )
    return DocumentReading((text,))
