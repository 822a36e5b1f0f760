"""Titles of instruments in Portuguese, their kinds and ranks, and how they are named and numbered.

Portugal names an Act by kind, number and year (Lei n.º 46/2018, de 13 de agosto), Brazil by kind, number and day (Lei
nº 8.078, de 11 de setembro de 1990; Lei Complementar 95/1998, arts. 3 and 4).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from yange.law.aspects.instruments import NamedInstrument
from yange.law.aspects.titles import Bearer, RankRule, rank_by
from yange.law.pt.days import MONTHS

__all__ = ["INSTRUMENTS", "NAMED", "TITLES", "PortugueseInstruments", "PortugueseTitles"]

_KINDS = {
    "Lei Constitucional": "Lei Constitucional",
    "Emenda Constitucional": "Emenda Constitucional",
    "Lei Complementar": "Lei Complementar",
    "Lei Orgânica": "Lei Orgânica",
    "Lei Delegada": "Lei Delegada",
    "Lei": "Lei",
    "Decreto-Lei": "Decreto-Lei",
    "Decreto Legislativo Regional": "Decreto Legislativo Regional",
    "Decreto Regulamentar Regional": "Decreto Regulamentar Regional",
    "Decreto Regulamentar": "Decreto Regulamentar",
    "Decreto Legislativo": "Decreto Legislativo",
    "Decreto": "Decreto",
    "Medida Provisória": "Medida Provisória",
    "Portaria": "Portaria",
    "Despacho": "Despacho",
    "Resolução do Conselho de Ministros": "Resolução do Conselho de Ministros",
    "Resolução da Assembleia da República": "Resolução da Assembleia da República",
    "Resolução": "Resolução",
    "Deliberação": "Deliberação",
    "Instrução Normativa": "Instrução Normativa",
    "Regulamento": "Regulamento",
    "Diretiva": "Diretiva",
    "Directiva": "Diretiva",
    "Decisão": "Decisão",
    "Código": "Código",
    "Constituição": "Constituição",
    "Estatuto": "Estatuto",
    "Regimento": "Regimento",
    "Aviso": "Aviso",
    "Circular": "Circular",
    "Tratado": "Tratado",
    "Convenção": "Convenção",
    "Acordo": "Acordo",
    "Recomendação": "Recomendação",
    "Parecer": "Parecer",
}
_ORDERED = sorted(_KINDS, key=lambda name: (-len(name), name))
_AT_START = re.compile(rf"(?i)(?P<kind>{'|'.join(map(re.escape, _ORDERED))})(?![\w-])")
_BY_SMALL = {name.lower(): kind for name, kind in _KINDS.items()}
_RANKS = (
    RankRule("constitution", kind="Constituição"),
    *(RankRule("constitution", kind=kind) for kind in ("Lei Constitucional", "Emenda Constitucional")),
    *(RankRule("statute", kind=kind) for kind in ("Lei Complementar", "Lei Orgânica", "Lei Delegada", "Lei")),
    RankRule("statute", kind="Medida Provisória"),
)
"""A Decreto-Lei is an Act in Portugal and in old law of Brazil, a Decreto Legislativo another thing in each: none is
guessed."""
_YEARS = re.compile(
    rf"(?i),?de\d{{1,2}}[.º°o]{{0,2}}de(?:{'|'.join(MONTHS)})(?:de\d{{4}})?"
    rf"|n[.º°o]{{0,2}}[\d.]+(?:-[A-Z])?(?:/\d{{2,4}})?"
    r"|(?:18|19|20|21)\d\d"
)
_DRAFTS = re.compile(r"(?i)^(?:anteprojet?o|projet?o|proposta|projecto|minuta)\b|\((?:projet?o|minuta)[^()]*\)$")
_AMENDS = re.compile(r"(?i)\b(?:altera|alteração|alterações|modifica|dá nova redação|acrescenta|primeira alteração)\b")
_FIGURES = r"[0-9][0-9.]{0,6}(?:-[A-Z])?(?:/[0-9]{2,4}(?:/[A-Z])?)?(?![0-9/])"
_NUMBER = (
    rf"(?:n\.?[º°o]s?[ \u00a0]?{_FIGURES}|\((?:UE|CE|CEE|Euratom)(?:, Euratom)?\)[ \u00a0](?:n\.?[ºo][ \u00a0])?"
    r"[0-9]{1,4}/[0-9]{2,4}|[0-9]{2,4}/[0-9]{1,4}/(?:UE|CE|CEE|JAI|PESC|Euratom))"
)
_FORM = re.compile(_NUMBER)
_KIND_IN_TEXT = (
    r"(?:(?:Lei|lei)(?: (?:Constitucional|Complementar|Orgânica|Delegada|complementar))?|[Dd]ecreto(?:-[Ll]ei"
    r"| (?:Regulamentar|Legislativo)(?: Regional)?)?|Medida Provisória|Emenda Constitucional|[Pp]ortaria|[Dd]espacho"
    r"|[Rr]esolução(?: do Conselho de Ministros| da Assembleia da República)?|[Rr]egulamento|[Dd]iretiva|[Dd]irectiva"
    r"|[Dd]ecisão|[Dd]eliberação)"
)
_MONTH = "|".join(MONTHS)
_MORE = (
    r"(?:,? (?:que|relativ[oa] a|relativ[oa] à|sobre|alterad[oa]|na (?:sua )?redação|publicad[oa]|na redação)"
    r"[^.;]{0,240}?(?=[.;]|,? e (?:o|a|os|as) [A-Z]|,? (?:é|são|fica|ficam) revogad))?"
)
NAMED = (
    rf"(?:{_KIND_IN_TEXT} (?P<number>{_NUMBER})(?:,? de [0-9]{{1,2}}(?:\.?[º°o])? de (?i:{_MONTH})(?: de"
    rf" [0-9]\.?[0-9]{{3}})?|,? de [0-9]{{4}}(?![0-9]))?"
    rf"(?:, do Parlamento Europeu e do Conselho(?:, de [0-9]{{1,2}} de (?i:{_MONTH}) de [0-9]{{4}})?)?){_MORE}"
)
"""The source of a pattern for an instrument named by its kind and number; its group is ``number``."""


class PortugueseTitles:
    """The titles of instruments in Portuguese; see :class:`yange.law.aspects.titles.Titles`."""

    @property
    def kinds(self) -> Mapping[str, str]:
        """The words by which titles begin, and the kind that each names."""
        return _KINDS

    def kind(self, title: str) -> str | None:
        """Return the kind of instrument that a title names: LEI Nº 8.078 … is a Lei."""
        match = _AT_START.match(title.strip())
        return _BY_SMALL[match["kind"].lower()] if match else None

    def rank(self, one: Bearer) -> str | None:
        """Return the rank of the kinds that have one rank wherever Portuguese is written."""
        return rank_by(_RANKS, one)

    def same(self, title: str) -> str:
        """Return a title without days, numbers and years."""
        return _YEARS.sub("", title)

    def is_draft(self, title: str) -> bool:
        """Return whether a title says that the text is a draft: Projeto de lei, Proposta de lei."""
        return _DRAFTS.search(title) is not None

    def amends(self, title: str) -> bool:
        """Return whether a title says that the text amends others: Altera a Lei n.º 7/2009."""
        return _AMENDS.search(title) is not None


@dataclass(frozen=True)
class PortugueseInstruments:
    """The names and numbers of instruments; see :class:`yange.law.aspects.instruments.InstrumentForms`."""

    number: str = _NUMBER
    order: str = r"(?!)"
    replies: frozenset[str] = frozenset({"parecer", "ofício", "consulta"})

    def normal(self, number: str) -> str:
        """Return n.º 46/2018 for nº46/2018; what is no number of a Portuguese text stays as it is."""
        if not _FORM.fullmatch(number):
            return number
        return re.sub(r"^n\.?[º°o]s?\s?", "n.º ", number.replace("\u00a0", " ").strip())

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


TITLES = PortugueseTitles()
INSTRUMENTS = PortugueseInstruments()
