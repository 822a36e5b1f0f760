"""How the numbers of clauses are written in Portuguese: Artigo 12.º-A, Art. 5º-B, § 1º, Parágrafo único, II -, a).

Brazil: *Lei Complementar* 95/1998, art. 10 (articles, paragraphs §, incisos in Roman numerals, alíneas, itens;
divisions) and art. 12 (letters behind the number of an inserted article). Portugal: *Regras de legística a observar na
elaboração de atos normativos da Assembleia da República* (2020): articles, numbers (1 -), alíneas, subalíneas (i)), and
the divisions parte, livro, título, capítulo, secção, subsecção, divisão. European Union (*Código de redação
interinstitucional*, part one): Artigo 1.o, 1., a), i).
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
    LETTER_FORMS,
    branches,
    roman,
)
from yange.numbering import NumberedUnit, NumberStyle

__all__ = ["ARTICLE", "NUMBERS", "UNITS"]

ARTICLE = NumberStyle("pt-artigo", NumberedUnit.ARTICLE)
"""Artigo 12.º-A, Art. 5º, Artigo único"""
PARAGRAPH = NumberStyle("pt-parágrafo", NumberedUnit.ARTICLE_PARAGRAPH)
"""§ 1º, Parágrafo único"""
INCISO = NumberStyle("pt-inciso", NumberedUnit.ITEM, depth=1)
"""II - behind which the words follow"""
ITEM = NumberStyle("pt-item", NumberedUnit.ITEM, depth=6)
"""1) below a); 1. and 1 - below a) in Brazil"""
UNITS = {
    "parte": NumberStyle("pt-parte", NumberedUnit.PART),
    "livro": NumberStyle("pt-livro", NumberedUnit.BOOK),
    "titulo": NumberStyle("pt-título", NumberedUnit.TITLE),
    "capitulo": NumberStyle("pt-capítulo", NumberedUnit.CHAPTER),
    "seccao": NumberStyle("pt-secção", NumberedUnit.SECTION),
    "subseccao": NumberStyle("pt-subsecção", NumberedUnit.SUBSECTION),
    "divisao": NumberStyle("pt-divisão", NumberedUnit.PARAGRAPH),
    "subdivisao": NumberStyle("pt-subdivisão", NumberedUnit.SUBPARAGRAPH),
    "subtitulo": NumberStyle("pt-subtítulo", NumberedUnit.SUBTITLE),
}
"""The styles of divisions by the name of the unit, in small letters without accents, as Portugal spells it."""

_B = "[ \u00a0]"
_MARK = r"(?:\.?[ºª°˚]|\.?(?<=[\d.])o(?!\w))"
_WORDS = ("primeir", "segund", "terceir", "quart", "quint", "sext", "sétim", "oitav", "non", "décim")
_WORD = rf"(?i:(?:{'|'.join(_WORDS)})[oa]|[úu]nic[oa])"
_END = rf"(?:\.?{_B}?[-–—]{{1,2}}(?=\s|$)|\.(?!\d))?"


def _value(printed: str) -> int | None:
    bare = re.sub(rf"(?:{_MARK}|(?<=\D)[oa])$", "", printed.lower())
    digits = bare.replace(".", "")
    if digits.isdigit():
        return int(digits)
    if bare in ("únic", "unic"):
        return 1
    return _WORDS.index(bare) + 1 if bare in _WORDS else roman(printed)


def _read_article(match: re.Match[str]) -> tuple[NumberReading, ...]:
    value = _value(match["n"])
    return () if value is None else tuple((ARTICLE, (value, *branch)) for branch in branches(match["of"]))


def _read_division(match: re.Match[str]) -> tuple[NumberReading, ...]:
    unit = re.sub("(?<!c)cao$", "ccao", match["unit"].lower().translate(str.maketrans("íçã", "ica")))
    value = _value(match["n"])
    return () if value is None else tuple((UNITS[unit], (value, *branch)) for branch in branches(match["of"]))


def _read_paragraph(match: re.Match[str]) -> tuple[NumberReading, ...]:
    value = int(match["n"]) if match["n"] else 1
    return tuple((PARAGRAPH, (value, *branch)) for branch in branches(match["of"]))


def _read_inciso(match: re.Match[str]) -> tuple[NumberReading, ...]:
    value = roman(match["n"])
    return () if value is None else tuple((INCISO, (value, *branch)) for branch in branches(match["of"]))


def _read_number(match: re.Match[str]) -> tuple[NumberReading, ...]:
    values = [(int(match["n"]), *branch) for branch in branches(match["of"])]
    return tuple((style, value) for style in (ARABIC_STOP, ITEM) for value in values)


def _read_item(match: re.Match[str]) -> tuple[NumberReading, ...]:
    return tuple((style, (int(match["n"]),)) for style in (ARABIC_BRACKET, ITEM))


_OF = r"(?:-(?P<of>[A-Z]{1,2})(?!\w))?"
_UNIT = (
    "PARTE|Parte|LIVRO|Livro|TÍTULO|Título|CAPÍTULO|Capítulo|SEC[ÇC]ÃO|Sec[çc]ção|SECÇÃO|Secção|SEÇÃO|Seção|SUBSECÇÃO"
    "|Subsecção|SUBSEÇÃO|Subseção|DIVISÃO|Divisão|SUBDIVISÃO|Subdivisão|SUBTÍTULO|Subtítulo"
)
_FORMS = (
    NumberForm(
        "A",
        re.compile(
            rf"(?:Artigo|ARTIGO|Art\.|ART\.){_B}{{0,2}}(?P<n>(?:\d{{1,2}}\.\d{{3}}(?!\d)|\d{{1,4}}){_MARK}?"
            rf"|(?<={_B}){_WORD})(?!\w){_OF}{_END}"
        ),
        _read_article,
    ),
    NumberForm("§", re.compile(rf"§{_B}?(?P<n>\d{{1,3}}){_MARK}?{_OF}(?!\w){_END}"), _read_paragraph),
    NumberForm("P", re.compile(rf"Parágrafo{_B}(?P<n>(?!))?(?P<of>(?!))?único{_END}"), _read_paragraph),
    NumberForm(
        "PLTCSD",
        re.compile(
            rf"(?P<unit>{_UNIT}){_B}{{1,2}}(?P<n>[IVXLC]{{1,8}}(?!\w)|\d{{1,2}}(?:{_MARK})?|{_WORD}(?!\w)){_OF}{_END}"
        ),
        _read_division,
    ),
    NumberForm("IVXLC", re.compile(rf"(?P<n>[IVXLC]{{1,8}}){_OF}{_B}?[-–—](?=\s|$)"), _read_inciso),
    NumberForm(DIGITS[:10], re.compile(rf"(?P<n>\d{{1,3}}){_OF}(?:{_B}?[-–—](?=\s|$)|\.(?![\dºª°o]))"), _read_number),
    NumberForm(DIGITS[:10], re.compile(r"(?P<n>\d{1,3})\)"), _read_item),
    *DIGIT_FORMS[1:],
    *LETTER_FORMS,
)
_SMALL = r"(?:d[eoa]s?|e|ou|a|ao|n[oa]s?|em|por|que|se|para|com|desta|deste|anterior|anteriores|seguintes?)\b"

NUMBERS = Numbers(
    forms=_FORMS,
    articles=(ARTICLE,),
    references=(
        FollowedBy(frozenset({ARTICLE, PARAGRAPH, *UNITS.values()}), rf"(?<![.–—-])\s+{_SMALL}|\s*[,;)]"),
        IMAGES,
    ),
    measures=(
        r"(?:mm|cm|km|m|kg|g|kW|ha|dias?|m[êe]s|meses|anos?|horas?|minutos?|semanas?|euros?|reais|por|milhões|mil)\b"
        r"|de (?:janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)\b"
    ),
    to=r"a\b",
    and_=r"(?:e|ou)\b",
)
"""The numbers of Portuguese texts."""
