"""Texts in blocks, as readers of formats hand them over, for tests without a format."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from yange.importers import ImportPlan, plan_readings
from yange.model import ClauseKind, Library
from yange.readers.source_text import (
    BlockWriter,
    DocumentReading,
    GivenFacts,
    SourceBlockKind,
    SourcePlace,
    SourceText,
)

Block = str | tuple[Any, ...]

TITLE, NUMBER, CAPTION = SourceBlockKind.TITLE, SourceBlockKind.NUMBER, SourceBlockKind.CAPTION
HEADING, TABLE, NOTE = SourceBlockKind.HEADING, SourceBlockKind.TABLE, SourceBlockKind.NOTE
ANNEX, PARAGRAPH = SourceBlockKind.ANNEX, SourceBlockKind.PARAGRAPH
ARTICLE = ClauseKind.ARTICLE


def source(blocks: Iterable[Block], *, name: str = "a.docx", **more: Any) -> SourceText:
    """Return a text with blocks: words, or words with their kind and more that the format says, in any order.

    Each is at ``p[n]`` unless it names its place.
    """
    writer = BlockWriter()
    for nth, block in enumerate(blocks, 1):
        words, *rest = (block,) if isinstance(block, str) else block
        kind = next((one for one in rest if isinstance(one, SourceBlockKind)), PARAGRAPH)
        more_said = next((one for one in rest if isinstance(one, dict)), {})
        writer.add(words, kind, **{"place": SourcePlace(path=f"p[{nth}]"), **more_said})
    data = f"{name}\n{writer.text}".encode("utf-8", "surrogatepass")
    facts = {"sha256": hashlib.sha256(data).hexdigest(), "media": "application/pdf", "reader": "made"}
    return SourceText(name=name, text=writer.text, blocks=writer.blocks, **{**facts, **more})


def filed(
    *texts: SourceText, library: Library | None = None, words: str | None = None, problems: tuple[Any, ...] = ()
) -> ImportPlan:
    """Return the plan for texts, each of a file of its own."""
    files = [
        (f"{text.name}\n{text.text}".encode("utf-8", "surrogatepass"), DocumentReading((text,), problems, words))
        for text in texts
    ]
    return plan_readings(files, library or Library())


def given(**facts: Any) -> GivenFacts:
    """Return facts that a format gives."""
    return GivenFacts(**facts)
