from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from yange.dates import Period
from yange.publish.facts.timeline_chart import Lane, draw

DAYS = st.dates(date(1949, 1, 1), date(2222, 12, 31))


@st.composite
def lanes(draw_: st.DrawFn) -> Lane:
    start = draw_(DAYS)
    end = draw_(st.one_of(st.none(), st.dates(start, date(2223, 1, 1))))
    return Lane("a text", "past", (Period(start, end),), tuple(draw_(st.lists(DAYS, max_size=3))))


@given(st.lists(lanes(), min_size=1, max_size=6), DAYS)
def test_everything_stands_within_the_picture(found: list[Lane], on: date) -> None:
    drawing = draw(found, on)
    assert len(drawing.ticks) <= 6
    for x in (*(tick.x for tick in drawing.ticks), drawing.today.x, *(x for x, _, _ in drawing.marks)):
        assert 0 <= x <= 100
    for bar in drawing.bars:
        assert 0 <= bar.x <= bar.x + bar.width <= 100
        assert bar.y + 12 <= drawing.height


def test_time_runs_from_left_to_right_in_proportion() -> None:
    first, second = Period(date(2000, 1, 1), date(2010, 1, 1)), Period(date(2010, 1, 1), None)
    drawing = draw([Lane("a", "past", (first,)), Lane("b", "now", (second,))], date(2020, 1, 1))
    one, two = drawing.bars
    assert abs(one.x + one.width - two.x) < 0.02
    assert abs(one.width - (drawing.today.x - two.x)) < 0.05
    assert (one.open, two.open) == (False, True)
    assert [tick.label for tick in drawing.ticks] == ["2000", "2005", "2010", "2015", "2020"]


def test_a_text_that_never_was_in_force_is_still_drawn() -> None:
    day = date(2025, 1, 1)
    drawing = draw([Lane("never", "never", (Period(day, day),))], day)
    assert drawing.bars[0].width > 0


def test_a_revived_text_has_two_bars() -> None:
    pieces = (Period(date(2000, 1, 1), date(2001, 1, 1)), Period(date(2002, 1, 1), date(2003, 1, 1)))
    assert len(draw([Lane("a", "past", pieces)], date(2004, 1, 1)).bars) == 2
