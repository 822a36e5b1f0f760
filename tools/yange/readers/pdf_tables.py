"""Find the ruled tables of a page with pdfplumber's geometry, and put the words into their cells.

Only printed rules make a table: words that stand under each other by chance would make one too, and what was a
paragraph would be torn apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from pdfplumber.table import Table, cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

from yange.readers.pdf_columns import lines_of_page
from yange.readers.pdf_glyphs import PrintedPage, Rule
from yange.readers.pdf_joints import LineJoints
from yange.readers.pdf_lines import Glyph, Grid

__all__ = ["MOST_RULES", "grids_of"]

MOST_RULES = 800
"""Rules of one page: the search takes the square of them. A page of the densest table seen has 300."""
MOST_CROSSINGS = 2_500
SHORTEST = 3.0
NEAR = 3.0
"""Points between ends of rules that are meant to meet."""


def grids_of(page: PrintedPage) -> tuple[Grid, ...] | None:
    """Return the tables of a page in order, or ``None`` if it has too many rules to look for them."""
    rules = [rule for rule in page.rules if rule.end - rule.start >= SHORTEST]
    if not any(rule.upright for rule in rules) or not any(not rule.upright for rule in rules):
        return ()
    if len(rules) > 20 * MOST_RULES:
        return None
    edges = merge_edges([_edge(rule) for rule in rules], NEAR, NEAR, NEAR, NEAR)
    if len(edges) > MOST_RULES:
        return None
    crossings = edges_to_intersections(edges, NEAR, NEAR)
    if len(crossings) > MOST_CROSSINGS:
        return None
    tables = cells_to_tables(intersections_to_cells(crossings))
    grids = [_grid(page, cells) for cells in tables]
    return tuple(grid for grid in _outer(grids) if len(grid.edges) > 1 and any(any(row) for row in grid.rows))


def _edge(rule: Rule) -> dict[str, Any]:
    """Return a rule as pdfplumber describes one."""
    x0, x1, top, bottom = (
        (rule.at, rule.at, rule.start, rule.end) if rule.upright else (rule.start, rule.end, rule.at, rule.at)
    )
    return {
        "x0": x0, "x1": x1, "top": top, "bottom": bottom, "width": x1 - x0, "height": bottom - top,
        "orientation": "v" if rule.upright else "h", "object_type": "line",
    }  # fmt: skip


def _outer(grids: Sequence[Grid]) -> list[Grid]:
    """Return the tables that are not within another one."""
    return [
        grid
        for at, grid in enumerate(grids)
        if not any(_contains(other, grid) for k, other in enumerate(grids) if k != at)
    ]


def _contains(outer: Grid, inner: Grid) -> bool:
    a, b = outer.box, inner.box
    inside = a[0] <= b[0] and a[1] <= b[1] and a[2] >= b[2] and a[3] >= b[3]
    return inside and a != b


def _grid(page: PrintedPage, cells: list[tuple[float, float, float, float]]) -> Grid:
    table = Table(cast(Any, page), cells)  # what it asks of a page is for words, which are put in here
    left, top, right, bottom = table.bbox
    inside = [glyph for glyph in page.glyphs if left <= (glyph.x0 + glyph.x1) / 2 <= right
              and top <= glyph.base - 0.35 * glyph.size <= bottom and glyph.shown]  # fmt: skip
    owned: dict[tuple[float, float, float, float], list[Glyph]] = {cell: [] for cell in cells}
    by_top = sorted(cells, key=lambda cell: cell[1])
    for glyph in inside:
        x, y = (glyph.x0 + glyph.x1) / 2, glyph.base - 0.35 * glyph.size
        home = next((cell for cell in by_top if cell[0] <= x < cell[2] and cell[1] <= y < cell[3]), None)
        if home is not None:
            owned[home].append(glyph)
    rows = tuple(tuple("" if cell is None else _words(page, owned[cell]) for cell in row.cells) for row in table.rows)
    return Grid(page.number, (left, top, right, bottom), rows, tuple(sorted({cell[0] for cell in cells})))


def _words(page: PrintedPage, glyphs: Sequence[Glyph]) -> str:
    """Return the words of a cell, its lines joined."""
    lines = lines_of_page(page.number, page.width, page.height, glyphs, ()).items
    found = [line for line in lines if not isinstance(line, Grid)]
    return LineJoints(()).joined_lines(found) if found else ""
