"""Numbers of articles inside a paragraph: some open an article whose line break was lost, some are citations."""

from __future__ import annotations

import pytest

from yange.parse import parse

TWO = ["第一条", "第二条"]
CASES = [
    # a chapter cited before an article opens no article
    ("第一条　甲应当报告。\n\n第二条　渡口收费，按照第二章第三条办理。\n", TWO),
    ("第一条　甲应当报告。\n\n第二条　渡口收费，第二章第三条另有规定的除外。\n", TWO),
    ("第一条　甲应当报告。\n\n第二条　渡口收费。按照第二章第三条，可以减收。\n", TWO),
    ("第一条　甲应当报告。\n\n第二条　渡口收费，按照第二章\n第三条办理。\n", TWO),
    ("第一条　甲应当报告。\n\n第二条　渡口收费，按照第二章收费标准第三条办理。\n", TWO),
    ("第一条　甲应当报告。\n\n第二条　渡口收费，第二章收费标准第三条、第四条另有规定。\n", TWO),
    ("第一条　甲应当报告。\n\n第二条　收费依照本办法第二章收费标准第三条办理。\n", TWO),
    ("第一條　甲應當報告。\n\n第二條　渡口收費，依照第二章收費標準第三條辦理。\n", ["第一條", "第二條"]),
    # a heading of a chapter that ran into the paragraph opens one
    ("第一章总则第一条　甲应当报告第二章收费第二条　渡口每日开放。第三条　渡口夜间关闭。\n", [*TWO, "第三条"]),
    ("第一条　甲应当报告。第二条　渡口收费。第二章　收费　第三条　渡口每日开放。\n", [*TWO, "第三条"]),
]


@pytest.mark.parametrize(("text", "articles"), CASES)
def test_which_numbers_open_an_article(text: str, articles: list[str]) -> None:
    assert [clause.label for clause in parse(text).walk() if clause.kind == "article"] == articles
