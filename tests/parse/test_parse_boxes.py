"""A list that begins anew among numbered headings is a box inside the section, not the next sections."""

from __future__ import annotations

from yange.parse import parse

BOXED = """# 望海市渡口规划

## 一、码头

### （一）东岸

#### 1.修码头。

修好全部码头，保持开放。

#### 2.添灯塔。

每座码头添一座灯塔。

重大工程一　码头修缮

1.修东码头。加长五十米。

2.修西码头。加长十米。

3.修北码头。加长五米。

#### 3.清航道。

航道每年疏浚一次。
"""


def test_a_box_of_numbered_items_does_not_break_the_count() -> None:
    assert [clause.number.raw for clause in parse(BOXED).primary if clause.number] == ["1.", "2.", "3."]


def test_the_boxs_entries_are_items_below_the_section() -> None:
    paths = [clause.path for clause in parse(BOXED).walk()]
    assert sum("item_" in path for path in paths) == 3
