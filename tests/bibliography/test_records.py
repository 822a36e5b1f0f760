"""Records for reference managers, read by parsers that others wrote, and citations by our CSL styles."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from importlib.resources import files

import bibtexparser
import pytest
import rispy
from citeproc import VARIABLES
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from yange.bibliography import (
    CHINESE,
    ENGLISH,
    GB_T_7714,
    OSCOLA,
    STYLES,
    CslStyle,
    TextReference,
    bibtex,
    citation,
    csl_json,
    embedded,
    ris,
    style_file,
)

FERRY = TextReference(
    key="wanghai-dukou-v2021-03-26",
    title="望海市渡口管理办法",
    number="望海市人民政府令第34号",
    authors=("望海市人民政府",),
    place="望海市",
    issued=date(2003, 11, 5),
    which="2021年3月26日修正文本",
    language="zh-Hans",
    address="https://law.example/wanghai/dukou/v2021-03-26/",
)
BERTHS = TextReference(
    key="wanghai-berths-v2024-09-01",
    title="Rules on Small Craft Berths",
    number="WIHZ Rules No. 7 of 2024",
    authors=("Wanghai Harbour Authority", "Port Office", "Marine Safety Board", "Customs"),
    place="Wanghai",
    issued=date(2024, 8, 9),
    which="text in force: from 2024-09-01",
    language="en",
    clause="art. 5",
)
AUTHORS = "Wanghai Harbour Authority, Port Office, Marine Safety Board, and Customs"
HOSTILE = "办法\r\nER  - \n}, evil = {x} % \\input{/etc/passwd} <b>&amp;\u2028TY  - BOOK"


@pytest.mark.parametrize(
    ("style", "reference", "said"),
    [
        (CHINESE, FERRY, "《望海市渡口管理办法》（望海市人民政府令第34号，2021年3月26日修正文本）"),
        (
            CHINESE,
            replace(FERRY, clause="第五条第二款", which=""),
            "《望海市渡口管理办法》（望海市人民政府令第34号）第五条第二款",
        ),
        (CHINESE, TextReference(key="a", title="甲办法", language="zh"), "《甲办法》"),
        (
            GB_T_7714,
            replace(FERRY, which="", clause="第五条"),
            "望海市人民政府. 望海市渡口管理办法: 望海市人民政府令第34号[A/OL]. (2003-11-05): 第五条",
        ),
        (
            GB_T_7714,
            replace(FERRY, which="", authors=("甲局", "乙局", "丙局", "丁局")),
            "甲局, 乙局, 丙局, 等. 望海市渡口管理办法: 望海市人民政府令第34号[A/OL]. (2003-11-05)",
        ),
        (
            GB_T_7714,
            replace(FERRY, which="", authors=("甲局", "乙局", "丙局")),
            "甲局, 乙局, 丙局. 望海市渡口管理办法: 望海市人民政府令第34号[A/OL]. (2003-11-05)",
        ),
        (GB_T_7714, TextReference(key="a", title="甲办法", language="zh"), "甲办法[A/OL]."),
        (
            ENGLISH,
            BERTHS,
            f"{BERTHS.title} ({BERTHS.number}) (promulgated by {AUTHORS}, Aug. 9, 2024), art. 5 ({BERTHS.which})",
        ),
        (ENGLISH, replace(BERTHS, authors=(), number="", clause="", which="", issued=None), BERTHS.title),
        (
            ENGLISH,
            replace(BERTHS, authors=(), number="", clause="", which=""),
            "Rules on Small Craft Berths (promulgated Aug. 9, 2024)",
        ),
        (
            OSCOLA,
            replace(BERTHS, clause="art 5"),
            "Rules on Small Craft Berths, WIHZ Rules No. 7 of 2024, art 5 (Wanghai) (text in force: from 2024-09-01)",
        ),
        (OSCOLA, TextReference(key="a", title="Some Rules", language="en"), "Some Rules"),
    ],
)
def test_citations_by_style(style: CslStyle, reference: TextReference, said: str) -> None:
    assert citation(style, reference) == said


def test_days_of_one_form_do_not_stand_for_each_other() -> None:
    days = (date(2020, 1, 2), date(2021, 1, 2), date(2020, 11, 12), date(988, 8, 8), date(8888, 8, 8))
    said = [citation(GB_T_7714, replace(FERRY, which="", number="", authors=(), issued=day)) for day in days]
    assert said == [f"{FERRY.title}[A/OL]. ({day.isoformat()})" for day in days]


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_styles_are_valid_csl(style: CslStyle) -> None:
    relax = etree.RelaxNG(etree.parse(str(files("citeproc") / "data/schema/schemas/styles/csl.rng")))
    assert relax.validate(etree.fromstring(style_file(style))), relax.error_log


@pytest.mark.parametrize(
    "reference", [FERRY, BERTHS, replace(FERRY, title=HOSTILE, number=HOSTILE, authors=(HOSTILE,))]
)
def test_csl_json_has_the_variables_of_csl(reference: TextReference) -> None:
    (item,) = json.loads(csl_json(reference))
    assert {name.replace("-", "_") for name in item} - {"id", "type"} <= set(VARIABLES)
    assert (item["type"], item["title"], item["number"]) == ("legislation", reference.title, reference.number)
    assert item["references"] == reference.which
    assert item["issued"]["date-parts"] == [[*reference.issued.timetuple()[:3]]]


def test_ris_has_the_fields_of_a_statute() -> None:
    lines = ris(replace(FERRY, clause="第五条", notes=("示例",))).split("\r\n")
    assert lines == [
        "TY  - STAT",
        "TI  - 望海市渡口管理办法",
        "AU  - 望海市人民政府",
        "DA  - 2003/11/05/",
        "M1  - 望海市人民政府令第34号",
        "SE  - 第五条",
        "OP  - 2021年3月26日修正文本",
        "CY  - 望海市",
        "LA  - zh-Hans",
        "UR  - https://law.example/wanghai/dukou/v2021-03-26/",
        "N1  - 示例",
        "ER  - ",
        "",
    ]


def test_the_name_of_a_body_is_not_split_into_first_and_last_names() -> None:
    (read,) = rispy.loads(ris(BERTHS))
    assert read["authors"][0] == "Wanghai Harbour Authority,"
    (entry,) = bibtexparser.parse_string(bibtex(BERTHS)).entries
    assert entry["author"].startswith("{Wanghai Harbour Authority} and {Port Office}")


def test_hostile_facts_stay_in_their_fields() -> None:
    hostile = replace(FERRY, title=HOSTILE, number=HOSTILE, which=HOSTILE, clause=HOSTILE, notes=(HOSTILE,))
    (read,) = rispy.loads(ris(hostile))
    assert read["type_of_reference"] == "STAT"
    parsed = bibtexparser.parse_string(bibtex(hostile))
    assert not parsed.failed_blocks
    (entry,) = parsed.entries
    assert (entry.entry_type, "evil" in entry.fields_dict) == ("misc", False)
    assert "\\input" not in bibtex(hostile)


# Braces and backslashes of an address would end a field of BibTeX; addresses of the site have none.
@given(st.builds(lambda title, number: replace(FERRY, title=title, number=number), st.text(), st.text()))
def test_any_facts_give_one_record(reference: TextReference) -> None:
    (_read,) = rispy.loads(ris(reference))
    parsed = bibtexparser.parse_string(bibtex(reference))
    assert (len(parsed.entries), parsed.failed_blocks) == (1, [])
    for style in STYLES:
        assert reference.title in citation(style, reference)


def test_what_zotero_reads() -> None:
    found = list(embedded(replace(BERTHS, notes=("An invented sample.",))))
    assert found == [
        ("z:itemType", "statute"),
        ("citation_title", "Rules on Small Craft Berths"),
        ("citation_author", "Wanghai Harbour Authority,"),
        ("citation_author", "Port Office,"),
        ("citation_author", "Marine Safety Board,"),
        ("citation_author", "Customs"),
        ("citation_publication_date", "2024-08-09"),
        ("citation_language", "en"),
        ("z:publicLawNumber", "WIHZ Rules No. 7 of 2024"),
        ("z:history", "text in force: from 2024-09-01"),
        ("dcterms:identifier", "WIHZ Rules No. 7 of 2024"),
        ("dcterms:issued", "2024-08-09"),
        *(("dcterms:publisher", name) for name in BERTHS.authors),
        ("dc:description", "An invented sample."),
    ]
    assert dict(embedded(TextReference(key="a", title="甲"))) == {"z:itemType": "statute", "citation_title": "甲"}
