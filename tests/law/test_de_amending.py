"""Amending sentences in German, and what they make of a text, as a lawyer would consolidate it by hand."""

from __future__ import annotations

import pytest

from yange.amending import amend, read_instructions

TEXT = """# Fährenordnung

§ 1 Zweck

(1) Die Fähre gehört der Stadt. Sie fährt täglich. Am 1. Januar ruht sie.

(2) Fahrgäste zahlen

1. zwei Euro an Werktagen,

2. drei Euro an Sonntagen,

3. nichts, wenn sie

a) jünger als 6 Jahre sind oder

b) das Boot der Stadt rudern.

(3) Das Amt kann Ausnahmen zulassen.

§ 2 Gebühr

Die Gebühr beträgt 5 Euro. Sie ist sofort fällig.

§ 3 Aufsicht

(1) Das Amt führt die Aufsicht. Das Amt berichtet.

(2) Es gilt § 2.

§ 4 Inkrafttreten

Diese Verordnung tritt am 1. Januar 2020 in Kraft.
"""
FEE = "Die Gebühr beträgt 5 Euro. Sie ist sofort fällig."
SUPERVISION = "(1) Das Amt führt die Aufsicht. Das Amt berichtet.\n"


def flat(text: str) -> str:
    """Return a text with a line for each paragraph."""
    return "\n".join(line.replace("\\.", ".") for line in text.split("\n") if line.strip())


def made(instructions: str) -> str:
    """Return the amended text, or the codes and lines of what is refused."""
    found, problems = read_instructions(instructions, "x.txt")
    if not problems:
        result = amend(TEXT, found, "x.txt", "de")
        if result.body is not None:
            return flat(result.body)
        problems = result.problems
    return " ".join(f"{problem.code}:{problem.line}" for problem in problems)


