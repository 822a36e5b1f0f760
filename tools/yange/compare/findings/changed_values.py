"""The table of changed values: what a reader looks for first.

Two values are one change only where one took the other's place: in the same replacement, or between the same words. A
value that only moved is no change; a value that took no place of another is a row of its own.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache

from yange.compare.findings.value_pairs import Stretch, ValuePositions, stretches
from yange.compare.findings.values_in_text import AWAY, MODALITY, StretchSide, Value, values_in
from yange.compare.result import Change, Edge, Edit, ValueChange
from yange.compare.text.atoms import AtomKind, find_atoms
from yange.compare.text.keys import make_key
from yange.compare.text.style import same_but_style
from yange.compare.text.table_cells import Cell, Tables, kind_in_unit
from yange.compare.text.vocabulary import Vocabulary
from yange.compare.weights import WEIGHTS
from yange.law import Law

__all__ = ["changed_values"]

_ONE_SIDED = frozenset(
    {
        AtomKind.AMOUNT,
        AtomKind.DEADLINE,
        AtomKind.IMPRISONMENT,
        AtomKind.PERCENTAGE,
        AtomKind.RATIO,
        AtomKind.DATE,
        AtomKind.NUMBER,
    }
)
_LETTER = re.compile("[0-9A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_LABEL_BEFORE = re.compile(rf"(?:\n|{AWAY})[ \t]*[(]?$")
"""What is before a figure that is the label of an item, where words that are in another clause may end before it."""
_LABEL_REACH = 8
_ENDING = 3
"""Fewer characters than this join a verb and the duty after it: 検査する|ことができる, 検査し|なければならない."""
_FRAME = frozenset({"title", "cover", "caption"})

_MOST_PAIRS, _NEAR = (
    10_000,
    8,
)  # in a phrase of more than 100 values a side, those up to so many places apart are paired


def changed_values(changes: Iterable[Change], vocabulary: Vocabulary) -> tuple[tuple[ValueChange, ...], int]:
    """Return every value that differs between two matched clauses, in order of the report.

    The second result is in how many pairs of clauses a phrase has so many values that each was compared only with
    those near it in order.

    A figure, a day or a number that only one side has gets a row with the other side empty: where clauses were split
    or merged, in the pair with the clause most like its own, and only if no clause of the other side has it. In
    titles, captions and notices such values are left out: they name other texts.
    """
    found: dict[ValueChange, None] = {}
    limited = 0
    for change in changes:
        looked = [(edge, *_of_edge(edge, vocabulary)) for edge in change.edges]
        rows = [(edge, row) for edge, own, _ in looked for row in own]
        limited += sum(crowded for _, _, crowded in looked)
        alone = _Alone(change, rows, vocabulary)
        for edge, row in rows:
            if (row.was and row.now) or alone.stands(edge, row):
                found[row.told(edge, vocabulary)] = None
    return tuple(found), limited


class _Alone:
    """Decides for one change which of the values without a counterpart get a row of their own."""

    def __init__(self, change: Change, rows: Sequence[tuple[Edge, _Row]], vocabulary: Vocabulary) -> None:
        self._change, self._vocabulary = change, vocabulary
        self._best: dict[tuple[bool, str], Edge] = {}
        for edge in change.edges:
            for own in ((True, edge.old_path), (False, edge.new_path)):
                if own not in self._best or edge.share > self._best[own].share:
                    self._best[own] = edge
        self._paired = {(True, e.old_path, row.was.key) for e, row in rows if row.was and row.now}
        self._paired |= {(False, e.new_path, row.now.key) for e, row in rows if row.was and row.now}

    def stands(self, edge: Edge, row: _Row) -> bool:
        """Return it for a value of one edge."""
        change = self._change
        if change.new_paths[0] in _FRAME or not (row.lone or row.group in _ONE_SIDED):
            return False
        if len(change.edges) == 1 or row.lone:
            return True
        value, gone = (row.was, True) if row.was else (row.now, False)
        own, texts = (edge.old_path, change.new_texts) if gone else (edge.new_path, change.old_texts)
        if value is None or edge is not self._best[gone, own]:
            return False
        there = any((value.kind, value.key) in _held(text, self._vocabulary) for text in texts)
        return not there and (gone, own, value.key) not in self._paired


@lru_cache(maxsize=256)
def _held(text: str, vocabulary: Vocabulary) -> Set[tuple[str, str]]:
    """Return the kinds and keys of all values in a text."""
    return {(value.kind, value.key) for value in values_in(StretchSide(text, [(0, len(text))]), vocabulary)}


@dataclass(frozen=True, slots=True)
class _Row:
    """A value of either side and its counterpart, where it has one; ``firm`` where the words around confirm it.

    ``lone`` marks a word of duty that was inserted or deleted alone.
    """

    was: Value | None
    now: Value | None
    firm: bool = False
    lone: bool = False
    cells: tuple[Cell | None, Cell | None] = (None, None)

    def told(self, edge: Edge, vocabulary: Vocabulary) -> ValueChange:
        """Return the row of the report; a number in a table has the unit of its column, and its row and column."""
        kind, sides = self.kind, list(self.printed())
        for side, (value, cell) in enumerate(zip((self.was, self.now), self.cells, strict=True)):
            if (
                value
                and cell
                and value.kind == AtomKind.FIGURE
                and (known := kind_in_unit(value.key, cell.unit, vocabulary))
            ):
                kind, sides[side] = str(known), sides[side] + cell.unit
        cell = self.cells[1] or self.cells[0]
        return ValueChange(kind, sides[0], sides[1], edge.old, edge.new, str(cell or ""))

    @property
    def kind(self) -> str:
        """The kind of value."""
        return next(value.kind for value in (self.was, self.now) if value)

    @property
    def group(self) -> str:
        """The kinds that may replace one another, by the name of the first."""
        return next(value.group for value in (self.was, self.now) if value)

    def printed(self) -> tuple[str, str]:
        """Return both sides as printed; next to a range a single figure is printed with its bound."""
        wider = self.was and self.now and (self.was.range or self.now.range)
        was, now = ((wider and value.bound) or value.raw if value else "" for value in (self.was, self.now))
        return was, now


def _of_edge(edge: Edge, vocabulary: Vocabulary) -> tuple[Sequence[_Row], bool]:
    """Return the values of one edge that changed; what only moved within the clause is left out."""
    if all(edit.grade is None or edit.grade.is_printing for edit in edge.edits):
        return (), False
    return _of_edits(edge.edits, vocabulary)


@lru_cache(maxsize=2048)
def _of_edits(edits: tuple[Edit, ...], vocabulary: Vocabulary) -> tuple[Sequence[_Row], bool]:
    """Return the values of an edge that changed, and whether a phrase has very many; cached, as most edges recur."""
    kept, cells = _kept(edits), _Cells(edits, vocabulary.law)
    cited = _Cited(edits, vocabulary, "insert"), _Cited(edits, vocabulary, "delete")
    rows: list[_Row] = []
    crowded = False
    for stretch in stretches(edits):
        olds = cited[0].without(values_in(stretch.old, vocabulary), stretch.old, stretch.at[0])
        news = cited[1].without(values_in(stretch.new, vocabulary), stretch.new, stretch.at[1])
        grown = list(_grown(stretch, olds, news))
        rows += [_Row(was, now, firm=True) for was, now in grown]
        olds = [value for value in olds if all(value is not was for was, _ in grown)]
        news = [value for value in news if all(value is not now for _, now in grown)]
        olds, news = _concerned(olds, news), _concerned(news, olds)
        crowded = crowded or len(olds) * len(news) > _MOST_PAIRS
        rows += [
            replace(row, cells=cells.of(stretch, row)) for row in _rows(stretch, (olds, news), kept, vocabulary.law)
        ]
    return tuple(_unmoved(_by_cell(rows))), crowded


def _by_cell(rows: Sequence[_Row]) -> Sequence[_Row]:
    """Join the lone values of one cell of a table: a column next to them was deleted or inserted."""
    gone = {(str(row.cells[0]), row.group): row for row in rows if row.now is None and row.cells[0]}
    found: list[_Row] = []
    taken: set[int] = set()
    for row in rows:
        was = gone.get((str(row.cells[1]), row.group)) if row.was is None and row.cells[1] else None
        if was is not None and id(was) not in taken and was.was and row.now and was.was.key != row.now.key:
            taken.add(id(was))
            row = _Row(was.was, row.now, firm=True, cells=(was.cells[0], row.cells[1]))
        found.append(row)
    return [row for row in found if id(row) not in taken]


def _unmoved(rows: Sequence[_Row]) -> Iterator[_Row]:
    gone = Counter((row.was.kind, row.was.key) for row in rows if row.was)
    come = Counter((row.now.kind, row.now.key) for row in rows if row.now)
    alone = Counter((row.was.kind, row.was.key, row.lone) for row in rows if row.was and row.now is None)
    moved = alone & Counter((row.now.kind, row.now.key, row.lone) for row in rows if row.now and row.was is None)
    left = {"old": moved.copy(), "new": moved.copy()}
    for row in rows:
        if row.was and row.now:
            # a word of duty that only changed its sentence was not exchanged for another
            strayed = ((row.was.kind, row.was.key) in come) is not ((row.now.kind, row.now.key) in gone)
            if row.firm or row.kind != MODALITY or not strayed:
                yield row
        elif value := row.was or row.now:
            side = left["old" if row.was else "new"]
            if side[value.kind, value.key, row.lone] > 0:
                side[value.kind, value.key, row.lone] -= 1
            else:
                yield row


class _Cells:
    """The cells of the two sides of an edge; tables are read when the first value is found in one."""

    def __init__(self, edits: Sequence[Edit], law: Law) -> None:
        self._edits, self._law = edits, law
        self._tables: dict[str, Tables] = {}

    def of(self, stretch: Stretch, row: _Row) -> tuple[Cell | None, Cell | None]:
        """Return the cells that contain the two values of a row, where they are in tables."""
        was = self._cell(row.was, stretch.old, stretch.at[0], "insert")
        return was, self._cell(row.now, stretch.new, stretch.at[1], "delete")

    def _cell(self, value: Value | None, side: StretchSide, at: int, other: str) -> Cell | None:
        if value is None or "|" not in side.raw or AWAY in side.raw:
            return None
        if other not in self._tables:
            self._tables[other] = Tables("".join(edit.text for edit in self._edits if edit.op != other), self._law)
        return self._tables[other].cell_at(at + value.start)


class _Cited:
    """The places that one side of an edge cites: their numbers are no values.

    A phrase may begin within a list of places, so that they are read in the whole clause.
    """

    def __init__(self, edits: Sequence[Edit], vocabulary: Vocabulary, other: str) -> None:
        self._edits, self._vocabulary, self._other = edits, vocabulary, other

    @cached_property
    def _cited(self) -> Sequence[tuple[int, int]]:
        text = "".join(edit.text for edit in self._edits if edit.op != self._other)
        key = make_key(text, self._vocabulary.law)
        atoms = find_atoms(key.text, self._vocabulary)
        return [(key.starts[one.start], key.ends[one.end - 1]) for one in atoms if one.kind is AtomKind.CITED]

    def without(self, values: Sequence[Value], side: StretchSide, at: int) -> Sequence[Value]:
        """Return the values of a phrase that begins at a raw offset, except for numbers of cited places and labels."""
        values = [value for value in values if value.kind != AtomKind.FIGURE or not _is_label(side.raw, value)]
        if AWAY in side.raw or not any(value.kind == AtomKind.FIGURE for value in values):
            return values
        return [value for value in values if value.kind != AtomKind.FIGURE or not self._within(at + value.start)]

    def _within(self, place: int) -> bool:
        before = bisect_right(self._cited, (place, sys.maxsize)) - 1
        return before >= 0 and place < self._cited[before][1]


def _is_label(raw: str, value: Value) -> bool:
    """Return whether a figure is a raised number, or the label of an item behind a line end or words now elsewhere."""
    if raw.endswith("<sup>", 0, value.start) and raw.startswith("</sup>", value.end):
        return True
    before, behind = raw[max(0, value.start - _LABEL_REACH) : value.start], raw[value.end : value.end + 2]
    return bool(_LABEL_BEFORE.search(before)) and behind in {". ", ") ", ".", ")"}


def _kept(edits: Sequence[Edit]) -> float:
    """Return what share of the shorter side stayed."""
    sizes = Counter({"equal": 1})
    for edit in edits:
        if not edit.elsewhere:
            sizes[edit.op] += len(edit.text)
    return sizes["equal"] / (sizes["equal"] + min(sizes["delete"], sizes["insert"]))


def _rows(stretch: Stretch, sides: tuple[Sequence[Value], Sequence[Value]], kept: float, law: Law) -> Iterator[_Row]:
    """Yield the values of a stretch that changed, in order: pairs, and values without a counterpart.

    Where a clause was rewritten (``kept``, the share of the shorter side, is small), a pair needs more equal words
    around it.
    """
    olds, news = sides
    style = same_but_style(make_key(stretch.old.raw, law).text, make_key(stretch.new.raw, law).text, law)
    places = ValuePositions(stretch, olds, news)
    stayed = stretch.stayed
    scored = sorted(
        (-_likeness(olds[a], news[b], law) - places.worth(a, b), abs(a - b), a, b)
        for a, b in _candidates(olds, news)
        if (olds[a].touched and news[b].touched) or _widened(olds[a], news[b])
        if (_one_rule if olds[a].kind == MODALITY else _one_place)(olds[a], news[b], stayed)
        if not (style and olds[a].kind == MODALITY)
    )
    points = WEIGHTS.values
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for score, _, a, b in scored:
        enough = _enough(olds[a].kind) + (points.anew_more if kept < points.anew else 0.0)
        if a not in partner and b not in taken and -score >= enough:
            partner[a] = b
            taken.add(b)
    for a, was in enumerate(olds):
        now = news[partner[a]] if a in partner else None
        if (now or was).key != was.key or (now is None and was.touched):
            firm = bool(now and _likeness(was, now, law) >= WEIGHTS.values.figure)
            yield _Row(was, now, firm, now is None and stretch.lone(was, stretch.old, law))
    for b, now in enumerate(news):
        if b not in taken and now.touched:
            yield _Row(None, now, lone=stretch.lone(now, stretch.new, law))


def _enough(kind: str) -> float:
    """Return how many points make a pair of two values of a kind."""
    points = WEIGHTS.values
    return {str(AtomKind.BODY): points.body, MODALITY: points.modality}.get(kind, points.figure)


def _candidates(olds: Sequence[Value], news: Sequence[Value]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of one group by place; in a stretch of very many values only pairs near in order."""
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for b, now in enumerate(news):
        groups[now.group].append(b)
    every = len(olds) * len(news) <= _MOST_PAIRS
    seen: Counter[str] = Counter()
    for a, was in enumerate(olds):
        there, nth = groups[was.group], seen[was.group]
        seen[was.group] += 1
        for b in there if every else there[max(0, nth - _NEAR) : nth + _NEAR + 1]:
            yield a, b


