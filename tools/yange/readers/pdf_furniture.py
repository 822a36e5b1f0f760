"""Find what the layout of pages prints and no text has: page numbers, running heads and feet, repeated table heads.

Nothing is left out because it looks like furniture alone: its place has to be that of furniture on other pages too, or
it has to be the number of its page.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from yange.readers.pdf_lines import Grid, PageLines, PrintedLine
from yange.readers.source_text import LeftOut, LeftOutReason, SourcePlace

__all__ = ["left_out_of", "place_of", "without_furniture"]

ZONE = 0.16
"""Share of the height of a page, at its head and at its foot, where furniture is looked for."""
OUTERMOST = 3
"""Lines from the outer edge of a page that can be furniture."""
SAME_PLACE = 4.0
"""Points by which the place may differ from page to page."""
SMALLER, APART = 0.93, 2.2
"""A running head is smaller than the text, or so far from it, both as shares of the font size of the text."""
OFTEN = 3
"""Pages on which words have to be printed at one place, unless there are only two pages."""

_DIGITS = re.compile(r"[0-9０-９]+")
_PAGE_NUMBER = re.compile(r"[\s\-‐‑–—―−·•.~〜～|/\[\]()（）〔〕【】－]*")
_ROMAN = re.compile(r"[\s\-–—]*[ivxlc]{1,7}[\s\-–—]*")


@dataclass(frozen=True, slots=True)
class _Seen:
    """A line at the head or foot of a page: its words without numbers, and the numbers."""

    page: int
    at: int
    line: PrintedLine
    head: bool
    words: str
    numbers: tuple[int, ...]


def without_furniture(pages: Sequence[PageLines]) -> tuple[tuple[PageLines, ...], tuple[LeftOut, ...]]:
    """Return the pages without furniture, and the furniture."""
    seen = [one for page in pages for one in _outer_lines(page)]
    gone: dict[tuple[int, int], LeftOutReason] = {}
    for one in seen:
        if _is_number_of(one, len(pages)):
            gone[one.page, one.at] = LeftOutReason.PAGE_NUMBER
    repeated = [group for group in _groups(seen) if _is_repeated(group, seen, pages)]
    size = _text_size(pages)
    for _ in range(OUTERMOST):
        for group in repeated:
            if not _is_apart(group, gone, pages, size):
                continue
            for one in group:
                bare = not _PAGE_NUMBER.sub("", one.words.replace("#", ""))
                reason = LeftOutReason.PAGE_NUMBER if bare else LeftOutReason.RUNNING_HEAD
                gone.setdefault((one.page, one.at), reason)
    kept = [
        replace(page, items=tuple(item for at, item in enumerate(page.items) if (page.number, at) not in gone))
        for page in pages
    ]
    out = [
        LeftOut(item.text, gone[page.number, at], place_of(item))
        for page in pages
        for at, item in enumerate(page.items)
        if isinstance(item, PrintedLine) and (page.number, at) in gone
    ]
    return tuple(kept), tuple(out)


def _text_size(pages: Sequence[PageLines]) -> float:
    counts = Counter[float]()
    for page in pages:
        for item in page.items:
            if isinstance(item, PrintedLine):
                counts[item.size] += len(item.text)
    return max(counts, key=lambda size: (counts[size], size)) if counts else 0.0


def _is_apart(
    group: Sequence[_Seen], gone: dict[tuple[int, int], LeftOutReason], pages: Sequence[PageLines], size: float
) -> bool:
    """Whether lines are smaller than the text, or stand apart from the nearest line of it on most pages."""
    if group[0].line.size < SMALLER * size:
        return True
    by_number = {page.number: page for page in pages}
    apart = 0
    for one in group:
        inner = [
            (item.base - one.line.base) * (1 if one.head else -1)
            for at, item in enumerate(by_number[one.page].items)
            if isinstance(item, PrintedLine) and (one.page, at) not in gone and at != one.at
        ]
        nearest = min((distance for distance in inner if distance > 0.5 * size), default=APART * size)
        apart += nearest >= APART * size
    return apart * 2 > len(group)


def place_of(item: PrintedLine | Grid) -> SourcePlace:
    """Return page and box, rounded to a tenth of a point."""
    left, top, right, bottom = (round(value, 1) for value in item.box)
    last = item.last_page if isinstance(item, Grid) else None
    return SourcePlace(page=item.page, box=(left, top, right, bottom), last_page=last)


def _outer_lines(page: PageLines) -> Iterator[_Seen]:
    """Yield the lines nearest to the upper and the lower edge of a page."""
    lines = [(at, item) for at, item in enumerate(page.items) if isinstance(item, PrintedLine)]
    for head in (True, False):
        edge = page.height * (ZONE if head else 1 - ZONE)
        zone = [(at, line) for at, line in lines if (line.base < edge if head else line.base > edge)]
        heights = sorted({round(line.base) for _, line in zone}, reverse=not head)
        outer = {height for height in heights if sum(abs(height - other) > 2 for other in heights
                 if (other < height if head else other > height)) < OUTERMOST}  # fmt: skip
        for at, line in zone:
            if round(line.base) in outer:
                numbers = tuple(int(one) for one in _DIGITS.findall(line.text) if len(one) < 7)
                words = re.sub(r"\s+", "", _DIGITS.sub("#", line.text)).casefold()
                yield _Seen(page.number, at, line, head, words, numbers)


def _is_number_of(one: _Seen, pages: int) -> bool:
    """Whether a line is the number of its page by itself, with or without the number of all pages."""
    line = one.line
    if len(one.words) > 24 or not one.numbers or one.numbers not in ((one.page,), (one.page, pages)):
        return False
    if not _PAGE_NUMBER.fullmatch(one.words.replace("#", "")):
        return len(one.numbers) == 2 and pages > 1
    # "1." is a label; what is no label has nothing after the number, or the same on both sides.
    return not line.text.rstrip().endswith((".", ")", "）", "．")) or line.text[:1] in "(（[.-—–"


def _groups(seen: Sequence[_Seen]) -> Iterator[list[_Seen]]:
    """Yield lines with the same words, but for numbers, at the same height of their pages."""
    by_words: dict[tuple[bool, str], list[_Seen]] = defaultdict(list)
    for one in seen:
        words = "#" if _ROMAN.fullmatch(one.words) else one.words
        by_words[one.head, words].append(one)
    for group in by_words.values():
        rest = sorted(group, key=lambda one: one.line.base)
        while rest:
            level = rest[len(rest) // 2].line.base
            near = [one for one in rest if abs(one.line.base - level) <= SAME_PLACE]
            yield near
            rest = [one for one in rest if abs(one.line.base - level) > SAME_PLACE]


def _is_repeated(group: Sequence[_Seen], seen: Sequence[_Seen], pages: Sequence[PageLines]) -> bool:
    found = {one.page for one in group}
    if len(found) < OFTEN and not (len(pages) == 2 == len(found)):
        return False
    numbered = "#" in group[0].words or _ROMAN.fullmatch(group[0].words)
    if not numbered:
        return not _in_the_text(group, seen, found)
    bare = not _PAGE_NUMBER.sub("", group[0].words.replace("#", ""))
    ordered = sorted(group, key=lambda one: one.page)
    steps = Counter(number - one.page for one in ordered for number in dict.fromkeys(one.numbers))
    in_step = bool(steps) and max(steps.values()) >= 0.8 * len(found)
    constant = len({one.numbers for one in group}) == 1
    if bare:
        return in_step or bool(_ROMAN.fullmatch(group[0].words))
    return (in_step or constant) and not _in_the_text(group, seen, found)


def _in_the_text(group: Sequence[_Seen], seen: Sequence[_Seen], found: set[int]) -> bool:
    """Whether other pages have their ordinary text where these lines are: annexes that each begin on a new page."""
    level = group[0].line.base
    same = [one for one in seen if one.head == group[0].head and one.page not in found
            and abs(one.line.base - level) <= 0.6 * one.line.size]  # fmt: skip
    words = Counter(one.words for one in same)
    others = {one.page for one in same if words[one.words] < 2}
    largest = max(one.line.size for one in group)
    return len(others) > 1 or (len(others) == 1 and largest >= _body_size(group, seen) * 0.98 and len(found) < 6)


def _body_size(group: Sequence[_Seen], seen: Sequence[_Seen]) -> float:
    counts = Counter[float]()
    for one in seen:
        if one.words != group[0].words:
            counts[one.line.size] += len(one.line.text)
    return max(counts, key=lambda size: (counts[size], size)) if counts else 0.0


def left_out_of(grid: Grid, rows: int) -> LeftOut:
    """Return the first rows of a table as printed a second time."""
    text = "\n".join("\t".join(cell for cell in row if cell) for row in grid.rows[:rows])
    return LeftOut(text, LeftOutReason.REPEATED, place_of(grid))
