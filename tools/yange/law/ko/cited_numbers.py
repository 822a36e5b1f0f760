"""Clause numbers that Korean texts cite, in match keys: 제12조의2, 별표 1."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yange.law.aspects.citations import Owner
from yange.law.aspects.cited_numbers import CitedNumber, CitedPlace
from yange.law.ko.numbers import BRANCHES, values

__all__ = ["CITED_NUMBERS", "KoreanCitedNumbers"]

_CITED = re.compile(
    rf"제(?P<article>\d{{1,4}})조(?P<of>{BRANCHES}{{0,3}})|별표 ?(?P<annex>\d{{1,3}})(?P<annexed>{BRANCHES}{{0,1}})"
)
_SELF = re.compile(r"이 ?(?:법|영|규칙|조례|규정|고시|훈령) ?$")
_CHAIN = re.compile(
    rf"(?:제\d{{1,4}}조{BRANCHES}{{0,3}}(?: ?제\d{{1,2}}항)?(?: ?제\d{{1,2}}호)? ?(?:,|ㆍ|·|및|또는|부터) ?)+$"
)
_FOREIGN = re.compile(r"(?:」|\"|법|령|조례|규칙|부칙)(?:\([^()]*\))? ?$")
_PLACE = re.compile(
    rf"(?:제(?P<article>\d{{1,4}})조(?P<of>{BRANCHES}{{0,3}}))? ?(?:제(?P<para>\d{{1,2}})항)? ?"
    rf"(?:제(?P<item>\d{{1,3}})호{BRANCHES}{{0,1}})?"
)
_OWNER_AT_MOST = 60


class KoreanCitedNumbers:
    """The cited numbers of Korean texts; see :class:`yange.law.aspects.cited_numbers.CitedNumbers`."""

    def cited(self, key: str) -> Iterator[CitedNumber]:
        """Yield the cited articles and annexes."""
        for match in _CITED.finditer(key):
            if match["annex"]:
                value = (0, *values(match["annex"], match["annexed"]))
            else:
                value = values(match["article"], match["of"])
            yield CitedNumber(match.start(), match.end(), value, match[0])

    def owner(self, key: str, start: int) -> Owner:
        """Return whose clause is cited: 이 법 제3조 is the text's own, 「항만법」 제3조 another's."""
        before = _CHAIN.sub("", key[max(0, start - _OWNER_AT_MOST) : start])
        if _SELF.search(before):
            return Owner.OWN
        return Owner.OTHER if _FOREIGN.search(before) else Owner.UNSAID

    def is_range(self, between: str) -> bool:
        """Tell whether 부터 is between two numbers."""
        return between.strip() in ("부터", "내지")

    def written(self, printed: str, value: tuple[int, ...]) -> str:
        """Return 제12조의2, or 별표 1 for an annex."""
        number, *inserted = value if value[0] else value[1:]
        gap = " " if " " in printed else ""
        whole = f"제{number}조" if value[0] else f"별표{gap}{number}"
        return whole + "".join(f"의{part}" for part in inserted)

    def place(self, printed: str) -> CitedPlace | None:
        """Return the parts of 제3조의2제2항제4호; also of a part of it, and of nothing."""
        match = _PLACE.fullmatch(printed)
        if match is None:
            return None
        article = values(match["article"], match["of"]) if match["article"] else ()
        item = int(match["item"]) if match["item"] else None
        return CitedPlace(
            article,
            match["para"],
            match["item"],
            item,
            (match["article"], match["of"] or None, match["para"], match["item"]),
        )

    def cites_items(self, key: str) -> bool:
        """Tell whether the unit of an item is in a key."""
        return "호" in key

    def lists_items(self, key: str) -> bool:
        """Tell whether an article lists items: 다음 각 호."""
        return "각 호" in key or "각호" in key

    def item_number(self, label: str) -> int | None:
        """Return the number of 4."""
        match = re.match(r"\d+", label)
        return int(match[0]) if match else None


CITED_NUMBERS = KoreanCitedNumbers()
