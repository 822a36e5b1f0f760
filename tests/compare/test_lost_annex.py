"""Where the heading of an annex is lost: what follows the last article is cut off only where it is mostly the annex."""

from __future__ import annotations

import pytest

from yange.compare import compare
from yange.parse import parse

RULES = "第一条　苗圃由区农业部门登记。\n\n第二条　本办法自2018年8月1日起施行。\n\n"
ANNEX = "苗圃名称位置面积品种负责人电话"


@pytest.mark.parametrize(("kept", "cut"), [(len(ANNEX), True), (9, True), (8, False), (0, False)])
def test_half_of_the_annex_is_enough_and_less_is_not(kept: int, cut: bool) -> None:
    """The annex has sixteen pairs of characters, its heading included: eight of them are half, seven are less."""
    tail = ANNEX[:kept] + "甲乙丙丁戊己庚辛壬癸"
    result = compare(parse(f"{RULES}## 附件\n\n{ANNEX}\n"), parse(f"{RULES}{tail}\n"))
    labels = {label for change in result.changes for label in change.new}
    assert ("附件一" in labels) is cut
