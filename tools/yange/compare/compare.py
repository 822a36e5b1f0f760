"""The comparison itself: from two texts to the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from yange.compare.answers import NO_ANSWERS, Answers
from yange.compare.edges import PairContext, make_edge, stayed, unchanged
from yange.compare.findings.changed_values import changed_values
from yange.compare.findings.citation_fates import NO_FATES, fates_of
from yange.compare.findings.citations import citation_changes
from yange.compare.findings.grades import GradeRules, grade_of, highest
from yange.compare.findings.terms import changed_terms, not_told_as_terms
from yange.compare.match.alignment import Alignment, UnitGroup, align, groups_of, offers
from yange.compare.match.claimed_words import Holdings
from yange.compare.match.headings import MOST_HEADINGS
from yange.compare.match.renumbering import annex_maps, article_map
from yange.compare.result import Band, Change, Comparison, Edge, Flags, Grade, Operation
from yange.compare.text.compounds import Compounds
from yange.compare.text.lost_labels import opened
from yange.compare.text.scripts import in_one_script
from yange.compare.text.spans import aligned_in_parts
from yange.compare.text.tokens import cut
from yange.compare.text.units import Role, Unit, units_of
from yange.compare.text.vocabulary import law_of_both, vocabulary_of
from yange.compare.weights import WEIGHTS
from yange.law import Law
from yange.model import ClauseKind, Provisions

__all__ = ["VERSION", "WHOLE", "compare", "compare_units"]

VERSION = 26
"""The algorithm's version: results cached by another version must not be used."""

_FLOWING = frozenset({Role.BODY, Role.ANNEX})
_WHOLE = frozenset({Operation.INSERTED, Operation.REPEALED})
"""What happens to whole clauses: no value and no term in them was exchanged for another."""


def compare(
    old: Provisions, new: Provisions, answers: Answers = NO_ANSWERS, *, chars: bool = False, whole: bool = False
) -> Comparison:
    """Compare two texts clause by clause and word by word.

    Every unit of both sides is in exactly one change; two equal texts give only ``unchanged``. Nothing depends on
    the clock, the locale or the machine. ``answers`` are what a person said about these two texts. With ``chars`` the
    edits are the fewest characters that differ, for readers who need to see each of them; the alignment stays the same.

    A text that lost its labels is compared paragraph by paragraph; with ``whole`` its units stay as they are, which
    following a unit through several texts needs.
    """
    units = in_one_script(units_of(old), units_of(new))
    sides = units if whole else (opened(*units), opened(units[1], units[0]))
    return compare_units(*sides, law_of_both(old, new), answers, chars=chars)


def compare_units(
    old: Sequence[Unit], new: Sequence[Unit], law: Law, answers: Answers = NO_ANSWERS, *, chars: bool = False
) -> Comparison:
    """Compare the units of two texts as they are; for callers that compare one text with several.

    ``law`` is that of both texts (:func:`~yange.compare.text.vocabulary.law_of_both`).
    """
    old, new = in_one_script(old, new)
    return _report(align(old, new, law, answers), law, answers, chars)


WHOLE = partial(compare, whole=True)
"""Compares units as they are, to follow a clause through several texts."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What every pair needs from an alignment: similarity of primary pairs, new path of each old path."""

    alignment: Alignment
    likeness: Mapping[tuple[int, int], float]
    home: Mapping[str, str]


def _known(alignment: Alignment) -> _Known:
    return _Known(
        alignment,
        {(link.old, link.new): link.likeness for link in alignment.links},
        {alignment.old[link.old].path: alignment.new[link.new].path for link in alignment.links},
    )


def _report(alignment: Alignment, law: Law, answers: Answers, chars: bool) -> Comparison:
    context, known = _context(alignment, law, answers, chars), _known(alignment)
    groups = groups_of(alignment)
    changes = tuple(_change(known, group, context) for group in groups)
    counts = Counter(change.operation for change in changes)
    stats = {operation.value: counts[operation] for operation in Operation}
    stats |= {"old_units": len(alignment.old), "new_units": len(alignment.new)}
    suggestions = tuple(
        make_edge(alignment.old[a], alignment.new[b], context, Band.CHECK) for a, b in offers(alignment)
    )
    worded = [change for change in changes if change.operation not in _WHOLE]
    values, crowded = changed_values(worded, context.vocabulary)
    if limited := crowded + _limited(alignment):
        stats["limited"] = limited
    citations = citation_changes(alignment, context.rules.articles, context.rules.fates, law)
    terms = changed_terms(changes, law)
    return Comparison(changes, not_told_as_terms(values, terms, law), terms, suggestions, citations, stats)


