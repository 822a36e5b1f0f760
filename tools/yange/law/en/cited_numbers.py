"""Read clause numbers that English texts cite, in match keys: Article 12A, Articles 5, 6 and 8 to 10."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yange.law.aspects.citations import Owner
from yange.law.aspects.cited_numbers import CitedNumber, CitedPlace

__all__ = ["CITED_NUMBERS", "EnglishCitedNumbers"]

_CITED = re.compile(
    r"\b(?P<unit>[Aa]rticle|section|[Rr]egulation|[Rr]ule|§) ?(?P<one>\d{1,4}[A-Z]?)(?![\dA-Za-z]|\.\d)"
    r"|\b(?P<several>[Aa]rticles|sections|[Rr]egulations|[Rr]ules|ss) ?(?=\d)"
)
"""Section 5 with a capital is a division of a text with articles; section 5 is what an act is numbered by."""
_NAMES = {"articles": "Article", "article": "Article", "ss": "section", "§": "§"}
_LISTED = re.compile(
    r"(?P<number>\d{1,4}[A-Z]?)(?![\dA-Za-z%]|\.\d)(?:\([^()]{1,8}\))*"
    r"(?P<joint>,? ?(?:and|or|to) (?=\d)|, ?(?=\d)|-(?=\d))?"
)
_OF_ANOTHER = re.compile(
    r"(?:\([^()]{1,8}\))* of (?:the [A-Za-z ]{0,12}?[A-Z]|that |those |Regulation|Directive|title |[A-Z])"
)
"""The name of another instrument after a citation."""
_RANGE = re.compile("to|-")
_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class EnglishCitedNumbers:
    """The cited numbers of English texts; see :class:`yange.law.aspects.cited_numbers.CitedNumbers`.

    Only articles, sections, regulations and rules are read, without those of other instruments.
    """

    def cited(self, key: str) -> Iterator[CitedNumber]:
        """Yield the cited articles of the text itself, also each article of a list."""
        for match in _CITED.finditer(key):
            if match["several"]:
                found = tuple(_listed(key, match.end(), _name(match["several"])))
                end = found[-1].end if found else match.end()
            else:
                found = (_number(match.start("one"), match["one"], _name(match["unit"])),)
                end = match.end()
            if found and not _OF_ANOTHER.match(key, end):
                yield from found

    def owner(self, key: str, start: int) -> Owner:
        """Return no certain owner: it follows the number, and :meth:`cited` reads it."""
        return Owner.UNSAID

    def is_range(self, between: str) -> bool:
        """Return whether *to* or a dash is between two numbers."""
        return _RANGE.fullmatch(between) is not None

    def written(self, printed: str, value: tuple[int, ...]) -> str:
        """Return 12A for ``(12, 1)``."""
        number, *inserted = value
        return f"{number}{''.join(map(_letters, inserted))}"

    def place(self, printed: str) -> CitedPlace | None:
        """Return ``None``: paragraphs and items of English articles are not read."""
        return None

    def cites_items(self, key: str) -> bool:
        """Return false: cited items are not read."""
        return False

    def lists_items(self, key: str) -> bool:
        """Return false: cited items are not read."""
        return False

    def item_number(self, label: str) -> int | None:
        """Return ``None``: cited items are not read."""
        return None


def _name(unit: str) -> str:
    """Return the name of one unit: section for sections, Article for article."""
    word = unit.lower()
    return _NAMES.get(word) or word.rstrip("s")


def _listed(key: str, at: int, name: str) -> Iterator[CitedNumber]:
    while (match := _LISTED.match(key, at)) is not None:
        yield _number(match.start(), match["number"], name)
        if not match["joint"]:
            return
        at = match.end()


def _letters(part: int) -> str:
    """Return A for 1, AA for 27, and Z for 0: 12ZA is ``(12, 0, 1)``."""
    first, last = divmod(part - 1, len(_CAPITALS))
    return _CAPITALS[last] if part <= len(_CAPITALS) else f"{_CAPITALS[first - 1]}{_CAPITALS[last]}"


def _number(start: int, printed: str, name: str) -> CitedNumber:
    digits = printed.rstrip(_CAPITALS)
    value = (int(digits), *(_CAPITALS.index(letter) + 1 for letter in printed[len(digits) :]))
    return CitedNumber(start, start + len(printed), value, f"{name} {printed}")


CITED_NUMBERS = EnglishCitedNumbers()
