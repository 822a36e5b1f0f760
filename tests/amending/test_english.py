"""Amending instructions in English: the consolidated text, and the instructions that are refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yange.amending import amend, read_instructions

TEXT = """# Berth Rules

## Chapter I — General

Article 1 (Purpose). These Rules govern berths in the "Zone".

Article 2 (Eligibility). A person may apply for a berth if:

(a) the craft is registered; and

(b) the craft is insured under Article 1.

The Office decides.

Article 3 (Fees). The fee is RMB 60, and the Office may waive the fee.

Article 4 (Entry into force). These Rules and Article 3 take effect on 1 June 2021.
"""
SECTIONS = (
    TEXT.replace("Article ", "Section ").replace(" (Purpose).", ". Purpose.").replace("## Chapter I — General\n\n", "")
)


def made(instructions: str, text: str = TEXT) -> str:
    """Return the amended text, a line for a paragraph; or the refusal's code and line."""
    found, problems = read_instructions(instructions, "x.txt")
    if problems:
        return " ".join(f"{p.code}:{p.line}" for p in problems)
    result = amend(text, found, "x.txt")
    if result.body is None:
        return " ".join(f"{p.code}:{p.line}" for p in result.problems)
    assert "\n\n\n" not in result.body
    return flat(result.body)


def flat(text: str) -> str:
    return text.replace("\n\n", "\n").strip()


@pytest.mark.parametrize(
    ("instruction", "was", "now"),
    [
        ('In article 3, for "RMB 60" substitute "RMB 75".', "RMB 60", "RMB 75"),
        ("1. In Article 3, for “RMB 60” there is substituted “RMB 75”;", "RMB 60", "RMB 75"),
        ('(a) In article 3 omit ", and the Office may waive the fee".', ", and the Office may waive the fee", ""),
        ('In article 3, omit "may waive" and substitute "shall waive".', "may waive", "shall waive"),
        ('Article 3 is amended by striking "RMB 60" and inserting "RMB 75".', "RMB 60", "RMB 75"),
        ('Article 3 is hereby amended by substituting "RMB 75" for "RMB 60"', "RMB 60", "RMB 75"),
        ('In article 3, after "RMB 60" insert "for each metre".', "RMB 60,", "RMB 60 for each metre,"),
        ('In article 3, before "Office" insert "Berth".', "the Office may", "the Berth Office may"),
        ('In article 3, after "RMB 60" insert ", payable in advance".', "RMB 60,", "RMB 60, payable in advance,"),
        ('In article 3, omit "may".', "Office may waive", "Office waive"),
        ('Article 2 is amended by inserting "and sound" after "registered".', "registered;", "registered and sound;"),
        ('Throughout, for "the Office" substitute "the Authority" wherever occurring.', "the Office", "the Authority"),
        ('In paragraph (a) of article 2, for "craft" substitute "vessel".', "(a) the craft", "(a) the vessel"),
        ('In article 2(b), for "craft" substitute "vessel".', "(b) the craft", "(b) the vessel"),
        ('In article 2, paragraph (b), for "craft" substitute "vessel".', "(b) the craft", "(b) the vessel"),
        ("In article 1, for “the \"Zone\"” substitute “the “Harbour””.", "", ""),
        ("In article 1, for “the \"Zone\"” substitute “the Harbour”.", 'the "Zone"', "the Harbour"),
        ('For article 3 substitute: "Article 3 (Dues). None."',
         "Article 3 (Fees). The fee is RMB 60, and the Office may waive the fee.", "Article 3 (Dues). None."),
        ('Article 2(a) is amended to read as follows: "the craft floats; and"', "the craft is registered; and",
         "the craft floats; and"),
        ('After article 3 insert: "Article 3A (Waiver). The fee may be waived.\n\nOnce only."', "the fee.\n",
         "the fee.\nArticle 3A (Waiver). The fee may be waived.\nOnce only.\n"),
        ('After paragraph (b) of article 2 insert: "(c) no fee is owed."', "Article 1.\n",
         "Article 1.\n(c) no fee is owed.\n"),
        ('At the end of article 2 add: "The decision is in writing."', "decides.\n",
         "decides.\nThe decision is in writing.\n"),
        ('At the end of Chapter I add: "Article 5 (Last). Nothing."', "2021.", "2021.\nArticle 5 (Last). Nothing."),
        ("Omit paragraph (a) of article 2.", "(a) the craft is registered; and\n", ""),
        ("Article 2(a) is repealed.", "(a) the craft is registered; and\n", ""),
        ("Article 4 becomes article 5.", "Article 4 (", "Article 5 ("),
        ("Renumber article 4 as article 5", "Article 4 (", "Article 5 ("),
        ("Paragraph (b) of article 2 is renumbered as paragraph (c).", "(b) the", "(c) the"),
    ],
)  # fmt: skip
def test_what_a_sentence_does(instruction: str, was: str, now: str) -> None:
    plain = flat(TEXT)
    if not was:
        assert made(instruction) == "amend-form:1", "a quotation within one of its own kind cannot be read for sure"
        return
    expected = plain.replace(was, now)
    assert made(instruction) == expected != plain