def _concerned(values: Sequence[Value], others: Sequence[Value]) -> list[Value]:
    """Return the values that a change touches, and those that stayed as a bound of what is, or was, a range."""
    ranges: defaultdict[str, set[str]] = defaultdict(set)
    for other in others:
        if other.range and other.touched:
            ranges[other.kind].add(other.key)
    bounds = {kind: "\n".join(sorted(keys)) for kind, keys in ranges.items()}
    known: dict[tuple[str, str], bool] = {}

    def stayed_as_bound(value: Value) -> bool:
        place = value.kind, value.key
        if place not in known:
            known[place] = value.key in bounds.get(value.kind, "")
        return known[place] and value.kind in bounds and not value.range

    return [value for value in values if value.touched or stayed_as_bound(value)]


def _grown(stretch: Stretch, olds: Sequence[Value], news: Sequence[Value]) -> Iterator[tuple[Value, Value]]:
    """Yield the words of duty of which one is the other with words inserted: may, may not; peut, ne peut pas.

    The verb after them is the same: *shall not be granted* and *shall be refused* demand the same.
    """
    found = [_placed(value, stretch.new) for value in news if value.kind == MODALITY]
    starts = [place[0] for place, _ in found]
    for was in olds if found else ():
        if was.kind != MODALITY:
            continue
        (start, end), _ = _placed(was, stretch.old)
        near = bisect_right(starts, end)
        for (first, last), now in found[max(0, near - _NEAR) : near]:
            one_in_other = (start <= first and last <= end) or (first <= start and end <= last)
            if one_in_other and was.touched is not now.touched and _is_longer(was, now):
                longer, side = (now, stretch.new) if now.touched else (was, stretch.old)
                verb = not _LETTER.match(was.key) or _same_words(was.right, now.right) >= WEIGHTS.values.verb
                if verb and side.changes_within(longer.start, longer.end):
                    yield was, now
                    break


