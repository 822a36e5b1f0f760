"""Phrases that two clauses share and hardly any other text has: grams in one run are one phrase."""

from __future__ import annotations

import pytest

from yange.compare.match.similarity import Similarity

OTHERS = ("第二天下雨", "他们走了")


@pytest.mark.parametrize(
    ("one", "other", "phrases"),
    [
        ("甲乙丙丁", "甲乙丙丁", 1),
        ("甲乙丙丁子戊己庚", "戊己庚丑甲乙丙丁", 2),
        ("甲乙，丙丁", "甲乙丙丁", 1),
        ("甲乙子丙丁", "甲乙丑丙丁", 2),
        ("甲乙甲乙甲", "甲乙甲", 1),
        ("甲子乙丑", "甲寅乙卯", 0),
        ("shall not berth", "must not berth", 1),
        ("12个工作日", "12个工作日", 1),
        ("第二天下雨了", "第二天下雨吗", 0),
        ("", "甲乙", 0),
    ],
)
def test_phrases_are_counted_by_runs(one: str, other: str, phrases: int) -> None:
    likeness = Similarity([one, other, *OTHERS, *OTHERS])
    assert likeness.phrases(one, other) == likeness.phrases(other, one) == phrases
