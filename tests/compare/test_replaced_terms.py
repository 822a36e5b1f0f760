"""Terms replaced throughout, in languages that separate words by blanks: names of things, and no articles."""

from __future__ import annotations

import pytest

from yange.compare import compare
from yange.parse import parse

LAWS = {
    "en": ("Article {}", ("The plaintiff pays the fee of the harbour.", "No plaintiff enters the basin at night.",
                          "A boat of the plaintiff is marked in white.", "The lamp is lit at dusk.")),
    "fr": ("Article {}", ("Le tribunal du port fixe le droit de quai.", "Un tribunal peut fermer le bassin de nuit.",
                          "La décision du tribunal est affichée au port.", "La lampe est allumée le soir.")),
    "de": ("§ {}", ("Der Pächter zahlt die Gebühr des Hafens.", "Kein Pächter darf nachts in das Becken einfahren.",
                    "Das Boot der Pächter ist weiß gestrichen.", "Die Lampe brennt am Abend.")),
    "nl": ("Artikel {}", ("De huurder betaalt het recht van de haven.", "Een huurder mag niet in het bekken varen.",
                          "De boot van de huurder is wit geverfd.", "De lamp brandt in de avond.")),
    "es": ("Artículo {}", ("El patrón paga la tasa del puerto.", "Ningún patrón entra de noche en la dársena.",
                           "El barco del patrón se pinta de blanco.", "La lámpara se enciende por la tarde.")),
    "pt": ("Artigo {}", ("O patrão paga a taxa do porto.", "Nenhum patrão entra de noite na doca.",
                         "O barco do patrão é pintado de branco.", "A lâmpada acende ao fim da tarde.")),
    "ko": ("제{}조", ("원고는 항만의 요금을 납부하여야 한다.", "어떤 원고도 밤에 내항으로 들어갈 수 없다.",
                     "원고의 선박은 흰색으로 칠한다.", "등대의 불은 저녁에 켠다.")),
}  # fmt: skip
"""Invented laws of four articles: how an article is numbered, and the words of each."""


def text(language: str, *changes: tuple[str, str]) -> str:
    label, words = LAWS[language]
    whole = "\n\n".join(f"{label.format(at)}\n{sentence}" for at, sentence in enumerate(words, 1))
    for old, new in changes:
        assert old in whole
        whole = whole.replace(old, new)
    return whole + "\n"


def terms(language: str, *changes: tuple[str, str]) -> list[tuple[str, str]]:
    result = compare(parse(text(language)), parse(text(language, *changes)))
    return [(term.old, term.new) for term in result.terms]


@pytest.mark.parametrize(
    ("language", "changes", "found"),
    [
        ("en", (("plaintiff", "claimant"),), [("plaintiff", "claimant")]),
        ("en", (("The plaintiff", "The berth holder"), ("plaintiff", "berth holder")), [("plaintiff", "berth holder")]),
        (
            "fr",
            (
                ("Le tribunal", "La régie"),
                ("Un tribunal", "Une régie"),
                ("du tribunal", "de la régie"),
            ),
            [("tribunal", "régie")],
        ),
        ("de", (("Pächter", "Inhaber"),), [("Pächter", "Inhaber")]),
        ("nl", (("huurder", "houder"),), [("huurder", "houder")]),
        ("es", (("patrón", "titular"),), [("patrón", "titular")]),
        ("pt", (("patrão", "titular"),), [("patrão", "titular")]),
        ("ko", (("원고는", "청구인은"), ("원고", "청구인")), [("원고", "청구인")]),
    ],
)
def test_a_name_replaced_throughout_is_a_term(
    language: str, changes: tuple[tuple[str, str], ...], found: list[tuple[str, str]]
) -> None:
    assert terms(language, *changes) == found


@pytest.mark.parametrize(
    ("language", "changes"),
    [
        ("en", (("the fee of the", "the fee in the"), ("basin at", "basin in"), ("boat of", "boat in"))),
        ("fr", (("du port", "au port"), ("de nuit", "par nuit"), ("du tribunal", "au tribunal"))),
        ("de", (("des Hafens", "im Hafen"), ("in das", "auf das"), ("der Pächter", "von Pächter"))),
        ("nl", (("van de haven", "in de haven"), ("in het", "op het"), ("van de huurder", "in de huurder"))),
        ("es", (("del puerto", "al puerto"), ("de noche", "por noche"), ("del patrón", "al patrón"))),
        ("ko", (("항만의 요금", "항만에서 요금"), ("내항으로", "내항에서"), ("원고의 선박", "원고에게 선박"))),
        ("pt", (("do porto", "ao porto"), ("de noite", "por noite"), ("do patrão", "ao patrão"))),
    ],
)
def test_a_preposition_is_no_term(language: str, changes: tuple[tuple[str, str], ...]) -> None:
    assert terms(language, *changes) == []


@pytest.mark.parametrize(
    ("new", "found"),
    [
        ("holder of one berth lease", [("plaintiff", "holder of one berth lease")]),
        ("holder of one new berth lease", []),
        ("12 claimants", []),
        ("claimant, the heir,", []),
    ],
)
def test_a_term_is_at_most_four_words_in_letters(new: str, found: list[tuple[str, str]]) -> None:
    assert terms("en", ("plaintiff", new)) == found


def test_clauses_that_still_have_the_old_term_are_named() -> None:
    new = text("en", ("plaintiff", "claimant"), ("lit at dusk", "lit by a plaintiff"))
    (term,) = compare(parse(text("en")), parse(new)).terms
    assert (term.old, term.new, term.survives) == ("plaintiff", "claimant", ("Article 4",))


def test_an_inserted_clause_may_have_the_old_term_too() -> None:
    new = text("en", ("plaintiff", "claimant")) + "\nArticle 5\nThe keeper of the basin hears every plaintiff.\n"
    (term,) = compare(parse(text("en")), parse(new)).terms
    assert term.survives == ("Article 5",)


@pytest.mark.parametrize(("more", "found"), [(2, [("plaintiff", "claimant")]), (3, [])])
def test_a_term_that_as_many_clauses_kept_as_replaced_was_not_replaced_throughout(
    more: int, found: list[tuple[str, str]]
) -> None:
    places = ("The keeper hears the plaintiff at noon.", "A plaintiff may use the crane.", "Dogs of a plaintiff bark.")
    kept = "".join(f"\nArticle {at}\n{words}\n" for at, words in enumerate(places[:more], 5))
    old, new = text("en") + kept, text("en", ("plaintiff", "claimant")) + kept
    assert [(term.old, term.new) for term in compare(parse(old), parse(new)).terms] == found


def test_a_longer_word_is_another_word() -> None:
    found = terms("en", ("plaintiff", "claimant"), ("lit at dusk", "lit by plaintiffship"))
    assert found == [("plaintiff", "claimant")]
