"""The Word file beside a comparison page: the table that lawyers exchange, as ``yange compare`` makes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import import_module

from yange.model import Version
from yange.publish.addresses import word_address
from yange.publish.assets import Asset
from yange.publish.context import SiteContext
from yange.reports import Report, ReportSide
from yange.reports.words import ReportWords
from yange.timeline.line import orders_between
from yange.withdrawn import clause_marks, marks_of

__all__ = ["word_file"]


def word_file(context: SiteContext, old: Version, new: Version) -> Asset:
    """Return the file, in the language of the newer text. The same texts give the same bytes."""
    language = new.language if new.language in context.settings.languages else context.settings.languages[0]
    comparison = context.compared(old.body, new.body)
    words = ReportWords(language).of_texts(comparison)
    orders = tuple(map(words.order, orders_between(old, new)))
    older = _side(context, old, language, [path for change in comparison.changes for path in change.old_paths])
    newer = _side(context, new, language, [path for change in comparison.changes for path in change.new_paths])
    report = Report(older, replace(newer, orders=orders), comparison, words)
    return Asset(word_address(old, new), _printer()(report))


def _side(context: SiteContext, version: Version, language: str, paths: Sequence[str]) -> ReportSide:
    sample = context.policies[version.policy].sample
    name = f"{version.policy}@{version.key}"
    outs = marks_of(context.timeline.outs(version), context.on, language)
    return ReportSide(
        name,
        version.title,
        version.number,
        version.effective,
        sample,
        outs=outs,
        marks=clause_marks(context.withdrawn(version), paths, context.on, language) if outs else {},
        condition=version.condition,
    )


def _printer() -> Callable[[Report], bytes]:
    """Return what prints a Word file; loaded when the first one is asked for, because its parts load slowly."""
    printer: Callable[[Report], bytes] = import_module("yange.reports.docx").docx_file
    return printer
