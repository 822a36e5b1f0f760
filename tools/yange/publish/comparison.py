"""The page of a comparison: side by side and in one run of words, with filters that need no script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from yange.compare.report import (
    Change,
    CitationChange,
    CitationFate,
    Comparison,
    Grade,
    Operation,
)
from yange.model import Policy, Version
from yange.publish.addresses import compare_address
from yange.publish.choosing import choosing_link
from yange.publish.clauses import Called
from yange.publish.context import Context, View
from yange.publish.page import Heading, Page
from yange.publish.pieces import new_side, pieces
from yange.publish.word import has_word_file, word_address, word_name
from yange.reports.rows import ValueRow, values_of

__all__ = ["changed", "comparison_page", "counts"]

_GRADES = (Grade.SUBSTANTIVE, Grade.CONSEQUENTIAL, Grade.STYLE, Grade.EDITORIAL)
_ELSEWHERE = {Operation.MOVED, Operation.SPLIT, Operation.MERGED, Operation.REORGANISED}
_TOLD = {CitationFate.STALE, CitationFate.DANGLING, CitationFate.RETARGETED}


@dataclass(frozen=True, slots=True)
class Run:
    """Changes that stand together; ``folded`` where not even a comma changed."""

    folded: bool
    changes: Sequence[Change]


def comparison_page(context: Context, policy: Policy, old: Version, new: Version, language: str) -> Page:
    """Return the page that compares two texts; ``policy`` is that of the newer one."""
    address = compare_address(old, new)
    view = context.view(language, address)
    words = view.words
    names = (view.wording.version_day(old), view.wording.version_day(new))
    title = words("compare.title", old=names[0], new=names[1])
    return Page(
        address=view.origin,
        language=language,
        title=f"{new.title}：{title}",
        description=words.sentence([old.title, new.title, title]),
        html=lambda: _html(view, policy, context.policies.get(old.policy, policy), old, new),
        contents=(Heading(words("compare.stats"), "stats"), Heading(words("compare.changes"), "changes")),
        alternates=context.addresses.alternates(language, address),
        indexed=not policy.sample,
        scripts=("page.js", "compare.js"),
    )


def _html(view: View, policy: Policy, other: Policy, old: Version, new: Version) -> str:
    context = view.context
    comparison = context.compared(old.body, new.body)
    names = (context.called(old.body), context.called(new.body))
    return view.render(
        "comparison.html",
        policy=policy,
        other=other,
        old=old,
        new=new,
        report=comparison,
        runs=list(_runs(comparison)),
        values=_values(comparison),
        stats=counts(comparison),
        grades=_grades(comparison),
        renumbered=[change for change in comparison.changes if _has_new_place(change)],
        citations=_citations(comparison),
        same=not any(map(changed, comparison.changes)),
        pieces=pieces,
        new_side=new_side,
        flags=_flags,
        chapters=lambda change: _chapters(change, names),
        word=view.to_file(word_address(old, new)) if has_word_file(context, old, new) else None,
        word_name=word_name(old, new),
        data=view.to_file(f"{compare_address(old, new)}index.json"),
        choosing=choosing_link(view, policy),
        pairs=[pair for pair in context.pairs_of(policy.id) if pair[0].policy == policy.id],
    )


def changed(change: Change) -> bool:
    """Tell whether a change is one for a reader: neither untouched nor different in typography alone."""
    return change.operation is not Operation.UNCHANGED


def _shown(change: Change) -> bool:
    return changed(change) or change.grade is not None


def _runs(comparison: Comparison) -> Iterator[Run]:
    for shown, group in groupby(comparison.changes, key=_shown):
        yield Run(not shown, tuple(group))


def counts(comparison: Comparison) -> list[tuple[str, int]]:
    """Count the changes by operation, in the order of the operations."""
    found = Counter(change.operation for change in comparison.changes)
    return [(operation.value, found[operation]) for operation in Operation if found[operation]]


def _grades(comparison: Comparison) -> list[tuple[str, int]]:
    """Count what is shown by grade, the gravest first."""
    found = Counter(change.grade or Grade.EDITORIAL for change in comparison.changes if _shown(change))
    return [(grade.value, found[grade]) for grade in _GRADES if found[grade]]


def _values(comparison: Comparison) -> list[ValueRow]:
    """Return the table of values that changed, without those that are told once as a term replaced throughout."""
    terms = {(term.old, term.new) for term in comparison.terms}
    return [value for value in values_of(comparison) if (value.old, value.new) not in terms]


def _has_new_place(change: Change) -> bool:
    return bool(change.old and change.new) and (change.flags.renumbered or change.operation in _ELSEWHERE)


def _citations(comparison: Comparison) -> list[CitationChange]:
    """Return the citations to look at: those that follow their article's new number say nothing new."""
    return [citation for citation in comparison.citations if citation.fate in _TOLD]


def _flags(change: Change) -> list[str]:
    """Return what else happened to a clause, where the operation does not say it already."""
    named = {Operation.RENUMBERED: "renumbered", Operation.MOVED: "moved"}.get(change.operation)
    names = ("renumbered", "moved")
    return [name for name in names if getattr(change.flags, name) and name != named]


def _chapters(change: Change, names: tuple[Mapping[str, Called], Mapping[str, Called]]) -> tuple[str, str] | None:
    """Return the divisions a clause stood in and stands in now, where it went from one into another."""
    if not change.flags.chapter_changed or not change.old_paths or not change.new_paths:
        return None
    homes = (
        _home(path, called) for path, called in zip((change.old_paths[0], change.new_paths[0]), names, strict=True)
    )
    old, new = homes
    return (old, new) if old and new and old != new else None


def _home(path: str, names: Mapping[str, Called]) -> str:
    above = path.rpartition("__")[0]
    return names[above].chinese if above in names else ""
