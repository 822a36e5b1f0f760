"""The characters at which values are sought: no match may begin anywhere else."""

from __future__ import annotations

import random

import pytest

from yange.compare.text.atoms import find_atoms
from yange.compare.text.vocabulary import Vocabulary
from yange.law import law_named
from yange.law.aspects.values import PatternFinder, Values, matches, number_start

WORDS = {
    "en": (
        "one two Three FOUR eleven ninety hundred thousand five-hundred a an twice the treble half third quarters of"
        " quarter years year old months weeks days working within period than between and or to per cent percent age"
        " OJ L12 p. 5 March 2020 1st May, 12 3 1,500 2004/39/EC No. 7 S.I. 1999/12 c. 4 Pub. L. 117-2 $5 RMB EUR Rs. £"
        " euros million dollars level 3 on the standard scale metres copies persons Article article Articles section"
        " Sections 2(1)(a) paragraph Annex IV recital Point 9A (b) §§ § Secretary of State for Health the Commission"
        " The Harbour Office competent authorities Competent authority Ministry 12 000 3.4.2019 2020-01-05 5% 1:2 3/4"
    ),
    "fr": (
        "un une deux Trois quatre quatre-vingts QUATORZE vingt et cent mille soixante-dix ans an mois jours francs"
        " heures à au Le la La moitié tiers quart de du des double triple Au décuple JOUE L 12 du 1.2.2019, p. 5 1er"
        " premier mars 2020 3/04/2019 n° 2019-12 no 5 (UE) 2015/848 2004/39/CE EUR CHF Fr. fr. 5 € euros millions d'"
        " mètres personnes fois révolus d'âge pour cent p. 100 % article Articles 12 bis art. L. 5 Conseil d'Etat"
        " Commission européenne ministre chargé du budget préfet tribunal administratif cour d'appel procureur général"
        " conseil municipal autorités compétentes maire Autorité nationale 28 pluviôse an VIII 1 500,50 2020-01-05 1:2"
    ),
}
PHRASES = {
    "en": "a simple majority, a majority of the members, "
    "the 90th day, aged five years old, class B fine, Nine years of age, within a week; one third of it, "
    "twice the toll, ten per cent of $1m",
    "fr": "dans le mois de la demande, le troisième jour, "
    "§§ 1er et 2, âgé de deux ans révolus, sous huitaine, Neuf ans d'âge, un tiers, "
    "au double de la taxe, dix pour cent, trois euros",
}


def salads(language: str, count: int) -> list[str]:
    """Return rows of the words of a language in any order, with and without blanks and marks between them."""
    dice, words = random.Random(f"starts {language}"), WORDS[language].split()
    marks = (" ", " ", " ", " ", "", "-", ",", "(", ", ", ".")
    return ["".join(f"{dice.choice(words)}{dice.choice(marks)}" for _ in range(60)) for _ in range(count)]


def finders(language: str) -> list[PatternFinder]:
    values: Values = law_named(language)[0].values
    found = [form.find for form in values.forms if isinstance(form.find, PatternFinder)]
    return [finder for finder in found if finder.start is not None]


@pytest.mark.parametrize("language", WORDS)
def test_every_value_is_found_from_the_characters_it_may_begin_with(language: str) -> None:
    texts, missed = [WORDS[language], PHRASES[language], *salads(language, 60)], []
    for finder in finders(language):
        spans = [[match.span() for match in finder.form.finditer(text)] for text in texts]
        assert any(spans), finder.form.pattern  # else the words of this test say nothing of this form
        missed += [finder.form.pattern for text, own in zip(texts, spans, strict=True) if list(finder(text)) != own]
    assert not missed


def test_a_start_that_leaves_out_a_first_word_loses_values() -> None:
    assert list(matches("(?:one|two) days", number_start(["one"]))("two days, one days")) == [(10, 18)]
    assert list(matches("(?:one|two) days")("two days, one days")) == [(0, 8), (10, 18)]


@pytest.mark.parametrize(
    ("key", "cited"),
    [
        ("under Paragraphs 2 and 3", ["Paragraphs 2", "3"]),
        ("dans les alinéas 4, 5 et 6", ["alinéas 4", "5", "6"]),
        ("nach Absatz 2 oder 3", ["Absatz 2", "3"]),
        ("Nr. 4, ANNEXES 7 and lettre 9", ["Nr. 4", "ANNEXES 7", "lettre 9"]),
    ],
)
def test_clauses_are_cited_in_a_language_that_no_pack_reads(key: str, cited: list[str]) -> None:
    atoms = find_atoms(key, Vocabulary(()))
    assert [key[atom.start : atom.end] for atom in atoms if atom.kind == "citation"] == cited
