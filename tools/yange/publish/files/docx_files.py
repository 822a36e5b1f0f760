"""The Word file beside a comparison page: the table that lawyers exchange, as ``yange compare`` makes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module

from yange.model import Version
from yange.publish.addresses import compare_address
from yange.publish.assets import Asset
from yange.publish.context import SiteContext
from yange.publish.facts.compared_pairs import is_near
from yange.reports import Report, ReportSide
from yange.reports.words import ReportWords
from yange.timeline.line import orders_between
from yange.withdrawn import marks_of

__all__ = ["has_word_file", "word_address", "word_file", "word_name"]

_NAME = "table.docx"


def has_word_file(context: SiteContext, old: Version, new: Version) -> bool:
    """Tell whether a comparison page has a Word file: where the setting asks for them and the texts stand near."""
    return context.settings.word_files and is_near(context.policies[new.policy], old, new)


def word_address(old: Version, new: Version) -> str:
    """Return the address of the Word file, without language: one file serves the pages of all languages."""
    return f"{compare_address(old, new)}{_NAME}"


def word_name(old: Version, new: Version) -> str:
    """Return what the file is called once it is on a reader's own machine."""
    return f"{new.policy.rpartition('/')[2]}.{old.key}.{new.key}.docx"


def word_file(context: SiteContext, old: Version, new: Version) -> Asset:
    """Return the file, in the language of the newer text. The same texts give the same bytes."""
    language = new.language if new.language in context.settings.languages else context.settings.languages[0]
    words = ReportWords(language)
    orders = tuple(map(words.order, orders_between(old, new)))
    sides = _side(context, old, language), replace(_side(context, new, language), orders=orders)
    report = Report(*sides, context.compared(old.body, new.body), words)
    return Asset(word_address(old, new), _printer()(report))


def _side(context: SiteContext, version: Version, language: str) -> ReportSide:
    sample = context.policies[version.policy].sample
    name = f"{version.policy}@{version.key}"
    outs = marks_of(context.timeline.outs(version), context.on, language)
    return ReportSide(name, version.title, version.number, version.effective, sample, outs=outs)


def _printer() -> Callable[[Report], bytes]:
    """Return what prints a Word file; loaded when the first one is asked for, because its parts load slowly."""
    printer: Callable[[Report], bytes] = import_module("yange.reports.docx").docx_file
    return printer
