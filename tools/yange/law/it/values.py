"""Values in Italian legal texts: dates, amounts, periods, counts, citations, offices. All patterns read match keys.

Thousands are parted by points and decimals by a comma (circular on drafting of 20 April 2001, no. 8); Switzerland parts
thousands by an apostrophe.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from yange.law.aspects.values import AtomKind, Form, Rank, Span, Values, matches
from yange.law.it.citations import ARTICLE_NUMBER
from yange.law.it.days import MONTHS
from yange.law.it.numerals import CARDINAL, cardinal

__all__ = ["VALUES"]

_DECIMAL = r"(?:\d{1,3}(?:[.' ’]\d{3}){1,9}(?:,\d+)?|\d+(?:,\d+)?)(?![\d])"
_WORDS = (
    rf"(?:(?:{CARDINAL}|\d+) (?:milion[ei]|miliard[oi])|{CARDINAL}"
    r"|(?i:(?:due|tre|quattro|cinque|sei|sette|otto|nove)?cento\w{0,20}|\w{0,20}mila|mille))"
)
_COUNTED = rf"(?<![\w.,'])(?:{_DECIMAL}|{_WORDS})(?: ?\([^()]{{1,20}}\) ?(?=\w))?"
_SUM = rf"{_DECIMAL}(?: (?:mila|mille|milion[ei]|miliard[oi]))?(?: di)?"
_NAME = r"(?:euro|lire|franchi(?: svizzeri)?|dollari)\b"
_CODE = r"(?:EUR|CHF|USD|Fr\.|fr\.|L\.)"
_MONTH = f"(?:{'|'.join(MONTHS)})"
_OFFICE = (
    "(?:Ministero|Ministro|Consiglio|Commissione|Agenzia|Istituto|Direzione|Autorità|Tribunale|Corte|Dipartimento"
    "|Ufficio|Comitato|Banca|Garante|Segreteria|Congresso)"
)
_UNIT = "metri|metro|chilometri|tonnellate|litri|persone|membri|volte|copie|esemplari|posti|voti|abitanti|imbarcazioni"
_TIME = (
    r"(?:or[ae]|giorn[oi](?: (?:lavorativi|liberi|feriali|consecutivi))?|settiman[ae]|mes[ei]|ann[oi]|trimestr[ei]"
    r"|minut[oi])\b"
)
_INSTRUMENT = (
    rf"\b(?i:legge|decreto[- ]legge|decreto legislativo|regio decreto|decreto) (?:del )?\d{{1,2}}[°º]? ?{_MONTH}"
    r" \d{4},? ?n\. ?\d+|\((?:UE|CE|CEE)\) ?(?:n\. ?)?\d{1,4}/\d{2,4}|\b\d{2,4}/\d{1,4}/(?:CE|UE|CEE)\b"
)
_LIST = re.compile(rf"\b[Aa]rticoli (?:da )?{ARTICLE_NUMBER}")
_LISTED = re.compile(
    rf"(?:, ?(?:ed? )?| (?:ed?|o|a) )({ARTICLE_NUMBER})(?![\d%]|,\d| (?:giorn|mes|ann|euro|lire|per cento|or[ae]\b))"
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
    (AtomKind.NUMBER, _INSTRUMENT),
    (AtomKind.DATE, rf"(?<!\w)(?:\d{{1,2}}[°º]?|primo) ?{_MONTH}(?: \d{{4}})?"),
    (
        AtomKind.AMOUNT,
        (
            rf"(?<!\w)(?:{_CODE}|€|(?i:euro|lire)) ?{_DECIMAL}(?! ?(?:{_NAME}|€))(?: (?:mila|milion[ei]|miliard[oi]))?"
            rf"|(?<![\w.,']){_SUM} ?(?:€|{_CODE}|{_NAME})"
        ),
    ),
    (AtomKind.AMOUNT, rf"{_COUNTED} ?(?:di )?{_NAME}|\b(?i:euro |lire ){_WORDS}(?!\w)"),
    (AtomKind.DEADLINE, rf"{_COUNTED} ?{_TIME}"),
    (AtomKind.PERCENTAGE, rf"{_COUNTED} ?(?:per cento|per mille|%|‰)"),
    (AtomKind.COUNT, rf"{_COUNTED} ?(?:{_UNIT})\b"),
    (
        AtomKind.CITED,
        (
            rf"\b(?:[Aa]rt(?:icol[oi]|\.)|[Cc]omm[ai]) ?(?:{ARTICLE_NUMBER})|\b(?:[Cc]apo|[Tt]itolo|[Aa]llegato)"
            r" (?:[IVXLC]+|[A-Z]|\d+)\b"
        ),
    ),
    (
        AtomKind.BODY,
        (
            rf"\b{_OFFICE}(?: (?:dell[ae]|del|dei|degli|di|per|e|generale|nazionale|regionale|[A-ZÀ-Ý][\w']+)"
            r"| (?:dell|all)['’][A-Za-zÀ-ù]+)*?(?: [A-ZÀ-Ý][\w']+(?: [A-ZÀ-Ý][\w']+)*| (?:dell|all)['’][A-Za-zÀ-ù]+| di"
            r" Stato)"
        ),
    ),
)
_BEGINS_WITH_WORDS = re.compile(
    rf"(?P<words>{CARDINAL})(?= (?:or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]|per cento|{_NAME}|{_UNIT}))"
)


def _plain(key: str) -> str:
    """Return a piece of a match key with the number words it begins with in figures: trenta giorni is 30 giorni."""
    match = _BEGINS_WITH_WORDS.match(key)
    value = cardinal(match["words"]) if match else None
    if match is not None and value is not None:
        return f"{value}{key[match.end() :]}"
    return re.sub(r"(?<=\d)[.' ’](?=\d{3}(?!\d))", "", key)


VALUES = Values(
    forms=(
        Form(Rank.SPELLED, AtomKind.CITED, _listed),
        *(Form(Rank.SPELLED, kind, matches(form)) for kind, form in _FORMS),
    ),
    present=re.compile("[A-Za-z€]"),
    plain=_plain,
    joints=(" a ", " e (?:non )?(?:superiore|fino) a "),
    cites=("rticol", "art.", "omma", "ommi"),
)
"""How Italian writes values."""
