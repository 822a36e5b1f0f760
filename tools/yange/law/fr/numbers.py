"""How the numbers of clauses are written in French: Article 1er, Art. 5 bis, Article L. 121-1, Titre II, 1°, I. –.

Codes of France number by plan: the first digits of L. 121-1 are those of book, title and chapter (*Guide de
légistique*, sheet 3.1.3), and each letter counts by itself: L for what an Act lays down, LO for an organic Act, R and D
for decrees, A for orders of ministers, LP for the Acts of New Caledonia and French Polynesia.
"""

from __future__ import annotations

import re

from yange.law.aspects.numbers import FollowedBy, NumberForm, NumberReading, Numbers
from yange.law.common import ARABIC_BRACKET, DIGIT_FORMS, DIGITS, IMAGES, LATIN_BRACKET, LETTER_FORMS, roman
from yange.law.fr.numerals import ORDINALS, read_ordinal
from yange.law.latin import LATIN_WORDS, latin_ordinal
from yange.numbering import SERIES, NumberedUnit, NumberStyle

__all__ = ["ARTICLE", "ARTICLE_NUMBER", "NUMBERS", "PARAGRAPH", "read_article"]

ARTICLE = NumberStyle("fr-article", NumberedUnit.ARTICLE)
"""Article 1er, Art. 5 bis, Article 16-1-1"""
_SERIES = {"a": 1, "d": 4, "l": 12, "lo": 27, "lp": 28, "r": 18}
_IN_SERIES = {letter: NumberStyle(f"fr-article-{letter}", NumberedUnit.ARTICLE, series=letter) for letter in _SERIES}
"""Article L. 121-1, Article R.* 421-3, Article LO 141"""
_UNITS = {
    "partie": NumberStyle("fr-partie", NumberedUnit.PART),
    "livre": NumberStyle("fr-livre", NumberedUnit.BOOK),
    "titre": NumberStyle("fr-titre", NumberedUnit.TITLE),
    "sous-titre": NumberStyle("fr-sous-titre", NumberedUnit.SUBTITLE),
    "chapitre": NumberStyle("fr-chapitre", NumberedUnit.CHAPTER),
    "section": NumberStyle("fr-section", NumberedUnit.SECTION),
    "sous-section": NumberStyle("fr-sous-section", NumberedUnit.SUBSECTION),
    "paragraphe": NumberStyle("fr-paragraphe", NumberedUnit.PARAGRAPH),
    "sous-paragraphe": NumberStyle("fr-sous-paragraphe", NumberedUnit.SUBPARAGRAPH),
}
ROMAN_ITEM = NumberStyle("fr-roman", NumberedUnit.ITEM, outline=1, depth=0)
"""I. – and I. -"""
CAPITAL_ITEM = NumberStyle("fr-capital", NumberedUnit.ITEM, outline=2, depth=1)
"""A. –"""
DEGREE = NumberStyle("fr-degree", NumberedUnit.ITEM, depth=4)
"""1°, 1° bis"""
PARAGRAPH = NumberStyle("fr-paragraph", NumberedUnit.ITEM, depth=0)
"""§ 1er., § 2bis, as Belgium numbers paragraphs, and 1, 2 without a stop, as Switzerland does: above a. and 1°"""

