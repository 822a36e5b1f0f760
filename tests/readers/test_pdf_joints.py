"""Lines are joined as the text had them: with a blank, without one, with a hyphen less; what was decided is counted."""

from __future__ import annotations

import pytest

from yange.readers.pdf_joints import LineJoints
from yange.readers.pdf_lines import PrintedLine


def lines(*words: str) -> list[PrintedLine]:
    return [PrintedLine(1, text, 0, 100, 10 * at, 10) for at, text in enumerate(words)]


@pytest.mark.parametrize(
    ("printed", "elsewhere", "joined", "counts"),
    [
        (("the harbour", "office"), "", "the harbour office", (0, 0)),
        (("渡口管理", "办法"), "", "渡口管理办法", (0, 0)),
        (("处5000", "元罚款"), "", "处5000元罚款", (0, 0)),
        (("依照", "ISO 标准"), "", "依照ISO 标准", (0, 0)),
        (("the regu-", "lation says"), "in this regulation it is", "the regulation says", (1, 0)),
        (("the regu-", "lation says"), "", "the regu-lation says", (0, 1)),
        (("a long-", "term lease"), "of a long-term lease", "a long-term lease", (0, 1)),
        (("a long-", "term lease"), "the longterm stay; a long-term lease", "a long-term lease", (0, 1)),
        (("die Ver-", "waltung"), "in Verwaltungen ist", "die Verwaltung", (1, 0)),
        (("the regu\u00ad", "lation"), "", "the regulation", (1, 0)),
        (("die Über\u2010", "fahrt"), "die E-Mail ist", "die Überfahrt", (1, 0)),
        (("die Über\u2010", "fahrt"), "die E\u2010Mail ist", "die Über\u2010fahrt", (0, 1)),
        (("Bund-", "Länder-Fragen"), "", "Bund-Länder-Fragen", (0, 1)),
        (("the master—", "or the mate"), "", "the master—or the mate", (0, 0)),
    ],
)  # fmt: skip
def test_two_lines_become_one(printed: tuple[str, ...], elsewhere: str, joined: str, counts: tuple[int, int]) -> None:
    joints = LineJoints([*printed, elsewhere])
    assert joints.joined_lines(lines(*printed)) == joined
    assert (joints.joined, joints.kept) == counts


def test_korean_lines_break_within_words() -> None:
    joints = LineJoints(["이 선착장을 점검하고", "선착", "장을 연다"])
    assert joints.joined_lines(lines("선착", "장을 연다")) == "선착장을 연다"
    assert joints.joined_lines(lines("받지 아", "니한다")) == "받지 아 니한다"
    assert joints.guessed == 1
