"""How Portuguese texts are laid out."""

from __future__ import annotations

from yange.law.aspects.divisions import Annexes, ClosingLines, Contents, Divisions, FrontLines, GoneWords, Headings
from yange.law.pt.numbers import ARTICLE

__all__ = ["DIVISIONS"]

_GONE = "revogad[oa]s?|vetad[oa]s?|suprimid[oa]s?|declarad[oa] inconstitucional"
_MONTHS = "janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro"

DIVISIONS = Divisions(
    front=FrontLines(no_title="(?i:índice|sumário)"),
    contents=Contents(names="(?i:índice(?: geral| sistemático)?|sumário)"),
    headings=Headings(
        bold_labels="(?:Artigo |Art\\.)",
        inner_divisions="(?:CAPÍTULO|TÍTULO|Capítulo|Título) [IVXLC]",
        unnumbered=(
            r"(?i:(?:parte|livro|título|capítulo|se[cç]ção) (?:geral|especial|preliminar|complementar|final)"
            r"|(?:disposições|normas) (?:constitucionais )?(?:finais|transitórias|gerais|preliminares|complementares"
            r"|comuns|penais|especiais)(?:(?:,| e) (?:finais|transitórias|gerais|complementares)){0,2}\.?)"
        ),
        announcements=(
            r"(?i:(?:redação|redacção|seguintes?|acrescid[oa]s?|aditad[oa]s?|alterações|vigorar)\b[^.;:]{0,120}:$)"
        ),
        restarting=frozenset({ARTICLE}),
        abbreviations="(?i:arts?|n[ºo°]|srs?|sra|dra?|págs?|exm[oa]|inc|al|als|etc|ss|cf|cap|tít|d|dl)",
    ),
    annexes=Annexes(
        headings=(
            (
                r"(?:ANEXO|Anexo|APÊNDICE|Apêndice)(?:\s+(?:n\.?º\s*)?(?P<n>[IVXLC]{1,6}|[A-Z]|\d{1,2}|ÚNICO|único)"
                r"(?:-[A-Z])?)?\s*(?:$|[.:—–(-].*$|a que se refere[^;]{0,160}$)"
            ),
        ),
        lists=r"Anexos?\s?:",
    ),
    closing=ClosingLines(
        last_words=(
            r"(?:A presente lei|Est[ae] (?:Lei|Decreto|Lei Complementar|Medida Provisória)|O presente"
            r" (?:decreto-lei|diploma|regulamento)).{0,80}?entra(?:rá)? em vigor"
        ),
        signatures=(
            r"(?:Aprovad[oa]|Promulgad[oa]|Referendad[oa]) em \d{1,2}|(?:Publique-se|Feito em [^.;]{2,60})"
            rf"|[A-ZÁÉÍÓÚ][\w ]{{2,40}}, (?:em )?\d{{1,2}}[ºo°]? de (?:{_MONTHS}) de \d{{4}}[^;]{{0,80}}$"
        ),
    ),
    gone=GoneWords(words=rf"(?i:\b(?:{_GONE}))", sentences=rf"(?i:(?:{_GONE})(?: pel[oa] [^;:]{{0,80}})?)"),
)
"""The layout of Portuguese texts."""
