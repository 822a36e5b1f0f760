"""Laws in XML: every made-up file has the text, the units, the places and the facts that are written down here.

``data/NAME.xml`` is the file, ``data/NAME.txt`` its text, byte for byte, ``data/NAME.units`` its blocks.
"""

from __future__ import annotations

from datetime import date

import pytest
from xml_proof import DATA, letters, misread, reading, units, words_of_texts

from yange.readers.registry import reader_of
from yange.readers.source_text import GivenFacts, LeftOutReason

FACTS = {
    "akn": GivenFacts(
        title="Ferry Ordinance", number="No. 7 of 2019", issuer=("Mereham Town Council",), place=None, language="en",
        signed=date(2019, 3, 4), published=date(2019, 3, 8), effective=date(2021, 7, 1), expires=date(2029, 12, 31),
        identifier="/akn/zz/act/ordinance/2019/7", register="Registry of Mereham",
    ),
    "egov": GivenFacts(
        title="渡し場の管理に関する法律", number="令和二年法律第九百九十号", place="jp", language="ja",
        published=date(2020, 6, 5), effective=date(2024, 4, 1),
        identifier="502AC0000000990_20240401_505AC0000000991", register="e-Gov",
    ),
    "uslm": GivenFacts(
        title="An Act To regulate ferries on the Mere River.", number="Public Law 199–7", place="us", language="en",
        signed=date(2086, 5, 4), identifier="/us/pl/199/7",
    ),
    "clml": GivenFacts(
        title="Ferries Act 2098", number="2098 CHAPTER 5", place="gb", language="en", signed=date(2098, 3, 17),
        effective=date(2099, 6, 1), url="http://www.legislation.gov.uk/ukpga/2098/5/2099-06-01",
        identifier="http://www.legislation.gov.uk/id/ukpga/2098/5", register="legislation.gov.uk",
    ),
    "formex": GivenFacts(
        title="Regulation (EU) 2099/7 of the Council of 4 March 2099 on ferries", number="(EU) 2099/7", place="eu",
        language="en", signed=date(2099, 3, 4),
    ),
    "legi": GivenFacts(
        title="Code des bacs", number="80-17", place="fr", language="fr", signed=date(2080, 5, 6),
        published=date(2080, 5, 10), effective=date(2089, 7, 1), expires=date(2094, 12, 31),
        identifier="LEGITEXT000099999998", register="Légifrance (DILA)", partial=True,
    ),
    "gii": GivenFacts(
        title="Gesetz über die Fähren", place="de", language="de", signed=date(2089, 3, 4),
        identifier="BJNR000000099",
    ),
    "riigi-teataja": GivenFacts(
        title="Parvlaevade kord", issuer=("Linnavolikogu",), place="ee", kind="määrus", language="et",
        signed=date(2089, 3, 4), published=date(2089, 3, 10), effective=date(2089, 4, 1), expires=date(2099, 12, 31),
        identifier="999000000001", register="Riigi Teataja",
    ),
    "law-go-kr": GivenFacts(
        title="나루터 관리법", number="법률 제307호", place="kr", kind="법률", language="ko",
        published=date(2089, 3, 4), effective=date(2089, 6, 1),
        identifier="0099990208900307", register="law.go.kr (법제처)",
    ),
}  # fmt: skip
REMARKS = {
    "akn": [
        ("provision-not-in-force", 81, "Article 2"),
        ("provision-not-in-force", 99, "Article 3a: the file marks it as removed"),
    ],
    "egov": [("figures-left-out", 5, "figures")],
    "uslm": [("provision-not-in-force", 27, "(b): the file gives its status as repealed")],
    "clml": [
        ("provision-not-in-force", 34, "“or less”: the file marks these words as repealed"),
        ("provision-not-in-force", 39, "1A: the file marks it as prospective"),
    ],
    "formex": [],
    "legi": [("parts-left-out", None, "one article"), ("provision-not-in-force", 2, "Article R112-3: ")],
    "gii": [],
    "riigi-teataja": [("annex-missing", 91, "tasud.pdf")],
    "law-go-kr": [
        ("provision-not-in-force", 7, "제2조의2: the file gives 2090-01-01 as its first day"),
        ("figures-left-out", 10, "figures"),
    ],
}
LEFT = {
    "akn": [
        (LeftOutReason.METADATA, "Edited in the registry."),
        (LeftOutReason.NAVIGATION, "Chapter I 3"),
    ],
    "egov": [(LeftOutReason.READING, "まも")],
    "uslm": [
        (LeftOutReason.PAGE_NUMBER, "210 STAT. 45"),
        (LeftOutReason.EDITORIAL, "(Pub. L. 199–7, § 102.)"),
        (LeftOutReason.EDITORIAL, "Amendments 2087—Subsec. (b) repealed."),
    ],
    "clml": [
        (LeftOutReason.NAVIGATION, "Ferries Act 2098"),
        (LeftOutReason.LABEL, "2A"),
        (LeftOutReason.EDITORIAL, "Words inserted (1.6.2099) by the Ferries (Amendment) Act 2099, s. 2"),
    ],
    "formex": [(LeftOutReason.METADATA, "L 2099 EN 20990304 EN 7 2099 EU 1")],
    "legi": [(LeftOutReason.LABEL, "R112-3"), (LeftOutReason.EDITORIAL, "Voir le décret du 3 mars.")],
    "gii": [
        (LeftOutReason.EDITORIAL, "(+++ Textnachweis ab: 1.4.2089 +++)"),
        (LeftOutReason.NAVIGATION, "Abschnitt 1"),
        (LeftOutReason.LABEL, "(XXXX)"),
    ],
    "riigi-teataja": [
        (LeftOutReason.EDITORIAL, "RT IV 7"),
        (LeftOutReason.LABEL, "4"),
    ],
    "law-go-kr": [
        (LeftOutReason.LABEL, "①"),
        (LeftOutReason.METADATA, '<img src="/LSW/flDownload.do?flSeq=1"></img>'),
        (LeftOutReason.EDITORIAL, "[본조신설 2089. 3. 4.]"),
        (LeftOutReason.LABEL, "0001"),
        (LeftOutReason.EDITORIAL, "나루터 관리법 일부를 다음과 같이 개정한다."),
    ],
}


