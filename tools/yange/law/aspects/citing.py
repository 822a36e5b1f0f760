"""The aspect of citing: citations of a text and its clauses, such as 《…》（文号）第五条第二款 or art. 5, para. 2."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from yange.model import ClauseKind

__all__ = ["CitationForms"]


class CitationForms(Protocol):
    """The form of citations in one language, in the words of legal writing and not of the interface."""

    def of_text(self, text: str) -> CitationForms:
        """Return the forms for the clauses of a text, if texts of one language count in several ways."""
        ...

    @property
    def comma(self) -> str:
        """The separator between two facts about a text: its number, and which text of its policy it is."""
        ...

    @property
    def before_clause(self) -> str:
        """The separator between a citation of a text and the name of a clause."""
        ...

    def title(self, title: str) -> str:
        """Return a title as it is cited, with title marks if the language has them."""
        ...

    def bracketed(self, words: str) -> str:
        """Return facts about a text in brackets, as they follow its title."""
        ...

    def amended(self, day: date, kind: str) -> str:
        """Return which text of its policy a text is, by the day and kind (修正, 修订) of its last amendment."""
        ...

    def in_force_from(self, first: date | None, nth: int) -> str:
        """Return which text it is by its first day; it is the ``nth`` of that day. ``None``: the day is unknown."""
        ...

    def paragraph(self, nth: int) -> str:
        """Return the name of the ``nth`` unnumbered paragraph of an article: 第二款."""
        ...

    def part(self, kind: ClauseKind, label: str, value: str, *, in_outline: bool) -> str:
        """Return the name of a numbered clause: 第五条, 第（三）项, art. 5.

        ``label`` is its printed number without marks at its ends, ``value`` the number in figures; ``in_outline`` is
        set below headings that only number a text (一、), where items have no unit.
        """
        ...

    def joined(self, steps: Sequence[str]) -> str:
        """Return the joined names of a clause and of those around it, from the outermost to the innermost."""
        ...
