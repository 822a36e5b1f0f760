"""What is compared with what: the units of a text.

A unit is a primary clause with all below it, or what is outside those: title, caption, covering notice, preamble, the
headings of chapters, closing paragraphs, annexes. The units of a text tile it: every character is in exactly one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache, lru_cache

from yange.compare.text.keys import Key, make_key, prints
from yange.law import Law, law_named
from yange.law.joining import joined
from yange.model import Clause, ClauseKind, Provisions
from yange.numbering import ClauseNumber
from yange.parse import above_label, plain_text

__all__ = ["Role", "Unit", "units_of"]

_K = ClauseKind


class Role(StrEnum):
    """What a unit is in its text; units are paired within one role first."""

    BODY = "body"
    HEADING = "heading"
    FRAME = "frame"  # title, caption, covering notice: one of each kind
    ANNEX = "annex"
    PLACEHOLDER = "placeholder"  # （删去）: a number without a provision, paired with numbers only


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of one side.

    ``start`` and ``end`` are raw offsets into the body (half-open); units abut. ``key`` holds the words after the
    unit's own label (``key.raw`` as printed) and their match key. ``within`` is the path of the heading above it,
    empty at the top.
    """

    index: int
    role: Role
    kind: ClauseKind
    label: str
    path: str
    start: int
    end: int
    key: Key
    number: ClauseNumber | None = None
    within: str = ""
    contents: bool = False
    """Whether it is a table of contents: it repeats headings and is no provision."""
    cut: bool = False
    """Whether it is a paragraph of a unit before which labels were lost."""
    printed: str = field(default="", compare=False)
    """Its label as printed, if ``label`` also names the heading above: Section 2 of Chapter II, Section 2."""
    parts: tuple[Unit, ...] = field(default=(), compare=False, repr=False)
    """Its paragraphs, where a label or a heading may be lost before them (:mod:`~yange.compare.text.lost_labels`)."""

    @property
    def text(self) -> str:
        """The words of the unit, as printed."""
        return self.key.raw

    @property
    def names(self) -> tuple[str, ...]:
        """What a person may call it, the most exact first: its path, its label, its label as printed."""
        return tuple(filter(None, (self.path, self.label, self.printed)))


_TITLE = 30  # an unnumbered heading is called by its own words, up to here
_SAYS = re.compile(r"[\u4e00-\u9fff]{3}")  # no page number has so many in a row
_NOTHING = "(?!)"
_NAMED_WITHIN = frozenset({Role.BODY, Role.HEADING})
_FRAME = frozenset({_K.TITLE, _K.CAPTION, _K.COVER})


@dataclass(frozen=True, slots=True)
class _Layout:
    """What the packs of a law say of the layout of units."""

    law: Law
    marks: frozenset[str]
    contents: re.Pattern[str]
    annex_number: re.Pattern[str]


