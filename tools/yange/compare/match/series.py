"""The series of numbers that articles of one text have: its own, that of its supplements, and that of each annex.

Article 1 of a 附則, or of a model statute in an annex, is not Article 1 of the text. A number of a supplement begins
with ``SUPPLEMENT``; supplements are cited by their name (附則第二条). The numbers of any other annex are known in that
annex only.
"""

from __future__ import annotations

import re
from functools import cache

from yange.compare.text.units import Role, Unit
from yange.law import Law
from yange.model import ClauseKind

__all__ = ["SUPPLEMENT", "annex_of", "article_number", "supplement_before"]

SUPPLEMENT = -1
"""The first number of an article of a supplement, in place of the annex's 0."""

_NOTHING = "(?!)"
_NAME = 8  # characters of a key in which the name of a supplement is sought


@cache
def _names(law: Law) -> str:
    return "|".join(filter(None, (grammar.divisions.annexes.supplements for grammar in law))) or _NOTHING


@cache
def _first(law: Law) -> re.Pattern[str]:
    return re.compile(rf"(?:{_names(law)})(?!\w)")


@cache
def _last(law: Law) -> re.Pattern[str]:
    return re.compile(rf"(?:{_names(law)}) ?$")


def article_number(unit: Unit, law: Law) -> tuple[int, ...]:
    """Return the number under which the whole text cites an article; empty for what has none."""
    if unit.kind is not ClauseKind.ARTICLE or not unit.number:
        return ()
    if unit.role is not Role.ANNEX:
        return unit.number.value
    return (SUPPLEMENT, *unit.number.value) if _first(law).match(unit.label) else ()


def annex_of(unit: Unit, law: Law) -> str:
    """Return the path of the annex whose articles have numbers of their own, if the unit is such an article."""
    numbered = unit.role is Role.ANNEX and unit.kind is ClauseKind.ARTICLE and unit.number is not None
    return unit.within if numbered and not article_number(unit, law) else ""


def supplement_before(key: str, start: int, law: Law) -> int | None:
    """Return where the name of a supplement begins that the number at ``start`` of a match key follows: 附則第二条."""
    begin = max(0, start - _NAME)
    found = _last(law).search(key[begin:start])
    return begin + found.start() if found else None
