"""One form for two ways of writing a number: three months and 3 months, 50,000 and 50000."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache, lru_cache

from yange.law import Law

__all__ = ["plain_figure"]

_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
"""A number in figures, for languages whose pack reads words alone."""
_LONGEST = 40  # no amount has so many digits: a longer row of them stays as it is printed


@lru_cache(maxsize=4096)
def plain_figure(key: str, law: Law) -> str:
    """Return a piece of a match key with its numbers in figures, and inflected words in the form that stands for all.

    What cannot be read as a number stays.
    """
    for grammar in law:
        key = grammar.values.plain(key)
    for form, now in _inflected(law):
        key = form.sub(now, key)
    return _NUMBER.sub(_figure, key)


@cache
def _inflected(law: Law) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(form), now) for grammar in law for form, now in grammar.values.inflected)


def _figure(match: re.Match[str]) -> str:
    digits = match[0]
    if len(digits) > _LONGEST or not digits.isascii() or digits.isdigit():
        return digits
    value = Fraction(digits.replace(",", ""))
    return str(value.numerator) if value.denominator == 1 else str(float(value))
