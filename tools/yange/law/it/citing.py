"""How a text and its clauses are cited in Italian (art. 5, comma 2, lett. a)), and cited numbers in match keys."""

from __future__ import annotations

import re

from yange.law.it.citations import ARTICLE_NUMBER, OTHER_WORDS, read_article
from yange.law.latin import latin_words
from yange.law.romance_forms import CommaCitations, ListedNumbers
from yange.model import ClauseKind

__all__ = ["CITED_NUMBERS", "CITING"]

CITING = CommaCitations(
    words={
        ClauseKind.ARTICLE: "art.",
        ClauseKind.PARAGRAPH: "comma",
        ClauseKind.ITEM: "comma",
        ClauseKind.SUBITEM: "n.",
        ClauseKind.PART: "titolo",
        ClauseKind.CHAPTER: "capo",
        ClauseKind.SECTION: "sez.",
        ClauseKind.ANNEX: "allegato",
    },
    version="testo modificato il {day}",
    since="testo in vigore dal {day}",
    unknown="testo di data ignota",
    same_day=", n. {nth} di quel giorno",
    paragraph_form="comma {nth}",
)


def _write(printed: str, value: tuple[int, ...]) -> str:
    """Return 12-bis for (12, 1) and 10.1 for (10, 0, 1), with the dash or the blank that the old number has."""
    number, *below = value
    written = str(number)
    if below and below[0]:
        join = " " if re.search(r"\d [a-z]", printed) else "-"
        written += f"{join}{latin_words()[below[0] - 1]}"
        below = below[1:]
    return f"{written}.{below[-1]}" if below else written


_PART = (
    r"(?:,? ?(?:comm[ai]|paragraf[oi]|letter[ae]|numer[oi]) [\w)-]+(?:(?:, ?| e )(?![Aa]rticol|ed? |o"
    r" )[\w-]+\)?(?=[, ;.]|$))*+"
    r"|,? ?(?:primo|secondo|terzo|quarto|quinto|ultimo) comma)*+"
)
CITED_NUMBERS = ListedNumbers(
    head=re.compile(r"\b(?:[Aa]rt(?:icolo|\.) ?|(?P<several>[Aa]rt(?:icoli|t\.) ?(?:da )?))(?=\d)"),
    number=re.compile(ARTICLE_NUMBER),
    inside=re.compile(_PART),
    joint=re.compile(r"(?:, ?(?:ed? ?)?| (?:ed?|o|a) |-)(?:da )?(?=\d)"),
    foreign=re.compile(rf",? (?:del(?:la|lo)?|dei|delle|dell['’]) ?(?!present){OTHER_WORDS}"),
    ranges=re.compile(r" ?a ?|-"),
    label="Articolo",
    read=read_article,
    write=_write,
)
"""The cited article numbers of Italian."""
