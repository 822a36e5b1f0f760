"""The terms that a text defines, read by the packs of its language."""

from __future__ import annotations

import pytest

from yange.parse import parse
from yange.publish.facts.defined_terms import defined_terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "第一条　市港航事务中心（以下简称“港航中心”）管渡口。\n\n第二条　本办法所称渡口经营人，是指载客的人。\n",
            [("港航中心", "art_1"), ("渡口经营人", "art_2")],
        ),
        ("第一条　依照《望海市渡口办法》（以下简称《办法》）管理。\n", []),
        (
            "Article 1\n“Berth” means a place.\n\nArticle 2\nThe Harbour Office (hereinafter the “Office”).\n",
            [("Berth", "art_1"), ("Office", "art_2")],
        ),
        ("Article 1\nThe sign reads “Ferry”. A meaning is given below.\n", []),
    ],
)
def test_terms_are_found_where_they_are_defined(text: str, terms: list[tuple[str, str]]) -> None:
    found = [(term, path.split("__")[0]) for term, path in defined_terms(parse(text))]
    assert found == terms
