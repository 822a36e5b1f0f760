"""Clause numbers: read in every form drafters use, ordered, and printed exactly as written."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yange.law import law_named
from yange.law.common import LATIN_BRACKET, ROMAN_BRACKET
from yange.law.numbers import numbers_of, read_number
from yange.law.zh_hans.numerals import chinese_numeral, read_chinese_numeral
from yange.numbering import BLANKS, ClauseNumber

NUMBERS = numbers_of(law_named("zh-Hans"))

READ = [
    # what stands there, style, value, what is printed again
    ("第一百一十条　甲", "article", (110,), "第一百一十条"),
    ("第百一十条", "article", (110,), "第百一十条"),
    ("第一百零五条", "article", (105,), "第一百零五条"),
    ("第一百〇五条", "article", (105,), "第一百〇五条"),
    ("第一○五条", "article", (105,), "第一○五条"),
    ("第一千二百六十条", "article", (1260,), "第一千二百六十条"),
    ("第十二条之一　甲", "article", (12, 1), "第十二条之一"),
    ("第十二条之二十一", "article", (12, 21), "第十二条之二十一"),
    ("第十二条之前", "article", (12,), "第十二条"),
    ("第 十 二 条　甲", "article", (12,), "第 十 二 条"),
    ("第 十 二 条 之 一 甲", "article", (12, 1), "第 十 二 条 之 一"),
    ("第12条", "article", (12,), "第12条"),
    ("第１２条", "article", (12,), "第１２条"),
    ("第三章 总则", "chapter", (3,), "第三章"),
    ("第二节", "section", (2,), "第二节"),
    ("第一编", "part", (1,), "第一编"),
    ("第二分编", "subpart", (2,), "第二分编"),
    ("（十）甲", "han-bracket", (10,), "（十）"),
    ("(十)甲", "han-bracket", (10,), "(十)"),
    ("（ 十 ）甲", "han-bracket", (10,), "（ 十 ）"),
    ("（三）、甲", "han-bracket", (3,), "（三）、"),
    ("㈢甲", "han-bracket", (3,), "㈢"),
    ("1．甲", "arabic-stop", (1,), "1．"),
    ("1.甲", "arabic-stop", (1,), "1."),
    ("１．甲", "arabic-stop", (1,), "１．"),
    ("12、甲", "arabic-stop", (12,), "12、"),
    ("⒈甲", "arabic-stop", (1,), "⒈"),
    ("一、甲", "han-comma", (1,), "一、"),
    ("四十五、甲", "han-comma", (45,), "四十五、"),
    ("（1）甲", "arabic-bracket", (1,), "（1）"),
    ("1)甲", "arabic-bracket", (1,), "1)"),
    ("⑵甲", "arabic-bracket", (2,), "⑵"),
    ("③甲", "circled", (3,), "③"),
    ("(a) a", "latin-bracket", (1,), "(a)"),
    ("(ii) a", "roman-bracket", (2,), "(ii)"),
    ("(xiv) a", "roman-bracket", (14,), "(xiv)"),
    ("Article 5 a", "en-article", (5,), "Article 5"),
    ("Article 5. A", "en-article", (5,), "Article 5."),
    ("Article 12A", "en-article", (12, 1), "Article 12A"),
    ("ARTICLE IV", "en-article", (4,), "ARTICLE IV"),
    ("Chapter II — A", "en-chapter", (2,), "Chapter II"),
    ("Section 3", "en-section", (3,), "Section 3"),
    ("Part IX", "en-part", (9,), "Part IX"),
    ("Article 7a", "en-article", (7, 1), "Article 7a"),
    ("Article 2 bis", "en-article", (2, 1), "Article 2 bis"),
    ("Article 2quater", "en-article", (2, 3), "Article 2quater"),
    ("Art. 5 Fees", "en-article", (5,), "Art. 5"),
    ("Section 12AA. Waiver", "en-section", (12, 1, 1), "Section 12AA."),
    ("Section 3-A", "en-section", (3, 1), "Section 3-A"),
    ("SEC. 3. WAIVER", "en-section", (3,), "SEC. 3."),
    ("Rule 3.12 Fees", "en-rule", (3, 12), "Rule 3.12"),
    ("Regulation 3A Fees", "en-regulation", (3, 1), "Regulation 3A"),
    ("§ 102a. Waiver", "sign", (102, 1), "§ 102a."),
    ("12B. Appeals", "arabic-stop", (12, 2), "12B."),
    ("(A) a", "capital-bracket", (1,), "(A)"),
    ("(2A) a", "arabic-bracket", (2, 1), "(2A)"),
    ("b) a", "latin-bracket", (2,), "b)"),
    ("(ab) a", "latin-bracket", (1, 2), "(ab)"),
]


@pytest.mark.parametrize(("text", "style", "value", "printed"), READ)
def test_a_number_is_read_and_printed_unchanged(text: str, style: str, value: tuple[int, ...], printed: str) -> None:
    number = read_number(text)
    assert number is not None
    assert (number.style, number.value, str(number)) == (style, value, printed)


@pytest.mark.parametrize(
    "text",
    [
        "", "条", "第三百四条", "第〇十〇条", "第三百二百条", "第〇十条",
         "第条", "第甲条", "第一百百条", "第〇条", "2020.5", "1.5倍", "2020年", "1234、", "一", "十", "(1.5)",
        "Article", "Article IIII", "Articles 5", "(iiii)", "(aaa)", "（甲）", "第一", "0、",
        "第" + "一" * 40 + "条", "第" + "9" * 40 + "条", "Article " + "9" * 40,
        "Article 5th", "Article L. 121-1", "Article 2¹", "Section 3-5", "Regulation 2016/679", "§ 2¹.",
        "2.1.1 a", "2 a", "12A a",
    ],
)  # fmt: skip
def test_there_is_no_number(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("2.1.1 Heat", [(2, 1, 1)]), ("2 Heat", [(2,)]), ("2A Heat", [(2, 1)]), ("2.1. Heat", [(2, 1)]),
        ("２　前項", [(2,)]),
        ("12AA Heat", [(12, 1, 1), (12, 27)]), ("12ZA Heat", [(12, 26, 1), (12, 0, 1), (12, 677)]),
        ("2.1.1的", []), ("1.5倍", []), ("2015 Heat", []), ("2, 3", []),
    ],
)  # fmt: skip
def test_a_number_set_off_by_a_blank(text: str, values: list[tuple[int, ...]]) -> None:
    assert [number.value for number in NUMBERS.plain(text)] == values


@pytest.mark.parametrize(
    ("text", "first", "last", "printed"),
    [
        ("第十条至第四十五条　（删去）", (10,), (45,), "第十条至第四十五条"),
        ("第十至四十五条　（删去）", (10,), (45,), "第十至四十五条"),
        ("第二条、第三条和第四条　（删去）", (2,), (4,), "第二条、第三条和第四条"),
        ("第三章至第五章　（删去）", (3,), (5,), "第三章至第五章"),
        ("（三）至（五）　（删去）", (3,), (5,), "（三）至（五）"),
        ("Articles 2 and 3. [Repealed]", (2,), (3,), "Articles 2 and 3."),
        ("Sections 3A–3C (Repealed)", (3, 1), (3, 3), "Sections 3A–3C"),
        ("12. to 15. [Repealed]", (12,), (15,), "12. to 15."),
        ("2–5A Repealed", (2,), (5, 1), "2–5A"),
    ],
)
def test_a_label_may_name_several_clauses(
    text: str, first: tuple[int, ...], last: tuple[int, ...], printed: str
) -> None:
    number = NUMBERS.several(text)
    assert number is not None
    assert (number.value, number.until, number.raw) == (first, last, printed)
    assert number.names(first)
    assert number.names(last)
    assert not number.names((last[0] + 1,))


@pytest.mark.parametrize(
    "text", ["第十条", "第二条、第五条", "第四十五条至第十条", "第三条至第五章", "Articles 2 and 5"]
)
def test_no_row_of_clauses_is_named(text: str) -> None:
    assert NUMBERS.several(text) is None


def test_a_letter_may_be_roman() -> None:
    assert [(n.style, n.value) for n in NUMBERS.all("(i)")] == [
        (LATIN_BRACKET, (9,)),
        (ROMAN_BRACKET, (1,)),
    ]


def test_a_number_is_read_at_its_offset() -> None:
    assert read_number("依照第三条", 2) == read_number("第三条")
    assert read_number("依照第三条") is None


@pytest.mark.parametrize(
    ("raw", "bare", "dashed"),
    [("一、", "一", "1"), ("3．", "3", "3"), ("（三）、", "（三）", "3"), ("第十二条之一", "第十二条之一", "12-1")],
)
def test_bare_and_dashed(raw: str, bare: str, dashed: str) -> None:
    number = read_number(raw)
    assert number is not None
    assert (number.bare, number.dashed) == (bare, dashed)


def article(text: str) -> ClauseNumber:
    number = read_number(text)
    assert number is not None
    return number


def test_order_is_that_of_the_law() -> None:
    right = ["第二条", "第九条", "第十条", "第十二条", "第十二条之一", "第十二条之二", "第十三条", "第一百条"]
    numbers = [article(text) for text in right]
    assert sorted(numbers, key=lambda number: (number, number.raw)) == numbers
    assert all(a < b for a, b in pairwise(numbers))


@pytest.mark.parametrize(
    ("before", "after", "follows"),
    [
        ("第十二条", "第十三条", True),
        ("第十二条", "第十二条之一", True),
        ("第十二条之一", "第十二条之二", True),
        ("第十二条之一", "第十三条", True),
        ("第十二条", "第十二条之二", False),
        ("第十二条", "第十二条", False),
        ("第十二条", "第十四条", False),
        ("第十三条", "第十二条", False),
        ("第十二条之一", "第十三条之一", False),
    ],
)
def test_what_follows_what(before: str, after: str, follows: bool) -> None:
    assert article(after).follows(article(before)) is follows


def test_only_a_first_number_follows_none() -> None:
    assert article("第一条").follows(None)
    assert not article("第二条").follows(None)


def test_numbers_are_equal_whatever_they_are_written_with() -> None:
    assert article("第12条") == article("第十二条") == article("第 十 二 条")
    assert len({article("第12条"), article("第十二条")}) == 1
    assert article("第十二条") != article("第十二章")


@given(st.integers(1, 9999))
def test_numerals_round_trip(value: int) -> None:
    written = chinese_numeral(value)
    assert read_chinese_numeral(written) == value
    assert read_chinese_numeral(str(value)) == value
    assert read_chinese_numeral(" ".join(written)) == value


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (101, "一百零一"),
        (110, "一百一十"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (1100, "一千一百"),
        (9099, "九千零九十九"),
    ],
)
def test_numerals_are_written_as_drafters_do(value: int, written: str) -> None:
    assert chinese_numeral(value) == written


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("百一十", 110),
        ("一百零五", 105),
        ("两百", 200),
        ("千零五", 1005),
        ("二〇二三", 2023),
        ("零", 0),
        ("三百四", None),
        ("十百", None),
        ("一百五零", None),
        ("", None),
    ],
)
def test_numerals_are_read_as_drafters_write_them(written: str, value: int | None) -> None:
    assert read_chinese_numeral(written) == value


@given(st.integers(1, 999), st.integers(0, 20), st.sampled_from("条章节编"), st.text(max_size=6))
def test_made_numbers_print_again(value: int, of: int, unit: str, rest: str) -> None:
    raw = f"第{chinese_numeral(value)}{unit}" + (f"之{chinese_numeral(of)}" if of else "")
    number = read_number(raw + "　" + rest)
    assert number is not None
    assert (str(number), number.value) == (raw, (value, of) if of else (value,))


@given(st.text(alphabet="〇○零一二两三四五六七八九十百千0123456789０９", max_size=30))
def test_no_run_of_numerals_is_too_much(text: str) -> None:
    value = read_chinese_numeral(text)
    assert value is None or value >= 0
    for form in (f"第{text}条", f"{text}、", f"（{text}）", f"{text}.", text):
        for number in NUMBERS.all(form):
            assert form.startswith(number.raw)


@given(st.text(max_size=30), st.integers(0, 30))
def test_what_is_printed_is_what_stood_there(text: str, at: int) -> None:
    for number in NUMBERS.all(text, at):
        assert text.startswith(number.raw, at)
        assert all(value > 0 for value in number.value)


def test_blanks_are_blank() -> None:
    assert all(char.isspace() or char in "\u200b\ufeff" for char in BLANKS.replace("-", ""))


@pytest.mark.parametrize(
    ("before", "after", "follows"),
    [
        ("Section 12A", "Section 12AA", True), ("Section 12AA", "Section 12B", True),
        ("Section 12AA", "Section 13", True),
        ("Section 12", "Section 12B", False), ("Section 12A", "Section 12AB", False),
    ],
)  # fmt: skip
def test_what_follows_an_inserted_section(before: str, after: str, follows: bool) -> None:
    assert article(after).follows(article(before)) is follows


def test_what_follows_a_label_of_several_clauses() -> None:
    assert article("第四十六条").follows(NUMBERS.several("第十条至第四十五条"))
    assert not article("第十一条").follows(NUMBERS.several("第十条至第四十五条"))
    assert str(NUMBERS.several("第十条至第四十五条")) == "第十条至第四十五条"
