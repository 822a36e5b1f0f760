"""Clause numbers that Spanish texts cite, in match keys: artículo 12 bis, artículos 5, 6 y 8 a 10."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yange.law.aspects.citations import Owner
from yange.law.aspects.cited_numbers import CitedNumber, CitedPlace

__all__ = ["CITED_NUMBERS", "SpanishCitedNumbers"]

_LATIN = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies")
_NUMBER = rf"\d{{1,4}}(?:[ -](?:{'|'.join(_LATIN)})\b|-[A-Z]\b)?"
_CITED = re.compile(
    rf"\b[Aa]rt(?:[íi]culo|\.) ?(?P<one>{_NUMBER})(?![\d])|\b(?P<several>[Aa]rt(?:[íi]culos|s\.)) ?(?=\d)"
)
_LISTED = re.compile(
    rf"(?P<number>{_NUMBER})(?![\d%])(?:[.º°]\d{{0,2}}(?:\.?[a-zñ]\))?)*(?P<joint>,? ?(?:y"
    rf"|o|a|al) (?:el )?(?=\d)|, ?(?=\d)|-(?=\d))?"
)
_OF_ANOTHER = re.compile(
    r"(?:[.º°]\d{0,2}(?:\.?[a-zñ]\))?)*,? (?:de la|del|de los|de) (?!presente|propi"
    r"|est[ae]\b)(?:citad[oa] |referid[oa] |mencionad[oa] )?"
    r"(?:[A-ZÁÉÍÓÚ]|ley\b|decreto|reglamento|c[óo]digo|constituci)"
)
_RANGE = re.compile("al?|-")


class SpanishCitedNumbers:
    """The cited numbers of Spanish texts; see :class:`yange.law.aspects.cited_numbers.CitedNumbers`.

    Only articles are read, and the articles of another instrument are left out.
    """

    def cited(self, key: str) -> Iterator[CitedNumber]:
        """Yield the cited articles of the text itself; a list of articles gives each of them."""
        for match in _CITED.finditer(key):
            if match["several"]:
                found = tuple(_listed(key, match.end()))
                end = found[-1].end if found else match.end()
            else:
                found = (_number(match.start("one"), match["one"]),)
                end = match.end()
            if found and not _OF_ANOTHER.match(key, end):
                yield from found

    def owner(self, key: str, start: int) -> Owner:
        """Return nothing certain: the owner follows the number, and :meth:`cited` reads it."""
        return Owner.UNSAID

    def is_range(self, between: str) -> bool:
        """Tell whether *a* or a dash is between two numbers."""
        return _RANGE.fullmatch(between) is not None

    def written(self, printed: str, value: tuple[int, ...]) -> str:
        """Return 12 bis for ``(12, 1)``, or 12-A where the old number has a capital."""
        number, *inserted = value
        if not inserted:
            return str(number)
        if re.search("-[A-Z]", printed) or inserted[0] > len(_LATIN):
            return f"{number}-{chr(ord('A') + inserted[0] - 1)}"
        return f"{number} {_LATIN[inserted[0] - 1]}"

    def place(self, printed: str) -> CitedPlace | None:
        """Return nothing: paragraphs and letters of articles are not taken apart."""
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


def _listed(key: str, at: int) -> Iterator[CitedNumber]:
    while (match := _LISTED.match(key, at)) is not None:
        yield _number(match.start(), match["number"])
        if not match["joint"]:
            return
        at = match.end()


def _number(start: int, printed: str) -> CitedNumber:
    found = re.match(r"(\d+)(?:[ -](\w+))?", printed)
    number, inserted = (found[1], found[2]) if found else ("0", None)
    below: tuple[int, ...] = ()
    if inserted:
        below = (_LATIN.index(inserted) + 1,) if inserted in _LATIN else (ord(inserted) - ord("A") + 1,)
    return CitedNumber(start, start + len(printed), (int(number), *below), f"Artículo {printed}")


CITED_NUMBERS = SpanishCitedNumbers()
