"""The comparison of two texts as the front door gives it: rows, machine output, and files of every form."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from importlib import import_module
from itertools import groupby, pairwise
from pathlib import Path

from yange.api.rows import Rows, escaped
from yange.api.texts import Text, held_text
from yange.compare import (
    Change,
    CitationChange,
    Comparison,
    Edge,
    Edit,
    Grade,
    Operation,
    TermChange,
    ValueChange,
    compare,
)
from yange.compare.history.crosscheck import Crosscheck, crosscheck
from yange.messages import LANGUAGES
from yange.model import Amendment
from yange.outputs.common import document
from yange.outputs.comparing import CompareOutput, compare_output, compared_text, steps_output
from yange.parse import parse_version
from yange.problems import Problem, YangeError
from yange.project import Project
from yange.reports import Report, ReportSide
from yange.reports.words import ReportWords
from yange.storage.writing import replace_file
from yange.timeline.line import orders_between
from yange.timeline.succession import chain, held_pairs
from yange.withdrawn import marks_of

__all__ = ["FORMS", "ClauseChange", "TextComparison", "compared"]

FORMS: Mapping[str, tuple[str, str]] = {
    "markdown": ("yange.reports.markdown", "markdown"),
    "html": ("yange.reports.html", "html_fragment"),
    "docx": ("yange.reports.docx", "docx_file"),
    "csv": ("yange.reports.values_csv", "values_csv"),
}
"""What prints each form of a report; loaded when asked for, because the parts of a Word file load slowly."""

_ENDINGS = {".json": "json", ".md": "markdown", ".html": "html", ".docx": "docx", ".csv": "csv"}
_LONGEST_PIECE, _MOST_PIECES = 40, 3


@dataclass(frozen=True, slots=True, repr=False)
class ClauseChange:
    """What happened to a clause, or to clauses that were split or merged.

    ``print`` gives one line: ``Article 8 → Article 9  amended: RMB 60 → RMB 75``.
    """

    change: Change
    """The change as the engines have it: edges, edits, bands and flags."""
    values: tuple[ValueChange, ...] = ()
    """The amounts, deadlines, days, bodies … that changed in it."""

    @property
    def operation(self) -> Operation:
        """What happened: amended, inserted, repealed, moved, renumbered, split, merged, replaced, reorganised …"""
        return self.change.operation

    @property
    def old(self) -> tuple[str, ...]:
        """The labels of the clauses in the old text; none for an inserted one."""
        return self.change.old

    @property
    def new(self) -> tuple[str, ...]:
        """The labels of the clauses in the new text; none for a repealed one."""
        return self.change.new

    @property
    def old_text(self) -> str:
        """The words of the old clauses, one paragraph a line."""
        return "\n".join(self.change.old_texts)

    @property
    def new_text(self) -> str:
        """The words of the new clauses, one paragraph a line."""
        return "\n".join(self.change.new_texts)

    @property
    def grade(self) -> Grade | None:
        """How much it matters: editorial, style, consequential, substantive; ``None`` where no word changed."""
        return self.change.grade

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What stayed, went and came, in order; of a split or merged clause, pair after pair."""
        return tuple(edit for edge in self.change.edges for edit in edge.edits)

    @property
    def summary(self) -> str:
        """What changed, in a few words: changed values first, then other words; empty where no word changed."""
        pieces = list(dict.fromkeys(self._pieces()))
        more = f"; {len(pieces) - _MOST_PIECES} more" if len(pieces) > _MOST_PIECES else ""
        return "; ".join(pieces[:_MOST_PIECES]) + more

    def _pieces(self) -> Iterator[str]:
        if self.operation in {Operation.INSERTED, Operation.REPEALED}:
            yield _short(self.new_text or self.old_text)
            return
        for value in self.values:
            yield _exchanged(value.old, value.new)
        for old, new in (pair for edge in self.change.edges for pair in _exchanges(edge)):
            if not any(old in value.old and new in value.new for value in self.values):
                yield _exchanged(old, new)

    def __str__(self) -> str:
        old, new = "、".join(self.old), "、".join(self.new)
        labels = old if old == new else " → ".join(filter(None, (old, new)))
        summary = self.summary
        return f"{labels}  {self.operation.value}" + (f": {summary}" if summary else "")

    def __repr__(self) -> str:
        return f"<ClauseChange {self}>"


