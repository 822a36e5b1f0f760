"""The comparison of two texts for callers: rows, machine output, and files of every form."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from importlib import import_module
from itertools import pairwise
from pathlib import Path

from yange.api.changes import ClauseChange, change_rows
from yange.api.rows import Rows, escaped
from yange.api.texts import Text, TextReading, held_text
from yange.compare import (
    CitationChange,
    Comparison,
    Edge,
    Operation,
    TermChange,
    ValueChange,
    compare,
)
from yange.compare.history.crosscheck import Crosscheck, crosscheck
from yange.messages import LANGUAGES, nearest
from yange.model import Amendment
from yange.outputs.comparing import CompareOutput, ReadingOutput, compare_output, compared_text, steps_output
from yange.outputs.document import document
from yange.parse import parse_version
from yange.problems import Problem, YangeError
from yange.project import Project
from yange.readers.text import TextReader
from yange.reports import Report, ReportReading, ReportSide
from yange.reports.rows import stats
from yange.reports.words import ReportWords
from yange.storage.writing import replace_file
from yange.timeline.line import orders_between
from yange.timeline.succession import chain, held_pairs
from yange.withdrawn import clause_marks, marks_of

__all__ = ["FORMS", "TextComparison", "compared"]

FORMS: Mapping[str, tuple[str, str]] = {
    "markdown": ("yange.reports.markdown", "markdown"),
    "html": ("yange.reports.html", "html_fragment"),
    "docx": ("yange.reports.docx", "docx_file"),
    "csv": ("yange.reports.values_csv", "values_csv"),
    "pdf": ("yange.reports.pdf", "comparison_pdf"),
    "redline": ("yange.reports.redline_docx", "redline_docx"),
}
"""The printer of each form of a report; loaded on demand, because the Word printer loads slowly."""

_ENDINGS = {".json": "json", ".md": "markdown", ".html": "html", ".docx": "docx", ".csv": "csv", ".pdf": "pdf"}


@dataclass(frozen=True, eq=False, repr=False)
class TextComparison:
    """Two texts and what changed from the old to the new one.

    Every unit of both texts is in exactly one change. People's answers about the two texts (``alignment.yml``) are
    followed if either is in an archive.
    """

    old: Text
    new: Text
    result: Comparison
    """The comparison as ``yange.compare`` (the package) returns it."""
    through: tuple[str, ...] = ()
    """With ``steps``: the texts on the way, first and last included."""
    steps: Crosscheck | None = None
    """With ``steps``: where the comparison through the texts between and the direct one disagree."""
    record: str | None = field(default=None, kw_only=True)
    """The commit from whose record the texts were read, if they were."""

    @cached_property
    def all_changes(self) -> Rows[ClauseChange]:
        """Every change in order of the new text, unchanged clauses included: those of the machine output."""
        return change_rows(self._with_values())

    @cached_property
    def changes(self) -> Rows[ClauseChange]:
        """The changes in order of the new text, without unchanged clauses."""
        return change_rows(one for one in self.all_changes if one.operation is not Operation.UNCHANGED)

    def _with_values(self) -> Iterator[ClauseChange]:
        places: dict[tuple[str, str], list[ValueChange]] = {}
        for value in self.result.values:
            places.setdefault((value.at_old, value.at_new), []).append(value)
        claims = [dict.fromkeys((edge.old, edge.new) for edge in change.edges) for change in self.result.changes]
        owners: dict[tuple[str, str], int] = {}
        for claim in claims:
            for place in claim:
                owners[place] = owners.get(place, 0) + 1
        for change, claim in zip(self.result.changes, claims, strict=True):
            mine = (value for place in claim if owners[place] == 1 for value in places.get(place, ()))
            yield ClauseChange(change, tuple(mine))

    @property
    def values(self) -> Rows[ValueChange]:
        """The amounts, deadlines, percentages, days, bodies and numbers that changed, with the clauses of both."""
        return Rows(
            self.result.values,
            {
                "kind": lambda v: v.kind,
                "old": lambda v: v.old,
                "new": lambda v: v.new,
                "at_old": lambda v: v.at_old,
                "at_new": lambda v: v.at_new,
                "cell": lambda v: v.cell,
            },
        )

    @property
    def terms(self) -> Rows[TermChange]:
        """Terms that were replaced in the same way in three or more clauses, and where the old one survives."""
        return Rows(
            self.result.terms,
            {
                "old": lambda t: t.old,
                "new": lambda t: t.new,
                "count": lambda t: t.count,
                "clauses": lambda t: t.clauses,
                "survives": lambda t: t.survives,
            },
        )

    @property
    def citations(self) -> Rows[CitationChange]:
        """What became of citations of the text's own articles."""
        return Rows(
            self.result.citations,
            {
                "fate": lambda c: c.fate,
                "old": lambda c: c.old,
                "new": lambda c: c.new,
                "at_old": lambda c: c.at_old,
                "at_new": lambda c: c.at_new,
            },
        )

    @property
    def suggestions(self) -> Rows[Edge]:
        """Possible pairs of clauses that a person must check; no change joins them."""
        return Rows(
            self.result.suggestions,
            {"old": lambda e: e.old, "new": lambda e: e.new, "share": lambda e: round(e.share, 4)},
        )

    @property
    def stats(self) -> Mapping[str, int]:
        """How many changes of each operation there are, and how many units each text has."""
        return dict(self.result.stats)

    @property
    def remarks(self) -> tuple[Problem, ...]:
        """Numbering of either text that was not read; clauses may then be missing from the comparison."""
        return (*self.old.remarks(), *self.new.remarks())

    @property
    def orders(self) -> tuple[Amendment, ...]:
        """The amending orders that made the new text from the old one, as far as they are recorded."""
        return orders_between(self.old.version, self.new.version) if self.new.version is not None else ()

    def output(self) -> CompareOutput:
        """Return the machine output as a value: every field of ``yange.compare/1`` by name."""
        sides = (
            compared_text(
                text.name,
                text.title,
                text.provisions,
                text.version,
                sample=_is_sample(text),
                reading=_reading_output(text.reading),
            )
            for text in (self.old, self.new)
        )
        steps = steps_output(self.through, self.steps) if self.steps is not None else None
        return compare_output(self.result, *sides, orders=self.orders, steps=steps, recorded=self.record)

    def to_json(self) -> bytes:
        """Return the machine output ``yange.compare/1`` as ``yange compare --json`` prints it, in UTF-8."""
        return document(self.output()).encode()

    def report(self, language: str | None = None, *, editorial: bool = False, on: date | None = None) -> Report:
        """Return the report from which every form is printed.

        Args:
            language: of the report's own words, ``zh`` or ``en``; default: that of the new text.
            editorial: also mark differences that are only typographic (width, blanks, quotes).
            on: the day for which clauses out of force are named; default: the day for which each text was asked.

        Raises:
            YangeError: when there are no reports in the language.

        """
        chosen = language or _language(self.new)
        if chosen not in LANGUAGES:
            raise YangeError(f"reports are written in {', '.join(LANGUAGES)}, not in {chosen!r}")
        words = ReportWords(chosen).of_texts(self.result)
        paths = [path for change in self.result.changes for path in change.old_paths]
        old = _report_side(self.old, words.language, on, paths)
        paths = [path for change in self.result.changes for path in change.new_paths]
        new = _report_side(self.new, words.language, on, paths)
        new = replace(new, orders=tuple(map(words.order, self.orders)))
        return Report(old, new, self.result, words, editorial)

    def printed(
        self, form: str, language: str | None = None, *, editorial: bool = False, on: date | None = None
    ) -> str | bytes:
        """Return the comparison in one of the ``FORMS`` or as ``json``; the other arguments are ``report``'s.

        ``markdown`` and ``html`` (a fragment for any page) are text; ``docx`` (the table 修订对照表), ``redline``
        (a Word file with tracked changes), ``pdf`` (needs ``yange[pdf]``), ``csv`` (the changed values) and ``json``
        are bytes.

        Raises:
            YangeError: when there is no such form or language.

        """
        if form == "json":
            return self.to_json()
        if form not in FORMS:
            raise YangeError(f"there is no form {form!r}; choose one of {', '.join((*FORMS, 'json'))}")
        module, name = FORMS[form]
        printer: Callable[[Report], str | bytes] = getattr(import_module(module), name)
        return printer(self.report(language, editorial=editorial, on=on))

    def save(
        self,
        path: str | os.PathLike[str],
        language: str | None = None,
        *,
        editorial: bool = False,
        on: date | None = None,
    ) -> Path:
        """Write the comparison into a file, completely or not at all; the extension gives the form (``printed``).

        Returns:
            The path.

        Raises:
            YangeError: for another extension than .docx, .pdf, .md, .html, .csv or .json, and where the file cannot be
                written.

        """
        file = Path(path)
        form = _ENDINGS.get(file.suffix.lower())
        if form is None:
            raise YangeError(f"{file}: unknown form; end the name in {', '.join(_ENDINGS)}")
        content = self.printed(form, language, editorial=editorial, on=on)
        try:
            replace_file(file, content.encode() if isinstance(content, str) else content)
        except OSError as failure:
            raise YangeError(
                f"{file}: cannot be written: {failure.strerror}; check the folder and its rights"
            ) from failure
        return file

    def to_frame(self) -> object:
        """Return ``changes`` as a pandas ``DataFrame``; see ``yange.Rows.to_frame``."""
        return self.changes.to_frame()

    def __str__(self) -> str:
        names = f"--- {self.old.name}  {self.old.title}\n+++ {self.new.name}  {self.new.title}"
        return "\n".join(filter(None, (names, *map(str, self.changes), self._counts(), *map(str, self.remarks))))

    def _counts(self) -> str:
        return ", ".join(f"{count} {operation.value}" for operation, count in stats(self.result))

    def __repr__(self) -> str:
        return f"<TextComparison {self.old.name} → {self.new.name}: {self._counts() or 'nothing to compare'}>"

    def _repr_html_(self) -> str:
        remarks = "".join(f"<p>{escaped(str(remark))}</p>\n" for remark in self.remarks)
        return remarks + str(self.printed("html"))


