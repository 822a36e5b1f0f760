"""A text as blocks: what its headings are as headings of a page."""

from __future__ import annotations

import pytest

from yange.parse import parse
from yange.publish.facts.blocks import blocks


@pytest.mark.parametrize(
    ("body", "levels"),
    [
        ("## 一、甲\n\n### （一）乙\n\n丙。\n\n## 二、丁\n\n戊。\n", [("一、甲", 2), ("（一）乙", 3), ("二、丁", 2)]),
        ("## 一、甲\n\n### 1．乙\n\n丙。\n\n### 2．丁\n\n戊。\n", [("一、甲", 2), ("1．乙", 3), ("2．丁", 3)]),
        ("## 第一章　甲\n\n第一条　乙。\n\n## 第二章　丙\n\n第二条　丁。\n", [("第一章　甲", 2), ("第二章　丙", 2)]),
    ],
)  # fmt: skip
def test_no_level_of_heading_is_left_out(body: str, levels: list[tuple[str, int]]) -> None:
    found = [block for block in blocks(parse(f"# 某措施\n\n{body}")) if block.level]
    assert [(block.label + block.paragraphs[0][1], block.level) for block in found] == levels
