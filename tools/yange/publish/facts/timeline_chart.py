"""The timeline of a policy as a drawing: the place of each bar and mark on a line of days, in percent.

Positions are in percent of the width and whole pixels of the height, so that the drawing fills any window while its
words stay as large as the page's. Which words a bar has room for depends on the window: each comes with the narrowest
drawing in which it fits, and the style sheet shows it from there on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt

from yange.dates import Period

__all__ = ["ROOMS", "Bar", "BarWords", "ChartAct", "ChartMark", "Drawing", "Lane", "Tick", "draw"]

_LEFT, _WIDTH = 1.0, 97.0
_TOP, _LANE = 22, 58
_RAIL, _BAR, _HEIGHT = 10, 21, 32
"""Below the top of a lane: the middle of its marks, the top of its bars; and how high a bar is."""
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100)
_MOST_TICKS = 6
_STATES = ("now", "past", "future", "never")
ROOMS = (300, 360, 420, 480, 560, 640, 720, 800, 900, 1000, 1200, 1600, 2400)
"""Widths of a drawing, in pixels, from which on the style sheet can show a word; the last ones are those of a zoom."""
_WIDE, _NARROW, _MARGIN = 12.0, 6.8, 14.0
"""Pixels that a Han character and another one need at 12 pixels (measured in Noto Sans CJK: 12 and at most 6.7)."""
_HAN = "\u2e80"
_PAGE = 800
"""How wide a drawing is on a page of 1280 pixels, or less."""
_LEAST, _MOST, _PLAIN = 4.0, 9.0, 5.0
"""Radius of the mark of a text in which nearly nothing changed, of one in which everything did, and of other acts."""


@dataclass(frozen=True, slots=True)
class ChartAct:
    """What happened on a day; ``share`` of the clauses changed (0 to 1), ``sure`` if the day was read and checked."""

    day: date
    share: float | None = None
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Lane:
    """One text: its status and days (several pieces after a revival), and the acts on it.

    ``lines`` are the words on its bar, from the top; of each line the first words that have room are shown.
    ``sure`` says whether the text was checked and its first day read.
    """

    state: str
    pieces: tuple[Period, ...]
    acts: tuple[ChartAct, ...] = ()
    key: str = ""
    lines: tuple[tuple[str, ...], ...] = ()
    sure: bool = True


@dataclass(frozen=True, slots=True)
class BarWords:
    """Words on a bar, ``y`` pixels below its top; shown if the drawing is ``room`` to ``until`` pixels wide."""

    words: str
    y: int
    room: int
    until: int | None


@dataclass(frozen=True, slots=True)
class Bar:
    """A drawn piece: from ``x`` on, ``width`` wide, at the height ``y``; ``open`` where no end is known."""

    x: float
    width: float
    y: int
    state: str
    open: bool
    key: str = ""
    sure: bool = True
    labels: tuple[BarWords, ...] = ()


@dataclass(frozen=True, slots=True)
class ChartMark:
    """A drawn act: its middle, its radius in pixels, and ``side``, where there is room for words beside it."""

    x: float
    y: int
    radius: float
    day: date
    sure: bool
    change: bool
    side: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the line of days with words: a year, or today."""

    x: float
    label: str
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything the picture needs; ``first`` and ``last`` are the days at ``left`` and ``left + width`` percent."""

    height: int
    first: date
    last: date
    ticks: tuple[Tick, ...]
    today: Tick
    bars: tuple[Bar, ...]
    marks: tuple[ChartMark, ...]
    left: float = _LEFT
    width: float = _WIDTH
    bar: int = _HEIGHT

    @property
    def states(self) -> list[str]:
        """What the legend explains: the states of the bars, each once."""
        drawn = {bar.state for bar in self.bars}
        return [state for state in _STATES if state in drawn]

    @property
    def hollow(self) -> bool:
        """Whether the legend explains hollow bars and marks."""
        return not (all(bar.sure for bar in self.bars) and all(mark.sure for mark in self.marks))

    @property
    def long(self) -> bool:
        """Whether bars lack room for their words in the width of a page, so that it helps to draw them larger."""
        return any(bar.labels == () or min(label.room for label in bar.labels) > _PAGE for bar in self.bars)


def draw(lanes: Sequence[Lane], on: date, *, settled: bool = False) -> Drawing:
    """Place the texts on one line of days that holds ``on``; texts that do not overlap share a lane.

    ``settled``: the drawing is the same on other days of the year of ``on`` too: the line holds that year to its end.
    """
    days = [(date(on.year, 12, 31) if settled else on).toordinal(), *_days(lanes)]
    first, last = min(days), max(days)
    margin = max(30, (last - first) // 20)
    scale = _Scale(max(first - margin, 1), min(last + margin, date.max.toordinal()))
    bars: list[Bar] = []
    marks: list[ChartMark] = []
    rows = _rows(lanes)
    for lane, row in zip(lanes, rows, strict=True):
        y = _TOP + row * _LANE
        bars.extend(scale.bar(piece, y + _BAR, lane) for piece in lane.pieces)
        marks.extend(scale.mark(act, y + _RAIL) for act in lane.acts)
    return Drawing(
        height=_TOP + (max(rows, default=0) + 1) * _LANE,
        first=date.fromordinal(scale.first),
        last=date.fromordinal(scale.last),
        ticks=scale.years(),
        today=scale.tick(on.toordinal(), on.isoformat()),
        bars=tuple(bars),
        marks=tuple(sorted(marks, key=lambda mark: (mark.day, mark.y))),
    )


def _rows(lanes: Sequence[Lane]) -> list[int]:
    """Return the lane of each text: the first one in which nothing overlaps it."""
    held: list[list[tuple[int, int]]] = []
    found = [0] * len(lanes)
    for n in sorted(range(len(lanes)), key=lambda n: lanes[n].pieces[0].start):
        spans = [_span(piece) for piece in lanes[n].pieces]
        free = (row for row, taken in enumerate(held) if not _overlap(spans, taken))
        row = next(free, len(held))
        if row == len(held):
            held.append([])
        held[row].extend(spans)
        found[n] = row
    return found


def _span(piece: Period) -> tuple[int, int]:
    """Return the first day of a piece and the one after its last; a piece without days takes one."""
    start = piece.start.toordinal()
    return start, date.max.toordinal() + 1 if piece.end is None else max(piece.end.toordinal(), start + 1)


def _overlap(some: Iterable[tuple[int, int]], others: Sequence[tuple[int, int]]) -> bool:
    return any(a < d and c < b for a, b in some for c, d in others)


def _days(lanes: Iterable[Lane]) -> Iterable[int]:
    for lane in lanes:
        for piece in lane.pieces:
            yield piece.start.toordinal()
            if piece.end is not None:
                yield piece.end.toordinal()
        yield from (act.day.toordinal() for act in lane.acts)


@dataclass(frozen=True, slots=True)
class _Scale:
    first: int
    last: int

    def x(self, day: int) -> float:
        return round(_LEFT + _WIDTH * (day - self.first) / (self.last - self.first), 2)

    def bar(self, piece: Period, y: int, lane: Lane) -> Bar:
        start = self.x(piece.start.toordinal())
        end = _LEFT + _WIDTH if piece.end is None else self.x(piece.end.toordinal())
        width = round(max(end - start, 0.4), 2)
        labels = (label for n, line in enumerate(lane.lines) for label in _labels(line, 14 + 13 * n, width))
        return Bar(start, width, y, lane.state, piece.end is None, lane.key, lane.sure, tuple(labels))

    def mark(self, act: ChartAct, y: int) -> ChartMark:
        x = self.x(act.day.toordinal())
        radius = _PLAIN if act.share is None else _LEAST + (_MOST - _LEAST) * sqrt(min(max(act.share, 0.0), 1.0))
        side = "start" if x < 35 else "end" if x > 65 else "middle"
        return ChartMark(x, y, round(radius, 1), act.day, act.sure, act.share is not None, side)

    def tick(self, day: int, label: str) -> Tick:
        x = self.x(day)
        return Tick(x, label, "start" if x < 12 else "end" if x > 88 else "middle")

    def years(self) -> tuple[Tick, ...]:
        """Return a mark for the first day of some years: at most six, on round years."""
        begin = date.fromordinal(max(self.first, 1)).year + 1
        end = date.fromordinal(min(self.last, date.max.toordinal())).year
        step = next((s for s in _STEPS if (end - begin) // s < _MOST_TICKS), 500)
        years = (year for year in range(begin, end + 1) if year % step == 0)
        return tuple(self.tick(date(year, 1, 1).toordinal(), str(year)) for year in years)


def _labels(line: Sequence[str], y: int, share: float) -> Iterable[BarWords]:
    """Yield the words of a line, the longest first, each up to the width from which on longer ones fit."""
    until: int | None = None
    for words in line:
        need = (_MARGIN + sum(_WIDE if sign >= _HAN else _NARROW for sign in words)) * 100 / share
        room = next((room for room in ROOMS if room >= need), None)
        if words and room is not None and (until is None or room < until):
            yield BarWords(words, y, room, until)
            until = room
