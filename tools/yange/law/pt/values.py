"""Values in Portuguese legal texts: dates, amounts, periods, counts, citations, offices. All patterns read match keys.

Thousands are parted by points in Brazil and by blanks in Portugal, decimals by a comma. Brazil repeats a number in
words (*Lei Complementar* 95/1998, art. 11, II, f): R$ 1.000,00 (mil reais), 30 (trinta) dias. A term of
imprisonment and an age are no deadlines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from yange.law.aspects.values import AtomKind, Form, Rank, Span, Values, beside, matches
from yange.law.number_words import figures_reader

__all__ = ["MONTHS", "VALUES"]

MONTHS = "(?i:janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)"
"""A pattern of the names of months."""
_FIGURE = r"(?:\d{1,3}(?:[. ]\d{3}){1,9}(?:,\d+)?(?!\d)|\d+(?:,\d+)?(?!\d))"
_WORD = (
    "(?i:uma?|dois|duas|três|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|treze|quatorze|catorze|quinze|dezasseis"
    "|dezesseis|dezassete|dezessete|dezoito|dezanove|dezenove|vinte|trinta|quarenta|cinquenta|sessenta|setenta"
    "|oitenta"
    "|noventa|cem|cento|duzent[oa]s|trezent[oa]s|quatrocent[oa]s|quinhent[oa]s|seiscent[oa]s|setecent[oa]s"
    "|oitocent[oa]s"
    "|novecent[oa]s|mil|milhão|milhões)"
)
_WORDS = rf"{_WORD}(?:(?: e | ){_WORD}){{0,8}}"
_COUNTED = rf"(?<![\w.,])(?:{_FIGURE}|{_WORDS}(?!\w))(?: ?\([^()]{{1,40}}\))?"
_GAP = r"(?: |(?<=\)))"
_RANGE = rf"(?:{_COUNTED}{_GAP}?(?:a|e|ou|até) )?"
_SUM = rf"{_FIGURE}(?: (?:mil|milh(?:ão|ões)|bilh(?:ão|ões)))?(?: de)?"
_NAME = r"(?:euros?|reais|real|cruzeiros?|escudos?|contos?|cêntimos?|centavos?|salários mínimos|dias-multa|UFIR|UC)\b"
_SPELLED = r"(?: ?\([^()]{3,80}\))?"
_MONEY = (
    rf"(?:R\$|€|US\$|(?<![A-Za-z])EUR) ?{_SUM}{_SPELLED}"
    rf"|(?<![\w.,])(?:{_FIGURE} (?:a|e|ou|até) )?{_SUM} ?(?:€|(?:EUR|BRL)\b|{_NAME})"
)
_PERIOD = (
    rf"{_RANGE}{_COUNTED}{_GAP}(?:horas?|dias?|semanas?|mês|meses|anos?)(?: (?:úteis|corridos|seguidos"
    rf"|consecutivos))?\b"
)
_LONG = rf"{_COUNTED}{_GAP}(?:meses|mês|anos?|dias?) a {_PERIOD}|{_PERIOD}"
_NTH_DAY = (
    r"\b(?:primeiro|segundo|terceiro|quarto|quinto|sexto|sétimo|oitavo|nono|décimo(?: quinto)?|vigésimo|trigésimo"
    r"|\d{1,3}\.?[ºo°]) dia(?: útil)?\b"
)
"""A day counted from an event: o quinto dia útil, o 15.º dia."""
_PRISON = r"(?:prisão|reclusão|detenção|privativa de liberdade|prisão simples)"
_IMPRISONMENT = beside(
    _LONG,
    words=_PRISON,
    before=rf"{_PRISON}(?:(?!multa|\b(?:prazo|após|desde|dentro)\b)[^.;:]){{0,50}}",
    after=rf" de {_PRISON}",
)
_AGE = beside(
    rf"{_COUNTED}{_GAP}anos\b",
    before=(
        r"\b(?:(?<!não )(?:maiores|menores)|(?:(?<=\b[Oo] )|(?<=\bao )|(?<=\bdo ))(?:maior|menor)"
        r"|idade|idade superior a|completad?o|completar) (?:de )?"
    ),
    after=" (?:completos )?de idade\\b",
)
_RATIO = (
    r"(?<![\w-])(?i:uma?|dois|duas|três|quatro|cinco|[1-9]) (?:terços?|quartos?|quintos?|sextos?|décimos?"
    r"|(?:terça|quarta|quinta|sexta|décima) partes?)\b|(?:(?<=\b[Aa] )metade|(?<=\b[dn]a )metade|(?<=\bà )metade"
    r"|\bMetade)(?= d[aeo]s?\b|$|[.,;])"
    r"|(?<=\b[Aa] )(?:terça|quarta|quinta|décima) parte\b|\b[Mm]aioria (?:absoluta|simples|relativa|qualificada)\b"
    r"|(?<![\d/.,-])\d{1,2}/\d{1,3}(?![\d/.,])(?: ?\([^()]{3,40}\))?"
)
_UNIT = (
    "metros?(?: quadrados| cúbicos)?|quil[óô]metros?|milhas|hectares?|toneladas?|quilogramas?|litros?|pessoas?"
    "|membros?"
    "|vezes|exemplares|lugares|votos|trabalhadores|empregados|habitantes|embarcações|passageiros|ações"
)
_NTH = r"(?:\.?[ºª°]|(?<=\d)\.?[oa](?!\w))"
_PLACE = rf"\d{{1,4}}(?:\.\d{{3}})?{_NTH}?(?:-[A-Z](?!\w))?"
_LIST = re.compile(rf"\b(?:[Aa]rtigos|[Aa]rts\.|[Nn]\.?(?:os|ºs|\.ºs)|§§) ?{_PLACE}")
_LISTED = re.compile(
    rf"(?:, ?(?:e |ou )?|(?: |(?<=[ºª°]))(?:e|ou|a) )((?:§ ?)?{_PLACE})"
    r"(?![\d%]|,\d| (?:dias?|mês|meses|anos?|euros|por))"
)
_CITED = (
    rf"\b(?:[Aa]rtigos?|[Aa]rts?\.|[Nn]\.?{_NTH}|[Nn]úmeros?|[Cc]apítulo|[Tt]ítulo|[Ss]e[cç]ção|[Ss]eção|[Aa]nexo"
    rf"|[Ii]ncisos?|[Ii]tem|[Pp]arágrafos?) ?(?:{_PLACE}|[IVXLC]+\b)|§{{1,2}} ?{_PLACE}"
    r"|\b(?:[Aa]líneas?|[Ll]etras?) ?[\"']?[a-z][\"')]?(?!\w)"
)
_NUMBER = (
    r"\b(?:Lei(?: Complementar| Orgânica| Delegada)?|Decreto(?:-[Ll]ei| Legislativo| Regulamentar)?|Medida Provisória"
    r"|Portaria|Resolução|Despacho|Instrução Normativa"
    r"|Emenda Constitucional) (?:[Nn]\.?[ºo°]\.? ?)?\d[\d.]*(?:-[A-Z])?(?:/\d{2,4})?"
    r"|\((?:UE|CE|CEE)\) ?(?:n\.?[ºo°] ?)?\d{1,4}/\d{2,4}|\b\d{2,4}/\d{1,4}/(?:CE|UE|CEE)\b"
)
_BODY = (
    r"\b(?:Ministério|Ministr[oa]|Secretaria|Secretário|Presidência|Procuradoria|Direção|Câmara|Assembleia"
    r"|Tribunal|Supremo"
    r"|Conselho|Comissão|Agência|Autoridade|Instituto|Banco|Capitania|Junta|Prefeitura|Receita"
    r"|Governador|Presidente|Prefeito|Procurador|Departamento|Superintendência|Inspe[cç]?ção|Gabinete|Polícia|Guarda"
    r"|Serviço|Administração|Direcção|Governo|Delegacia|Advocacia|Defensoria|Controladoria)"
    r"(?: (?:d[aeo]s?|para|e|[A-ZÁÉÍÓÚÂÊÔÃÕÇ]\w+)){0,8} [A-ZÁÉÍÓÚÂÊÔÃÕÇ]\w+|\b[Aa]utoridades? competentes?\b"
    r"|\b[Óó]rgãos? competentes?\b"
    r"|(?<=\b[Oo] )(?:presidente da câmara(?: municipal)?|governador(?: civil)?|juiz(?: de (?:direito|instrução|paz))?"
    r"|tribunal|ministro|prefeito|delegado|conservador|notário|diretor-geral)\b|\b[Cc]âmara municipal\b"
    r"|\bMinistério Público\b|\b[Pp]oder (?:Executivo|Legislativo|Judiciário)\b"
)


def _listed(key: str) -> Iterable[Span]:
    """Yield the places of the numbers in lists of citations, the first one with the word before it."""
    for head in _LIST.finditer(key):
        yield head.span()
        at = head.end()
        while (match := _LISTED.match(key, at)) is not None:
            yield match.span(1)
            at = match.end(1)


_FORMS = (
    (
        AtomKind.DATE,
        matches(rf"\b\d{{1,2}}{_NTH}? ?de {MONTHS}(?: de \d{{4}})?|(?<![\d/])\d{{1,2}}/\d{{1,2}}/\d{{4}}(?!\d)"),
    ),
    (AtomKind.NUMBER, matches(_NUMBER)),
    (AtomKind.AMOUNT, matches(_MONEY)),
    (AtomKind.AMOUNT, matches(rf"{_RANGE}{_COUNTED}{_GAP}(?:de )?{_NAME}(?: e {_COUNTED} (?:centavos|cêntimos)\b)?")),
    (AtomKind.CITED, _listed),
    (AtomKind.CITED, matches(_CITED)),
    (AtomKind.PERCENTAGE, matches(rf"{_COUNTED} ?(?:%|‰|por (?:cento|mil)\b|pontos (?:percentuais|base)\b){_SPELLED}")),
    (AtomKind.RATIO, matches(_RATIO)),
    (AtomKind.COUNT, _AGE),
    (AtomKind.IMPRISONMENT, _IMPRISONMENT),
    (AtomKind.DEADLINE, matches(_PERIOD)),
    (AtomKind.DEADLINE, matches(_NTH_DAY)),
    (
        AtomKind.COUNT,
        matches(
            rf"{_COUNTED}{_GAP}(?:{_UNIT})\b"
            r"|\b(?:dobro|triplo|quádruplo|quíntuplo|décuplo)(?= d[aeo]s?\b| em\b|$|[.,;])"
        ),
    ),
    (AtomKind.BODY, matches(_BODY)),
    # a number in words before any noun in the plural: it counts whatever the noun names
    (AtomKind.COUNT, matches(rf"(?<![\w.,])(?!(?i:uma?) ){_WORDS}{_GAP}[a-zà-ÿ]{{3,}}s\b")),
)

VALUES = Values(
    forms=tuple(Form(Rank.SPELLED, kind, find) for kind, find in _FORMS),
    present=re.compile("[A-Za-z$€§]"),
    plain=figures_reader("pt", _WORDS, one=("um", "uma")),
    inflected=((r"(?<=\d )(dia|ano|hora|semana)\b", r"\1s"), (r"(?<=\d )mês\b", "meses")),
    joints=(" a ", " (?:e|até) "),
    cites=("rtigo", "rt.", "rts."),
)
"""How Portuguese writes values."""