def _limited(alignment: Alignment) -> int:
    """Count the pairs of clauses, and the headings, that were too many or too long to compare all with all."""
    headings = [sum(unit.role is Role.HEADING for unit in side) for side in (alignment.old, alignment.new)]
    pairs = {(link.old, link.new) for link in alignment.links} | {(t.old, t.new) for t in alignment.traces}
    huge = sum(aligned_in_parts(alignment.old[a].text, alignment.new[b].text) for a, b in pairs)
    return alignment.limited + huge + (sum(headings) if headings[0] * headings[1] > MOST_HEADINGS else 0)


def _context(alignment: Alignment, law: Law, answers: Answers, chars: bool) -> PairContext:
    vocabulary = vocabulary_of(law, *(unit.key.text for unit in (*alignment.old, *alignment.new)))
    compounds = (
        Compounds(cut(unit.key.text, vocabulary) for unit in alignment.old),
        Compounds(cut(unit.key.text, vocabulary) for unit in alignment.new),
    )
    articles = article_map(alignment.old, alignment.new, alignment.links, law)
    annexes = annex_maps(alignment.old, alignment.new, alignment.links, law)
    edges = {(link.old, link.new) for link in alignment.links} | {(t.old, t.new) for t in alignment.traces}
    fates = fates_of(alignment.old, alignment.new, alignment.links, sorted(edges), law)
    rules = GradeRules(law, articles, frozenset(answers.renamings), fates)
    within = {annex: replace(rules, articles=found, fates=NO_FATES) for annex, found in annexes.items()}
    return PairContext(vocabulary, rules, compounds, chars, within)


def _change(known: _Known, group: UnitGroup, context: PairContext) -> Change:
    alignment = known.alignment
    flags = _flags(known, group.pairs)
    if len(group.old) == len(group.new) == len(group.pairs) == 1:
        (a, b) = group.pairs[0]
        was, now = alignment.old[a], alignment.new[b]
        if stayed(was, now, context):
            return _stayed(was.label, now.label, was.path, now.path, _band(known, (a, b)), was.text, flags)
    held = Holdings(alignment, group) if len(group.pairs) > 1 else None
    edges = []
    for a, b in group.pairs:
        was, now = alignment.old[a], alignment.new[b]
        runs = held.of(a, b) if held else ((), ())
        edges.append(make_edge(was, now, context, _band(known, (a, b)), *runs))
    olds, news = [alignment.old[a] for a in group.old], [alignment.new[b] for b in group.new]
    contents = all(unit.contents for unit in (*olds, *news))
    if contents:
        edges = [_editorial(edge) for edge in edges]
    vacant = _vacant(olds), _vacant(news)
    if vacant == (True, True):
        edges = [_editorial(edge) for edge in edges]
    if edges and any(vacant):
        flags = Flags()
    operation = _operation((len(olds), len(news)), edges, flags, vacant)
    if operation is Operation.REPLACED and alignment.old[group.old[0]].role is Role.HEADING:
        operation = Operation.AMENDED  # a chapter with another name and the same clauses is the same chapter
    return Change(
        operation,
        tuple(unit.label for unit in olds),
        tuple(unit.label for unit in news),
        tuple(unit.path for unit in olds),
        tuple(unit.path for unit in news),
        tuple(edges),
        flags,
        Grade.EDITORIAL if contents and not edges else _grade(operation, edges, flags),
        tuple(unit.text for unit in olds),
        tuple(unit.text for unit in news),
    )


def _vacant(units: Sequence[Unit]) -> bool:
    """Return whether one side of a change provides nothing: it has no clause, or only placeholders."""
    return all(unit.role is Role.PLACEHOLDER for unit in units)


@lru_cache(maxsize=4096)
def _stayed(old: str, new: str, old_path: str, new_path: str, band: Band, text: str, flags: Flags) -> Change:
    """Return the change of a clause that differs in nothing but its place; cached, because most clauses stay."""
    edges = (unchanged(old, new, old_path, new_path, band, text),)
    operation = _operation((1, 1), edges, flags)
    paths, texts = ((old_path,), (new_path,)), ((text,), (text,))
    return Change(operation, (old,), (new,), *paths, edges, flags, _grade(operation, edges, flags), *texts)


