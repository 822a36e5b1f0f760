"""The two pairs of real versions, held against matching by hand (they need ../shared/corpus)."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from marking import marking

from yange.compare import Comparison, Operation, compare
from yange.parse import parse

HERE = Path(__file__).parent
FINANCE = (("000_4bba8182bdbf8b4a.txt", 15, 73), ("001_dc8ab61eb0bb8ed1.txt", 3415, 3473))
PERMITS = (("001_dc8ab61eb0bb8ed1.txt", 3052, 3288), ("001_dc8ab61eb0bb8ed1.txt", 2735, 2779))
_LEFT_OUT = "本据按照"
GLUED = re.compile(
    rf"(?<=[^\n\s{_LEFT_OUT}])(?=第[一二三四五六七八九十]+条[ 　])|(?<=[\u4e00-\u9fff）。])(?=第[一二三四五六]章)"
)


def lines(corpus: Path, name: str, first: int, last: int) -> str:
    text = "\n".join((corpus / name).read_text(encoding="utf-8").split("\n")[first - 1 : last])
    return GLUED.sub("\n", text)


def compared(corpus: Path, pair: tuple[tuple[str, int, int], tuple[str, int, int]]) -> Comparison:
    old, new = (parse(lines(corpus, *where)) for where in pair)
    return compare(old, new)


def test_finance_talent_exactly(corpus: Path) -> None:
    result = compared(corpus, FINANCE)
    edges = {(edge.old, edge.new) for change in result.changes for edge in change.edges}
    assert all(old == new for old, new in edges)
    amended = {change.old[0] for change in result.changes if change.operation is Operation.AMENDED}
    assert amended == {"二、", "三、", "五、", "六、", "八、", "尾段二"}
    others = {change.operation for change in result.changes if change.old[0] not in amended}
    assert others == {Operation.UNCHANGED}


@pytest.fixture
def permit_gold() -> dict[str, list[list[int]]]:
    text = (HERE / "data" / "permit_rules.json").read_text(encoding="utf-8")
    return {key: value for key, value in json.loads(text).items() if isinstance(value, list)}


def test_permit_rules_against_matching_by_hand(corpus: Path, permit_gold: dict[str, list[list[int]]]) -> None:
    result = compared(corpus, PERMITS)
    pattern = re.compile(r"art_(\d+)$")
    found = set()
    for change in result.changes:
        for edge in change.edges:
            old, new = pattern.search(edge.old_path), pattern.search(edge.new_path)
            if old and new:
                found.add((int(old[1]), int(new[1])))
    debatable = {(a, b) for a, b in permit_gold["debatable"]}
    wanted = {(a, b) for a, b in permit_gold["edges"]} - debatable
    found -= debatable
    right = len(found & wanted)
    assert right / len(found) >= 0.98
    assert 2 * right / (len(found) + len(wanted)) >= 0.97


def test_what_is_marked_on_the_rewrite_is_hardly_more_than_must_be(corpus: Path) -> None:
    signs, words = marking(compared(corpus, PERMITS)).ratios()
    assert signs <= 1.25
    assert words <= 1.10
