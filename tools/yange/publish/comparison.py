"""The page of a comparison: what changed between two texts, clause by clause, with the words that came and went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from yange.compare.report import Change, Comparison, Operation, ValueChange
from yange.model import Policy, Version
from yange.publish.addresses import compare_address
from yange.publish.context import Context, View
from yange.publish.page import Heading, Page
from yange.publish.pieces import pieces

__all__ = ["comparison_page"]

_FOLDED = 3


@dataclass(frozen=True, slots=True)
class Run:
    """Changes that stand together; ``folded`` where none of them changed."""

    folded: bool
    changes: Sequence[Change]


def comparison_page(context: Context, policy: Policy, old: Version, new: Version, language: str) -> Page:
    """Return the page that compares two texts; ``policy`` is that of the newer one."""
    address = compare_address(old, new)
    view = context.view(language, address)
    words = view.words
    names = (view.wording.version_day(old), view.wording.version_day(new))
    title = words("compare.title", old=names[0], new=names[1])
    other = context.policies.get(old.policy)
    return Page(
        address=view.origin,
        language=language,
        title=f"{new.title}：{title}",
        description=words.sentence([old.title, new.title, title]),
        html=lambda: _html(view, policy, other or policy, old, new),
        contents=(Heading(words("compare.stats"), "stats"), Heading(words("compare.changes"), "changes")),
        alternates=context.addresses.alternates(language, address),
        indexed=not policy.sample,
    )


def _html(view: View, policy: Policy, other: Policy, old: Version, new: Version) -> str:
    comparison = view.context.compared(old.body, new.body)
    return view.render(
        "comparison.html",
        policy=policy,
        other=other,
        old=old,
        new=new,
        report=comparison,
        runs=list(_runs(comparison)),
        values=_values(comparison),
        stats=_stats(comparison),
        same=all(change.operation is Operation.UNCHANGED for change in comparison.changes),
        pieces=pieces,
        flags=_flags,
    )


def _runs(comparison: Comparison) -> Iterator[Run]:
    for same, group in groupby(comparison.changes, key=lambda change: change.operation is Operation.UNCHANGED):
        yield Run(same, tuple(group))


def _stats(comparison: Comparison) -> list[tuple[str, int]]:
    """Count the changes by operation, in the order of the operations."""
    counts = [
        (operation.value, sum(change.operation is operation for change in comparison.changes))
        for operation in Operation
    ]
    return [(name, count) for name, count in counts if count]


def _values(comparison: Comparison) -> list[ValueChange]:
    """Return the values that changed, without those that are told once as a term replaced throughout."""
    terms = {(term.old, term.new) for term in comparison.terms}
    return [value for value in comparison.values if (value.old, value.new) not in terms]


def _flags(change: Change) -> list[str]:
    """Return what else happened to a clause, where the operation does not say it already."""
    named = {Operation.RENUMBERED: "renumbered", Operation.MOVED: "moved"}.get(change.operation)
    names = ("renumbered", "moved", "chapter_changed")
    return [name for name in names if getattr(change.flags, name) and name != named]
