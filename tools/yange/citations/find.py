"""Find all references of a text, and resolve those to its own clauses."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from yange.citations.index import index_of
from yange.citations.resolve import chain_at, resolve
from yange.citations.scan import Readers, references
from yange.law.aspects.citations import Level, Owner, Reference
from yange.model import Clause, ClauseKind, Provisions
from yange.statements import NamedInstrument, quoted

__all__ = ["Citation", "CitationKind", "citations"]


class CitationKind(StrEnum):
    """What a reference refers to."""

    CLAUSE = "clause"  # a clause of this text: 本办法第三条, 第三条
    RELATIVE = "relative"  # a clause relative to the place of the reference: 前款, 本条第二款
    FOREIGN = "foreign"  # a clause of another instrument: 《…》第三条
    INSTRUMENT = "instrument"  # another instrument: 《…》（文号）


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference: ``[start, end)`` in the body, in the clause with the path ``at``.

    ``paths`` are the clauses of this text that it refers to, in order; ``missing`` is the number of those that the
    text does not have. ``title`` and ``number`` name the other instrument. ``sure`` is set if the text says whose
    clause it is (本办法第三条), or if the sentence names no other instrument before. ``reference`` has the steps that
    were read.
    """

    start: int
    end: int
    text: str
    kind: CitationKind
    at: str
    paths: tuple[str, ...] = ()
    missing: int = 0
    title: str | None = None
    number: str | None = None
    sure: bool = True
    reference: Reference | None = None


_SENTENCE_END = re.compile(r"[。；;\n]")
_TITLE_MARK = re.compile("[《》]")
_AHEAD = 8
"""Characters of a reference that may still be part of a name before it: 条例第三条."""
_SHORT_NAME_WITHIN = 24
"""Characters after a title within which its short name is introduced."""
_HEADING_WITHIN = 8
"""Characters from the beginning of an annex to its own number."""


class _Sentences:
    """The sentence ends and the other instruments of one clause, read once for all of its references."""

    def __init__(self, readers: Readers, text: str, clause: Clause) -> None:
        self._words = clause.words
        self._ends = [match.end() for match in _SENTENCE_END.finditer(text, clause.words, clause.own_end)]
        self._marks = [match.start() for match in _TITLE_MARK.finditer(text, clause.words, clause.own_end)]
        stop = clause.own_end + _AHEAD
        names = sorted(name for reader in readers for name in reader.unquoted(text, clause.words, stop))
        self._names, self._name_ends = [start for start, _ in names], [end for _, end in names]

    def alone(self, reference: Reference) -> bool:
        """Return whether the sentence names no other instrument before the reference whose clause it could be."""
        ended = bisect_right(self._ends, reference.start)
        start = self._ends[ended - 1] if ended else self._words
        mark = bisect_left(self._marks, reference.start) - 1
        name = bisect_right(self._name_ends, reference.start + _AHEAD) - 1
        return not (mark >= 0 and self._marks[mark] >= start) and not (name >= 0 and self._names[name] >= start)


def citations(provisions: Provisions) -> tuple[Citation, ...]:
    """Return every reference of a text in order.

    A clause's own printed number, the title, and words inside the quotation marks of a title are not references.
    """
    index = index_of(provisions)
    text, law, readers = provisions.text, index.law, index.readers
    instruments = tuple(quoted(text, law))
    titles = [clause for clause in provisions.walk() if clause.kind is ClauseKind.TITLE]
    named = [one for one in instruments if not any(t.start <= one.start < t.own_end for t in titles)]
    short = _short_names(readers, text, named)
    found = [_instrument(provisions, one, short.get(one.title or "", one)) for one in named]
    found.extend(_clauses(readers, provisions, instruments))
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _short_names(readers: Readers, text: str, named: Sequence[NamedInstrument]) -> dict[str, NamedInstrument]:
    """Return the instruments with a short name (以下简称《办法》), by short name."""
    found: dict[str, NamedInstrument] = {}
    for one in named:
        stop = min(len(text), one.end + _SHORT_NAME_WITHIN)
        names = (reader.short_name(text, one.start, stop) for reader in readers)
        name = next(filter(None, names), None)
        if name is not None and name != one.title:
            found.setdefault(name, one)
    return found


