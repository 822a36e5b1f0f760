"""Values in Spanish legal texts: dates, amounts, periods, counts, citations, offices. All patterns read match keys.

Thousands are parted by points or blanks and decimals by a comma in Spain and the south; Mexico, Peru and Central
America write them the English way. A key is read by either: 1.000,50 euros and $1,000.50 are each one amount.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from yange.law.aspects.values import AtomKind, Form, Rank, Span, Values, beside, matches
from yange.law.es.numerals import CARDINAL
from yange.law.number_words import figures_reader

__all__ = ["VALUES"]

_DECIMAL = r"(?:\d{1,3}(?:[. ]\d{3}){1,9}(?:,\d+)?|\d{1,3}(?:,\d{3}){1,9}(?:\.\d+)?|\d+(?:[.,]\d+)?)(?!\d)"
_LARGE = (
    r"(?:ciento|cientos|cien|doscient[oa]s|trescient[oa]s|cuatrocient[oa]s|quinient[oa]s"
    r"|seiscient[oa]s|setecient[oa]s|ochocient[oa]s|novecient[oa]s|mil|mill[óo]n"
    r"|millones)"
)
_WORDS = rf"(?>(?:{CARDINAL}|{_LARGE}|una?)(?: (?:y )?(?:{CARDINAL}|{_LARGE})){{0,8}})"
_COUNTED = rf"(?<![\w.,])(?:{_DECIMAL}|{_WORDS}(?!\w))(?: ?\([^()]{{1,20}}\))?"
_GAP = r"(?: |(?<=\)))"
_RANGE = rf"(?:{_COUNTED} (?:a|o|y|ni mayor de|hasta) )?"
_PERIOD = (
    rf"{_RANGE}{_COUNTED}{_GAP}(?:(?:primeros|[úu]ltimos|siguientes) )?(?:horas?|d[íi]as?|semanas?|mes(?:es)?"
    rf"|años?)(?: (?:h[áa]biles"
    r"|naturales|corridos|calendario))?\b"
)
_NTH_DAY = (
    r"\b(?:primer|segundo|tercer|cuarto|quinto|sexto|s[ée]ptimo|octavo|noveno|d[ée]cimo|und[ée]cimo|duod[ée]cimo"
    r"|decimoquinto|vig[ée]simo|trig[ée]simo) d[íi]a(?: (?:h[áa]bil|natural|calendario))?\b"
)
"""A day counted from an event: el quinto día hábil."""
_PRISON = r"(?:prisi[óo]n|reclusi[óo]n|presidio|arresto|privativa de (?:la )?libertad|penitenciar[íi]a|c[áa]rcel)"
_IMPRISONMENT = beside(
    _PERIOD,
    words=_PRISON,
    before=rf"{_PRISON}(?:(?!multa|\b(?:plazo|dentro|desde|después)\b)[^.;:]){{0,50}}",
    after=rf" de {_PRISON}",
)
_AGE = beside(
    rf"{_COUNTED} años\b",
    before=r"\b(?:(?<!no )(?:mayores|menores)|(?<!no )(?<!ni )(?:mayor|menor) de edad|edad|cumplidos?"
    r"|hayan? cumplido) (?:de )?",
    after=r"(?: cumplidos)? de edad\b",
)
_PARTS = "(?:tercios?|cuartos?|quintos?|sextos?|d[ée]cimos?)"
_RATIO = (
    rf"(?<![\w-])(?i:un|una|dos|tres|cuatro|cinco|seis|siete|[1-9]) (?:{_PARTS}|(?:tercera|cuarta|quinta|sexta"
    rf"|s[ée]ptima|octava|d[ée]cima)s? partes?)\b"
    r"|(?:(?<=\bla )|(?<=\bLa ))(?:mitad(?: m[áa]s un[oa]\b)?(?= de\b|$|[.,;])"
    r"|(?:tercera|cuarta|quinta|sexta|d[ée]cima) parte\b)"
    r"|\b[Mm]ayor[íi]a (?:absoluta|simple|relativa|(?:cualificada|calificada)|especial)\b"
    r"|(?<![\d/.,-])(?!00/100)\d{1,2}/\d{1,3}(?![\d/.,])"
)
_SUM = rf"{_DECIMAL}(?: (?:mil|mill[óo]n|millones|mil millones))?(?: de)?"
_NAME = (
    r"(?:euros?|pesetas?|pesos?|d[óo]lares?|soles|bol[íi]vares|UF|UTM|UIT|unidades tributarias(?: mensuales"
    r"| anuales)?|unidades de fomento|salarios m[íi]nimos(?: (?:generales|legales))?(?: (?:mensuales|diarios))?"
    r"(?: vigentes)?|[Uu]nidades de (?:[Mm]edida y [Aa]ctualizaci[óo]n|[Vv]alor [Tt]ributario)|UMAS?|UVT|SMM?LM?V"
    r"|d[íi]as[- ]multa|d[íi]as de salario(?: m[íi]nimo)?|jornadas de salario(?: m[íi]nimo)?|bolivianos|guaran[íi]es"
    r"|[Uu]nidades [Ii]mpositivas [Tt]ributarias|[Uu]nidades [Ff]ijas"
    r"|quetzales|lempiras|c[óo]rdobas|colones|balboas|UR|unidades reajustables)\b"
)
_CODE = r"(?:EUR|USD|ARS|CLP|MXN|COP|PEN|UYU)"
_MONTH = "(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre)"
_PLACE = (
    r"\d{1,4}[º°]?(?: (?:bis|ter|quater|quinquies|sexies|septies|octies)\b|-[A-Z]\b)?(?:\.\d{1,2}(?!\d))?"
    r"(?:\.?[a-zñ]\))?"
)
_LIST = re.compile(rf"\b[Aa]rt(?:[íi]culos|s\.) ?{_PLACE}")
_LISTED = re.compile(rf"(?:, ?| (?:y|o|a|al) )({_PLACE})(?![\d%]|,\d| (?:d[íi]as?|mes|año|euros|por))")
_OFFICE = (
    "(?:(?:Vice)?[Mm]inisterio|Consejo|Comisi[óo]n|Comit[ée]|Agencia|Instituto|Direcci[óo]n|(?:Sub)?[Ss]ecretar[íi]a"
    "|Superintendencia|Autoridad|Tribunal|Consejer[íi]a|Servicio|Banco|Contralor[íi]a|Procuradur[íi]a|Fiscal[íi]a"
    "|Defensor[íi]a|Junta|C[áa]mara|Corte|Departamento|Oficina|Congreso|Ayuntamiento|Municipalidad|Tesorer[íi]a"
    "|Presidencia|Delegaci[óo]n|Administraci[óo]n|Organismo|Inspecci[óo]n|Audiencia|Diputaci[óo]n|Unidad)"
)
_NAMES = (
    rf"\b{_OFFICE}(?: (?!(?:y )?{_OFFICE}\b)(?:(?:de|del|de la|de los|de las|para|para la|y|e|en) )?[A-ZÁÉÍÓÚÑ]\w+"
    rf"){{1,8}}"
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


_SPELLED = rf"(?<![\w.,])(?!(?i:un[ao]?) ){_WORDS}{_GAP}[a-záéíóúñ]{{4,}}s\b"
"""A number in words before any noun in the plural: it counts whatever the noun names."""
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
            rf"(?<!\w){_CODE} ?{_SUM}|(?:(?<![A-Za-z])(?:US|U|MX|S/))?\$ ?{_SUM}(?: ?\([^()]{{3,80}}\))?"
            rf"|(?<![A-Za-z])S/ ?{_SUM}|€ ?{_SUM}|(?<![\w.,])(?:{_DECIMAL} a )?{_SUM} ?(?:€|{_CODE}\b|{_NAME})"
        ),
    ),
    (AtomKind.COUNT, ""),
    (AtomKind.IMPRISONMENT, ""),
    (
        AtomKind.AMOUNT,
        rf"{_RANGE}{_COUNTED}{_GAP}(?:de )?{_NAME}(?:(?: con| y)? {_COUNTED} (?:centavos|c[ée]ntimos)\b)?",
    ),
    (AtomKind.DEADLINE, _PERIOD),
    (AtomKind.DEADLINE, _NTH_DAY),
    (
        AtomKind.PERCENTAGE,
        (
            rf"{_COUNTED} ?(?:por ciento|por mil\b|por 1[.]?000?(?!\d)|%|‰"
            r"|puntos (?:porcentuales|b[áa]sicos)\b)"
        ),
    ),
    (
        AtomKind.COUNT,
        (
            rf"{_COUNTED}{_GAP}(?:{_UNIT})\b"
            r"|\b(?:doble|duplo|tripl[eo]|cu[áa]druplo|d[ée]cuplo)(?= de(?:l| la| los)\b)"
            r"|(?<=\b[ae]l )(?:doble|duplo|tripl[eo]|cu[áa]druplo|d[ée]cuplo)(?= en\b|$|[.,;])"
        ),
    ),
    (
        AtomKind.CITED,
        (
            rf"\b(?:[Aa]rt(?:[íi]culos?|s?\.)|[Aa]partados?|[Cc]ap[íi]tulo|[Tt][íi]tulo|[Ss]ecci[óo]n"
            rf"|[Aa]nexo|[Nn]umeral(?:es)?|[Ii]ncisos?|[Pp][áa]rrafos?|[Ll]etras?"
            rf"|[Ff]racci[óo]n(?:es)?) (?:{_PLACE}|[IVXLC]+\b|[a-zñ]\))"
        ),
    ),
    (
        AtomKind.BODY,
        (
            rf"{_NAMES}|\b[Pp]oder (?:Ejecutivo|Legislativo|Judicial)\b"
            r"|(?<=\b[Ee]l )(?:gobernador(?: civil)?|delegado del [Gg]obierno|fiscal|registrador|notario|alcalde"
            r"|intendente"
            r"|prefecto|ministro|tribunal|secretario judicial|director general|ayuntamiento|gobierno)\b"
            r"|\b[Aa]utoridad(?:es)? competentes?\b|\b(?:Capitan[íi]a|Alcald[íi]a|Intendencia|Gobernaci[óo]n)"
            r"(?: (?:de |del |de la )?[A-ZÁÉÍÓÚ]\w+)*|\b[Jj]uez(?: de (?:primera instancia|instrucci[óo]n|letras))?\b"
            r"|\bConsejo de Ministros\b|\b(?:Ministr[oa]|Alcalde|Presidente)(?: (?:de(?:l| la| los"
            r"| las)?) [A-ZÁÉÍÓÚ]\w+)+"
        ),
    ),
    (AtomKind.COUNT, _SPELLED),
)
_BESIDE = {AtomKind.COUNT: _AGE, AtomKind.IMPRISONMENT: _IMPRISONMENT}

VALUES = Values(
    forms=(
        Form(Rank.SPELLED, AtomKind.CITED, _listed),
        Form(Rank.SPELLED, AtomKind.RATIO, matches(_RATIO)),
        *(Form(Rank.SPELLED, kind, matches(form) if form else _BESIDE[kind]) for kind, form in _FORMS),
    ),
    present=re.compile("[A-Za-z$€]"),
    plain=figures_reader(
        "es",
        _WORDS,
        one=("un", "una", "uno"),
    ),
    inflected=((r"(?<=\d )(d[íi]a|año|hora|semana)\b", r"\1s"), (r"(?<=\d )mes\b", "meses")),
    joints=(" a ", " y(?: no superior a)? "),
    cites=("rtículo", "rticulo"),
)
"""How Spanish writes values."""