def _editorial(edge: Edge) -> Edge:
    edits = tuple(replace(edit, grade=Grade.EDITORIAL if edit.grade else None) for edit in edge.edits)
    return replace(edge, edits=edits)


def _band(known: _Known, pair: tuple[int, int]) -> Band:
    bands, alignment, likeness = WEIGHTS.bands, known.alignment, known.likeness.get(pair)
    if pair in alignment.told:
        return Band.SURE
    if pair in alignment.weighed:
        return Band.LIKELY if alignment.weighed[pair] >= WEIGHTS.letters.likely else Band.CHECK
    if likeness is not None:
        if likeness >= (bands.sure_moved if pair in alignment.moved else bands.sure):
            return Band.SURE
        return Band.LIKELY if likeness >= bands.likely else Band.CHECK
    best = max(trace.likeness for trace in alignment.traces if (trace.old, trace.new) == pair)
    return Band.LIKELY if best >= bands.likely_part else Band.CHECK


def _flags(known: _Known, pairs: Sequence[tuple[int, int]]) -> Flags:
    if not pairs:
        return Flags()
    alignment, home = known.alignment, known.home
    renumbered = moved = chapter = lost = False
    for a, b in pairs:
        was, now = alignment.old[a], alignment.new[b]
        lost |= _label_lost(was, now)
        renumbered |= bool(was.number or now.number) and was.number != now.number and not _label_lost(was, now)
        renumbered |= was.kind is now.kind is ClauseKind.ANNEX and was.label != now.label
        moved |= (a, b) in alignment.moved
        # a text that had no chapters and now has some has moved nothing
        within = was.role in _FLOWING and was.within and now.within
        chapter |= bool(within) and home.get(was.within) != now.within
    return Flags(renumbered, moved, chapter, lost)


def _label_lost(was: Unit, now: Unit) -> bool:
    """Return whether a clause is a paragraph without its number or heading on one side only."""
    return was.cut is not now.cut and (was.number is None) is not (now.number is None)


def _operation(
    units: tuple[int, int], edges: Sequence[Edge], flags: Flags, vacant: tuple[bool, bool] = (False, False)
) -> Operation:
    """Return what happened to so many units, old and new; ``vacant`` says which side provides nothing.

    A placeholder that was added, removed or reworded changes nothing.
    """
    olds, news = units
    if vacant == (True, True):
        return Operation.UNCHANGED
    if vacant[1]:
        return Operation.REPEALED
    if vacant[0]:
        return Operation.INSERTED
    if len(edges) > 1:
        if olds > 1 and news > 1:
            return Operation.REORGANISED
        return Operation.SPLIT if news > 1 else Operation.MERGED
    edge = edges[0]
    grade = grade_of(edge.edits)
    if grade is not None and not grade.is_printing:
        return Operation.REPLACED if _kept(edge) < WEIGHTS.bands.replaced else Operation.AMENDED
    if flags.moved:
        return Operation.MOVED
    return Operation.RENUMBERED if flags.renumbered else Operation.UNCHANGED


def _kept(edge: Edge) -> float:
    """Return what share of the shorter text stayed: an old clause that only gained sentences was not replaced."""
    sizes = {"equal": 0, "delete": 0, "insert": 0}
    for edit in edge.edits:
        if edit.grade is not Grade.SCRIPT:
            sizes[edit.op] += len(edit.text)
        elif edit.op == "insert":  # the same words: they stayed
            sizes["equal"] += len(edit.text)
    return sizes["equal"] / max(1, sizes["equal"] + min(sizes["delete"], sizes["insert"]))


def _grade(operation: Operation, edges: Sequence[Edge], flags: Flags) -> Grade | None:
    if operation in {Operation.INSERTED, Operation.REPEALED}:
        return Grade.SUBSTANTIVE
    within = highest([grade_of(edge.edits) for edge in edges])
    if flags.label_lost:
        within = highest([within, Grade.EDITORIAL])
    if operation in {Operation.MOVED, Operation.RENUMBERED}:
        return highest([within, Grade.CONSEQUENTIAL])
    return within
