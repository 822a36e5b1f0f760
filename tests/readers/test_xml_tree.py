"""Parsing of XML from outside: what is refused, and that nothing is fetched or expanded."""

from __future__ import annotations

from pathlib import Path

import pytest

from yange.readers.xml_tree import (
    DEEPEST,
    LARGEST_XML,
    MOST_MARKS,
    XmlRefused,
    local_name,
    namespace,
    parse_xml,
)

LAUGHS = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>\n<a>&c;</a>'


def test_names_texts_and_lines() -> None:
    root = parse_xml('<a xmlns="urn:x">甲<!-- no word --><b/>\n<c>乙</c></a>'.encode())
    assert (local_name(root), namespace(root)) == ("a", "urn:x")
    assert "".join(root.itertext()) == "甲\n乙"
    assert [(local_name(one), one.sourceline) for one in root] == [("b", 1), ("c", 2)]
    assert namespace(parse_xml(b"<a/>")) == ""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "big5", "shift_jis"])
def test_encodings(encoding: str) -> None:
    declared = encoding.removesuffix("-sig")
    root = parse_xml(f'<?xml version="1.0" encoding="{declared}"?>\n<a>市長</a>'.encode(encoding))
    assert root.text == "市長"


@pytest.mark.parametrize(
    ("data", "message", "line"),
    [
        (b"", "does not begin with a tag", 1),
        (b"%PDF-1.7", "does not begin with a tag", 1),
        (b"<a>\n<b></a>", "Opening and ending tag mismatch", 2),
        (b"<a>&nbsp;</a>", "'nbsp' not defined", 1),
        (LAUGHS, "entity of its own (<!ENTITY)", 1),
        (LAUGHS.decode().encode("utf-16"), "entity of its own (<!ENTITY)", 1),
        (b'<!DOCTYPE a SYSTEM "x.dtd">\n<a>&nbsp;</a>', "entity of its own (&nbsp;)", 2),
        (b'<!DOCTYPE a SYSTEM "x.dtd">\n\n<a b="&nbsp;"/>', "entity of its own (&nbsp;)", 3),
        (b'<?xml version="1.0" encoding="UTF-7"?>+ADw-a/+AD4-', "encoding UTF-7 is not read", 1),
        (b'<?xml version="1.0" encoding="IBM037"?><a/>', "encoding IBM037 is not read", 1),
        (b"<a>\xff</a>", "character encoding", 1),
        (b"<a>" * (DEEPEST + 1) + b"</a>" * (DEEPEST + 1), "Excessive depth", 1),
        (b"<a>" + b"x" * LARGEST_XML + b"</a>", "bytes, more than", None),
        (b"<a>" + b"<b/>" * MOST_MARKS + b"</a>", "elements and attributes", None),
    ],
)
def test_what_is_refused(data: bytes, message: str, line: int | None) -> None:
    with pytest.raises(XmlRefused) as refused:
        parse_xml(data)
    assert message in refused.value.message
    assert refused.value.line == line


def test_a_dtd_is_not_loaded(tmp_path: Path) -> None:
    dtd = tmp_path / "x.dtd"
    dtd.write_text('<!ELEMENT a ANY><!ATTLIST a b CDATA "from the DTD">', "utf-8")
    root = parse_xml(f'<!DOCTYPE a SYSTEM "{dtd.as_uri()}"><a>x &amp; y &#20013;</a>'.encode())
    assert (root.text, dict(root.attrib)) == ("x & y 中", {})


def test_a_dtd_elsewhere_is_not_asked_for() -> None:
    root = parse_xml(b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/never.dtd"><a>x</a>')
    assert root.text == "x"  # an attempt to load it would be an error


def test_the_deepest_document_is_read() -> None:
    root = parse_xml(b"<a>" * DEEPEST + b"</a>" * DEEPEST)
    assert sum(1 for _ in root.iter("a")) == DEEPEST
