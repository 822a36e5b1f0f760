"""What a French text says of its own last day: La présente loi est applicable jusqu'au 31 décembre 2025."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yange.dates import previous_day
from yange.law.aspects.effects import Expiry
from yange.law.fr.days import DAY, DAYS
from yange.law.fr.sentences import BEGINS, COUNT, LEAD, OWN, UNSURE, named_parts, read_count, sentences

__all__ = ["expiries"]

_IN_FORCE = (
    r"(?:est|sont|reste|restent|demeure|demeurent)(?: applicables?| en vigueur| valables?)|s['’]appliqu(?:e|ent)"
    r"|(?:a|ont|produit|produisent|porte|portent) effet|(?:est|sont) valables?"
)
_UNTIL = re.compile(
    rf"(?:\b(?:{_IN_FORCE}) jusqu['’]au(?P<last>) |\bet (?:a effet "
    rf"|s['’]applique )?jusqu['’]au |\bexpire(?:nt)? (?:au|le) "
    rf"|\b(?P<leaves>cesse(?:nt)? (?:d['’]être (?:en vigueur|applicables?)|de s['’]appliquer"
    rf"|d['’]avoir "
    rf"effet|de produire effet"
    rf"|d['’]être applicables?)|(?:est|sont) caducs?|deviennent caducs|devient caduque?) (?:à compter "
    rf"du|à partir du|au|le) )(?P<day>{DAY})"
)
_FOR = re.compile(
    rf"\b(?:{_IN_FORCE}|{BEGINS}|(?:est|sont) (?:prise?s?|adoptée?s?|édictée?s?)) (?:pour une (?:durée"
    rf"|période) (?:déterminée )?(?:limitée à |de )|(?:pendant|durant) (?:une (?:durée|période) de )?|pour )"
    rf"{COUNT} (?P<unit>ans?|années?|mois)\b"
)


def expiries(text: str) -> Iterator[Expiry]:
    """Yield what a French text says of its own last day."""
    for start, end in sentences(text):
        for match in _UNTIL.finditer(text, start, end):
            day = DAYS.read(match["day"])
            if day is None or not _is_own_end(text[start : match.start()]) or UNSURE.search(text, match.end(), end):
                continue
            leaves = match["leaves"] is not None
            yield Expiry(*match.span(), match[0], None, previous_day(day) if leaves else day, exact=not leaves)
        for match in _FOR.finditer(text, start, end):
            if _is_own_end(text[start : match.start()]):
                years, months = _term(read_count(match["n"]), match["unit"])
                yield Expiry(*match.span(), match[0], years, None, months)


def _term(count: int, unit: str) -> tuple[int | None, int | None]:
    months = count if unit == "mois" else 12 * count
    return (None, months) if months % 12 else (months // 12, None)


def _is_own_end(before: str) -> bool:
    rest = LEAD.sub("", before)
    if UNSURE.search(rest) or named_parts(rest):
        return False
    return bool(OWN.search(rest)) or bool(re.search(rf"\b{BEGINS}", rest))
