"""What texts in letters need of the engine, whichever language they are in."""

from __future__ import annotations

from itertools import pairwise

import pytest

from yange.model import ClauseKind
from yange.numbering import ClauseNumber, NumberedUnit, NumberStyle
from yange.parse import format_provisions, parse
from yange.parse.marks import division_kind, division_rank


def labels(text: str, kind: ClauseKind = ClauseKind.ARTICLE) -> list[str]:
    return [clause.label for clause in parse(text).walk() if clause.kind is kind]


@pytest.mark.parametrize(
    ("end", "found"),
    [
        ("(see the plan).", ["Article 1", "Article 2", "Article 3"]),
        ("(see the plan)", ["Article 1", "Article 2", "Article 3"]),
        ("of up to 5 %.", ["Article 1", "Article 2", "Article 3"]),
    ],
)
def test_a_full_stop_after_a_bracket_or_a_symbol_ends_a_sentence(end: str, found: list[str]) -> None:
    text = f"Article 1 The berth {end}\nArticle 2 The quay {end}\nArticle 3 The slip."
    assert labels(text) == found


HEADING = "The granting, the renewal, the suspension and the withdrawal of permits for the berths of the inner harbour"


@pytest.mark.parametrize(("heading", "found"), [(HEADING, ["Chapter 2"]), (HEADING * 3, [])])
def test_the_heading_of_a_chapter_in_words_may_be_long(heading: str, found: list[str]) -> None:
    text = f"Article 1 The berth.\n\nChapter 2 {heading}\n\nArticle 2 The quay."
    assert labels(text, ClauseKind.CHAPTER) == found


@pytest.mark.parametrize(
    ("second", "third"),
    [
        ("Article 12C", "Article 13"),  # 12 itself is missing
        ("Article 12", "Article 12C"),  # and 12A and 12B
        ("Article 60B", "Article 61"),  # and all that is between
    ],
)
def test_an_inserted_article_that_shows_itself_needs_no_neighbour(second: str, third: str) -> None:
    text = f"Article 11 The berth.\n\n{second} The quay.\n\n{third} The slip."
    assert labels(text) == ["Article 11", second, third]


def test_a_french_quotation_begins_every_paragraph_with_its_mark() -> None:
    quoted = "« Article 2 One.\n\n« Article 3 A «quay» is this.\n\n« Last. »"
    text = f"Article 1 Insert the following:\n\n{quoted}\n\nArticle 2 Two."
    assert labels(text) == ["Article 1", "Article 2"]


def test_each_division_is_within_the_one_before() -> None:
    styles = [style for unit in NumberedUnit if (style := NumberStyle(f"x-{unit}", unit)).divides]
    ranks = [division_rank(style, division_kind(style)) for style in styles]
    assert all(outer < inner for outer, inner in pairwise(ranks))


def test_a_series_shows_in_the_address() -> None:
    style = NumberStyle("x-r", NumberedUnit.ARTICLE, series="r")
    assert ClauseNumber(style, (121, 1), "Article R. 121-1").dashed == "r121-1"


LONG = (
    "The harbour authority shall keep a register of all ferries that cross the river on any day of the year, and shall"
)
NESTED = f"""Ferries Act

PART I FERRIES
CHAPTER I BOATS

Article 1

{LONG} publish it.

PART II TOLLS
CHAPTER I AMOUNTS

Article 2

{LONG} collect the tolls.

PART I OF THE RIVER
"""


def test_a_chapter_right_below_its_part_is_no_table_of_contents() -> None:
    assert [clause.label for clause in parse(NESTED).primary] == ["Article 1", "Article 2"]


def test_an_annex_named_at_the_beginning_of_a_broken_line_is_no_annex() -> None:
    text = f"Ferries Act\n\nArticle 1\n{LONG} keep to\nSchedule 1\nin all matters.\n\nArticle 2\n{LONG} stop.\n"
    assert [clause.label for clause in parse(text).primary] == ["Article 1", "Article 2"]


