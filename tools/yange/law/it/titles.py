"""Titles of instruments in Italian, their kinds and ranks, and how they are named and numbered.

Italy names an Act by its kind, day and number (legge 7 agosto 1990, n. 241), San Marino by number and day, the European
Union by the number alone (regolamento (UE) 2016/679).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from yange.law.aspects.instruments import NamedInstrument
from yange.law.aspects.titles import Bearer, RankRule, rank_by
from yange.law.it.days import DAY, MONTHS

__all__ = ["INSTRUMENTS", "NAMED", "TITLES", "ItalianInstruments", "ItalianTitles"]

_KINDS = {
    "Legge costituzionale": "Legge costituzionale",
    "Legge regionale": "Legge regionale",
    "Legge provinciale": "Legge provinciale",
    "Legge federale": "Legge federale",
    "Legge qualificata": "Legge qualificata",
    "Legge": "Legge",
    "Decreto-legge": "Decreto-legge",
    "Decreto-Legge": "Decreto-legge",
    "Decreto legge": "Decreto-legge",
    "Decreto legislativo luogotenenziale": "Decreto legislativo",
    "Decreto legislativo": "Decreto legislativo",
    "Decreto delegato": "Decreto delegato",
    "Decreto consiliare": "Decreto consiliare",
    "Decreto reggenziale": "Decreto reggenziale",
    "Decreto del Presidente della Repubblica": "Decreto del Presidente della Repubblica",
    "Decreto del Presidente del Consiglio dei ministri": "Decreto del Presidente del Consiglio dei ministri",
    "Decreto ministeriale": "Decreto ministeriale",
    "Regio decreto-legge": "Regio decreto-legge",
    "Regio decreto": "Regio decreto",
    "Decreto": "Decreto",
    "Testo unico": "Testo unico",
    "Codice": "Codice",
    "Costituzione": "Costituzione",
    "Statuto": "Statuto",
    "Regolamento": "Regolamento",
    "Direttiva": "Direttiva",
    "Decisione": "Decisione",
    "Ordinanza": "Ordinanza",
    "Deliberazione": "Deliberazione",
    "Delibera": "Deliberazione",
    "Provvedimento": "Provvedimento",
    "Circolare": "Circolare",
    "Risoluzione": "Risoluzione",
    "Convenzione": "Convenzione",
    "Accordo": "Accordo",
    "Trattato": "Trattato",
    "Raccomandazione": "Raccomandazione",
    "Parere": "Parere",
}
_ORDERED = sorted(_KINDS, key=lambda name: (-len(name), name))
_AT_START = re.compile(rf"(?i)(?P<kind>{'|'.join(map(re.escape, _ORDERED))})(?![\w-])")
_BY_SMALL = {name.lower(): kind for name, kind in _KINDS.items()}
_RANKS = (
    RankRule("constitution", kind="Costituzione"),
    RankRule("legge costituzionale", kind="Legge costituzionale"),
    *(RankRule("statute", kind=kind) for kind in ("Legge", "Decreto-legge", "Decreto legislativo")),
)
"""A regolamento is an Act of the Union or a rule of a town, a decreto that of a president or a minister: none is"
" guessed."""
_YEARS = re.compile(rf"(?i)\d{{1,2}}[°º]?(?:{'|'.join(MONTHS)})\d{{4}}|,?n\.?\d+(?:/\d+)?|(?:18|19|20|21)\d\d")
_DRAFTS = re.compile(
    r"(?i)^(?:progetto|disegno|proposta|schema|bozza|messaggio)\b|\((?:progetto|schema|bozza)[^()]*\)$"
)
_AMENDS = re.compile(r"(?i)\b(?:modific\w+|modificazion[ei]|integrazion[ei]|che modifica|revisione)\b")
_NUMBER = (
    r"(?:n\.[ \u00a0]?[0-9]{1,5}(?:/[0-9]{2,4})?(?![0-9/-])|\((?:UE|CE|CEE|Euratom)(?:, Euratom)?\)[ \u00a0]"
    r"(?:n\.[ \u00a0])?[0-9]{1,4}/[0-9]{2,4}|[0-9]{2,4}/[0-9]{1,4}/(?:UE|CE|CEE|GAI|PESC|Euratom))"
)
_FORM = re.compile(_NUMBER)
_KIND_IN_TEXT = (
    r"(?i:legge(?: costituzionale| regionale| provinciale| qualificata)?|decreto[- ]legge|decreto legislativo"
    r"|decreto delegato|decreto consiliare|decreto reggenziale|decreto ministeriale|regio decreto(?:[- ]legge)?"
    r"|decreto del Presidente (?:della Repubblica|del Consiglio dei ministri)|decreto|regolamento|direttiva|decisione"
    r"|ordinanza|deliberazione)"
)
_MORE = (
    r"(?:,? (?:recante|concernente|relativ[oa] a|in materia di|pubblicat[oa]|convertit[oa]|e successive mod\w+)"
    r"(?:[^.;]{0,200}?(?=[.;]|,? è abrogat|,? sono abrogat|,? (?:ed?|nonché) (?:il|la|l['’]|gli) )))?"
)
NAMED = (
    rf"(?:{_KIND_IN_TEXT}(?: (?:regionale|provinciale))?(?:(?:,? (?:del )?{DAY})?,? (?P<number>{_NUMBER})"
    rf"(?: del {DAY})?|,? {DAY})){_MORE}"
)
"""The source of a pattern for an instrument named by its kind, day and number; its group is ``number``."""


