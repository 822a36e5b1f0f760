"""Values in tables: told with the unit of their column, their row and their column."""

from __future__ import annotations

import pytest
from two_texts import LAW, PLAIN

from yange.compare import compare
from yange.compare.text.atoms import AtomKind
from yange.compare.text.table_cells import Cell, Tables, kind_in_unit
from yange.parse import parse

TABLE = """收费标准

（单位：元）
| 渡船 | 每船次 | 期限（日） |
|---|---|---|
| 小型 | 30 | 5 |
| 大型 | 120 | 7 |
"""


@pytest.mark.parametrize(
    ("words", "cell"),
    [
        ("120", Cell("大型", "每船次", "元")),
        ("5 |", Cell("小型", "期限", "日")),
        ("大型", Cell("", "渡船", "元")),
        ("每船次", None),
        ("收费", None),
    ],
)
def test_a_place_in_a_table(words: str, cell: Cell | None) -> None:
    assert Tables(TABLE, LAW).cell_at(TABLE.index(words)) == cell


def test_bars_without_a_rule_are_no_table() -> None:
    assert Tables("| 甲 | 乙 |\n| 1 | 2 |\n", LAW).cell_at(14) is None


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("元", AtomKind.AMOUNT),
        ("万元/年", AtomKind.AMOUNT),
        ("工作日", AtomKind.DEADLINE),
        ("%", AtomKind.PERCENTAGE),
        ("平方米", AtomKind.COUNT),
        ("备注", None),
        ("", None),
    ],
)
def test_what_a_number_is_in_a_unit(unit: str, kind: AtomKind | None) -> None:
    assert kind_in_unit("30", unit, PLAIN) == kind


def test_values_of_a_table_are_told_with_unit_row_and_column() -> None:
    old = "# 望海市渡口收费办法\n\n第一条　收费标准见附件。\n\n附件1\n\n" + TABLE
    new = old.replace("120", "150").replace("| 5 |", "| 6 |")
    found = {(v.kind, v.old, v.new, v.cell) for v in compare(parse(old), parse(new)).values}
    assert found == {("amount", "120元", "150元", "大型 / 每船次"), ("deadline", "5日", "6日", "小型 / 期限")}


def test_a_unit_that_changed_in_the_head_changes_the_values_that_changed() -> None:
    old = "# 望海市渡口收费办法\n\n第一条　收费标准见附件。\n\n附件1\n\n" + TABLE.replace("（单位：元）\n", "")
    new = old.replace("期限（日）", "期限（工作日）").replace("| 5 |", "| 6 |")
    assert ("deadline", "5日", "6工作日") in {(v.kind, v.old, v.new) for v in compare(parse(old), parse(new)).values}


def test_a_row_more_is_no_other_value_for_its_neighbours() -> None:
    old = "# 望海市渡口收费办法\n\n第一条　收费标准见附件。\n\n附件1\n\n" + TABLE
    new = old.replace("| 大型", "| 中型 | 80 | 6 |\n| 大型").replace("120", "150")
    values = [(v.old, v.new) for v in compare(parse(old), parse(new)).values if v.old and v.new]
    assert values == [("120元", "150元")]
