"""How each pack writes values, and that a language is added to comparison by a pack alone."""

from __future__ import annotations

import re
from typing import cast

import pytest

from yange.compare.match.boilerplate import StandingClause, is_catch_all, is_formula, standing, without_formulas
from yange.compare.text.atoms import AtomKind, find_atoms
from yange.compare.text.dictionary import words
from yange.compare.text.keys import make_key
from yange.compare.text.numerals import plain_figure
from yange.compare.text.style import same_but_style
from yange.compare.text.tokens import cut
from yange.compare.text.vocabulary import Vocabulary, law_of_both, vocabulary_of
from yange.law import Law, law_named
from yange.law.aspects.boilerplate import Boilerplate
from yange.law.aspects.style import Style
from yange.law.aspects.values import Form, Rank, Values, matches
from yange.law.aspects.words import LanguageWords
from yange.parse import parse


def atoms(text: str, law: Law) -> list[tuple[str, str]]:
    key = make_key(text).text
    return [(key[atom.start : atom.end], atom.kind.value) for atom in find_atoms(key, Vocabulary(law))]


BOTH = [
    ("罚款五万元", [("五万元", "amount")]),
    ("三十日内", [("三十日", "deadline")]),
    ("within thirty days", [("thirty days", "deadline")]),
    ("5 million euros", [("5 million euros", "amount")]),
    ("Articles 2, 3 and 4", [("Articles 2", "citation"), ("3", "citation"), ("4", "citation")]),
    ("不超过5%", [("5%", "percentage")]),
    ("自2020年3月1日起", [("2020年3月1日", "date")]),
    ("2020-03-01", [("2020-03-01", "date")]),
    ("1:1", [("1:1", "ratio")]),
    ("《甲（二）乙》", [("《甲(二)乙》", "title")]),
    ("：（二）乙", [("(二)", "label")]),
]


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
@pytest.mark.parametrize(("text", "expected"), BOTH, ids=[text for text, _ in BOTH])
def test_chinese_and_english_values_are_read_in_texts_of_either(
    text: str, expected: list[tuple[str, str]], language: str
) -> None:
    assert [one for one in atoms(text, law_named(language)) if one[1] != "word"] == expected


def test_the_law_of_two_texts_is_that_of_both() -> None:
    law = law_of_both(parse("Article 1. The berth."), parse("第一条　泊位。"))
    assert law[0].tag == "en"
    assert len(set(law)) == len(law)


class French:
    """What a pack of a language that Yange does not read says to comparison; of the other aspects it has none."""

    tag = "fr"
    values = Values(
        forms=(
            Form(Rank.SPELLED, AtomKind.DEADLINE, matches(r"\b(?:\d+|trente|dix) (?:jours?|mois|ans?)\b")),
            Form(Rank.SPELLED, AtomKind.CITED, matches(r"\bl'article L\. ?\d+-\d+(?:, ?alinéa \d+)?")),
        ),
        present=re.compile("[a-z]"),
        plain=lambda key: key.replace("trente", "30").replace("dix", "10"),
        cites=("article",),
    )
    style = Style(exchanged=(("lorsque", "quand"),), joining=frozenset({"et"}))
    boilerplate = Boilerplate(
        standing=((StandingClause.COMMENCEMENT, re.compile("entre en vigueur le")),),
        liability=("^Sans préjudice des poursuites pénales.$",),
        phrases=("est puni d'une amende",),
    )
    words = LanguageWords(definitions=(re.compile(r'ci-après "([^"]+)"'),))


FRENCH = cast(Law, (French(),))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dans les trente jours", [("trente jours", "deadline")]),
        ("à l'article L. 121-1, alinéa 2", [("l'article L.121-1,alinéa 2", "citation")]),
        ("5% ou 1:2", [("5%", "percentage"), ("1:2", "ratio")]),
        ("1,000.50", [("1,000.50", "number")]),
        ("五万元", []),
    ],
)
def test_a_pack_alone_teaches_comparison_its_values(text: str, expected: list[tuple[str, str]]) -> None:
    assert atoms(text, FRENCH) == expected


def test_words_of_a_language_without_dictionary_end_at_blanks() -> None:
    assert words("le port, 五万", FRENCH) == ["le", " ", "port", ",", " ", "五", "万"]
    key = make_key("dans les dix jours.").text
    assert [token.text for token in cut(key, Vocabulary(FRENCH))] == ["dans", "les", "dix jours", "."]


def test_a_pack_alone_teaches_comparison_its_numerals_and_style() -> None:
    assert plain_figure("trente jours", FRENCH) == plain_figure("30 jours", FRENCH) == "30 jours"
    assert plain_figure("1,000.50", FRENCH) == plain_figure("1000.5", FRENCH)
    assert same_but_style("lorsque le port", "quand le port", FRENCH)
    assert same_but_style("、", "et", FRENCH)
    assert not same_but_style("应当", "应", FRENCH)


def test_a_pack_alone_teaches_comparison_its_boilerplate() -> None:
    assert standing("La présente loi entre en vigueur le 1er mars.", FRENCH) == {StandingClause.COMMENCEMENT}
    assert is_catch_all("Sans préjudice des poursuites pénales.", FRENCH)
    assert is_formula("est puni d'une amende", FRENCH)
    assert without_formulas("Le pilote est puni d'une amende", FRENCH) == "Le pilote "
    assert not is_catch_all("构成犯罪的,依法追究刑事责任。", FRENCH)
    assert vocabulary_of(FRENCH, 'le Fonds (ci-après "le Fonds pilote")').terms == ("le Fonds pilote",)
