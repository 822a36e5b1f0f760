"""Clause numbers that Japanese texts cite, in match keys: 第十二条の二, 別表第一."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yange.law.aspects.citations import Owner
from yange.law.aspects.cited_numbers import CitedNumber, CitedPlace
from yange.law.ja.numbers import BRANCHES, values
from yange.law.ja.numerals import japanese_numeral, read_japanese_numeral

__all__ = ["CITED_NUMBERS", "JapaneseCitedNumbers"]

_N = r"(?:[〇一二三四五六七八九十百千]{1,12}|\d{1,4})"
_CITED = re.compile(
    rf"第(?P<article>{_N})条(?P<of>(?:{BRANCHES}){{0,3}})|(?<!附則)別表第(?P<annex>{_N})(?P<annexed>(?:{BRANCHES}){{0,2}})"
)
_SELF = re.compile(r"この(?:法律|政令|省令|府令|規則|条例|規程|要綱)(?:の)?$")
_CHAIN = re.compile(
    rf"(?:第{_N}条(?:{BRANCHES}){{0,3}}(?:第{_N}項)?(?:第{_N}号)?(?:、|及び|又は|若しくは|並びに|から))+$"
)
"""民法第九十条、第九十一条: the second number is of the instrument of the first."""
_FOREIGN = re.compile(r"(?:法|令|規則|条例|法律|憲法|旧法|新法)(?:\([^()]*\))?(?:の)?$")
_FOREIGN_NOT = re.compile(r"(?:この(?:法律|政令|省令|府令|規則|条例)|方法)$")
_PLACE = re.compile(
    rf"(?:第(?P<article>{_N})条(?P<of>(?:{BRANCHES}){{0,3}}))?(?:第(?P<para>{_N})項)?(?:第(?P<item>{_N})号(?P<item_of>(?:{BRANCHES}){{0,2}}))?"
)
_OWNER_AT_MOST = 60


class JapaneseCitedNumbers:
    """The cited numbers of Japanese texts; see :class:`yange.law.aspects.cited_numbers.CitedNumbers`.

    An article of a supplement (附則第三条) has the value of its number; the name before it says of which series it is.
    """

    def cited(self, key: str) -> Iterator[CitedNumber]:
        """Yield the cited articles and annexes."""
        for match in _CITED.finditer(key):
            of_annex = match["annex"] is not None
            names = ("annex", "annexed") if of_annex else ("article", "of")
            value = values(match[names[0]], match[names[1]] or "")
            if value:
                yield CitedNumber(match.start(), match.end(), (0, *value) if of_annex else value, match[0])

    def owner(self, key: str, start: int) -> Owner:
        """Return whose clause is cited: この法律第三条 is the text's own, 民法第三条 another's."""
        before = _CHAIN.sub("", key[max(0, start - _OWNER_AT_MOST) : start])
        if _SELF.search(before):
            return Owner.OWN
        foreign = _FOREIGN.search(before) and not _FOREIGN_NOT.search(before)
        return Owner.OTHER if foreign else Owner.UNSAID

    def is_range(self, between: str) -> bool:
        """Tell whether から is between two numbers."""
        return between == "から"

    def written(self, printed: str, value: tuple[int, ...]) -> str:
        """Return a number in kanji or in figures, as the other is printed."""
        number, *inserted = value if value[0] else value[1:]
        digits = any(sign.isascii() and sign.isdigit() for sign in printed)
        write = str if digits else japanese_numeral
        whole = f"第{write(number)}条" if value[0] else f"別表第{write(number)}"
        return whole + "".join(f"の{write(part)}" for part in inserted)

    def place(self, printed: str) -> CitedPlace | None:
        """Return the parts of 第三条の二第二項第四号; also of a part of it, and of nothing."""
        match = _PLACE.fullmatch(printed)
        if match is None:
            return None
        article = (values(match["article"], match["of"] or "") or ()) if match["article"] else ()
        item = read_japanese_numeral(match["item"]) if match["item"] else None
        return CitedPlace(
            article,
            match["para"],
            match["item"],
            item,
            (match["article"], match["of"] or None, match["para"], match["item"]),
        )

    def cites_items(self, key: str) -> bool:
        """Tell whether the unit of an item is in a key."""
        return "号" in key

    def lists_items(self, key: str) -> bool:
        """Tell whether an article may list items: 次の各号, 次に掲げる."""
        return "各号" in key or "掲げる" in key

    def item_number(self, label: str) -> int | None:
        """Return the number of 四."""
        return read_japanese_numeral(label.strip("()（） \u3000"))


CITED_NUMBERS = JapaneseCitedNumbers()