_B = "[ \u00a0\u202f]"
_LATIN = rf"(?:{LATIN_WORDS}|{LATIN_WORDS.upper()})"
_LABEL_ENDS = rf"(?={_B}*(?:$|[.:(–—-]|\n))"
_TAIL = (
    rf"(?:-[0-9]{{1,3}}(?![0-9])|/[0-9]{{1,3}}(?![0-9/])|{_B}?{_LATIN}(?![A-Za-zà-ÿ])|(?<=[0-9])[a-z]{{1,2}}(?=\b|{LATIN_WORDS})"
    rf"|(?:{_B}|(?<=-0){_B}?|(?<=[0-9])-?)[A-Z]{{1,3}}{_LABEL_ENDS})"
)
_PART = re.compile(
    rf"[-/](?P<dash>[0-9]{{1,3}})|(?P<latin>{_LATIN})(?![a-z])|(?P<small>[a-z]{{1,2}}?)(?=\b"
    rf"|{LATIN_WORDS})|(?P<big>[A-Z]{{1,3}})"
)
_ER = rf"(?:{_B}?(?:er|ER|ᵉʳ)(?![a-zà-ÿ]))?"
_LETTER = rf"\*{{0,2}}(?P<letter>(?:L\.?{_B}?O|LP|[LRDA])\.?{_B}?\*{{0,2}}\.?){_B}?(?=[0-9])"
ARTICLE_NUMBER = (
    rf"(?:(?:{_LETTER})?(?P<n>[0-9]{{1,5}}){_ER}(?P<tail>{_TAIL}*)"
    rf"|(?P<word>premier|PREMIER|unique|UNIQUE|[IVXC][IVXLC]{{0,7}}(?:er"
    rf"|ER)?)(?P<wtail>(?:{_B}{_LATIN})?)(?![a-zà-ÿA-Z0-9]|\.?{_B}?[0-9]))"
)
"""The source of a pattern for the number of an article, as labels and references print it; it has groups."""
_AS_BLANK = 100
"""39 A of a tax code is neither 39 bis nor 39-1: the letters after a blank count from here on."""


def _branches(tail: str) -> tuple[int, ...]:
    values: list[int] = []
    for part in _PART.finditer(tail):
        if part["dash"]:
            values.append(int(part["dash"]))
        elif part["latin"]:
            values.append(latin_ordinal(part["latin"]))
        elif part["small"]:
            values.append(_letters(part["small"].upper()))
        else:
            values.append(_letters(part["big"]) + _AS_BLANK)
    return tuple(values)


def _letters(letters: str) -> int:
    value = 0
    for letter in letters:
        value = 26 * value + ord(letter) - ord("A") + 1
    return value


def read_article(match: re.Match[str]) -> NumberReading | None:
    """Return style and value of a match of :data:`ARTICLE_NUMBER`: 16-1 is ``(16, 1)``, 5 bis ``(5, 1)``.

    The first number of L. 121-1 holds the place of its letter in millions, so that it is not R. 121-1.
    """
    if match["word"]:
        word = match["word"]
        value = read_ordinal(word) or roman(re.sub("(?:er|ER)$", "", word))
        return None if value is None else (ARTICLE, (value, *_branches(match["wtail"])))
    value, below = int(match["n"]), _branches(match["tail"])
    letter = re.sub("[^a-z]", "", (match["letter"] or "").lower())
    if not letter:
        return ARTICLE, (value, *below)
    return _IN_SERIES[letter], (_SERIES[letter] * SERIES + value, *below)


def _read_label(match: re.Match[str]) -> tuple[NumberReading, ...]:
    reading = read_article(match)
    return () if reading is None else (reading,)


def _read_unit(match: re.Match[str]) -> tuple[NumberReading, ...]:
    value = read_ordinal(match["n"])
    below = (latin_ordinal(match["latin"]),) if match["latin"] else ()
    below = below or ((ord(match["of"].upper()) - ord("A") + 1,) if match["of"] else ())
    return () if value is None else ((_UNITS[match["unit"].lower()], (value, *below)),)


def _read_part(match: re.Match[str]) -> tuple[NumberReading, ...]:
    value = read_ordinal(re.sub("(?:re|ère|ere|er|e|è|ème|eme|nde?)$", "", match["n"], flags=re.I)) or read_ordinal(
        match["n"]
    )
    return () if value is None else ((_UNITS[match["unit"].lower()], (value,)),)


def _read_roman(match: re.Match[str]) -> tuple[NumberReading, ...]:
    below = (latin_ordinal(match["latin"]),) if match["latin"] else ()
    value = roman(match["n"])
    readings: list[NumberReading] = [(ROMAN_ITEM, (value, *below))] if value else []
    if len(match["n"]) == 1:
        readings.append((CAPITAL_ITEM, (ord(match["n"]) - ord("A") + 1, *below)))
    return tuple(readings)


def _read_capital(match: re.Match[str]) -> tuple[NumberReading, ...]:
    below = (latin_ordinal(match["latin"]),) if match["latin"] else ()
    return ((CAPITAL_ITEM, (ord(match["n"]) - ord("A") + 1, *below)),)


