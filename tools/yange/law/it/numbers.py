"""How the numbers of clauses are written in Italian: Art. 1-bis, comma 2-ter, a), 1), Libro, Titolo, Capo, Sezione.

Italy: *Regole e raccomandazioni per la formulazione tecnica dei testi legislativi* (circular of the Presidents of the
Chambers and of the Government, 20 April 2001), no. 7 (articles, commi in figures with a full stop, letters, numbers;
divisions: libro, parte, titolo, capo, sezione) and no. 9 (numbers of inserted clauses: bis, ter; 1.1 between 1 and
1-bis; letters of the Italian alphabet, and aa) after z)). Ticino and the Confederation (*Direttive di tecnica
legislativa*): Art. 5 bis, Art. 5a, commi in small figures, capitolo. San Marino prints Art.1. The European Union
(*Manuale interistituzionale di convenzioni redazionali*, part one): Articolo 1, capo, sezione, allegato.
"""

from __future__ import annotations

import re

from yange.law.aspects.numbers import FollowedBy, NumberForm, NumberReading, Numbers
from yange.law.common import (
    ARABIC_BRACKET,
    ARABIC_STOP,
    DIGIT_FORMS,
    DIGITS,
    IMAGES,
    LATIN_BRACKET,
    LETTER_FORMS,
    branches,
)
from yange.law.it.numerals import ORDINAL, ordinal
from yange.law.latin import LATIN_WORDS, latin_ordinal
from yange.numbering import NumberedUnit, NumberStyle

__all__ = ["ARTICLE", "BRANCH", "LATIN", "LETTER", "NUMBERS", "NUMERO", "UNITS", "branch", "latin", "letter"]

ARTICLE = NumberStyle("it-articolo", NumberedUnit.ARTICLE)
"""Art. 1-bis, Articolo 5, Art. 10.1, Articolo unico"""
NUMERO = NumberStyle("it-numero", NumberedUnit.ITEM, depth=6)
"""1) below a)"""
PUNTO = NumberStyle("it-punto", NumberedUnit.ITEM, depth=7)
"""1.1) below 1)"""
LETTER = LATIN_BRACKET
"""a), a-bis), aa)"""
UNITS = {
    "parte": NumberStyle("it-parte", NumberedUnit.PART),
    "libro": NumberStyle("it-libro", NumberedUnit.BOOK),
    "titolo": NumberStyle("it-titolo", NumberedUnit.TITLE),
    "sottotitolo": NumberStyle("it-sottotitolo", NumberedUnit.SUBTITLE),
    "capo": NumberStyle("it-capo", NumberedUnit.CHAPTER),
    "capitolo": NumberStyle("it-capitolo", NumberedUnit.CHAPTER),
    "sezione": NumberStyle("it-sezione", NumberedUnit.SECTION),
    "sottosezione": NumberStyle("it-sottosezione", NumberedUnit.SUBSECTION),
    "§": NumberStyle("it-paragrafo", NumberedUnit.PARAGRAPH),
}
"""The styles of divisions by the name of the unit in small letters."""

_B = "[ \u00a0]"
_UNITS_OF_TENS = ("semel", "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies")
LATIN = rf"(?i:vicies[- ]?(?:{'|'.join(_UNITS_OF_TENS)})|{LATIN_WORDS})"
"""The source of a pattern without groups for the Latin words behind the numbers of inserted clauses."""
_ALPHABET = "abcdefghilmnopqrstuvz"
"""j, k, w, x and y are no letters of the alphabet by which Italian law counts; the European Union counts them."""
_BETWEEN = {"j": (9, 1), "k": (9, 2), "w": (20, 1), "x": (20, 2), "y": (20, 3)}
BRANCH = (
    rf"(?:{_B}?[-–]?{_B}?(?P<latin>{LATIN})(?!\w)|(?<=\d)(?P<of>[a-z])(?!\w))?"
    r"(?:(?<=\w)\.(?P<below>[1-9]\d?)(?!\d|\.\d))?"
)
"""What follows the number of an inserted clause: -bis, a, .1. It has the groups latin, of and below."""
_SEPARATOR = rf"(?:\.?{_B}{{0,2}}[-–—]{{1,2}}(?!\d)|\.(?!\d))?"
_OPEN = r"(?:\(\()?"
"""What Normattiva prints in front of words that an amendment changed."""


