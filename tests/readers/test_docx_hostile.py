"""Word files that are broken or hostile: each is refused or read within bounds, and nothing is fetched."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable

import pytest
from word_files import (
    codes,
    labels,
    level,
    lost_and_added,
    numbering,
    p,
    reading,
    run,
    source,
    style,
    tbl,
    texts,
    word_file,
)

from yange.readers import registry
from yange.readers.docx import DocxReader

GOOD = word_file(p("甲。"))


def with_part(name: str, data: bytes) -> bytes:
    """Return a Word file with one part replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            new.writestr(entry, data if entry == name else old.read(entry))
    return out.getvalue()


LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><w:document xmlns:w="x">&b;</w:document>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (GOOD[: len(GOOD) // 2], "the zip container is damaged"),
        (with_part("word/document.xml", b"<w:document"), "word/document.xml, line 1"),
        (with_part("word/document.xml", LAUGHS), "an entity of its own"),
        (with_part("word/document.xml", b"<a>" * 400 + b"</a>" * 400), "Excessive depth"),
        (with_part("word/document.xml", b"<a>" + b" " * 30_000_000 + b"</a>"), "grows by more than"),
        (with_part("word/document.xml", b"<a/>"), "has no body"),
        (with_part("_rels/.rels", b"<a/>").replace(b"word/document.xml", b"word/documenT.xml"), "has no part"),
        (with_part("word/_rels/document.xml.rels", b"<a"), "document.xml.rels"),
    ],
    ids=["cut", "not well-formed", "entities", "deep", "bomb", "no body", "no part", "relations"],
)
def test_what_is_refused(data: bytes, said: str) -> None:
    found = DocxReader().read("a.docx", data)
    assert found.texts == ()
    (problem,) = found.problems
    assert problem.code == "source-damaged"
    assert said in problem.message
    assert problem.hint


def test_what_is_recognised() -> None:
    reader = DocxReader()
    assert reader.recognises("a.bin", GOOD)
    assert reader.recognises("a.docx", GOOD[:200])
    assert not reader.recognises("a.zip", GOOD[:200])
    assert not reader.recognises("a.docx", b"plain")
    sheet = with_part("[Content_Types].xml", b"<Types>spreadsheetml.sheet.main+xml</Types>")
    assert not reader.recognises("a.docx", sheet)
    assert registry.reader_of("a.bin", GOOD).name == "docx"


def test_addresses_are_not_fetched() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(
            f'<Relationship Id="r{nth}" Type="{kind}{name}" Target="http://127.0.0.1:9/{name}" TargetMode="External"/>'
            for nth, name in enumerate(("styles", "numbering", "header", "footnotes", "attachedTemplate", "image"))
        )
        + '<Relationship Id="up" Type="' + kind + 'comments" Target="../../../../etc/passwd"/></Relationships>'
    )  # fmt: skip
    found = DocxReader().read("a.docx", with_part("word/_rels/document.xml.rels", relations.encode()))
    assert texts(found) == ["甲。"]
    assert found.problems == ()


def cyclic() -> str:
    chain = "".join(style(f"s{nth}", "x", based_on=f"s{(nth + 1) % 3_000}") for nth in range(3_000))
    return chain + style("self", "x", based_on="self")


def test_a_circle_of_styles_ends() -> None:
    found = reading(p("甲", style="s7") + p("乙", style="self") + p("丙", style="s2999"), styles=cyclic())
    assert texts(found) == ["甲", "乙", "丙"]


def test_a_circle_of_numbering_styles_ends() -> None:
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{key}"><w:numStyleLink w:val="l{3 - key}"/></w:abstractNum>'
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>'
        for key in (1, 2)
    )
    linked = "".join(
        style(f"l{key}", "x", f'<w:pPr><w:numPr><w:numId w:val="{key}"/></w:numPr></w:pPr>', kind="numbering")
        for key in (1, 2)
    )
    assert texts(reading(p("甲", number=(1, 0)), numbering=lists, styles=linked)) == ["甲"]


