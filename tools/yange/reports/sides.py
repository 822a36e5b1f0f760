"""The input of a printer: two named texts and their comparison."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath

from yange.compare.result import Comparison
from yange.model import Condition, Provisions
from yange.reports.rows import in_other_script, noise, set_apart
from yange.reports.words import ReportWords

__all__ = ["Report", "ReportReading", "ReportSide"]


@dataclass(frozen=True, slots=True)
class ReportReading:
    """How a file was read: the reader, what it reads with, and each remark as code, message and number."""

    reader: str
    library: str = ""
    remarks: tuple[tuple[str, str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ReportSide:
    """One text of a comparison. ``name`` is the name that the caller gave (a file, ``policy@day``).

    ``number`` and ``effective`` (its first day) are ``None`` where they are not known, as with a plain file. ``sample``
    is set for an invented text. ``orders`` are the amending orders that made this text from the other one; ``outs``
    says which of its clauses are out of force while the text is in force, empty if none is or nothing is known;
    ``marks`` are the same words by the path of each clause that is printed (［已废止，自…］).
    ``reading`` is set for a document that was read, if there is anything to say of it. ``condition`` is that of the
    recorded text. ``provisions`` is its tree of clauses, for printers that show the whole text.
    """

    name: str
    title: str = ""
    number: str | None = None
    effective: date | None = None
    sample: bool = False
    orders: tuple[str, ...] = ()
    outs: str = ""
    marks: Mapping[str, str] = field(default_factory=dict, repr=False)
    reading: ReportReading | None = None
    condition: Condition = Condition.COMPLETE
    provisions: Provisions | None = field(default=None, repr=False, compare=False)

    @property
    def called(self) -> str:
        """The title, or the name where there is none."""
        return self.title or self.name


@dataclass(frozen=True, slots=True)
class Report:
    """Two texts, their comparison, and the words of its language.

    ``editorial``: also mark differences of typography; they are counted in any case.
    """

    old: ReportSide
    new: ReportSide
    comparison: Comparison
    words: ReportWords
    editorial: bool = False

    @property
    def not_marked(self) -> tuple[str, ...]:
        """Differences of the two texts that are not marked: typography, and the script of Chinese."""
        if self.editorial:
            return ()
        counts = (("noise", noise(self.comparison)), ("script", in_other_script(self.comparison)))
        return tuple(self.words.count(name, count) for name, count in counts if count)

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader has to know: how each file was read, what is in no count, which differences are not marked."""
        apart = set_apart(self.comparison)
        uncounted = (self.words.count("apart", apart),) if apart else ()
        return (*filter(None, map(self._read, (self.old, self.new))), *uncounted, *self.not_marked)

    def _read(self, side: ReportSide) -> str:
        """Return how a file was read, in one or two sentences."""
        words, reading = self.words, side.reading
        if reading is None:
            return ""
        library = words("bracketed", text=reading.library) if reading.library else ""
        said = words("read", name=PurePath(side.name).name, reader=reading.reader + library)
        if not reading.remarks:
            return said
        told = words("semicolon").join(self._remark(*remark) for remark in reading.remarks)
        return words.between_sentences.join((said, words("read-remarks", remarks=told)))

    def _remark(self, code: str, message: str, count: int) -> str:
        """Return a remark: in the language of the report where the code has a title there, else as the reader says."""
        title = self.words.problem(code)
        told = f"{title}{self.words('bracketed', text=message)}" if title and title != message else message
        return told + (f" ×{count}" if count > 1 else "")

    def facts(self, side: ReportSide, *, outs: bool = True) -> str:
        """Return number and first day of a side in one phrase, or its file if only that distinguishes the two.

        The mark of a sample comes first, then the condition of a text that is not complete as issued; clauses out of
        force come last, if ``outs`` is true. Empty if neither number nor day is known and
        the titles differ.
        """
        day = self.words("effective", day=self.words.day(side.effective)) if side.effective else ""
        file = PurePath(side.name).name if self.old.called == self.new.called != side.name else ""
        amended = self.words("amended", orders=self.words.series(side.orders)) if side.orders else ""
        known = [part for part in (side.number, amended, day) if part] or [file]
        sample = self.words("sample") if side.sample else ""
        said = self.words("comma").join(filter(None, (sample, self.words.condition(side.condition), *known)))
        return self.words("semicolon").join(filter(None, (said, side.outs if outs else "")))
