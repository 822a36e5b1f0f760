"""Under what a policy says it was made, and what was made under it: only where a text says so."""

from __future__ import annotations

from datetime import date

import pytest
from publishing import all_pages, read

from yange.model import Library, Policy, Version
from yange.parse import parse_version
from yange.publish.facts.foundations import foundations

DAY = date(2020, 1, 1)


def policy(name: str, title: str, number: str, first: str) -> Policy:
    body = f"# {title}\n\n第一条　{first}\n\n第二条　本文件自2020年1月1日起施行。\n"
    version = Version(
        policy=f"jia/{name}",
        key="v2020-01-01",
        path=f"policies/jia/{name}/2020-01-01.md",
        title=title,
        number=number,
        effective=DAY,
        body=body,
    )
    return Policy(id=f"jia/{name}", title=title, place="甲市", versions=(version,))


FERRIES = policy("banfa", "甲市渡口办法", "甲府〔2019〕1号", "根据《某国港口法》，结合本市实际，制定本办法。")
RULES = policy(
    "xize",
    "甲市渡口办法实施细则",
    "甲交〔2019〕2号",
    "根据《甲市渡口办法》（甲府〔2019〕1号），制定本细则。",
)


@pytest.mark.parametrize(
    ("first", "titles"),
    [
        ("根据《某国港口法》《甲市渡口办法》等规定，结合本市实际，制定本细则。", ["某国港口法", "甲市渡口办法"]),
        ("为落实《甲市渡口办法》，制定本细则。", ["甲市渡口办法"]),
        ("渡船应当按照《甲市渡口办法》检验。市政府另行制定本市的船舶目录。", []),
        ("为了管好渡口，制定本细则。《甲市渡口办法》另有规定的，从其规定。", []),
    ],
)
def test_a_text_says_under_what_it_was_made(first: str, titles: list[str]) -> None:
    (version,) = policy("xize", "甲市渡口管理规定", "甲交〔2019〕2号", first).versions
    found = foundations(version, parse_version(version))
    assert [(one.title, one.path, one.implements) for one in found] == [(title, "art_1", False) for title in titles]


def test_pages_lead_up_and_down() -> None:
    pages = {page.address: read(page.html()) for page in all_pages(Library((FERRIES, RULES)))}
    up, down = pages["jia/xize/"], pages["jia/banfa/"]
    words = ["".join(page.text.split()) for page in (up, down)]
    assert "制定依据（上位法）甲市渡口办法实施细则、实施办法第一条" in words[0]
    assert "依据本文件制定的文件甲市渡口办法实施细则实施细则、实施办法第一条" in words[1]
    assert "制定依据（上位法）某国港口法" in words[1]
    assert "../banfa/" in up.links
    assert "../xize/v2020-01-01/#art_1" in down.links
