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
        title="Ferry Ordinance", number="No. 7 of 2019", issuer=("Mereham Town Council",), place="zz", language="en",
        signed=date(2019, 3, 4), published=date(2019, 3, 8), effective=date(2021, 7, 1), expires=date(2029, 12, 31),
        identifier="/akn/zz/act/ordinance/2019/7", register="Registry of Mereham",
    ),
    "egov": GivenFacts(
        title="渡し場の管理に関する法律", number="令和二年法律第九百九十号", place="jp", language="ja",
        published=date(2020, 6, 5), effective=date(2024, 4, 1),
        identifier="502AC0000000990_20240401_505AC0000000991", register="e-Gov",
    ),
}  # fmt: skip
REMARKS = {
    "akn": [
        ("provision-not-in-force", 81, "Article 2"),
        ("provision-not-in-force", 99, "Article 3a: the file marks it as removed"),
    ],
    "egov": [("figures-left-out", 5, "figures")],
}
LEFT = {
    "akn": [
        (LeftOutReason.METADATA, "Edited in the registry."),
        (LeftOutReason.NAVIGATION, "Chapter I 3"),
    ],
    "egov": [(LeftOutReason.READING, "まも")],
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


@pytest.mark.parametrize("name", sorted(FACTS))
def test_the_structure_survives_the_body(name: str) -> None:
    (source,) = reading(f"{name}.xml").texts
    assert sum(block.unit is not None for block in source.blocks) > 10
    assert misread(source) == []