@pytest.mark.parametrize("name", sorted(FACTS))
def test_the_text_of_each_vocabulary(name: str) -> None:
    found = reading(f"{name}.xml")
    (source,) = found.texts
    assert source.text == (DATA / f"{name}.txt").read_text("utf-8")
    assert units(source) == (DATA / f"{name}.units").read_text("utf-8")
    assert (source.whole, source.reader, source.media) == (True, f"xml-{name}", "application/xml")
    assert reader_of("law.txt", (DATA / f"{name}.xml").read_bytes()).name == "xml"


@pytest.mark.parametrize("name", sorted(FACTS))
def test_the_facts_of_each_vocabulary(name: str) -> None:
    found = reading(f"{name}.xml")
    assert found.texts[0].given == FACTS[name]
    said = [(problem.code, problem.line) for problem in found.problems]
    assert said == [(code, line) for code, line, _ in REMARKS[name]]
    assert all(words in problem.message for problem, (_, _, words) in zip(found.problems, REMARKS[name], strict=True))
    left = [(one.reason, one.text) for one in found.texts[0].left_out]
    assert [one for one in left if one in LEFT[name]] == LEFT[name]


@pytest.mark.parametrize("name", sorted(FACTS))
def test_no_word_is_lost_and_none_is_added(name: str) -> None:
    found = reading(f"{name}.xml")
    assert found.words is not None
    assert words_of_texts(found) == letters(found.words)


@pytest.mark.parametrize("name", sorted(set(FACTS) - {"legi"}))
def test_the_structure_survives_the_body(name: str) -> None:
    (source,) = reading(f"{name}.xml").texts
    assert sum(block.unit is not None for block in source.blocks) > 10
    assert misread(source) == []


def test_one_article_alone_is_no_text_of_articles() -> None:
    (source,) = reading("legi.xml").texts
    assert misread(source) == ["Article R112-3"]
