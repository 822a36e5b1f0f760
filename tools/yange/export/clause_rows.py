"""The tables of clauses: one row for each clause of each text, with its own days and its origin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from yange.compare.history.blame import first_and_last
from yange.dates import Period
from yange.export.columns import OF_TEXT, TEXT_KEY, Cell, Column, ColumnType, Row, Table
from yange.export.exported_policy import ExportedPolicy
from yange.model import Clause, Policy, Version
from yange.parse import full_text, own_text
from yange.publish.context import SiteContext
from yange.timeline import Out
from yange.withdrawn import state

__all__ = ["CLAUSES", "OUTS", "remaining"]

Origins = Mapping[str, tuple[str, str]]


def remaining(periods: Sequence[Period], outs: Sequence[Out]) -> tuple[Period, ...]:
    """Return the periods of a clause: those of its text (in order) without the days on which the clause is out."""
    left = tuple(periods)
    for out in outs:
        left = tuple(piece for period in left for piece in _without(period, out))
    return left


def _without(period: Period, out: Out) -> Iterator[Period]:
    """Yield what is left of a period before and after an out; a ``first`` of ``None`` is out from the beginning."""
    if out.first is not None and period.start < out.first:
        ends = [day for day in (period.end, out.first) if day is not None]
        yield Period(period.start, min(ends))
    if out.until is not None and (period.end is None or out.until < period.end):
        yield Period(max(period.start, out.until), period.end)


def _clauses(part: ExportedPolicy) -> Iterator[Row]:
    origins = _origins(part.context, part.policy)
    for version in part.held:
        yield from _of_text(part.context, version, origins.get(version.key, {}))


def _origins(context: SiteContext, policy: Policy) -> Mapping[str, Origins]:
    """Return by key of a text, for its units by path, the text that first had them and the one that last changed them.

    A policy with one text that was law has them of itself; texts that were never law have none.
    """
    texts = context.texts(policy)
    if not texts:
        return {}
    steps = (context.compared(old.body, new.body) for old, new in pairwise(texts))
    keys = [text.key for text in texts]
    return dict(zip(keys, first_and_last(keys, context.units(texts[0].body), steps), strict=True))


def _of_text(context: SiteContext, version: Version, origins: Origins) -> Iterator[Row]:
    provisions, withdrawn = context.parsed(version.body), context.withdrawn(version)
    periods = context.timeline.periods(version)
    citable = {clause.path for clause in provisions.primary}
    position = 0

    def rows(clause: Clause, parent: str | None, level: int) -> Iterator[Row]:
        nonlocal position
        position += 1
        outs = withdrawn.covered.get(clause.path, ())
        own = remaining(periods, outs) if outs else periods
        doubtful = any(withdrawn.in_doubt([clause.path], out.first or period.start) for out, period in doubts)
        first, changed = origins.get(clause.path, (None, None))
        days: tuple[Cell, ...] = (None, None, False)
        if own:
            days = (own[0].start, own[-1].end, len(own) > 1)
        yield (
            *(version.policy, version.key, position, clause.path, parent, level),
            *(clause.kind.value, clause.label or None, clause.path in citable, clause.placeholder),
            *(own_text(provisions, clause), full_text(provisions, clause) if clause.path in citable else None),
            *(clause.start, clause.end, *days, doubtful, first, changed),
        )
        for child in clause.children:
            yield from rows(child, clause.path, level + 1)

    doubts = [(out, period) for out in withdrawn.lost for period in periods]
    for clause in provisions.root.children:
        yield from rows(clause, None, 1)


def _outs(part: ExportedPolicy) -> Iterator[Row]:
    for version in part.held:
        withdrawn = part.context.withdrawn(version)
        found = [(path, out) for path, outs in withdrawn.roots.items() for out in outs]
        for nth, (path, out) in enumerate([*found, *((None, out) for out in withdrawn.lost)], 1):
            by = (out.by.policy, out.by.key, out.by.number) if out.by is not None else (None, None, None)
            yield (version.policy, version.key, nth, out.label, path, state(out), out.first, out.until, *by)


_S, _I, _B, _D = ColumnType.STRING, ColumnType.INTEGER, ColumnType.BOOLEAN, ColumnType.DATE

CLAUSES = Table(
    "clauses",
    "The clauses of the held texts, with the clauses that contain them and the days of their own.",
    (
        *TEXT_KEY,
        Column("position", "Place in the text, from 1", _I, required=True),
        Column("path", "Address within the text: chp_3__art_15", required=True),
        Column("parent", "Path of the clause that contains it; empty at the top"),
        Column("level", "Depth, from 1", _I, required=True),
        Column("kind", "Kind of clause: chapter, article, paragraph, item, annex", required=True),
        Column("label", "Printed number, or the name of an unnumbered clause"),
        Column("citable", "Whether it is one of the units by which the text is cited", _B, required=True),
        Column("placeholder", "Whether the number is kept for a provision that is gone", _B, required=True),
        Column("words", "Words after the label, without those of the clauses in it", required=True),
        Column("full_words", "Words with those of the clauses in it and their labels; of citable clauses"),
        Column("start", "Offset of its first character in the text", _I, required=True),
        Column("end", "Offset of its end, exclusive", _I, required=True),
        Column("valid_from", "First day on which it is law in this text", _D),
        Column("valid_to", "First day on which it no longer is; empty: no end is known", _D),
        Column("interrupted", "Whether it is out of force between; see outs and periods", _B, required=True),
        Column("doubtful", "Whether an instrument may have taken it out: several clauses have the label", _B, True),
        Column("first_version", "Text of the policy that first had it; of compared units"),
        Column("changed_version", "Text of the policy that last changed it in substance; of compared units"),
    ),
    ("policy", "version", "path"),
    _clauses,
    (OF_TEXT,),
    (("policy", "version", "position"), ("label",), ("valid_from", "valid_to")),
)

OUTS = Table(
    "outs",
    "Clauses that are out of force while their text is in force.",
    (
        *TEXT_KEY,
        Column("nth", "Place among those of the text, from 1", _I, required=True),
        Column("label", "The clause as recorded; it covers what is in it", required=True),
        Column("path", "Its path; empty if no clause, or more than one, has that label"),
        Column("state", "repealed, suspended, lapsed or not-begun", required=True),
        Column("out_from", "First day out of force; empty: from the beginning of the text", _D),
        Column("out_to", "First day in force again; empty: never", _D),
        Column("by_policy", "Policy that did it; empty: the text itself says so"),
        Column("by_version", "Key of its text"),
        Column("number", "Its document number"),
    ),
    ("policy", "version", "nth"),
    _outs,
    (OF_TEXT,),
)
