"""What a terminal shows of a clause that was merged out of several."""

from __future__ import annotations

import re

import pytest

from yange.cli.comparison_text import print_comparison
from yange.compare import compare
from yange.parse import parse

OLD = "第一条　渡口经营人不得超载运输旅客，不得在大风天气开航。\n\n第二条　渡口经营人不得擅自停航，停航应当提前公告。\n"
ADDED = "渡口经营人应当在渡口两岸的醒目位置公布渡运时间、载客定额、票价、安全须知和监督电话，并保证渡工随身携带证书。"
NEW = (
    "第一条　渡口经营人不得超载运输旅客，不得在大风天气开航。渡口经营人不得擅自停航，停航应当提前公告。" + ADDED + "\n"
)


def shown(capsys: pytest.CaptureFixture[str], old: str, new: str) -> str:
    print_comparison(compare(parse(old), parse(new)), everything=False, editorial=False)
    return re.sub(r"\x1b\[[0-9;]*m", "", capsys.readouterr().out)


def test_words_of_another_clause_are_named_and_new_ones_stand_once(capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(capsys, OLD, NEW)
    assert "第一条、第二条 → 第一条  merged" in text
    assert "[… 第一条]" in text
    assert "[… 第二条]" in text
    assert text.count(ADDED) == 1
    assert f"{{+{ADDED[:12]}…+}}" in text
    assert "stands for words that are told with that clause" in text


def test_a_body_renamed_in_many_clauses_takes_one_row(capsys: pytest.CaptureFixture[str]) -> None:
    old = "\n\n".join(
        f"第{n}条　市渔业局负责{what}。" for n, what in zip("一二三", ("登记", "检查", "处罚"), strict=True)
    )
    text = shown(capsys, old, old.replace("市渔业局", "市海洋发展局"))
    rows = [line for line in text.split("\n") if line.startswith("body")]
    assert [row.split() for row in rows] == [["body", "市渔业局", "市海洋发展局", "第一条", "(+2)", "第一条", "(+2)"]]
