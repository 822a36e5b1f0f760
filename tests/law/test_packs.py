"""Which packs read which text."""

from __future__ import annotations

import pytest

from yange.law import law_named, law_of, pack, packs


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
    ],
)
def test_the_packs_of_a_text(text: str, language: str | None, first: str) -> None:
    assert tags(law_of(text, language))[0] == first


def test_every_pack_has_a_tag_of_its_own() -> None:
    assert len(set(tags(packs()))) == len(packs())
    assert pack("xx") is None