def letter(printed: str) -> tuple[int, ...]:
    """Return the place of a letter in the Italian alphabet: 10 for l; j and k are between i and l; aa is after z."""
    small = printed.lower()
    if len(small) > 1:
        return (len(_ALPHABET) + letter(small[0])[0],) if len(set(small)) == 1 else (0,)
    return _BETWEEN.get(small) or (_ALPHABET.index(small) + 1,)


def latin(word: str) -> int:
    """Return which insertion a word names: bis is 1, vicies-bis, which follows vicies-semel, is 21."""
    tens = re.fullmatch(r"vicies[- ]?(.+)", word.lower())
    return latin_ordinal("vicies") + _UNITS_OF_TENS.index(tens[1]) + 1 if tens else latin_ordinal(word)


def branch(match: re.Match[str]) -> tuple[tuple[int, ...], ...]:
    """Return what the end of an inserted clause's number may mean, from the groups of :data:`BRANCH`.

    1.1 is between 1 and 1-bis, as 12ZA is between 12 and 12A in other languages.
    """
    word = match["latin"]
    below = (0, int(match["below"])) if match["below"] else ()
    if word:
        return ((latin(word), *below),)
    return tuple((*of, *below) for of in branches(match["of"]))


def _read_article(match: re.Match[str]) -> tuple[NumberReading, ...]:
    value = ordinal(match["n"].replace(".", ""))
    return () if value is None else tuple((ARTICLE, (value, *end)) for end in branch(match))


def _read_division(match: re.Match[str]) -> tuple[NumberReading, ...]:
    value = ordinal(match["n"])
    return () if value is None else tuple((UNITS[match["unit"].lower()], (value, *end)) for end in branch(match))


def _read_comma(match: re.Match[str]) -> tuple[NumberReading, ...]:
    value = 0 if match["n"].startswith("0") else int(match["n"])
    return tuple((ARABIC_STOP, (value, *end)) for end in branch(match))


def _read_numero(match: re.Match[str]) -> tuple[NumberReading, ...]:
    return tuple((style, (int(match["n"]), *end)) for style in (ARABIC_BRACKET, NUMERO) for end in branch(match))


def _read_punto(match: re.Match[str]) -> tuple[NumberReading, ...]:
    return ((PUNTO, (int(match["n"]),)),)


def _read_letter(match: re.Match[str]) -> tuple[NumberReading, ...]:
    value = letter(match["n"])
    return () if value == (0,) else tuple((LETTER, (*value, *end)) for end in branch(match))


def _read_small(match: re.Match[str]) -> tuple[NumberReading, ...]:
    return tuple((ARABIC_STOP, (int(match["n"]), *end)) for end in branch(match))


_UNIT = (
    "PARTE|Parte|LIBRO|Libro|TITOLO|Titolo|SOTTOTITOLO|Sottotitolo|CAPO|Capo|CAPITOLO|Capitolo|SEZIONE|Sezione"
    "|SOTTOSEZIONE|Sottosezione|§"
)
_COMMA_BEGINS = (
    "Il|Lo|La|I|Gli|Le|L['’]|Un|Una|Se|Nel|Nella|Nei|Per|Con|Su|Sono|È|E['’]|Chi|Chiunque|Ogni|Tutti|Al|Alla|Ai"
    "|In|Di|Da|Dal|Dalla|Entro|Salvo|Contro|Essi?|Essa|Esse|Quando|Qualora|Presso|Sulla|Sul|Non|Ha|Hanno|Qualsiasi"
)
"""Words with which a comma begins behind a bare number, so that 3 Mesi is none."""
_NO_BRANCH = r"(?P<latin>(?!))?(?P<of>(?!))?(?P<below>(?!))?"