@pytest.mark.parametrize(
    ("sentence", "was", "now"),
    [
        ("In § 2 wird die Angabe „5 Euro“ durch die Angabe „7 Euro“ ersetzt.", "5 Euro", "7 Euro"),
        ("In § 2 Satz 1 wird die Angabe „5“ durch die Angabe „7“ ersetzt.", "5 Euro", "7 Euro"),
        ("In § 2 Satz 1 wird das Wort «Gebühr» durch das Wort «Taxe» ersetzt.", "Die Gebühr", "Die Taxe"),
        ("In § 2 Satz 1 wird das Wort \"Gebühr\" durch das Wort \"Taxe\" ersetzt.", "Die Gebühr", "Die Taxe"),
        ("In Paragraph 2 wird das Wort „sofort“ gestrichen.", "ist sofort fällig", "ist fällig"),
        ("In § 2 entfällt das Wort „sofort“.", "ist sofort fällig", "ist fällig"),
        (("In § 2 wird die Angabe „5 Euro“ durch die Angabe „7 Euro“ und das Wort „sofort“ durch das Wort „später“"
         " ersetzt."), FEE, "Die Gebühr beträgt 7 Euro. Sie ist später fällig."),
        ("In § 2 werden die Angabe „5 Euro“ durch die Angabe „7 Euro“ ersetzt und das Wort „sofort“ gestrichen.",
         FEE, "Die Gebühr beträgt 7 Euro. Sie ist fällig."),
        (("In § 2 werden nach der Angabe „5 Euro“ die Wörter „je Fahrt“ eingefügt und wird das Wort „sofort“ durch"
         " „später“ ersetzt."), FEE, "Die Gebühr beträgt 5 Euro je Fahrt. Sie ist später fällig."),
        ("In § 1 Absatz 1 Satz 2 wird nach dem Wort „fährt“ ein Komma und die Wörter „wenn es geht,“ eingefügt.",
         "fährt täglich", "fährt, wenn es geht, täglich"),
        ("In § 1 Absatz 2 Nummer 3 Buchstabe b wird das Wort „Boot“ durch das Wort „Schiff“ ersetzt.", "Boot",
         "Schiff"),
        ("In § 1 Abs. 2 Z 1 wird die Zahl „zwei“ durch die Zahl „vier“ ersetzt.", "zwei Euro", "vier Euro"),
        ("In § 3 Abs. 2 wird das Zitat „§ 2“ durch das Zitat „§ 2 Abs. 1“ ersetzt.", "gilt § 2.", "gilt § 2 Abs. 1."),
        ("In § 3 Absatz 1 Satz 2 wird das Wort „Amt“ durch das Wort „Rathaus“ ersetzt.", "Das Amt berichtet",
         "Das Rathaus berichtet"),
        ("In der gesamten Verordnung wird jeweils das Wort „Amt“ durch das Wort „Rathaus“ ersetzt.", "Das Amt",
         "Das Rathaus"),
        ("In § 1 Absatz 2 wird im Satzteil vor Nummer 1 das Wort „zahlen“ durch „entrichten“ ersetzt.",
         "Fahrgäste zahlen", "Fahrgäste entrichten"),
        ("In § 1 Absatz 2 Nummer 3 Buchstabe b wird der Punkt am Ende durch ein Komma ersetzt.", "rudern.", "rudern,"),
        ("In § 1 Absatz 2 Nummer 2 wird das Komma am Ende durch das Wort „und“ ersetzt.", "Sonntagen,",
         "Sonntagen und"),
        ("In § 1 Absatz 2 Nummer 3 Buchstabe a wird das Wort „oder“ am Ende gestrichen.", "sind oder", "sind"),
        ("In § 1 Absatz 3 werden am Ende die Wörter „und Auflagen machen“ angefügt.", "zulassen.",
         "zulassen und Auflagen machen."),
        ("In der Überschrift des § 2 wird das Wort „Gebühr“ durch das Wort „Entgelt“ ersetzt.", "§ 2 Gebühr",
         "§ 2 Entgelt"),
        ("Die Überschrift des § 2 wird wie folgt gefasst: „Entgelt“.", "§ 2 Gebühr", "§ 2 Entgelt"),
        ("In der Überschrift zu § 2 werden nach dem Wort „Gebühr“ die Wörter „und Frist“ angefügt.", "§ 2 Gebühr",
         "§ 2 Gebühr und Frist"),
        ("In § 1 wird in Absatz 1 Satz 1 das Wort „Stadt“ durch „Gemeinde“ ersetzt.", "gehört der Stadt",
         "gehört der Gemeinde"),
        ("§ 2 wird wie folgt gefasst: „§ 2 Entgelt\n\nDas Entgelt beträgt 9 Euro.“", f"§ 2 Gebühr\n{FEE}",
         "§ 2 Entgelt\nDas Entgelt beträgt 9 Euro."),
        ("§ 2 erhält folgende Fassung:\n\n„§ 2 Entgelt\n\n(1) Das „Entgelt“ steigt.\n\n(2) Es ist bar.“",
         f"§ 2 Gebühr\n{FEE}", "§ 2 Entgelt\n(1) Das „Entgelt“ steigt.\n(2) Es ist bar."),
        ("§ 1 Abs. 3 lautet:\n„(3) Ausnahmen gibt es nicht.“", "Das Amt kann Ausnahmen zulassen.",
         "Ausnahmen gibt es nicht."),
        ("In § 1 wird Absatz 3 wie folgt gefasst: „(3) Keine.“", "(3) Das Amt kann Ausnahmen zulassen.", "(3) Keine."),
        ("§ 1 Absatz 2 Nummer 1 und 2 wird wie folgt gefasst:\n„1. einen Euro,\n2. zwei Euro,“",
         "1. zwei Euro an Werktagen,\n2. drei Euro an Sonntagen,", "1. einen Euro,\n2. zwei Euro,"),
        ("§ 1 Absatz 1 Satz 2 wird wie folgt gefasst: „Sie fährt nachts.“", "täglich", "nachts"),
        ("§ 2 Satz 2 wird durch die folgenden Sätze ersetzt: „Sie ist bar. Sie ist fällig.“", "Sie ist sofort fällig.",
         "Sie ist bar. Sie ist fällig."),
        ("§ 1 Absatz 1 Satz 2 wird aufgehoben.", " Sie fährt täglich.", ""),
        ("§ 1 Absatz 1 Satz 3 wird gestrichen.", " Am 1. Januar ruht sie.", ""),
        ("§ 1 Absatz 3 entfällt.", "(3) Das Amt kann Ausnahmen zulassen.\n", ""),
        ("In § 1 wird Absatz 3 aufgehoben.", "(3) Das Amt kann Ausnahmen zulassen.\n", ""),
        ("§ 1 Absatz 2 Nummer 3 Buchstabe a wird aufgehoben.", "a) jünger als 6 Jahre sind oder\n", ""),
        ("§ 3 wird aufgehoben.", f"§ 3 Aufsicht\n{SUPERVISION}(2) Es gilt § 2.\n", ""),
        ("Die §§ 2 und 3 werden aufgehoben.", f"§ 2 Gebühr\n{FEE}\n§ 3 Aufsicht\n{SUPERVISION}(2) Es gilt § 2.\n", ""),
        ("Die §§ 2 bis 3 werden aufgehoben.", f"§ 2 Gebühr\n{FEE}\n§ 3 Aufsicht\n{SUPERVISION}(2) Es gilt § 2.\n", ""),
        ("Nach § 3 wird folgender § 3a eingefügt: „§ 3a Haftung\n\nDie Stadt haftet.“", "gilt § 2.\n",
         "gilt § 2.\n§ 3a Haftung\nDie Stadt haftet.\n"),
        ("Nach § 3 wird folgender § 3a samt Überschrift eingefügt:\n„Haftung\n§ 3a. Die Stadt haftet.“", "gilt § 2.\n",
         "gilt § 2.\nHaftung\n§ 3a. Die Stadt haftet.\n"),
        ("Nach § 3 werden die folgenden §§ 3a und 3b eingefügt:\n„§ 3a Haftung\n\nJa.\n\n§ 3b Strafe\n\nNein.“",
         "gilt § 2.\n", "gilt § 2.\n§ 3a Haftung\nJa.\n§ 3b Strafe\nNein.\n"),
        ("Folgender § 5 wird angefügt: „§ 5 Ende\n\nSchluss.“", "2020 in Kraft.",
         "2020 in Kraft.\n§ 5 Ende\nSchluss."),
        ("Dem § 3 wird folgender Absatz 3 angefügt: „(3) Das Amt hilft.“", "gilt § 2.\n",
         "gilt § 2.\n(3) Das Amt hilft.\n"),
        ("Nach § 1 Absatz 1 wird folgender Absatz 1a eingefügt:\n„(1a) Sie heißt „Möwe“.“", "ruht sie.\n",
         "ruht sie.\n(1a) Sie heißt „Möwe“.\n"),
        ("In § 1 Abs. 2 wird nach der Z 2 folgende Z 2a eingefügt:\n„2a. einen Euro an Feiertagen,“", "Sonntagen,\n",
         "Sonntagen,\n2a. einen Euro an Feiertagen,\n"),
        ("Dem § 2 wird folgender Satz angefügt: „Sie wird erstattet.“", "fällig.", "fällig. Sie wird erstattet."),
        ("In § 2 wird nach Satz 1 folgender Satz eingefügt: „Sie steigt.“", "5 Euro.", "5 Euro. Sie steigt."),
        ("Der bisherige § 4 wird § 5.", "§ 4 In", "§ 5 In"),
        ("§ 1 Absatz 3 wird Absatz 4.", "(3) Das", "(4) Das"),
        ("Die bisherigen Absätze 1 und 2 des § 3 werden die Absätze 2 und 3.",
         f"{SUPERVISION}(2) Es", f"(2){SUPERVISION[3:]}(3) Es"),
        ("§ 3 Absatz 1 wird aufgehoben und der bisherige Absatz 2 wird Absatz 1.", f"{SUPERVISION}(2) Es", "(1) Es"),
    ],
)  # fmt: skip
def test_what_a_sentence_does(sentence: str, was: str, now: str) -> None:
    plain = flat(TEXT)
    assert made(sentence) == plain.replace(was, now) != plain