def compared(
    old: Text, new: Text, *, chars: bool = False, steps: bool = False, home: Project | None = None
) -> TextComparison:
    """Compare two texts.

    Args:
        old: the older text.
        new: the newer one.
        chars: mark the fewest characters that differ, even within words.
        steps: also compare through the texts between, and report where the two ways disagree.
        home: the project whose facts and answers are used; default: that of the new text, else of the old one.

    Raises:
        YangeError: when a text is not held, or with ``steps`` when no succession in an archive leads from one text to
            the other.

    """
    for text in (old, new):
        held_text(text, "it cannot be compared")
    home = home or new.project or old.project
    run = compare if home is None else home.compare
    result = run(old.provisions, new.provisions, chars=chars, whole=steps)
    through, checked = _by_steps(old, new, result) if steps else ((), None)
    return TextComparison(old, new, result, through, checked, record=home.recorded if home is not None else None)


def _by_steps(old: Text, new: Text, direct: Comparison) -> tuple[tuple[str, ...], Crosscheck]:
    """Return the texts on the way, first and last included, and how the two ways agree."""
    if old.version is None or new.version is None or not (old.policy and new.policy) or new.project is None:
        raise YangeError("steps go through the texts of an archive; name both sides as policy@day")
    way = chain(held_pairs(new.project.timeline, (old.version, new.version)), old.version, new.version)
    if not way:
        raise YangeError(f"{new.name} did not succeed {old.name}; there are no steps between them")
    versions = [way[0].old, *(pair.new for pair in way)]
    texts = [parse_version(version) for version in versions]
    through = tuple(f"{version.policy}@{version.key}" for version in versions)
    return through, crosscheck(direct, [new.project.compare_whole(*pair) for pair in pairwise(texts)])


