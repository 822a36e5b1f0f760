"""References in Japanese: 第二条の二第一項第三号イ, 第三条から第五条まで, 前条第二項, 次条, 同項第一号, この法律第三条.

同条 and 同項 mean the article and the paragraph named last; they are read where that one is this text's own and
left out where it is
another's. Articles of supplementary provisions (附則第三条) are left out: they count anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from yange.law.aspects.citations import Level, Owner, Reference, Relative, Step
from yange.law.chains import Group, Joints, read_chains
from yange.law.ja.instruments import NUMBER
from yange.law.ja.numbers import BRANCHES, NUMERAL, values
from yange.law.ja.numerals import read_japanese_numeral

__all__ = ["CITATIONS", "JapaneseCitations"]

_UNITS = {
    "編": Level.PART,
    "章": Level.CHAPTER,
    "節": Level.SECTION,
    "条": Level.ARTICLE,
    "項": Level.PARAGRAPH,
    "号": Level.ITEM,
}
_ORDER = tuple(_UNITS.values())
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラム"
_GROUP = re.compile(
    rf"(?P<same>同)(?P<same_unit>[条項号](?!第?[一-鿿]*(?:件|目)))|(?P<relative>前|次|本|この)(?P<count>[二三四五六])?(?P<relative_unit>[条項号章節])(?![件目文])"
    rf"|第(?P<n>{NUMERAL})(?P<unit>[編章節条項号])(?![様件])(?P<of>(?:{BRANCHES}){{0,3}})(?P<kana>(?<=号)[イロハニホヘトチリヌ](?![ァ-ン]))?"
)
_ANNEX = re.compile(rf"(?<!附則)別表第(?P<n>{NUMERAL})(?P<of>(?:{BRANCHES}){{0,2}})")
_JOIN = re.compile(r"(?:、|及び|又は|若しくは|並びに|から)(?=第|前|次|同)")
_TO = re.compile("から")
_OWN = re.compile(r"この(?:法律|政令|省令|府令|規則|条例|規程|要綱|告示)(?:の)?$")
_LAWS = "法律|法|令|規則|条例|規程|要綱|憲法|条約"
_OTHER = re.compile(rf"(?:{_LAWS})(?:[（(][^（）()]{{0,60}}[）)])?(?:の|中)?$")
_NO_OTHER = re.compile(r"方法$")
_SUPPLEMENT = re.compile(r"[附付]則$")
_CHAIN = re.compile(
    rf"(?:第{NUMERAL}条(?:{BRANCHES}){{0,3}}(?:第{NUMERAL}項)?(?:第{NUMERAL}号)?(?:、|及び|又は|若しくは|並びに|から))+$"
)
_LINK = re.compile(rf"[ \u3000]*(?:[（(]{NUMBER}[）)])?[ \u3000]*の?[ \u3000]*")
_SHORT = re.compile(r"以下[^「」]{0,20}「(?P<name>[^「」]{1,30})」という")
_UNQUOTED = re.compile(rf"(?<!この)(?:{_LAWS})(?=(?P<number>第{NUMERAL}条))")
_NUMBERED = frozenset("律令則例示綱程")
"""What is before 第八十九号 in the number of an instrument."""
_OWNER_AT_MOST = 80


class JapaneseCitations:
    """The references of Japanese texts; see :class:`yange.law.aspects.citations.Citations`."""

    def __init__(self) -> None:
        """Join the patterns."""
        self._joints = Joints(_JOIN, _TO, self._owner_of)

    def of_text(self, text: str) -> JapaneseCitations:
        """Return itself: all texts count alike."""
        return self

    def references(self, text: str, start: int, stop: int) -> Iterable[Reference]:
        """Return the references of ``text[start:stop]`` to clauses and annexes."""
        yield from read_chains(text, _groups(text, start, stop), self._joints)
        for match in _ANNEX.finditer(text, start, stop):
            value = values(match["n"], match["of"])
            if value:
                yield Reference(
                    match.start(), match.end(), match[0], ((Step(Level.ANNEX, value),),), Owner.UNSAID, match.start()
                )

    def link(self, text: str, start: int, stop: int) -> bool:
        """Tell whether a title and a number are joined by its number and の at most."""
        return _LINK.fullmatch(text, start, stop) is not None

    def short_name(self, text: str, start: int, stop: int) -> str | None:
        """Return what 以下「…」という introduces."""
        match = _SHORT.search(text, start, stop)
        return match["name"] if match else None

    def unquoted(self, text: str, start: int, stop: int) -> Iterable[tuple[int, int]]:
        """Return where 港湾法第三条 and the like name an instrument."""
        return ((match.start(), match.end("number")) for match in _UNQUOTED.finditer(text, start, stop))

    def _owner_of(self, text: str, first: Group) -> tuple[Owner, int]:
        return _owner(text, first.start)


def _owner(text: str, start: int) -> tuple[Owner, int]:
    """Say whose clause the reference at ``start`` is, and where the words that say so begin."""
    before = text[max(0, start - _OWNER_AT_MOST) : start]
    line = before[before.rfind("\n") + 1 :]
    own = _OWN.search(line)
    if own is not None:
        return Owner.OWN, start - (len(line) - own.start())
    other = _OTHER.search(line) is not None and _NO_OTHER.search(line) is None
    return (Owner.OTHER if other else Owner.UNSAID), start


def _groups(text: str, start: int, stop: int) -> Iterator[Group]:
    """Yield the named units, with 同条 as its article; an unknown unit is left out with all that follow it."""
    named: list[Group] = []
    known, shut = True, -1
    for match in _GROUP.finditer(text, start, stop):
        if match.start() == shut or _SUPPLEMENT.search(text, max(0, match.start() - 2), match.start()):
            shut = match.end()
            named, known = [], False
            continue
        if match["unit"] == "号" and text[match.start() - 1 : match.start()] in _NUMBERED:
            continue
        found = _same(match, named, known) if match["same"] else _named(match)
        if found is None:
            shut = match.end()
            continue
        if not match["same"]:
            level = found[0].level
            continued = bool(named) and named[-1].end == match.start()
            named = [*(one for one in named if _above(one, level) and (continued or not match["n"])), *found]
            if level is Level.ARTICLE:
                known = (
                    _owner(_before_chain(text, match.start()), len(_before_chain(text, match.start())))[0]
                    is not Owner.OTHER
                )
        yield from found


def _before_chain(text: str, start: int) -> str:
    return _CHAIN.sub("", text[max(0, start - _OWNER_AT_MOST) : start])


def _above(group: Group, level: Level) -> bool:
    return group.level in _ORDER and level in _ORDER and _ORDER.index(group.level) < _ORDER.index(level)


def _named(match: re.Match[str]) -> tuple[Group, ...] | None:
    if match["relative"]:
        level = _UNITS[match["relative_unit"]]
        count = read_japanese_numeral(match["count"] or "一") or 1
        kinds = {"前": Relative.BEFORE, "次": Relative.AFTER}
        return (Group(match.start(), match.end(), level, ((count,),), kinds.get(match["relative"], Relative.THIS)),)
    value = values(match["n"], match["of"])
    if not value:
        return None
    end = match.start("kana") if match["kana"] else match.end()
    found = (Group(match.start(), end, _UNITS[match["unit"]], (value,)),)
    return (
        (*found, Group(end, match.end(), Level.SUBITEM, ((_IROHA.index(match["kana"]) + 1,),)))
        if match["kana"]
        else found
    )


def _same(match: re.Match[str], named: Sequence[Group], known: bool) -> tuple[Group, ...] | None:
    """Return what 同条, 同項 or 同号 repeats: the unit named last and those above it, all at the place of the word."""
    level = _UNITS[match["same_unit"]]
    if not known or not any(one.level is level for one in named):
        return None
    steps = [one for one in named if _above(one, level) or one.level is level]
    places = [(match.start(), match.start())] * (len(steps) - 1) + [match.span()]
    return tuple(
        Group(begin, end, one.level, one.values[-1:], one.relative)
        for (begin, end), one in zip(places, steps, strict=True)
    )


CITATIONS = JapaneseCitations()
