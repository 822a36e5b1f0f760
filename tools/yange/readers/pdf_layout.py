"""From lines to blocks: paragraphs, headings, the title, notes and tables of a printed text.

Pure: it knows lines with positions, from whatever file they come. A paragraph ends where the layout shows it: a line
that ends early, an indent, a larger gap, another size. What the layout does not show is not made up, and what was
decided by a rule is counted.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from yange.readers.pdf_furniture import left_out_of, place_of, without_furniture
from yange.readers.pdf_joints import LineJoints
from yange.readers.pdf_lines import Grid, PageLines, PrintedLine, is_wide
from yange.readers.source_text import LeftOut, SourceBlockKind, SourcePlace

__all__ = ["LaidBlock", "LaidText", "laid_out"]

SAME_SIZE = 0.06
"""Share by which font sizes may differ within a paragraph."""
GAP, SMALL_GAP = 1.45, 1.12
"""Distances of lines, as a multiple of the usual one: surely a new paragraph; one where nothing speaks against it."""
INDENT = 0.7
"""The least indent, as a share of the font size."""
JUSTIFIED = 0.7
"""The least room at the end of a last line, as a share of the font size, where all other lines have none."""
SMALL = 0.88
"""The font size of a note, as a share of that of the text."""
LARGE, TITLE = 1.08, 1.15
"""The font size of a heading and of a title, as a multiple of that of the text."""
LONGEST_HEADING = 120
_HEADING_LINES = 4
_TITLE_AREA = 0.65
_UNFINISHED = tuple("。；;，,、：:")
_NOTE_MARK = re.compile(r"\s*(?:[⁰¹²³⁴⁵⁶⁷⁸⁹⁽]+|[①-⑳*†‡§]|[\[(（〔]?\d{1,3}[\])）〕.．]?)")


@dataclass(frozen=True, slots=True)
class LaidBlock:
    """A block with its words; ``doubts`` are its lines that were recognised with little confidence."""

    kind: SourceBlockKind
    text: str
    place: SourcePlace
    level: int = 0
    doubts: tuple[PrintedLine, ...] = ()


@dataclass(frozen=True, slots=True)
class LaidText:
    """The blocks of a text, what was left out of them, and how many words at line ends were joined or kept apart."""

    blocks: tuple[LaidBlock, ...]
    left_out: tuple[LeftOut, ...]
    hyphens_joined: int = 0
    hyphens_kept: int = 0
    blanks_guessed: int = 0


@dataclass(slots=True)
class _Piece:
    """Lines that make one block, or a table."""

    lines: list[PrintedLine] = field(default_factory=list)
    grid: Grid | None = None
    note: bool = False


@dataclass(frozen=True, slots=True)
class _Style:
    """How a text is set: its font size, the first-line indent (0: none), the distance of lines by font size.

    ``justified`` is set if full lines end at the side of the column, so that a line which does not is a last one.
    """

    size: float
    indent: float
    justified: bool
    indents: frozenset[float]
    """Indents that several lines have which are not centred, as shares of the font size."""
    leading: dict[float, float]
    proven: bool
    """Whether lines that seem full go on in the next one. Where most of them end with a stop, each is a paragraph of
    its own, and the side of the column is only where the longest of them ends."""

    def is_indent(self, line: PrintedLine) -> bool:
        """Whether a line begins where first lines do."""
        return self.indent > 0 and abs(line.indent - self.indent) < 0.5 * line.size

    def ends(self, line: PrintedLine, after: PrintedLine) -> bool:
        """Whether a line is the last one of its paragraph, as its end shows."""
        if _ends_early(line, after) or (self.justified and line.room > JUSTIFIED * line.size):
            return True
        return not self.proven and line.text.endswith(_ENDS)


def laid_out(pages: Sequence[PageLines], *, colored: bool = True) -> LaidText:
    """Return the blocks of the pages of one file.

    Without colours a letterhead looks like a title, so where both could be meant neither is called the title.
    """
    kept, left_out = without_furniture(pages)
    kept = _with_bounds(kept)
    style = _style(kept)
    flow, repeated = _with_whole_tables([item for page in kept for item in page.items])
    joints = LineJoints([item.text for item in flow if isinstance(item, PrintedLine)])
    pieces = list(_pieces(flow, _notes(kept, style), style))
    title = _title(pieces, style, kept, colored=colored)
    blocks = _blocks(pieces, joints, style, title)
    return LaidText(tuple(blocks), (*left_out, *repeated), joints.joined, joints.kept, joints.guessed)


# The sides of columns, from the lines in them.


def _with_bounds(pages: Sequence[PageLines]) -> tuple[PageLines, ...]:
    """Fill in the sides of the column of each line: those of its page, or of like pages where it has few lines."""
    here: dict[tuple[object, ...], list[PrintedLine]] = defaultdict(list)
    like: dict[tuple[object, ...], list[PrintedLine]] = defaultdict(list)
    for page in pages:
        for line in _lines(page):
            here[page.number, _column(line)].append(line)
            like[round(page.width), line.columns, _column(line)].append(line)
    sides: dict[tuple[object, ...], tuple[float, float]] = {}

    def bounded(page: PageLines, line: PrintedLine) -> PrintedLine:
        near, far = (page.number, _column(line)), (round(page.width), line.columns, _column(line))
        key, lines = (near, here[near]) if len(here[near]) >= 8 else (far, like[far])
        if key not in sides:
            sides[key] = _sides(lines)
        left, right = sides[key]
        return replace(line, left=min(left, line.x0), right=max(right, line.x1))

    return tuple(
        replace(
            page, items=tuple(bounded(page, item) if isinstance(item, PrintedLine) else item for item in page.items)
        )
        for page in pages
    )


def _column(line: PrintedLine) -> int:
    return line.column if line.columns > 1 else 0


def _sides(lines: Sequence[PrintedLine]) -> tuple[float, float]:
    """Return the sides that more than one line reaches."""
    starts, ends = sorted(line.x0 for line in lines), sorted((line.x1 for line in lines), reverse=True)
    size = max(line.size for line in lines)
    few = max(2, len(lines) // 30)
    left = next((one for at, one in enumerate(starts[: 1 - few or None])
                 if starts[at + few - 1] - one < 0.3 * size), starts[0])  # fmt: skip
    right = next((one for at, one in enumerate(ends[:-1]) if one - ends[at + 1] < size), ends[0])
    return left, right


def _lines(page: PageLines) -> Iterator[PrintedLine]:
    return (item for item in page.items if isinstance(item, PrintedLine))


# The style of the text: what is usual in it.


def _style(pages: Sequence[PageLines]) -> _Style:
    sizes = Counter[float]()
    distances: dict[float, Counter[float]] = defaultdict(Counter)
    pairs: list[tuple[PrintedLine, PrintedLine]] = []
    for page in pages:
        for line in _lines(page):
            sizes[_rounded(line.size)] += len(line.text)
        for a, b in pairwise(page.items):
            if isinstance(a, PrintedLine) and isinstance(b, PrintedLine) and _below(a, b):
                distances[_rounded(a.size)][round((b.base - a.base) * 4) / 4] += 1
                pairs.append((a, b))
    size = max(sizes, key=lambda one: (sizes[one], one)) if sizes else 10.0
    leading = {one: max(found, key=lambda gap: (found[gap], -gap)) for one, found in distances.items()}
    whole = [a for a, b in pairs if not _ends_early(a, b)]
    full = [a.room / a.size for a in whole]
    proven = sum(not a.text.endswith(_ENDS) for a in whole) >= 0.5 * len(whole)
    justified = len(full) > 4 and sum(room <= 0.3 for room in full) >= 0.85 * len(full)
    indent = _first_indent([pair for pair in pairs if _alike(*pair)], size)
    return _Style(size, indent, justified, _usual_indents(pages), leading, proven)


def _usual_indents(pages: Sequence[PageLines]) -> frozenset[float]:
    found = Counter(
        _share(line)
        for page in pages
        for line in _lines(page)
        if abs(line.indent - line.room) > 2 * line.size and line.indent > line.size
    )
    return frozenset(indent for indent, times in found.items() if times >= 3)


def _share(line: PrintedLine) -> float:
    return round(2 * line.indent / line.size) / 2


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _alike(a: PrintedLine, b: PrintedLine) -> bool:
    return abs(a.size - b.size) <= SAME_SIZE * max(a.size, b.size)


def _below(a: PrintedLine, b: PrintedLine) -> bool:
    """Whether ``b`` is the next line of the same column, in the same size."""
    return a.page == b.page and a.column == b.column and _alike(a, b) and 0 < b.base - a.base < 4 * a.size


def _ends_early(a: PrintedLine, b: PrintedLine) -> bool:
    """Whether the beginning of ``b`` would have had room at the end of ``a``."""
    wide = is_wide(a.text[-1]) or is_wide(b.text[0])
    return a.room >= b.first + (0.5 if wide else 0.35) * a.size


def _first_indent(pairs: Sequence[tuple[PrintedLine, PrintedLine]], size: float) -> float:
    """Return by how much the first lines of paragraphs are indented, 0 if they are not.

    After a line that ends early a paragraph begins, after a full line it goes on: first lines are indented if most
    lines of the one kind are, and most of the other are not.
    """
    pairs = [(a, b) for a, b in pairs if abs(b.size - size) <= SAME_SIZE * size and not _is_right(b)]
    firsts = [b.indent / b.size for a, b in pairs if _ends_early(a, b)]
    others = [b.indent / b.size for a, b in pairs if not _ends_early(a, b)]
    indented = [round(one * 2) / 2 for one in firsts if INDENT <= one <= 5]
    if len(indented) < max(1, 0.5 * len(firsts)):
        return 0.0
    if others and sum(one < INDENT for one in others) < 0.4 * len(others):
        return 0.0
    usual, times = Counter(indented).most_common(1)[0]
    return usual * size if times >= 0.4 * len(indented) else 0.0


def _is_right(line: PrintedLine) -> bool:
    """Whether a line is set at the right, as a signature is."""
    width = line.right - line.left
    return line.indent > 0.35 * width and line.room < 0.7 * line.indent


def _is_centred(line: PrintedLine, style: _Style) -> bool:
    if min(line.indent, line.room) < 1.4 * line.size or abs(line.indent - line.room) > max(1.3 * line.size, 6.0):
        return False
    plain = line.size <= LARGE * style.size and not line.bold
    return not (plain and (style.is_indent(line) or line.indent < 2.5 * line.size))


# Tables over several pages.


def _with_whole_tables(flow: Sequence[PrintedLine | Grid]) -> tuple[list[PrintedLine | Grid], list[LeftOut]]:
    """Join the pieces of a table that goes on over pages; its head is printed again on each."""
    joined: list[PrintedLine | Grid] = []
    repeated: list[LeftOut] = []
    last_page = 0
    for item in flow:
        before = joined[-1] if joined else None
        if isinstance(item, Grid) and isinstance(before, Grid) and _goes_on_as_table(before, item, last_page):
            rows = _repeated_rows(before, item)
            if rows:
                repeated.append(left_out_of(item, rows))
            joined[-1] = replace(before, rows=before.rows + item.rows[rows:], last_page=item.page)
        else:
            joined.append(item)
        last_page = item.page
    return joined, repeated


def _goes_on_as_table(before: Grid, after: Grid, last_page: int) -> bool:
    if after.page != last_page + 1 or len(before.edges) != len(after.edges):
        return False
    shift = after.edges[0] - before.edges[0]
    return all(abs(b - a - shift) < 4 for a, b in zip(before.edges, after.edges, strict=True))


def _repeated_rows(before: Grid, after: Grid) -> int:
    rows = 0
    while rows < min(len(before.rows), len(after.rows) - 1, 4) and before.rows[rows] == after.rows[rows]:
        rows += 1
    return rows


# Notes at the foot of a column.


def _notes(pages: Sequence[PageLines], style: _Style) -> set[int]:
    """Return the identities of the lines that are notes: small ones at the foot of a column, from a mark on."""
    found: set[int] = set()
    for page in pages:
        columns: dict[int, list[PrintedLine]] = defaultdict(list)
        for line in _lines(page):
            columns[line.column].append(line)
        for lines in columns.values():
            foot: list[PrintedLine] = []
            for line in reversed(lines):
                if line.size > SMALL * style.size:
                    break
                foot.append(line)
            marked = [at for at, line in enumerate(foot) if _NOTE_MARK.match(line.text)]
            if marked and foot[marked[-1]].base > 0.35 * page.height:
                found.update(id(line) for line in foot[: marked[-1] + 1])
    return found


# Paragraphs.


def _pieces(flow: Iterable[PrintedLine | Grid], notes: set[int], style: _Style) -> Iterator[_Piece]:
    """Yield the lines of each block; notes come after the paragraph in which their page ends."""
    open_piece: _Piece | None = None
    waiting: list[_Piece] = []
    for item in flow:
        if isinstance(item, PrintedLine) and id(item) in notes:
            starts = not waiting or (_NOTE_MARK.match(item.text) and _note_begins(waiting[-1].lines[-1], item))
            if starts:
                waiting.append(_Piece([item], note=True))
            else:
                waiting[-1].lines.append(item)
            continue
        if isinstance(item, PrintedLine) and open_piece is not None and _goes_on(open_piece.lines, item, style):
            open_piece.lines.append(item)
            continue
        if open_piece is not None:
            yield open_piece
            yield from waiting
            waiting = []
        open_piece = _Piece([item]) if isinstance(item, PrintedLine) else None
        if isinstance(item, Grid):
            yield from waiting
            waiting = []
            yield _Piece(grid=item)
    if open_piece is not None:
        yield open_piece
    yield from waiting


def _note_begins(before: PrintedLine, line: PrintedLine) -> bool:
    """Whether a line of the notes that begins with a number begins a note."""
    return line.text[0] in "⁰¹²³⁴⁵⁶⁷⁸⁹⁽①②③④⑤⑥⑦⑧⑨*†‡§[〔" or _ends_early(before, line) or before.page != line.page


def _goes_on(lines: Sequence[PrintedLine], line: PrintedLine, style: _Style) -> bool:
    """Whether a line belongs to the paragraph before it."""
    before = lines[-1]
    if not _alike(before, line) or before.red != line.red or _changes_columns(before, line):
        return False
    gap = _gap(before, line, style)
    if gap > GAP or _is_right(before) or _is_right(line):
        return False
    centred = _is_centred(before, style), _is_centred(line, style)
    large = before.size > TITLE * style.size and before.bold == line.bold
    if large and (all(centred) or (_fills([before]) and gap <= SMALL_GAP)):
        return gap <= SMALL_GAP
    if any(centred):
        return all(centred) and gap <= SMALL_GAP and before.bold == line.bold and _is_wrapped(before)
    early = style.ends(before, line) and not _is_narrow(lines, line)
    if early or _begins_item(before, line, style) or (before.bold != line.bold and not before.bold):
        return False
    if gap > SMALL_GAP and not (style.indent and line.indent < INDENT * line.size):
        return False
    return _indent_goes_on(lines, line, style)


def _changes_columns(before: PrintedLine, line: PrintedLine) -> bool:
    """Whether one line is in a column and the other goes over all columns of the page."""
    return before.page == line.page and (before.column == 0) != (line.column == 0)


def _gap(before: PrintedLine, line: PrintedLine, style: _Style) -> float:
    """Return the distance of two lines as a multiple of the usual one, 1 across columns and pages."""
    if not _below(before, line):
        same = before.page == line.page and before.column == line.column
        return 9.0 if same and line.base - before.base >= 4 * before.size else 1.0
    usual = style.leading.get(_rounded(before.size), 1.5 * before.size)
    usual = min(max(usual, before.size), 2.4 * before.size)
    # Half a point: positions are rounded by some makers.
    return max(line.base - before.base - 0.5, 0.0) / usual


def _is_narrow(lines: Sequence[PrintedLine], line: PrintedLine) -> bool:
    """Whether lines end at one place before the side of the column, as those of a quotation do."""
    before = lines[-1]
    return (
        abs(before.x1 - line.x1) < 0.25 * before.size
        and before.room > 2 * before.size
        and before.indent > INDENT * before.size
        and abs(before.indent - line.indent) < 0.3 * before.size
    )


def _is_wrapped(line: PrintedLine) -> bool:
    """Whether a centred line is so long that the next one may be its end."""
    return line.x1 - line.x0 > 0.75 * (line.right - line.left)


_LABEL = re.compile(r"[(（\[]?\w{1,4}[)）\].、．]|§|[(（]\w{1,4}|\w{2,8}\u3000|[^\W\d_]{2,12}\.? \d{1,4}\b")
_ENTRY = re.compile(r"(?:[.…·‧](?:\s?)){4,}\d{1,4}$")
"""The end of an entry in a table of contents: leaders and a page."""
_ENDS = tuple("。.；;:：!！?？")


def _begins_item(before: PrintedLine, line: PrintedLine, style: _Style) -> bool:
    """Whether a line begins an item: after an entry of a table of contents, or with a label after a sentence.

    A label counts only where no indent shows what begins.
    """
    if _ENTRY.search(before.text):
        return True
    if style.indent or not before.text.endswith(_ENDS):
        return False
    return _LABEL.match(line.text) is not None and line.indent <= before.indent + INDENT * line.size


def _indent_goes_on(lines: Sequence[PrintedLine], line: PrintedLine, style: _Style) -> bool:
    before, step = lines[-1], INDENT * line.size
    change = line.indent - before.indent
    if len(lines) > 1:
        return abs(change) <= step
    if change < -step:
        return before.indent <= 5 * line.size
    if change > step:
        return not style.is_indent(line) and change < 8 * line.size
    return not (style.is_indent(line) and style.is_indent(before))


# Blocks: what the lines are.


def _blocks(pieces: Sequence[_Piece], joints: LineJoints, style: _Style, title: int | None) -> Iterator[LaidBlock]:
    texts = [_table(piece.grid) if piece.grid else joints.joined_lines(piece.lines) for piece in pieces]
    levels = _levels(pieces, texts, title, style)
    for at, (piece, text) in enumerate(zip(pieces, texts, strict=True)):
        if piece.grid is not None:
            yield LaidBlock(SourceBlockKind.TABLE, text, place_of(piece.grid))
            continue
        kind = SourceBlockKind.NOTE if piece.note else SourceBlockKind.PARAGRAPH
        if at == title:
            kind = SourceBlockKind.TITLE
        elif at in levels:
            kind = SourceBlockKind.HEADING
        doubts = tuple(line for line in piece.lines if line.doubt)
        yield LaidBlock(kind, text, _place(piece.lines), levels.get(at, 0), doubts)


def _place(lines: Sequence[PrintedLine]) -> SourcePlace:
    """Return the pages on which a paragraph begins and ends, and the box around its lines on the first."""
    first, last = lines[0], lines[-1].page
    boxes = [line.box for line in lines if line.page == first.page and line.column == first.column]
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
    box = (round(left, 1), round(top, 1), round(right, 1), round(bottom, 1))
    return SourcePlace(page=first.page, box=box, last_page=last if last > first.page else None)


def _table(grid: Grid) -> str:
    rows = [[cell.replace("\\", "\\\\").replace("|", "\\|") for cell in row] for row in grid.rows]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])


def _title(pieces: Sequence[_Piece], style: _Style, pages: Sequence[PageLines], *, colored: bool) -> int | None:
    """Return which block is the title: the largest in the upper part of the first page, but for a red letterhead."""
    first = next((page for page in pages if page.items), None)
    if first is None:
        return None
    found: list[tuple[float, int]] = []
    for at, piece in enumerate(pieces):
        if not piece.lines or piece.note or piece.lines[0].page != first.number:
            continue
        line = piece.lines[0]
        if line.red or line.base > _TITLE_AREA * first.height or len(piece.lines) > 8:
            continue
        centred = all(_is_centred(one, style) for one in piece.lines) or _fills(piece.lines)
        if line.size > TITLE * style.size and (centred or line.size > 1.3 * style.size):
            found.append((line.size, -at))
        elif line.bold and centred and at < 3:
            found.append((style.size, -at))
    if not colored and len(found) > 1 and sorted(found)[-2][0] > TITLE * style.size:
        return None
    return -max(found)[1] if found else None


def _fills(lines: Sequence[PrintedLine]) -> bool:
    """Whether a title is so long that its first lines fill the column, and its last one is centred."""
    return all(line.indent < 2 * line.size and line.room < 2 * line.size for line in lines[:-1]) and (
        abs(lines[-1].indent - lines[-1].room) < 2 * lines[-1].size
    )


def _levels(pieces: Sequence[_Piece], texts: Sequence[str], title: int | None, style: _Style) -> dict[int, int]:
    """Return the levels of the headings: the larger the higher, bold before plain, centred before not."""
    looks: dict[int, tuple[float, bool, bool]] = {}
    after_title = title is not None
    bold_text = sum(len(line.text) for piece in pieces for line in piece.lines if line.bold) * 2 > sum(map(len, texts))
    for at, (piece, text) in enumerate(zip(pieces, texts, strict=True)):
        if title is not None and at <= title:
            continue
        if not piece.lines or piece.note:
            after_title = False
            continue
        line = piece.lines[0]
        centred = all(_is_centred(one, style) for one in piece.lines)
        large = line.size > LARGE * style.size
        centred = centred and (large or len(piece.lines) > 1 or _share(line) not in style.indents)
        bold = all(one.bold for one in piece.lines) and not bold_text
        # What is below the title in the size of the text is its number, its date or its caption.
        below = after_title and centred and not large and not bold
        after_title = below
        if (large or bold or (centred and not below)) and _is_short(piece.lines, text):
            looks[at] = (_rounded(line.size), bold, centred)
    ranks = {look: rank for rank, look in enumerate(sorted(set(looks.values()), reverse=True), 1)}
    return {at: min(ranks[look], 6) for at, look in looks.items()}


def _is_short(lines: Sequence[PrintedLine], text: str) -> bool:
    if len(text) > LONGEST_HEADING or len(lines) > _HEADING_LINES or text.endswith(_UNFINISHED):
        return False
    return text[0] not in "(（" and not lines[0].red and any(char.isalpha() for char in text)