def _exchanges(edge: Edge) -> Iterator[tuple[str, str]]:
    """Yield the words that went and came in one place; neither typography alone nor words that another clause holds."""
    for equal, run in groupby(edge.edits, key=lambda edit: edit.op == "equal"):
        told = [] if equal else [edit for edit in run if not edit.elsewhere]
        if any(edit.grade is None or not edit.grade.is_printing for edit in told):
            went, came = ("".join(edit.text for edit in told if edit.op == op) for op in ("delete", "insert"))
            yield went.strip(), came.strip()


def _exchanged(old: str, new: str) -> str:
    if old and new:
        return f"{_short(old)} → {_short(new)}"
    return f"+ {_short(new)}" if new else f"− {_short(old)}"


def _short(words: str) -> str:
    line = " ".join(words.split("\n"))
    return line if len(line) <= _LONGEST_PIECE else f"{line[: _LONGEST_PIECE - 1]}…"


@dataclass(frozen=True, eq=False, repr=False)
class TextComparison:
    """Two texts and what changed from the old to the new one.

    Every unit of both texts is in exactly one change. People's answers about the two texts (``alignment.yml``) are
    honoured where either belongs to an archive.
    """

    old: Text
    new: Text
    result: Comparison
    """The comparison as the engines have it."""
    through: tuple[str, ...] = ()
    """With ``steps``: the texts gone through, first and last included."""
    steps: Crosscheck | None = None
    """With ``steps``: where the way through the texts between and the direct comparison disagree."""
    record: str | None = field(default=None, kw_only=True)
    """The commit from whose record the texts were read, if they were."""

    @cached_property
    def all_changes(self) -> Rows[ClauseChange]:
        """Every change in order of the new text, unchanged clauses included: those of the machine output."""
        return _change_rows(self._with_values())

    @cached_property
    def changes(self) -> Rows[ClauseChange]:
        """The changes in order of the new text, without unchanged clauses."""
        return _change_rows(one for one in self.all_changes if one.operation is not Operation.UNCHANGED)

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
        """What was replaced alike in three or more clauses."""
        return Rows(
            self.result.terms,
            {
                "old": lambda t: t.old,
                "new": lambda t: t.new,
                "count": lambda t: t.count,
                "clauses": lambda t: t.clauses,
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
        """Pairs of clauses that may be one and that a person has to look at; they are in no change together."""
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
        """What of the numbering of either text was not read; clauses may be missing from the comparison then."""
        return (*self.old.remarks(), *self.new.remarks())

    @property
    def orders(self) -> tuple[Amendment, ...]:
        """The amending orders that made the new text out of the old one, as far as the texts record them."""
        return orders_between(self.old.version, self.new.version) if self.new.version is not None else ()

    def output(self) -> CompareOutput:
        """Return the machine output as a value: every field of ``yange.compare/1`` by name."""
        sides = (
            compared_text(text.name, text.title, text.provisions, text.version, sample=_is_sample(text))
            for text in (self.old, self.new)
        )
        steps = steps_output(self.through, self.steps) if self.steps is not None else None
        return compare_output(self.result, *sides, orders=self.orders, steps=steps, recorded=self.record)

    def to_json(self) -> bytes:
        """Return the machine output ``yange.compare/1`` as ``yange compare --json`` prints it, in UTF-8."""
        return document(self.output()).encode()

    def report(self, language: str | None = None, *, editorial: bool = False, on: date | None = None) -> Report:
        """Return what every printed form is made of.

        Args:
            language: of the report's own words, ``zh`` or ``en``; without it, that of the new text.
            editorial: mark differences of typography alone (width, blanks, quotes) too.
            on: the day on which clauses that are out of force are named; without it, the day each text was asked for.

        Raises:
            YangeError: when reports are not written in the language.

        """
        chosen = language or _language(self.new)
        if chosen not in LANGUAGES:
            raise YangeError(f"reports are written in {', '.join(LANGUAGES)}, not in {chosen!r}")
        words = ReportWords(chosen)
        old, new = (_report_side(side, words.language, on) for side in (self.old, self.new))
        new = replace(new, orders=tuple(map(words.order, self.orders)))
        return Report(old, new, self.result, words, editorial)

    def printed(
        self, form: str, language: str | None = None, *, editorial: bool = False, on: date | None = None
    ) -> str | bytes:
        """Return the comparison in one of the ``FORMS`` or as ``json``; the other arguments are ``report``'s.

        ``markdown`` and ``html`` (a fragment for any page) are text; ``docx`` (the table 修订对照表), ``csv`` (the
        changed values) and ``json`` are bytes.

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
        """Write the comparison into a file, whole or not at all; the ending says in which form (``printed``).

        Returns:
            The path.

        Raises:
            YangeError: for another ending than .docx, .md, .html, .csv or .json, and where the file cannot be written.

        """
        file = Path(path)
        form = _ENDINGS.get(file.suffix.lower())
        if form is None:
            raise YangeError(f"{file}: what form is it to have? end its name in {', '.join(_ENDINGS)}")
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
        return ", ".join(f"{self.stats[one.value]} {one.value}" for one in Operation if self.stats.get(one.value))

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
        chars: mark the fewest characters that differ, though they cut words.
        steps: go through the texts between, too, and say where the two ways disagree.
        home: the project whose record and answers count; without it, that of the new text, else of the old one.

    Raises:
        YangeError: when a text is not held, or with ``steps`` where no succession of an archive leads from one to the
            other.

    """
    for text in (old, new):
        held_text(text, "it cannot be compared")
    home = home or new.project or old.project
    run = compare if home is None else home.compare
    result = run(old.provisions, new.provisions, chars=chars, whole=steps)
    through, checked = _by_steps(old, new, result) if steps else ((), None)
    return TextComparison(old, new, result, through, checked, record=home.recorded if home is not None else None)


def _by_steps(old: Text, new: Text, direct: Comparison) -> tuple[tuple[str, ...], Crosscheck]:
    """Return the texts gone through, first and last included, and how the two ways agree."""
    if old.version is None or new.version is None or not (old.policy and new.policy) or new.project is None:
        raise YangeError("steps go through the texts of an archive; name both sides as policy@day")
    way = chain(held_pairs(new.project.timeline, (old.version, new.version)), old.version, new.version)
    if not way:
        raise YangeError(f"{new.name} did not come out of {old.name}; there are no steps between them")
    versions = [way[0].old, *(pair.new for pair in way)]
    texts = [parse_version(version) for version in versions]
    through = tuple(f"{version.policy}@{version.key}" for version in versions)
    return through, crosscheck(direct, [new.project.compare_whole(*pair) for pair in pairwise(texts)])


def _language(text: Text) -> str:
    if text.version is not None:
        return text.version.language if text.version.language in LANGUAGES else LANGUAGES[0]
    return "zh" if re.search(r"[\u3400-\u9fff]", text.body) else "en"


def _report_side(text: Text, language: str, on: date | None) -> ReportSide:
    version, day = text.version, on or text.day
    if version is None:
        return ReportSide(text.name, text.title)
    outs = text.project.timeline.outs(version) if text.project is not None and text.policy is not None else ()
    told = marks_of(outs, day, language) if outs and day is not None else ""
    return ReportSide(text.name, text.title, version.number, version.effective, _is_sample(text), outs=told)


def _is_sample(text: Text) -> bool:
    return text.policy is not None and text.policy.sample


def _change_rows(changes: Iterator[ClauseChange] | Sequence[ClauseChange]) -> Rows[ClauseChange]:
    return Rows(
        changes,
        {
            "operation": lambda c: c.operation,
            "old": lambda c: c.old,
            "new": lambda c: c.new,
            "grade": lambda c: c.grade,
            "summary": lambda c: c.summary,
        },
        {"old_text": lambda c: c.old_text, "new_text": lambda c: c.new_text},
    )
