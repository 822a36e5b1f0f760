"""What the reader of XML takes for its own, what it refuses, and that hostile files cost little."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from yange.problems import Severity
from yange.readers.registry import read, reader_of
from yange.readers.xml.reader import DEEPEST_LAW, XmlReader

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'
SECONDS = 20


def law(body: str, *, before: str = "", name: str = "act") -> bytes:
    """Return an Akoma Ntoso file with this body."""
    return f'{before}<akomaNtoso xmlns="{AKN}"><{name}><body>{body}</body></{name}></akomaNtoso>'.encode()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (law(""), "xml"),
        (b'<?xml version="1.0"?><law/>', "xml"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><x/>", "xml"),
        ("<?xml version='1.0' encoding='utf-16'?><x/>".encode("utf-16"), "xml"),
        (b"<Law><LawBody/></Law>", "xml"),
        (b"Article 1 <b>", "text"),
        ("第一条　文".encode(), "text"),
    ],
)
def test_the_content_decides_and_not_the_name(data: bytes, expected: str) -> None:
    assert reader_of("law.pdf", data).name == expected


@pytest.mark.parametrize(
    "data", [b"<!DOCTYPE html><html></html>", b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>']
)
def test_a_web_page_is_not_read_as_xml(data: bytes) -> None:
    assert not XmlReader().recognises("law.xml", data)


def test_an_unknown_vocabulary_is_named_with_those_that_are_read() -> None:
    found = read("law.xml", b'<?xml version="1.0"?>\n<x:statute xmlns:x="urn:else">words</x:statute>')
    (problem,) = found.problems
    assert (problem.code, problem.severity, problem.line) == ("source-xml-unknown", Severity.ERROR, 2)
    assert "{urn:else}statute" in problem.message
    assert "akomaNtoso" in problem.hint
    assert "law_data_response" in problem.hint
    assert found.texts == ()


@pytest.mark.parametrize("name", ["judgment", "debate", "amendment"])
def test_a_judgment_is_no_law(name: str) -> None:
    found = read("law.xml", law("<p>words</p>", name=name))
    (problem,) = found.problems
    assert (problem.code, problem.severity) == ("source-not-law", Severity.ERROR)
    assert name in problem.message


def test_a_bill_is_a_draft_and_a_portion_is_not_whole() -> None:
    (bill,) = read("law.xml", law("<p>words</p>", name="bill")).texts
    (portion,) = read("law.xml", law("<p>words</p>", name="portion")).texts
    assert (bill.given.draft, bill.given.partial) == (True, False)
    assert (portion.given.draft, portion.given.partial) == (False, True)


def test_several_documents_are_several_texts() -> None:
    act = "<act><preface><p><docTitle>{0}</docTitle></p></preface><body><p>words of {0}</p></body></act>"
    data = f'<akomaNtoso xmlns="{AKN}">{act.format("A")}{act.format("B")}</akomaNtoso>'.encode()
    assert [source.given.title for source in read("law.xml", data).texts] == ["A", "B"]


@pytest.mark.parametrize(
    "before",
    [
        LAUGHS,
        '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE l [<!ENTITY % a SYSTEM "http://127.0.0.1:9/a.dtd"> %a;]>',
    ],
)
def test_entities_are_refused(before: str) -> None:
    found = read("law.xml", law("<p>words</p>", before=before))
    assert [problem.code for problem in found.problems] == ["source-xml"]
    assert found.texts == ()


def test_a_document_type_elsewhere_is_not_fetched() -> None:
    found = read("law.xml", law("<p>words</p>", before='<!DOCTYPE l SYSTEM "http://127.0.0.1:9/never.dtd">'))
    assert [source.text for source in found.texts] == ["words"]


def test_included_files_are_not_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    body = f'<p>words<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret.as_uri()}" parse="text"/></p>'
    (source,) = read("law.xml", law(body)).texts
    assert source.text == "words"


def test_deep_nesting_is_refused() -> None:
    level = DEEPEST_LAW + 1
    found = read("law.xml", law("<list>" * level + "<p>words</p>" + "</list>" * level))
    assert [problem.code for problem in found.problems] == ["source-xml"]
    deep = DEEPEST_LAW - 5
    (source,) = read("law.xml", law("<list>" * deep + "<p>words</p>" + "</list>" * deep)).texts
    assert source.text == "words"


def test_a_broken_file_is_an_error_with_its_line() -> None:
    found = read("law.xml", law("<p>words\n<p></p>"))
    (problem,) = found.problems
    assert (problem.code, problem.line) == ("source-xml", 2)


def test_a_table_claims_no_more_cells_than_the_bound() -> None:
    rows = '<tr><td colspan="200" rowspan="200"><p>a</p></td></tr>' * 2_000
    (source,) = read("law.xml", law(f"<table>{rows}</table>")).texts
    assert source.text.count("a") == 2_000
    assert len(source.text) < 2_000_000


def test_cells_over_several_columns_and_rows() -> None:
    table = """<table><tr><th colspan="2">a</th><th>b</th></tr><tr><td rowspan="2">c</td><td>d</td><td>e|f</td></tr>
        <tr><td>g</td></tr></table>"""
    (source,) = read("law.xml", law(table)).texts
    rows = ["| a |  | b |", "| --- | --- | --- |", "| c | d | e\\|f |", "|  | g |  |"]
    assert source.text == "\n".join(rows)


@pytest.mark.parametrize(
    "body",
    [
        "<article><num>1</num><content><p>words</p></content></article>" * 6_000,
        "<table><tr>" + '<td colspan="99999" rowspan="99999"><p>a</p></td>' * 300 + "</tr></table>",
        "<article><num>1</num>" + "<blockList>" * 100 + "<item><p>w</p></item>" * 3_000 + "</blockList>" * 100
        + "</article>",
        "<p>" + "<i>w</i>" * 20_000 + "</p>",
        "<p>" + "w" * 9_000_000 + "</p>",
    ],
    ids=["many", "wide", "nested", "mixed", "long"],
)  # fmt: skip
def test_a_large_file_costs_little(body: str) -> None:
    before = time.process_time()
    found = read("law.xml", law(body))
    assert time.process_time() - before < SECONDS
    assert found.texts or found.problems


def test_a_web_page_inside_that_is_too_deep_is_refused() -> None:
    page = "<div>" * 60 + "Sild." + "</div>" * 60
    data = f"<oigusakt><sisu><HTMLKonteiner><![CDATA[{page}]]></HTMLKonteiner></sisu></oigusakt>".encode()
    found = XmlReader().read("a.xml", data)
    assert ([problem.code for problem in found.problems], found.texts) == (["source-xml"], ())
    flat = XmlReader().read("a.xml", data.replace(b"<div>" * 60, b"<div>").replace(b"</div>" * 60, b"</div>"))
    assert [text.text.strip() for text in flat.texts] == ["Sild."]
