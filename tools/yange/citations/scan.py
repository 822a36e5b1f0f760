"""References as texts write them: 第三条第一款第（二）项, 第三、四条, 第三条至第五条, Article 5(a); unresolved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from yange.numbering import read_chinese_numeral

__all__ = ["Level", "Reference", "Step", "references"]


class Level(StrEnum):
    """What a step of a reference counts."""

    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    SUBITEM = "subitem"
    ANNEX = "annex"
    LETTER = "letter"


_UNITS = {
    "编": Level.PART,
    "章": Level.CHAPTER,
    "节": Level.SECTION,
    "条": Level.ARTICLE,
    "款": Level.PARAGRAPH,
    "项": Level.ITEM,
    "目": Level.SUBITEM,
}
_ORDER = list(Level)


@dataclass(frozen=True, slots=True)
class Step:
    """One level of a reference. ``value`` is ``(12, 1)`` for 第十二条之一; empty for 前 and 本 (relative steps)."""

    level: Level
    value: tuple[int, ...]
    relative: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference: ``[start, end)`` in the text given, and for each clause meant the steps that lead to it.

    ``owner`` is what stands before it and says whose clause it is: ``本`` (this text), ``他`` (another instrument),
    ``""`` (nothing said). ``numbers`` is where the first number begins, behind the owner's words. ``later`` marks the
    further members of a list, which share the owner of the first.
    """

    start: int
    end: int
    text: str
    targets: tuple[tuple[Step, ...], ...]
    owner: str
    numbers: int
    later: bool = False


_N = r"[一二三四五六七八九十百千零〇两0-9０-９]{1,7}"
_B = r"[ \u3000\t\u00a0]{0,2}"
_ONE = rf"(?:[（(]{_B}{_N}{_B}[）)]|{_N})"
_SEP = r"[、，,]|和|以及|及|或者|或|与"
_TO = r"至|到|—|–|－|-|~|～"
_UNIT = r"编(?!号|制|码)|章(?!程)|节(?!课)|条(?![款例件道线路河街跑隧])|款(?![式项])|项(?!目)|目(?![标的录前])"
_GROUP = re.compile(
    rf"第{_B}(?P<list>{_ONE}(?:{_B}(?:{_SEP}|{_TO}){_B}{_ONE})*){_B}(?P<unit>{_UNIT})(?P<of>(?:之{_N})?)"
)
_JOIN = re.compile(rf"{_B}(?P<sep>(?:{_SEP}){_B}|(?:{_TO}){_B})(?=第)")
_RELATIVE = re.compile(r"(?P<what>前|本|上)(?P<count>[一两二三四五六])?(?P<unit>[条款项章节])(?![件例目式文约程])")
_BEHIND_RELATIVE = "第所规的前下中内"
_ANNEX = re.compile(
    rf"附件{_B}(?P<n>[0-9０-９]{{1,2}}|[一二三四五六七八九十]{{1,3}})(?:(?:之|[-－](?=\d))(?P<of>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,2}}))?"
    r"(?![0-9年月日号])"
)
_SPLIT = re.compile(rf"({_TO})|(?:{_SEP})")
_NUMBER = re.compile(_N)

_EN_UNITS = {"article": Level.ARTICLE, "section": Level.SECTION, "chapter": Level.CHAPTER, "part": Level.PART}
_EN_N = r"(?:\d{1,3}|[IVXLC]{1,6}(?![a-zA-Z]))"
_EN = re.compile(
    rf"\b(?P<unit>Article|Section|Chapter|Part)s? (?P<list>{_EN_N}(?:\([a-z]{{1,3}}\))*"
    rf"(?:(?:, | and | or | to |–){_EN_N}(?:\([a-z]{{1,3}}\))*)*)"
)
_EN_MEMBER = re.compile(rf"(?P<sep>, | and | or | to |–)?(?P<n>{_EN_N})(?P<letters>(?:\([a-z]{{1,3}}\))*)")
_EN_ANNEX = re.compile(r"\bAnnex (?P<n>\d{1,2}|[A-Z])\b")
_OTHER_ENGLISH = re.compile(r"\s+(?:of|to|in|under) (?:the|that|those) (?!Rules\b|present\b|same\b)")

