"""Texts in traditional characters: their numbers, divisions and articles, and how their script is found."""

from __future__ import annotations

import re
from pathlib import Path

import opencc
import pytest

from yange.law import law_of
from yange.law.han import TRADITIONAL, in_traditional
from yange.law.numbers import numbers_of
from yange.parse import parse, parse_version
from yange.parse.frontmatter import read_version

CODE = """渡口法

第一編　總則
第一章　通則
第一條　本法適用於渡口。
第二章　許可
第一節　申請
第一款　申請之方式
第二條　申請許可，應備具下列文件：
一、申請書。
二、身分證明文件，並應載明下列事項：
（一）姓名。
（二）住所。
前項申請，由縣政府受理。
第二款　審查
第三條　縣政府應於三十日內決定；依第二條第二項之規定補正者，自補正之日起算。
第三條之一　（刪除）
第二節　附則
第四條　本法施行細則，由主管機關定之。
第五條　本法自公布日施行。
中華民國一百十三年四月二日
"""


def shape(text: str, language: str | None = "zh") -> list[tuple[str, str]]:
    return [(clause.kind.value, clause.label) for clause in parse(text, language).walk() if clause.number]


def test_a_code_is_divided_into_its_units() -> None:
    assert shape(CODE) == [
        ("part", "第一編"),
        ("chapter", "第一章"),
        ("article", "第一條"),
        ("chapter", "第二章"),
        ("section", "第一節"),
        ("section", "第一款"),
        ("article", "第二條"),
        ("item", "一、"),
        ("item", "二、"),
        ("subitem", "（一）"),
        ("subitem", "（二）"),
        ("section", "第二款"),
        ("article", "第三條"),
        ("article", "第三條之一"),
        ("section", "第二節"),
        ("article", "第四條"),
        ("article", "第五條"),
    ]


def test_paragraphs_without_numbers_are_the_units_below_an_article() -> None:
    clauses = {clause.path: clause for clause in parse(CODE, "zh").walk()}
    article = "part_1__chp_2__sec_1__sec_1__art_2"
    assert [path for path in clauses if path.startswith(f"{article}__para") and path.count("__") == 5] == [
        f"{article}__para_1",
        f"{article}__para_2",
    ]


def test_the_foot_and_the_placeholder_are_seen() -> None:
    provisions = parse(CODE, "zh")
    assert [clause.label for clause in provisions.walk() if clause.placeholder] == ["第三條之一"]
    assert [clause.label for clause in provisions.walk() if clause.kind == "closing"] == ["尾段一"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("第2-1條　規費", (2, 1)), ("第 2-1 條", (2, 1)), ("第二條之一　規費", (2, 1)), ("第 12 條", (12,)),
        ("第一百零三條", (103,)),
    ],
)  # fmt: skip
def test_an_article_is_read_in_every_way_it_is_printed(words: str, value: tuple[int, ...]) -> None:
    number = numbers_of(law_of("條", "zh-Hant")).one(words)
    assert number is not None
    assert (number.style, number.value) == ("article", value)


@pytest.mark.parametrize(
    "words", ["第三條所定之期間", "第三條但書", "第三條之規定", "第三條第二項", "第三條準用", "第一款規定"]
)
def test_a_reference_is_no_label(words: str) -> None:
    numbers = numbers_of(law_of("條", "zh-Hant"))
    number = numbers.one(words)
    assert number is not None
    assert numbers.refers(words, number)


@pytest.mark.parametrize(
    ("text", "language", "tag"),
    [
        ("第一條　本條例適用於渡口。", "zh", "zh-Hant"),
        ("第一條　本條例適用於渡口。", None, "zh-Hant"),
        ("第一条　本条例适用于渡口。", "zh", "zh-Hans"),
        ("第一条　本条例适用于渡口。", "zh-Hant", "zh-Hant"),
        ("第一条　引用《渡口管理條例》，本条例适用于渡口。", "zh", "zh-Hans"),
        ("第一章", "zh", "zh-Hans"),
        ("Article 1. The berth.", "zh-Hant", "zh-Hant"),
    ],
)
def test_the_characters_show_the_script(text: str, language: str | None, tag: str) -> None:
    assert parse(text, language).language == tag


def test_the_place_decides_where_the_characters_do_not() -> None:
    assert law_of("第一章", "zh", "taiwan")[0].tag == "zh-Hant"
    assert law_of("第一条　规费", "zh", "taiwan")[0].tag == "zh-Hans"


@pytest.mark.parametrize(("place", "tag"), [("taiwan", "zh-Hant"), ("wanghai", "zh-Hans")])
def test_the_place_is_that_of_the_policy(place: str, tag: str) -> None:
    version, _ = read_version("---\ntitle: 甲\n---\n第一章\n", f"policies/{place}/jia/2020-01-01.md", f"{place}/jia")
    assert parse_version(version).language == tag


def test_a_simplified_text_that_has_one_line_in_the_other_script_keeps_its_articles() -> None:
    text = "第一条　甲。\n第二条　规费按照规定缴纳。\n第三條　乙。\n"
    assert [label for _, label in shape(text)] == ["第一条", "第二条"]


def test_the_characters_are_those_of_opencc() -> None:
    to_simplified = opencc.OpenCC("t2s")
    new = to_simplified.convert("\n".join(TRADITIONAL.values())).split("\n")
    assert [pair for pair, char in zip(TRADITIONAL.items(), new, strict=True) if char != pair[0]] == [("着", "著")]


def test_every_character_of_the_simplified_pack_is_written_in_the_other_script() -> None:
    folder = Path(law_of.__code__.co_filename).parent / "zh_hans"
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.py")))
    chars = sorted(set(re.findall("[\u3400-\u9fff]", text)))
    old = opencc.OpenCC("s2tw").convert("\n".join(chars)).split("\n")
    missing = {char for char, other in zip(chars, old, strict=True) if other != char and in_traditional(char) == char}
    assert missing <= set("准布复并干里系台征制着余后面叁于")