def _placed(value: Value, side: StretchSide) -> tuple[tuple[int, int], Value]:
    """Return where a value begins and ends, counted in characters outside all changes."""
    return (side.unchanged_before(value.start), side.unchanged_before(value.end)), value


def _is_longer(was: Value, now: Value) -> bool:
    """Return whether the words of one word of duty are all in the other, which has more."""
    if was.group != now.group or was.key == now.key:
        return False
    if not _LETTER.match(was.key):  # no blanks between words: なければならない in 努めなければならない
        return was.key in now.key or now.key in was.key
    one, other = (set(re.split("[ ']", value.key)) for value in (was, now))
    return one <= other or other <= one


def _widened(one: Value, other: Value) -> bool:
    """Return whether one of two values is a range that changed and the other a bound of it that stayed."""
    bound, ranged = (one, other) if other.range else (other, one)
    near = one.kind == other.kind and ranged.range and not bound.range
    return near and ranged.touched and not bound.touched and bound.key in ranged.key


@cache
def _fine(law: Law) -> re.Pattern[str]:
    """Return what matches the words behind the amount of any fine."""
    return re.compile("|".join(form for grammar in law for form in grammar.values.fines) or "(?!)")


def _likeness(was: Value, now: Value, law: Law) -> float:
    """Return how much of the words around two values is equal, in characters."""
    left, right = _same_words(was.left[::-1], now.left[::-1]), _same_words(was.right, now.right)
    if _fine(law).match(was.right) and _fine(law).match(now.right):
        right = min(right, WEIGHTS.values.fine)
    shared = len(_pairs(was.left) & _pairs(now.left)) / 2
    same = was.key == now.key or _widened(was, now) or _renamed(was, now)
    points = WEIGHTS.values
    worth = points.same_key if same else points.other_kind if was.kind != now.kind else 0.0
    return max(left, shared) + right + worth


