"""Test the promises of a pack; the tests of every pack's package import this module.

A pack's test calls :func:`broken_promises` with labels of articles as its language prints them, in order, and asserts
that the result is empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from yange.law.aspects.numbers import NumberForm
from yange.law.grammar import Grammar
from yange.law.numbers import numbers_of
from yange.numbering import ClauseNumber, NumberedUnit, NumberStyle

__all__ = ["broken_promises"]

_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?")
_SAMPLES = (
    "",
    "1. 2. 3.",
    "第一条　渡口由市管理。",
    "Article 1. The berth is the city's.",
    "Điều 1. Bến phà.",
    "\u200b",
)
_OUTLINES, _DEPTHS = range(6), range(-1, 9)
_NOT_PATTERNS = frozenset({"last"})
"""String fields that are not sources of patterns."""


def broken_promises(grammar: Grammar, articles: Sequence[str] = ()) -> tuple[str, ...]:
    """Return each promise of :class:`~yange.law.grammar.Grammar` that a pack breaks, as a sentence.

    ``articles`` are labels of articles in the order of a text (``Artikolo 1``, ``Artikolo 2``): each must be read whole
    and follow the one before it.
    """
    return (
        *_identity(grammar),
        *_aspects(grammar),
        *_shares(grammar),
        *_numbers(grammar),
        *_patterns("divisions", grammar.divisions),
        *_labels(grammar, articles),
    )


def _identity(grammar: Grammar) -> Iterator[str]:
    if not _TAG.fullmatch(grammar.tag):
        yield f"tag: {grammar.tag!r} is no BCP 47 tag such as fr, zh-Hant or de-AT"
    if grammar.tag in grammar.also or len(set(grammar.also)) < len(grammar.also):
        yield "also: names the pack itself, or a pack twice"
    for place in grammar.places:
        if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", place):
            yield f"places: {place!r} is no beginning of a policy's id"


def _aspects(grammar: Grammar) -> Iterator[str]:
    names = [name for name, value in vars(Grammar).items() if isinstance(value, property)]
    for name in names:
        if getattr(grammar, name, None) is None:
            yield f"{name}: missing; derive from yange.law.empty.EmptyGrammar, which has an empty one"


def _shares(grammar: Grammar) -> Iterator[str]:
    for sample in _SAMPLES:
        share = grammar.share(sample)
        if not 0 <= share <= 1:
            yield f"share: {share} of {sample!r} is not between 0 and 1"
        if share != grammar.share(sample):
            yield f"share: two answers for {sample!r}"
    if grammar.share(""):
        yield "share: an empty text is in no language"


def _numbers(grammar: Grammar) -> Iterator[str]:
    numbers = grammar.numbers
    followed = [style for rule in (*numbers.references, *numbers.perhaps) for style in sorted(rule.styles)]
    styles = [*numbers.articles, *numbers.within, *followed]
    yield from _styles(styles)
    for style in numbers.articles:
        if style.unit in (NumberedUnit.ITEM, NumberedUnit.ARTICLE_PARAGRAPH):
            yield f"numbers.articles: {style} numbers items"
    for form in numbers.forms:
        yield from _form(form)
    for rule in (*numbers.references, *numbers.perhaps):
        yield from _source("numbers.references", rule.pattern)
    for name in ("measures", "to", "and_"):
        yield from _source(f"numbers.{name}", getattr(numbers, name))


def _styles(styles: Sequence[NumberStyle]) -> Iterator[str]:
    known: dict[str, NumberStyle] = {}
    for style in styles:
        same = known.setdefault(str(style), style)
        if (same.unit, same.outline, same.depth) != (style.unit, style.outline, style.depth):
            yield f"numbers: two styles are called {style}"
        if style.outline not in _OUTLINES or style.depth not in _DEPTHS:
            yield f"numbers: {style} has an outline or a depth that no text has"
        listed = style.unit is NumberedUnit.ITEM or (style.unit is NumberedUnit.ARTICLE_PARAGRAPH and style.depth < 0)
        if not listed and (style.outline or style.depth >= 0):
            yield f"numbers: {style} is no item and has an outline or a depth"


def _form(form: NumberForm) -> Iterator[str]:
    if not form.begins:
        yield f"numbers.forms: nothing begins {form.pattern.pattern!r}"
    if form.pattern.match(""):
        yield f"numbers.forms: {form.pattern.pattern!r} matches nothing at all"


def _source(name: str, source: str) -> Iterator[str]:
    """Yield a sentence for each mistake in the source of a pattern; an empty source has none."""
    if not source:
        return
    try:
        pattern = re.compile(source)
    except re.error as wrong:
        yield f"{name}: {wrong}"
        return
    if pattern.match(""):
        yield f"{name}: {source!r} matches an empty text, so every line would be one"


def _patterns(name: str, table: Any) -> Iterator[str]:
    for field in fields(table):
        value, called = getattr(table, field.name), f"{name}.{field.name}"
        if is_dataclass(value):
            yield from _patterns(called, value)
        elif field.name in _NOT_PATTERNS:
            continue
        elif type(value) is str:
            yield from _source(called, value)
        elif isinstance(value, tuple):
            yield from (wrong for source in value for wrong in _source(called, source))
    if name == "divisions.annexes":
        for source in table.headings:
            if "(?P<n>" not in source:
                yield f"{name}.headings: {source!r} has no group n for the number of the annex"


def _labels(grammar: Grammar, articles: Sequence[str]) -> Iterator[str]:
    if not articles:
        return
    reader, before = numbers_of((grammar,)), None
    for label in articles:
        found: ClauseNumber | None = next((n for n in reader.all(label) if n.style in grammar.numbers.articles), None)
        if found is None or found.raw != label:
            yield f"numbers: {label!r} is not read whole as the number of an article"
            continue
        if reader.refers(label, found):
            yield f"numbers: {label!r} alone in its line is taken for a reference"
        if not found.follows(before):
            yield f"numbers: {label!r} does not follow {before or 'nothing, as a first article does'}"
        before = found
