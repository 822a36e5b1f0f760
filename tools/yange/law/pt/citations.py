"""References in Portuguese: alínea a) do n.º 2 do artigo 5.º; art. 5º, § 2º, II, a; artigos 5.º, 6.º e 8.º a 10.º.

Portugal names the smaller part first (Regras de legística, on remissões), Brazil either way with article, paragraph,
inciso and alínea (Lei Complementar 95/1998, art. 11, II, g), the European Union the article first (artigo 5.o, n.o 2,
alínea a)).
"""

from __future__ import annotations

import re

from yange.law.aspects.citations import Level
from yange.law.common import roman
from yange.law.pt.numerals import ORDINAL, ordinal
from yange.law.romance_citations import PartForm, ReferenceForms, RomanceCitations

__all__ = ["ARTICLE_NUMBER", "CITATIONS", "INSTRUMENT", "OTHER_WORDS", "read_article"]

_B = r"[ \u00a0\n]"
_MARK = r"(?:\.?[ºª°]|\.?o(?!\w))"
_INSERTED = r"(?:-[A-Z]{1,2}(?!\w))"
ARTICLE_NUMBER = (
    r"(?:\d{1,2}\.\d{3}(?!\d)|\d{1,4}(?!\d|\.\d{3}|\$)|[uú]nico\b|primeiro\b)"
    rf"(?:{_MARK}{_INSERTED}?(?![/-])|{_INSERTED}?(?![\w/]))"
)
"""The source of a pattern without groups for the number of an article, as references print it."""
INSTRUMENT = (
    r"(?:lei(?: complementar| constitucional| org[âa]nica| delegada)?|decreto(?:-lei| regulamentar| legislativo"
    r"(?: regional)?)?|medida provis[óo]ria|portaria|despacho|regulamento|c[óo]digo|constitui[çc][ãa]o|estatuto"
    r"|tratado|conven[çc][ãa]o|acordo|diretiva|directiva|decis[ãa]o|emenda constitucional|resolu[çc][ãa]o|regimento"
    r"|diploma)"
)
"""The source of a pattern without groups for the word that names an instrument, in small letters."""
OTHER_WORDS = (
    rf"(?:(?:mesm|referid|citad|menciona?d|mencionad)[oa]{_B})?(?:(?i:{INSTRUMENT})(?!\w)|[A-ZÁÉÍÓÚÂÊÔÃÕÇ][\wÀ-ÿ.-]*)"
)
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def read_article(printed: str) -> tuple[int, ...] | None:
    """Return the value of an article's number as printed: (12, 1) for 12.º-A and 12-A."""
    number, _, inserted = printed.partition("-")
    bare = re.sub(rf"{_MARK}$", "", number)
    digits = bare.replace(".", "")
    value = int(digits) if digits.isdigit() else 1
    if not inserted:
        return (value,)
    return (value, *(ord(letter) - ord("A") + 1 for letter in inserted))


def _figure(printed: str) -> tuple[int, ...] | None:
    return read_article(re.sub(r"^(?:único|unico)$", "1", printed))


def _letter(printed: str) -> tuple[int, ...] | None:
    bare = printed.strip("\"'“”«»)").rstrip(")")
    if len(bare) == 1 and bare in _ALPHABET:
        return (ord(bare) - ord("a") + 1,)
    return (ord(bare[0]) - ord("a") + 1, ord(bare[1]) - ord("a") + 1) if len(bare) == 2 else None


def _roman(printed: str) -> tuple[int, ...] | None:
    number, _, inserted = printed.rstrip(")").partition("-")
    value = roman(number)
    return None if value is None else (value, *(ord(letter) - ord("A") + 1 for letter in inserted))


def _ordinal(printed: str) -> tuple[int, ...] | None:
    value = ordinal(printed)
    return (value,) if value else None


_FIGURE = rf"\d{{1,3}}{_MARK}?(?:-[A-Z](?!\w))?(?!\d|[/-]|\.\d)"
_SIGN = r"[a-z]{1,2}\)|[\"“«'‘][a-z][\"”»'’]\)?"
_INCISO = r"[IVXLC]{1,8}(?:-[A-Z])?(?!\w)"
_JOIN = rf"(?:,{_B}|{_B}(?:e|ou|a){_B}|{_B}(?:e|a|à){_B}(?:o|a|à)?{_B}?)"


def _listed(words: str, one: str) -> str:
    return rf"(?:{words})(?:{one})(?:{_JOIN}(?:{one}))*"


