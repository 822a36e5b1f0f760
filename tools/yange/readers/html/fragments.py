"""Write a piece of HTML that stands in a text of another format."""

from __future__ import annotations

from dataclasses import dataclass

from yange.readers.html.blocks import PageWriter
from yange.readers.html.bounds import scan
from yange.readers.html.facts import is_page_row
from yange.readers.html.region import measure
from yange.readers.html.tree import read_tree
from yange.readers.source_text import LeftOut, SourceBlock

__all__ = ["HtmlFragment", "written_fragment"]


@dataclass(frozen=True, slots=True)
class HtmlFragment:
    """The blocks of a piece of HTML, each with its words, its comments, and what is left out in it."""

    blocks: tuple[tuple[str, SourceBlock], ...]
    comments: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    pictures: int


def written_fragment(markup: str) -> HtmlFragment:
    """Return the blocks of a piece of HTML; one that is too complex for a tree is its own words."""
    if scan(markup).reason is not None:
        block = SourceBlock(0, len(markup))
        return HtmlFragment(((markup, block),), (), (), 0)
    tree = read_tree(markup)
    measure(tree)
    writer = PageWriter(is_page_row)
    body = tree.first("body")
    if body is not None:
        writer.write(body)
    text = writer.blocks.text
    blocks = tuple((text[block.start : block.end], block) for block in writer.blocks.blocks)
    comments = tuple(words for comment in tree.comments if (words := comment.strip()))
    return HtmlFragment(blocks, comments, tuple(writer.left_out), writer.pictures)
