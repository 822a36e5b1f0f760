"""The import forms of several packs, asked in order, and a pack that writes only what its language has."""

from __future__ import annotations

import re

import pytest

from hanging import ends
from yange.importers.forms import JoinedForms, forms_of, glued
from yange.law import pack
from yange.law.aspects.importing import (
    ClauseForms,
    HeadForms,
    ImportForms,
    LineForms,
    NoticeForms,
    PageForms,
    PageRows,
    PlaceForms,
)

TITLE = re.compile("Lex [a-z ]+$")


class Lines(LineForms):
    def is_title(self, line: str) -> bool:
        return TITLE.match(line) is not None

    def article(self, line: str) -> int:
        return int(line.split()[1]) if line.startswith("Punkto ") else 0


class Pages(PageForms):
    pass


class Notices(NoticeForms):
    pass


class Heads(HeadForms):
    @property
    def filler(self) -> str:
        return "^de "


class Clauses(ClauseForms):
    pass


class Places(PlaceForms):
    pass


class Glace:
    """The import forms of an invented language."""

    def __init__(self) -> None:
        self.lines: LineForms = Lines()
        self.pages: PageForms = Pages()
        self.notices: NoticeForms = Notices()
        self.heads: HeadForms = Heads()
        self.clauses: ClauseForms = Clauses()
        self.places: PlaceForms = Places()


def both() -> JoinedForms:
    chinese = pack("zh-Hans")
    assert chinese is not None
    parts: list[ImportForms] = [Glace(), chinese.importing]
    return JoinedForms(parts)


@pytest.mark.parametrize("line", ["Lex pontis", "望海市渡口管理办法"])
def test_one_pack_that_recognises_a_title_is_enough(line: str) -> None:
    assert both().is_title(line)
    assert not both().is_title(f"{line}。")


@pytest.mark.parametrize(
    ("line", "number"), [("Punkto 3 naviga", 3), ("第三条　渡口", 3), ("naviga", 0), ("第三条之一　渡口", 0)]
)
def test_the_article_of_the_first_pack_that_reads_one(line: str, number: int) -> None:
    assert both().article(line) == number


def test_a_pack_without_a_form_recognises_no_line() -> None:
    alone = JoinedForms([Glace()])
    text = "望海市人民政府关于印发《渡口办法》的通知"
    assert not any((alone.is_furniture(text), alone.is_signature(text), alone.is_row(text), alone.saves(text)))
    assert (alone.label(text), alone.carried(text), alone.issuers(text)) == (None, None, None)
    assert (alone.rows(["文号：望府〔2020〕3号"]), alone.announced(text)) == (PageRows(), [])
    assert list(alone.cuts(text, "(?:望海市)")) == []


def test_page_numbers_and_images_are_of_no_language() -> None:
    alone = JoinedForms([Glace()])
    assert alone.is_running("— 3 —")
    assert alone.is_running("3/5")
    assert alone.is_furniture("seal.png")
    assert not alone.is_running("第3页")
    assert both().is_running("第3页")


def test_filler_words_of_all_packs_are_left_out_of_titles() -> None:
    assert re.sub(both().filler, "", "关于渡口的办法") == "渡口办法"
    assert re.sub(both().filler, "", "de ponto") == "ponto"


def test_english_page_numbers() -> None:
    english = pack("en")
    assert english is not None
    assert forms_of((english,)).is_running("Page 3 of 5")
    assert not forms_of((english,)).is_running("Page three")
    assert forms_of((english,)).is_clause("Section 3 Ferries")


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("Rules on", "ferries", "Rules on ferries"),
        ("Rules of 2015,", "as amended", "Rules of 2015, as amended"),
        ("2015,", "as amended", "2015,as amended"),
        ("Rules2015,", "as amended", "Rules2015,as amended"),
        ("渡口 Rules 2015", "as amended", "渡口 Rules 2015 as amended"),
        ("Rules 渡口 2015", "as amended", "Rules 渡口 2015as amended"),
        ("渡口管理", "办法", "渡口管理办法"),
    ],
)
def test_a_blank_joins_pieces_in_letters(left: str, right: str, whole: str) -> None:
    assert glued(left, right) == whole


def test_a_long_line_without_a_letter_at_its_end_is_joined_in_time_that_grows_with_its_length() -> None:
    with ends():
        assert glued("point 1; " * 4000 + ".", "Next") == "point 1; " * 4000 + ".Next"
