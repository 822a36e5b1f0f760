"""What titles of instruments say: the kind and rank of the instrument, its draft stage, whether it amends another."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

__all__ = ["Bearer", "RankRule", "Titles", "rank_by"]


@dataclass(frozen=True, slots=True)
class Bearer:
    """What is known of an instrument whose rank is asked for; ``local`` is set where it belongs to one place."""

    kind: str
    number: str
    issuers: tuple[str, ...]
    local: bool


@dataclass(frozen=True, slots=True)
class RankRule:
    """One row of a table of ranks: all that is given must match.

    ``kind`` and ``issuer`` (the only one) are compared as they are, ``number`` is a pattern searched for in the
    document number. ``local`` is set where the instrument must belong to one place.
    """

    rank: str
    kind: str = ""
    number: str = ""
    issuer: str = ""
    local: bool = False

    def fits(self, one: Bearer) -> bool:
        """Tell whether an instrument has this rank."""
        return (
            self.kind in ("", one.kind)
            and (not self.number or re.search(self.number, one.number) is not None)
            and (not self.issuer or one.issuers[:1] == (self.issuer,))
            and (one.local or not self.local)
        )


def rank_by(rules: Sequence[RankRule], one: Bearer) -> str | None:
    """Return the rank of the first rule that fits; ``None`` where none does: a rank is never guessed."""
    return next((rule.rank for rule in rules if rule.fits(one)), None)


class Titles(Protocol):
    """What a pack knows of titles."""

    @property
    def kinds(self) -> Mapping[str, str]:
        """The words by which titles end, longer ones first, each with the kind that it names: 管理办法 is a 办法."""
        ...

    def kind(self, title: str) -> str | None:
        """Return the kind of instrument that a title names; what is in brackets behind it does not count."""
        ...

    def rank(self, one: Bearer) -> str | None:
        """Return the rank of an instrument, or ``None`` where kind, number and issuer do not show it."""
        ...

    def same(self, title: str) -> str:
        """Return a title without what differs between texts of one policy: years and words such as 试行.

        ``title`` has no blanks and no full-width forms (NFKC).
        """
        ...

    def is_draft(self, title: str) -> bool:
        """Tell whether a title says that the text itself is a draft; a title that only cites one does not."""
        ...

    def amends(self, title: str) -> bool:
        """Tell whether a title says that the text amends others: the numbers in it may be theirs."""
        ...
