"""Git's dates: plain where git can hold the day, clamped and in order where it cannot."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yange.archive.git_dates import git_times

EAST_8 = timezone(timedelta(hours=8))


@pytest.mark.parametrize("day", ["1970-01-02", "1999-12-31", "2020-02-29", "2024-07-10", "2099-12-30"])
def test_a_day_that_git_can_hold_is_its_own_midnight(day: str) -> None:
    time = git_times([date.fromisoformat(day)])[date.fromisoformat(day)]
    assert datetime.fromtimestamp(time, EAST_8).isoformat() == f"{day}T00:00:00+08:00"


def test_early_days_take_a_second_each_on_the_first_of_january_1970() -> None:
    days = [date(1970, 1, 1), date(1949, 10, 1), date(1, 1, 1), date(1949, 10, 1)]
    times = git_times(days)
    printed = {day: datetime.fromtimestamp(time, EAST_8).strftime("%F %T") for day, time in times.items()}
    assert printed == {
        date(1, 1, 1): "1970-01-01 08:00:01",
        date(1949, 10, 1): "1970-01-01 08:00:02",
        date(1970, 1, 1): "1970-01-01 08:00:03",
    }


def test_late_days_take_a_second_each_on_the_last_of_december_2099() -> None:
    times = git_times([date(9999, 12, 31), date(2099, 12, 31), date(2222, 2, 2)])
    printed = [datetime.fromtimestamp(times[day], EAST_8).strftime("%F %T") for day in sorted(times)]
    assert printed == ["2099-12-31 00:00:00", "2099-12-31 00:00:01", "2099-12-31 00:00:02"]


def test_more_early_days_than_seconds_still_run_forward() -> None:
    days = [date(1, 1, 1) + timedelta(days=n) for n in range(60_000)] + [date(1970, 1, 2)]
    times = [git_times(days)[day] for day in (days[0], days[57_598], days[59_999], days[-1])]
    assert times == [1, 57_599, 57_599, 57_600]


@given(st.lists(st.dates(), max_size=60))
def test_times_are_positive_ordered_and_fit_git(days: list[date]) -> None:
    times = git_times(days)
    assert set(times) == set(days)
    ordered = [times[day] for day in sorted(set(days))]
    assert ordered == sorted(set(ordered)), "one time for each day, in order"
    assert all(0 < time < 2**34 for time in ordered)
    assert all(datetime.fromtimestamp(time, UTC).year in range(1970, 2100) for time in ordered)
