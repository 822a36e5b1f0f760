"""Sentences of Spanish texts, what they are about, and how they count."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yange.law.es.numerals import CARDINAL, ORDINAL, numeral
from yange.law.spoken import spoken

__all__ = ["COUNT", "LEAD", "OWN", "PART", "UNSURE", "read_count", "sentences", "subject"]

_MAY_SPEAK = re.compile(
    r"(?i)\b(?:vig[oe]r|vigencia|vigentes?|efectos?|rig[ei]\w*|regir\w*|aplic\w+ a partir"
    r"|derog\w+|der[óo]g\w+|abrog\w+|abr[óo]g\w+|suspend\w+|susp[ée]nd\w+"
    r"|pr[óo]rrog\w+|prorrog\w+|sin efecto|deja\w* de)\b"
)
_SENTENCE = re.compile(
    r"(?:[^.;\n]|\.(?=[0-9a-zº°ª])|(?<=\b[Nn]úm)\.|(?<=\b[Nn])\.|(?<=\b[Aa]rt)\.|(?<=\b[Aa]rts)\.){1,2000}[.;]?"
)
COUNT = rf"(?P<n>[0-9]{{1,3}}|{CARDINAL}|un[oa]?)(?: \([0-9a-záéíóú]{{1,12}}\))?"
_ARTICLES = (
    r"(?i:art[íi]culos?|t[íi]tulos?|cap[íi]tulos?|secci[óo]n(?:es)?|apartados?|letras?|anexos?|p[áa]rrafos?"
    r"|disposici(?:[óo]n|ones)(?: (?:adicional|transitoria|derogatoria|final)(?:es)?)?|libros?|incisos?|numerales?)"
)
_NUMBER = rf"(?:[0-9]+[º°]?(?:\.[0-9]+)?(?: bis| ter)?|[IVXLC]+\b|[a-zñ]\)|{ORDINAL})"
PART = re.compile(rf"\b({_ARTICLES} {_NUMBER}(?:(?:, | y | a | al | o |-)(?:el |la )?{_NUMBER})*)")
"""Clauses that a sentence names."""
_INSTRUMENT = (
    r"(?:ley|ley org[áa]nica|ley foral|real decreto(?:[- ]ley| legislativo)?|decreto(?:[- ]ley| supremo| legislativo"
    r"| foral)?|orden|reglamento|resoluci[óo]n|c[óo]digo|norma|acuerdo|instrucci[óo]n|ordenanza"
    r"|circular|estatuto|convenio|convenci[óo]n|tratado|protocolo)"
)
OWN = re.compile(
    rf"(?i)\b(?:la presente|el presente|esta|este|esta misma|dicha) {_INSTRUMENT}\b"
    r"|^(?:\W*[0-9a-zñ]{0,3}[.)]\s+)?(?:el presente|la presente)?\s*$"
)
LEAD = re.compile(
    r"^\s*(?:(?:Art[íi]culo|ART[ÍI]CULO|Disposici[óo]n|DISPOSICI[ÓO]N|Art\.)[^.]{0,60}?[.:][-–—]?\s*(?:Entrada "
    r"en [Vv]igor\.|[Vv]igencia\.)?"
    r"|[0-9]{1,2}[.)]|[a-zñ]\)|(?:Primero|Segundo|Tercero|Cuarto|Quinto|Sexto|Séptimo"
    r"|Octavo|Noveno|Décimo|[ÚU]nic[oa])[.:][-–—]?)\s*"
)
UNSURE = re.compile(
    r"(?i)\b(?:no|nunca|salvo|excepto|excepci[óo]n|sin perjuicio|si|siempre que"
    r"|cuando|hasta que|a menos|[úu]nicamente|s[óo]lo"
    r"|solamente|en la medida|en lo que|en cuanto|podr[áa]n?|condici[óo]n|previ[ao]"
    r"|momento en que|fecha en que|que se determine"
    r"|que (?:fije|establezca|determine))\b"
)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences that may speak of beginning, end or effect."""
    yield from spoken(text, _MAY_SPEAK, _SENTENCE)


def subject(words: str) -> tuple[str, ...] | None:
    """Return the parts that words before a statement name, () for the whole text, ``None`` for something else."""
    rest = LEAD.sub("", words)
    if UNSURE.search(rest):
        return None
    parts = tuple(match[1] for match in PART.finditer(rest))
    if parts:
        return parts
    return () if OWN.search(rest) or not rest.strip() else None


def read_count(word: str) -> int:
    """Read a number that :data:`COUNT` matches: 5, cinco, un."""
    return int(word) if word.isdigit() else numeral(word) or 1
