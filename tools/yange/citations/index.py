"""Index the clauses of one text by number, label and place, so that each reference costs one look-up."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TypeVar

from yange.law import Law, law_named
from yange.law.aspects.citations import Citations
from yange.model import Clause, ClauseKind, Provisions
from yange.numbering import ClauseNumber

__all__ = ["LISTED", "Index", "index_of", "plain_label"]

LISTED = frozenset(
    {
        ClauseKind.ITEM,
        ClauseKind.SUBITEM,
        ClauseKind.OUTLINE_1,
        ClauseKind.OUTLINE_2,
        ClauseKind.OUTLINE_3,
        ClauseKind.OUTLINE_4,
        ClauseKind.OUTLINE_5,
    }
)
"""The kinds of clauses that an item of a reference (第（二）项) can be."""

_MOST_NAMED = 2000
Value = tuple[int, ...]
_T = TypeVar("_T")


class Index:
    """The clauses of one text by several keys; each table is made at its first use."""

    def __init__(self, provisions: Provisions) -> None:
        self.provisions = provisions
        self._tables: dict[object, object] = {}

    def _table(self, key: object, make: Callable[[], _T]) -> _T:
        if key not in self._tables:
            self._tables[key] = make()
        return self._tables[key]  # type: ignore[return-value]  # each key has one maker

    def chain(self, offset: int) -> tuple[Clause, ...]:
        """Return the clauses that contain the character at ``offset``, from the document to the innermost."""
        chain = [self.provisions.root]
        while children := chain[-1].children:
            place = bisect_right(children, offset, key=_start) - 1
            if place < 0 or offset >= children[place].end:
                break
            chain.append(children[place])
        return tuple(chain)

    def below(self, place: Clause, kind: ClauseKind, value: Value) -> Clause | None:
        """Return the first clause of a kind and number at or below a place."""
        return self._table((id(place), "below"), lambda: _by_kind(place.walk())).get((kind, value))

    def in_body(self, kind: ClauseKind, value: Value) -> Clause | None:
        """Return the first clause of a kind and number outside the annexes, which are numbered separately."""
        return self._table("body", lambda: _by_kind(_body(self.provisions.root))).get((kind, value))

    def primary(self, value: Value) -> Clause | None:
        """Return the first primary clause with a number."""
        return self._table("primary", lambda: _by_value(self.provisions.primary)).get(value)

    @cached_property
    def law(self) -> Law:
        """The packs that read the text."""
        return law_named(self.provisions.language)

    @cached_property
    def readers(self) -> tuple[Citations, ...]:
        """The packs' readers of references for this text."""
        return tuple(grammar.citations.of_text(self.provisions.text) for grammar in self.law)

    @cached_property
    def has_articles(self) -> bool:
        """Whether the primary clauses are articles."""
        return any(clause.kind is ClauseKind.ARTICLE for clause in self.provisions.primary)

    def listed(self, place: Clause, value: Value) -> Clause | None:
        """Return the numbered item below a clause, of the shallowest level that has it."""
        return self._table((id(place), "listed"), lambda: _by_value(_levels(place))).get(value)

    def children(self, place: Clause, kind: ClauseKind) -> Sequence[Clause]:
        """Return the children of a kind, in order."""
        return self._table((id(place), kind), lambda: [child for child in place.children if child.kind is kind])

    def every(self, kind: ClauseKind) -> Sequence[Clause]:
        """Return all clauses of a kind, in order."""
        return self._table(kind, lambda: [clause for clause in self.provisions.walk() if clause.kind is kind])

    def annex(self, value: Value) -> Clause | None:
        """Return the annex of a number (附件1之二 is ``(1, 2)``), or else the annex at that position."""
        annexes = self.every(ClauseKind.ANNEX)
        named = self._table("annexes", lambda: _first((a.path.rsplit("__", 1)[-1], a) for a in annexes))
        found = named.get(f"annex_{'-'.join(map(str, value))}")
        in_place = len(value) == 1 and 0 < value[0] <= len(annexes)
        return found or (annexes[value[0] - 1] if in_place else None)

    def labelled(self, label: str) -> tuple[Clause, ...]:
        """Return the clauses that print a label; primary ones if there are any."""
        wanted = plain_label(label)
        primary = self._table("labels of primary", lambda: _labelled(self.provisions.primary))
        if wanted in primary:
            return tuple(primary[wanted])
        return tuple(self._table("labels", lambda: _labelled(self.provisions.walk())).get(wanted, ()))

    def at(self, path: str) -> Clause | None:
        """Return the clause with a path."""
        return self._table("paths", lambda: _first((clause.path, clause) for clause in self.provisions.walk())).get(
            path
        )


class _Same:
    """A text as a key, compared by identity: hashing the tree would walk all of it."""

    __slots__ = ("provisions",)

    def __init__(self, provisions: Provisions) -> None:
        self.provisions = provisions

    def __hash__(self) -> int:
        return id(self.provisions)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.provisions is self.provisions


def index_of(provisions: Provisions) -> Index:
    """Return the index of a text; the last few are cached."""
    return _kept(_Same(provisions))


@lru_cache(maxsize=64)
def _kept(key: _Same) -> Index:
    return Index(key.provisions)


def plain_label(label: str) -> str:
    """Return a label without spaces, full-width forms and the full stop or comma after it."""
    return "".join(unicodedata.normalize("NFKC", label).split()).rstrip("、.,:")


def _start(clause: Clause) -> int:
    return clause.start


def _first(pairs: Iterable[tuple[str, Clause]]) -> Mapping[str, Clause]:
    found: dict[str, Clause] = {}
    for key, clause in pairs:
        found.setdefault(key, clause)
    return found


def _values(number: ClauseNumber) -> Iterable[Value]:
    """Yield the values by which a clause is found: one, or one for each clause that its label names."""
    yield number.value
    if number.until:
        last = min(number.until[0], number.value[0] + _MOST_NAMED)
        yield from ((between,) for between in range(number.value[0] + 1, last + 1))


def _by_kind(clauses: Iterable[Clause]) -> Mapping[tuple[ClauseKind, Value], Clause]:
    found: dict[tuple[ClauseKind, Value], Clause] = {}
    for clause in clauses:
        if clause.number is not None:
            for value in _values(clause.number):
                found.setdefault((clause.kind, value), clause)
    return found


def _by_value(clauses: Iterable[Clause]) -> Mapping[Value, Clause]:
    found: dict[Value, Clause] = {}
    for clause in clauses:
        if clause.number is not None:
            for value in _values(clause.number):
                found.setdefault(value, clause)
    return found


def _body(clause: Clause) -> Iterable[Clause]:
    for child in clause.children:
        if child.kind is not ClauseKind.ANNEX:
            yield child
            yield from _body(child)


def _levels(place: Clause) -> Iterable[Clause]:
    level: Sequence[Clause] = place.children
    while level:
        yield from (clause for clause in level if clause.kind in LISTED)
        level = [child for clause in level for child in clause.children]


def _labelled(clauses: Iterable[Clause]) -> Mapping[str, list[Clause]]:
    found: dict[str, list[Clause]] = {}
    for clause in clauses:
        if clause.label:
            found.setdefault(plain_label(clause.label), []).append(clause)
    return found
