"""A comparison as Markdown for a pull request or an issue: GitHub's dialect, with HTML where Markdown has no syntax.

The texts are data. Every character that has a meaning in Markdown, HTML or a forge is written as a character reference,
which CommonMark (6.2, entity and numeric character references) never reads as structure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from yange.characters import visible
from yange.reports.change_notes import Notes
from yange.reports.rows import ChangeRow, Fold, MarkedSpan, Passage, WordMark, rows, stats, values_of
from yange.reports.sides import Report, ReportSide
from yange.reports.words import ReportWords

__all__ = ["inert", "markdown"]

_TAGS = {WordMark.GONE: "del", WordMark.COME: "ins"}
_SIGNS = re.compile(r"[\\`*_{}\[\]<>&\"'|~$^#@!]|:(?=\S)|(?<=\bwww)\.")
_AT_START = re.compile(r"(?m)^[ ]*([-+=]|\d+(?=[.)])|)")
_MENTION = re.compile(r"&#(?:35|64);(?=\w)|(?<=\bGH)-(?=\d)")


def inert(text: str) -> str:
    """Return ``text`` escaped, so that inline Markdown shows it literally.

    Line ends stay; mentions and issue numbers of a forge are broken by an empty comment, which prints nothing.
    """
    plain = visible(text).replace("\t", " ")
    plain = _SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", plain)
    plain = _AT_START.sub(lambda found: _spelled(found[1]), plain)
    return _MENTION.sub(lambda found: f"{found[0]}<!-- -->", plain)


def _spelled(signs: str) -> str:
    return f"&#{ord(signs[0])};{signs[1:]}" if signs else ""


def markdown(report: Report) -> str:
    """Return the comparison as Markdown; unchanged clauses are folded in ``<details>``."""
    return "\n\n".join(_blocks(report)) + "\n"


def _blocks(report: Report) -> Iterator[str]:
    words, comparison = report.words, report.comparison
    notes = Notes(comparison, words)
    yield f"## {words('report')}"
    yield "\n".join(
        f"- **{words(name)}**{words('colon')}{_side(report, side)}"
        for side, name in ((report.old, "old-side"), (report.new, "new-side"))
    )
    counts = [f"{words(f'operation.{operation.value}')} {count}" for operation, count in stats(comparison)]
    yield f"**{words('summary')}**{words('colon')}{words('comma').join(counts)}"
    yield from map(inert, report.notes)
    yield from _terms(report)
    yield from _values(report)
    yield f"### {words('changes')}"
    for row in rows(comparison, editorial=report.editorial):
        yield from _fold(row, notes, report) if isinstance(row, Fold) else _row(row, notes, report)


def _side(report: Report, side: ReportSide) -> str:
    facts = report.facts(side)
    return inert(side.called) + (report.words("bracketed", text=inert(facts)) if facts else "")


def _terms(report: Report) -> Iterator[str]:
    words = report.words
    if report.comparison.terms:
        yield f"**{words('terms')}**"
        yield "\n".join(f"- {inert(words.term(term))}" for term in report.comparison.terms)


def _values(report: Report) -> Iterator[str]:
    words, values = report.words, values_of(report.comparison)
    if values:
        names = [words(name) for name in ("kind", "was", "now", "at-old", "at-new")]
        lines = [f"| {' | '.join(names)} |", f"|{' --- |' * len(names)}"]
        for value in values:
            places = (words.places(labels, value.cell) for labels in (value.at_old, value.at_new))
            cells = (words.named(f"kind.{value.kind}", value.kind), value.old, value.new, *places)
            lines.append(f"| {' | '.join(inert(cell).replace(chr(10), ' ') for cell in cells)} |")
        yield f"**{words('values')}**"
        yield "\n".join(lines)


def _fold(fold: Fold, notes: Notes, report: Report) -> Iterator[str]:
    # the summary is raw HTML, in which character references work, too
    yield f"<details><summary>{_one_line(notes.fold(fold))}</summary>"
    for row in fold.rows:
        for passage in row.new:
            yield _passage(passage, report.words, report.new)
    yield "</details>"


def _row(row: ChangeRow, notes: Notes, report: Report) -> Iterator[str]:
    change, words = row.change, report.words
    if row.heading and not notes.of(row):
        yield f"#### {' '.join(_passage(passage, words, report.new) for passage in row.new)}"
        return
    old, new = words.series(change.old), words.series(change.new)
    name = old if old == new or not new else words("became", old=old, new=new) if old else new
    yield f"#### {_one_line(name or words('label.none'))}　{words(f'operation.{change.operation.value}')}"
    said = notes.of(row)[1:]
    if said:
        yield f"*{inert(words('semicolon').join(said))}*"
    if len(row.old) == len(row.new) == 1:
        gone = report.old.marks.get(row.old[0].path, "") if row.new[0].path not in report.new.marks else ""
        before = f"{inert(words('old') + words('colon') + gone)} " if gone else ""
        yield _label(row.new[0], words, report.new) + before + _spans(row.woven)
        return
    for passages, side, tag in ((row.old, report.old, "old"), (row.new, report.new, "new")):
        if row.old and row.new:
            yield f"**{words(tag)}**"
        for passage in passages:
            yield _passage(passage, words, side)


def _one_line(text: str) -> str:
    return inert(" ".join(text.split("\n")))


def _passage(passage: Passage, words: ReportWords, side: ReportSide) -> str:
    return _label(passage, words, side) + _spans(passage.spans)


def _spans(spans: Iterable[MarkedSpan]) -> str:
    return "".join(_marked(span.text, _TAGS[span.mark]) if span.mark in _TAGS else _lines(span.text) for span in spans)


def _label(passage: Passage, words: ReportWords, side: ReportSide) -> str:
    """Return the label of a clause, and whether it is out of force."""
    mark = side.marks.get(passage.path, "")
    said = f"*{inert(mark)}* " if mark else ""
    if not passage.label:
        return said
    label = inert(words.label(passage.label))
    return (f"**{label}** " if passage.printed else f"**&#91;{label}&#93;** ") + said


def _marked(text: str, tag: str) -> str:
    """Return changed words; a mark ends at the line end, because a line end within a tag may end the paragraph."""
    lines = text.split("\n")
    return "<br>\n".join(f"<{tag}>{_within(line)}</{tag}>" if line else "" for line in lines)


def _lines(text: str) -> str:
    return "<br>\n".join(_within(line) for line in text.split("\n"))


def _within(piece: str) -> str:
    """Return a piece of a line, with the blank that separates it from the word before."""
    return (" " if piece.startswith(" ") else "") + inert(piece)
