"""Values in Spanish legal texts: dates, amounts, periods, counts, citations, offices. All patterns read match keys.

Thousands are parted by points or blanks and decimals by a comma in Spain and the south; Mexico, Peru and Central
America write them the English way. A key is read by either: 1.000,50 euros and $1,000.50 are each one amount.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from yange.law.aspects.values import AtomKind, Form, Rank, Span, Values, matches
from yange.law.es.numerals import CARDINAL, numeral

__all__ = ["VALUES"]

_DECIMAL = r"(?:\d{1,3}(?:[. ]\d{3}){1,9}(?:,\d+)?|\d{1,3}(?:,\d{3}){1,9}(?:\.\d+)?|\d+(?:[.,]\d+)?)(?!\d)"
_LARGE = (
    r"(?:ciento|cientos|cien|doscient[oa]s|trescient[oa]s|cuatrocient[oa]s|quinient[oa]s"
    r"|seiscient[oa]s|setecient[oa]s|ochocient[oa]s|novecient[oa]s|mil|mill[óo]n"
    r"|millones)"
)
_WORDS = rf"(?:(?:{CARDINAL}|{_LARGE}|una?)(?: (?:y )?(?:{CARDINAL}|{_LARGE}))*)"
_COUNTED = rf"(?<![\w.,])(?:{_DECIMAL}|{_WORDS})(?: \([^()]{{1,20}}\))?"
_SUM = rf"{_DECIMAL}(?: (?:mil|mill[óo]n|millones|mil millones))?(?: de)?"
_NAME = (
    r"(?:euros?|pesetas?|pesos?|d[óo]lares?|soles|bol[íi]vares|UF|UTM|UIT|unidades tributarias(?: mensuales"
    r"| anuales)?|unidades de fomento|salarios m[íi]nimos)\b"
)
_CODE = r"(?:EUR|USD|ARS|CLP|MXN|COP|PEN|UYU)"
_MONTH = "(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre)"
_PLACE = (
    r"\d{1,4}[º°]?(?: (?:bis|ter|quater|quinquies|sexies|septies|octies)\b|-[A-Z]\b)?(?:\.\d{1,2}(?!\d))?"
    r"(?:\.?[a-zñ]\))?"
)
_LIST = re.compile(rf"\b[Aa]rt[íi]culos {_PLACE}")
_LISTED = re.compile(rf"(?:, ?| (?:y|o|a|al) )({_PLACE})(?![\d%]|,\d| (?:d[íi]as?|mes|año|euros|por))")
_OFFICE = (
    "(?:Ministerio|Consejo|Comisi[óo]n|Agencia|Instituto|Direcci[óo]n|Secretar[íi]a"
    "|Superintendencia|Autoridad|Tribunal|Consejer[íi]a)"
)
_UNIT = "metros?|kil[óo]metros?|toneladas?|litros?|personas?|miembros?|veces|ejemplares?|plazas?|embarcaciones"


def _listed(key: str) -> Iterable[Span]:
    """Yield the places of the numbers in lists of citations, the first one with the word before it."""
    for head in _LIST.finditer(key):
        yield head.span()
        at = head.end()
        while (match := _LISTED.match(key, at)) is not None:
            yield match.span(1)
            at = match.end(1)


_INSTRUMENT = (
    r"\b(?:Ley(?: Org[áa]nica| Foral)?|Real Decreto(?:-[Ll]ey| Legislativo)?|Decreto(?:-[Ll]ey"
    r"| Supremo| Legislativo| Foral)?|Orden)"
    r"(?: [A-Z]{3})? ?(?:N[.º°]{1,2} ?)?\d[\d.]*(?:/\d{2,4})*"
)
_FORMS = (
    (AtomKind.DATE, rf"\b\d{{1,2}}[º°]? de {_MONTH}(?: del? (?:año )?\d{{4}})?"),
    (AtomKind.NUMBER, _INSTRUMENT),
    (
        AtomKind.AMOUNT,
        (
            rf"(?<!\w){_CODE} ?{_SUM}|(?:(?<![A-Za-z])(?:US|U|MX|S/))?\$ ?{_SUM}"
            rf"|(?<![A-Za-z])S/ ?{_SUM}|€ ?{_SUM}|(?<![\w.,]){_SUM} ?(?:€|{_CODE}\b|{_NAME})"
        ),
    ),
    (AtomKind.AMOUNT, rf"{_COUNTED} (?:de )?{_NAME}"),
    (
        AtomKind.DEADLINE,
        (
            rf"{_COUNTED} (?:horas?|d[íi]as?|semanas?|mes(?:es)?|años?)(?: (?:h[áa]biles"
            rf"|naturales|corridos|calendario))?\b"
        ),
    ),
    (AtomKind.PERCENTAGE, rf"{_COUNTED} ?(?:por ciento|por 100|%)"),
    (AtomKind.COUNT, rf"{_COUNTED} (?:{_UNIT})\b"),
    (
        AtomKind.CITED,
        (
            rf"\b(?:[Aa]rt[íi]culos?|[Aa]partados?|[Cc]ap[íi]tulo|[Tt][íi]tulo|[Ss]ecci[óo]n"
            rf"|[Aa]nexo) (?:{_PLACE}|[IVXLC]+\b)"
        ),
    ),
    (
        AtomKind.BODY,
        (
            rf"\b{_OFFICE}(?: (?:de|del|de la|de los|para|y|la|las|los|General|Nacional"
            rf"|[A-ZÁÉÍÓÚ]\w+))*? [A-ZÁÉÍÓÚ]\w+(?: [A-ZÁÉÍÓÚ]\w+)*"
        ),
    ),
)
_BEGINS_WITH_WORDS = re.compile(
    rf"(?P<words>{CARDINAL})(?= (?:horas?|d[íi]as?|semanas?|mes|meses|años?|por ciento|{_NAME}|{_UNIT}))"
)


def _plain(key: str) -> str:
    """Return a piece of a match key with the number words it begins with in figures: treinta días is 30 días."""
    match = _BEGINS_WITH_WORDS.match(key)
    value = numeral(match["words"]) if match else None
    if match is not None and value is not None:
        return f"{value}{key[match.end() :]}"
    return re.sub(r"(?<=\d)[. ](?=\d{3}(?!\d))", "", key)


VALUES = Values(
    forms=(
        Form(Rank.SPELLED, AtomKind.CITED, _listed),
        *(Form(Rank.SPELLED, kind, matches(form)) for kind, form in _FORMS),
    ),
    present=re.compile("[A-Za-z$€]"),
    plain=_plain,
    joints=(" a ", " y(?: no superior a)? "),
    cites=("rtículo", "rticulo"),
)
"""How Spanish writes values."""