_OWN = re.compile(r"(?:本|此)(?![条款项章节目])[一-鿿]{1,10}?(?:中的?|的|之)?$")
_OTHER = re.compile(
    r"(?:》(?:[（(][^（）()]{0,60}[）)])?|(?:该|原(?!则)|其(?!中)|上述|前述|上位)[一-鿿]{0,8}|(?<=[一-鿿]{2})"
    r"(?:法|条例|办法|规定|细则|规则|决定|通知|意见|措施|方案|准则|标准|目录|公约))(?:中的?|的|之|所附)?$"
)
_OWN_NAME = re.compile(
    r"本(?:法|条例|办法|规定|细则|规则|决定|通知|意见|措施|方案|准则|标准|实施[一-鿿]{1,4}|[一-鿿]{1,6})$"
)


@dataclass(frozen=True, slots=True)
class _Group:
    start: int
    end: int
    level: Level
    values: tuple[tuple[int, ...], ...]
    relative: str = ""


def references(text: str, start: int = 0, end: int | None = None) -> tuple[Reference, ...]:
    """Return the references written in ``text[start:end]``, in order; spans are offsets into ``text``."""
    stop = len(text) if end is None else end
    found = [*_chinese(text, start, stop), *_english(text, start, stop), *_annexes(text, start, stop)]
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _values(numerals: str, of: str) -> tuple[tuple[int, ...], ...]:
    """Return the numbers of 三、五至七 as (3,), (5,), (6,), (7,); empty where one is not a number."""
    values: list[tuple[int, ...]] = []
    to = False
    for piece in _SPLIT.split(numerals):
        if piece is None or not piece.strip():
            continue
        number = _NUMBER.search(piece)
        if number is None:
            to = True
            continue
        value = read_chinese_numeral(number[0])
        if value is None:
            return ()
        if to and values and value - values[-1][0] in range(1, 200):
            values.extend((between,) for between in range(values[-1][0] + 1, value))
        values.append((value,))
        to = False
    after = read_chinese_numeral(of.removeprefix("之")) if of else None
    if after is not None and values:
        values[-1] = (*values[-1], after)
    return tuple(values)


def _groups(text: str, start: int, stop: int) -> Iterator[_Group]:
    for match in _GROUP.finditer(text, start, stop):
        values = _values(match["list"], match["of"])
        if values:
            yield _Group(match.start(), match.end(), _UNITS[match["unit"]], values)
    for match in _RELATIVE.finditer(text, start, stop):
        behind = text[match.end() : match.end() + 1]
        if match["what"] == "前" or not behind.isalnum() or behind in _BEHIND_RELATIVE:
            count = read_chinese_numeral((match["count"] or "一").replace("两", "二")) or 1
            yield _Group(match.start(), match.end(), _UNITS[match["unit"]], ((count,),), match["what"])


def _chinese(text: str, start: int, stop: int) -> Iterator[Reference]:
    chain: list[_Group] = []
    for group in sorted(_groups(text, start, stop), key=lambda group: group.start):
        if chain and group.start < chain[-1].end:
            continue
        if chain and not _continues(text, chain[-1], group):
            yield from _read_chain(text, chain)
            chain = []
        chain.append(group)
    if chain:
        yield from _read_chain(text, chain)


def _continues(text: str, last: _Group, group: _Group) -> bool:
    if group.start == last.end:
        return _ORDER.index(group.level) > _ORDER.index(last.level)
    join = _JOIN.match(text, last.end)
    return join is not None and join.end() == group.start and not group.relative


