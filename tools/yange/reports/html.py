"""A comparison as an HTML fragment, with the class names of the site's stylesheet."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence

from yange.characters import visible
from yange.reports.change_notes import Notes
from yange.reports.rows import ChangeRow, Fold, Passage, WordMark, rows, stats, values_of
from yange.reports.sides import Report, ReportSide
from yange.reports.words import ReportWords

__all__ = ["html_fragment"]

_TAGS = {WordMark.GONE: "del", WordMark.COME: "ins"}


def html_fragment(report: Report) -> str:
    """Return one ``<section>`` for any page; every word of the texts is escaped."""
    words, comparison = report.words, report.comparison
    notes = Notes(comparison, words)
    parts = [
        f'<section class="y-comparison" lang="{words.html_language}">',
        f"<h2>{_escape(words('report'))}</h2>",
        '<dl class="y-sides">',
        *(_side(report, side, words(name)) for side, name in ((report.old, "old-side"), (report.new, "new-side"))),
        "</dl>",
        f"<p>{_escape(_summary(report))}</p>",
        f'<p class="y-meta">{_escape(_legend(report))}</p>',
        *_terms(report),
        *_values(report),
        '<table class="y-table">',
        "<thead><tr>" + "".join(f'<th scope="col">{words(name)}</th>' for name in ("old", "new", "notes")),
        "</tr></thead>",
        "<tbody>",
    ]
    for row in rows(comparison, editorial=report.editorial):
        parts.append(_fold(row, notes, report) if isinstance(row, Fold) else _row(row, notes, report))
    return "\n".join([*parts, "</tbody>", "</table>", "</section>", ""])


def _side(report: Report, side: ReportSide, name: str) -> str:
    facts = report.facts(side)
    said = f' <span class="y-meta">{_escape(facts)}</span>' if facts else ""
    return f"<dt>{_escape(name)}</dt><dd>{_escape(side.called)}{said}</dd>"


def _summary(report: Report) -> str:
    words = report.words
    counts = [f"{words(f'operation.{operation.value}')} {count}" for operation, count in stats(report.comparison)]
    return words("comma").join(counts)


def _legend(report: Report) -> str:
    return report.words.between_sentences.join((report.words("legend"), *report.notes))


def _terms(report: Report) -> Iterator[str]:
    words, terms = report.words, report.comparison.terms
    if terms:
        yield f"<p>{words('terms')}{words('colon')}</p>"
        yield '<ul class="y-plain">'
        for term in terms:
            yield f"<li>{_escape(words.term(term))}</li>"
        yield "</ul>"


def _values(report: Report) -> Iterator[str]:
    words, values = report.words, values_of(report.comparison)
    if values:
        yield f"<details><summary>{words('values')}{words('bracketed', text=len(values))}</summary>"
        yield '<table class="y-values">'
        names = ("kind", "was", "now", "at-old", "at-new")
        yield "<thead><tr>" + "".join(f'<th scope="col">{words(name)}</th>' for name in names) + "</tr></thead>"
        yield "<tbody>"
        for value in values:
            cells = (
                _escape(words.named(f"kind.{value.kind}", value.kind)),
                f"<del>{_escape(value.old)}</del>" if value.old else "",
                f"<ins>{_escape(value.new)}</ins>" if value.new else "",
                *(_escape(words.places(labels, value.cell)) for labels in (value.at_old, value.at_new)),
            )
            yield "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
        yield "</tbody></table></details>"


def _fold(fold: Fold, notes: Notes, report: Report) -> str:
    inside = "\n".join(_cell(row.new, report.words, report.new.marks) for row in fold.rows)
    said = _escape(notes.fold(fold))
    return (
        f'<tr class="y-op-{fold.operation.value}"><td colspan="3"><details class="y-unchanged">'
        f"<summary>{said}</summary>\n{inside}\n</details></td></tr>"
    )


def _row(row: ChangeRow, notes: Notes, report: Report) -> str:
    said = "".join(f"<li>{_escape(note)}</li>" for note in notes.of(row))
    operation = row.change.operation.value
    old, new = _cell(row.old, report.words, report.old.marks), _cell(row.new, report.words, report.new.marks)
    return (
        f'<tr class="y-change y-op-{operation}">\n<td>{old}</td>\n<td>{new}</td>\n'
        f'<td><ul class="y-plain">{said}</ul></td>\n</tr>'
    )


def _cell(passages: Sequence[Passage], words: ReportWords, marks: Mapping[str, str]) -> str:
    return "\n".join(_passage(passage, words, marks.get(passage.path, "")) for passage in passages)


def _passage(passage: Passage, words: ReportWords, mark: str) -> str:
    label = words.label(passage.label) if passage.label else ""
    shown = label if passage.printed or not label else f"[{label}]"
    head = f"<strong>{_escape(shown)}</strong>　" if shown else ""
    head += f'<span class="y-meta">{_escape(mark)}</span> ' if mark else ""
    pieces = []
    for span in passage.spans:
        tag = _TAGS.get(span.mark)
        text = _escape(span.text).replace("\n", "<br>")
        pieces.append(f"<{tag}>{text}</{tag}>" if tag else text)
    return f'<p class="y-diff">{head}{"".join(pieces)}</p>'


def _escape(text: str) -> str:
    """Return words as HTML in which every character is visible: invisible ones and direction marks are escaped."""
    return html.escape(visible(text))
