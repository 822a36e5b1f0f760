"""Values in German legal texts: days, amounts, periods, shares, citations. All patterns read match keys.

A point or a blank parts thousands and a comma begins the fraction (DIN 5008); Switzerland parts thousands by an
apostrophe.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from yange.law.aspects.values import AtomKind, Form, Rank, Span, Values, matches
from yange.law.de.days import MONTHS
from yange.law.de.numerals import CARDINAL, cardinal

__all__ = ["VALUES"]

_MONTH = "|".join(MONTHS)
_FIGURE = r"\d{1,3}(?:[. ']\d{3})+(?:,\d+)?(?!\d)|\d+(?:[,.]\d+)?"
_COUNTED = rf"(?<![\w.,])(?:(?:{_FIGURE})|(?i:{CARDINAL}))"
_SCALE = r"(?:tausend|Tausend|Millionen|Million|Milliarden|Milliarde|Mio\.|Mrd\.)"
_CODE = r"(?:EUR|CHF|USD|DM|ATS|GBP)"
_MONEY = r"(?:Euro|EUR|Franken|CHF|Cent|Rappen|Schilling|Deutsche Mark|DM|US-Dollar|Dollar)\b"
_SUM = rf"(?:{_FIGURE})(?:[.-]-)?(?: ?{_SCALE})?"
_AMOUNT = (
    rf"(?:(?<![A-Za-z]){_CODE} ?|(?<![A-Za-z])Fr\. ?|[€£$]){_SUM}"
    rf"|(?<![\w.,])(?:{_SUM}|(?i:{CARDINAL})(?: {_SCALE})?) ?(?:€|£|{_MONEY})"
)
_PERIOD = (
    r"(?:(?:vollen|ganzen|aufeinanderfolgenden) )?(?:Kalender|Werk|Arbeits|Geschäfts)?(?:[Tt]ag|[Ww]oche"
    r"|[Mm]onat|[Jj]ahr|[Ss]tunde|[Mm]inute|[Qq]uartal)"
    r"(?:e[ns]?|s|n)?\b"
)
_UNIT = (
    "Metern?|Kilometern?|Hektar|Tonnen?|Kilogramm|Liter|Personen|Mitgliedern?|Exemplaren?|Stück|Plätzen?|Mal"
    "|mal|Sitzen?"
)
_PLACE = r"\d+[a-z]?(?![A-Za-zäöüß])"
_INSIDE = (
    r"(?: (?:Abs\.|Absatz|Absätze) ?\d+[a-z]?)?(?: (?:Satz|Sätze) ?\d+)?(?: (?:Nr\.|Nummern?|Z|Ziff\."
    r"|Ziffer) ?\d+[a-z]?)?"
    r"(?: (?:Buchst\.|Buchstaben?|lit\.|Bst\.) ?[a-z](?![\w]))?"
)
_CITED = rf"(?:§{{1,2}}|\bArt(?:ikeln?)?\.? ?(?=\d)){_PLACE}{_INSIDE}"
_WITHIN = (
    r"\b(?:Abs\.|Absatz|Absätze|Absatzes) ?\d+[a-z]?(?: Satz \d+)?(?: (?:Nr\.|Nummer) ?\d+[a-z]?)?|\b(?:Satz|Sätze) \d+"
    r"|\b(?:Nr\.|Nummern?) ?\d+[a-z]?|\b(?:Anlage|Anhang|Abschnitt|Kapitel|Teil|Titel|Buch) \d+[a-z]?\b"
)
_LIST = re.compile(r"§§\d+[a-z]?|\bArtikeln? \d+[a-z]?|\bAbsätzen? \d+[a-z]?|\bNummern \d+[a-z]?")
_LISTED = re.compile(
    rf"(?:,| (?:und|oder|sowie|bis)(?: (?:des|der|den|nach))? ?)((?:§{{1,2}})?{_PLACE}{_INSIDE})"
    r"(?![\d%]|[.,]\d| ?(?:Tag|Woche|Monat|Jahr|Euro|EUR|Prozent))"
)
_WORD = re.compile(rf"(?i:{CARDINAL})(?![A-Za-zäöüß])")
_GROUPED = re.compile(r"(\d)[. '](?=\d{3}(?!\d))")
_FRACTION = re.compile(r"(?<=\d),(?=\d)")


def _listed(key: str) -> Iterable[Span]:
    """Yield the places of the numbers in lists of citations, the first one with the words before it."""
    for head in _LIST.finditer(key):
        first = re.compile(_INSIDE).match(key, head.end())
        end = first.end() if first else head.end()
        yield head.start(), end
        while (match := _LISTED.match(key, end)) is not None:
            yield match.span(1)
            end = match.end(1)


def _plain(key: str) -> str:
    """Return a piece of a key with the number it begins with in figures: zwei Jahre is 2 Jahre, 1.000,50 is 1000.50."""
    word = _WORD.match(key)
    value = cardinal(word[0]) if word else None
    if word is not None and value is not None:
        return f"{value}{key[word.end() :]}"
    return _FRACTION.sub(".", _GROUPED.sub(r"\1", key))


_FORMS = (
    (AtomKind.DATE, rf"(?<!\d)\d{{1,2}}\. ?(?:{_MONTH})(?: ?\d{{4}})?|(?<![\d.])\d{{1,2}}\.\d{{1,2}}\.\d{{4}}(?!\d)"),
    (AtomKind.AMOUNT, _AMOUNT),
    (AtomKind.DEADLINE, rf"{_COUNTED} {_PERIOD}"),
    (AtomKind.PERCENTAGE, rf"{_COUNTED} ?(?:%|Prozent\b|vom Hundert\b|v\.H\.|Prozentpunkten?\b)"),
    (AtomKind.COUNT, rf"{_COUNTED} (?:{_UNIT})\b"),
    (AtomKind.CITED, _CITED),
    (AtomKind.CITED, _WITHIN),
)

VALUES = Values(
    forms=(
        Form(Rank.SPELLED, AtomKind.CITED, _listed),
        *(Form(Rank.SPELLED, kind, matches(form)) for kind, form in _FORMS),
    ),
    present=re.compile("[A-Za-z§€]"),
    plain=_plain,
    joints=(" bis ", " bis zu ", " und höchstens "),
    cites=(
        "§",
        "Art",
        "Abs",
        "Satz",
        "Nr.",
        "Nummer",
        "Anlage",
        "Anhang",
        "Abschnitt",
        "Kapitel",
        "Teil",
        "Titel",
        "Buch",
    ),
)
"""How German writes values."""
