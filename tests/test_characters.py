"""Characters that print nothing, and texts made safe to show: tables of what goes in and what comes out."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yange.characters import (
    code_and_name,
    command_free,
    escaped_json,
    formula_free,
    printable,
    prints_nothing,
    readable_name,
    unix_lines,
    visible,
    without_invisible,
)

ANY = st.text(st.characters(exclude_categories=()), max_size=40)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("第三条　每人每月300元", "第三条　每人每月300元"),
        ("3\x1b[8m00元", r"3\x1b[8m00元"),
        ("a\x9b31mb\x7f", r"a\x9b31mb\x7f"),
        ("\u202e元003\u202c", r"\u202e元003\u202c"),
        ("3\u00ad00\u200b\u2060", r"3\xad00\u200b\u2060"),
        ("30\U000e0030", r"30\U000e0030"),
        ("甲\u2028乙\u2029\x85", r"甲\u2028乙\u2029\x85"),
        ("甲\r::error::x", r"甲\r::error::x"),
        ("\ue000\uffff\udc41", r"\ue000\uffffA".replace("A", r"\udc41")),
        ("b\udcb6", r"b\xb6"),
        ("⚠\ufe0f 3\ufe0f", "⚠\ufe0f 3" + r"\ufe0f"),
    ],
)
def test_what_prints_nothing_is_written_as_an_escape(text: str, shown: str) -> None:
    assert printable(text) == shown == visible(text)


def test_a_field_stays_on_its_line_and_a_text_keeps_its_lines() -> None:
    assert printable("甲\n\t乙") == r"甲\n\t乙"
    assert visible("甲\n\t乙") == "甲\n\t乙"


@given(ANY)
def test_nothing_shown_is_a_control(text: str) -> None:
    for char in printable(text) + visible(text).replace("\n", "").replace("\t", ""):
        assert unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("::error::x", r"\x3a:error::x"),
        ("甲\n \u3000::add-mask::x", "甲\n \u3000" + r"\x3a:add-mask::x"),
        ("\x1b[31m::x\x1b[0m", "\x1b[31m" + r"\x3a:x" + "\x1b[0m"),
        (":\x1b[31m:x", r"\x3a" + "\x1b[31m:x"),
        ("a ##[error]x ##vso[task]", r"a \x23#[error]x \x23#vso[task]"),
        ("甲::乙", "甲::乙"),
        ("## 标题", "## 标题"),
    ],
)
def test_no_line_is_a_command_to_a_build_server(line: str, shown: str) -> None:
    assert command_free(line) == shown


@given(ANY)
def test_json_keeps_its_values(text: str) -> None:
    for value in (text, f"##[error]{text}##vso[x]"):
        written = escaped_json(json.dumps({"value": value}, ensure_ascii=False))
        assert json.loads(written) == {"value": value}
        assert visible(written) == written
        assert "##[" not in written


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("渡口办法.txt".encode(), "渡口办法.txt"),
        ("渡口办法（2015）.txt".encode("gbk"), "渡口办法（2015）.txt"),
        ("caf\xe9.txt".encode("latin-1"), r"caf\xe9.txt"),
        (b"\xff\xfe.txt", r"\xff\xfe.txt"),
        (b"a\x1b[2J\xb6.txt", r"a\x1b[2J\xb6.txt"),
        ("渡口\u202ecod.txt".encode(), r"渡口\u202ecod.txt"),
    ],
)
def test_names_in_any_encoding_can_be_read(data: bytes, name: str) -> None:
    assert readable_name(data.decode("utf-8", "surrogateescape")) == name


@given(st.binary(max_size=30))
def test_a_readable_name_is_text(data: bytes) -> None:
    name = readable_name(data.decode("utf-8", "surrogateescape"))
    assert name.encode("utf-8").decode("utf-8") == printable(name)


@pytest.mark.parametrize(
    "char",
    "\u00ad\u034f\u061c\u115f\u200b\u200f\u202e\u2066\u3164\ufe0f\ufeff\uffa0\U000e0041\U000e01ef\x1b\x9b\u2800\ufffa",
)
def test_default_ignorables_and_controls_print_nothing(char: str) -> None:
    assert prints_nothing(char)
    assert without_invisible(f"3{char}00元") == "300元"


@pytest.mark.parametrize("char", " \t\n\r\x0b\x0c\x85\u00a0\u2028\u3000a三０́")
def test_blanks_line_ends_and_what_prints_stay(char: str) -> None:
    assert not prints_nothing(char)
    assert without_invisible(f"三{char}") == f"三{char}"


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@A1", "'@A1"), ("\t=1", "'\t=1"), ("\n甲", "'\n甲"),
        (" =1", "' =1"), ("\u200b=1", "'\u200b=1"), ("＝1", "'＝1"), ("300元", "300元"), ("a=b", "a=b"), ("", ""),
    ],
)  # fmt: skip
def test_no_cell_is_a_formula(cell: str, written: str) -> None:
    assert formula_free(cell) == written


def test_a_cr_ends_a_line() -> None:
    assert unix_lines("甲\r乙\r\n丙\n\r丁") == "甲\n乙\n丙\n\n丁"


def test_characters_are_named() -> None:
    assert code_and_name("\u200b") == "U+200B ZERO WIDTH SPACE"
    assert code_and_name("\x1b") == "U+001B CONTROL CHARACTER"
    assert code_and_name("\ue000") == "U+E000 PRIVATE USE"