def test_many_levels_and_long_patterns() -> None:
    levels = "".join(level(depth, "decimal", "%1" * 400) for depth in range(2_000))
    levels += level(1_000_000_000, "decimal", "%1")
    found = reading(p("甲", number=(1, 0)) + p("乙", number=(1, 1_000_000_000)), numbering=numbering({1: levels}))
    assert labels(found) == ["1" * 50, "2" * 50]


@pytest.mark.parametrize("style_name", ["upperLetter", "upperRoman", "chineseCountingThousand", "ganada"])
def test_a_start_beyond_all_numbers(style_name: str) -> None:
    lists = numbering({1: level(0, style_name, "%1", start=999_999_999)})
    found = reading(p("甲", number=(1, 0)) + p("乙", number=(1, 0)), numbering=lists)
    assert all(len(one) < 60 for one in labels(found))


SPAN = '<w:tcPr><w:gridSpan w:val="99999"/></w:tcPr>'


def test_a_span_of_many_columns() -> None:
    row = "".join(f"<w:tc>{SPAN}{p(one)}</w:tc>" for one in "甲乙")
    (text,) = texts(reading(f"<w:tbl>{f'<w:tr>{row}</w:tr>' * 2}</w:tbl>"))
    assert len(text) < 1_000
    assert "乙" in text


def test_unbalanced_and_deep_fields_lose_nothing() -> None:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    found = reading(p(begin * 500, "甲", end * 100) + p(end * 900, "乙"))
    assert texts(found) == ["乙"]
    assert codes(found) == ["source-hidden-words"]
    assert lost_and_added(found) == ({}, {})


def nested(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + p("甲") + f"{p('乙')}</w:tc></w:tr></w:tbl>" * depth


@pytest.mark.parametrize(
    "body",
    [
        nested(80),
        "<w:sdt><w:sdtContent>" * 120 + p("甲") + "</w:sdtContent></w:sdt>" * 120,
        p('<w:ins w:id="1">' * 240 + run("甲") + "</w:ins>" * 240),
    ],
    ids=["tables", "controls", "changes"],
)
def test_deep_nesting_is_walked(body: str) -> None:
    assert "甲" in source(reading(body)).text


def seconds(body: str, **parts: str) -> float:
    data = word_file(body, **parts)
    begin = time.process_time()
    DocxReader().read("a.docx", data)
    return time.process_time() - begin


LISTS = numbering({1: level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2")})
GROWING: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda size: p("甲。", number=(1, 0)) * size,
    "runs": lambda size: p(run("甲") * size),
    "changes": lambda size: p('<w:del w:id="1"><w:r><w:delText>甲</w:delText></w:r></w:del>' * size),
    "fields": lambda size: p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * size + run("甲") * size),
    "codes": lambda size: p(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + "<w:r><w:instrText>TOC </w:instrText></w:r>" * size
        + run("甲") * size
    ),
    "pictures": lambda size: p("甲" * 20_000, "<w:r><w:drawing/></w:r>" * size),
    "boxes": lambda size: p(f"<w:r><w:pict><w:txbxContent>{p('甲')}</w:txbxContent></w:pict></w:r>" * size),
    "rows": lambda size: tbl(*[["甲", "乙"]] * size),
    "joined": lambda size: p("甲", properties="<w:rPr><w:del/></w:rPr>") * size,
    "titles": lambda size: p("甲", style="T") * size,
}  # fmt: skip


@pytest.mark.parametrize("kind", GROWING)
def test_work_grows_with_the_length(kind: str) -> None:
    """Ten times as much may take thirty times as long, where work that grows with the square takes a hundred times."""
    titles = style("T", "Title")
    small = min(seconds(GROWING[kind](150), numbering=LISTS, styles=titles) for _ in range(2))
    large = seconds(GROWING[kind](1_500), numbering=LISTS, styles=titles)
    assert large < 30 * max(small, 0.004)
