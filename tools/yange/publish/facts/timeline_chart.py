"""The timeline of a policy as a drawing: the place of each bar and mark on a line of days, in percent.

Positions are in percent of the width and whole pixels of the height, so that the drawing fills any window while its
words stay as large as the page's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from yange.dates import Period

__all__ = ["Bar", "Drawing", "Lane", "Tick", "draw"]

_LEFT, _WIDTH = 1.0, 97.0
_TOP, _LANE = 26, 40
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100)
_MOST_TICKS = 6
_FAR = 72.0
_STATES = ("now", "past", "future", "never")


@dataclass(frozen=True, slots=True)
class Lane:
    """One text: its name, its days (several pieces after a revival) and its status; ``marks`` are days of acts."""

    name: str
    state: str
    pieces: tuple[Period, ...]
    marks: tuple[date, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A drawn piece: from ``x`` on, ``width`` wide, at the height ``y``; ``open`` where no end is known."""

    x: float
    width: float
    y: int
    state: str
    open: bool
    key: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the line of days with words: a year, or today."""

    x: float
    label: str
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Name:
    """The words above a bar, aligned with its start, or with its end if the start is far to the right."""

    words: str
    x: float
    y: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything the picture needs; ``first`` and ``last`` are the days at ``left`` and ``left + width`` percent."""

    height: int
    first: date
    last: date
    ticks: tuple[Tick, ...]
    today: Tick
    bars: tuple[Bar, ...]
    names: tuple[Name, ...]
    marks: tuple[tuple[float, int, date], ...]
    left: float = _LEFT
    width: float = _WIDTH

    @property
    def states(self) -> list[str]:
        """What the legend explains: the states of the bars, each once."""
        drawn = {bar.state for bar in self.bars}
        return [state for state in _STATES if state in drawn]


def draw(lanes: Sequence[Lane], on: date) -> Drawing:
    """Place the lanes below each other on one line of days that holds ``on``."""
    days = [on.toordinal(), *_days(lanes)]
    first, last = min(days), max(days)
    margin = max(30, (last - first) // 20)
    scale = _Scale(max(first - margin, 1), min(last + margin, date.max.toordinal()))
    bars: list[Bar] = []
    names: list[Name] = []
    marks: list[tuple[float, int, date]] = []
    for n, lane in enumerate(lanes):
        y = _TOP + n * _LANE
        names.append(scale.name(lane, y + 13))
        bars.extend(scale.bar(piece, y + 19, lane) for piece in lane.pieces)
        marks.extend((scale.x(day.toordinal()), y + 25, day) for day in lane.marks)
    return Drawing(
        height=_TOP + len(lanes) * _LANE + 6,
        first=date.fromordinal(scale.first),
        last=date.fromordinal(scale.last),
        ticks=scale.years(),
        today=scale.tick(on.toordinal(), on.isoformat()),
        bars=tuple(bars),
        names=tuple(names),
        marks=tuple(marks),
    )


def _days(lanes: Iterable[Lane]) -> Iterable[int]:
    for lane in lanes:
        for piece in lane.pieces:
            yield piece.start.toordinal()
            if piece.end is not None:
                yield piece.end.toordinal()
        yield from (day.toordinal() for day in lane.marks)


@dataclass(frozen=True, slots=True)
class _Scale:
    first: int
    last: int

    def x(self, day: int) -> float:
        return round(_LEFT + _WIDTH * (day - self.first) / (self.last - self.first), 2)

    def bar(self, piece: Period, y: int, lane: Lane) -> Bar:
        start = self.x(piece.start.toordinal())
        end = _LEFT + _WIDTH if piece.end is None else self.x(piece.end.toordinal())
        return Bar(start, round(max(end - start, 0.4), 2), y, lane.state, piece.end is None, lane.key)

    def name(self, lane: Lane, y: int) -> Name:
        x = self.x(lane.pieces[0].start.toordinal())
        return Name(lane.name, x, y, "start") if x < _FAR else Name(lane.name, _LEFT + _WIDTH, y, "end")

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
