"""The notes on a change: the column 说明."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yange.compare.result import Band, Change, CitationChange, Comparison, Grade, Operation, ValueChange
from yange.reports.rows import ChangeRow, Fold
from yange.reports.words import ReportWords

__all__ = ["Notes"]

_GROUPED = frozenset({Operation.SPLIT, Operation.MERGED, Operation.REORGANISED})
_LIGHT = frozenset({Grade.EDITORIAL, Grade.SCRIPT, Grade.STYLE, Grade.RELOCATED, Grade.CONSEQUENTIAL})


class Notes:
    """The notes of one comparison in one language."""

    def __init__(self, comparison: Comparison, words: ReportWords) -> None:
        self._words = words
        self._throughout = {(term.old, term.new) for term in comparison.terms}
        self._values: dict[tuple[str, str], list[ValueChange]] = {}
        for value in comparison.values:
            self._values.setdefault((value.at_old, value.at_new), []).append(value)
        self._citations: dict[tuple[str, str], list[CitationChange]] = {}
        for citation in comparison.citations:
            self._citations.setdefault((citation.at_old, citation.at_new), []).append(citation)

    def of(self, row: ChangeRow) -> tuple[str, ...]:
        """Return the notes on a row, the operation first."""
        change = row.change
        if row.heading and change.operation is Operation.UNCHANGED and not row.noise:
            return ()
        found = [self._happened(change), *self._flags(change), *self._grade(change), *self._edges(change)]
        for edge in change.edges:
            found += self._changed_values(self._values.get((edge.old, edge.new), ()))
            found += self._cited(self._citations.get((edge.old, edge.new), ()))
        if row.noise:
            found.append(self._words("noise-here", count=row.noise))
        return tuple(dict.fromkeys(found))

    def fold(self, fold: Fold) -> str:
        """Return the line for folded clauses: which they are, how many, and that they did not change."""
        words = self._words
        named = [row for row in fold.rows if not row.heading]
        new = self._reach([row.change.new for row in named])
        old = self._reach([row.change.old for row in named])
        name = new if old == new else words("became", old=old, new=new)
        count = words("bracketed", text=words.count("units", len(named))) if len(named) > 1 else ""
        said = words(f"fold.{fold.operation.value}")
        if fold.in_other_script:
            said += words("semicolon") + words("note.script")
        if fold.noise:
            said += words("semicolon") + words("noise-here", count=fold.noise)
        return f"{name}{count}{words('colon')}{said}"

    def _reach(self, names: Sequence[tuple[str, ...]]) -> str:
        first, last = (self._words.series(names[at]) or self._words("label.none") for at in (0, -1))
        return first if len(names) == 1 else self._words("through", first=first, last=last)

    def _happened(self, change: Change) -> str:
        old, new = self._words.series(change.old), self._words.series(change.new)
        return self._words(f"note.{change.operation.value}", old=old, new=new)

    def _flags(self, change: Change) -> Iterator[str]:
        if change.operation in _GROUPED | {Operation.RENUMBERED, Operation.INSERTED, Operation.REPEALED}:
            return
        moved = change.operation is Operation.MOVED
        if change.flags.label_lost:
            yield self._words("note.label-lost")
        if change.flags.renumbered and not moved:
            old, new = self._words.series(change.old), self._words.series(change.new)
            yield self._words("note.number", old=old, new=new)
        if change.flags.moved and not moved:
            yield self._words("note.place")
        if change.flags.chapter_changed:
            yield self._words("note.chapter")

    def _grade(self, change: Change) -> Iterator[str]:
        if change.operation in {Operation.AMENDED, Operation.REPLACED} and change.grade in _LIGHT:
            yield self._words(f"note.{change.grade}")

    def _edges(self, change: Change) -> Iterator[str]:
        words = self._words
        for edge in change.edges:
            sure = edge.band is Band.SURE
            doubt = "" if sure else words(f"note.{edge.band.value}")
            if change.operation in _GROUPED:
                share = words(
                    "note.share", old=words.name(edge.old), new=words.name(edge.new), share=int(edge.share * 100)
                )
                yield share + (words("bracketed", text=doubt) if doubt else "")
            elif doubt:
                yield doubt

    def _changed_values(self, values: Sequence[ValueChange]) -> Iterator[str]:
        for value in values:
            if (value.old, value.new) not in self._throughout:
                key = "note.value" if value.old and value.new else "note.value-new" if value.new else "note.value-old"
                yield self._words(key, old=value.old, new=value.new)

    def _cited(self, citations: Sequence[CitationChange]) -> Iterator[str]:
        for cited in citations:
            yield self._words(f"cite.{cited.fate.value}", old=cited.old, new=cited.new)
