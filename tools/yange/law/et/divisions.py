"""How Estonian texts are laid out: contents, headings without numbers, annexes, signatures, clauses that are gone.

The words for clauses that are gone are those of the consolidated texts of Riigi Teataja: *[Kehtetu – RT I, …]*.
"""

from __future__ import annotations

from yange.law.aspects.divisions import Annexes, ClosingLines, Contents, Divisions, FrontLines, GoneWords, Headings
from yange.law.et.days import DAY

__all__ = ["DIVISIONS"]

_GONE = r"(?:käesolevast tekstist )?(?:kehtetu(?:ks tunnistatud)?|välja jäetud|tunnistatud kehtetuks)"
_ANNEX = (
    r"(?:Lisa|LISA|Lisad|LISAD)(?:\s+(?:nr\s+)?(?P<n>[0-9]{1,3}|[IVX]{1,6}|[A-Z]))?\s*(?:$|[.:–—-](?:\s.*)?$|\(.*$)"
)

DIVISIONS = Divisions(
    front=FrontLines(
        no_title="(?i:sisukord|sisu$|vastu võetud|välja antud)",
        days=DAY,
        acts="vastu võetud|jõustu|muudetud|terviktekst|RT I",
        whole_days=DAY,
    ),
    contents=Contents(names="(?i:sisukord)"),
    headings=Headings(
        bold_labels="§",
        inner_divisions="(?<![0-9IVXLC])(?:[0-9IVXLC]{1,5}\\.? )(?:peatükk|jagu|osa)",
        unnumbered="(?i:preambul|rakendussätted|lõppsätted|üldsätted|seletuskiri)",
        announcements="(?i:(?:järgmises sõnastuses|järgmiselt|järgmised muudatused|muudetakse|lisatakse)[^.]{0,60}:$)",
        abbreviations="(?:lg|nr|p|lk|jne|jm|jms|nt|sh|st|ca|vt|a|aa|s\\.o|u|RT|jõust|kd|tk|mln|mld|art|[0-9]{1,2})",
        page_numbers=r"(?i:lk|lehekülg)\.?\s*[0-9]{1,4}(?:\s*/\s*[0-9]{1,4})?",
    ),
    annexes=Annexes(headings=(_ANNEX,), lists="Lisad?:"),
    closing=ClosingLines(
        signatures=(
            rf"(?:[A-ZÕÄÖÜ][\w-]+, )?{DAY}\s*$|Riigikogu (?:ase)?esimees\b.{{0,60}}$"
            r"|(?:Vabariigi )?President\b.{0,60}$"
            r"|(?:Peaminister|Minister|[A-ZÕÄÖÜ][\w-]*minister|Riigisekretär|Kantsler)\b.{0,60}$"
        ),
        last_words=r"(?:Käesolev |See )?(?:[Ss]eadus|[Mm]äärust?|[Oo]tsus).{0,120}?(?:jõustub|rakendatakse|kehtib)",
    ),
    gone=GoneWords(
        words=rf"(?i:{_GONE})",
        sentences=rf"(?i:\[?{_GONE}(?:\s*[-–—]\s*[^;:]{{0,120}}|\s+alates[^;:]{{0,80}})?\]?)",
    ),
    note_words="(?:Märkus|Märkused)",
)
"""The layout of Estonian texts."""
