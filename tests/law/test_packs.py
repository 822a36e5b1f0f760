"""Which packs read which text."""

from __future__ import annotations

import pytest

from yange.law import law_named, law_of, pack, packs
from yange.law.shares import share_of_language, speaks


def tags(law: tuple[object, ...]) -> list[str]:
    return [grammar.tag for grammar in law]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("zh", ["zh-Hans", "zh-Hant", "en"]),
        ("zh-Hant", ["zh-Hant", "zh-Hans", "en"]),
        ("zh-Hans", ["zh-Hans", "en"]),
        ("en", ["en", "zh-Hans"]),
        ("xx", []),
        ("z", []),
    ],
)
def test_the_packs_of_a_language(language: str, expected: list[str]) -> None:
    assert tags(law_named(language)) == expected


@pytest.mark.parametrize(
    ("text", "language", "first"),
    [
        ("第一条　甲。", None, "zh-Hans"),
        ("Article 1. The berth.", None, "en"),
        ("Article 1. The berth.", "zh", "zh-Hans"),
        ("第一条　甲。", "xx", "zh-Hans"),
        ("", None, "zh-Hans"),
        ('In article 3, for "X" substitute "Y"', None, "en"),
    ],
)
def test_the_packs_of_a_text(text: str, language: str | None, first: str) -> None:
    assert tags(law_of(text, language))[0] == first


def test_every_pack_has_a_tag_of_its_own() -> None:
    assert len(set(tags(packs()))) == len(packs())
    assert pack("xx") is None


GERMAN = frozenset({"der", "die", "das", "und", "nicht"})


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Die Fähre und das Boot gehören der Stadt.", 4 / 8),
        ("The ferry of the town and the boat.", 0.0),
        ("Die " + "Fähre " * 24, 1 / 25),
        ("Die " + "Fähre " * 25, 0.0),
        ("", 0.0),
    ],
)
def test_function_words_show_a_language(text: str, spoken: float) -> None:
    assert speaks(text, GERMAN) == spoken


def test_a_language_has_no_share_in_a_text_without_its_words() -> None:
    assert share_of_language("The ferry of the town.", GERMAN) == 0
    assert (
        0.5
        < share_of_language("Die " + "Fähre " * 24, GERMAN)
        < share_of_language("Die Fähre und das Boot.", GERMAN)
        <= 1
    )
    assert share_of_language("第一条 渡口由市管理。Die Fähre.", GERMAN) < 0.5


def test_english_names_do_not_make_a_text_english() -> None:
    english, german = "The ferry of the town.", "Die Fähre gehört der Stadt. " * 20 + "The Ferry Company of Wanghai"
    found = pack("en")
    assert found is not None
    assert found.share(english) == 1
    assert found.share(german) == 0.5
