"""Days in traditional characters: the years of the Republic of China beside the common ones."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yange.law.zh_hans.numerals import chinese_numeral
from yange.law.zh_hant.days import DAYS, in_common_years

APRIL = date(2024, 4, 2)


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("民國113年4月2日", APRIL),
        ("中華民國113年4月2日", APRIL),
        ("中華民國一百十三年四月二日", APRIL),
        ("中華民國一百一十三年四月二日", APRIL),
        ("中華民國　113 年 4 月 2 日", APRIL),
        ("113年4月2日", APRIL),
        ("113.04.02", APRIL),
        ("2024年4月2日", APRIL),
        ("二〇二四年四月二日", APRIL),
        ("二零二四年四月二日", APRIL),
        ("民國一○二年十二月三十一日", date(2013, 12, 31)),
        ("民國99年12月31日", date(2010, 12, 31)),
        ("99.12.31", date(2010, 12, 31)),
        ("民國元年1月1日", date(1912, 1, 1)),
        ("民國113年2月29日", date(2024, 2, 29)),
        # no such day, and what may be no year of the era
        ("民國112年2月29日", None),
        ("113.13.02", None),
        ("113.4.2", None),
        ("99年12月31日", None),
        ("民國前一年1月1日", None),
        ("民國0年1月1日", None),
        ("民國113年4月", None),
    ],
)
def test_days_of_both_calendars(phrase: str, day: date | None) -> None:
    assert DAYS.read(phrase) == day


@given(st.dates(date(1912, 1, 1), date(2910, 12, 31)))
def test_every_day_of_the_era_is_read_in_figures_and_in_words(day: date) -> None:
    year = day.year - 1911
    assert DAYS.read(f"中華民國{year}年{day.month}月{day.day}日") == day
    written = f"{chinese_numeral(year)}年{chinese_numeral(day.month)}月{chinese_numeral(day.day)}日"
    assert DAYS.read(f"民國{written}") == day


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("自中華民國一百十三年四月二日施行", "自2024年四月二日施行"),
        ("民國113年及114年", "2024年及114年"),
        ("見113.04.02公告", "見2024年04月02日公告"),
        ("第1.13.04.02節", "第1.13.04.02節"),
        ("府法字〔113年1月〕", "府法字〔113年1月〕"),
        ("沒有日期", "沒有日期"),
    ],
)
def test_years_are_written_in_the_common_calendar(text: str, written: str) -> None:
    assert in_common_years(text)[0] == written


@given(st.text(alphabet="中華民國113年4月2日.一百十三元自施行 ", max_size=40))
def test_every_character_has_its_place_in_the_text(text: str) -> None:
    written, offsets = in_common_years(text)
    assert len(written) == len(offsets)
    assert sorted(offsets) == offsets
    assert all(0 <= offset < len(text) for offset in offsets)
    kept = [(char, text[at]) for char, at in zip(written, offsets, strict=True) if char in "華施行自"]
    assert all(char == printed for char, printed in kept)