def _one_rule(was: Value, now: Value, stayed: float) -> bool:
    """Return whether two words of duty say what one rule demands: before the same verb, or after the same subject.

    ``stayed`` is the share of the phrase that did not change. Words count only as a whole: *be* in *be refused* and
    *be recognised* shows nothing. *Shall not be granted* became *shall be refused* in other words; only before one verb
    is the denial gone.
    """
    if _same_words(was.right, now.right) >= WEIGHTS.values.verb:
        return True
    if _LETTER.match(was.key) and (was.key in now.key or now.key in was.key):
        return False
    one, other = was.left[::-1], now.left[::-1]
    ends = range(1 if _LETTER.match(was.key) else _ENDING)
    subject = any(_same_words(one[a:], other[b:]) >= WEIGHTS.values.subject for a in ends for b in ends)
    return stayed >= (WEIGHTS.values.phrase if subject else WEIGHTS.values.whole_phrase)


def _one_place(was: Value, now: Value, stayed: float) -> bool:
    """Return whether one value may have taken the place of another; in a phrase written anew the same words show it."""
    if stayed >= WEIGHTS.values.rewritten:
        return True
    beside = _same_words(was.left[::-1], now.left[::-1]) + _same_words(was.right, now.right)
    return beside >= WEIGHTS.values.beside


def _same_words(one: str, other: str) -> float:
    """Return how many equal characters two texts begin with, up to the last border of a word; letters count half."""
    size = _alike(one, other)
    while 0 < size < min(len(one), len(other)) and _LETTER.match(one, size - 1) and _LETTER.match(one, size):
        size -= 1
    while 0 < size < min(len(one), len(other)) and _LETTER.match(other, size - 1) and _LETTER.match(other, size):
        size -= 1
    return sum(0.5 if _LETTER.match(character) else 1.0 for character in one[:size] if character != " ")


def _alike(one: str, other: str) -> int:
    """Return how many equal characters two texts begin with."""
    for at, (x, y) in enumerate(zip(one, other, strict=False)):
        if x != y:
            return at
    return min(len(one), len(other))


def _renamed(was: Value, now: Value) -> bool:
    """Return whether two bodies begin and end with the same words: 交通主管部门, 交通运输主管部门."""
    ends = was.key[:2] == now.key[:2] and was.key[-2:] == now.key[-2:]
    return was.kind == AtomKind.BODY and ends and len(was.key) > 3


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}
