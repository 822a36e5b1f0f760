"""Read references in Chinese: 第三条第一款第（二）项, 第三、四条, 第三条至第五条, 前款, 本办法第三条, 附件1.

The patterns are written in simplified characters; ``script`` turns each of them into the characters of the pack, so
that a pack of another script adds only what differs (see :mod:`yange.law.zh_hant.citations`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from yange.law.aspects.citations import Level, Owner, Reference, Relative, Step
from yange.law.chains import LONGEST_RANGE, Group, Joints, read_chains
from yange.law.zh_hans.numerals import read_chinese_numeral
from yange.law.zh_hans.script import as_written

__all__ = ["CITATIONS", "ChineseCitations"]

_NUMERAL = r"[一二三四五六七八九十百千零〇两0-9０-９]{1,7}"
_BLANKS = r"[ \u3000\t\u00a0]{0,2}"
_ONE = rf"(?:[（(]{_BLANKS}{_NUMERAL}{_BLANKS}[）)]|{_NUMERAL})"
_LIST_WORD = r"[、，,]|和|以及|及|或者|或|与"
_RANGE_WORD = r"至|到|—|–|－|-|~|～"

UNITS = {
    "编": Level.PART,
    "章": Level.CHAPTER,
    "节": Level.SECTION,
    "条": Level.ARTICLE,
    "款": Level.PARAGRAPH,
    "项": Level.ITEM,
    "目": Level.SUBITEM,
}
"""The level of each unit of a reference on the mainland: 条, 款, 项, 目 from the outermost to the innermost."""

_UNIT = r"编(?!号|制|码)|章(?!程)|节(?!课)|条(?![款例件道线路河街跑隧])|款(?![式项])|项(?!目)|目(?![标的录前])"
"""A unit that is not the beginning of a word such as 第三条例, 第一章程."""
_GROUP = (
    rf"第{_BLANKS}(?P<list>{_ONE}(?:{_BLANKS}(?:{_LIST_WORD}|{_RANGE_WORD}){_BLANKS}{_ONE})*)"
    rf"{_BLANKS}(?P<unit>{_UNIT})(?P<of>(?:之{_NUMERAL})?)"
)
_JOIN = rf"{_BLANKS}(?:(?:{_LIST_WORD}){_BLANKS}|(?:{_RANGE_WORD}){_BLANKS})(?=第)"
_RELATIVE = r"(?P<what>前|本|上)(?P<count>[一两二三四五六])?(?P<unit>[条款项章节])(?![件例目式文约程])"
_BEHIND_RELATIVE = "第所规的前下中内"
"""Characters that may follow 本条, 上款 and the like; before others they are parts of words. 前条 needs none."""

_ANNEX = (
    rf"附件{_BLANKS}(?P<n>[0-9０-９]{{1,2}}|[一二三四五六七八九十]{{1,3}})"
    r"(?:(?:之|[-－](?=\d))(?P<of>[0-9]{1,2}|[一二三四五六七八九十]{1,2}))?(?![0-9年月日号])"
)

_INSTRUMENT = "法|条例|办法|规定|细则|规则|决定|通知|意见|措施|方案|准则|标准"
_LINK_WORD = "中的?|的|之"
_HAN = "一-鿿"
_OWN = rf"(?:本|此)(?![条款项章节目])[{_HAN}]{{1,10}}?(?:{_LINK_WORD})?$"
_OWN_NAME = rf"本(?:{_INSTRUMENT}|实施[{_HAN}]{{1,4}}|[{_HAN}]{{1,6}})$"
_OTHER = (
    rf"(?:》(?:[（(][^（）()]{{0,60}}[）)])?|(?:该|原(?!则)|其(?!中)|上述|前述|上位)[{_HAN}]{{0,8}}|(?<=[{_HAN}]{{2}})"
    rf"(?:{_INSTRUMENT}|目录|公约))(?:{_LINK_WORD}|所附)?$"
)
_NEVER = "(?!)"
_OWNER_AT_MOST = 80
"""Characters before a reference in which the words for its owner are looked for."""

_LINK = rf"[ \u3000]*(?:（[^（）]{{0,60}}）|\([^()]{{0,60}}\))?[ \u3000]*(?:{_LINK_WORD})?[ \u3000]*"
_SHORT = r"以下[统并]?简?称《(?P<name>[^《》]{1,30})》"
_UNQUOTED = r"(?<!本)(?:法|条例|办法|规定|细则|规则|决定|令|公约)(?=(?P<number>第[一二三四五六七八九十百零〇0-9]+条))"


class ChineseCitations:
    """The references of Chinese texts; see :class:`yange.law.aspects.citations.Citations`."""

    def __init__(
        self,
        script: Callable[[str], str] = as_written,
        units: Mapping[str, Level] = UNITS,
        other: str = _NEVER,
    ) -> None:
        """Compile the patterns in the characters of a script.

        ``units`` has the level of each unit, ``other`` is the pattern of further words for another instrument.
        """
        self._units = units
        self._group = re.compile(script(_GROUP))
        self._relative = re.compile(script(_RELATIVE))
        self._behind_relative = script(_BEHIND_RELATIVE)
        self._annex = re.compile(script(_ANNEX))
        self._two = script("两")
        self._own = tuple(re.compile(script(pattern)) for pattern in (_OWN_NAME, _OWN))
        self._other = re.compile(rf"{script(_OTHER)}|{other}(?:{script(_LINK_WORD)})?$")
        self._link = re.compile(script(_LINK))
        self._short = re.compile(script(_SHORT))
        self._unquoted = re.compile(script(_UNQUOTED))
        self._split = re.compile(script(rf"({_RANGE_WORD})|(?:{_LIST_WORD})"))
        self._joints = Joints(re.compile(script(_JOIN)), re.compile(_RANGE_WORD), self._owner_of)

    def references(self, text: str, start: int, stop: int) -> Iterable[Reference]:
        """Return the references of ``text[start:stop]`` to clauses and annexes."""
        yield from read_chains(text, self.groups(text, start, stop), self._joints)
        yield from self._annexes(text, start, stop)
        yield from self.further(text, start, stop)

    def of_text(self, text: str) -> ChineseCitations:
        """Return itself: all texts of the mainland count in the same way."""
        return self

    def further(self, text: str, start: int, stop: int) -> Iterable[Reference]:
        """Return the references of forms that other packs add: none here."""
        return ()

    def link(self, text: str, start: int, stop: int) -> bool:
        """Return whether only a document number and 的 are between a title and a number."""
        return self._link.fullmatch(text, start, stop) is not None

    def short_name(self, text: str, start: int, stop: int) -> str | None:
        """Return the short title after 以下简称."""
        match = self._short.search(text, start, stop)
        return match["name"] if match else None

    def unquoted(self, text: str, start: int, stop: int) -> Iterable[tuple[int, int]]:
        """Return the spans in which 条例第三条 and the like name an instrument without title marks."""
        return ((match.start(), match.end("number")) for match in self._unquoted.finditer(text, start, stop))

    def groups(self, text: str, start: int, stop: int) -> Iterator[Group]:
        """Yield the numbered and the relative units of ``text[start:stop]``, in no order."""
        for match in self._group.finditer(text, start, stop):
            values = self._values(match["list"], match["of"])
            if values:
                yield Group(match.start(), match.end(), self._units[match["unit"]], values)
        for match in self._relative.finditer(text, start, stop):
            behind = text[match.end() : match.end() + 1]
            if match["what"] == "前" or not behind.isalnum() or behind in self._behind_relative:
                count = read_chinese_numeral((match["count"] or "一").replace(self._two, "二")) or 1
                relative = Relative.THIS if match["what"] == "本" else Relative.BEFORE
                yield Group(match.start(), match.end(), self._units[match["unit"]], ((count,),), relative)

    def _values(self, numerals: str, of: str) -> tuple[tuple[int, ...], ...]:
        """Return the numbers of 三、五至七 as (3,), (5,), (6,), (7,); empty where one is not a number."""
        values: list[tuple[int, ...]] = []
        to = False
        for piece in self._split.split(numerals):
            if piece is None or not piece.strip():
                continue
            number = _FIRST_NUMERAL.search(piece)
            if number is None:
                to = True
                continue
            value = read_chinese_numeral(number[0])
            if value is None:
                return ()
            if to and values and value - values[-1][0] in range(1, LONGEST_RANGE):
                values.extend((between,) for between in range(values[-1][0] + 1, value))
            values.append((value,))
            to = False
        after = read_chinese_numeral(of.removeprefix("之")) if of else None
        if after is not None and values:
            values[-1] = (*values[-1], after)
        return tuple(values)

    def _owner_of(self, text: str, first: Group) -> tuple[Owner, int]:
        return self.owner(text, first.start)

    def owner(self, text: str, start: int) -> tuple[Owner, int]:
        """Return whose clause the reference at ``start`` is, and where the words that say so begin."""
        before = text[max(0, start - _OWNER_AT_MOST) : start]
        line = before[before.rfind("\n") + 1 :]
        own = next(filter(None, (pattern.search(line) for pattern in self._own)), None)
        if own is not None and "》" not in own[0]:
            return Owner.OWN, start - (len(line) - own.start())
        return (Owner.OTHER if self._other.search(line) else Owner.UNSAID), start

    def _annexes(self, text: str, start: int, stop: int) -> Iterator[Reference]:
        for match in self._annex.finditer(text, start, stop):
            number, of = (read_chinese_numeral(match[name]) if match[name] else None for name in ("n", "of"))
            if number is not None:
                step = Step(Level.ANNEX, (number,) if of is None else (number, of))
                yield Reference(match.start(), match.end(), match[0], ((step,),), Owner.UNSAID, match.start())


_FIRST_NUMERAL = re.compile(_NUMERAL)

CITATIONS = ChineseCitations()