def _instrument(provisions: Provisions, one: NamedInstrument, meant: NamedInstrument) -> Citation:
    return Citation(
        one.start,
        one.end,
        provisions.text[one.start : one.end],
        CitationKind.INSTRUMENT,
        chain_at(provisions, one.start)[-1].path,
        title=meant.title,
        number=meant.number,
    )


def _clauses(readers: Readers, provisions: Provisions, instruments: Sequence[NamedInstrument]) -> Iterator[Citation]:
    """Yield the references to clauses in the words of each clause, without labels and quoted titles."""
    starts = [one.start for one in instruments]
    for clause in provisions.walk():
        if clause.kind in (ClauseKind.DOCUMENT, ClauseKind.TITLE, ClauseKind.HEADING):
            continue
        owner: NamedInstrument | None = None
        before: Citation | None = None
        printed = references(readers, provisions.text, clause.words, clause.own_end)
        if not printed:
            continue
        sentences = _Sentences(readers, provisions.text, clause)
        for reference in printed:
            near = _nearest(starts, instruments, reference.numbers)
            inside = near is not None and reference.numbers < near.end
            if inside or _is_heading(clause, reference):
                continue
            owner = owner if reference.later else _named_before(readers, provisions.text, reference, near)
            before = _clause_citation(provisions, clause, reference, owner, before, sentences)
            yield before


def _is_heading(clause: Clause, reference: Reference) -> bool:
    """Return whether the reference is the annex's own number above it."""
    return (
        clause.kind is ClauseKind.ANNEX
        and reference.targets[0][0].level is Level.ANNEX
        and reference.start - clause.start < _HEADING_WITHIN
    )


def _nearest(starts: Sequence[int], instruments: Sequence[NamedInstrument], at: int) -> NamedInstrument | None:
    """Return the last instrument that is named at or before an offset; instruments do not overlap."""
    place = bisect_right(starts, at)
    return instruments[place - 1] if place else None


def _named_before(
    readers: Readers, text: str, reference: Reference, near: NamedInstrument | None
) -> NamedInstrument | None:
    """Return the instrument named directly before a reference, whose clause it is."""
    if near is None or near.end > reference.numbers:
        return None
    linked = any(reader.link(text, near.end, reference.numbers) for reader in readers)
    return near if linked else None


def _clause_citation(
    provisions: Provisions,
    clause: Clause,
    reference: Reference,
    owner: NamedInstrument | None,
    before: Citation | None,
    sentences: _Sentences,
) -> Citation:
    span = (reference.start, reference.end, reference.text)
    if owner is not None or reference.owner is Owner.OTHER:
        title = owner.title if owner else None
        number = owner.number if owner else None
        return Citation(*span, CitationKind.FOREIGN, clause.path, title=title, number=number, reference=reference)
    relative = any(step.relative for target in reference.targets for step in target)
    targets = resolve(provisions, reference, reference.numbers)
    if None in targets and before is not None and _goes_on(provisions.text, before, reference):
        return Citation(
            *span, CitationKind.FOREIGN, clause.path, title=before.title, number=before.number, sure=False,
            reference=reference,
        )  # fmt: skip
    paths = tuple(target.path for target in targets if target is not None)
    return Citation(
        *span,
        CitationKind.RELATIVE if relative else CitationKind.CLAUSE,
        clause.path,
        paths=paths,
        missing=len(targets) - len(paths),
        sure=reference.owner is Owner.OWN or sentences.alone(reference),
        reference=reference,
    )


def _goes_on(text: str, before: Citation, reference: Reference) -> bool:
    """Return whether a reference without a title follows one to another instrument in the same sentence."""
    same = not _SENTENCE_END.search(text, before.end, reference.start)
    return before.kind is CitationKind.FOREIGN and reference.owner is Owner.UNSAID and same
