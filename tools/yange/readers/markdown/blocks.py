"""Write the tokens of a Markdown text as blocks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.metadata import version

from markdown_it import MarkdownIt
from markdown_it.token import Token

from yange.readers.html.fragments import written_fragment
from yange.readers.markdown.words import BREAK, footnotes_apart, joined, printed
from yange.readers.source_text import BlockWriter, LeftOut, LeftOutReason, SourceBlockKind, SourcePlace

__all__ = ["LIBRARY", "MarkdownWriter", "line_at", "place_at", "tokens_of"]

LIBRARY = f"markdown-it-py {version('markdown-it-py')}"
_DEEPEST = 100
"""Blocks inside blocks; what is deeper is not parsed by the library, and the reader reports the loss."""
_HEADS = ("h1", "h2", "h3", "h4", "h5", "h6")


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of a text: CommonMark with tables and deleted words.

    Indented code is not read (it is how converters indent items), nor are definitions of references (``[^1]: words``
    would be one, and its words lost).
    """
    return _parser().parse(text)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    parser.disable(["code", "reference", "text_join"])
    return parser


def place_at(line: int) -> SourcePlace:
    """Return the place of a line of the file, from 1."""
    return SourcePlace(path=f"line[{line}]")


def line_at(place: SourcePlace) -> int:
    """Return the line of a place of :func:`place_at`."""
    return int((place.path or "").removeprefix("line[").removesuffix("]"))


class MarkdownWriter:
    """Write the blocks of one text, and keep what is left out."""

    def __init__(self, first_line: int, *, notes: bool) -> None:
        """Begin; ``first_line`` is the line of the file on which the text begins, ``notes`` whether ``[^1]`` is one."""
        self.blocks = BlockWriter()
        self.left_out: list[LeftOut] = []
        self.comments: list[tuple[int, str]] = []
        """Comments that stand alone: how many blocks are before it, and its words."""
        self.quotes: list[int] = []
        """The blocks that are quoted, by their index."""
        self.pictures = 0
        self._first_line, self._notes = first_line, notes
        self._line = first_line
        self._label = ""
        self._level = self._quoted = self._written = 0
        self._row: list[str] | None = None
        self._rows: list[list[str]] = []

    def write(self, tokens: Sequence[Token]) -> None:
        """Write all tokens."""
        for token in tokens:
            if token.map:
                self._line = self._first_line + token.map[0]
            self._token(token)

    def _token(self, token: Token) -> None:
        match token.type:
            case "inline":
                self._inline(token)
            case "heading_open":
                self._level = _HEADS.index(token.tag) + 1
            case "heading_close":
                self._level = 0
            case "list_item_open":
                self._begin_item(token)
            case "list_item_close":
                self._flush_label()
            case "blockquote_open" | "blockquote_close":
                self._quoted += token.nesting
            case "fence" | "code_block":
                self._add(token.content.strip("\n"), SourceBlockKind.PARAGRAPH)
            case "html_block":
                self._markup(token.content)
            case _:
                self._table(token)

    def _table(self, token: Token) -> None:
        match token.type:
            case "table_open":
                self._rows = []
            case "tr_open":
                self._row = []
            case "tr_close" if self._row is not None:
                self._rows.append(self._row)
                self._row = None
            case "table_close":
                self._write_table()

    def _write_table(self) -> None:
        lines = ["| " + " | ".join(row) + " |" for row in self._rows]
        rule = "| " + " | ".join(["---"] * len(self._rows[0])) + " |"
        self._add("\n".join([lines[0], rule, *lines[1:]]), SourceBlockKind.TABLE)

    def _begin_item(self, token: Token) -> None:
        self._flush_label()
        # The parser keeps the number of an item as it is in the source, whatever comes before it.
        self._label = f"{token.info}{token.markup}" if token.info else ""

    def _inline(self, token: Token) -> None:
        children = token.children or []
        self.pictures += sum(child.type == "image" for child in children)
        words = printed(children, self._leave_out)
        if self._row is not None:
            cell = joined(words.replace(BREAK, " "), notes=self._notes)
            self._row.append(cell.replace("|", "\\|"))
        elif self._level:
            self._add(joined(words.replace(BREAK, "\n"), notes=self._notes), SourceBlockKind.HEADING)
        else:
            self._paragraph(words)

    def _paragraph(self, words: str) -> None:
        for number, part in footnotes_apart(words) if self._notes else [("", words)]:
            for line in part.split(BREAK):
                text = joined(line, notes=self._notes)
                if number:
                    self._add(f"{number} {text}".strip(), SourceBlockKind.NOTE, label=number)
                elif text:
                    label, self._label = self._label, ""
                    self._add(f"{label} {text}" if label else text, SourceBlockKind.PARAGRAPH, label=label)

    def _flush_label(self) -> None:
        label, self._label = self._label, ""
        if label:
            self._add(label, SourceBlockKind.PARAGRAPH, label=label)

    def _add(self, words: str, kind: SourceBlockKind, *, label: str = "") -> None:
        if self._quoted and words.strip():
            self.quotes.append(self._written)
        self._written += bool(words.strip())
        level = self._level if kind is SourceBlockKind.HEADING else 0
        self.blocks.add(words, kind, level=level, label=label, place=place_at(self._line))

    def _markup(self, content: str) -> None:
        """Write a block of HTML as a page is written; comments are kept apart."""
        fragment = written_fragment(content)
        self.pictures += fragment.pictures
        place = place_at(self._line)
        for comment in fragment.comments:
            self.comments.append((self._written, comment))
            self.left_out.append(LeftOut(comment, LeftOutReason.COMMENT, place))
        self.left_out.extend(LeftOut(left.text, left.reason, place) for left in fragment.left_out)
        for words, block in fragment.blocks:
            self._written += 1
            self.blocks.add(
                words, block.kind, level=block.level, label=block.label, computed=block.computed, place=place
            )

    def _leave_out(self, words: str, deleted: bool) -> None:
        reason = LeftOutReason.DELETED if deleted else LeftOutReason.COMMENT
        if words.strip():
            self.left_out.append(LeftOut(words.strip(), reason, place_at(self._line)))
