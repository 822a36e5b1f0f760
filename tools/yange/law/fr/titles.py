"""Titles of instruments in French, which begin with the kind: Loi n° 90-12, Règlement grand-ducal du …."""

from __future__ import annotations

import re
from collections.abc import Mapping

from yange.law.aspects.titles import Bearer, RankRule, rank_by

__all__ = ["TITLES", "FrenchTitles"]

_KINDS = {
    "Loi constitutionnelle": "Loi constitutionnelle",
    "Loi organique": "Loi organique",
    "Loi fédérale": "Loi",
    "Loi du pays": "Loi du pays",
    "Loi": "Loi",
    "Code": "Code",
    "Constitution": "Constitution",
    "Ordonnance": "Ordonnance",
    "Décret-loi": "Décret-loi",
    "Décret": "Décret",
    "Règlement grand-ducal": "Règlement grand-ducal",
    "Règlement d'exécution": "Règlement",
    "Règlement délégué": "Règlement",
    "Règlement": "Règlement",
    "Arrêté grand-ducal": "Arrêté",
    "Arrêté fédéral": "Arrêté",
    "Arrêté": "Arrêté",
    "Directive": "Directive",
    "Décision-cadre": "Décision",
    "Décision": "Décision",
    "Délibération": "Délibération",
    "Circulaire": "Circulaire",
    "Instruction": "Instruction",
    "Convention": "Convention",
    "Accord": "Accord",
    "Traité": "Traité",
    "Recommandation": "Recommandation",
    "Avis": "Avis",
}
_AT_START = re.compile(rf"(?P<kind>{'|'.join(sorted(_KINDS, key=len, reverse=True))})\b", re.I)
_FOLDED = {name.lower(): kind for name, kind in _KINDS.items()}
_RANKS = (
    RankRule("constitution", kind="Constitution"),
    RankRule("loi constitutionnelle", kind="Loi constitutionnelle"),
    RankRule("loi organique", kind="Loi organique"),
    RankRule("loi", kind="Loi"),
)
"""An ordonnance is law in France and a regulation in Switzerland, a règlement an Act of the Union: none is guessed."""
_YEARS = re.compile(r"n[°o]?[0-9-]+|(?:18|19|20|21)\d\d")
_DRAFTS = re.compile(r"^(?:avant-projet|projet|proposition) d|\((?:avant-)?projet[^()]*\)$", re.I)
_AMENDS = re.compile(r"\b(?:modifi|complét|abrogeant|rectifi)", re.I)


class FrenchTitles:
    """The titles of instruments in French; see :class:`yange.law.aspects.titles.Titles`."""

    @property
    def kinds(self) -> Mapping[str, str]:
        """The words by which titles begin, and the kind that each names."""
        return _KINDS

    def kind(self, title: str) -> str | None:
        """Return the kind of instrument that a title names: Loi n° 90-12 … is a Loi."""
        match = _AT_START.match(title.strip().replace("’", "'"))
        return _FOLDED[match["kind"].lower()] if match else None

    def rank(self, one: Bearer) -> str | None:
        """Return the rank of an Act; that of other kinds depends on the country."""
        return rank_by(_RANKS, one)

    def same(self, title: str) -> str:
        """Return a title without numbers and years."""
        return _YEARS.sub("", title)

    def is_draft(self, title: str) -> bool:
        """Tell whether a title says that the text is a draft: Projet de loi …, Proposition de loi …."""
        return _DRAFTS.search(title) is not None

    def amends(self, title: str) -> bool:
        """Tell whether a title says that the text amends others."""
        return _AMENDS.search(title) is not None


TITLES = FrenchTitles()
