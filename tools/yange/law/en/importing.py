"""The aspect of importing in English: titles, numbers, captions, signatures and the furniture of pages.

Titles, numbers and enacting words are those of Acts and instruments of the United Kingdom, Ireland, India, Singapore,
Australia and Canada (Office of the Parliamentary Counsel, Drafting Guidance; Statutory Instrument Practice), of public
laws of the United States (1 U.S.C. 101 to 113) and of the European Union (Joint Practical Guide, guidelines 8 to 9).
"""

from __future__ import annotations

import re

from yange.law.aspects.importing import HeadForms, ImportParts, LineForms, PageForms
from yange.law.common import roman
from yange.law.en.captions import LONG_TITLE, is_caption
from yange.law.en.days import DAY
from yange.law.en.instruments import NUMBER_LINE, read_number
from yange.law.en.titles import TITLES

__all__ = ["IMPORTING", "EnglishHeads", "EnglishLines", "EnglishPages"]

_CLAUSE = re.compile(
    r"^(?:(?:Article|Section|Chapter|Part|Rule|Regulation|ARTICLE|SECTION|CHAPTER|PART|RULE|REGULATION) [0-9IVX]+\b"
    r"|(?:SEC|Sec)\. [0-9]|§ ?[0-9][0-9a-zA-Z.–-]* [A-Z]|[0-9]{1,4}[A-Z]{0,3}(?:\.(?:[—–]| |$)|[—–]|(?= \(1\))"
    r"| (?=[A-Z])))"
)
_LABEL = re.compile(
    r"^(?:(?:Article|Section|Chapter|Part|Rule|Regulation|Schedule|Title|Subtitle|Division|ARTICLE|SECTION"
    r"|CHAPTER|PART|RULE"
    r"|REGULATION|SCHEDULE|TITLE|SUBTITLE|DIVISION) [0-9IVXLC]+[A-Z]*\b(?! ?[-–] ?[0-9])|(?:SEC"
    r"|Sec)\. [0-9]+[A-Z]*\.?|§ ?[0-9][0-9a-zA-Z.–-]*(?= [A-Z])"
    r"|\([0-9A-Za-z]{1,4}\)|[0-9]{1,4}[A-Z]{0,3}(?:\.(?=[—–]| |$)|(?=[—–])|(?= \(1\))|(?= [A-Z“])))"
)
_ARTICLE = re.compile(
    r"^(?:(?:Article|ARTICLE|Section|SECTION|Rule|RULE|Regulation) (?P<n>[0-9]{1,4}|[IVXLC]+)\b|(?:SEC"
    r"|Sec)\. (?P<s>[0-9]{1,4})"
    r"|§ ?(?P<sign>[0-9]{1,5})(?=[0-9a-zA-Z.–-]* [A-Z])|(?P<bare>[0-9]{1,4})[A-Z]{0,3}(?:\.(?=[—–]| |$)|(?=[—–])"
    r"|(?= \(1\))|(?= [A-Z“])))"
)
_FIRST = re.compile(
    r"^(?:(?:Article|ARTICLE|Section|SECTION|Rule|RULE|Regulation|Part|PART|Chapter|CHAPTER|TITLE|Title) (?:1|I"
    r"|ONE|One)\b"
    r"|(?:SEC|Sec)\. 1\b|§ ?1(?:01)?\.? (?=[A-Z])|1(?:\.(?=[—–]| |$)|(?=[—–])|(?= \(1\))|(?= [A-Z“])))"
)
_HEADING = re.compile(
    r"^(?:(?P<part>Part|PART|Title|TITLE|Division|DIVISION|Subtitle|SUBTITLE)|(?P<chapter>Chapter"
    r"|CHAPTER)) [0-9IVXLC]+[A-Z]*\b"
)
_OPENING = re.compile(
    r"^(?:B ?[Ee] it (?:therefore )?enacted|(?:The|THE) [^.]{3,120} enacts?\b|(?:The|THE) [^.]{3,200} (?:makes?"
    r"|make this|in exercise of)\b"
    r"|Her Majesty|His Majesty|Having regard to|Whereas\b|WHEREAS\b|In exercise of the powers|Pursuant to the powers"
    r"|(?:THE|The) (?:EUROPEAN|European|COUNCIL|COMMISSION)\b[^.]{3,120}, ?$|I, [A-Z])"
)
_NOT_TITLES = re.compile(
    r"^(?:(?:An|AN) (?:Act|ACT|Ordinance)$|(?:Amendments?|Repeals?|Application|Extension|Citation|Commencement"
    r"|Effect|Saving|Construction|References?|Power|Provisions|Interpretation"
    r"|Meaning|Duty|Purposes?|Objects?|Revocation|Modifications?|Relationship|Continuation|Definitions?"
    r"|Operation|Short title|Transitional"
    r"|Consequential|Offences?|Administration|Regulations|Rules|Orders?) (?:of|to|for|and|in|under|on|made|as"
    r"|with|by)\b|(?:This|These|In|Any|No|For|It|If|Where|Under|Section|Article) )"
)
_EU_TITLE = re.compile(
    rf"^(?:[A-Z][A-Za-z]+ ){{0,3}}(?:REGULATION|DIRECTIVE|DECISION|Regulation|Directive|Decision) (?:\((?:EU|EC"
    rf"|EEC|Euratom)[^()]*\)"
    rf"|[0-9]{{2,4}}/[0-9]{{1,4}}/).{{0,200}}? of {DAY} .{{6,600}}[^.;:,]$"
)
_EU_BEGINS = re.compile(
    r"^(?:(?:COMMISSION|COUNCIL|Commission|Council) )?(?:(?:IMPLEMENTING|DELEGATED|Implementing"
    r"|Delegated) )?(?:REGULATION|DIRECTIVE|DECISION"
    r"|Regulation|Directive|Decision) (?:\((?:EU|EC|EEC|Euratom)|[0-9]{2,4}/[0-9]{1,4}/)"
)
_SIGNED = re.compile(
    r"^\[?(?:(?:Dated(?: this)?|Date:?|Approved|Signed(?: at [A-Z][A-Za-z ]{1,30},?)?(?: on)?"
    r"|Done at [A-Z][A-Za-z ]{1,30},"
    rf"|Given (?:at|under)[^.]{{3,80}}? (?:on |this )?|Made(?: this)?|Sealed[^.]{{0,60}} on)[ ,]*(?:on "
    rf"|this )?)?(?P<day>{DAY})\.?\]?$"
)
_DATE = re.compile(rf"^[\[(]?(?:{DAY})[\])]?\.?$")
_OFFICES = (
    r"(?:Secretary of State|Parliamentary (?:Under[- ]?)?Secretary(?: of State)?"
    r"|Minister(?: of State)?(?: for [A-Z][A-Za-z, ]+)?"
    r"|[A-Z][a-z]+ Minister|Lord Chancellor|Permanent Secretary|Chief Secretary|Financial Secretary"
    r"|Governor(?:-General)?"
    r"|President(?: of the [A-Z][A-Za-z ]+)?|Attorney[- ]General|Administrator|Director(?: General)?"
    r"|Commissioner(?: of [A-Z][A-Za-z ]+)?"
    r"|Chief Executive(?: in Council)?|Clerk(?: to the [A-Z][A-Za-z ]+)?|Chair(?:man|person)?|Taoiseach"
    r"|Treasurer|Secretary(?: of [A-Z][A-Za-z ]+)?)"
)
_OFFICE = re.compile(rf"^(?:The |A )?{_OFFICES}(?:, [A-Z][A-Za-z ,]{{2,60}})?[,.]?$")
_BODY = re.compile(
    r"^(?:The )?(?:(?:Department|Ministry|Office|Board|Council|Bureau) (?:of|for) [A-Z][A-Za-z, ]{2,60}"
    r"|[A-Z][A-Za-z]+(?: [A-Za-z]+){0,5} (?:Department|Ministry|Office|Board|Council|Commission|Authority|Agency"
    r"|Executive))\.?$"
)
_SIGNS_FOR = re.compile(
    r"^(?:Parliamentary|Minister of State|Clerk|President[.,]?$|Permanent|(?:The )?(?:Department|Ministry) )"
)
"""Who signs for the maker of an instrument, and whose department it is."""
_FOR_BODY = re.compile(
    r"^(?:For|On behalf of|Signed by authority of|By order of)"
    r" (?:the )?(?P<body>[A-Z][A-Za-z]+(?: [A-Za-z]+){0,6})[.,]?$"
)
_PERSON = re.compile(
    r"^(?:The President|The Presidents|[A-Z]\. [A-ZÉÖÜ-]{3,}(?: [A-Z-]{2,})?|I assent\."
    r"|[A-Z]{3,}(?: [A-Z.]{1,}){1,3},)$"
)
_FURNITURE = re.compile(
    r"^(?:(?:GOVERNMENT GAZETTE|REPUBLIC OF SINGAPORE|THE GAZETTE OF INDIA|EXTRAORDINARY|PUBLISHED BY AUTHORITY"
    r"|ACTS SUPPLEMENT"
    r"|STATUTORY INSTRUMENTS|STATUTORY RULES|SUBSIDIARY LEGISLATION SUPPLEMENT|EXPLANATORY NOTES?$|Status: .*"
    r"|Changes to legislation: .*"
    r"|View outstanding changes|Back to top|Previous|Next|Print(?: this page)?|Skip to (?:main )?content|Home"
    r"|Search|Share|Download(?: PDF)?|Contents \|.*)$"
    r"|[0-9]{1,3} STAT\. [0-9]+$|\[\[Page .*\]\]$|PUBLIC LAW [0-9]+[-–][0-9]+—|[0-9]{2,3}(?:th|st|nd"
    r"|rd) Congress$|ISBN\b|Crown Copyright|© ?Crown"
    r"|Official Journal of the European Union|(?:EN )?L [0-9]+/[0-9]+|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4} ?$)"
)
_SUBJECT = re.compile(r"^[A-Z][A-Z ’'&-]{2,60}, [A-Z][A-Z ,&-]{3,60}$")
"""The subject that a statutory instrument prints above its title: HARBOURS, ENGLAND AND WALES."""
_PAGE_NUMBER = re.compile(r"^(?:page|p\.)\s+[0-9]{1,4}(?:\s+of\s+[0-9]{1,4})?$", re.I)
_ANNEX = re.compile(
    r"^(?:(?:THE |The )?(?:(?:FIRST|SECOND|THIRD|FOURTH|FIFTH|SIXTH|First|Second|Third|Fourth|Fifth"
    r"|Sixth) )?(?:SCHEDULE|Schedule|ANNEX|Annex|APPENDIX"
    r"|Appendix)S?(?: [0-9A-Z]{1,4})?)(?:$|[ .:—–-]+[A-Z(].{0,80}[^.;,]$)"
)
_LONGEST = 240
_EU_HEAD = 160
_ENACTED = re.compile(
    r"^B ?[Ee] it (?:therefore )?enacted by (?:the )?(?P<body>Oireachtas|Parliament(?! assembled)"
    r"|Senate and House of Representatives of the United States"
    r"|Legislative Council|[A-Z][a-z]+ Parliament|Council of [A-Z][A-Za-z ]+)"
)
_BODIES = {"Senate and House of Representatives of the United States": "Congress of the United States"}
_MADE_BY = re.compile(
    r"^(?:The|THE) (?P<body>[A-Z][A-Za-z]+(?: (?:of|for|and|the|[A-Z][A-Za-z]+)){0,6}?),?"
    r" (?:makes?|in exercise of|hereby makes?)\b"
)


