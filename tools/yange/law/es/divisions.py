"""How Spanish texts are laid out."""

from __future__ import annotations

from yange.law.aspects.divisions import (
    Annexes,
    ClosingLines,
    Contents,
    Divisions,
    FrontLines,
    GoneWords,
    Headings,
)
from yange.law.es.numbers import ARTICLE

__all__ = ["DIVISIONS"]

_GONE = (
    "derogad[oa]s?|suprimid[oa]s?|sin contenido|anulad[oa]s?|dejad[oa]s? sin (?:efecto|contenido)|vetad[oa]s?"
    "|eliminad[oa]s?|reservad[oa]|abrogad[oa]s?|se (?:derogan?|abrogan?|suprimen?)"
)
_KINDS = (
    r"(?:ADICIONAL|TRANSITORIA|DEROGATORIA|FINAL|COMPLEMENTARIA|GENERAL|MODIFICATORIA|ESPECIAL|REFORMATORIA)(?:ES|S)?"
)
_MONTHS = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre"
_TRANSITORY = "(?:TRANSITORIOS?|T R A N S I T O R I O(?: S)?|Transitorios?)"
"""The heading of the transitory articles of a Mexican text and of each decree that amended it, from PRIMERO on."""
_CHANGED = (
    r"(?:Art[íi]culo|Fracci[óo]n|P[áa]rrafo|Inciso|Subinciso|Numeral|Apartado|Base|Cap[íi]tulo|T[íi]tulo|Secci[óo]n"
    r"|Denominaci[óo]n|Tabla|Reforma|Fe de erratas|Adicionad[oa]|Reformad[oa])[^;:]{0,80}?"
    r"\bDOF [0-9]{2}-[0-9]{2}-[0-9]{4}"
    r"[^;:]{0,120}"
)
"""The note of a reform that Mexican texts print below a clause."""

DIVISIONS = Divisions(
    front=FrontLines(no_title="(?i:[íi]ndice|sumario|contenido)"),
    contents=Contents(names="(?i:[ÍI]ndice(?: general)?|Sumario|Tabla de contenidos?)"),
    headings=Headings(
        bold_labels="(?i:Art[íi]culo |Art\\.|Disposici[óo]n )",
        inner_divisions=r"(?:CAP[ÍI]TULO|T[ÍI]TULO|Cap[íi]tulo|T[íi]tulo) [IVXLC]",
        unnumbered=(
            rf"(?i:(?:t[íi]tulo|cap[íi]tulo) preliminar[.:]?.{{0,80}}"
            rf"|disposici(?:ones|[óo]n) {_KINDS}(?:(?:,| y| e)? {_KINDS}){{0,3}}[.:]?"
            r"|(?:art[íi]culos )?transitorios?[.:]?)"
        ),
        announcements=(
            r"(?i:(?:queda|quedan|quedar[áa]n?|redactad[oa]s?|modifica|añade|incorpora|sustit[uú]y[ea]\w*|agr[ée]ga\w*"
            r"|siguiente(?: forma| manera| texto| redacci[óo]n| tenor)?)[^.]{0,80}:$)"
        ),
        restarting=frozenset({ARTICLE}),
        page_numbers=(
            rf"{_CHANGED}|(?i:p[áa]gina|p[áa]g\.) ?[0-9]{{1,4}}(?: ?(?:de|/) ?[0-9]{{1,4}})?"
            r"|[0-9]{1,4} de [0-9]{1,4}"
            r"|(?i:publicad[oa]) en el (?:Diario|Peri[óo]dico|Bolet[íi]n|Registro)[^;:]{4,80} \d{4}\.?"
            r"|C[ÁA]MARA DE DIPUTADOS DEL H\. CONGRESO DE LA UNI[ÓO]N.{0,60}|Secretar[íi]a General"
            r"|Secretar[íi]a de Servicios Parlamentarios"
        ),
        abbreviations=(
            "(?i:arts?|n[úu]ms?|n[ºo°]|sra?s?|dra?s?|dña|p[áa]gs?|excm[oa]|ilm[oa]|inc"
            "|incs|ap|aps|etc|ss|vid|cf|cfr|ord|lic"
            "|ing|prof|av|avda|gral|cap|t[íi]t|secc|lit|disp|bo|boe|ee|uu|cía)"
        ),
    ),
    annexes=Annexes(
        headings=(
            (
                r"(?:ANEXO|Anexo|AP[ÉE]NDICE|Ap[ée]ndice)(?:\s+(?:N[.º°]{1,2}\s*)?(?P<n>[A-Z0-9]{1,5}(?:-[A-Z0-9]{1,2})?))?"
                r"(?:\s*[ºª°])?\s*(?:$|[.:—–-].*$)"
            ),
            rf"(?P<name>{_TRANSITORY})(?P<n>)\s*[.:]?\s*$",
            rf"(?P<name>{_TRANSITORY})(?P<n>) (?i:de(?: los)? decretos?(?: de reformas?)?)\s*[.:]?\s*$",
            # below a consolidated law of Mexico: the decrees that amended it, each with transitional articles
            (
                r"(?P<name>DECRETO|Decreto)(?P<n>) (?:por el que|que|mediante el cual) se"
                r" (?i:reforma|adiciona|deroga|expide|modifica)n?\b.*$"
            ),
        ),
        supplements=_TRANSITORY,
    ),
    closing=ClosingLines(
        signatures=(
            rf"(?:Dad[oa] en |Madrid|[A-ZÁÉÍÓÚÑ][\w.]+(?: (?:del?|l[ao]s?|el|y|[A-ZÁÉÍÓÚÑ][\w.]+)){{0,4}}),?"
            rf" (?:a )?(?:el )?(?:d[íi]a )?\d{{1,2}} de"
            rf" (?:{_MONTHS}) del? (?:año )?(?:\d{{4}}|dos mil)[^;]{{0,40}}$"
            r"|(?:Dad[oa]|DAD[OA]) en .{2,160}$"
            r"|(?i:por tanto,?$|comun[íi]quese|publ[íi]quese|reg[íi]strese|c[úu]mplase)"
        ),
        last_words=(
            r"(?:Est[ae]\b|El presente|La presente).{0,120}?(?i:entrar[áa] en vigor|regir[áa]|vigencia|queda derogad)"
        ),
    ),
    gone=GoneWords(words=rf"(?i:\b(?:{_GONE}))", sentences=rf"(?i:(?:{_GONE})(?: por (?:el|la) [^;:]{{0,80}})?)"),
)
"""The layout of Spanish texts."""
