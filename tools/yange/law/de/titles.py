"""Titles of instruments in German, and their kinds: Gesetz über den Hafen, Hafenordnung, Verordnung (EU) 2016/679."""

from __future__ import annotations

import re
from collections.abc import Mapping

from yange.law.aspects.titles import Bearer, RankRule, rank_by

__all__ = ["TITLES", "GermanTitles"]

_KINDS = {
    "Durchführungsverordnung": "Verordnung",
    "Rechtsverordnung": "Verordnung",
    "Allgemeine Verwaltungsvorschrift": "Verwaltungsvorschrift",
    "Verwaltungsvorschrift": "Verwaltungsvorschrift",
    "Bundesverfassung": "Verfassung",
    "Grundgesetz": "Verfassung",
    "Verfassung": "Verfassung",
    "Gesetzbuch": "Gesetz",
    "Bundesgesetz": "Gesetz",
    "Gesetz": "Gesetz",
    "Verordnung": "Verordnung",
    "Satzung": "Satzung",
    "Richtlinie": "Richtlinie",
    "Bekanntmachung": "Bekanntmachung",
    "Kundmachung": "Kundmachung",
    "Anordnung": "Anordnung",
    "Beschluss": "Beschluss",
    "Beschluß": "Beschluss",
    "Erlass": "Erlass",
    "Erlaß": "Erlass",
    "Reglement": "Reglement",
    "Ordnung": "Ordnung",
    "Staatsvertrag": "Staatsvertrag",
}
_RANKS = (RankRule("statute", kind="Gesetz"), RankRule("constitution", kind="Verfassung"))
"""A Verordnung is a statutory instrument in Germany and Austria, and a regulation in the European Union: no rank."""
_WORD = "|".join(sorted(_KINDS, key=lambda kind: -len(kind)))
_AT_FRONT = re.compile(
    rf"(?:[A-ZÄÖÜ][\w.]*(?:es|er|e|te|s)? ){{0,2}}?(?P<kind>{_WORD})(?=$| (?:über|zu|zur|zum|für|betreffend|vom"
    rf"|der|des|\())"
)
_AT_END = re.compile(rf"(?P<kind>{'|'.join(sorted((k.lower() for k in _KINDS), key=lambda k: -len(k)))})$", re.I)
_BRACKET = re.compile(r"\s*(?:[–-]\s*[\w-]+|\([^()]*\))\s*$")
_YEARS = re.compile(r"(?:18|19|20|21)\d\d(?!年)")
_DRAFT = re.compile(
    r"(?i:\b(?:Referenten|Regierungs|Vor|Gesetz|Diskussions)?entwurf\b|\(Entwurf\)|\bVernehmlassungsvorlage\b)"
)
_AMENDS = re.compile(
    r"(?i:\bÄnderung|ändernd|\w*änderungs(?:gesetz|verordnung|satzung)|Anpassung|Novelle\b)|^Kundmachung\b"
)
"""A Kundmachung (Liechtenstein, Austria) makes known what others resolved: the numbers it cites are theirs."""


class GermanTitles:
    """The titles of instruments in German; see :class:`yange.law.aspects.titles.Titles`."""

    @property
    def kinds(self) -> Mapping[str, str]:
        """The words by which titles begin or end, and the kind that each names."""
        return _KINDS

    def kind(self, title: str) -> str | None:
        """Return the kind of instrument: a Gesetz over the harbour begins with it, a Hafengesetz ends with it."""
        bare = _BRACKET.sub("", title)
        front = _AT_FRONT.match(bare)
        if front:
            return _KINDS[front["kind"]]
        end = _AT_END.search(bare.split(" ")[-1] if " " in bare else bare)
        return {word.lower(): kind for word, kind in _KINDS.items()}[end["kind"].lower()] if end else None

    def rank(self, one: Bearer) -> str | None:
        """Return the rank of a statute or a constitution; that of other kinds depends on the country."""
        return rank_by(_RANKS, one)

    def same(self, title: str) -> str:
        """Return a title without years."""
        return _YEARS.sub("", title)

    def is_draft(self, title: str) -> bool:
        """Tell whether a title says that the text is a draft: Entwurf eines Gesetzes, Referentenentwurf."""
        return _DRAFT.search(title) is not None

    def amends(self, title: str) -> bool:
        """Tell whether a title says that the text amends others: Gesetz zur Änderung des Hafengesetzes, Kundmachung."""
        return _AMENDS.search(title) is not None


TITLES = GermanTitles()
