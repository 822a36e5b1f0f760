"""The aspect of importing in Spanish: titles, numbers, signatures and the furniture of pages.

The titles and formulas are those of the Directrices de técnica normativa (Spain, 2005, nos. 5 to 10), and of the laws
of Chile, Argentina, Mexico, Peru, Colombia and Uruguay as their gazettes print them.
"""

from __future__ import annotations

import re

from yange.law.es.days import DAY
from yange.law.es.numerals import ORDINAL, read_numeral
from yange.law.es.titles import INSTRUMENTS
from yange.law.european_importing import LinePatterns, PatternImporting

__all__ = ["IMPORTING"]

_KIND = (
    r"(?:Ley(?: Orgánica| Foral| General| Federal| Fundamental)?|Real Decreto(?:-ley| Legislativo|-Ley)?"
    r"|Decreto(?:[ -]Ley|[ -]ley| Legislativo| Supremo| Foral| de Urgencia)?"
    r"|Reglamento|Orden(?: Foral| Ministerial)?|Ordenanza|Código|Resolución|Constitución|Estatuto|Acuerdo|Directiva"
    r"|Decisión|Convenio|Tratado|Instrucción|Circular|Bando)"
)
_OFFICES = (
    r"(?:alcalde(?:sa)?|Alcalde(?:sa)?|President[ea](?: (?:del? |de la )[\wáéíóúñ, -]{3,100})?"
    r"|Ministr[oa] [\wáéíóúñ, -]{3,120}|Secretari[oa] [\wáéíóúñ, -]{3,100}"
    r"|Rey|Reina|Gobernador(?:a)?(?: [\wáéíóúñ -]{3,60})?|Intendente|Director(?:a)? General[\wáéíóúñ, -]{0,100}"
    r"|Congreso [\wáéíóúñ -]{3,60}|Asamblea [\wáéíóúñ -]{3,60}"
    r"|Presidenta? de la República|Concejo(?: Municipal)?|Pleno)"
)

IMPORTING = PatternImporting(
    LinePatterns(
        label=re.compile(
            rf"(?:Art[íi]culo|ART[ÍI]CULO|Art\.) (?:\d+[º°]?(?:[ -](?:bis|ter|[A-Z]\b))?|{ORDINAL}|[IVX]+\b)"
            rf"|(?:T[ÍI]TULO|T[íi]tulo|CAP[ÍI]TULO|Cap[íi]tulo|SECCI[ÓO]N"
            rf"|Secci[óo]n|LIBRO|Libro) (?:[IVXLC]+|\d+[ªº.]*|{ORDINAL})(?!\w)|Disposici[óo]n (?:adicional"
            rf"|transitoria|derogatoria|final)\b|\d{{1,3}}(?:\.[º°]?|[)]|[º°]\)?)(?= )|[a-zñ]\) "
        ),
        article=re.compile(rf"(?:Art[íi]culo|ART[ÍI]CULO|Art\.) (?P<n>\d{{1,4}}|{ORDINAL}|[IVX]{{1,6}})(?!\w)"),
        part=re.compile(rf"(?:T[ÍI]TULO|T[íi]tulo|LIBRO|Libro) (?:[IVXLC]+|{ORDINAL}|\d+)(?!\w)"),
        chapter=re.compile(rf"(?:CAP[ÍI]TULO|Cap[íi]tulo) (?:[IVXLC]+|{ORDINAL}|\d+)(?!\w)"),
        title=re.compile(rf"(?i:(?:ante)?proyecto de |proposición de )?(?i:{_KIND})(?![a-záéíóúñ])"),
        no_title=re.compile(
            r"(?:Orden|Acuerdo|Resolución|Ley|Decisión|Código|Reglamento|Convenio)(?:es|s)? (?:de las|que|es|será"
            r"|podrá|no|del día|y|o|se)\b|Acuerdos? (?:con|entre) las partes"
        ),
        number_line=re.compile(
            r"(?P<number>(?:BOE-A-\d{4}-\d{1,6}|(?i:ley|decreto(?: supremo)?|resolución|decreto ley) (?:n[úu]m\.?"
            r"|n[º°.]+|N[º°]) ?[\d.]+(?:/\d{2,4})?))|Boletín Oficial.{0,80}"
        ),
        day=re.compile(DAY),
        signed=re.compile(
            rf"(?:(?:Dad[oa] en |En )?[A-ZÁÉÍÓÚÑ][\wáéíóúñ.]+(?: (?:de|del|la"
            rf"|[A-ZÁÉÍÓÚÑ][\wáéíóúñ.]+)){{0,5}},? (?:a )?)(?P<day>{DAY})\.?"
        ),
        office=re.compile(rf"(?:El|La) (?P<body>{_OFFICES})[,.:]?"),
        person=re.compile(
            r"(?:FELIPE R\.|JUAN CARLOS R\.|(?:[A-ZÁÉÍÓÚÑ][\wáéíóúñ.-]+ ){1,4}[A-ZÁÉÍÓÚÑ][\wáéíóúñ-]+"
            r"|[A-ZÁÉÍÓÚÑ. ]{8,60})"
        ),
        opening=re.compile(
            r"(?:FELIPE VI|JUAN CARLOS I|REY DE ESPAÑA|A todos los que la presente|Sabed:|En su virtud"
            r"|En uso de (?:las|sus)|VISTO|Visto|CONSIDERANDO|Considerando|PREÁMBULO|Preámbulo"
            r"|EXPOSICIÓN DE MOTIVOS|Exposición de motivos|DISPONGO|DECRETA|RESUELVE|El (?:Congreso|Senado"
            r"|Presidente|Pleno)[^.]{3,160}|Teniendo presente|Por cuanto|POR CUANTO|LA COMISIÓN|EL CONSEJO"
            r"|EL PARLAMENTO)"
        ),
        annex=re.compile(
            r"(?:ANEXO|Anexo|APÉNDICE|Apéndice)(?: (?:[IVXLC]+|\d{1,2}|[A-Z]|[úu]nico|ÚNICO))?(?:$"
            r"|[ .:–—-].{0,160}[^.;,]$)"
        ),
        caption=re.compile(
            r"(?:\[?(?:Última modificación|Texto (?:consolidado|refundido)|Última (?:reforma|actualización)"
            r"|Publicad[oa] (?:en|el)|«?BOE»? n[úu]m|Entrada en vigor:|Versión|Fecha de (?:publicación|promulgación)"
            r"|Nueva Ley publicada|Última reforma publicada|Vigente)\b.{0,220}$)"
        ),
        furniture=re.compile(
            r"(?:BOLETÍN OFICIAL DEL ESTADO|LEGISLACIÓN CONSOLIDADA|Diario Oficial.{0,80}|DIARIO OFICIAL.{0,80}"
            r"|Biblioteca del Congreso.{0,80}|Imprimir|Inicio|Compartir|Volver|ÍNDICE|Índice"
            r"|www\.\S+|https?://\S+|ES|CÁMARA DE DIPUTADOS.{0,80}|Secretaría (?:General"
            r"|de Servicios Parlamentarios).{0,60})"
        ),
        page_number=re.compile(r"(?i:p[áa]gina|p[áa]g\.) ?\d{1,4}(?: ?(?:de|/) ?\d{1,4})?|\d{1,4} de \d{1,4}"),
        number=read_numeral,
        closed_title=re.compile(rf"{_KIND} (?:\d{{1,5}}/\d{{4}}|n[úu]m\. ?\d|N[º°] ?\d)"),
    ),
    INSTRUMENTS.find_number,
)
"""The forms of Spanish for imports."""
