"""What clauses without a printed number are called in the language of a report."""

from __future__ import annotations

import pytest

from yange.compare import Change, Comparison, Operation, compare
from yange.parse import parse
from yange.reports.rows import set_apart, stats
from yange.reports.words import ReportWords

LAW = """Harbour Rules

Whereas the harbours of the Region grow, the Council makes these Rules.

Article 1
These Rules apply to all harbours of the Region.

Article 2
The fees of the harbours are in the lists below.

{}
Fees

1. Ferries pay 60 euros a day.

2. Barges pay 40 euros a day.

{}
The form of the notice has the name of the ship and the date.
"""


def named(language: str, *headings: str) -> list[str]:
    """Return what the unnumbered clauses and annexes of a text are called, each once."""
    result = compare(parse(LAW.format(*headings)), parse(LAW.format(*headings).replace("60", "75")))
    words = ReportWords(language).of_texts(result)
    labels = dict.fromkeys(label for change in result.changes for label in change.new)
    return [words.label(label) for label in labels if not label.startswith("Article")]


@pytest.mark.parametrize(
    ("language", "headings", "found"),
    [
        ("en", ("ANNEX I", "ANNEX II"), ["Title", "Preamble", "Annex I", "Annex I, 1.", "Annex I, 2.", "Annex II"]),
        (
            "en",
            ("SCHEDULE 1", "SCHEDULE 2"),
            ["Title", "Preamble", "Schedule 1", "Schedule 1, 1.", "Schedule 1, 2.", "Schedule 2"],
        ),
        ("fr", ("ANNEX 1", "ANNEX 2"), ["Titre", "Préambule", "Annexe 1", "Annexe 1, 1.", "Annexe 1, 2.", "Annexe 2"]),
        ("de", ("ANNEX I", "ANNEX II"), ["Überschrift", "Eingangsformel", "Anhang I", "Anhang I, 1.", "Anhang I, 2.",
                                         "Anhang II"]),
        ("zh", ("ANNEX 1", "ANNEX 2"), ["标题", "序言", "附件一", "附件一 1.", "附件一 2.", "附件二"]),
    ],
)  # fmt: skip
def test_each_language_has_its_own_words(language: str, headings: tuple[str, str], found: list[str]) -> None:
    assert named(language, *headings) == found


def test_the_printed_number_of_an_annex_stays_in_another_language() -> None:
    old = "Règlement des ports\n\nArticle premier\nLes ports sont ouverts.\n\nANNEXE III\nBacs et chalands du port.\n"
    result = compare(parse(old), parse(old.replace("chalands", "barques")))
    for language, name in (("en", "Annex III"), ("fr", "Annexe III"), ("ko", "부속서 III"), ("zh", "附件三")):
        assert ReportWords(language).of_texts(result).label("附件三") == name


@pytest.mark.parametrize(
    ("label", "name"),
    [("尾段二", "Closing paragraph 2"), ("附件一之二", "Annex 1-2"), ("附件B", "Annex B"), ("第三条", "第三条")],
)
def test_labels_without_a_heading_take_the_word_of_the_language(label: str, name: str) -> None:
    assert ReportWords("en").label(label) == name


def changed(path: str) -> Change:
    return Change(Operation.AMENDED, ("x",), ("x",), (path,), (path,))


def test_cover_notices_and_captions_are_in_no_count() -> None:
    comparison = Comparison((changed("cover"), changed("cover__para_2"), changed("caption"), changed("art_1")))
    assert stats(comparison) == ((Operation.AMENDED, 1),)
    assert set_apart(comparison) == 3