class EnglishLines(LineForms):
    """The forms of lines; see :class:`yange.law.aspects.importing.LineForms`."""

    def label(self, line: str) -> str | None:
        """Return the number with which a line begins, or ``None``."""
        match = _LABEL.match(line)
        return match[0] if match and not NUMBER_LINE.fullmatch(line) else None

    def is_title(self, line: str) -> bool:
        """Return whether a line has the form of a title: Harbour Boats Act 2020, Regulation (EU) 2016/679 of … on …."""
        if not 6 <= len(line) <= _LONGEST * 3 or _LABEL.match(line) or NUMBER_LINE.fullmatch(line):
            return False
        if _EU_TITLE.match(line):
            return True
        plain = len(line) <= _LONGEST and line[0].isupper() and ". " not in line and ";" not in line
        return plain and _NOT_TITLES.match(line) is None and TITLES.ends(line)

    def may_be_title(self, line: str) -> bool:
        """Return whether the first line of a title printed in several may be this one."""
        return _EU_BEGINS.match(line) is not None

    def number_line(self, line: str) -> str | None:
        """Return the number of which a line consists, or ``None``."""
        match = NUMBER_LINE.fullmatch(line)
        return match["number"] if match else None

    def is_date(self, line: str) -> bool:
        """Return whether a line is nothing but a day."""
        return _DATE.match(line) is not None

    def signing_day(self, line: str) -> str | None:
        """Return the day of a line that only states the day of signing: Dated 3rd March 2020, Done at Brussels, …."""
        match = _SIGNED.match(line)
        return match["day"] if match else None

    def is_signature(self, line: str) -> bool:
        """Return whether a line is the name of a body or an office that signs, or the words that enact."""
        return len(line) <= _LONGEST and any(
            form.match(line) for form in (_OFFICE, _BODY, _FOR_BODY, _PERSON, _ENACTED, _MADE_BY)
        )

    def signatory(self, line: str) -> str | None:
        """Return the body or office that signs in a line or enacts the text; a person's name is left out."""
        for form in (_ENACTED, _MADE_BY, _FOR_BODY):
            match = form.match(line)
            if match:
                body = match["body"].removeprefix("the ")
                return _BODIES.get(body, body)
        named = (_OFFICE.match(line) or _BODY.match(line)) and not (_PERSON.match(line) or _SIGNS_FOR.match(line))
        return line.strip("., ") if named else None

    def is_caption(self, line: str) -> bool:
        """Return whether a line is part of a caption: a long title, the day of assent, or a dated event."""
        return is_caption(line)

    def may_be_caption(self, line: str) -> bool:
        """Return whether a caption may begin with this line."""
        return is_caption(line) or LONG_TITLE.match(line) is not None

    def caption_goes_on(self, line: str) -> bool:
        """Return whether a long title goes on in the next line."""
        return LONG_TITLE.match(line) is not None and not line.endswith((".", ".]"))

    def is_opening(self, line: str) -> bool:
        """Return whether a line begins the words above the first section: Be it enacted, Having regard to."""
        return _OPENING.match(line) is not None or LONG_TITLE.match(line) is not None or line in ("An Act", "AN ACT")

    def is_annex(self, line: str) -> bool:
        """Return whether a line is the heading of a schedule or an annex."""
        return len(line) <= _LONGEST and _ANNEX.match(line) is not None

    def is_first_unit(self, line: str) -> bool:
        """Return whether a line begins with the first number of a series."""
        return _FIRST.match(line) is not None

    def is_clause(self, line: str) -> bool:
        """Return whether a line begins with the number of a clause."""
        return _CLAUSE.match(line) is not None

    def article(self, line: str) -> int:
        """Return the number of the section or article that a line begins, 0 where it begins none."""
        match = _ARTICLE.match(line)
        if match is None or NUMBER_LINE.fullmatch(line):
            return 0
        numeral = next(filter(None, match.groups()))
        return int(numeral) if numeral.isdigit() else roman(numeral) or 0

    def heading(self, line: str) -> tuple[int, int] | None:
        """Return rank and heading level of a part or chapter."""
        match = _HEADING.match(line)
        return None if match is None else (0, 2) if match["part"] else (1, 3)

    def is_article(self, line: str) -> bool:
        """Return whether a line begins with the number of an article or section."""
        return self.article(line) > 0


