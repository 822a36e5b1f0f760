"""The page of a comparison: side by side and inline, with filters that need no script."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from yange.compare.result import Change
from yange.model import Policy, Version
from yange.publish.addresses import annotated_address, compare_address, word_address
from yange.publish.context import SiteContext, SiteView
from yange.publish.page import Heading, Page
from yange.publish.pages.annotated import annotated_text
from yange.publish.pages.choose_two import choosing_link
from yange.publish.parts.change_quotes import ChangeQuotes
from yange.publish.parts.change_rows import Run, Shown, shown_comparison
from yange.publish.parts.long_pages import LONG
from yange.publish.parts.marked_words import new_side, pieces
from yange.reports.rows import ValueRow
from yange.timeline.line import orders_between

__all__ = ["comparison_page"]

_OFFERED = 0.05
"""A pair that shares less of its words than this is not suggested as a possible match."""


def comparison_page(context: SiteContext, policy: Policy, old: Version, new: Version, language: str) -> Page:
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


def _html(view: SiteView, policy: Policy, other: Policy, old: Version, new: Version) -> str:
    context = view.context
    comparison = context.compared(old.body, new.body)
    shown = _shown(context, old, new)
    return view.render(
        "comparison.html",
        policy=policy,
        other=other,
        old=old,
        new=new,
        orders=view.words.series([view.wording.order(order) for order in orders_between(old, new)]),
        report=comparison,
        long=len(comparison.changes) > LONG,
        runs=shown.runs,
        annotated=view.to(annotated_address(policy.id)) if annotated_text(context, policy) == new else None,
        rows=[row for run in shown.runs for row in run.rows],
        apart=shown.apart,
        quotes=ChangeQuotes(view, old, new),
        called=lambda change: _called(view, change),
        values=[(value, _places(view, value)) for value in shown.values],
        stats=shown.stats,
        grades=shown.grades,
        renumbered=shown.renumbered,
        citations=shown.citations,
        same=shown.same,
        suggestions=[edge for edge in comparison.suggestions if edge.share >= _OFFERED],
        series=lambda labels: _series(view, labels),
        pieces=pieces,
        new_side=new_side,
        names_of=lambda run: _names_of(view, run),
        word=view.to_file(word_address(old, new)) if context.has_word_file(old, new) else None,
        word_name=_word_name(old, new),
        data=view.to_file(f"{compare_address(old, new)}index.json"),
        choosing=choosing_link(view, policy),
        pairs=[pair for pair in context.pairs.of(policy.id) if pair[0].policy == policy.id],
    )


def _word_name(old: Version, new: Version) -> str:
    """Return what the Word file is called once it is on a reader's own machine."""
    return f"{new.policy.rpartition('/')[2]}.{old.key}.{new.key}.docx"


def _shown(context: SiteContext, old: Version, new: Version) -> Shown:
    return context.lately(
        compare_address(old, new),
        lambda: shown_comparison(
            context.compared(old.body, new.body), (context.called(old.body), context.called(new.body))
        ),
    )


def _called(view: SiteView, change: Change) -> Markup:
    """Return as HTML what the clauses of a change are called: on both sides if they differ."""
    sides = (
        [change.old, change.new]
        if change.old and change.new and change.old != change.new
        else [change.new or change.old]
    )
    return Markup(" → ").join(_series(view, side) for side in sides)


def _names_of(view: SiteView, run: Run) -> Markup:
    """Return as HTML which clauses are in a run: the first and the last of them."""
    first, last = run.changes[0], run.changes[-1]
    names = [first.new, last.new] if len(run.changes) > 1 else [first.new]
    return escape(view.words("through")).join(view.label(view.words.series(labels)) for labels in names)


def _places(view: SiteView, value: ValueRow) -> Markup:
    """Return as HTML the clauses that contain a value, on both sides if they differ."""
    old, new = list(filter(None, value.at_old)), list(filter(None, value.at_new))
    sides = [_series(view, side) for side in ((old, new) if new != old else (old,)) if side]
    return Markup(" → ").join(sides)


def _series(view: SiteView, labels: Sequence[str]) -> Markup:
    return escape(view.words.series(["", ""])).join(map(view.label, labels))
