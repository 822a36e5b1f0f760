"""From the characters of a page to its lines in reading order: rows, and columns where the page has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from yange.readers.pdf_lines import Box, Glyph, Grid, PageLines, PrintedLine, line_of

__all__ = ["lines_of_page"]

ROW = 0.25
"""Share of the font size by which baselines of one row may differ."""
RAISED_SIZE, RAISED_BY = 0.8, 0.7
"""A raised or lowered figure: its size and its distance from the baseline, as shares of the font size."""
GUTTER = 0.9
"""The least gap between columns, as a share of the font size."""
LEAST_LINES = 3
"""Full lines on each side without which there are no two columns."""
FULL = 0.42
"""How much of its column the median line fills. A third column halves it for the right side."""
OVER = 0.25
"""Lines that go over both columns between them, as a share of the lines of the longer one."""
DEPTH = 3
RANGED, RANGED_GAP, RANGED_STEP = 4, 2.5, 3.0
"""A table without rules: rows in a row that have a piece at one place, the gap before it as a share of the font size,
and the points within which the place is the same."""
STEP = 2.0
"""Points between the places where a gutter is looked for."""


def lines_of_page(
    number: int, width: float, height: float, glyphs: Iterable[Glyph], grids: Sequence[Grid]
) -> PageLines:
    """Return the lines of a page in reading order; the words of tables are in the tables alone."""
    free = [glyph for glyph in glyphs if not any(_inside(glyph, grid.box) for grid in grids)]
    rows = [row for row in _rows(free) if any(not glyph.text.isspace() for glyph in row)]
    placed = _ordered([_Row(row) for row in rows], list(grids), DEPTH)
    many = 1 + max((column for _, column in placed), default=0)
    items: list[PrintedLine | Grid] = []
    for item, column in placed:
        if isinstance(item, Grid):
            items.append(replace(item, column=column))
        elif (line := line_of(number, item.glyphs)) is not None:
            items.append(replace(line, column=column, columns=many))
    ranged = _are_ranged([item for item, _ in placed if isinstance(item, _Row)])
    return PageLines(number, width, height, tuple(items), ranged)


def _are_ranged(rows: Sequence[_Row]) -> bool:
    """Whether rows below each other have pieces that begin at the same places, as those of a table do."""
    together = 0
    before: set[int] = set()
    for row in rows:
        starts = {round(start / RANGED_STEP) for start, _ in row.runs[1:]} if _are_cells(row) else set()
        near = {start + step for start in starts for step in (-1, 0, 1)}
        together = together + 1 if near & before else 0
        if together >= RANGED - 1:
            return True
        before = starts
    return False


def _are_cells(row: _Row) -> bool:
    """Whether a row has pieces between wide gaps that are more than single characters spaced out."""
    gaps = [b[0] - a[1] for a, b in pairwise(row.runs)]
    return bool(gaps) and max(gaps) > RANGED_GAP * row.size and max(end - start for start, end in row.runs) > row.size


def _inside(glyph: Glyph, box: Box) -> bool:
    middle, height = (glyph.x0 + glyph.x1) / 2, glyph.base - glyph.size * 0.35
    return box[0] <= middle <= box[2] and box[1] <= height <= box[3]


# Rows: characters on one baseline, whatever column they are in.


def _rows(glyphs: list[Glyph]) -> list[list[Glyph]]:
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda one: (one.base, one.x0)):
        if rows and glyph.base - rows[-1][0].base <= ROW * min(glyph.size, rows[-1][0].size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    for row in rows:
        row.sort(key=lambda one: (one.x0, one.base))
    return _with_raised([_once(row) for row in rows])


def _once(row: list[Glyph]) -> list[Glyph]:
    """Return a row without characters that are printed twice at nearly one place, to look bold."""
    kept: list[Glyph] = []
    for glyph in row:
        twice = any(
            glyph.text == other.text and abs(glyph.x0 - other.x0) < 0.1 * glyph.size and not glyph.text.isspace()
            for other in kept[-3:]
        )
        if not twice:
            kept.append(glyph)
    return kept


def _with_raised(rows: list[list[Glyph]]) -> list[list[Glyph]]:
    """Put raised and lowered small characters into the row that they stand beside."""
    for at, row in enumerate(rows):
        size = max(glyph.size for glyph in row)
        near = [k for k in (at + 1, at - 1, at + 2, at - 2) if 0 <= k < len(rows) and rows[k]]
        for run in _runs(row, 1.0):
            home = next((rows[k] for k in near if _stands_beside(run, rows[k], size)), None)
            if home is None:
                continue
            up = run[0].base < home[0].base
            home.extend(replace(one, raised=up) for one in run)
            home.sort(key=lambda one: (one.x0, one.base))
            gone = {id(one) for one in run}
            row = [one for one in row if id(one) not in gone]
        rows[at] = row
    return [row for row in rows if row]


def _stands_beside(run: list[Glyph], row: list[Glyph], size: float) -> bool:
    whole = max(glyph.size for glyph in row)
    if size > RAISED_SIZE * whole or abs(run[0].base - row[0].base) > RAISED_BY * whole:
        return False
    left, right = run[0].x0, run[-1].x1
    return any(
        -0.5 * whole < left - glyph.x1 < 0.35 * whole or -0.5 * whole < glyph.x0 - right < 0.35 * whole for glyph in row
    )


def _runs(row: Sequence[Glyph], share: float) -> Iterator[list[Glyph]]:
    """Yield the pieces of a row between gaps of more than a share of the font size."""
    run: list[Glyph] = []
    for glyph in row:
        if glyph.text.isspace():
            continue
        if run and glyph.x0 - max(one.x1 for one in run[-2:]) > share * max(glyph.size, run[-1].size):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


# Columns: a valley that few rows cross, with full lines on both sides of it.


class _Row:
    """A row with its runs, measured once."""

    __slots__ = ("base", "glyphs", "runs", "size", "x0", "x1")

    def __init__(self, glyphs: list[Glyph]) -> None:
        self.glyphs = glyphs
        self.runs = [(run[0].x0, max(one.x1 for one in run)) for run in _runs(glyphs, GUTTER)]
        self.x0, self.x1 = self.runs[0][0], max(end for _, end in self.runs)
        self.base = glyphs[0].base
        self.size = max(glyph.size for glyph in glyphs)

    def cut(self, at: float) -> tuple[_Row | None, _Row | None]:
        """Return what is left and right of a gutter."""
        sides = [one for one in self.glyphs if one.x0 < at], [one for one in self.glyphs if one.x0 >= at]
        left, right = (_Row(side) if any(not one.text.isspace() for one in side) else None for side in sides)
        return left, right


_Placed = tuple[_Row | Grid, int]


def _ordered(rows: list[_Row], grids: list[Grid], depth: int) -> list[_Placed]:
    """Return rows and tables in reading order with the number of their column, 0 for what goes over all of them."""
    gutter = _gutter(rows) if depth else None
    if gutter is None:
        return [(item, 0) for item in _down(rows, grids)]
    left, right = min(row.x0 for row in rows), max(row.x1 for row in rows)
    placed: list[_Placed] = []
    sides: tuple[list[_Row | Grid], list[_Row | Grid]] = ([], [])
    for item in _down(rows, grids):
        if _goes_over(item, gutter, left, right):
            placed += _side_by_side(sides, depth)
            sides = ([], [])
            placed.append((item, 0))
            continue
        parts = item.cut(gutter) if isinstance(item, _Row) else _sided(item, gutter)
        for side, part in zip(sides, parts, strict=True):
            if part is not None:
                side.append(part)
    return placed + _side_by_side(sides, depth)


def _sided(grid: Grid, gutter: float) -> tuple[Grid | None, Grid | None]:
    return (grid, None) if grid.box[2] <= gutter else (None, grid)


def _side_by_side(sides: tuple[list[_Row | Grid], list[_Row | Grid]], depth: int) -> list[_Placed]:
    placed: list[_Placed] = []
    number = 1
    for side in sides:
        rows = [item for item in side if isinstance(item, _Row)]
        inner = _ordered(rows, [item for item in side if isinstance(item, Grid)], depth - 1)
        placed += [(item, number + max(column - 1, 0)) for item, column in inner]
        number += max((column for _, column in inner), default=0) or 1
    return placed


def _down(rows: list[_Row], grids: list[Grid]) -> list[_Row | Grid]:
    """Return rows and tables from the top of the page down."""
    items: list[_Row | Grid] = [*rows, *grids]
    return sorted(items, key=lambda item: item.base if isinstance(item, _Row) else item.box[1])


def _goes_over(item: _Row | Grid, gutter: float, left: float, right: float) -> bool:
    if isinstance(item, Grid):
        return item.box[0] < gutter < item.box[2]
    if any(start < gutter < end for start, end in item.runs):
        return True
    middle = (item.x0 + item.x1) / 2 - (left + right) / 2
    inset = min(item.x0 - left, right - item.x1)
    spaced = max(end - start for start, end in item.runs) < 4 * item.size
    return item.x0 < gutter < item.x1 and abs(middle) < item.size and inset > 2 * item.size and spaced


def _gutter(rows: list[_Row]) -> float | None:
    """Return where a page is divided into columns, or ``None``."""
    if len(rows) < 2 * LEAST_LINES:
        return None
    left, right = min(row.x0 for row in rows), max(row.x1 for row in rows)
    steps = int((right - left) / STEP) + 2
    if not 20 < steps < 20_000:
        return None
    change = [0] * (steps + 1)
    for row in rows:
        for start, end in row.runs:
            change[int((start - left) / STEP)] += 1
            change[min(int((end - left) / STEP) + 1, steps)] -= 1
    crossed, heights = 0, []
    for value in change[:-1]:
        crossed += value
        heights.append(crossed)
    low, high = int(steps * 0.2), int(steps * 0.8)
    least = min(heights[low:high])
    if least > 0.8 * len(rows):
        return None
    valleys = _valleys(heights, low, high, least + max(0, len(rows) // 50))
    places = [left + (start + end) / 2 * STEP for start, end in valleys]
    return next((place for place in places if _are_columns(rows, place, left, right)), None)


def _valleys(heights: list[int], low: int, high: int, limit: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start: int | None = None
    for at in range(low, high + 1):
        if at < high and heights[at] <= limit:
            start = at if start is None else start
        elif start is not None:
            found.append((start, at))
            start = None
    return sorted(found, key=lambda one: (one[0] - one[1], one[0]))[:4]


def _are_columns(rows: list[_Row], gutter: float, left: float, right: float) -> bool:
    sides: tuple[list[tuple[float, float, float]], ...] = ([], [])
    for row in rows:
        if _goes_over(row, gutter, left, right):
            continue
        for side, part in zip(sides, row.cut(gutter), strict=True):
            if part is not None:
                side.append((part.x0, part.x1, row.base))
    if min(map(len, sides)) < LEAST_LINES:
        return False
    top, bottom = (pick(one[2] for side in sides for one in side) for pick in (min, max))
    over = sum(top <= row.base <= bottom for row in rows if _goes_over(row, gutter, left, right))
    if over > OVER * max(map(len, sides)):
        return False
    bounds = [(min(one[0] for one in side), max(one[1] for one in side)) for side in sides]
    if any(median(end - start for start, end, _ in side) < FULL * (bound[1] - bound[0])
           for side, bound in zip(sides, bounds, strict=True)):  # fmt: skip
        return False
    size = median(row.size for row in rows)
    widths = [bound[1] - bound[0] for bound in bounds]
    together = min(max(one[2] for one in side) for side in sides) - max(min(one[2] for one in side) for side in sides)
    return bounds[1][0] - bounds[0][1] >= 0.6 * size and min(widths) >= 6 * size and together > 2 * size
