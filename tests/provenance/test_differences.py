"""Two readings of one file: equal whatever the order of pages, and each difference with both readings."""

from __future__ import annotations

import random

import pytest

from yange.provenance.differences import ReadPiece, differences

LINES = (
    "第一条 为了管好渡口，制定本条例。",
    "第二条 渡口每日六时开放，二十时关闭，冬季由市交通局另行规定并公布。",
    "第三条 渡船应当每年检验一次，检验不合格的不得载客。",
    "（删去）",
    "Article 4. The harbour master keeps a register of all boats.",
    "— 12 —",
    "60",
    "75",
)
TEXT = "\n".join(LINES)


def found(ours: list[str], theirs: str) -> list[tuple[str, str, int]]:
    pieces = [ReadPiece(words, nth) for nth, words in enumerate(ours)]
    return [(one.ours, one.theirs, one.nth) for one in differences(pieces, theirs)]


@pytest.mark.parametrize("seed", range(12))
def test_the_order_of_lines_and_cells_is_no_difference(seed: int) -> None:
    lines = list(LINES)
    random.Random(seed).shuffle(lines)
    assert found(list(LINES), "  ".join(lines)) == []


@pytest.mark.parametrize(
    ("other", "difference"),
    [
        (TEXT.replace("二十时", "二十一时"), ("", "一", 1)),
        (TEXT.replace("六时", "八时"), ("六", "八", 1)),
        (TEXT.replace("，检验不合格的不得载客", ""), (",检验不合格的不得载客", "", 2)),
        (TEXT.replace("（删去）\n", ""), ("(删去)", "", 3)),
        (TEXT.replace("harbour", "harbor"), ("u", "", 4)),
    ],
)
def test_a_difference_has_both_readings_and_its_place(other: str, difference: tuple[str, str, int]) -> None:
    assert found(list(LINES), other) == [difference]


def test_words_that_only_the_other_has_are_placed_after_the_words_before_them() -> None:
    other = TEXT.replace("（删去）", "第三条之一 渡船应当投保。（删去）")
    assert found(list(LINES), other) == [("", "第三条之一渡船应当投保。", 3)] or found(list(LINES), other)[0][
        1
    ].startswith("第三条之一")


def test_a_line_that_is_read_once_less_is_a_difference() -> None:
    assert found([*LINES, LINES[1]], TEXT) != []
    assert found(list(LINES), TEXT + LINES[1]) != []


def test_width_and_white_space_are_none() -> None:
    assert found(["ＡＢＣ　12", "ﬁnal"], "ABC12 fi nal") == []


def test_two_different_files_are_found_different_in_bounded_time() -> None:
    chance = random.Random(1)
    left = "".join(chance.choice("甲乙丙丁戊己庚辛") for _ in range(60_000))
    right = "".join(chance.choice("甲乙丙丁戊己庚辛") for _ in range(60_000))
    assert differences([ReadPiece(left, 0)], right)
