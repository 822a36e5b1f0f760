"""References in Korean: 제3조의2제1항제2호가목, 제3조부터 제5조까지, 같은 조 제2항, 이 법 제3조.

같은 조 and 같은 항 are read where the article named before them is the text's own. Articles of 부칙 are left out:
they count anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from yange.law.aspects.citations import Level, Owner, Reference, Relative, Step
from yange.law.chains import Group, Joints, read_chains
from yange.law.ko.instruments import NUMBER
from yange.law.ko.numbers import BRANCHES, SYLLABLES, values

__all__ = ["CITATIONS", "KoreanCitations"]

_UNITS = {
    "편": Level.PART,
    "장": Level.CHAPTER,
    "절": Level.SECTION,
    "조": Level.ARTICLE,
    "항": Level.PARAGRAPH,
    "호": Level.ITEM,
    "목": Level.SUBITEM,
}
_ORDER = tuple(_UNITS.values())
_GROUP = re.compile(
    rf"(?P<same>같은[ \u00a0]?)(?P<same_unit>[조항호](?![가-힣]*약))"
    rf"|(?P<relative>[전본이])(?P<relative_unit>[조항])(?=[ 의에을를제])"
    rf"|제(?P<n>\d{{1,4}})(?P<unit>[편장절조항호])(?P<of>{BRANCHES}{{0,3}})(?![가-힣]*서식)"
    rf"|(?P<syllable>[{SYLLABLES}])(?P<sub_unit>목)(?![적록차표])"
)
_ANNEX = re.compile(rf"(?<!부칙 )별표[ \u00a0]?(?P<n>\d{{1,3}})(?P<of>{BRANCHES}{{0,1}})")
_JOIN = re.compile(r"(?:[ \u00a0]?(?:,|ㆍ|·|및|또는|부터|내지|와|과)[ \u00a0]?)(?=제|같은|[가-하]목)")
_TO = re.compile("부터|내지")
_WITHIN = re.compile(r"[ \u00a0]?")
_OWN = re.compile(r"(?<![가-힣])이 (?:법|영|규칙|조례|규정|고시|훈령|예규|지침)(?:의)?[ \u00a0]?$")
_OTHER = re.compile(r"(?:」(?:[(（][^()（）]{0,60}[)）])?|(?<![가-힣])(?:같은 )?(?:법|영|시행령|조례|협약))[ \u00a0]?$")
_SUPPLEMENT = re.compile(r"부칙[^제]{0,30}$")
_CHAIN = re.compile(
    rf"(?:제\d{{1,4}}조(?:{BRANCHES}){{0,3}}(?:[ ]?제\d{{1,2}}항)?(?:[ ]?제\d{{1,2}}호)?[ ]?(?:,"
    rf"|ㆍ|및|또는|부터)[ ]?)+$"
)
_LINK = re.compile(rf"[ \u00a0]*(?:[(（]{NUMBER}[)）])?[ \u00a0]*의?[ \u00a0]*")
_SHORT = re.compile(r"이하 [^\"“”]{0,20}[\"“](?P<name>[^\"“”]{1,30})[\"”](?:이라|라) 한다")
_UNQUOTED = re.compile(r"(?<![가-힣])[가-힣]{2,20}(?:법|법률|령|조례|규칙)[ \u00a0](?P<number>제\d{1,4}조)")
_OF_INSTRUMENT = re.compile(r"(?:(?:법률|령|조례|규칙|고시|훈령|예규|공고)[ \u00a0]?|<)$")
_ISSUED = re.compile(r",[ \u00a0]?\d{4}\.")
"""What is around the number of an instrument: 법률 제1234호, <제123호, 2024. 3. 12.>; it is no item."""
_OWNER_AT_MOST = 80


class KoreanCitations:
    """The references of Korean texts; see :class:`yange.law.aspects.citations.Citations`."""

    def __init__(self) -> None:
        """Join the patterns."""
        self._joints = Joints(_JOIN, _TO, self._owner_of, _WITHIN)

    def of_text(self, text: str) -> KoreanCitations:
        """Return itself: all texts count alike."""
        return self

    def references(self, text: str, start: int, stop: int) -> Iterable[Reference]:
        """Return the references of ``text[start:stop]`` to clauses and annexes."""
        yield from read_chains(text, _groups(text, start, stop), self._joints)
        for match in _ANNEX.finditer(text, start, stop):
            step = Step(Level.ANNEX, values(match["n"], match["of"]))
            yield Reference(match.start(), match.end(), match[0], ((step,),), Owner.UNSAID, match.start())

    def link(self, text: str, start: int, stop: int) -> bool:
        """Tell whether a title and a number are joined by its number at most."""
        return _LINK.fullmatch(text, start, stop) is not None

    def short_name(self, text: str, start: int, stop: int) -> str | None:
        """Return what 이하 "…"이라 한다 introduces."""
        match = _SHORT.search(text, start, stop)
        return match["name"] if match else None

    def unquoted(self, text: str, start: int, stop: int) -> Iterable[tuple[int, int]]:
        """Return where 항만법 제3조 and the like name an instrument."""
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
    return (Owner.OTHER if _OTHER.search(line) else Owner.UNSAID), start


def _groups(text: str, start: int, stop: int) -> Iterator[Group]:
    """Yield the units that are named, 같은 조 as the article it means; what cannot be known is left out."""
    named: list[Group] = []
    known, shut = True, -1
    for match in _GROUP.finditer(text, start, stop):
        before = text[max(0, match.start() - 40) : match.start()]
        level = _UNITS[match["same_unit"] or match["relative_unit"] or match["unit"] or match["sub_unit"]]
        if match["unit"] == "호" and (_OF_INSTRUMENT.search(before) or _ISSUED.match(text, match.end(), stop)):
            continue
        follows = 0 <= match.start() - shut <= 1 and shut >= 0
        if follows or (level is Level.ARTICLE and _SUPPLEMENT.search(before)):
            shut, named, known = match.end(), [], False
            continue
        if match["same"]:
            found: tuple[Group, ...] = _same(match, level, named) if known else ()
            if not found:
                shut = match.end()
                continue
        else:
            found = _named(match, level)
            continued = bool(named) and match.start() - named[-1].end <= 1
            named = [
                *(one for one in named if _above(one, level) and (continued or level is not Level.ARTICLE)),
                *found,
            ]
            if level is Level.ARTICLE:
                ahead = _CHAIN.sub("", text[max(0, match.start() - _OWNER_AT_MOST) : match.start()])
                known = _owner(ahead, len(ahead))[0] is not Owner.OTHER
        yield from found


def _above(group: Group, level: Level) -> bool:
    return _ORDER.index(group.level) < _ORDER.index(level)


def _named(match: re.Match[str], level: Level) -> tuple[Group, ...]:
    if match["relative"]:
        relative = Relative.BEFORE if match["relative"] == "전" else Relative.THIS
        return (Group(match.start(), match.end(), level, ((1,),), relative),)
    value = (SYLLABLES.index(match["syllable"]) + 1,) if match["syllable"] else values(match["n"], match["of"])
    return (Group(match.start(), match.end(), level, (value,)),)


def _same(match: re.Match[str], level: Level, named: Sequence[Group]) -> tuple[Group, ...]:
    """Return what 같은 조 or 같은 항 repeats: the unit named last and those above it, all at the place of the words."""
    if not any(one.level is level for one in named):
        return ()
    steps = [one for one in named if _above(one, level) or one.level is level]
    places = [(match.start(), match.start())] * (len(steps) - 1) + [match.span()]
    return tuple(
        Group(begin, end, one.level, one.values[-1:], one.relative)
        for (begin, end), one in zip(places, steps, strict=True)
    )


CITATIONS = KoreanCitations()
