"""Read clause numbers that Chinese texts cite, in match keys: 第十二条之一, 附件2, 第三条第一款第(二)项."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from yange.law.aspects.citations import Owner
from yange.law.aspects.cited_numbers import CitedNumber, CitedPlace
from yange.law.zh_hans.numerals import chinese_numeral, read_chinese_numeral
from yange.law.zh_hans.script import as_written

__all__ = ["CITED_NUMBERS", "ChineseCitedNumbers"]

_HAN = "〇零一二两三四五六七八九十百千0-9"
_CITED = (
    rf"第(?P<article>[{_HAN}]+)条(?:之(?P<within>[{_HAN}]+))?"
    rf"|(?P<word>附[件录])(?P<annex>[{_HAN}]+)(?:之(?P<annexed>[{_HAN}]+))?"
)
_SELF = r"本(?:办法|规定|条例|细则|法|规则|意见|措施|方案|决定|通知|政策)$"
_CHAIN = (
    rf"(?:第[{_HAN}]+条(?:之[{_HAN}]+)?(?:第[{_HAN}()]+款)?(?:第?[{_HAN}()]+项)?(?:、|,|和|及|至|到|或者?|与|以及))+$"
)
"""The words between two numbers of one instrument: 《…》第九条、第十条."""
_FOREIGN = r"(?:》|法|条例|办法|规定|细则)(?:\([^()]*\))?$"
_RANGE = "至|到|-"
_PLACE = (
    rf"(?:第(?P<article>[{_HAN}]+)条(?:之(?P<within>[{_HAN}]+))?)?(?:第(?P<para>[{_HAN}]+)款)?"
    rf"(?:第?[(]?(?P<item>[{_HAN}]+)[)]?项)?"
)
_OWNER_AT_MOST = 60
"""Characters before a citation in which the words for its owner are looked for."""
_LABEL = re.compile(rf"[{_HAN}]+")
_FIRST_ITEM = "(一)"


class ChineseCitedNumbers:
    """The cited numbers of Chinese texts; see :class:`yange.law.aspects.cited_numbers.CitedNumbers`."""

    def __init__(
        self,
        script: Callable[[str], str] = as_written,
        place: str = _PLACE,
        item: str = "项",
        first_item: str = _FIRST_ITEM,
    ) -> None:
        """Compile the patterns in the characters of a script.

        ``item`` is the unit of an item, ``first_item`` the label of the first one.
        """
        self._first_item = first_item
        self._cited = re.compile(script(_CITED))
        self._self, self._chain = re.compile(script(_SELF)), re.compile(script(_CHAIN))
        self._foreign, self._range = re.compile(script(_FOREIGN)), re.compile(_RANGE)
        self._place, self._item = re.compile(script(place)), script(item)
        self._article = script("第{}条")

    def cited(self, key: str) -> Iterator[CitedNumber]:
        """Yield the cited articles and annexes."""
        for match in self._cited.finditer(key):
            names = ("annex", "annexed") if match["annex"] else ("article", "within")
            numbers = [read_chinese_numeral(match[name]) for name in names if match[name]]
            value = tuple(number for number in numbers if number is not None)
            if len(value) == len(numbers):
                value = (0, *value) if match["annex"] else value
                yield CitedNumber(match.start(), match.end(), value, match[0])

    def owner(self, key: str, start: int) -> Owner:
        """Return whose clause is cited: 本办法第三条 is the text's own, 条例第三条 is another's."""
        before = self._chain.sub("", key[max(0, start - _OWNER_AT_MOST) : start])
        if self._self.search(before):
            return Owner.OWN
        return Owner.OTHER if self._foreign.search(before) else Owner.UNSAID

    def is_range(self, between: str) -> bool:
        """Return whether 至 or a dash is between two numbers."""
        return self._range.fullmatch(between) is not None

    def written(self, printed: str, value: tuple[int, ...]) -> str:
        """Return a number in Chinese numerals or in figures, like the other number."""
        number, *inserted = value if value[0] else value[1:]
        digits = any(character.isascii() and character.isdigit() for character in printed)
        figure = str(number) if digits else chinese_numeral(number)
        whole = self._article.format(figure) if value[0] else f"{printed[:2]}{figure}"
        return whole + "".join("之" + chinese_numeral(part) for part in inserted)

    def place(self, printed: str) -> CitedPlace | None:
        """Return the parts of 第三条之一第二款第（四）项, any of which may be missing."""
        match = self._place.fullmatch(printed)
        if match is None:
            return None
        numbers = [read_chinese_numeral(part) for part in (match["article"], match["within"]) if part]
        item = read_chinese_numeral(match["item"]) if match["item"] else None
        article = tuple(number for number in numbers if number is not None)
        names = ("article", "within", "para", "item")
        return CitedPlace(article, match["para"], match["item"], item, tuple(match[name] for name in names))

    def cites_items(self, key: str) -> bool:
        """Return whether a key contains the unit of an item."""
        return self._item in key

    def lists_items(self, key: str) -> bool:
        """Return whether a key contains the label of a first item."""
        return self._first_item in key

    def item_number(self, label: str) -> int | None:
        """Return the number of (四)."""
        match = _LABEL.search(label)
        return read_chinese_numeral(match[0]) if match else None


CITED_NUMBERS = ChineseCitedNumbers()
