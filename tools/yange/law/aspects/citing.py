"""How legal writing in a language cites a text and its clauses: 《…》（文号）第五条第二款, … art. 5, para. 2."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from yange.model import ClauseKind

__all__ = ["CitationForms"]


class CitationForms(Protocol):
    """The form of citations in one language. The words are those of legal writing, not of the interface."""

    def of_text(self, text: str) -> CitationForms:
        """Return the forms for the clauses of a text, where texts of one language count in several ways."""
        ...

    @property
    def comma(self) -> str:
        """What parts two facts about a text: its number and which text of its policy it is."""
        ...

    @property
    def before_clause(self) -> str:
        """What is between a citation of a whole text and the name of a clause of it."""
        ...

    def title(self, title: str) -> str:
        """Return a title as it is cited, with title marks where the language has them."""
        ...

    def bracketed(self, words: str) -> str:
        """Return facts about a text as they follow its title, in brackets."""
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
        """Join the names of a clause and of those around it, from the outside to the inside."""
        ...
