"""Resolve a reference to clauses of the same text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence, Set

from yange.citations.index import LISTED, Index, index_of, plain_label
from yange.citations.scan import references
from yange.law.aspects.citations import Level, Reference, Relative, Step
from yange.model import Clause, ClauseKind, Provisions

__all__ = ["chain_at", "find_label", "resolve"]

_DIVISIONS = {
    Level.PART: ClauseKind.PART,
    Level.CHAPTER: ClauseKind.CHAPTER,
    Level.SECTION: ClauseKind.SECTION,
    Level.ARTICLE: ClauseKind.ARTICLE,
}


def chain_at(provisions: Provisions, offset: int) -> tuple[Clause, ...]:
    """Return the clauses that contain the character at ``offset``, from the document to the innermost."""
    return index_of(provisions).chain(offset)


def resolve(provisions: Provisions, reference: Reference, at: int) -> tuple[Clause | None, ...]:
    """Return the clause of each target of a reference at offset ``at``, or ``None`` for a missing clause."""
    index = index_of(provisions)
    chain = index.chain(at)
    return tuple(_target(index, chain, steps) for steps in reference.targets)


def find_label(provisions: Provisions, label: str) -> tuple[Clause, ...]:
    """Return the clauses that a label names: as printed (第三条, （八）, 附件1), composed (第三条第二款), or a path.

    There are several if the label occurs more than once (（一） under several headings); primary units are preferred.
    """
    index = index_of(provisions)
    if (same := index.labelled(label)) and plain_label(label):
        return same
    by_path = index.at(label)
    if by_path is not None and label:
        return (by_path,)
    read = references(index.readers, label)
    if read and read[0].start == 0 and read[-1].end == len(label):
        found = [clause for one in read for clause in resolve(provisions, one, _body_start(provisions))]
        return tuple(clause for clause in found if clause is not None) if None not in found else ()
    return ()


def _body_start(provisions: Provisions) -> int:
    return provisions.primary[0].start if provisions.primary else 0


def _target(index: Index, chain: Sequence[Clause], steps: Sequence[Step]) -> Clause | None:
    here: Sequence[Clause] = chain
    found: Clause | None = None
    for k, step in enumerate(steps):
        base = found if k else None
        found = _relative(index, here, step) if step.relative else _absolute(index, here, base, step)
        if found is None:
            return None
        here = index.chain(found.start) if found.start < found.end else here
        here = _up_to(here, found)
    return found


def _up_to(chain: Sequence[Clause], clause: Clause) -> Sequence[Clause]:
    return chain[: chain.index(clause) + 1] if clause in chain else (*chain, clause)


def _absolute(index: Index, chain: Sequence[Clause], base: Clause | None, step: Step) -> Clause | None:
    if step.level in _DIVISIONS:
        return _division(index, chain, base, step)
    if step.level is Level.ANNEX:
        return index.annex(step.value)
    if step.level is Level.SENTENCE:
        return base or chain[-1]
    if step.level is Level.PARAGRAPH:
        article = base or _enclosing(chain, {ClauseKind.ARTICLE})
        return _paragraph(index, article or chain[-1], step.value)
    if step.level is Level.SUBSECTION:
        return index.listed(base or _enclosing(chain, {ClauseKind.ARTICLE}) or chain[-1], step.value)
    places = [base] if base else [c for c in reversed(chain) if c.kind is not ClauseKind.DOCUMENT]
    for place in places:
        listed = index.listed(place, step.value)
        if listed is not None:
            return listed
    return None if base else index.primary(step.value)


def _division(index: Index, chain: Sequence[Clause], base: Clause | None, step: Step) -> Clause | None:
    """Return a numbered division: below the one named before it, or else in the same annex, or else in the body."""
    kind = _DIVISIONS[step.level]
    annex = _enclosing(chain, {ClauseKind.ANNEX})
    near = _enclosing(chain, {ClauseKind.CHAPTER}) if step.level is Level.SECTION else None
    for place in (base, near, annex):
        if place is not None:
            found = index.below(place, kind, step.value)
            if found is None and place is base and place.kind is ClauseKind.ANNEX:
                return index.listed(place, step.value)
            if found is not None or place is base:
                return found
    found = index.in_body(kind, step.value)
    if found is None and step.level is Level.ARTICLE and not index.has_articles:
        return index.primary(step.value)
    if found is None and step.level in (Level.SECTION, Level.PART):
        return index.in_body(ClauseKind.OUTLINE_1, step.value)
    return found


def _paragraph(index: Index, article: Clause, value: tuple[int, ...]) -> Clause | None:
    """Return the paragraph that prints a number, or the one at that place among those without numbers."""
    paragraphs = index.children(article, ClauseKind.PARAGRAPH)
    if not paragraphs:
        return article if value == (1,) else None
    printed = next((one for one in paragraphs if one.number is not None and one.number.names(value)), None)
    counted = paragraphs[value[0] - 1] if len(value) == 1 and 0 < value[0] <= len(paragraphs) else None
    return printed or (counted if counted is not None and counted.number is None else None)


def _enclosing(chain: Sequence[Clause], kinds: Set[ClauseKind]) -> Clause | None:
    return next((clause for clause in reversed(chain) if clause.kind in kinds), None)


_AROUND: dict[Level, Set[ClauseKind]] = {
    Level.ARTICLE: {ClauseKind.ARTICLE},
    Level.PARAGRAPH: {ClauseKind.PARAGRAPH},
    Level.SUBSECTION: {ClauseKind.ITEM, ClauseKind.PARAGRAPH},
    Level.ITEM: LISTED,
    Level.LETTER: {ClauseKind.SUBITEM},
    Level.CHAPTER: {ClauseKind.CHAPTER},
    Level.SECTION: {ClauseKind.SECTION},
}


def _relative(index: Index, chain: Sequence[Clause], step: Step) -> Clause | None:
    """Return the clause of 本条, 前条, 次条 or 前款 at a place. In an article of one paragraph 本款 is the article."""
    around = _enclosing(chain, _AROUND.get(step.level, set()))
    if around is None and step.level is Level.PARAGRAPH:
        around = _enclosing(chain, {ClauseKind.ARTICLE, *LISTED}) if step.relative is Relative.THIS else None
    if around is None or step.relative is Relative.THIS:
        return around
    if step.level is Level.ARTICLE:
        siblings = index.every(ClauseKind.ARTICLE)
    else:
        above = chain.index(around) - 1
        siblings = index.children(chain[above], around.kind) if above >= 0 else []
    place = bisect_left(siblings, around.start, key=lambda clause: clause.start)
    while place < len(siblings) and siblings[place] is not around and siblings[place].start == around.start:
        place += 1
    stands = place < len(siblings) and siblings[place] is around
    goal = place + step.value[0] * (1 if step.relative is Relative.AFTER else -1)
    return siblings[goal] if stands and 0 <= goal < len(siblings) else None
