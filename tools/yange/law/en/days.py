"""Read days in English: 1 March 2020, March 1, 2020, the first day of March 2020."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from yange.dates import calendar_day

__all__ = ["DAY", "DAYS", "NTH", "EnglishDays", "read_nth"]

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_BELOW_TWENTY = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
_ORDINALS = (
    *_BELOW_TWENTY,
    "twentieth",
    *(f"twenty-{unit}" for unit in _BELOW_TWENTY[:9]),
    "thirtieth",
    "thirty-first",
)
_MONTH = "|".join(_MONTHS)
_SMALL = rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)?|{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"
DAY = (
    rf"(?:(?:the )?{_SMALL}(?: day)?(?: of)? (?:{_MONTH}),? [0-9]{{4}}"
    rf"|(?:{_MONTH}) (?:the )?{_SMALL},? [0-9]{{4}})"
)
"""A regular expression (without groups) for a day, in figures or in words."""

NTH = _SMALL
"""A regular expression (without groups) for first, 1st and 1."""
_DAY = re.compile(DAY)
_FIGURES = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?")
_MONTH_NUMBER = {name: number for number, name in enumerate(_MONTHS, 1)}


@dataclass(frozen=True, slots=True)
class EnglishDays:
    """The day forms of English; see :class:`yange.law.aspects.days.DayForms`."""

    day: str = DAY
    delay_rule: str = ""
    after: str = "after"
    term_rule: str = ""

    def read(self, phrase: str) -> date | None:
        """Return the day of a phrase."""
        if not _DAY.fullmatch(phrase):
            return None
        words = phrase.replace(",", "").split()
        name = next(word for word in words if word in _MONTH_NUMBER)
        small = next(found for word in words[:-1] if (found := _read_small(word)) is not None)
        return calendar_day(int(words[-1]), _MONTH_NUMBER[name], small)


DAYS = EnglishDays()


def _read_small(word: str) -> int | None:
    """Return the number of 1, 1st or first."""
    if word in _ORDINALS:
        return _ORDINALS.index(word) + 1
    found = _FIGURES.fullmatch(word)
    return int(found[1]) if found else None


def read_nth(word: str) -> int:
    """Return the number of a word that :data:`NTH` matches."""
    return _read_small(word) or 0
