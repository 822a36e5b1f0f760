"""Find lines that begin like a number but open no clause: a form that is not read is reported."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yange.law import law_named
from yange.law.others import COUNTED_WORD, GOES_ON, HAN_GOES_ON, LATIN_ORDINALS, OF_ARTICLES, UNREAD_LABELS
from yange.model import ClauseKind as Kind
from yange.model import Provisions
from yange.parse.evidence import begins_cleanly, closes_sentence, is_lettered_caption
from yange.parse.markdown import blocks
from yange.parse.marks import Line, read_lines
from yange.parse.quotes import mark_quotations
from yange.parse.rules import rules_of
from yange.parse.text import above_label

__all__ = ["UnreadLine", "lacks_clauses", "unread_labels"]

_SHORT = 30
_SHOWN = 24
_FEWEST_COUNTED = 3
_OF_UNITS = frozenset({"unit", "han", "korean"})
_APART = frozenset({Kind.TITLE, Kind.CAPTION, Kind.COVER, Kind.CLOSING, Kind.TABLE})
_OPENED = frozenset({Kind.ANNEX, Kind.NOTE})


@dataclass(frozen=True, slots=True)
class UnreadLine:
    """A line that begins like a number but opened no clause: its offset, its words, its number and the kind of number.

    ``form`` is ``unit`` (Artículo 5), ``han`` (第二条の二), ``korean``, ``listed`` (1. （一）), ``letter``,
    ``sign`` (①), ``dotted`` (2.1.1) or ``bare`` (2).
    """

    start: int
    words: str
    label: str
    form: str


def unread_labels(provisions: Provisions) -> tuple[UnreadLine, ...]:
    """Return the lines that begin like a number in any script but opened no clause, in order of the text.

    Lines that are surely not labels are left out: references, amounts, days, tables, quotations, tables of contents,
    the title block, the list of annexes, and lines in the middle of a sentence.
    """
    text = provisions.text
    rules = rules_of(law_named(provisions.language))
    lines = read_lines(text, blocks(text, rules.bold), rules) if provisions.root.children else []
    mark_quotations(lines)
    opened, apart = _places(provisions)
    return tuple(_found(lines, opened, apart))


def _counted_words(lines: Sequence[Line], free: Sequence[int]) -> set[int]:
    """Return the lines that begin with the same word and a number counting from 1: Artikolo 1, Artikolo 2, Artikolo 3.

    Such a word is the name of articles in some language.
    """
    found: dict[str, list[tuple[int, int]]] = {}
    for at in free:
        match = COUNTED_WORD.match(lines[at].plain)
        if match and begins_cleanly(lines, at):
            found.setdefault(match["word"], []).append((at, int(match["n"])))
    counted: set[int] = set()
    for places in found.values():
        numbers = [number for _, number in places]
        if all(number in numbers for number in range(1, _FEWEST_COUNTED + 1)):
            counted.update(at for at, _ in places)
    return counted


def lacks_clauses(provisions: Provisions, title: str = "") -> bool:
    """Return whether no clause was recognised in a text that should have some.

    It should have some if its title is that of an instrument with articles, or if its lines begin like numbers; a
    letter or a short notice need not. A text without articles also lacks them if more of its lines begin with unread
    names of units (Artikolo 5) than units were found: those are entries of lists.
    """
    if not provisions.root.children or any(clause.kind is Kind.ARTICLE for clause in provisions.primary):
        return False
    unread = unread_labels(provisions)
    if provisions.primary:
        return sum(one.form in _OF_UNITS for one in unread) > len(provisions.primary)
    if unread:
        return True
    own = next((c for c in provisions.root.children if c.kind is Kind.TITLE), None)
    printed = provisions.text[own.start : own.own_end].strip() if own else ""
    named = any(OF_ARTICLES.search(name.strip()) for name in (title, printed) if name)
    paragraphs = sum(clause.kind in {Kind.PREAMBLE, Kind.PARAGRAPH} for clause in provisions.walk())
    return named and paragraphs >= 2


def _places(provisions: Provisions) -> tuple[frozenset[int], Sequence[tuple[int, int]]]:
    """Return the offsets of clauses, and the spans without labels; a table of contents counts as a long heading."""
    opened: set[int] = set()
    apart: list[tuple[int, int]] = []
    for clause in provisions.walk():
        if clause.number is not None or clause.kind in _OPENED:
            opened.update((clause.start, above_label(provisions, clause)))
        if clause.kind is Kind.HEADING:
            opened.add(clause.start)
        if clause.kind in _APART:
            apart.append((clause.start, clause.end))
        elif clause.kind is Kind.HEADING and "\n" in provisions.text[clause.start : clause.own_end].strip():
            apart.append((clause.start, clause.own_end))
    return frozenset(opened), apart


def _found(lines: Sequence[Line], opened: frozenset[int], apart: Sequence[tuple[int, int]]) -> Iterator[UnreadLine]:
    free = list(_free(lines, opened, apart))
    counted = _counted_words(lines, free)
    for at in free:
        line = lines[at]
        match = UNREAD_LABELS.match(line.plain)
        known = match is not None and not _is_other(lines, at, match)
        match = match if known else COUNTED_WORD.match(line.plain) if at in counted else None
        if match is not None:
            form = (match.lastgroup or "") if known else "unit"
            yield UnreadLine(line.block.content, line.plain[: match.end() + _SHOWN], match[0].strip(), form)


def _free(lines: Sequence[Line], opened: frozenset[int], apart: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Yield the lines that opened no clause and are outside the spans without labels."""
    spans = iter(sorted(apart))
    span = next(spans, None)
    for at, line in enumerate(lines):
        start = line.block.start
        while span is not None and span[1] <= start:
            span = next(spans, None)
        aside = span is not None and span[0] <= start
        if not (aside or start in opened or line.is_quoted(0) or line.plain.startswith("|")):
            yield at


def _is_other(lines: Sequence[Line], at: int, match: re.Match[str]) -> bool:
    """Return whether a possible label is something else: a reference, an amount, or the middle of a sentence."""
    line, form, end = lines[at], match.lastgroup, match.end()
    if (
        not _begins(lines, at)
        or is_lettered_caption(lines, at)
        or any(line.refers(number) for number in line.numbers())
    ):
        return True
    if form == "unit":
        small = line.plain[end : end + 2].strip()[:1].islower() and not match[0].endswith(".")
        return GOES_ON.match(line.plain, end) is not None or (small and not LATIN_ORDINALS.match(line.plain, end))
    if form in {"han", "korean"}:
        return (HAN_GOES_ON if form == "han" else GOES_ON).match(line.plain, end) is not None
    if form in {"dotted", "bare"}:
        rest = line.plain[end:].strip()
        worded = bool(rest) and (rest[0].isalpha() or rest[0] in '“"「《（([—')
        return not worded or line.rules.numbers.measured(line.plain, end) or (form == "bare" and rest[0].islower())
    return False


def _begins(lines: Sequence[Line], at: int) -> bool:
    """Return whether a line begins a paragraph: the line above ends one, or is as short as a heading."""
    if at == 0 or not begins_cleanly(lines, at):
        return at == 0
    above = lines[at - 1]
    if above.block.level or closes_sentence(above) or above.plain[-1] in "：:":
        return True
    return len(above.plain) <= _SHORT and above.plain[-1] not in "，、,"
