"""How Hungarian texts are laid out: contents, annexes, clauses that are gone.

The words are those of the decree on drafting (61/2009. (XII. 14.) IRM rendelet) and of the official collection.
"""

from __future__ import annotations

from yange.law.aspects.divisions import Annexes, Contents, Divisions, FrontLines, GoneWords, Headings

__all__ = ["DIVISIONS"]

_GONE = r"\[?hatályon kívül helyezve\]?|hatályát vesztette"

DIVISIONS = Divisions(
    front=FrontLines(no_title="(?i:tartalomjegyzék)"),
    contents=Contents(names="(?i:tartalomjegyzék)"),
    headings=Headings(
        inner_divisions=r"(?<![0-9IVXLC])[0-9IVXLC]{1,7}\. ?(?i:könyv|rész|cím|fejezet)",
        unnumbered="(?i:preambulum|záró rendelkezések|általános rendelkezések|átmeneti rendelkezések)",
        abbreviations="(?:pl|stb|ún|évi|sz|Ft|kb|ill|dr|tv|rend|bek)",
    ),
    annexes=Annexes(
        headings=(r"(?:(?P<n>[0-9]{1,3})\. (?:számú )?)?(?i:melléklet)(?:$|[:.–-].{0,120}$|\s(?:az?|a)\s.{1,120}$)",)
    ),
    gone=GoneWords(words=f"(?i:{_GONE})", sentences=f"(?i:{_GONE})"),
)
"""The layout of Hungarian texts."""
