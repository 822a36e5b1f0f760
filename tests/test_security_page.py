"""SECURITY.md names a test for what it says is held: each is there, and every promise has one."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
TESTS = {
    name
    for path in (ROOT / "tests").rglob("test_*.py")
    for name in re.findall(r"^ *def (test_\w+)", path.read_text(encoding="utf-8"), re.M)
}


def test_every_test_that_the_page_names_is_there() -> None:
    named = re.findall(r"`(test_\w+)`", PAGE)
    assert len(named) > 80
    assert sorted(set(named) - TESTS) == []
    paths = re.findall(r"`(tests/[\w/.]+)`", PAGE)
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_every_row_names_a_test() -> None:
    rows = [
        line
        for line in PAGE.splitlines()
        if line.startswith("| ") and not re.match(r"\| (?:what is held|promise) ", line)
    ]
    assert len(rows) > 40
    bare = [row for row in rows if not re.search(r"`test_\w+`|see \[below\]", row)]
    assert bare == []


def test_every_way_of_attack_is_answered_by_a_test_or_said_to_be_open() -> None:
    section = PAGE.partition("## The workflows, read as an attacker")[2].partition("\n## ")[0]
    ways = re.split(r"^\d+\. ", section, flags=re.M)[1:]
    assert len(ways) > 8
    assert [
        way for way in ways if not re.search(r"`test(?:_\w+|s/[\w/.]+)`", way) and "people read code" not in way
    ] == []


def test_nobody_is_invented() -> None:
    """The way to report is the forge's; an address is for the publisher to fill in."""
    assert re.findall(r"[\w.]+@[\w-]+\.\w+", PAGE) == []
    assert PAGE.count("〔") == 2
