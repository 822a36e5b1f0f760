"""Under what a policy says it was made, and what was made under it: only where a text says so."""

from __future__ import annotations

from dataclasses import replace
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


FORMS = [
    ("en", ["In exercise of the powers conferred by section 5 of the Harbours Act 1964, it makes these Rules:"],
     ["Article 1\nA ferry has a lamp."], ["Harbours Act 1964"]),
    ("en", [],
     ["Article 1\nThese Rules are made under section 5 of the Port of Wanghai Ordinance.",
      "Article 2\nA fee is due under the Harbours Act 1964."], ["Port of Wanghai Ordinance"]),
    ("fr", ["Le ministre,", "Vu le code des ports, notamment son article 3 ;",
            "Vu la loi n° 99-12 du 3 mai 1999 relative aux quais ;", "Décrète :"],
     ["Article 1\nLe bac est éclairé. La loi du 3 mai reste en vigueur."],
     ["code des ports", "loi n° 99-12 du 3 mai 1999 relative aux quais"]),
    ("de", ["Auf Grund des § 6 Abs. 1 des Hafengesetzes vom 3. Mai 1999 verordnet das Ministerium:"],
     ["§ 1\nDie Fähre führt ein Licht. Die Vorschriften des Wassergesetzes gelten."], ["Hafengesetz"]),
    ("de", ["Aufgrund von § 4 der Hafenordnung wird bestimmt:"], ["§ 1\nEs gilt dies."], ["Hafenordnung"]),
    ("es", ["De conformidad con el artículo 3 de la Ley 5/1999, de 3 de mayo, de Puertos, se dicta este Reglamento."],
     ["Artículo 1\nLa barca lleva luz, de conformidad con la Ley de Aguas."], ["Ley 5/1999, de 3 de mayo, de Puertos"]),
    ("ja", ["港湾法（昭和二十五年法律第二百十八号）第三条の規定に基づき、この政令を制定する。"],
     ["第一条　渡船は、船舶法の定めるところにより、灯火を備える。"], ["港湾法"]),
    ("ko", [], ["제1조 이 영은 「항만법」에서 위임된 사항과 그 시행에 필요한 사항을 규정함을 목적으로 한다.",
                "제2조 도선은 「선박법」에 따라 검사한다."], ["항만법"]),
    ("zh-hant", [], ["第一條　本細則依港口法第十條規定訂定之。", "第二條　渡船依船舶法檢查。"], ["港口法"]),
    ("zh-hant", [], ["第一條　為管理渡船，依據《港口法》第十條，制定本規則。"], ["港口法"]),
]  # fmt: skip
"""Invented texts: what is before their articles, their articles, and under what they say they were made."""


@pytest.mark.parametrize(("language", "preamble", "articles", "titles"), FORMS)
def test_each_language_has_its_own_form(
    language: str, preamble: list[str], articles: list[str], titles: list[str]
) -> None:
    body = "".join(f"{paragraph}\n\n" for paragraph in ("# X", *preamble, *articles))
    (version,) = policy("x", "X", "1", "").versions
    version = replace(version, body=body, language=language)
    assert [one.title for one in foundations(version, parse_version(version))] == titles


def test_pages_lead_up_and_down() -> None:
    pages = {page.address: read(page.html()) for page in all_pages(Library((FERRIES, RULES)))}
    up, down = pages["jia/xize/"], pages["jia/banfa/"]
    words = ["".join(page.text.split()) for page in (up, down)]
    assert "制定依据（上位法）甲市渡口办法实施细则、实施办法第一条" in words[0]
    assert "依据本文件制定的文件甲市渡口办法实施细则实施细则、实施办法第一条" in words[1]
    assert "制定依据（上位法）某国港口法" in words[1]
    assert "../banfa/" in up.links
    assert "../xize/v2020-01-01/#art_1" in down.links
