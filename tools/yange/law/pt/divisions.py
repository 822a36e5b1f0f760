"""How Portuguese texts are laid out."""

from __future__ import annotations

from yange.law.aspects.divisions import Annexes, ClosingLines, Contents, Divisions, FrontLines, GoneWords, Headings
from yange.law.pt.numbers import ARTICLE

__all__ = ["DIVISIONS"]

_GONE = "revogad[oa]s?|vetad[oa]s?|suprimid[oa]s?|declarad[oa] inconstitucional"
_MONTHS = "janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro"

DIVISIONS = Divisions(
    front=FrontLines(no_title="(?i:índice|sumário)"),
    contents=Contents(names="(?i:índice|sumário)"),
    headings=Headings(
        inner_divisions="(?:CAPÍTULO|TÍTULO|Capítulo|Título) [IVXLC]",
        unnumbered=r"(?i:disposições (?:finais|transitórias|gerais)(?: e (?:finais|transitórias))?\.?)",
        restarting=frozenset({ARTICLE}),
        abbreviations="(?i:arts?|n[ºo°]|srs?|sra|dra?|págs?|exm[oa]|inc|al|als|etc|ss|cf|cap|tít|d|dl)",
    ),
    annexes=Annexes(headings=(r"(?:ANEXO|Anexo)(?:\s+(?P<n>[A-Z0-9]{1,5}))?\s*(?:$|[.:—–-].*$)",)),
    closing=ClosingLines(
        signatures=rf"[A-ZÁÉÍÓÚ][\w ]{{2,40}}, (?:em )?\d{{1,2}}[ºo°]? de (?:{_MONTHS}) de \d{{4}}[^;]{{0,80}}$"
    ),
    gone=GoneWords(words=rf"(?i:\b(?:{_GONE}))", sentences=rf"(?i:(?:{_GONE})(?: pel[oa] [^;:]{{0,80}})?)"),
)
"""The layout of Portuguese texts."""
