"""Folding and cutting: what a searcher takes for the same is the same, and every character keeps its place."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yange.chinese_scripts import simplified
from yange.publish.search.folding import BREAK, fold, grams, signs, units
from yange.publish.search.shards import DIGITS, encode, shard_of, shards


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("深府規〔2020〕3號", "深府规〔2020〕3号"),
        ("ＡＩ　５Ｇ", "ai 5g"),
        ("技術改造補貼", "技术改造补贴"),
        ("（一）", "(一)"),
        ("㎡", "㎡"),
        ("Straße", "straße"),
        ("①", "1"),
        ("乾隆", "干隆"),
    ],
)
def test_widths_case_and_traditional_characters_are_set_aside(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=60))
def test_a_folded_text_is_as_long_and_stays_as_it_is_when_folded_again(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


def test_the_table_for_the_browser_holds_single_characters_of_the_basic_plane() -> None:
    table = simplified()
    assert len(table) > 3000
    assert table["規"] == "规"
    assert all(len(a) == len(b) == 1 and ord(a) <= 0xFFFF and ord(b) <= 0xFFFF for a, b in table.items())
    assert not any(new in table for new in table.values())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("深府规〔2020〕3号", ["深", "府", "规", "2020", "3", "号"]),
        ("深府规2020 3号", ["深", "府", "规", "2020", "3", "号"]),
        ("补贴。100万元", ["补", "贴", BREAK, "100", "万", "元"]),
        ("《办法》、5g", ["办", "法", "5g"]),
        ("", []),
    ],
)
def test_units_are_han_characters_words_and_ends_of_sentences(text: str, found: list[str]) -> None:
    assert units(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("技术改造", {"技术", "术改", "改造"}),
        ("补贴。税", {"补贴"}),
        ("5g网", {"5g"}),
        ("第3号", {"3"}),
        ("企业，发展", {"企业", "业发", "发展"}),
        ("", set()),
    ],
)
def test_a_text_is_found_by_pairs_of_characters_and_by_words(text: str, found: set[str]) -> None:
    assert sorted(grams(text)) == sorted(found)


@given(st.text("深府规、 （）。；;!?\n5gé々〇一\U00020000【㎡", max_size=40))
def test_grams_are_pairs_of_neighbours_among_the_units(text: str) -> None:
    found = set()
    for unit, after in pairwise([*units(text), BREAK]):
        if unit != BREAK:
            found |= {unit} if unit < "々" else {unit + after} if after >= "々" else set()
    assert sorted(grams(text)) == sorted(found)
    assert sorted(signs(text)) == sorted({unit for unit in units(text) if unit >= "々"})


def test_single_characters_have_lists_of_their_own() -> None:
    assert signs("补贴，税。5g网，税") == list("补贴税网")


def decode(text: str) -> list[int]:
    numbers, last, rest, shift = [], -1, 0, 0
    for character in text:
        value = DIGITS.index(character)
        rest |= (value & 31) << shift
        shift += 5
        if not value & 32:
            last += rest + 1
            numbers.append(last)
            rest = shift = 0
    return numbers


@given(st.sets(st.integers(0, 3_000_000), max_size=40))
def test_a_posting_list_reads_back(numbers: set[int]) -> None:
    assert decode(encode(sorted(numbers))) == sorted(numbers)


def test_neighbours_take_one_character() -> None:
    assert len(encode(range(1000))) == 1000


def test_every_list_stands_in_the_shard_of_its_key() -> None:
    lists = {f"{chr(0x4E00 + n)}{chr(0x5000 + n)}": range(0, 4000, 2) for n in range(60)} | {
        "t:税务": [1],
        "place:深圳": [2],
    }
    count, parts = shards(lists)
    assert count > 1
    assert count & (count - 1) == 0
    found = {}
    for number, part in parts:
        for key, text in part.items():
            assert shard_of(key.partition(":")[2] or key, count) == number
            found[key] = decode(text)
    assert found == {key: list(numbers) for key, numbers in lists.items()}
