"""Clause numbers that French texts cite, in match keys: article 12-1, articles L. 121-1, L. 121-3 et 8 à 10."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yange.law.aspects.citations import Owner
from yange.law.aspects.cited_numbers import CitedNumber, CitedPlace
from yange.law.fr.numbers import ARTICLE_NUMBER, read_article
from yange.law.fr.sentences import KINDS
from yange.numbering import SERIES

__all__ = ["CITED_NUMBERS", "FrenchCitedNumbers"]

_HEAD = re.compile(r"\b[Aa]rt(?:icles?|s?\.) ?")
_NUMBER = re.compile(rf"{ARTICLE_NUMBER}")
_INSIDE = re.compile(
    r"(?:,? ?(?:paragraphes?|§+|alinéas?|points?|n[°o]|lettres?) ?(?:\d{1,3}|[a-z]\b)\)?)*(?=,? ?(?:et|ou|à)\b|, ?\d)"
)
"""The parts of an article in a list of articles: les articles 2, paragraphe 1, et 3."""
_JOINT = re.compile(r", ?(?:et |ou )?(?=[LRDA]?\.? ?\d)| (?:et|ou|à) (?=[LRDA]?\.? ?\d)")
_OF_ANOTHER = re.compile(
    rf",? (?:de la |de l'|du |des |de )(?!présente?s? )(?:même |ladite |ledit )?(?:{KINDS}s?\b|[A-ZÀ-Ý])"
)
"""Behind a citation: the name of another instrument."""
_RANGE = re.compile(" ?à ?|-")
_LETTERS = {1: "A", 4: "D", 12: "L", 18: "R", 27: "LO", 28: "LP"}


class FrenchCitedNumbers:
    """The cited numbers of French texts; see :class:`yange.law.aspects.cited_numbers.CitedNumbers`.

    Only articles are read, and the articles of another instrument are left out.
    """

    def cited(self, key: str) -> Iterator[CitedNumber]:
        """Yield the cited articles of the text itself; a list of articles gives each of them."""
        for head in _HEAD.finditer(key):
            found: list[CitedNumber] = []
            at = head.end()
            while (match := _NUMBER.match(key, at)) is not None:
                read = read_article(match)
                if read is None or read[1] is None:
                    break
                found.append(CitedNumber(match.start(), match.end(), read[1], f"Article {match[0]}"))
                inside = _INSIDE.match(key, match.end())
                joint = _JOINT.match(key, inside.end() if inside else match.end())
                at = joint.end() if joint else match.end()
                if joint is None:
                    break
            if found and not _OF_ANOTHER.match(key, found[-1].end):
                yield from found

    def owner(self, key: str, start: int) -> Owner:
        """Return nothing certain: the owner follows the number, and :meth:`cited` reads it."""
        return Owner.UNSAID

    def is_range(self, between: str) -> bool:
        """Tell whether *à* is between two numbers."""
        return _RANGE.fullmatch(between) is not None

    def written(self, printed: str, value: tuple[int, ...]) -> str:
        """Return L. 121-2 for the value that it has, 12-1 for ``(12, 1)``."""
        series, number = divmod(value[0], SERIES)
        as_printed = re.match(r"[A-Z]{1,2}(?P<gap>\.? ?)(?=\d)", printed)
        letter = f"{_LETTERS[series]}{as_printed['gap'] if as_printed else '. '}" if series else ""
        return f"{letter}{'-'.join(map(str, (number, *value[1:])))}"

    def place(self, printed: str) -> CitedPlace | None:
        """Return nothing: paragraphs and items of French articles are not taken apart."""
        return None

    def cites_items(self, key: str) -> bool:
        """Return false: no cited item is followed."""
        return False

    def lists_items(self, key: str) -> bool:
        """Return false: no cited item is followed."""
        return False

    def item_number(self, label: str) -> int | None:
        """Return nothing: no cited item is followed."""
        return None


CITED_NUMBERS = FrenchCitedNumbers()