def _read_degree(match: re.Match[str]) -> tuple[NumberReading, ...]:
    below = (latin_ordinal(match["latin"]),) if match["latin"] else ()
    return ((DEGREE, (int(match["n"]), *below)),)


def _read_letter(match: re.Match[str]) -> tuple[NumberReading, ...]:
    below = (latin_ordinal(match["latin"]),) if match["latin"] else ()
    return ((LATIN_BRACKET, (ord(match["n"]) - ord("a") + 1, *below)),)


def _read_paragraph(match: re.Match[str]) -> tuple[NumberReading, ...]:
    below = (latin_ordinal(match["latin"]),) if match["latin"] else ()
    below = below or ((ord(match["of"]) - ord("a") + 1,) if match["of"] else ())
    return ((PARAGRAPH, (int(match["n"]), *below)),)


def _read_bracket(match: re.Match[str]) -> tuple[NumberReading, ...]:
    return ((ARABIC_BRACKET, (int(match["n"]), latin_ordinal(match["latin"]))),)


_NAMES = "|".join(
    sorted((name for unit in _UNITS for name in (unit, unit.capitalize(), unit.upper())), key=len, reverse=True)
)
_CAPITALISED = "|".join(
    sorted((name for unit in _UNITS for name in (unit.capitalize(), unit.upper())), key=len, reverse=True)
)
_UNIT_NUMBER = (
    rf"(?P<n>[0-9]{{1,3}}|[IVXLC]{{1,8}}|(?i:{ORDINALS}))(?:{_B}?(?i:er|re|ère))?(?![a-zà-ÿ0-9])"
    rf"(?:{_B}(?P<latin>{_LATIN})\b|(?:{_B}?(?P<of>[A-Z]))(?={_B}*(?:$|[:.–—-])))?"
)
_LATIN_AFTER = rf"(?:{_B}(?P<latin>{LATIN_WORDS}))?"

_SENTENCE_BEGINS = (
    "La|Le|Les|Lorsque|Lors|Lorsqu['’]|L['’]|Un|Une|Il|Ils|Elle|Elles|En|Est|Sont|Si|S['’]|Sous|Sauf|Tout|Toute|Toutes"
    "|Tous|Au|Aux|À|A|Afin|Ne|Nul|Quiconque|Dans|Sur|Pour|Par|Chaque|Ces|Cette|Cet|Ce|Celui|Ceux|Celle|Celles|Avant"
    "|Après|Jusqu['’]|Des|Du|De|D['’]|Peut|Peuvent|Doit|Doivent|Sa|Son|Ses|Leur|Leurs|Aucun|Aucune|Avec|Quant|Quand"
    "|Toutefois|Demeurent|Demeure|Outre|Dès|Seul|Seule|Seuls|Seules|Constitue|Constituent|Vaut|Qui|On|Qu['’]|Entre"
    "|Conformément|Chacun|Chacune|Plusieurs"
)
"""Words with which Swiss paragraphs begin behind a bare number, so that 3 mois is none."""