def _read_chain(text: str, chain: Sequence[_Group]) -> Iterator[Reference]:
    """Yield a reference for each member of 第三条第一款、第二款和第五条; members inherit the steps above their own."""
    owner, owner_start = _owner(text, chain[0])
    members: list[list[_Group]] = []
    ranges: list[bool] = []
    for group in chain:
        if members and group.start == members[-1][-1].end:
            members[-1].append(group)
        else:
            sep = text[members[-1][-1].end : group.start].strip() if members else ""
            ranges.append(bool(sep) and re.fullmatch(_TO, sep) is not None)
            members.append([group])
    above: tuple[Step, ...] = ()
    before: tuple[tuple[Step, ...], ...] = ()
    for k, member in enumerate(members):
        inherited = tuple(step for step in above if _ORDER.index(step.level) < _ORDER.index(member[0].level))
        targets = _targets(inherited, member)
        if ranges[k] and before:
            targets = (*_between(before[-1], targets[0]), *targets)
        span = (owner_start if k == 0 and owner == "本" else member[0].start, member[-1].end)
        yield Reference(*span, text[span[0] : span[1]], targets, owner, chain[0].start, k > 0)
        above, before = targets[-1], targets


def _targets(inherited: tuple[Step, ...], member: Sequence[_Group]) -> tuple[tuple[Step, ...], ...]:
    targets: list[tuple[Step, ...]] = [inherited]
    for group in member:
        steps = [Step(group.level, value, group.relative) for value in group.values]
        targets = [(*base, step) for base in targets for step in steps]
    return tuple(targets)


def _between(first: tuple[Step, ...], last: tuple[Step, ...]) -> tuple[tuple[Step, ...], ...]:
    """Return the targets strictly between 第三条 and 第五条."""
    low, high = first[-1], last[-1]
    if low.level is not high.level or len(low.value) != 1 or len(high.value) != 1 or len(first) != len(last):
        return ()
    if high.value[0] - low.value[0] > 200:
        return ()
    return tuple((*last[:-1], Step(high.level, (n,))) for n in range(low.value[0] + 1, high.value[0]))


def _owner(text: str, first: _Group) -> tuple[str, int]:
    """Say whose clause the chain's first group is, and where the words that say so begin."""
    before = text[max(0, first.start - 80) : first.start]
    line = before[before.rfind("\n") + 1 :]
    own = _OWN_NAME.search(line) or _OWN.search(line)
    if own is not None and "》" not in own[0]:
        return "本", first.start - (len(line) - own.start())
    if _OTHER.search(line):
        return "他", first.start
    return "", first.start


def _annexes(text: str, start: int, stop: int) -> Iterator[Reference]:
    for pattern in (_ANNEX, _EN_ANNEX):
        for match in pattern.finditer(text, start, stop):
            value = read_chinese_numeral(match["n"])
            number = ord(match["n"]) - ord("A") + 1 if value is None else value
            of = read_chinese_numeral(match["of"]) if pattern is _ANNEX and match["of"] else None
            step = (Step(Level.ANNEX, (number,) if of is None else (number, of)),)
            yield Reference(match.start(), match.end(), match[0], (step,), "", match.start())


def _english(text: str, start: int, stop: int) -> Iterator[Reference]:
    for match in _EN.finditer(text, start, stop):
        owner = "他" if _OTHER_ENGLISH.match(text, match.end()) else ""
        targets: list[tuple[Step, ...]] = []
        for member in _EN_MEMBER.finditer(match["list"]):
            value = _english_value(member["n"])
            if value is None:
                continue
            steps = (Step(_EN_UNITS[match["unit"].lower()], (value,)), *_letters(member["letters"]))
            if targets and (member["sep"] or "").strip() in ("to", "–"):
                targets.extend(_between(targets[-1], steps))
            targets.append(steps)
        if targets:
            yield Reference(match.start(), match.end(), match[0], tuple(targets), owner, match.start())


def _english_value(numeral: str) -> int | None:
    if numeral.isdigit():
        return int(numeral)
    sizes = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}[letter] for letter in numeral]
    return sum(-size if size < max(sizes[k:]) else size for k, size in enumerate(sizes))


def _letters(letters: str) -> tuple[Step, ...]:
    return tuple(
        Step(Level.LETTER, (ord(letter) - ord("a") + 1,))
        for letter in re.findall(r"\(([a-z]{1,3})\)", letters)
        if len(letter) == 1
    )
