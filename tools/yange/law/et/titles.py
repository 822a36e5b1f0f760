"""Titles of Estonian instruments and their kinds: Praamiseadus, Karistusseadustik, Praamide kasutamise kord."""

from __future__ import annotations

import re
from collections.abc import Mapping

from yange.law.aspects.titles import Bearer, RankRule, rank_by

__all__ = ["TITLES", "EstonianTitles"]

_KINDS = {
    "põhiseadus": "põhiseadus",
    "seadustik": "seadus",
    "põhimäärus": "põhimäärus",
    "seadus": "seadus",
    "määrus": "määrus",
    "käskkiri": "käskkiri",
    "korraldus": "korraldus",
    "otsus": "otsus",
    "eeskiri": "eeskiri",
    "juhend": "juhend",
    "leping": "leping",
    "konventsioon": "konventsioon",
    "nõuded": "nõuded",
    "kord": "kord",
}
_KIND = re.compile(rf"(?P<kind>{'|'.join(_KINDS)})(?: \([^()]*\))?$", re.I)
_RANKS = (RankRule("constitution", kind="põhiseadus"), RankRule("statute", kind="seadus"))
_YEARS = re.compile(r"(?:19|20)\d\d(?!\d)(?:\.a(?:asta)?)?")


class EstonianTitles:
    """The titles of instruments in Estonian; see :class:`yange.law.aspects.titles.Titles`."""

    @property
    def kinds(self) -> Mapping[str, str]:
        """The words with which titles end, and the kind that each names."""
        return _KINDS

    def kind(self, title: str) -> str | None:
        """Return the kind of instrument that the end of a title names."""
        match = _KIND.search(title.strip())
        return _KINDS[match["kind"].lower()] if match else None

    def rank(self, one: Bearer) -> str | None:
        """Return the rank of a statute or of the constitution."""
        return rank_by(_RANKS, one)

    def same(self, title: str) -> str:
        """Return a title without years."""
        return _YEARS.sub("", title)

    def is_draft(self, title: str) -> bool:
        """Return whether a title says that the text is a draft: Praamiseaduse eelnõu."""
        return re.search(r"(?i:eelnõu)(?!\w)", title) is not None

    def amends(self, title: str) -> bool:
        """Return whether a title says that the text amends others: Praamiseaduse muutmise seadus."""
        return re.search(r"(?i:muutmi[sn]e|muutmise|täiendamise|kehtetuks tunnistami[sn]e)", title) is not None


TITLES = EstonianTitles()