@cache
def _layout(law: Law) -> _Layout:
    every = joined([grammar.divisions for grammar in law])
    return _Layout(
        law,
        every.front.bodies,
        re.compile(every.contents.names or _NOTHING),
        re.compile(rf"^(?:{every.annexes.own_numbers or _NOTHING})"),
    )


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of the tree on its way to be a unit: ``end`` ends its words, the margins are empty lines around it."""

    clause: Clause
    end: int
    role: Role
    label: str
    within: str
    before: int = 0
    after: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class _Text:
    """A parsed text as a key of a cache: itself and no equal one. To hash the tree takes as long as to read it."""

    provisions: Provisions

    def __hash__(self) -> int:
        return id(self.provisions)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Text) and self.provisions is other.provisions


def units_of(provisions: Provisions) -> tuple[Unit, ...]:
    """Return the units of a text in order; kept for a few texts, because a text is compared with several others."""
    return _units(_Text(provisions))


@lru_cache(maxsize=8)
def _units(text: _Text) -> tuple[Unit, ...]:
    provisions = text.provisions
    law = law_named(provisions.language)
    primary, layout = frozenset(clause.path for clause in provisions.primary), _layout(law)
    pieces = _without_marks(provisions, layout, list(_pieces(provisions.root, primary, "", "")))
    last = max((at for at, piece in enumerate(pieces) if piece.role is Role.BODY), default=-1)
    units = [_unit(provisions, layout, index, piece) for index, piece in enumerate(pieces)]
    for at, piece in enumerate(pieces):
        if piece.role is Role.BODY and len(piece.clause.children) > 1 and (at == last or piece.clause.number is None):
            units[at] = replace(units[at], parts=tuple(_parts(provisions, piece, units[at], law)))
    return tuple(_distinct(units, law))


def _parts(provisions: Provisions, piece: _Piece, unit: Unit, law: Law) -> Iterator[Unit]:
    """Yield the paragraphs of a unit as units: the first under its own label, the others counted after it."""
    children = piece.clause.children
    first = children[1].start
    words = plain_text(provisions.text[piece.clause.words : first])
    yield replace(unit, start=piece.clause.start, end=first, key=make_key(words, law), cut=True)
    for nth, child in enumerate(children[1:], 2):
        label, key = f"{unit.label} ¶{nth}".strip(), make_key(plain_text(provisions.text[child.start : child.end]), law)
        yield replace(
            unit, label=label, path=child.path, start=child.start, end=child.end, key=key, number=None, cut=True
        )


def _without_marks(provisions: Provisions, layout: _Layout, pieces: list[_Piece]) -> list[_Piece]:
    """Add empty pieces and lines that only structure the file (``## 正文``) to a neighbouring piece."""
    kept: list[_Piece] = []
    before = 0
    for piece in pieces:
        size = piece.end - piece.clause.start
        if _stays(provisions, layout, piece):
            kept.append(replace(piece, before=before))
            before = 0
        elif kept:
            kept[-1] = replace(kept[-1], after=kept[-1].after + size)
        else:
            before += size
    return kept


def _stays(provisions: Provisions, layout: _Layout, piece: _Piece) -> bool:
    """Return whether a piece says something; the words of one with Han characters need not be read for it."""
    heading = piece.clause.kind is _K.HEADING
    if not heading and _SAYS.search(provisions.text, piece.clause.start, piece.end):
        return True
    words = plain_text(provisions.text[piece.clause.start : piece.end])
    return bool(_SAYS.search(words) or prints(words, layout.law)) and not (heading and words in layout.marks)


def _unit(provisions: Provisions, layout: _Layout, index: int, piece: _Piece) -> Unit:
    clause = piece.clause
    heading = plain_text(provisions.text[clause.start : above_label(provisions, clause)])
    words = plain_text(provisions.text[min(clause.words, piece.end) : piece.end])
    words = f"{heading}\n{words}" if heading else words
    label = piece.label or (words.split("\n", 1)[0][:_TITLE] if piece.role is Role.HEADING else "")
    role = piece.role
    if clause.kind is _K.ANNEX:
        bare = layout.annex_number.sub("", words, count=1)
        words = bare if make_key(bare, layout.law).text else words
    contents = clause.kind is _K.HEADING and layout.contents.fullmatch(make_key(label, layout.law).text) is not None
    if contents:
        role, label = Role.FRAME, make_key(label, layout.law).text
    return Unit(
        index, role, clause.kind, label, clause.path, clause.start - piece.before, piece.end + piece.after,
        make_key(words, layout.law), clause.number, piece.within, contents,
    )  # fmt: skip


def _pieces(clause: Clause, primary: frozenset[str], above: str, within: str) -> Iterator[_Piece]:
    label = clause.label or above
    if clause.kind is _K.ANNEX:
        yield from _annex(clause, clause, label, within)
    elif clause.path in primary and clause.kind is not _K.DOCUMENT:
        yield _Piece(clause, clause.end, Role.PLACEHOLDER if clause.placeholder else Role.BODY, label, within)
    elif clause.kind in _FRAME:
        yield _Piece(clause, clause.end, Role.FRAME, label, within)
    elif any(below.path in primary for below in clause.walk()) or clause.kind is _K.DOCUMENT:
        yield _Piece(clause, clause.own_end, Role.HEADING, label, within)
        inside = clause.path or within
        for child in clause.children:
            yield from _pieces(child, primary, label, inside)
    else:
        role = Role.HEADING if clause.kind in {_K.PART, _K.CHAPTER, _K.SECTION, _K.HEADING} else Role.BODY
        yield _Piece(clause, clause.end, role, label, within)


def _annex(clause: Clause, annex: Clause, label: str, within: str) -> Iterator[_Piece]:
    """Yield the numbered units of an annex at their highest level, and what is between them."""
    named = label if clause.number is None or clause is annex else f"{annex.label} {clause.label}"
    numbered = any(below.number is not None for below in clause.walk() if below is not clause)
    if not numbered or (clause is not annex and clause.number is not None):
        yield _Piece(clause, clause.end, Role.ANNEX, named, within)
    else:
        yield _Piece(clause, clause.own_end, Role.ANNEX, named, within)
        for child in clause.children:
            yield from _annex(child, annex, named, annex.path)


def _distinct(units: list[Unit], law: Law) -> Iterator[Unit]:
    """Name the units whose printed label is that of another unit, or may be, by the heading above as well.

    Sections are counted anew in each chapter, so a section is always named with its chapter: both sides of a comparison
    then call it the same, however many chapters of either have sections.
    """
    seen = Counter((unit.role, unit.label) for unit in units)
    names: dict[str, str] = {}
    for unit in units:
        above = names.get(unit.within, "")
        twice = unit.role in _NAMED_WITHIN and seen[unit.role, unit.label] > 1
        section = unit.kind is _K.SECTION and unit.number is not None
        if above and above != unit.label and (twice or section):
            blank = " " if above[-1].isascii() and unit.label[0].isascii() else ""
            whole = (
                law[0].citing.joined([above, unit.label]) if unit.role is Role.HEADING else above + blank + unit.label
            )
            unit = replace(unit, label=whole, printed=unit.label)
        if unit.role is Role.HEADING:
            names[unit.path] = unit.label
        yield unit
