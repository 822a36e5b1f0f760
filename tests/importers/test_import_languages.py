"""The language that an import records is that of the pack that read the text, and addresses are ASCII."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from yange.cli.app import group
from yange.importers.slugs import slug
from yange.law.shares import speaks
from yange.library import load

GERMAN = (
    "Fährverordnung der Stadt Seehafen\n\n§ 1 Erlaubnis\n\nWer eine Fähre betreibt, bedarf der Erlaubnis.\n\n"
    "§ 2 Inkrafttreten\n\nDiese Verordnung tritt am 1. April 2015 in Kraft.\n"
)
JAPANESE = "渡船条例\n\n第一条　渡船の料金は、百円とする。\n\n第二条　この条例は、平成二十七年四月一日から施行する。\n"
TAIWANESE = "渡船管理辦法\n\n第一條　渡船之管理，依本辦法之規定。\n\n第二條　本辦法自發布日施行。\n"
MAINLAND = "望海市渡船管理办法\n\n第一条　渡船的管理适用本办法。\n\n第二条　本办法自2015年4月1日起施行。\n"
ENGLISH = (
    "Ferry Rules\n\nArticle 1\n\nThe operator of a ferry must hold a licence that is issued by the city.\n\n"
    "Article 2\n\nThese Rules come into force on 1 April 2015.\n"
)


@pytest.mark.parametrize(
    ("text", "language"),
    [(GERMAN, "de"), (JAPANESE, "ja"), (TAIWANESE, "zh"), (MAINLAND, "zh"), (ENGLISH, "en")],
    ids=["German", "Japanese", "Taiwanese", "mainland Chinese", "English"],
)
def test_the_language_is_that_of_the_pack_that_read_the_text(tmp_path: Path, text: str, language: str) -> None:
    (tmp_path / "policies").mkdir()
    (tmp_path / "text.txt").write_text(text, "utf-8")
    result = CliRunner().invoke(group, ["--project", str(tmp_path), "import", str(tmp_path / "text.txt")])
    assert result.exit_code == 0, result.output
    library, _ = load(tmp_path)
    assert [version.language for policy in library.policies for version in policy.versions if version.held] == [
        language
    ]


@pytest.mark.parametrize(
    ("title", "address"),
    [
        ("Fährverordnung der Stadt Seehafen", "fahrverordnung-der-stadt-seehafen"),
        ("Règlement des bacs", "reglement-des-bacs"),
        ("Re\u0300glement", "reglement"),  # the accent is a character of its own
        ("Luật Đò ngang", "luat-do-ngang"),
        ("나루터 관리 조례", "naluteo-gwanli-jolye"),
        ("望海市渡船管理办法", "wanghai-shi-duchuan-guanli-banfa"),
        ("Ⅱ类渡口办法", "ii-lei-dukou-banfa"),
        ("№", "text"),
    ],
)
def test_an_address_is_in_ascii(title: str, address: str) -> None:
    assert slug(title) == address


ACT = (
    "渡船条例\n（平成二十七年三月十二日条例第五号）\n\n第一章　総則\n\n（目的）\n{articles}\n\n"
    "附　則\nこの条例は、平成二十七年四月一日から施行する。\n"
)
ORDINANCE = (
    "가람시 나루터 관리 조례\n[시행 2024. 4. 1.] [가람시조례 제123호, 2024. 3. 12., 제정]\n\n"
    "제1장 총칙\n\n{articles}\n\n부칙 <제123호, 2024. 3. 12.>\n\n이 조례는 2024년 4월 1일부터 시행한다.\n"
)


@pytest.mark.parametrize(
    ("text", "title", "number", "published", "effective", "clauses"),
    [
        (
            ACT.format(articles="第一条　この条例は、渡船の利用について定める。\n\n第二条　料金は、百円とする。"),
            "渡船条例",
            "平成二十七年三月十二日条例第五号",
            "2015-03-12",
            "2015-04-01",
            ["第一条", "第二条"],
        ),
        (
            ORDINANCE.format(articles="제1조(목적) 이 조례는 나루터를 관리한다.\n\n제2조(요금) 요금은 천원으로 한다."),
            "가람시 나루터 관리 조례",
            "가람시조례 제123호",
            "2024-03-12",
            "2024-04-01",
            ["제1조", "제2조"],
        ),
    ],
    ids=["Japanese", "Korean"],
)
def test_the_facts_below_a_title_are_read(
    tmp_path: Path, text: str, title: str, number: str, published: str, effective: str, clauses: list[str]
) -> None:
    (tmp_path / "policies").mkdir()
    (tmp_path / "text.txt").write_text(text, "utf-8")
    words = ["--project", str(tmp_path), "import", "--dry-run", "--json", str(tmp_path / "text.txt")]
    found = json.loads(CliRunner().invoke(group, words).stdout)
    (one,) = found["documents"]
    facts = (one["title"], one["number"], one["published"], one["effective"], one["clauses"], one["condition"])
    assert facts == (title, number, published, effective, clauses, "complete")
    assert one["warnings"] == []


POLISH = (
    "Ustawa o promach\n\nArt. 1. Ustawa określa zasady przewozu na wodach śródlądowych.\n\n"
    "Art. 2. Kto chce prowadzić przeprawę, musi uzyskać zezwolenie organu na czas oznaczony do pięciu lat.\n"
)
DANISH = (
    "Lov om færger\n\n§ 1 Loven gælder for færger på danske farvande.\n\n"
    "§ 2 Den, der vil drive en færge, skal have tilladelse fra myndigheden.\n"
)
FINNISH = "Laki lautoista\n\n§ 1 Tätä lakia sovelletaan lauttoihin.\n\n§ 2 Lautan käyttäjällä on oltava lupa.\n"


@pytest.mark.parametrize("text", [POLISH, DANISH, FINNISH], ids=["Polish", "Danish", "Finnish"])
def test_a_language_without_a_pack_is_not_known_and_that_is_said(tmp_path: Path, text: str) -> None:
    (tmp_path / "policies").mkdir()
    (tmp_path / "text.txt").write_text(text, "utf-8")
    result = CliRunner().invoke(group, ["--project", str(tmp_path), "import", str(tmp_path / "text.txt")])
    (version,) = (version for policy in load(tmp_path)[0].policies for version in policy.versions if version.held)
    assert (version.language, "language" in version.review) == ("und", True)
    assert "[language-unread]" in result.output


@pytest.mark.parametrize(("letters", "spoken"), [(201, True), (200, False)])
def test_two_letters_of_another_language_in_two_hundred_are_too_many(letters: int, *, spoken: bool) -> None:
    text = "os o a e " * 39 + "łł" + "b" * (letters - 5 * 39 - 2)
    assert bool(speaks(text, frozenset({"os", "o", "a", "e"}))) is spoken
