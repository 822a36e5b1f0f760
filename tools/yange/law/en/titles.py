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
    "Proclamation": "Proclamation",
    "Scheme": "Scheme",
    "Notice": "Notice",
}
_WRITTEN = "|".join((*_KINDS, *(kind.upper() for kind in _KINDS)))
_AT_END = re.compile(
    rf"\b(?P<kind>{_WRITTEN})(?: \([A-Z][A-Za-z, ]{{2,40}}\))?(?:,? (?:of )?\(?[0-9]{{4}}\)?)?"
    r"(?: \((?:c|Cap|S\.I|No|Act|chapter)\b[^()]{1,30}\))?$"
)
_OF_UNION = re.compile(
    r"^(?:(?:Commission|Council) )?(?:(?:Implementing|Delegated) )?(?P<kind>Regulation|Directive"
    r"|Decision) (?:\((?:EU|EC|EEC|Euratom)"
    r"|[0-9]{2,4}/[0-9]{1,4}/)",
    re.IGNORECASE,
)
_BY_UPPER = {kind.upper(): name for kind, name in _KINDS.items()}
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
        match = _OF_UNION.match(title) or _AT_END.search(title)
        return _BY_UPPER[match["kind"].upper()] if match else None

    def ends(self, line: str) -> bool:
        """Return whether a line ends as a title does: in a kind of instrument, perhaps with a year and a number."""
        return _AT_END.search(line) is not None

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
