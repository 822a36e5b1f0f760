"""Clause numbers that German texts cite, in match keys, which have no blank beside §: §12a, §§5,6 und 8 bis 10."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yange.law.aspects.citations import Owner
from yange.law.aspects.cited_numbers import CitedNumber, CitedPlace

__all__ = ["CITED_NUMBERS", "GermanCitedNumbers"]

_HEAD = re.compile(r"§{1,2}(?=\d)|\bArt(?:ikeln?|ikels)? ?\.?(?=\d)")
_LISTED = re.compile(
    r"(?P<number>\d{1,4}(?:[a-z](?![A-Za-zäöüß]))?)(?!\d|\.\d|%)"
    r"(?P<inside>(?: (?:Abs\.|Absatz) ?\d+[a-z]?)?(?: (?:Satz) ?\d+)?(?: (?:Nr\.|Nummer|Z) ?\d+[a-z]?)?)"
    r"(?P<joint> (?:und|oder|sowie|bis)(?: (?:des|der|den|nach))? ?(?:§{1,2})?(?=\d)|,(?=\d)|-(?=\d))?"
)
_OF_ANOTHER = re.compile(
    r" (?:(?:des|der) (?!(?:vor|nach)stehend)(?:[\w-]+ ){0,3}?[A-ZÄÖÜ][\w-]*"
    r"(?:[Gg]esetz(?:es|buche?s)?|[Gg]esetzbuche?s|[Vv]erordnung|[Oo]rdnung|[Rr]ichtlinie|[Vv]ertrage?s|[Ss]atzung"
    r"|[Vv]erfassung)\b|[A-ZÄÖÜ][A-Za-zäöüß]{0,12}[BGORV](?![\w-]))"
)
_RANGE = re.compile("bis|-")


class GermanCitedNumbers:
    """The cited numbers of German texts; see :class:`yange.law.aspects.cited_numbers.CitedNumbers`.

    Only articles are read (§ and Art.), and the articles of another instrument are left out.
    """

    def cited(self, key: str) -> Iterator[CitedNumber]:
        """Yield the cited articles of the text itself; a list of articles gives each of them."""
        end = 0
        for head in _HEAD.finditer(key):
            if head.start() < end:
                continue  # the list before it goes on: §7 sowie den§§3 und 4
            found, end = _listed(key, head.end(), "§ " if head[0].startswith("§") else "Artikel ")
            if found and not _OF_ANOTHER.match(key, end):
                yield from found

    def owner(self, key: str, start: int) -> Owner:
        """Return nothing certain: the owner follows the number, and :meth:`cited` reads it."""
        return Owner.UNSAID

    def is_range(self, between: str) -> bool:
        """Tell whether *bis* or a dash is between two numbers."""
        return _RANGE.fullmatch(between.strip()) is not None

    def written(self, printed: str, value: tuple[int, ...]) -> str:
        """Return 12a for ``(12, 1)``."""
        number, *inserted = value
        return f"{number}{''.join(chr(ord('a') + part - 1) for part in inserted)}"

    def place(self, printed: str) -> CitedPlace | None:
        """Return nothing: the parts of citations are not taken apart."""
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


def _listed(key: str, at: int, unit: str) -> tuple[list[CitedNumber], int]:
    found: list[CitedNumber] = []
    while (match := _LISTED.match(key, at)) is not None:
        printed = match["number"]
        digits = printed.rstrip("abcdefghijklmnopqrstuvwxyz")
        value = (int(digits), *(ord(letter) - ord("a") + 1 for letter in printed[len(digits) :]))
        found.append(CitedNumber(match.start(), match.end("number"), value, unit + printed))
        at = match.end()
        if not match["joint"]:
            break
    return found, at


CITED_NUMBERS = GermanCitedNumbers()
