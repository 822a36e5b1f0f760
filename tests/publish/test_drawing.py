from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from yange.dates import Period
from yange.publish.facts.timeline_chart import Bar, ChartAct, Lane, draw

DAYS = st.dates(date(1949, 1, 1), date(2222, 12, 31))


@st.composite
def lanes(draw_: st.DrawFn) -> Lane:
    start = draw_(DAYS)
    end = draw_(st.one_of(st.none(), st.dates(start, date(2223, 1, 1))))
    return Lane("past", (Period(start, end),), tuple(ChartAct(day, 0.5) for day in draw_(st.lists(DAYS, max_size=3))))


@given(st.lists(lanes(), min_size=1, max_size=8), DAYS)
def test_no_bar_covers_another(found: list[Lane], on: date) -> None:
    lanes_of: dict[int, list[tuple[date, date]]] = {}
    for lane, bar in zip(found, draw(found, on).bars, strict=True):
        (piece,) = lane.pieces
        for start, end in lanes_of.setdefault(bar.y, []):
            assert piece.start >= end or start >= (piece.end or date.max)
        lanes_of[bar.y].append((piece.start, piece.end or date.max))


@given(st.lists(lanes(), min_size=1, max_size=6), DAYS)
def test_everything_stands_within_the_picture(found: list[Lane], on: date) -> None:
    drawing = draw(found, on)
    assert len(drawing.ticks) <= 6
    for x in (*(tick.x for tick in drawing.ticks), drawing.today.x, *(mark.x for mark in drawing.marks)):
        assert 0 <= x <= 100
    for bar in drawing.bars:
        assert 0 <= bar.x <= bar.x + bar.width <= 100
        assert bar.y + drawing.bar <= drawing.height


def test_time_runs_from_left_to_right_in_proportion() -> None:
    first, second = Period(date(2000, 1, 1), date(2010, 1, 1)), Period(date(2010, 1, 1), None)
    drawing = draw([Lane("past", (first,)), Lane("now", (second,))], date(2020, 1, 1))
    one, two = drawing.bars
    assert abs(one.x + one.width - two.x) < 0.02
    assert abs(one.width - (drawing.today.x - two.x)) < 0.05
    assert (one.open, two.open) == (False, True)
    assert [tick.label for tick in drawing.ticks] == ["2000", "2005", "2010", "2015", "2020"]


def test_a_text_that_never_was_in_force_is_still_drawn() -> None:
    day = date(2025, 1, 1)
    drawing = draw([Lane("never", (Period(day, day),))], day)
    assert drawing.bars[0].width > 0


def test_a_revived_text_has_two_bars() -> None:
    pieces = (Period(date(2000, 1, 1), date(2001, 1, 1)), Period(date(2002, 1, 1), date(2003, 1, 1)))
    assert len(draw([Lane("past", pieces)], date(2004, 1, 1)).bars) == 2


def test_texts_that_follow_each_other_share_a_lane_and_overlapping_ones_do_not() -> None:
    first, second = Period(date(2000, 1, 1), date(2010, 1, 1)), Period(date(2010, 1, 1), None)
    assert len({bar.y for bar in draw([Lane("past", (first,)), Lane("now", (second,))], date(2020, 1, 1)).bars}) == 1
    early = Period(date(2009, 12, 31), None)
    assert len({bar.y for bar in draw([Lane("past", (first,)), Lane("now", (early,))], date(2020, 1, 1)).bars}) == 2


def test_a_mark_grows_with_the_share_of_clauses_that_changed() -> None:
    acts = (
        ChartAct(date(2001, 1, 1), 0.0),
        ChartAct(date(2002, 1, 1), 0.1),
        ChartAct(date(2003, 1, 1), 1.0),
        ChartAct(date(2004, 1, 1)),
    )
    lane = Lane("now", (Period(date(2000, 1, 1), None),), acts)
    marks = draw([lane], date(2010, 1, 1)).marks
    assert [mark.radius for mark in marks] == [4.0, 5.6, 9.0, 5.0]
    assert [mark.change for mark in marks] == [True, True, True, False]


def bar_of(years: int, *lines: tuple[str, ...]) -> Bar:
    """The bar of a text that lasts so many years of a hundred."""
    lanes_ = [
        Lane("past", (Period(date(1900, 1, 1), date(1900 + years, 1, 1)),), lines=lines),
        Lane("past", (Period(date(1999, 1, 1), date(2000, 1, 1)),)),
    ]
    return draw(lanes_, date(1999, 6, 1)).bars[0]


def test_words_are_shown_from_the_width_on_in_which_the_bar_holds_them() -> None:
    # "2004-01-01" needs 10 x 6.8 + 14 = 82 pixels: a bar of 44.1% has them in a drawing of 186, one of 8.8% in 931.
    assert [(label.room, label.until) for label in bar_of(50, ("2004-01-01",)).labels] == [(300, None)]
    assert [(label.room, label.until) for label in bar_of(10, ("2004-01-01",)).labels] == [(1000, None)]
    # Until the longer words have room the shorter ones are shown.
    long, short = bar_of(10, ("2004-01-01", "2004")).labels
    assert (long.words, long.room, long.until) == ("2004-01-01", 1000, None)
    assert (short.words, short.room, short.until) == ("2004", 480, 1000)
    # Han characters are wider: 4 need 62 pixels.
    assert bar_of(10, ("深府规号",)).labels[0].room == 720


def test_a_drawing_is_long_where_a_bar_has_no_room_for_its_words() -> None:
    wide, narrow = Period(date(1900, 1, 1), date(1999, 1, 1)), Period(date(1999, 1, 1), date(2000, 1, 1))
    words = (("2004-01-01", "2004"),)
    assert not draw([Lane("past", (wide,), lines=words)], date(1950, 1, 1)).long
    assert draw([Lane("past", (wide,), lines=words), Lane("past", (narrow,), lines=words)], date(1950, 1, 1)).long


def test_hollow_bars_and_marks_are_explained_where_there_are_any() -> None:
    piece = Period(date(2000, 1, 1), None)
    assert not draw([Lane("now", (piece,))], date(2010, 1, 1)).hollow
    assert draw([Lane("now", (piece,), sure=False)], date(2010, 1, 1)).hollow
    assert draw([Lane("now", (piece,), (ChartAct(date(2001, 1, 1), 0.2, sure=False),))], date(2010, 1, 1)).hollow