_PARTS = (
    PartForm(
        _listed(rf"(?<!\w)[Nn]\.(?:[ºo°]|os|[ºo]s){_B}?|[Nn]úmeros?{_B}", rf"{_FIGURE}(?!{_B}?%)"),
        Level.SUBSECTION,
        re.compile(_FIGURE),
        _figure,
    ),
    PartForm(_listed(rf"§{{1,2}}{_B}?|[Pp]arágrafos?{_B}", rf"{_FIGURE}|único\b"), Level.PARAGRAPH,
             re.compile(rf"{_FIGURE}|único\b"), _figure),
    PartForm(_listed(rf"[Aa]l[íi]neas?{_B}|\bal\.{_B}", _SIGN), Level.LETTER, re.compile(_SIGN), _letter),
    PartForm(_listed(rf"[Ss]ubal[íi]neas?{_B}", r"[ivx]{1,6}\)"), Level.ITEM, re.compile(r"[ivx]{1,6}\)"), _roman),
    PartForm(_listed(rf"[Ii]ncisos?{_B}|\binc\.{_B}", _INCISO), Level.ITEM, re.compile(_INCISO), _roman),
    PartForm(_listed(rf"[Pp]ontos?{_B}", r"\d{1,3}(?!\d|[/.]\d)"), Level.ITEM, re.compile(r"\d{1,3}"), _figure),
    PartForm(_listed(rf"[Ii]te(?:m|ns){_B}", r"\d{1,2}(?!\d|[/.]\d)"), Level.ITEM, re.compile(r"\d{1,2}"), _figure),
    PartForm(rf"{ORDINAL}{_B}(?:parte|frase|período)\b", Level.SENTENCE, re.compile(ORDINAL), _ordinal),
    PartForm(rf"(?:{ORDINAL}){_B}(?:par[áa]grafo|travessão)\b", Level.PARAGRAPH, re.compile(ORDINAL), _ordinal),
)  # fmt: skip
_BARE_PARTS = rf"(?:{_INCISO}|{_SIGN})"
_ROMAN_UNIT = r"[IVXLC]{1,7}(?:-[A-Z])?(?!\w)"
_OF = rf"{_B}(?:d[oa]s?|desse|dessa|deste|desta|ao?|n[oa]s?){_B}"


def _division(printed: str) -> tuple[int, ...] | None:
    return _roman(printed) or _ordinal(printed)


def _annex(printed: str) -> tuple[int, ...] | None:
    if printed.isdigit():
        return (int(printed),)
    value = roman(printed)
    return (value,) if value else (ord(printed) - ord("A") + 1,)


FORMS = ReferenceForms(
    head=re.compile(
        rf"\b(?:[Aa]rt(?:igo{_B}|\.{_B}?)|ARTIGO{_B}|(?P<several>[Aa]rt(?:igos{_B}|s\.{_B}?)|ARTIGOS{_B}))(?=\d|[uú]nico\b|primeiro\b)"
    ),
    number=ARTICLE_NUMBER,
    read=read_article,
    join=re.compile(
        rf"(?i)(?:(?P<to>{_B}(?:a|ao|até){_B}(?:ao{_B})?|[-–])|,{_B}(?:e{_B})?|{_B}(?:e|ou|bem{_B}como){_B})"
        rf"(?:(?:o{_B})?(?:art\.|artigo){_B}|(?:os{_B})?artigos{_B})?(?=\d)"
    ),
    parts=_PARTS,
    bare=(
        PartForm(rf"(?<=,{_B})(?:{_INCISO})", Level.ITEM, re.compile(_INCISO), _roman),
        PartForm(
            rf"(?<=,{_B})(?:[\"“'‘][a-z][\"”'’]|[b-df-np-z])(?=[,;)]|\.(?:\s|$)|$|{_B}d[oa]{_B})",
            Level.LETTER,
            re.compile(r"[\"“'‘]?[a-z][\"”'’]?"),
            _letter,
        ),
    ),
    names=re.compile(rf"(?i:{INSTRUMENT}|suplemento|protocolo|série|república|acórdão|aviso|anúncio){_B}$"),
    of=_OF,
    behind=rf",{_B}",
    divisions=(
        (re.compile(rf"\b(?:[Tt]ítulo|[Ll]ivro|[Pp]arte){_B}(?P<n>{_ROMAN_UNIT}|{ORDINAL})"), Level.PART, _division),
        (re.compile(rf"\b[Cc]apítulo{_B}(?P<n>{_ROMAN_UNIT}|{ORDINAL})"), Level.CHAPTER, _division),
        (re.compile(rf"\b(?:[Ss]ecção|[Ss]eção){_B}(?P<n>{_ROMAN_UNIT}|{ORDINAL})"), Level.SECTION, _division),
        (re.compile(rf"\b[Aa]nexo{_B}(?P<n>\d{{1,2}}|[IVX]{{1,5}}|[A-Z])(?![\w-])"), Level.ANNEX, _annex),
    ),
    relative=re.compile(
        rf"\b(?:presente|d?est[ea]|n?est[ea]){_B}(?P<this>artigo|número|parágrafo|capítulo)\b"
        rf"|\b(?P<before>(?:artigo|número|parágrafo){_B}anterior)\b"
    ),
    levels=(
        ("artigo", Level.ARTICLE), ("número", Level.ITEM), ("parágrafo", Level.PARAGRAPH), ("capítulo", Level.CHAPTER),
    ),
    own=re.compile(
        rf",?{_B}(?:d[oa]s?{_B}presentes?|dest[ea]s?){_B}(?!artigo|número|parágrafo|inciso|alínea)"
    ),
    other=re.compile(
        rf",?{_B}(?:(?:d[oa]s?(?:/a)?|ao?|n[oa]){_B}(?!presente){OTHER_WORDS}|(?:dess[ea]|daquel[ea]){_B}{INSTRUMENT}"
        rf"|(?:CF|CC|CPC|CP|CPP|CLT|TFUE|TUE)(?!\w))"
    ),
    within=re.compile(
        rf",?{_B}(?:d[oa]{_B}(?:[Tt]ítulo|[Ll]ivro|[Pp]arte|[Cc]apítulo|[Ss]ec?ção){_B}(?:{_ROMAN_UNIT}|{ORDINAL})"
        rf"|(?:d[oa]{_B}presente|deste|desta){_B}(?:artigo|número|parágrafo)|e{_B}seguintes)|,?{_B}caput"
        rf"|,?{_B}in{_B}fine"
    ),
)  # fmt: skip
CITATIONS = RomanceCitations(FORMS)