class ItalianTitles:
    """The titles of instruments in Italian; see :class:`yange.law.aspects.titles.Titles`."""

    @property
    def kinds(self) -> Mapping[str, str]:
        """The words by which titles begin, and the kind that each names."""
        return _KINDS

    def kind(self, title: str) -> str | None:
        """Return the kind of instrument that a title names: LEGGE 7 agosto 1990, n. 241 is a Legge."""
        match = _AT_START.match(title.strip())
        return _BY_SMALL[match["kind"].lower()] if match else None

    def rank(self, one: Bearer) -> str | None:
        """Return the rank of the kinds that have one rank wherever Italian is written."""
        return rank_by(_RANKS, one)

    def same(self, title: str) -> str:
        """Return a title without days, numbers and years."""
        return _YEARS.sub("", title)

    def is_draft(self, title: str) -> bool:
        """Return whether a title says that the text is a draft: Disegno di legge, Proposta di regolamento."""
        return _DRAFTS.search(title) is not None

    def amends(self, title: str) -> bool:
        """Return whether a title says that the text amends others: Modifiche al codice, che modifica la direttiva."""
        return _AMENDS.search(title) is not None


@dataclass(frozen=True)
class ItalianInstruments:
    """The names and numbers of instruments; see :class:`yange.law.aspects.instruments.InstrumentForms`."""

    number: str = _NUMBER
    order: str = r"(?!)"
    replies: frozenset[str] = frozenset({"parere", "risoluzione", "nota"})

    def normal(self, number: str) -> str:
        """Return n. 241 for n.241; what is no number of an Italian text stays as it is."""
        return re.sub(r"^n\.\s?", "n. ", number.replace("\u00a0", " ").strip()) if _FORM.fullmatch(number) else number

    def find_number(self, text: str) -> str | None:
        """Return the first number in a text."""
        match = _FORM.search(text)
        return self.normal(match[0]) if match else None

    def quoted(self, text: str) -> Iterator[NamedInstrument]:
        """Yield nothing: titles are not quoted."""
        yield from ()

    def named(self, text: str) -> Iterator[NamedInstrument]:
        """Yield nothing: a title in running words is read by the statement that it is in."""
        yield from ()


TITLES = ItalianTitles()
INSTRUMENTS = ItalianInstruments()