def test_a_low_mark_opens_what_a_high_one_closes() -> None:
    text = "Gesetz\n\nArtikel 1\n\nEs wird gefasst:\n\n„Artikel 2\n\nDie Fähre.“\n\nArtikel 2\n\nDas Gesetz gilt.\n"
    second = parse(text, "de").primary[1]
    assert text[second.start :].strip().startswith("Artikel 2\n\nDas Gesetz")


@pytest.mark.parametrize(
    ("below", "found"),
    [
        ("The slip.", ["Article 11", "Article 12", "Article 3", "Article 4"]),
        ("of the Act applies.", ["Article 11", "Article 12"]),  # a sentence broken at a cross-reference
    ],
)
def test_a_label_with_a_line_for_itself_may_go_back(below: str, found: list[str]) -> None:
    text = "Article 11\n\nThe berth.\n\nArticle 12\n\nThe quay is closed under\n\n"
    text += f"Article 3\n\n{below}\n\nArticle 4\n\n{below}\n"
    assert labels(text) == found


def test_headings_one_below_the_other_are_no_contents() -> None:
    divisions = "Part I\n\nChapter 1\n\n"
    text = f"{divisions}Article 1\n\nThe berth is open.\n\n{divisions}Article 2\n\nThe quay is open.\n"
    assert labels(text) == ["Article 1", "Article 2"]


def test_a_text_that_lists_roman_numbers_keeps_its_articles() -> None:
    items = "\n\nI. – One.\n\nII. – Two.\n\nIII. – Three."
    rest = [f"Article 11{n}-1\n\nLe quai est ouvert." for n in (2, 3, 4)]
    text = "\n\n".join((f"Article 111-1\n\nLe port est ouvert à tous.{items}", *rest))
    assert labels(text) == ["Article 111-1", "Article 112-1", "Article 113-1", "Article 114-1"]


@pytest.mark.parametrize(
    ("text", "divisions"),
    [
        (
            (
                "CHAPITRE II\n\nCompétence\n\nSection 1\n\nDispositions générales\n\nArticle 1\n\nLe bac est public."
                "\n\nSection 2\n\nLicences\n\nArticle 2\n\nLa licence est écrite.\n"
            ),
            ["CHAPITRE II", "Section 1", "Section 2"],
        ),
        ("第一章\n\n总则\n\n第一条　渡口应当设置标志。\n\n附则\n\n第二条　本办法自印发之日起施行。\n", ["第一章", ""]),
    ],
)
def test_the_line_below_the_number_of_a_division_is_its_name(text: str, divisions: list[str]) -> None:
    above = {ClauseKind.CHAPTER, ClauseKind.SECTION, ClauseKind.HEADING}
    provisions = parse(text)
    assert [clause.label for clause in provisions.walk() if clause.kind in above] == divisions
    assert format_provisions(provisions) == text


@pytest.mark.parametrize(
    ("tag", "division", "heading", "article"),
    [
        ("it", "CAPO I", "Disposizioni generali", "Art. 1"),
        ("pt", "CAPÍTULO I", "Disposições gerais", "Artigo 1.º"),
        ("es", "CAPÍTULO I", "Disposiciones generales", "Artículo 1."),
        ("fr", "Chapitre Ier", "Dispositions générales", "Article 1er"),
    ],
)
def test_the_usual_heading_below_the_number_of_a_division_is_its_heading(
    tag: str, division: str, heading: str, article: str
) -> None:
    text = f"{division}\n\n{heading}\n\n{article}\n\nX.\n\n{article.replace('1er', '2').replace('1', '2')}\n\nY.\n"
    paths = [clause.path for clause in parse(text, tag).walk() if clause.kind is ClauseKind.ARTICLE]
    assert paths == ["chp_1__art_1", "chp_1__art_2"]
