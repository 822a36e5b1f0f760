"""Values, modality and stop words of Dutch legal texts. All patterns read match keys."""

from __future__ import annotations

import re
from collections.abc import Iterable

from yange.law.aspects.style import Style
from yange.law.aspects.values import AtomKind, Form, Rank, Span, Values, matches
from yange.law.aspects.words import LanguageWords
from yange.law.nl.days import MONTHS
from yange.law.nl.numerals import CARDINAL, ORDINAL, cardinal

__all__ = ["STYLE", "VALUES", "WORDS"]

_FIGURE = r"\d{1,3}(?:[. ]\d{3})+(?:,\d+)?(?!\d)|\d+(?:,\d+)?"
_COUNTED = rf"(?<![\w.,])(?:(?:{_FIGURE})|(?i:{CARDINAL}))"
_SCALE = r"(?: (?:miljoen|miljard|duizend))?"
_LID = rf"(?:,(?:{ORDINAL})(?: en (?:{ORDINAL}))? (?:lid|leden))?(?:,onderdeel [a-z](?!\w))?"
_PLACE = r"\d+(?:[.:]\d+){0,2}[a-z]?(?![A-Za-z])"
_LIST = re.compile(rf"\b[Aa]rtikelen {_PLACE}{_LID}")
_LISTED = re.compile(
    rf"(?:,| (?:en|of|tot en met) )({_PLACE}{_LID})(?![\d%]| ?(?:dag|maand|jaar|euro|procent|week"
    rf"|weken))"
)
_PERIOD = "dag(?:en)?|we(?:ek|ken)|maand(?:en)?|jaar|jaren|uur|minuten"
_UNIT = "meter|kilometer|hectare|ton|kilogram|liter|personen|leden|exemplaren|maal|keer"
_FUNCTION = (
    "de|het|een|en|of|in|op|aan|bij|van|voor|met|door|tot|te|ten|ter|uit|over|onder|na|om|dat|die|dit|deze|is|zijn"
    "|wordt|worden|niet|ook|als|zij|hij|er|alsmede|indien|voor zover"
)
_WORD = re.compile(rf"(?i:{CARDINAL})(?![A-Za-zë])")
_GROUPED = re.compile(r"(\d)[. ](?=\d{3}(?!\d))")
_FRACTION = re.compile(r"(?<=\d),(?=\d)")


def _listed(key: str) -> Iterable[Span]:
    """Yield the places of the numbers in lists of citations, the first one with the word before it."""
    for head in _LIST.finditer(key):
        yield head.span()
        at = head.end()
        while (match := _LISTED.match(key, at)) is not None:
            yield match.span(1)
            at = match.end(1)


def _plain(key: str) -> str:
    """Return a piece of a key with the number it begins with in figures: drie maanden is 3 maanden."""
    word = _WORD.match(key)
    value = cardinal(word[0]) if word else None
    if word is not None and value is not None:
        return f"{value}{key[word.end() :]}"
    return _FRACTION.sub(".", _GROUPED.sub(r"\1", key))


_FORMS = (
    (AtomKind.DATE, rf"(?<!\d)\d{{1,2}} (?:{'|'.join(MONTHS)})(?: \d{{4}})?"),
    (AtomKind.AMOUNT, rf"€ ?(?:{_FIGURE}){_SCALE}(?:,-)?|{_COUNTED}{_SCALE} (?:euro|gulden|frank)\b"),
    (AtomKind.DEADLINE, rf"{_COUNTED} (?:werk|kalender)?(?:{_PERIOD})\b"),
    (AtomKind.PERCENTAGE, rf"{_COUNTED} ?(?:%|procent\b|percent\b)"),
    (AtomKind.COUNT, rf"{_COUNTED} (?:{_UNIT})\b"),
    (AtomKind.CITED, rf"\b[Aa]rtikel {_PLACE}{_LID}"),
    (AtomKind.CITED, r"\b(?:[Hh]oofdstuk|[Aa]fdeling|[Pp]aragraaf|[Bb]ijlage|[Tt]itel) \d+(?:\.\d+)*[a-z]?\b"),
)
VALUES = Values(
    forms=(
        Form(Rank.SPELLED, AtomKind.CITED, _listed),
        *(Form(Rank.SPELLED, kind, matches(form)) for kind, form in _FORMS),
    ),
    present=re.compile("[A-Za-z€]"),
    plain=_plain,
    joints=(" tot en met ", " tot "),
    cites=("rtikel", "oofdstuk", "fdeling", "aragraaf", "ijlage", "itel"),
)
"""How Dutch writes values."""

STYLE = Style(
    joining=frozenset({"en", "alsmede"}),
    modality=(
        (
            "duty",
            re.compile(r"\b(?:(?:mag|mogen|moet|moeten|kan|kunnen|dient|dienen|behoeft)(?: niet)?|is verplicht)\b"),
        ),
        ("bound", re.compile(r"\b(?:ten minste|tenminste|ten hoogste|uiterlijk|(?:niet )?(?:meer|minder) dan)\b")),
    ),
    alone=frozenset({"mag niet", "mogen niet", "moet", "moeten", "kan", "kunnen"}),
    same={"mogen": "mag", "moeten": "moet", "kunnen": "kan", "mogen niet": "mag niet"},
)
"""The modality words of Dutch."""

WORDS = LanguageWords(
    no_terms=(rf"(?i:{_FUNCTION})(?![\w-])$", r"[Aa]rtikel\b"),
)
"""The words of Dutch."""
