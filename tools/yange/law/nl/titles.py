"""Titles of instruments in Dutch, and their kinds: Havenwet, Besluit havens, Regeling havengelden."""

from __future__ import annotations

import re
from collections.abc import Mapping

from yange.law.aspects.titles import Bearer, RankRule, rank_by

__all__ = ["TITLES", "DutchTitles"]

_KINDS = {
    "Grondwet": "Grondwet",
    "Wetboek": "Wet",
    "Wet": "Wet",
    "Besluit": "Besluit",
    "Regeling": "Regeling",
    "Verordening": "Verordening",
    "Richtlijn": "Richtlijn",
    "Beleidsregel": "Beleidsregel",
    "Decreet": "Decreet",
    "Ordonnantie": "Ordonnantie",
}
_SMALL = {word.lower(): kind for word, kind in _KINDS.items()}
_WORD = re.compile(rf"(?:^|[a-z])(?P<kind>{'|'.join(sorted(_SMALL, key=lambda word: -len(word)))})(?:s|en)?$")
_RANKS = (RankRule("statute", kind="Wet"), RankRule("constitution", kind="Grondwet"))
_YEARS = re.compile(r"(?:18|19|20|21)\d\d")


class DutchTitles:
    """The titles of instruments in Dutch; see :class:`yange.law.aspects.titles.Titles`."""

    @property
    def kinds(self) -> Mapping[str, str]:
        """The words in titles, and the kind that each names."""
        return _KINDS

    def kind(self, title: str) -> str | None:
        """Return the kind that the first word of a title that names one names: Havenwet, Besluit havens."""
        for word in re.findall(r"[A-Za-zÀ-ÿ-]+", title):
            found = _WORD.search(word.lower())
            if found and (word[0].isupper() or word == word.lower()):
                return _SMALL[found["kind"]]
        return None

    def rank(self, one: Bearer) -> str | None:
        """Return the rank of a statute or a constitution."""
        return rank_by(_RANKS, one)

    def same(self, title: str) -> str:
        """Return a title without years."""
        return _YEARS.sub("", title)

    def is_draft(self, title: str) -> bool:
        """Tell whether a title says that the text is a draft: Voorstel van wet, Ontwerpbesluit."""
        return re.match(r"(?:Voorstel van|Ontwerp|Concept|Wetsvoorstel|Voorontwerp)", title) is not None

    def amends(self, title: str) -> bool:
        """Tell whether a title says that the text amends others: Wijzigingswet, Wet tot wijziging van …."""
        return re.search(r"(?i:wijziging|wijzigingswet|aanpassing)", title) is not None


TITLES = DutchTitles()
