"""Numbers of cited clauses are no values, in languages with a pack and without one."""

from __future__ import annotations

import pytest

from yange.compare import Change, Edge, Edit, Grade, Operation, compare
from yange.compare.findings.changed_values import changed_values
from yange.compare.result import Band
from yange.compare.text.vocabulary import Vocabulary
from yange.law import law_named
from yange.parse import parse

CITED = (
    ("Articles 8, 9 and 10 apply to ferries.", "Articles 11, 12 and 13 apply to ferries."),
    ("Les articles 8, 9 et 10 sont applicables aux bacs.", "Les articles 11, 12 et 13 sont applicables aux bacs."),
    ("The fee in point 5 of Article 2(1) is due.", "The fee in point 4 of Article 3(2) is due."),
    ("Le droit visé au paragraphe 5 est dû.", "Le droit visé au paragraphe 6 est dû."),
    ("Tolls follow Article 5.\n2. The clerk counts them.", "Tolls follow Article 7.\n3. The clerk counts them."),
)
VALUES = (
    (
        "Ferries carry 8 goats and Article 3 applies.",
        "Ferries carry 9 goats and Article 4 applies.",
        "8",
        "9",
        "number",
    ),
    (
        "Les bacs portent 8 chèvres selon l'article 3.",
        "Les bacs portent 9 chèvres selon l'article 4.",
        "8",
        "9",
        "number",
    ),
    ("Directive 1901/39/EC holds.", "Directive 1914/65/EU holds.", "1901/39/EC", "1914/65/EU", "document-number"),
    ("Regulation (EC) No 48/1901 holds.", "Regulation (EC) No 13/1907 holds.", "48/1901", "13/1907", "document-number"),
)


def values(old: str, new: str) -> list[tuple[str, str, str]]:
    texts = (parse(f"Article 1\n\n{text}\n\nArticle 2\n\nThe ferry has a bell.\n") for text in (old, new))
    return [(value.old, value.new, value.kind) for value in compare(*texts).values]


@pytest.mark.parametrize(("old", "new"), CITED)
def test_a_cited_number_is_no_value(old: str, new: str) -> None:
    assert values(old, new) == []


@pytest.mark.parametrize(("old", "new", "was", "now", "kind"), VALUES)
def test_a_number_that_is_not_cited_is_a_value(old: str, new: str, was: str, now: str, kind: str) -> None:
    assert values(old, new) == [(was, now, kind)]


def test_a_raised_number_is_that_of_a_note_or_a_paragraph() -> None:
    old = "The ferry has 8 oars <sup>3</sup> and a sail."
    assert values(old, old.replace("3", "4")) == []
    assert values(old, old.replace("8", "9")) == [("8", "9", "number")]


def test_the_label_of_an_item_behind_words_that_are_now_elsewhere_is_no_value() -> None:
    label = Grade.CONSEQUENTIAL
    edits = (
        Edit("equal", "1. The ferryman rows.\n"),
        Edit("delete", "5. ", label),
        Edit("delete", "The lamp warden sleeps.\n", Grade.RELOCATED, "Article 2"),
        Edit("delete", "6.", label),
        Edit("insert", "3.", label),
        Edit("equal", " A boat may carry "),
        Edit("delete", "8", Grade.SUBSTANTIVE),
        Edit("insert", "9", Grade.SUBSTANTIVE),
        Edit("equal", " goats."),
    )
    edge = Edge("Article 1", "Article 1", "art_1", "art_1", 0.8, Band.SURE, edits)
    change = Change(
        Operation.AMENDED,
        ("Article 1",),
        ("Article 1",),
        ("art_1",),
        ("art_1",),
        (edge,),
        old_texts=("",),
        new_texts=("",),
    )
    rows, _ = changed_values([change], Vocabulary(law_named("en")))
    assert [(row.old, row.new) for row in rows] == [("8", "9")]
