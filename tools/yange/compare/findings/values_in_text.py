"""The values that stand in a stretch of text: amounts, terms, shares, days, bodies, numbers, and the words of duty.

Two bounds of one range are one value (五万元以上五十万元以下): a reader wants to see which range became which.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import accumulate, pairwise

from yange.compare.text.atoms import FIGURES, Atom, AtomKind, find_atoms
from yange.compare.text.dictionary import words
from yange.compare.text.keys import Key, make_key
from yange.compare.text.numerals import plain_figure

__all__ = ["AWAY", "LEAVE", "MODALITY", "VALUE_KINDS", "StretchSide", "Value", "values_in"]

MODALITY = "modality"
AWAY = "\ufffc"
"""Stands in a side for words that another clause holds."""

_KINDS = frozenset({*FIGURES, AtomKind.BODY, AtomKind.NUMBER})
VALUE_KINDS = tuple(sorted({*map(str, _KINDS), MODALITY}))
"""What the table of changed values calls its kinds."""

_JOINT = re.compile("以上(?:,?不满|,?不足|,?不超过)?|至|到|[-~]| to | (?:and|but) not more than ")
_UNIT = re.compile("个?(?:计算单位|特别提款权)")
_BOUND = re.compile("以上|以下|以内")
_MODAL = (
    (
        "duty",
        re.compile(
            "应当|应该|必须|可以|不得(?!超过|低于|少于|高于|已)|不准|禁止|严禁|鼓励|免于|无需|无须|不予|有权|无权"
        ),
    ),
    ("duty", re.compile(r"\b(?:shall not|must not|may not|shall|must|may|should)\b")),
    ("bound", re.compile("(?<!级)以上|(?<!级)以下|不得?超过|超过|不得?低于|低于|不得?少于|少于|不得?高于|高于")),
    ("bound", re.compile(r"\b(?:not )?(?:more|less|fewer) than\b|\bat (?:least|most)\b")),
    ("and", re.compile("或者|并且")),
)
LEAVE = frozenset(
    {"可以", "不得", "禁止", "免于", "无需", "不予", "有权", "无权", "shall not", "must not", "may not", "may"}
)
"""The words of duty that change a rule by coming or going alone: 可以并处罚款 → 并处罚款."""
_SAME = {"应该": "应当", "无须": "无需", "不准": "不得", "严禁": "禁止"}
_REACH = 12  # key characters on either side that tell the place of a value


@dataclass(slots=True)
class StretchSide:
    """One side of a stretch: its raw text, and where in it something changed (raw offsets, half-open)."""

    raw: str = ""
    changed: list[tuple[int, int]] = field(default_factory=list)

    def add(self, text: str, *, changed: bool) -> tuple[int, int]:
        """Add text and return where it stands."""
        span = len(self.raw), len(self.raw) + len(text)
        self.raw += text
        if changed:
            self.changed.append(span)
        return span


@dataclass(frozen=True, slots=True)
class Value:
    """One value: its kind, what makes two values one, how it is printed, and its place.

    ``start`` and ``end`` are raw offsets in the side; ``left`` and ``right`` the key text around it; ``bound`` what
    its print is when the bound after it is told too, where it has one.
    """

    kind: str
    group: str
    key: str
    raw: str
    start: int
    end: int
    left: str
    right: str
    bound: str = ""
    range: bool = False
    touched: bool = False
    """Whether a change touches it."""


def values_in(side: StretchSide, terms: tuple[str, ...]) -> list[Value]:
    """Return the values of one side, in order."""
    return [replace(value, touched=True) if _touched(value, side) else value for value in _all(side.raw, terms)]


@lru_cache(maxsize=2048)
def _all(raw: str, terms: tuple[str, ...]) -> Sequence[Value]:
    key = make_key(raw)
    figures = list(_figures(key, terms))
    ranges = [(value.start, value.end) for value in figures if value.range]
    modal = [v for v in _modal(key) if not _meets(ranges, v.start, v.start + 1)]
    return sorted([*figures, *modal], key=lambda value: value.start)


def _touched(value: Value, side: StretchSide) -> bool:
    return _meets(side.changed, value.start, value.end)


def _meets(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Tell whether one of some spans, in order and apart from one another, meets ``[start, end)``."""
    before = bisect_left(spans, (end, -1)) - 1
    return before >= 0 and start < spans[before][1]


def _figures(key: Key, terms: tuple[str, ...]) -> Iterator[Value]:
    atoms = [_with_unit(key.text, atom) for atom in find_atoms(key.text, terms) if atom.kind in _KINDS]
    after = None
    for one, other in pairwise([*atoms, Atom(len(key), len(key), AtomKind.LABEL)]):
        if one is after:
            continue
        ranged = one.kind is other.kind and one.kind in FIGURES
        if ranged and _JOINT.fullmatch(key.text, one.end, other.start):
            after = other
            bound = _BOUND.match(key.text, other.end)
            yield _value(key, one.kind, one.start, bound.end() if bound else other.end, range=True)
        else:
            yield _value(key, one.kind, one.start, one.end)


def _with_unit(key: str, atom: Atom) -> Atom:
    """Return an amount for a plain number before the unit that a convention or the text itself defines."""
    unit = _UNIT.match(key, atom.end) if atom.kind is AtomKind.FIGURE else None
    return Atom(atom.start, unit.end(), AtomKind.AMOUNT) if unit else atom


def _modal(key: Key) -> Iterator[Value]:
    matches = [(group, match) for group, form in _MODAL for match in form.finditer(key.text)]
    if not matches:
        return
    borders = {0, *accumulate(map(len, words(key.text)))}
    for group, match in matches:
        # 有权 in 所有权 is no right to do something
        if match.start() in borders and match.end() in borders:
            yield _value(key, MODALITY, match.start(), match.end(), group)


def _key(text: str, group: str) -> str:
    """Return what makes two values one."""
    if group == "bound":
        return text.replace("不得", "不")
    return _SAME.get(text, text) if group else plain_figure(text)


def _value(key: Key, kind: str, start: int, end: int, group: str = "", *, range: bool = False) -> Value:  # noqa: A002
    text = key.text[start:end]
    bound = None if range or group or kind not in FIGURES else _BOUND.match(key.text, end)
    multiple = kind is AtomKind.COUNT and "倍" in text  # of the gain or the value: a fine is set so, or in money
    return Value(
        str(kind),
        group or str(AtomKind.AMOUNT if multiple else kind),
        _key(text, group),
        key.raw_of(start, end),
        key.starts[start],
        key.ends[end - 1],
        _around(key.text, start, -1),
        _around(key.text, bound.end() if bound else end, 1),
        key.raw_of(start, bound.end()) if bound else "",
        range,
    )


def _around(key: str, at: int, way: int) -> str:
    """Return the key text before (``way`` -1) or behind (1) a place, without what stands for words held elsewhere."""
    size = 2 * _REACH
    while True:
        near = (key[max(0, at - size) : at] if way < 0 else key[at : at + size]).replace(AWAY, "")
        if len(near) >= _REACH or size > len(key):
            return near[-_REACH:] if way < 0 else near[:_REACH]
        size *= 4
