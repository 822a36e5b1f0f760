"""Values in French legal texts: dates, amounts, periods, counts, citations, offices. All patterns read match keys.

Thousands are parted by blanks and decimals by a comma (norm of the *Lexique des règles typographiques* of the
Imprimerie nationale); Switzerland parts thousands by an apostrophe.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from yange.law.aspects.values import AtomKind, Form, Rank, Span, Values, matches
from yange.law.fr.days import DAY
from yange.law.fr.numbers import ARTICLE_NUMBER

__all__ = ["VALUES"]

_DECIMAL = r"(?:\d{1,3}(?:[ .']\d{3}){1,9}(?!\d)(?:,\d+)?|\d+(?:,\d+)?)"
_UNITS = (
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
)
_TENS = {
    "vingt": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "quatre-vingt": 80,
    "quatre-vingts": 80,
}
_SMALL: dict[str, int] = {word: nth for nth, word in enumerate(_UNITS, 1)} | {
    "une": 1,
    "dix-sept": 17,
    "dix-huit": 18,
    "dix-neuf": 19,
}


def _words() -> dict[str, int]:
    """Return the number words from one to a hundred, as they are spelled before and after 1990."""
    known = dict(_SMALL)
    for tens, base in _TENS.items():
        known[tens] = base
        reach = 19 if base in (60, 80) else 9
        for word, value in _SMALL.items():
            if value <= reach:
                known[f"{tens}-{word}"] = base + value
                known[f"{tens} et {word}"] = base + value
                known[f"{tens}-et-{word}"] = base + value
    return known | {"cent": 100, "deux cents": 200, "trois cents": 300, "mille": 1000}


_VALUES = _words()
_WORD = "|".join(sorted(_VALUES, key=lambda word: (-len(word), word)))
_COUNTED = rf"(?<![\w,.-])(?:{_DECIMAL}|(?:{_WORD})(?![\w-]))"
_SUM = rf"{_DECIMAL}(?: (?:mille|millions?|milliards?)(?: d(?:e |'))?)?"
_NAME = r"(?:euros?|francs?(?: suisses| CFP)?|dollars?)\b"
_CODE = "(?:EUR|CHF|Fr\\.|fr\\.|LUF|USD)"
_MONEY = rf"(?<![A-Za-z]){_CODE} ?{_SUM}|(?<![\d.,]){_SUM} ?(?:€|{_CODE}|F\b|{_NAME})"
_TIME = (
    r"(?:jours?(?: (?:ouvrés|ouvrables|francs|calendaires))?|mois|ans?\b|années?|heures?|semaines?"
    r"|trimestres?|minutes?)"
)
_UNIT = (
    "mètres?|kilomètres?|tonnes?|litres?|kilogrammes?|hectares?|personnes?|membres?|fois|salariés"
    "|habitants|exemplaires?|copies?|nœuds?|bateaux|places?|voix"
)
_PLACE = re.sub(r"\?P<[a-z]+>", "?:", ARTICLE_NUMBER)
_LIST = re.compile(rf"\b[Aa]rticles {_PLACE}")
_LISTED = re.compile(rf"(?:, ?(?:et |ou )?| (?:et|ou|à) )({_PLACE})(?![\d%]|,\d| (?:jour|mois|an|euro|heure|semaine))")
_BODY = (
    r"\b(?:Conseil d'[EÉ]tat|(?:Agence|Autorité|Commission|Haute Autorité|Caisse|Office|Institut"
    r"|Comité|Direction|Conseil|Chambre|Cour)"
    r" (?:nationale?|fédérale?|européenne?|supérieure?|générale?|régionale?|départementale?|de "
    r"[a-zà-ÿ]+|d'[a-zà-ÿ]+|des [a-zà-ÿ]+)(?: (?:de|des|du|d')[ ]?[a-zà-ÿ]+){0,3})"
)


def _listed(key: str) -> Iterable[Span]:
    """Yield the places of the numbers in lists of citations, the first one with the word before it."""
    for head in _LIST.finditer(key):
        yield head.span()
        at = head.end()
        while (match := _LISTED.match(key, at)) is not None:
            yield match.span(1)
            at = match.end(1)


_LEADING = re.compile(rf"(?P<words>(?:{_WORD}))(?![\w-])(?=.)|(?P<figures>{_DECIMAL})")


def _plain(key: str) -> str:
    """Return a piece of a match key with the number it begins with in figures: trente jours, 1 500,50 euros."""
    return _LEADING.sub(_figures, key, count=1) if key[:1].islower() or key[:1].isdigit() else key


def _figures(match: re.Match[str]) -> str:
    if match["words"]:
        return str(_VALUES[match["words"]]) if match.start() == 0 else match[0]
    return re.sub("[ .']", "", match[0]).replace(",", ".")


_FORMS = (
    (AtomKind.DATE, DAY.replace("[ \u00a0\u202f]", " ")),
    (
        AtomKind.NUMBER,
        r"\bn[°ºo]s? ?\d{2,4}-\d{1,5}|\((?:UE|CE|CEE)\) ?(?:n[°o] ?)?\d{1,4}/\d{2,4}|\b\d{2,4}/\d{1,4}/(?:CE|UE|CEE)\b",
    ),
    (AtomKind.AMOUNT, _MONEY),
    (AtomKind.AMOUNT, rf"{_COUNTED} {_NAME}"),
    (AtomKind.DEADLINE, rf"{_COUNTED} {_TIME}"),
    (AtomKind.PERCENTAGE, rf"{_COUNTED} ?(?:%|‰)|{_COUNTED} (?:pour cent|pour mille|p\. ?100)"),
    (AtomKind.COUNT, rf"{_COUNTED} (?:{_UNIT})\b"),
    (AtomKind.CITED, rf"\b(?:[Aa]rticles?|art\.) ?{_PLACE}"),
    (AtomKind.BODY, _BODY),
)

VALUES = Values(
    forms=(
        Form(Rank.SPELLED, AtomKind.CITED, _listed),
        *(Form(Rank.SPELLED, kind, matches(form)) for kind, form in _FORMS),
    ),
    present=re.compile("[A-Za-z€%°]"),
    plain=_plain,
    joints=(" à ", " (?:et|mais) (?:au plus|n'excédant pas) "),
    cites=("rticle", "art."),
)
"""How French writes values."""
