"""The aspect of titles: kind and rank of an instrument, its draft stage, and whether it amends another."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

__all__ = ["Bearer", "RankRule", "Titles", "rank_by"]


@dataclass(frozen=True, slots=True)
class Bearer:
    """The facts by which an instrument's rank is found; ``local`` is set if it is an instrument of one place."""

    kind: str
    number: str
    issuers: tuple[str, ...]
    local: bool


@dataclass(frozen=True, slots=True)
class RankRule:
    """One row of a table of ranks: every field that is set must match.

    ``kind`` and ``issuer`` (the only one) must be equal, ``number`` is a pattern searched in the document number.
    ``local`` is set if the instrument must be one of a place.
    """

    rank: str
    kind: str = ""
    number: str = ""
    issuer: str = ""
    local: bool = False

    def fits(self, one: Bearer) -> bool:
        """Return whether an instrument has this rank."""
        return (
            self.kind in ("", one.kind)
            and (not self.number or re.search(self.number, one.number) is not None)
            and (not self.issuer or one.issuers[:1] == (self.issuer,))
            and (one.local or not self.local)
        )


def rank_by(rules: Sequence[RankRule], one: Bearer) -> str | None:
    """Return the rank of the first rule that fits, or ``None``: a rank is never guessed."""
    return next((rule.rank for rule in rules if rule.fits(one)), None)


class Titles(Protocol):
    """The titles of a language."""

    @property
    def kinds(self) -> Mapping[str, str]:
        """The last words of titles, longer ones first, each with its kind of instrument: 管理办法 is a 办法."""
        ...

    def kind(self, title: str) -> str | None:
        """Return the kind of instrument that a title names, without brackets at its end."""
        ...

    def rank(self, one: Bearer) -> str | None:
        """Return the rank of an instrument, or ``None`` if kind, number and issuer do not show it."""
        ...

    def same(self, title: str) -> str:
        """Return a title without words that differ between texts of one policy: years, and words such as 试行.

        ``title`` has no spaces and no full-width forms (NFKC).
        """
        ...

    def is_draft(self, title: str) -> bool:
        """Return whether a title says that the text itself is a draft; a title may also only cite a draft."""
        ...

    def amends(self, title: str) -> bool:
        """Return whether a title says that the text amends others, so that its numbers may be theirs."""
        ...