def _language(text: Text) -> str:
    return nearest(text.version.language if text.version is not None else text.provisions.language)


def _reading_output(reading: TextReading | None) -> ReadingOutput | None:
    if reading is None:
        return None
    source = reading.source
    remarks = tuple(remark.output() for remark in reading.remarks)
    return ReadingOutput(
        reader=source.reader, library=source.library, media=source.media, sha256=source.sha256, remarks=remarks
    )


def _report_side(text: Text, language: str, on: date | None, paths: Sequence[str]) -> ReportSide:
    version, day = text.version, on or text.day
    if version is None:
        reading = _report_reading(text.reading)
        return ReportSide(text.name, text.title, reading=reading, provisions=text.provisions)
    outs = text.project.timeline.outs(version) if text.project is not None and text.policy is not None else ()
    told = marks_of(outs, day, language) if outs and day is not None else ""
    return ReportSide(
        text.name,
        text.title,
        version.number,
        version.effective,
        _is_sample(text),
        outs=told,
        marks=clause_marks(text.withdrawn, paths, day, language) if told and text.withdrawn and day else {},
        condition=version.condition,
        provisions=text.provisions,
    )


def _report_reading(reading: TextReading | None) -> ReportReading | None:
    """Return what a report says of the reading of a file; nothing of plain text that was read without a remark."""
    if reading is None or (reading.source.reader == TextReader.name and not reading.remarks):
        return None
    remarks = Counter((remark.code, remark.message) for remark in reading.remarks)
    said = tuple((code, message, count) for (code, message), count in remarks.items())
    return ReportReading(reading.source.reader, reading.source.library, said)


def _is_sample(text: Text) -> bool:
    return text.policy is not None and text.policy.sample
