"""Choose the title of a Markdown text among its headings."""

from __future__ import annotations

from collections.abc import Sequence

from yange.readers.source_text import SourceBlockKind

__all__ = ["title_at"]


def title_at(blocks: Sequence[tuple[SourceBlockKind, int]], *, alone: bool) -> int | None:
    """Return which of the blocks, given by kind and level, is the title: a heading of the first level, by its index.

    ``None`` if there is none. Of several it is the first one, unless the title has to be ``alone``: in a file
    of unknown origin each may begin a part, or a text of its own.
    """
    tops = [k for k, block in enumerate(blocks) if block == (SourceBlockKind.HEADING, 1)]
    return None if not tops or (alone and len(tops) > 1) else tops[0]
