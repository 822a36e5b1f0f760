"""Pages of Vietnamese, Estonian and Dutch documents: what their lines are, and the head of a Vietnamese law."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from yange.importers import plan
from yange.law.et import ESTONIAN
from yange.law.nl import DUTCH
from yange.law.vi import VIETNAMESE
from yange.model import Amendment, Library

LAW = """QUỐC HỘI
-------

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------

Luật số: 12/2024/QH15

Hà Nội, ngày 20 tháng 3 năm 2024

LUẬT
BẾN PHÀ

Quốc hội ban hành Luật Bến phà.

Điều 1. Phạm vi điều chỉnh

Luật này quy định về bến phà trên sông.

Trang 1/2

Điều 2. Hiệu lực thi hành

1. Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2024.

2. Luật Bến phà số 10/2001/QH10 hết hiệu lực kể từ ngày Luật này có hiệu lực.
"""


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_the_head_of_a_law(form: str) -> None:
    file = unicodedata.normalize("NFC" if form == "NFC" else "NFD", LAW).encode()
    (document,) = plan([("luat.txt", file)], Library(())).documents
    facts = document.facts
    assert unicodedata.normalize("NFC", facts.title or "") == "LUẬT BẾN PHÀ"
    assert facts.number == "12/2024/QH15"
    assert facts.signed == date(2024, 3, 20)
    assert facts.effective == date(2024, 7, 1)
    assert [effect.number for effect in facts.repeals] == ["10/2001/QH10"]


@pytest.mark.parametrize(
    ("line", "furniture", "row", "title", "running"),
    [
        ("QUỐC HỘI", True, False, False, False),
        ("ỦY BAN NHÂN DÂN TỈNH", True, False, False, False),
        ("Độc lập – Tự do – Hạnh phúc", True, False, False, False),
        ("-------", True, False, False, False),
        ("Số: 34/2016/NĐ-CP", False, True, False, False),
        ("Hà Nội, ngày 20 tháng 3 năm 2024", False, True, False, False),
        ("NGHỊ ĐỊNH QUY ĐỊNH CHI TIẾT", False, False, True, False),
        ("LUẬT", False, False, False, False),
        ("Luật này quy định về bến phà.", False, False, False, False),
        ("Trang 3/5", False, False, False, True),
        ("Trang phục của người lái phà", False, False, False, False),
    ],
)
def test_a_line_of_a_vietnamese_page(line: str, *, furniture: bool, row: bool, title: bool, running: bool) -> None:
    pages, lines = VIETNAMESE.importing.pages, VIETNAMESE.importing.lines
    found = pages.is_furniture(line), pages.is_row(line), lines.is_title(line), pages.is_running(line)
    assert found == (furniture, row, title, running)


@pytest.mark.parametrize(
    ("line", "clause", "first", "annex", "running"),
    [
        ("§ 12¹. Erand", True, False, False, False),
        ("§ 1. Reguleerimisala", True, True, False, False),
        ("§ 5 lõike 2 alusel", False, False, False, False),
        ("1. peatükk Üldsätted", False, True, False, False),
        ("Lisa 2", False, False, True, False),
        ("lk 3/5", False, False, False, True),
    ],
)
def test_a_line_of_an_estonian_page(line: str, *, clause: bool, first: bool, annex: bool, running: bool) -> None:
    lines, pages = ESTONIAN.importing.lines, ESTONIAN.importing.pages
    found = lines.is_clause(line), lines.is_first_unit(line), lines.is_annex(line), pages.is_running(line)
    assert found == (clause, first, annex, running)


@pytest.mark.parametrize(
    ("line", "clause", "first", "annex", "running"),
    [
        ("Artikel 12a Veren", True, False, False, False),
        ("Artikel 1", True, True, False, False),
        ("Artikel 5, eerste lid, geldt.", False, False, False, False),
        ("Artikel 5 is van toepassing.", False, False, False, False),
        ("Hoofdstuk 1 Algemeen", False, True, False, False),
        ("Bijlage 2", False, False, True, False),
        ("Pagina 3 van 5", False, False, False, True),
    ],
)
def test_a_line_of_a_dutch_page(line: str, *, clause: bool, first: bool, annex: bool, running: bool) -> None:
    lines, pages = DUTCH.importing.lines, DUTCH.importing.pages
    found = lines.is_clause(line), lines.is_first_unit(line), lines.is_annex(line), pages.is_running(line)
    assert found == (clause, first, annex, running)


CAPTION = """Vastu võetud 09.12.2015
RT I, 30.12.2015, 5
jõustumine 01.01.2016

Muudetud järgmiste aktidega
Vastuvõtmine Avaldamine Jõustumine
08.06.2016
RT I, 17.06.2016, 1
01.07.2016
14.06.2017 RT I, 04.07.2017, 2 01.01.2018, osaliselt 01.01.2019

1. peatükk
"""


def test_an_estonian_caption() -> None:
    found = ESTONIAN.captions.read(CAPTION)
    assert found is not None
    assert (found.adopted, found.issued, found.commenced) == (date(2015, 12, 9), date(2015, 12, 30), date(2016, 1, 1))
    assert found.number == "RT I, 30.12.2015, 5"
    assert found.amendments == (
        Amendment(number="RT I, 17.06.2016, 1", date=date(2016, 6, 8), kind="muudetud"),
        Amendment(number="RT I, 04.07.2017, 2", date=date(2017, 6, 14), kind="muudetud"),
    )
    assert found.begins == date(2018, 1, 1)
    assert (found.unread, found.unread_day) == (("osaliselt 01.01.2019",), date(2019, 1, 1))
    assert CAPTION[found.start : found.end].endswith("01.01.2019")


@pytest.mark.parametrize("text", ["Seadus jõustub 01.01.2016.", "Vastu võetud eile", ""])
def test_no_caption(text: str) -> None:
    assert ESTONIAN.captions.read(text) is None


def test_an_older_caption_has_no_day_of_publication() -> None:
    found = ESTONIAN.captions.read("Vastu võetud 09.12.2009 nr 51\nRT I 2009, 65, 440\njõustumine 01.01.2010")
    assert found is not None
    assert (found.issued, found.number, found.commenced) == (None, "nr 51", date(2010, 1, 1))
