"""Titles of instruments in English, and their kinds."""

from __future__ import annotations

import re
from collections.abc import Mapping

from yange.law.aspects.titles import Bearer, RankRule, rank_by

__all__ = ["TITLES", "EnglishTitles"]

_KINDS = {
    "Implementing Regulation": "Regulation",
    "Delegated Regulation": "Regulation",
    "Implementing Rules": "Rules",
    "Provisional Measures": "Measures",
    "Interim Measures": "Measures",
    "Act": "Act",
    "Law": "Law",
    "Code": "Code",
    "Ordinance": "Ordinance",
    "Regulations": "Regulations",
    "Regulation": "Regulation",
    "Rules": "Rules",
    "Order": "Order",
    "By-laws": "By-laws",
    "Bylaws": "By-laws",
    "Directive": "Directive",
    "Decision": "Decision",
    "Measures": "Measures",
    "Provisions": "Provisions",
    "Guidelines": "Guidelines",
    "Circular": "Circular",
    "Notice": "Notice",
}
_AT_END = re.compile(rf"\b(?P<kind>{'|'.join(_KINDS)})(?:,? \(?[0-9]{{4}}\)?)?$")
_RANKS = (RankRule("statute", kind="Act"),)
"""Other kinds have another rank in each country: an EU Regulation, Regulations made under an Act."""

_YEARS = re.compile(r"(?:18|19|20|21|22)\d\d(?!年)")
_DRAFTS = (
    re.compile(r"^(?:(?:[Ee]xposure|[Cc]onsultation|[Dd]iscussion|[Pp]reliminary) )?[Dd]raft\b"),
    re.compile(r"\bBill(?:,? [0-9]{4})?(?: \([^()]*\))?$"),
    re.compile(r"\([^()]*\b(?:[Dd]raft|[Bb]ill)\b[^()]*\)$"),
)
_AMENDS = re.compile("amend", re.IGNORECASE)


class EnglishTitles:
    """The titles of instruments in English; see :class:`yange.law.aspects.titles.Titles`."""

    @property
    def kinds(self) -> Mapping[str, str]:
        """The last words of titles, with the kind of each."""
        return _KINDS

    def kind(self, title: str) -> str | None:
        """Return the kind of instrument that a title names: Harbour Act 2020 is an Act."""
        match = _AT_END.search(title)
        return _KINDS[match["kind"]] if match else None

    def rank(self, one: Bearer) -> str | None:
        """Return the rank of an Act; that of other kinds depends on the country."""
        return rank_by(_RANKS, one)

    def same(self, title: str) -> str:
        """Return a title without years."""
        return _YEARS.sub("", title)

    def is_draft(self, title: str) -> bool:
        """Return whether a title says that the text is a draft: Draft …, Harbour Bill 2020, … (Exposure Draft)."""
        return any(form.search(title) for form in _DRAFTS)

    def amends(self, title: str) -> bool:
        """Return whether a title says that the text amends others."""
        return _AMENDS.search(title) is not None


TITLES = EnglishTitles()
