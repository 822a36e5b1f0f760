"""Values in English legal texts: dates, amounts, periods, counts, citations, offices. All patterns read match keys."""

from __future__ import annotations

import re
from collections.abc import Iterable

from yange.law.aspects.values import DECIMAL, AtomKind, Form, Rank, Span, Values, matches
from yange.law.en.figures import plain

__all__ = ["VALUES"]

_WORD = (
    "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion)"
)
_COUNTED = rf"(?<![\w-])(?:{DECIMAL}|(?:a )?{_WORD}(?:(?:-| and | ){_WORD}){{0,12}})"
_SUM = rf"{DECIMAL}(?: (?:thousand|million|billion))?"
_CODE = "(?:RMB|CNY|USD|HKD|EUR|GBP|JPY|CHF|AUD|CAD|SGD|TWD|MOP|INR)"
_NAME = r"(?:euros?|dollars?|pounds?|yuan|francs?)\b"
# a match key has no space before a symbol: "of $5" is "of$5"
_MONEY = (
    rf"(?:(?<![A-Za-z]){_CODE} ?|(?:(?<![A-Za-z])(?:US|HK|NT|A|C|S))?\$|[€£¥￥]){_SUM}"
    rf"|(?<![\d.,]){_SUM} ?(?:€|£|{_CODE}\b|{_NAME})"
)
_UNIT = "metre|meter|kilometre|kilometer|tonne|ton|litre|knot|person|member|vessel|copie|copy|time"
_PLACE = r"(?:\d+[A-Z]{0,2}\b|[IVXL]+\b|\([a-z]+\))(?:\([a-z0-9]+\))*"
_CITED = "(?:[Aa]rticle|[Ss]ection|[Cc]hapter|[Pp]art|[Rr]ule|[Rr]egulation|[Ss]chedule|[Aa]nnexe?|[Pp]aragraph)"
_OFFICE = "(?:Office|Centre|Center|Committee|Authority|Department|Bureau|Commission|Council|Agency)"
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_LIST = re.compile(rf"\b{_CITED}s {_PLACE}")
_LISTED = re.compile(
    rf"(?:, ?(?:and |or )?| (?:and|or|to) |-)({_PLACE})(?![\d%]|\.\d| (?:day|week|month|year|hour|per))"
)
"""A further number of a list of citations: Articles 2, 3 and 4."""


def _listed(key: str) -> Iterable[Span]:
    """Yield the spans of the numbers in lists of citations, the first with the word before it."""
    for head in _LIST.finditer(key):
        yield head.span()
        at = head.end()
        while (match := _LISTED.match(key, at)) is not None:
            yield match.span(1)
            at = match.end(1)


_FORMS = (
    (AtomKind.DATE, rf"\b\d{{1,2}} {_MONTH}(?: \d{{4}})?|\b{_MONTH} \d{{1,2}},? ?\d{{4}}"),
    (AtomKind.NUMBER, r"\b(?:[A-Z][A-Za-z]+ ){0,4}No\. ?\d+(?: of \d{4})?"),
    (AtomKind.AMOUNT, _MONEY),
    (AtomKind.AMOUNT, rf"{_COUNTED} {_NAME}"),
    (AtomKind.DEADLINE, rf"{_COUNTED}(?: (?:working|calendar|business|clear))?[ -](?:hour|day|week|month|year)s?\b"),
    (AtomKind.PERCENTAGE, rf"{_COUNTED} per ?cent\b"),
    (AtomKind.COUNT, rf"{_COUNTED} (?:{_UNIT})s?\b"),
    (AtomKind.CITED, rf"\b{_CITED}s? {_PLACE}"),
    (AtomKind.BODY, rf"\b(?!The )(?:[A-Z][a-z]+ ){{1,5}}{_OFFICE}\b"),
)

VALUES = Values(
    forms=(
        Form(Rank.SPELLED, AtomKind.CITED, _listed),
        *(Form(Rank.SPELLED, kind, matches(form)) for kind, form in _FORMS),
    ),
    present=re.compile("[A-Za-z$€£¥￥]"),
    plain=plain,
    joints=(" to ", " (?:and|but) not more than "),
    cites=("rticle",),
)
"""The forms of values in English."""