_FORMS = (
    NumberForm(
        "§",
        re.compile(
            rf"§{_B}?(?P<n>[0-9]{{1,2}})(?:er|ᵉʳ)?(?:{_B}?(?P<latin>{LATIN_WORDS})|(?P<of>[a-z]))?"
            rf"(?:/[0-9]{{1,2}}(?!.))?(?![\w/])\.?"
        ),
        _read_paragraph,
    ),
    NumberForm(
        DIGITS[:10],
        re.compile(
            rf"(?P<n>[0-9]{{1,2}})(?:{_B}?(?P<latin>{LATIN_WORDS})|(?P<of>[a-z]))?"
            rf"{_B}(?=(?:{_SENTENCE_BEGINS})(?<=['’])|(?:{_SENTENCE_BEGINS})(?![\w'’]))"
        ),
        _read_paragraph,
    ),
    NumberForm(
        "Aa",
        re.compile(rf"(?:Article|ARTICLE|Art\.|ART\.|Art(?={_B}))(?:{_B}|(?<=\.)){ARTICLE_NUMBER}\.?(?![0-9])"),
        _read_label,
    ),
    NumberForm("PLTSC", re.compile(rf"(?P<unit>{_CAPITALISED}){_B}{_UNIT_NUMBER}\.?(?![0-9])"), _read_unit),
    NumberForm(
        f"{DIGITS[:10]}IVXPDTQCSHNOU",
        re.compile(
            rf"(?P<n>(?:[0-9]{{1,2}}|[IVX]{{1,5}})(?:re|ère|ere|er|e|ème|nde?|RE|ÈRE|ERE|E|ÈME)|(?i:{ORDINALS})){_B}"
            r"(?P<unit>[Pp]artie|PARTIE)\b(?![ \u00a0](?:de|du|des)\b)[.]?"
        ),
        _read_part,
    ),
    NumberForm(
        "IVXLC",
        re.compile(rf"(?P<n>[IVXLC]{{1,7}}){_LATIN_AFTER}(?:\.|{_B}?(?=[–—-]))(?={_B}|{_B}?[–—-]|$)"),
        _read_roman,
    ),
    NumberForm(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        re.compile(rf"(?P<n>[A-Z]){_LATIN_AFTER}(?:\.|{_B}?(?=[–—-]{_B}))(?={_B}?[–—-]|{_B}[^0-9]|$)"),
        _read_capital,
    ),
    NumberForm(DIGITS[:10], re.compile(rf"(?P<n>[0-9]{{1,3}}){_B}?[°º]{_LATIN_AFTER}\.?"), _read_degree),
    NumberForm("abcdefghijklmnopqrstuvwxyz", re.compile(rf"(?P<n>[a-z]){_B}(?P<latin>{LATIN_WORDS})\)"), _read_letter),
    NumberForm("abcdefghijklmnopqrstuvwxyz", re.compile(rf"(?P<n>[a-z])(?P<latin>(?!))?\.(?={_B})"), _read_letter),
    NumberForm(f"({DIGITS[:10]}", re.compile(rf"\(?(?P<n>[0-9]{{1,3}}){_B}?(?P<latin>{LATIN_WORDS})\)"), _read_bracket),
    *DIGIT_FORMS,
    *LETTER_FORMS,
)

_ARTICLES = (ARTICLE, *_IN_SERIES.values())
_GOES_ON = (
    r"\s*[,;)](?!\s*$)|\s+(?:(?:de|du|des|et|ou|à|au|aux|est|sont|était|a|ont|ainsi|relatif|relative"
    r"|relatifs|précité|précitée|ci-dessus"
    r"|ci-après|ci-dessous|susvisé|susvisée|visé|visée|prévu|prévue|modifié|modifiée|dans|par|pour"
    r"|sur|en|qui|que|ne|il|peut|doit"
    r"|alinéas?|paragraphes?|lettres?|chiffres?|point|première|phrase|al\.|let\.|ch\."
    r"|(?<!\.[ \u00a0])§(?![ \u00a0]?1(?:er)?\.? [A-ZÀ-Ý]))(?![a-zà-ÿ])"
    r"|(?:d|l|n|s|qu)['’])"
)

NUMBERS = Numbers(
    forms=_FORMS,
    articles=_ARTICLES,
    within=dict.fromkeys(
        _ARTICLES, rf"(?:Article|ARTICLE|Art\.|ART\.){_B}(?:[0-9LRDA]|premier|PREMIER|unique|UNIQUE|[IVX])"
    ),
    references=(FollowedBy(frozenset({*_ARTICLES, *_UNITS.values()}), _GOES_ON), IMAGES),
    measures=(
        r"(?:mm|cm|dm|km|m|kg|g|mg|ml|cl|l|kW|kWh|MW|kV|Hz|Pa|ha|t|jours?|mois|ans?|années?|heures?|minutes?|semaines?"
        r"|euros?|EUR|francs?|F|CHF|pour|p\.|par|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre"
        r"|novembre|décembre)\b"
    ),
    read=read_ordinal,
    to=r"à\b|au\b",
    and_=r"et\b|ou\b",
    plurals=re.compile(r"(?P<unit>Article|ARTICLE|Art\.)[sS]? (?=[0-9LRDA])"),
    plural_ends=re.compile(ARTICLE_NUMBER),
)
"""The numbers of French texts."""
