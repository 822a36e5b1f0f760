"""Rows: a sequence, a table in a terminal, HTML in a notebook, and a frame where pandas is there."""

from __future__ import annotations

import sys
from datetime import date
from html.parser import HTMLParser
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

import yange
from yange.model import Status


def rows(count: int = 2) -> yange.Rows[SimpleNamespace]:
    day, labels = date(2020, 1, 1), ("甲", "乙")
    items = [SimpleNamespace(name=f"第{n}条", day=day, labels=labels, none=None) for n in range(count)]
    return yange.Rows(
        items,
        {"name": lambda r: r.name, "day": lambda r: r.day, "labels": lambda r: r.labels, "none": lambda r: r.none},
        {"status": lambda r: Status.IN_FORCE},
    )


def test_rows_are_a_sequence() -> None:
    made = rows(3)
    assert ([row.name for row in made], len(made), made[-1].name) == (["第0条", "第1条", "第2条"], 3, "第2条")
    assert (isinstance(made[1:], yange.Rows), made[1:] == list(made)[1:], made == rows(2)) == (True, True, False)
    assert (made[0] in made, made.columns) == (True, ("name", "day", "labels", "none", "status"))
    assert len({yange.Rows("ab", {}), yange.Rows("ab", {"other": str})}) == 1


def test_a_table_is_aligned_by_what_characters_take() -> None:
    assert str(rows()).split("\n") == [
        "NAME   DAY         LABELS  NONE",
        "第0条  2020-01-01  甲、乙  –",
        "第1条  2020-01-01  甲、乙  –",
    ]
    assert str(rows(0)) == "no rows"
    assert str(rows(21)).split("\n")[-1] == "… and 1 more"
    assert "more" not in str(rows(20))
    wide = yange.Rows(["字" * 36, "字" * 37], {"words": lambda words: words})
    assert [len(line) for line in repr(wide).split("\n")[1:]] == [36, 36]
    assert repr(wide)[-1] == "…"


def test_a_notebook_gets_escaped_html_without_the_network() -> None:
    hostile = yange.Rows(["<script>alert(1)</script>\u202e"], {"<b>": lambda words: words})
    seen: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            seen.append(tag)
            assert {name for name, _ in attrs} <= {"style"}

    Reader().feed(hostile._repr_html_())
    assert set(seen) == {"table", "thead", "tbody", "tr", "th", "td"}
    assert "\u202e" not in hostile._repr_html_()
    article = "第一条　<img src=x>{}元。\n\n第二条　乙。\n"
    comparison = yange.compare(article.format("六十"), article.format("七十"))
    for shown in (comparison, comparison.old, comparison.old["第一条"], comparison.changes):
        assert "<img" not in shown._repr_html_()
    assert "<ins>七</ins>" in comparison._repr_html_() or "<ins>七十元</ins>" in comparison._repr_html_()


def test_pandas_gets_plain_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: dict[str, Any] = {}
    stub = ModuleType("pandas")
    stub.DataFrame = lambda data, columns: taken.update(data=data, columns=columns) or "frame"  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "pandas", stub)
    assert rows(1).to_frame() == "frame"
    assert taken["columns"] == ["name", "day", "labels", "none", "status"]
    row = {"name": "第0条", "day": date(2020, 1, 1), "labels": "甲、乙", "none": None, "status": "in-force"}
    assert (taken["data"], type(taken["data"][0]["status"])) == ([row], str)


def test_without_pandas_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(yange.YangeError, match=r"to_frame\(\) needs pandas: install it, or use \.records\(\)"):
        rows().to_frame()
