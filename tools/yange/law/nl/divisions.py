"""How Dutch texts are laid out: contents, headings without numbers, annexes, signatures, clauses that are gone."""

from __future__ import annotations

from yange.law.aspects.divisions import Annexes, ClosingLines, Contents, Divisions, FrontLines, GoneWords, Headings
from yange.law.nl.days import DAY
from yange.law.nl.numbers import ARTICLE, SIGN

__all__ = ["DIVISIONS"]

_GONE = "vervallen|ingetrokken|gereserveerd|opgeheven|opgeheven bij|treedt niet in werking"
_ANNEX = r"(?:Bijlage|BIJLAGE)(?:\s+(?P<n>[0-9]{1,3}[a-z]?|[IVX]{1,6}|[A-Z]))?\s*(?:$|[.:–—-](?:\s.*)?$|\(.*$|bij .*$)"

DIVISIONS = Divisions(
    front=FrontLines(
        no_title="(?i:inhoud|inhoudsopgave)", days=DAY, acts="gewijzigd|vastgesteld|geldend", whole_days=DAY
    ),
    contents=Contents(names="(?i:Inhoudsopgave|Inhoud)"),
    headings=Headings(
        bold_labels="Artikel ",
        inner_divisions="(?:Hoofdstuk|Afdeling|Titel) [0-9IVXLC]",
        unnumbered="(?:Overgangs- en )?[Ss]lotbepalingen|Algemene bepalingen|Considerans|Aanhef",
        announcements="(?i:(?:ingevoegd|toegevoegd|vervangen|te luiden|luidende|luidt)[^.]{0,60}:$)",
        abbreviations="(?:[Aa]rt|[Nn]r|[Nn]rs|Stb|Stcrt|Trb|PbEU|PbEG|o|bijv|enz|vgl|mr|dr|prof|jo|resp|max|min|ca)",
        opening=frozenset({(ARTICLE, SIGN)}),
        page_numbers=r"[Pp]agina\s*[0-9]{1,4}(?:\s*van\s*[0-9]{1,4})?",
    ),
    annexes=Annexes(headings=(_ANNEX,), lists=r"Bijlagen?\s*:"),
    closing=ClosingLines(
        signatures=rf"(?:Gegeven te )?[A-Z][\w' -]{{1,40}}, (?:de )?{DAY}\s*$|De Minister van [\w ,]{{3,60}},?$",
        last_words=r"(?:Deze|Dit).{0,120}?(?:in werking|vervalt|aangehaald)",
    ),
    gone=GoneWords(
        words=rf"(?i:\b(?:{_GONE}))",
        sentences=rf"(?i:(?:{_GONE})(?:[ ,]*(?:per|bij|door|met ingang van)\b[^;:]{{0,80}})?)",
    ),
)
"""The layout of Dutch texts."""
