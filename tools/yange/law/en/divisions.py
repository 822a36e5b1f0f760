"""The layout of English texts."""

from __future__ import annotations

from yange.law.aspects.divisions import (
    Annexes,
    ClosingLines,
    Contents,
    Divisions,
    FrontLines,
    GoneWords,
    Headings,
)
from yange.law.common import ARABIC_BRACKET
from yange.law.en.numbers import BARE, REGULATION, RULE

__all__ = ["DIVISIONS"]

_GONE = "repealed|omitted|spent|reserved|deleted|revoked|removed|lapsed|rescinded|not used"
_ANNEX = "(?:Annex|Appendix|Schedule|ANNEX|APPENDIX|SCHEDULE)"
_ORDINALS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
_UNITS = "articles?|sections?|rules?|regulations?|paragraphs?|chapters?|parts?"
_CLAUSE = r"[0-9][0-9A-Z]*(?:\([0-9A-Za-z]{1,4}\))*"
_SOURCES = (
    rf"(?i:sections?|articles?|regulations?|rules?|paragraphs?) {_CLAUSE}(?:(?:,| and|, and| to) {_CLAUSE}){{0,12}}"
)

DIVISIONS = Divisions(
    front=FrontLines(
        covers=frozenset({"Notice"}),
        bodies=frozenset({"Text"}),
        no_title="(?i:contents)",
        captions=r"(?i:\((?:[^()]{0,80}, )?(?:As )?(?:adopted|promulgated|amended|made|issued|approved)\b)",
    ),
    contents=Contents(
        names=(
            r"(?i:(?:Table of )?Contents(?: of [^.;]{1,40})?|Table of Provisions|Index|Summary"
            r"|(?:Arrangement|List|Table) of"
            r" (?:Sections|Articles|Rules|Regulations|Clauses|Provisions|Paragraphs|Orders?)"
            r"|(?:Sections|Table) (?:of Contents|Contents))"
        ),
        announced=r"(?i:table of contents (?:for|of) this (?:act|division|title|subtitle|part|chapter) is as follows:)",
    ),
    headings=Headings(
        bold_labels="Article ",
        inner_divisions="(?:Chapter|Part|CHAPTER|PART) [0-9IVXLC]",
        announcements=r"(?i:(?:inserted?|substituted?|amended|added|replaced)[^。.]{0,60}[：:]$|as follows:$)",
        opening=frozenset({(BARE, ARABIC_BRACKET), (RULE, ARABIC_BRACKET), (REGULATION, ARABIC_BRACKET)}),
        abbreviations=(
            "(?i:Nos?|Arts?|Secs?|Paras?|Chs?|Cl|Reg|Regs|Subs|ss|pp|vs|cf|al|Inc|Ltd|Co|Corp|St|Mrs?|Dr|Sch"
            "|Vol|Ed|Cap|etc|viz)"
        ),
    ),
    annexes=Annexes(
        headings=(
            rf"{_ANNEX}(?:\s+(?P<n>[A-Z0-9]{{1,4}}(?:-\d{{1,2}}|[a-z])?))?\s*(?:$|[.:—–-].*$)",
            r"(?:(?:The|THE) )?(?:Schedules?|SCHEDULES?)(?P<n>)\s*$",
            rf"(?:(?:The|THE) )?(?P<n>(?i:{_ORDINALS})) {_ANNEX}\s*(?:$|[:—–-].*$)",
            r"(?P<name>EXPLANATORY NOTES?|Explanatory Notes?)(?P<n>)\s*$",
        ),
        lists=r"Attachments?\s*:",
        all="(?:The )?Schedules|(?:THE )?SCHEDULES",
        sources=rf"[\[(]?(?i:see |(?:as )?introduced by )?{_SOURCES}[\])]?\.?",
    ),
    closing=ClosingLines(
        last_words=r"(?:This\b|These\b).{0,120}?(?:in force|commence|takes? effect|repealed)",
    ),
    gone=GoneWords(
        words=rf"(?i:\b(?:{_GONE}))|(?:Amendments?|Repeals?)(?=[\])])",
        sentences=(
            rf"(?i:(?:this |the |these |those )?(?:{_UNITS})?[ ]?"
            rf"(?:is |are |was |were |has been |have been )?(?:intentionally )?(?:{_GONE})"
            r"(?:[ ,]*(?:by|on|with effect|w\.e\.f|from|under|and)\b[^;:]{0,80})?)"
        ),
    ),
)
"""The layout of English texts."""
