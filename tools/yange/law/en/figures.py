"""Write English values in one form: thirty days, thirty (30) days and 30 days; 3-month and three months."""

from __future__ import annotations

import re

from yange.law.number_words import spelled

__all__ = ["plain"]

_WORDS = re.compile("(?:a )?([a-z]+(?:(?:-| and | )[a-z]+)*)(?=[ -](?:working|calendar|business|clear|[a-z]+)\\b)")
_LATIN = re.compile("[A-Za-z]")
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:[ ']\d{3})+(?![\d'])")
_ONE = re.compile("an? (?=(?:working |calendar |business )?(?:hour|day|week|month|quarter|year)s?$)")
_AGAIN = re.compile(r"(?<=[a-z])\(\d{1,4}\)(?=[a-z])")
"""A number in figures after the same in words: thirty (30) days."""
_SIGNS = re.compile("(?:EUR|€) ?|(?:GBP|£) ?")
_UNITS = re.compile(r"(?<=\d)[ -](?P<more>working |calendar |business )?(?P<unit>hour|day|week|month|quarter|year)s?\b")


def plain(key: str) -> str:
    """Return part of a match key with the number words at its beginning in figures, and with thousands unparted."""
    if _LATIN.match(key):
        key = key[0].lower() + key[1:]
        key = _WORDS.sub(_figures, _AGAIN.sub(" ", _ONE.sub("1 ", key)), count=1)
    key = _SIGNS.sub(lambda match: "EUR" if match[0][0] in "E€" else "GBP", key)
    key = _UNITS.sub(lambda match: f" {match['more'] or ''}{match['unit']}s", key)
    return _GROUPED.sub(lambda match: match[0].replace(" ", "").replace("'", ""), key)


def _figures(match: re.Match[str]) -> str:
    value = spelled(match[1], "en")
    return match[0] if value is None else str(value)
