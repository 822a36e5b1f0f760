"""References in Italian: articolo 5, comma 2, lettera a); il comma 2 dell'articolo 5; articoli 5, 6 e da 8 a 10.

The order of the parts is that of the circular on drafting of 20 April 2001, nos. 11 and 12: articolo, comma, lettera,
numero. Codes count commi in words (secondo comma), Ticino abbreviates them (cpv. 2), the Union counts paragrafi.
"""

from __future__ import annotations

import re

from yange.law.aspects.citations import Level
from yange.law.common import roman
from yange.law.it.numbers import LATIN, latin, letter
from yange.law.it.numerals import ORDINAL, ordinal
from yange.law.romance_citations import PartForm, ReferenceForms, RomanceCitations

__all__ = ["ARTICLE_NUMBER", "CITATIONS", "INSTRUMENT", "OTHER_WORDS", "read_article"]

_B = r"[ \u00a0\n]"
ARTICLE_NUMBER = (
    rf"(?:\d{{1,2}}\.\d{{3}}(?!\d)|\d{{1,4}}|unico|primo)(?!\d)(?:[°º](?!\w))?(?:-{_B}?{LATIN}(?!\w)|{_B}{LATIN}(?!\w)"
    r"|[a-z](?!\w))?(?:\.[1-9]\d?(?!\d))?(?![\w/])"
)
"""The source of a pattern without groups for the number of an article, as references print it."""
INSTRUMENT = (
    r"(?:legge(?: costituzionale| regionale| provinciale| federale| cantonale| quadro| delega)?|decreto(?:[- ]legge"
    r"| legislativo| ministeriale| delegato| reggenziale| consiliare| esecutivo)?|regio decreto|regolamento|codice"
    r"|costituzione|statuto|trattato|convenzione|accordo|direttiva|decisione|testo unico|ordinanza|provvedimento"
    r"|d\.?l\.?gs\.?|d\.?p\.?r\.?|d\.?p\.?c\.?m\.?|c\.c\.|c\.p\.c\.|c\.p\.p?\.?)"
)
"""The source of a pattern without groups for the word that names an instrument, in small letters."""
OTHER_WORDS = (
    rf"(?:(?:citat|predett|medesim|stess|suddett|richiamat|ripetut)[oae]{_B})?(?:(?i:{INSTRUMENT})(?!\w)"
    r"|[A-ZÀ-Ý][\w'’.-]*)"
)
_PARTED = re.compile(rf"(\d+)(?:-?{_B}?({LATIN}))?(?:\.(\d+))?")


def read_article(printed: str) -> tuple[int, ...] | None:
    """Return the value of an article's number as printed: (12, 1) for 12-bis, (10, 0, 1) for 10.1."""
    bare = re.sub(r"[°º]", "", re.sub(r"(?<=\d)\.(?=\d{3})", "", printed))
    if bare in ("unico", "primo"):
        return (1,)
    if bare[-1:].isalpha() and bare[:-1].isdigit():
        return (int(bare[:-1]), ord(bare[-1]) - ord("a") + 1)
    found = _PARTED.fullmatch(bare)
    if found is None:
        return None
    inserted = (latin(found[2]),) if found[2] else ()
    return (int(found[1]), *inserted, *((0, int(found[3])) if found[3] else ()))


def _letter(printed: str) -> tuple[int, ...] | None:
    found = re.fullmatch(rf"([a-z]{{1,2}})(?:[- ]({LATIN}))?", printed.rstrip(")"))
    if found is None:
        return None
    value = letter(found[1])
    return None if value == (0,) else (*value, *((latin(found[2]),) if found[2] else ()))


def _ordinal(printed: str) -> tuple[int, ...] | None:
    value = ordinal(printed)
    return (value,) if value else None


_FIGURE = rf"\d{{1,3}}(?:-{LATIN}(?!\w))?(?:\.[1-9](?!\d))?(?!\d|[-/.]\d)"
_SIGN = rf"[a-z]{{1,2}}(?:-{LATIN}(?!\w))?\)|(?<=[« \"])[a-z](?=[\s,.;»\"]|$)"
_JOIN = rf"(?:,{_B}|{_B}(?:ed?|od?|a|ovvero){_B}|-)"


def _listed(words: str, one: str) -> str:
    return rf"(?:{words}){_B}?(?:{one})(?:{_JOIN}(?:{one}))*"


