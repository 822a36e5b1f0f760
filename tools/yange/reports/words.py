"""The words of a report in one language, from the catalogue (:mod:`yange.messages`).

Their keys begin with ``report.``, which callers omit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from yange.compare.result import Comparison, TermChange
from yange.messages import LANGUAGES, messages
from yange.model import Amendment, Condition
from yange.reports.clause_labels import annex_headings, spoken_label

__all__ = ["LANGUAGES", "ReportWords"]


class ReportWords:
    """The words in one language; call it with a key and the values for its braces.

    Raises:
        ValueError: when reports are not written in the language.

    """

    def __init__(self, language: str) -> None:
        if language not in LANGUAGES:
            raise ValueError(f"reports are written in {', '.join(LANGUAGES)}, not in {language!r}")
        self.language = language
        self._messages = messages(language)
        self._headings: Mapping[str, str] = {}

    def of_texts(self, comparison: Comparison) -> ReportWords:
        """Return the words for a report on two texts, which name annexes by their headings."""
        words = ReportWords(self.language)
        words._headings = annex_headings(comparison, self._messages)
        return words

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the words for a key; raises ``KeyError`` for a key that the catalogue lacks."""
        return self._messages[f"report.{key}"].format(**values)

    def count(self, key: str, count: int, /, **values: object) -> str:
        """Return the words for a key in the plural form for ``count``, which they contain."""
        return self._messages.counted(f"report.{key}", count).format(count=count, **values)

    def series(self, names: Sequence[str]) -> str:
        """Return names one after another: 第三条、第四条.

        The punctuation after an outline number (一、) is not part of its name.
        """
        return self("series").join(self.name(name).rstrip("、") for name in names)

    def term(self, term: TermChange) -> str:
        """Return a term replaced throughout, with the clauses, and those in which the old term survives."""
        said = self.count("term", term.count, old=term.old, new=term.new)
        said += self("colon") + self.series(term.clauses)
        return (
            said + self("semicolon") + self("term.survives", clauses=self.series(term.survives))
            if term.survives
            else said
        )

    def order(self, order: Amendment) -> str:
        """Return the name of an amending order: its number, else its day."""
        day = self("order.of", day=self.day(order.date), kind=order.kind) if order.date else order.kind
        return order.number or day

    def condition(self, condition: Condition) -> str:
        """Return what is wrong with a text that is not complete as issued; empty for one that is."""
        return "" if condition is Condition.COMPLETE else self._messages[f"condition.{condition}.short"]

    def label(self, label: str) -> str:
        """Return the name of a clause: a printed number unchanged, an unnumbered part in the language."""
        spoken = spoken_label(label, self._messages, self._headings)
        return self.named(f"label.{label}", label) if spoken is None else spoken

    def places(self, labels: Sequence[str], cell: str = "") -> str:
        """Return the clauses of a table row: one as printed, several as a series, with the cell."""
        told = self.label(labels[0]) if len(labels) == 1 and labels[0] else self.series([x for x in labels if x])
        return told + self("bracketed", text=cell) if cell and told else told

    def name(self, label: str) -> str:
        """Return the name of a clause within a sentence: without the separator printed behind its number (四、)."""
        return self.label(label).rstrip("、．. ")

    def named(self, key: str, default: str) -> str:
        """Return the words for a key that may not be known, else ``default``."""
        return self(key) if f"report.{key}" in self._messages else default

    def problem(self, code: str) -> str:
        """Return the title of the problems of a code; empty if there is none."""
        key = f"problem.{code}"
        return self._messages[key] if key in self._messages else ""  # noqa: SIM401 - no mapping

    def day(self, day: date) -> str:
        """Return a day as the language writes it: 2017年7月1日, 1 July 2017, 1. Juli 2017; in years of any length."""
        return self._messages.day(day)

    @property
    def html_language(self) -> str:
        """The BCP 47 tag of the words, for HTML."""
        return self._messages["language.tag"]

    @property
    def between_sentences(self) -> str:
        """What stands between two sentences: a space where the language puts one behind a comma, else nothing."""
        return " " if self("comma").endswith(" ") else ""