_FORMS = (
    NumberForm(
        "A(",
        re.compile(
            rf"{_OPEN}(?:Articolo|ARTICOLO|Art\.|ART\.|Art(?={_B})){_B}{{0,2}}(?P<n>(?:\d{{1,2}}\.\d{{3}}(?!\d)"
            rf"|\d{{1,4}})(?:{_B}?[°º])?|(?<={_B})(?:{ORDINAL}|[IVXLC]{{1,8}}(?!\w)))(?!\d"
            rf"|/\d){BRANCH}(?!\w){_SEPARATOR}"
        ),
        _read_article,
    ),
    NumberForm(
        "PLTSC§(",
        re.compile(
            rf"{_OPEN}(?P<unit>{_UNIT}){_B}{{0,2}}(?P<n>(?<={_B})[IVXLC]{{1,8}}|\d{{1,3}}[°ºª]?|(?<={_B}){ORDINAL})"
            rf"(?!\d){BRANCH}(?!\w){_SEPARATOR}"
        ),
        _read_division,
    ),
    NumberForm(
        f"{DIGITS[:10]}(",
        re.compile(
            rf"{_OPEN}(?P<n>\d{{1,3}})(?:-(?P<latin>{LATIN})|(?P<of>(?<=\d)[a-z](?=\.)))?"
            r"(?:\.(?P<below>[1-9])(?=\.))?\.(?!\d)"
        ),
        _read_comma,
    ),
    NumberForm(DIGITS[:10], re.compile(r"\d{1,2}\.(?P<n>\d{1,2})\)"), _read_punto),
    NumberForm(
        f"{DIGITS[:10]}(",
        re.compile(rf"{_OPEN}(?P<n>\d{{1,3}})(?:{_B}?-?(?P<latin>{LATIN}))?(?P<of>(?!))?(?P<below>(?!))?\)"),
        _read_numero,
    ),
    NumberForm(
        f"{DIGITS[:10]}",
        re.compile(rf"(?P<n>\d{{1,2}})(?:(?P<latin>{LATIN}))?(?P<of>(?!))?(?P<below>(?!))?{_B}(?=(?:{_COMMA_BEGINS}))"),
        _read_small,
    ),
    NumberForm(
        "abcdefghijklmnopqrstuvwxyz(",
        re.compile(rf"{_OPEN}(?P<n>([a-z])\2?)(?:{_B}?-?(?P<latin>{LATIN}))?(?P<of>(?!))?(?:\.(?P<below>[1-9]))?\)"),
        _read_letter,
    ),
    *DIGIT_FORMS,
    *LETTER_FORMS,
)
_SMALL = (
    r"(?:d[iaeo]l?l?[aeoi]?|degli|dagli|e|ed|o|od|a|al|alla|ai|agli|alle|in|nel|nella|nei|per|con|su|sul|sulla|che|si"
    r"|sono|è|non|comma|commi|lettera|lettere|numero|numeri|primo|secondo|terzo|quarto|paragrafo|paragrafi|cpv\.?"
    r"|lett\."
    r"|n\.|co\.|c\.|seguenti|precedente|successivo|citato|anche|nonch[eé]['’]?|ovvero|come|possono|pu[oò]['’]?|deve"
    r"|devono|entra|entrano|ultimo|c\.c\.|c\.p\.)(?!\w)|dell['’]|all['’]|dall['’]|nell['’]"
)

NUMBERS = Numbers(
    forms=_FORMS,
    articles=(ARTICLE,),
    references=(
        FollowedBy(frozenset({ARTICLE, *UNITS.values()}), rf"(?<![.–—-])\s+(?:{_SMALL})|\s*[,;](?!\s*$)|\)(?!\))"),
        FollowedBy(frozenset({ARTICLE}), r"(?<=\.)\d|(?<!\.)\s+(?:\d|[a-z]\))"),
        IMAGES,
    ),
    measures=(
        r"(?:mm|cm|km|m|kg|g|mg|ml|l|kW|kV|Hz|ha|t|giorn[oi]|mes[ei]|ann[oi]|or[ae]|minut[oi]|settiman[ae]|euro"
        r"|lire|per"
        r"|milion[ei]|miliard[oi]|mila|franchi|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre"
        r"|ottobre|novembre|dicembre)\b"
    ),
    read=ordinal,
    to=r"a\b|al\b|all['’]|fino (?:a|al|all['’])",
    and_=r"(?:e|ed|o)\b",
)
"""The numbers of Italian texts."""