_ORDINALS = rf"(?:{ORDINAL}(?:(?:,{_B}|{_B}ed?{_B}|{_B}o{_B}){ORDINAL})*)"
_PARTS = (
    PartForm(
        _listed(rf"[Cc]omm[ai]{_B}|\bco\.{_B}|\bc\.{_B}|paragraf[oi]{_B}|cpv\.{_B}|capovers[oi]{_B}", _FIGURE),
        Level.SUBSECTION,
        re.compile(_FIGURE),
        read_article,
    ),
    PartForm(
        rf"{_ORDINALS}{_B}(?:comm[ai]|capovers[oi]|alinea|trattin[oi])\b",
        Level.PARAGRAPH,
        re.compile(ORDINAL),
        _ordinal,
    ),
    PartForm(rf"{_ORDINALS}{_B}period[oi]\b", Level.SENTENCE, re.compile(ORDINAL), _ordinal),
    PartForm(
        _listed(rf"[Ll]etter[ae]{_B}|\blett\.{_B}?", _SIGN),
        Level.LETTER,
        re.compile(rf"(?!(?:ed?|od?|a){_B}[a-z]{{1,2}}\)|[oae]{_B}(?:ed?|o){_B})(?:{_SIGN})"),
        _letter,
    ),
    PartForm(
        _listed(rf"\bnumer[oi]{_B}|\bn\.{_B}?|\bpunt[oi]{_B}", r"\d{1,2}\)"),
        Level.ITEM,
        re.compile(r"\d{1,2}"),
        lambda printed: (int(printed),),
    ),
)
_ROMAN = rf"[IVXLC]{{1,7}}(?:-{LATIN})?(?!\w)"
_OF = rf"{_B}(?:del(?:la|lo)?{_B}|dell['’]|d[ei]{_B}|degli{_B}|delle{_B}|dei{_B}|al(?:la)?{_B}|all['’])"


def _division(printed: str) -> tuple[int, ...] | None:
    number, _, inserted = printed.partition("-")
    value = ordinal(number)
    return None if value is None else (value, *((latin(inserted),) if inserted else ()))


def _annex(printed: str) -> tuple[int, ...] | None:
    if printed.isdigit():
        return (int(printed),)
    value = roman(printed)
    return (value,) if value else (ord(printed) - ord("A") + 1,)


FORMS = ReferenceForms(
    head=re.compile(
        rf"(?:\b|(?<=['’]))(?:(?:[Aa]rt(?:icolo|\.)|ARTICOLO){_B}?|(?P<several>(?:[Aa]rt(?:icoli|t\.)|ARTICOLI){_B}(?i:da{_B})?))(?=\d|unico\b"
        r"|primo\b)"
    ),
    number=ARTICLE_NUMBER,
    read=read_article,
    join=re.compile(
        rf"(?i)(?:(?P<to>{_B}(?:a{_B}|al{_B}|all['’]|fino{_B}(?:al?{_B}|all['’]))|[-–])|,{_B}(?:ed?{_B}|nonch[eé]{_B})?"
        rf"|{_B}(?:ed?|od?|ovvero|nonch[eé]){_B})(?:(?:da{_B})|l['’]articolo{_B}|(?:gli{_B})?articoli{_B})?(?=\d)"
    ),
    parts=_PARTS,
    of=_OF,
    behind=rf",?{_B}",
    divisions=(
        (re.compile(rf"\b(?:[Tt]itolo|[Ll]ibro|[Pp]arte){_B}(?P<n>{_ROMAN}|{ORDINAL})"), Level.PART, _division),
        (re.compile(rf"\b(?:[Cc]apo|[Cc]apitolo){_B}(?P<n>{_ROMAN}|{ORDINAL})"), Level.CHAPTER, _division),
        (re.compile(rf"\b[Ss]ezione{_B}(?P<n>{_ROMAN}|\d{{1,2}}(?!\d)|{ORDINAL})"), Level.SECTION, _division),
        (re.compile(rf"\b[Aa]llegato{_B}(?P<n>\d{{1,2}}|[IVX]{{1,5}}|[A-Z])(?![\w-])"), Level.ANNEX, _annex),
    ),
    relative=re.compile(
        rf"\b(?:presente|medesimo|stesso){_B}(?P<this>articolo|comma|capo)\b"
        rf"|\b(?P<before>(?:articolo|comma){_B}precedente|precedente{_B}(?:articolo|comma))\b"
    ),
    levels=(("articolo", Level.ARTICLE), ("comma", Level.PARAGRAPH), ("capo", Level.CHAPTER)),
    own=re.compile(
        rf",?{_B}(?:del(?:la|lo)?|dei|delle|degli){_B}(?:presente|presenti){_B}(?!articolo|comma)|{_B}di"
        rf"{_B}questa{_B}legge"
    ),
    other=re.compile(
        rf",?{_B}(?:(?:del(?:la|lo)?|dei|delle|degli|di){_B}(?:cui{_B}al(?:la)?{_B})?|dell['’]){OTHER_WORDS}"
        rf"|,?{_B}(?:Cost|c\.c|c\.p|C\.P|C\.C|TFUE|TUE)\b|,?{_B}(?i:{INSTRUMENT})(?!\w)"
    ),
    bare=(
        PartForm(
            _listed(rf"\bnumer[oi]{_B}|\bn\.{_B}?|\bpunt[oi]{_B}", r"\d{1,2}(?!\d|[/.]\d)"),
            Level.ITEM,
            re.compile(r"\d{1,2}"),
            lambda printed: (int(printed),),
        ),
    ),
    within=re.compile(
        rf",?{_B}(?:del(?:la|lo)?|dei){_B}(?:(?:titolo|libro|parte|capo|capitolo|sezione){_B}(?:{_ROMAN}|{ORDINAL})"
        r"|(?:presente"
        rf"|medesimo|stesso){_B}(?:articolo|comma))|{_B}e{_B}(?:seguenti|successivi|ss\.|segg\.)"
    ),
)
CITATIONS = RomanceCitations(FORMS)