def test_several_changes_of_one_clause_in_a_sentence() -> None:
    sentence = 'In article 3, for "RMB 60" substitute "RMB 75", after "Office" insert "or its deputy", and omit "may".'
    assert "The fee is RMB 75, and the Office or its deputy waive the fee." in made(sentence)


def test_numbers_move_and_references_follow() -> None:
    text = made("Article 2 is repealed.\nThe articles are renumbered accordingly.").split("\n")
    assert text[3:] == [
        "Article 2 (Fees). The fee is RMB 60, and the Office may waive the fee.",
        "Article 3 (Entry into force). These Rules and Article 2 take effect on 1 June 2021.",
    ]


def test_a_list_of_articles_is_removed_and_sections_are_read_in_the_same_way() -> None:
    assert [line[:9] for line in made("Articles 1 and 3 are repealed.").split("\n") if line.startswith("Art")] == [
        "Article 2",
        "Article 4",
    ]
    text = made('In section 2(b), for "insured" substitute "covered".\n\nSection 3 is repealed.', SECTIONS)
    assert "(b) the craft is covered under Section 1." in text
    assert "Section 3 (" not in text


@pytest.mark.parametrize(
    ("instructions", "refusal"),
    [
        ('In article 3, for "the" substitute "a".', "amend-fit:1"),  # twice
        ('In article 1, for "RMB 60" substitute "a".', "amend-fit:1"),  # in no clause
        ('In article 9, for "RMB 60" substitute "a".', "amend-fit:1"),
        ('In section 3, for "RMB 60" substitute "a".', "amend-fit:1"),  # the text has articles
        ("Article 9 is repealed.", "amend-fit:1"),
        ("Articles 1 to 3 are repealed.", "amend-form:1"),
        ('After article 3 insert: "Article 4 (New). x"', "amend-fit:1"),  # stands already
        ('After article 3 insert: "Nothing with a number."', "amend-fit:1"),
        ('After paragraph (a) of article 2 insert: "(b) new;"', "amend-double:1"),  # nobody moves the old (b)
        ("Article 3 becomes article 4.", "amend-double:1"),
        ('Article 3 is repealed\nIn article 3, omit "may"', "amend-overlap:2"),
        ("Please improve article 1.", "amend-form:1"),
        ('In article 3, for "RMB 60" substitute "RMB 75" and see to the rest.', "amend-form:1"),
        ('\n\nIn article 3, for "RMB 60 substitute', "amend-form:3"),
    ],
)
def test_what_does_not_fit_exactly_once_is_refused(instructions: str, refusal: str) -> None:
    answer = made(instructions)
    assert answer.split(":")[0] == refusal.split(":")[0]
    assert answer == refusal or refusal.startswith("amend-double")


WORDS = (
    "In", "article", "2", "for", "substitute", "omit", "after", "insert", "wherever it occurs", "is", "repealed", "(a)",
    "and", ",", ".", ":", "\n", '"', "“", "”",
)  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
def test_no_sentence_makes_the_reader_fail_or_hang(text: str) -> None:
    found, problems = read_instructions(text, "x.txt")
    result = amend(TEXT, found, "x.txt")
    assert found or problems
    assert (result.body is None) is any(problem.severity == "error" for problem in result.problems)
