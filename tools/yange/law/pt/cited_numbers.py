"""Clause numbers that Portuguese texts cite, in match keys: artigo 12.º-A, arts. 5º e 6º, artigos 3.º a 5.º."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yange.law.aspects.citations import Owner
from yange.law.aspects.cited_numbers import CitedNumber, CitedPlace

__all__ = ["CITED_NUMBERS", "PortugueseCitedNumbers"]

_NTH = r"(?:\.?[ºª°]|\.?(?<=[\d.])o(?!\w))"
_HEAD = re.compile(r"\b(?:[Aa]rtigos?|[Aa]rts?\.) ?(?=\d)")
_LISTED = re.compile(
    rf"(?P<number>(?P<n>\d{{1,4}}(?:\.\d{{3}})?)(?P<nth>{_NTH})?(?:-(?P<of>[A-Z])(?!\w))?)(?![\d%]|,\d)"
    rf"(?:, ?(?:§ ?\d+{_NTH}?|n\.?{_NTH} ?\d+|inciso [IVXLC]+|alínea [\"']?[a-z][\"')]?)){{0,4}}"
    r"(?P<joint>, ?(?:e |ou )?(?=\d)|(?: |(?<=[ºª°]))(?:e|ou|a) (?=\d))?"
)
_OF_ANOTHER = re.compile(
    r",? ?\b(?:d[ao]s?|de) (?!present)(?:(?:mesm|referid|citad)[ao] )?(?:Lei|Decreto|Código|Constituição"
    r"|Regulamento|Diretiva"
    r"|Directiva|Portaria|Resolução|Medida Provisória|Tratado|Estatuto|Convenção|[A-Z]{2,})\b"
)
_OWN = re.compile(r",? ?\b(?:d[ao]|de) (?:presente|esta?|este)\b|,? dest[ae]\b")


class PortugueseCitedNumbers:
    """The cited numbers of Portuguese texts; see :class:`yange.law.aspects.cited_numbers.CitedNumbers`.

    Only articles are read, and the articles of another instrument are left out.
    """

    def cited(self, key: str) -> Iterator[CitedNumber]:
        """Yield the cited articles of the text itself; a list of articles gives each of them."""
        for head in _HEAD.finditer(key):
            found, at = [], head.end()
            while (match := _LISTED.match(key, at)) is not None:
                value = (int(match["n"].replace(".", "")), *((ord(match["of"]) - ord("A") + 1,) if match["of"] else ()))
                found.append(CitedNumber(match.start(), match.end("number"), value, f"artigo {match['number']}"))
                at = match.end()
                if not match["joint"]:
                    break
            if found and (_OWN.match(key, at) or not _OF_ANOTHER.match(key, at)):
                yield from found

    def owner(self, key: str, start: int) -> Owner:
        """Return nothing certain: the owner follows the number, and :meth:`cited` reads it."""
        return Owner.UNSAID

    def is_range(self, between: str) -> bool:
        """Tell whether *a* is between two numbers."""
        return between.strip() == "a"

    def written(self, printed: str, value: tuple[int, ...]) -> str:
        """Return 12.º-A for ``(12, 1)``, with the sign of an ordinal if the other number has one."""
        sign = re.search(_NTH, printed)
        number, *inserted = value
        thousands = f"{number:,}".replace(",", ".") if re.match(r"\d\.\d{3}", printed) else str(number)
        return thousands + (sign[0] if sign else "") + "".join(f"-{chr(ord('A') + part - 1)}" for part in inserted)

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


CITED_NUMBERS = PortugueseCitedNumbers()
