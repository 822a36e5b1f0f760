"""Days and half-open periods."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from yange.dates import (
    Period,
    has_anniversary,
    last_day_of_months,
    last_day_of_years,
    next_day,
    parse_day,
    previous_day,
)

DAYS = st.dates(date(1900, 1, 1), date(2300, 12, 31))
ENDS = st.none() | DAYS


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start, end = draw(DAYS), draw(ENDS)
    return Period(min(start, end), max(start, end)) if end is not None else Period(start)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2020-2-1",
        "2020-02-30",
        "20200201",
        "2020-W05-1",
        "2020/02/01",
        "01-02-2020",
        " 2020-02-1",
        "0000-01-01",
        "9999-12-31",
        "0999-12-31",
    ],
)
def test_only_iso_days_are_days(text: str) -> None:
    with pytest.raises(ValueError):
        parse_day(text)


@given(DAYS)
def test_days_round_trip(day: date) -> None:
    assert parse_day(day.isoformat()) == day
    assert previous_day(next_day(day)) == day


@pytest.mark.parametrize(
    ("first", "years", "last"),
    [
        ("2020-03-01", 5, "2025-02-28"),
        ("2019-03-01", 5, "2024-02-29"),
        ("2020-01-01", 1, "2020-12-31"),
        ("2020-02-29", 1, "2021-02-28"),  # no anniversary
        ("2020-02-29", 5, "2025-02-28"),
        ("2020-02-29", 4, "2024-02-28"),
        ("1949-10-01", 3, "1952-09-30"),
        ("2099-12-31", 5, "2104-12-30"),
        ("2220-05-01", 2, "2222-04-30"),
    ],
)
def test_validity_in_years(first: str, years: int, last: str) -> None:
    assert last_day_of_years(parse_day(first), years) == parse_day(last)


@pytest.mark.parametrize(
    ("first", "months", "last"),
    [
        ("2023-01-30", 1, "2023-02-28"),
        ("2023-01-28", 1, "2023-02-27"),
        ("2024-01-29", 1, "2024-02-28"),
        ("2023-01-31", 3, "2023-04-30"),
        ("2023-01-31", 2, "2023-03-30"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-28"),
        ("2024-02-28", 12, "2025-02-27"),
        ("2024-03-01", 12, "2025-02-28"),
    ],
)
def test_validity_in_months(first: str, months: int, last: str) -> None:
    """民法典 第二百零二条: the last day is the one before the same number, else the month's last day."""
    assert last_day_of_months(parse_day(first), months) == parse_day(last)


@given(DAYS, st.integers(1, 200))
def test_a_term_ends_before_the_next_day_of_its_number(first: date, months: int) -> None:
    last = last_day_of_months(first, months)
    after = next_day(last)
    assert after.day == (first.day if has_anniversary(first, months) else 1)
    assert (last.year - first.year) * 12 + last.month - first.month in (months - 1, months)


@given(DAYS, st.integers(1, 50))
def test_a_year_has_365_or_366_days(first: date, years: int) -> None:
    assert 365 * years <= (last_day_of_years(first, years) - first).days + 2 <= 366 * years + 2


def test_a_period_cannot_run_backwards() -> None:
    with pytest.raises(ValueError, match="2020-01-02"):
        Period(date(2020, 1, 3), date(2020, 1, 2))


@given(periods(), DAYS)
def test_start_is_in_and_end_is_out(period: Period, day: date) -> None:
    assert (period.start in period) is not period.empty
    assert period.end is None or period.end not in period
    assert (day in period) == (period.start <= day and (period.end is None or day < period.end))


@given(periods(), periods())
def test_overlap_means_a_shared_day(one: Period, other: Period) -> None:
    shared = max(one.start, other.start)
    assert one.overlaps(other) == (shared in one and shared in other)
    assert one.overlaps(other) == other.overlaps(one)


@given(periods())
def test_a_period_overlaps_itself_unless_it_is_empty(period: Period) -> None:
    assert period.overlaps(period) is not period.empty


@given(st.lists(DAYS, min_size=3, max_size=6, unique=True), DAYS)
def test_periods_that_abut_share_no_day(days: list[date], day: date) -> None:
    days.sort()
    chain = [Period(a, b) for a, b in zip(days, [*days[1:], None], strict=True)]
    assert not any(a.overlaps(b) for k, a in enumerate(chain) for b in chain[k + 1 :])
    assume(day >= days[0])
    assert sum(day in period for period in chain) == 1


def test_an_empty_period_holds_no_day() -> None:
    empty = Period(date(2020, 1, 1), date(2020, 1, 1))
    assert empty.empty
    assert date(2020, 1, 1) not in empty
    assert not empty.overlaps(Period(date(2019, 1, 1)))
    assert not Period(date(2020, 1, 1), date(2020, 1, 1) + timedelta(days=1)).empty