DECISION = """Die Fährenordnung vom 1. Januar 2020 wird wie folgt geändert:
1. § 1 wird wie folgt geändert:
a) Absatz 2 wird wie folgt geändert:
aa) In Nummer 1 wird das Wort „zwei“ durch das Wort „vier“ ersetzt.
bb) Nummer 2 wird aufgehoben.
cc) Die bisherige Nummer 3 wird Nummer 2.
b) Absatz 3 wird aufgehoben.
2. § 3 Absatz 2 wird aufgehoben.
"""


def test_a_decision_names_a_clause_and_lists_its_changes() -> None:
    expected = flat(TEXT).replace("zwei Euro", "vier Euro").replace("2. drei Euro an Sonntagen,\n", "")
    expected = expected.replace("3. nichts", "2. nichts").replace("(3) Das Amt kann Ausnahmen zulassen.\n", "")
    assert made(DECISION) == expected.replace("(2) Es gilt § 2.\n", "")


def test_the_list_may_be_in_one_paragraph() -> None:
    sentence = (
        "§ 1 wird wie folgt geändert: a) In Absatz 1 Satz 1 wird das Wort „Stadt“ durch das Wort „Gemeinde“ ersetzt; "
        "b) Absatz 3 wird aufgehoben."
    )
    expected = flat(TEXT).replace("gehört der Stadt", "gehört der Gemeinde")
    assert made(sentence) == expected.replace("(3) Das Amt kann Ausnahmen zulassen.\n", "")


@pytest.mark.parametrize(
    ("instructions", "codes"),
    [
        ("Bitte § 2 verbessern.", "amend-form:1"),
        ("In Absatz 2 wird das Wort „x“ gestrichen.", "amend-form:1"),  # of which §?
        ("Absatz 3 wird aufgehoben.", "amend-form:1"),
        ("§ 4 wird wie folgt gefasst:\n§ 4 Ende", "amend-form:1 amend-form:2"),  # no quotation
        ("Nach § 2 wird folgender § 2a eingefügt: „§ 2b Haftung“", "amend-form:1"),  # two numbers
        ("§ 9 wird aufgehoben.", "amend-fit:1"),
        ("In § 3 Absatz 1 wird das Wort „Amt“ durch das Wort „Rathaus“ ersetzt.", "amend-fit:1"),  # twice
        ("In § 2 wird das Wort „Gebühre“ durch das Wort „Taxe“ ersetzt.", "amend-fit:1"),  # a part of a word
        ("In § 1 Absatz 1 Satz 4 wird das Wort „sie“ gestrichen.", "amend-fit:1"),
        (("Die Fährenordnung wird wie folgt geändert:\n1. § 2 wird aufgehoben.\nDie Hafenordnung"
          " wird wie folgt geändert:"
         "\n1. § 3 wird aufgehoben."), "amend-other:3"),
    ],
)  # fmt: skip
def test_what_is_refused(instructions: str, codes: str) -> None:
    assert made(instructions) == codes
