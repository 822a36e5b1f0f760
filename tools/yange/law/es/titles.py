"""Titles of instruments in Spanish, their kinds and ranks, and how they are named and numbered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from yange.law.aspects.instruments import NamedInstrument
from yange.law.aspects.titles import Bearer, RankRule, rank_by

__all__ = ["INSTRUMENTS", "TITLES", "SpanishInstruments", "SpanishTitles"]

_KINDS = {
    "Ley Orgánica": "Ley Orgánica",
    "Ley Foral": "Ley Foral",
    "Ley": "Ley",
    "Real Decreto-ley": "Real Decreto-ley",
    "Real Decreto Legislativo": "Real Decreto Legislativo",
    "Real Decreto": "Real Decreto",
    "Decreto-ley": "Decreto-ley",
    "Decreto Legislativo": "Decreto Legislativo",
    "Decreto Supremo": "Decreto Supremo",
    "Decreto con Fuerza de Ley": "Decreto con Fuerza de Ley",
    "Decreto Foral": "Decreto Foral",
    "Decreto": "Decreto",
    "Orden Ministerial": "Orden",
    "Orden": "Orden",
    "Resolución": "Resolución",
    "Ordenanza": "Ordenanza",
    "Reglamento": "Reglamento",
    "Instrucción": "Instrucción",
    "Circular": "Circular",
    "Acuerdo": "Acuerdo",
    "Código": "Código",
    "Constitución": "Constitución",
    "Estatuto": "Estatuto",
}
_AT_START = re.compile(rf"(?i)(?P<kind>{'|'.join(map(re.escape, _KINDS))})\b")
_BY_SMALL = {name.lower(): kind for name, kind in _KINDS.items()}
_RANKS = (
    RankRule("constitution", kind="Constitución"),
    *(
        RankRule("statute", kind=kind)
        for kind in ("Ley Orgánica", "Ley Foral", "Ley", "Real Decreto-ley", "Real Decreto Legislativo")
    ),
    *(RankRule("regulation", kind=kind) for kind in ("Real Decreto", "Decreto Supremo")),
)
"""Other kinds have another rank in each country: a Decreto-ley, a Reglamento."""
_YEARS = re.compile(r"(?:18|19|20|21)\d\d")
_DRAFTS = re.compile(r"(?i)^(?:anteproyecto|proyecto|proposici[óo]n|borrador|iniciativa)\b")
_AMENDS = re.compile(r"(?i)\b(?:se modifican?|modificaci[óo]n|reforma|modif[íi]ca(?:n)?se)\b")
_NUMBER = (
    r"(?:Ley(?: Org[áa]nica| Foral)?|Real Decreto(?:-[Ll]ey| Legislativo)?|Decreto(?:-[Ll]ey"
    r"| Supremo| Legislativo| Foral)?|Orden(?: [A-Z]{3})?)"
    r"/?(?: N[.º°]{1,2})? ?\d[\d.]{0,6}(?:/\d{2,4})?(?![\d.]*\d)"
)


class SpanishTitles:
    """The titles of instruments in Spanish; see :class:`yange.law.aspects.titles.Titles`."""

    @property
    def kinds(self) -> Mapping[str, str]:
        """The words by which titles begin, and the kind that each names."""
        return _KINDS

    def kind(self, title: str) -> str | None:
        """Return the kind of instrument that a title names: Ley 39/2015, de 1 de octubre, … is a Ley."""
        match = _AT_START.match(title.strip())
        return _BY_SMALL[match["kind"].lower()] if match else None

    def rank(self, one: Bearer) -> str | None:
        """Return the rank of the kinds that have one rank in every country."""
        return rank_by(_RANKS, one)

    def same(self, title: str) -> str:
        """Return a title without years."""
        return _YEARS.sub("", title)

    def is_draft(self, title: str) -> bool:
        """Tell whether a title says that the text is a draft: Proyecto de Ley, Anteproyecto."""
        return _DRAFTS.search(title) is not None

    def amends(self, title: str) -> bool:
        """Tell whether a title says that the text amends others: por la que se modifica."""
        return _AMENDS.search(title) is not None


@dataclass(frozen=True)
class SpanishInstruments:
    """The names and numbers of instruments; see :class:`yange.law.aspects.instruments.InstrumentForms`."""

    number: str = _NUMBER
    order: str = r"(?!)"
    replies: frozenset[str] = frozenset({"consulta", "dictamen", "carta"})

    def normal(self, number: str) -> str:
        """Return the number with one blank before its figures."""
        return re.sub(r"\s+", " ", number.strip())

    def find_number(self, text: str) -> str | None:
        """Return the first number in a text: Ley 39/2015."""
        match = re.search(_NUMBER, text)
        return self.normal(match[0]) if match else None

    def quoted(self, text: str) -> Iterator[NamedInstrument]:
        """Yield nothing: titles are not quoted."""
        yield from ()

    def named(self, text: str) -> Iterator[NamedInstrument]:
        """Yield nothing: a title in running words is read by the statement that it is in."""
        yield from ()


TITLES = SpanishTitles()
INSTRUMENTS = SpanishInstruments()
