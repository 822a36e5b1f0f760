"""Number words of languages with spaces in figures: trente jours and 30 jours, zehntausend Euro and 10000 Euro are one.

text2num, the maintained library for number words, reads them; only this module imports it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from text_to_num import text2num

__all__ = ["figures_reader", "spelled"]

_LONGEST = 200
"""No value has so many characters; a longer piece of a key stays as it is printed."""


def spelled(words: str, language: str) -> int | None:
    """Return the value of number words in a language (an ISO 639-1 code), ``None`` if they are not a number."""
    try:
        return int(text2num(words, language))
    except ValueError:
        return None


def figures_reader(
    language: str,
    words: str,
    *,
    one: Sequence[str] = (),
    grouped: str = "[. ]",
    fraction: str = ",",
) -> Callable[[str], str]:
    """Return the function that writes a value of a match key in one form, for :attr:`Values.plain`.

    ``words`` is a pattern of number words, ``one`` the articles that count one (*eines*), ``grouped`` a pattern of the
    characters between thousands, ``fraction`` the character before decimals.
    """
    counted = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])")
    again = re.compile(r"(?<=[^\W\d_]) ?\(\d{1,4}\) ?")
    thousands = re.compile(rf"(?<![\d.,])\d{{1,3}}(?:{grouped}\d{{3}})+(?!\d)")
    decimals = re.compile(rf"(?<=\d){re.escape(fraction)}(?=\d)")

    def figure(match: re.Match[str]) -> str:
        if match[0].lower() in one:
            return "1"
        value = spelled(match[0].lower(), language)
        return match[0] if value is None else str(value)

    def plain(key: str) -> str:
        if len(key) > _LONGEST:
            return key
        key = counted.sub(figure, again.sub(" ", key)) if counted.search(key) else key
        return decimals.sub(".", thousands.sub(lambda match: re.sub(r"\D", "", match[0]), key))

    return plain
