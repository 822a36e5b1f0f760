"""How Italian texts are laid out."""

from __future__ import annotations

from yange.law.aspects.divisions import Annexes, ClosingLines, Contents, Divisions, FrontLines, GoneWords, Headings
from yange.law.it.numbers import ARTICLE

__all__ = ["DIVISIONS"]

_GONE = "abrogat[oaie]|soppress[oaie]|annullat[oaie]|omiss[oaie]|omissis|decadut[oaie]|stralciat[oaie]"
_MONTHS = "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre"
_KINDS = r"(?:generali|finali|transitorie|preliminari|comuni|abrogative|penali|diverse|di coordinamento|di attuazione)"
_NAMED = r"(?:articol[oi]|comm[aie]|letter[ae]|numer[oi]|capo|sezione|titolo|allegato|periodo)"

DIVISIONS = Divisions(
    front=FrontLines(
        no_title="(?i:indice|sommario)",
        days=rf"\d{{1,2}}[°º]? (?:{_MONTHS}) \d{{4}}|\d{{1,2}}[-/]\d{{1,2}}[-/]\d{{4}}",
        acts="(?i:pubblicat|vigente|entrat[ao] in vigore|modificat|aggiornat|in G\\.U\\.|GU n\\.)",
        whole_days=rf"\d{{1,2}}[°º]? (?:{_MONTHS}) \d{{4}}|\d{{1,2}}[-/]\d{{1,2}}[-/]\d{{4}}",
        captions=r"\((?i:GU|testo (?:vigente|coordinato|aggiornato)|aggiornat[oa]|versione)\b",
    ),
    contents=Contents(names="(?i:indice(?: generale| sistematico| degli articoli)?|sommario)"),
    headings=Headings(
        bold_labels="(?:Articolo |Art\\.)",
        inner_divisions="(?:LIBRO|TITOLO|CAPO|Libro|Titolo|Capo) [IVXLC]",
        unnumbered=(
            rf"(?i:(?:titolo|capo|sezione|parte) (?:preliminare|introduttiv[oa]|finale)[.:]?.{{0,80}}"
            rf"|(?:disposizioni|norme) {_KINDS}(?:(?:,| e| ed) {_KINDS}){{0,3}}[.:]?)"
        ),
        announcements=(
            r"(?i:(?:sostituit[oaie]|inserit[oaie]|aggiunt[oaie]|premess[oaie]|modificat[oaie]|modificazioni"
            r"|seguent[ei])\b[^.;:]{0,120}:$)"
        ),
        restarting=frozenset({ARTICLE}),
        abbreviations=(
            "(?i:artt?|nn?|co|lett|cpv|pp?|pagg?|dott|dr|avv|prof|ing|sigg?|sig\\.ra|ecc|cfr|cit|on|lgs|d|l|r|gu|ss"
            "|segg?"
            "|par|cap|sez|tit|all|tab|vol|ss)"
        ),
    ),
    annexes=Annexes(
        headings=(
            (
                r"(?:\(\()?(?:ALLEGATO|Allegato|APPENDICE|Appendice)(?:\s+(?:n\.\s*)?(?P<n>[IVXLC]{1,6}|\d{1,2}"
                r"|[A-Z])(?:[ -]?(?:bis|ter|quater)|/\d{1,2})?)?\s*(?:\)\))?"
                r"(?:$|[.:–—(-].*$|(?:previst|di cui|all['’]articol|alla legge)[^;]{0,160}$)"
            ),
        ),
        lists=r"Allegati?\s?:",
    ),
    closing=ClosingLines(
        signatures=(
            rf"(?:Dat[oa]|Fatt[oa]) (?:a|in|dalla) [^.;]{{2,80}}|(?:Roma|[A-ZÀ-Ú]\w+), (?:addì|lì|il)?\s?\d{{1,2}}"
            rf"[°º]? (?:{_MONTHS}) \d{{4}}$|(?:Il presente decreto|La presente legge), munit[oa] del sigillo"
        ),
        last_words=(
            r"(?:La presente legge|Il presente (?:decreto|regolamento)).{0,120}?"
            r"(?:entra in vigore|munit[oa] del sigillo)"
        ),
    ),
    gone=GoneWords(
        words=rf"(?i:\b(?:{_GONE}))",
        sentences=(
            rf"(?i:(?:\(\()?(?:(?:il|la|lo|le|i|gli|presente) )?(?:{_NAMED} )?(?:è (?:stat[oa] )?|sono )?"
            rf"(?:{_GONE})"
            r"(?:[ ,]+(?:da|dal|dalla|dall['’]|dai|ai sensi|con|a decorrere)[^;:]{0,120})?(?:\)\))?)"
        ),
        exceptions="ad eccezione|salvo",
    ),
    note_words="AGGIORNAMENTO",
)
"""The layout of Italian texts."""