class EnglishPages(PageForms):
    """The forms of pages; see :class:`yange.law.aspects.importing.PageForms`."""

    def is_furniture(self, line: str) -> bool:
        """Return whether a line is navigation, the letterhead of a gazette or the subject above a title."""
        return _FURNITURE.match(line) is not None or _SUBJECT.match(line) is not None

    def is_running(self, line: str) -> bool:
        """Return whether a line is a page number: Page 3 of 5."""
        return _PAGE_NUMBER.match(line) is not None


class EnglishHeads(HeadForms):
    """The forms of heads; see :class:`yange.law.aspects.importing.HeadForms`."""

    def issuers(self, head: str) -> tuple[tuple[str, ...], int] | None:
        """Return the institutions that the title of an act of the Union names; no title begins with a body."""
        if _EU_BEGINS.match(head) is None:
            return None
        begins, upper = head[:_EU_HEAD], head[:_EU_HEAD].upper()
        if "EUROPEAN PARLIAMENT AND OF THE COUNCIL" in upper:
            return ("European Parliament", "Council of the European Union"), 0
        if begins.upper().startswith("COMMISSION"):
            return ("European Commission",), 0
        return (("Council of the European Union",), 0) if begins.upper().startswith("COUNCIL") else None

    def order_number(self, head: str) -> str | None:
        """Return the number with which the title of an act of the Union begins: Regulation (EU) 2016/679."""
        return read_number(head[:_EU_HEAD]) if _EU_BEGINS.match(head) else None

    def issuer_of_number(self, number: str) -> str | None:
        """Return the body that a number shows: public laws are of Congress."""
        return "Congress of the United States" if number.startswith("Public Law ") else None

    def made_up_title(self, issuer: str, words: str) -> str:
        """Return a title for a text that prints none: its long title, or its first words."""
        first = re.split(r"(?<=[a-z])[.;] ", words)[0].rstrip(".")[:120]
        about = re.match(r"(?:To|For) ", first)
        return f"An Act {first[0].lower()}{first[1:]}" if about else first or issuer


IMPORTING = ImportParts(EnglishLines(), EnglishPages(), heads=EnglishHeads())
