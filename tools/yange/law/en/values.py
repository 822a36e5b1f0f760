"""Values in English legal texts: dates, amounts, periods, counts, citations, offices. All patterns read match keys.

Thousands are parted by commas, in Canada, South Africa and the European Union by blanks (Interinstitutional
style guide, 6.4), in Switzerland by an apostrophe. A term of imprisonment and an age are no deadlines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from yange.law.aspects.values import DIGIT, AtomKind, Form, Rank, Span, Values, beside, matches, number_start
from yange.law.en.figures import plain

__all__ = ["VALUES"]

_DECIMAL = r"(?:(?<![\d.,])\d{1,3}(?:[ ']\d{3})+(?:\.\d+)?(?![\d'])|\d+(?:,\d{3}){0,9}(?:\.\d+)?)"
_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion "
    "lakh crore"
)
_WORD = f"(?:{'|'.join(f'[{word[0].upper()}{word[0]}](?i:{word[1:]})' for word in _WORDS.split())})"
"""A number word; its first letter is a set, which a regular expression rejects four times as fast as (?i:one)."""
_COUNTED = rf"(?<![\w-])(?:{_DECIMAL}|(?:a )?{_WORD}(?:(?:-| and | ){_WORD}){{0,12}})(?:\(\d{{1,4}}\))?"
"""A number in figures or words, or in both: thirty (30)."""
_START = number_start([*_WORDS.split(), "a ", "an ", "twice", "double", "treble", "triple", "half"])
_GAP = r"(?:[ -]|(?<=\)))"
_SUM = rf"{_DECIMAL}(?: (?:thousand|million|billion|lakhs?|crores?)|(?:bn|m|k)\b)?"
_CODE = (
    "(?:RMB|CNY|USD|HKD|EUR|GBP|JPY|CHF|AUD|CAD|NZD|SGD|TWD|MOP|INR|ZAR|KES|NGN|SEK|NOK|DKK|PLN|CZK|HUF|RON|KRW|BRL"
    r"|MXN|Rs\.?|RM)"
)
_NAME = (
    r"(?:euros?|dollars?|pounds?(?: sterling)?|yuan|francs?|rupees?|cents?|pence|shillings?|yen|won|ringgit|rand"
    r"|kron(?:a|or|er?)|penalty units?|fee units?)\b"
)
# a match key has no space before a symbol: "of $5" is "of$5"
_MONEY = (
    rf"(?:(?<![A-Za-z]){_CODE} ?|(?:(?<![A-Za-z])(?:US|HK|NT|NZ|CA|AU|A|C|S|R))?\$ ?|[€£¥￥₹] ?){_SUM}"
    rf"|(?<![\d.,]){_SUM} ?(?:€|£|{_CODE}(?![A-Za-z])|{_NAME})|(?<![\w-])level \d on the standard scale"
    r"|(?<![\w-])class [A-E] fine"
)
_UNIT = (
    r"(?:square |cubic |nautical )?(?:metre|meter|kilometre|kilometer|centimetre|millimetre|mile|feet|foot"
    r"|inche?|acre"
    r"|hectare|tonne|ton|gross ton|kilogram|gram|litre|liter|gallon|knot|kilowatt|megawatt)|gross tonnage|person"
    r"|member"
    r"|vessel|copie|copy|time|vote|seat|share|employee|worker|passenger|inhabitant|director|day-fine"
)
_SPAN = r"(?:hour|day|week|month|quarter|year)s?\b"
_PERIOD = (
    rf"(?<![\w-])(?=[\dAa]|{_WORD})(?:{_COUNTED}{_GAP}to |(?<=between ){_COUNTED}{_GAP}and )?"
    rf"(?:{_COUNTED} and a half {_SPAN}|{_COUNTED} years? (?:and )?{_COUNTED} months?\b"
    rf"|{_COUNTED} months? and {_COUNTED} days?\b"
    rf"|{_COUNTED}(?:{_GAP}(?:working|calendar|business|clear|consecutive|trading|sitting))?{_GAP}{_SPAN})"
    rf"|(?:(?<=within )|(?<=period of )|(?<=than ))an? (?:(?:working|calendar|business) )?{_SPAN}"
)
_NTH_DAY = (
    r"(?<![\w-])(?:\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|fifteenth|twentieth|thirtieth|sixtieth|ninetieth)(?: (?:working|calendar|business|clear|sitting))? day\b"
    r"(?! of (?:January|February|March|April|May|June|July|August|September|October|November|December))"
)
"""A day counted from an event: the 90th day after."""
_PRISON = r"(?:imprison|incarcerat|penal servitude)\w*|in (?:prison|jail)\b"
_IMPRISONMENT = beside(
    _PERIOD,
    start=_START,
    words="[ijp](?:ncarcerat|ail|rison|enal servitude)",
    before=rf"(?:{_PRISON}|\bprison)(?:(?! (?:within|after|before|from|until|fine|age)\b)[^.;:]){{0,60}}",
    after=(
        r"'?(?: (?:or|and|nor|but)(?: not)? (?:more|less) than| to| but not exceeding)?"
        rf"(?: ?(?:{_COUNTED})[ -]{_SPAN}'?)?(?: of| in)? ?(?:{_PRISON})"
    ),
)
_AGE = beside(
    rf"{_COUNTED}(?: years?)?(?![ -]?(?:month|week|day|hour))",
    start=_START,
    before=r"\b(?:aged|ages?(?: of)?)(?: (?:at least|under|over|below|above|between))? ?",
)
_PARTS = "(?:half|halves|thirds?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)"
_RATIO = (
    r"(?<![\w-])(?<!every )(?:[Oo]ne|[Tt]hree)[ -]quarters?(?= of\b|-)"
    r"|(?<![\w-])(?<!every )[Tt]hree[ -]quarters(?![\w-])"
    rf"|(?<![\w-]){_WORD}[ -]{_PARTS}(?![\w-])(?! (?:part(?:y|ies)|persons?|countr(?:y|ies)"
    rf"|State))"
    rf"|\b[Hh]alf(?= of (?:the|its|his|that|their)\b)|(?<![\w-])an? (?:half|third|quarter|fifth|tenth)(?= of\b)"
    rf"|(?<![\d/.,-])\d{{1,2}}/\d{{1,3}}(?![\d/.,])"
)
_MAJORITY = r"(?:[Ss]imple|[Aa]bsolute|[Ss]pecial) majority\b|majority(?= of (?:the|its|all|those)\b)"
_PLACE = r"(?:\d+[A-Z]{0,2}\b|[IVXL]+\b|\((?:[a-z]+|\d+[A-Z]?)\))(?:\((?:[a-z]+|[A-Z]|\d+[A-Z]?)\))*"
_CITED = (
    "(?:[Aa]rticle|[Ss]ection|[Cc]hapter|[Pp]art|[Rr]ule|[Rr]egulation|[Ss]chedule|[Aa]nnexe?|[Pp]aragraph"
    "|[Ss]ub-?(?:section|paragraph|clause)|[Cc]lause|[Pp]oint|[Rr]ecital)"
)
_JOURNAL = r"\bOJ(?: Special Edition)? ?[LC]? ?\d+(?:, ?\d{1,2}\.\d{1,2}\.\d{4})?(?:, ?p\. ?\d+)?"
"""A page of the Official Journal: where an act is printed."""
_NUMBER = (
    r"\b(?:[A-Z][A-Za-z]+ ){0,4}No\. ?\d+(?: of \d{4})?|\bS\.?I\. ?(?:No\. ?)?\d{4}/\d+"
    r"|\b\d{1,2} U\.S\.C\. ?§*\d+[a-z]*"
    r"|\bPub\. ?L\. ?(?:No\. ?)?\d+-\d+|\b\d{4} c\. ?\d+"
)
_OFFICE = (
    "(?:Office|Centre|Center|Committee|Authority|Department|Bureau|Commission|Council|Agency|Board|Tribunal|Court"
    "|Ministry|Minister|Secretary|Inspectorate|Registrar|Commissioner|Ombudsman|Service)"
)
_CAPITALS = r"[A-Z][a-z]+(?:(?:,? and|,| of)? [A-Z][a-z]+)*"
_BODY = (
    rf"\bSecretary of State(?: for (?:the )?{_CAPITALS})?"
    r"|\b(?:Ministry|Minister|Department|Secretary|Office|Bureau|Board|Court|Committee|Commission)"
    rf" (?:of|for) (?:the )?{_CAPITALS}"
    rf"|\b(?!The |An? |Each |Any |Every )(?:[A-Z][a-z]+ ){{1,5}}{_OFFICE}\b"
    r"(?! (?:Act|Code|Rules|Regulations?|Directive|Decision|Law)\b)"
    r"|\b(?:Scottish|Welsh) Ministers\b|\bLord (?:Chancellor|Advocate)\b"
    rf"|\b(?:Lieutenant )?Governor(?: in Council)?\b|\bDirector(?: General)? of (?:the )?{_CAPITALS}"
    rf"|\bPresident of the {_CAPITALS}|\bChief (?:Constable|Executive|Justice|Inspector)\b|\bRevenue Commissioners\b"
    r"|\b(?:[Ll]ocal|[Ll]icensing|[Pp]lanning|[Ee]nforcing|[Cc]ounty|[Bb]orough|[Dd]istrict|[Pp]arish|[Cc]ity)"
    r" (?:planning |highway |housing )?(?:authority|council)\b"
    r"|(?:(?<=\bthe )|(?<=\bThe ))(?:sheriff|[Cc]hief constable|registrar|coroner|magistrates?' court|county court"
    r"|district (?:court|judge)|justice of the peace|judge|court|tribunal|minister|mayor|clerk of the [a-z]+)\b"
    r"|(?:(?<=\bthe )|(?<=\bThe ))"
    r"(?:Treasury|Ombudsman|Comptroller|Attorney[- ]General|Governor-General"
    r"|Commission|Council|Authority|Agency|Board|Tribunal|Minister|Registrar|Commissioner)\b"
    r"(?! (?:Act|Regulation|Directive|Decision|Delegated|Implementing)\b)|\b[Cc]ompetent authorit(?:y|ies)\b"
)
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = (
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: day of)? {_MONTH}(?:,? ?\d{{4}})?"
    rf"|\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? ?\d{{4}})?(?!\d)"
    rf"|\b{_MONTH},? \d{{4}}\b|(?<![\d.])\d{{1,2}}\.\d{{1,2}}\.\d{{4}}(?!\d)"
)
_CITED_START = r"\b[AaSsCcPpRr](?=rt|nn|ec|ch|ub|ha|la|ar|oi|ul|eg)|§"
_LIST = matches(rf"\b{_CITED}s ?{_PLACE}|§§{_PLACE}", _CITED_START)
_LISTED = re.compile(
    rf"(?:, ?(?:and ?|or ?|to ?)?| ?\b(?:and|or|to|through) ?|-)((?:§ ?)?{_PLACE})"
    r"(?![\d%]|\.\d| (?:working |calendar )?(?:day|week|month|year|hour|per|euro|member|person))"
)
"""A further number of a list of citations: Articles 2, 3 and 4."""


_PARTS_OF = matches(rf"\b{_CITED}s? ?\d+[A-Z]{{0,2}}(?:\([a-z0-9]+\))+", _CITED_START)
_FURTHER_CLAUSE = re.compile(
    rf" ?\b(?:and|or) ({_PLACE})"
    r"(?=[,;.)]|$| (?!(?:days?|weeks?|months?|years?|hours?|per|euros?|members?|persons?|working|calendar)\b))"
)
"""A further clause of one whose parts are cited: section 2(1)(a) or 3."""
_FURTHER_PART = re.compile(
    r"(?:, ?(?:and ?|or ?)?| ?\b(?:and|or|to) ?)(\((?:[a-z]{1,3}|\d+[A-Z]?)\)(?:\([a-z0-9]+\))*)"
)
"""A further part of one clause: Article 13(6), (7) and (8)."""


def _listed(key: str) -> Iterable[Span]:
    """Yield the spans of the numbers in lists of citations, the first with the word before it."""
    for start, at in _LIST(key):
        yield start, at
        while (match := _LISTED.match(key, at)) is not None:
            yield match.span(1)
            at = match.end(1)
    for start, at in _PARTS_OF(key):
        if _FURTHER_PART.match(key, at) or _FURTHER_CLAUSE.match(key, at):
            yield start, at
        while (match := _FURTHER_PART.match(key, at) or _FURTHER_CLAUSE.match(key, at)) is not None:
            yield match.span(1)
            at = match.end(1)


_FORMS = (
    (AtomKind.CITED, matches(_JOURNAL, "O(?=J)")),
    (AtomKind.DATE, matches(_DATE, r"[\dJFMASOND]")),
    (AtomKind.NUMBER, matches(_NUMBER, r"[\dA-Z]")),
    (AtomKind.AMOUNT, matches(_MONEY, r"[\dA-Z$€£¥￥₹lc](?:(?<![lc])|(?=evel |lass ))")),
    (AtomKind.AMOUNT, matches(rf"{_COUNTED}{_GAP}{_NAME}(?: and {_COUNTED} (?:cents|pence)\b)?", _START)),
    (AtomKind.COUNT, matches(rf"{_COUNTED}[ -]years?(?: of age| old|-old)\b", _START)),
    (AtomKind.COUNT, _AGE),
    (AtomKind.RATIO, matches(_RATIO, _START)),
    (AtomKind.RATIO, matches(rf"(?<![\w-])(?:{_MAJORITY})", "[smaSA](?=imple|ajority|bsolute|pecial)")),
    (AtomKind.IMPRISONMENT, _IMPRISONMENT),
    (AtomKind.DEADLINE, matches(_PERIOD, _START)),
    (AtomKind.DEADLINE, matches(_NTH_DAY, r"(?<![\w-])[\dfsten]", needs=" day")),
    (
        AtomKind.PERCENTAGE,
        matches(rf"{_COUNTED}{_GAP}(?:per ?cent(?:um)?|per mille?|percentage points?|basis points?)\b", _START),
    ),
    (
        AtomKind.COUNT,
        matches(
            rf"{_COUNTED}{_GAP}(?:{_UNIT})s?\b|\b(?:twice|double|treble|triple)(?= (?:the|that|its|his)\b)", _START
        ),
    ),
    (AtomKind.CITED, matches(rf"\b{_CITED}s? ?{_PLACE}|§{{1,2}}{_PLACE}", _CITED_START)),
    (
        AtomKind.BODY,
        matches(_BODY, "[A-Z]|[bcdejlmprst](?=ompetent|oc|ic|lan|nf|ou|or|is|ar|it|h[ei]|lerk|u|e|a|in|r)"),
    ),
    # a number in words before any noun in the plural: it counts whatever the noun names
    (
        AtomKind.COUNT,
        matches(rf"(?<![\w-])(?!(?i:one|a) ){_WORD}(?:(?:-| and | ){_WORD}){{0,12}} [a-z]{{3,}}s\b", _START),
    ),
    (AtomKind.FIGURE, matches(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d'])", DIGIT)),
)

VALUES = Values(
    forms=(
        Form(Rank.SPELLED, AtomKind.CITED, _listed),
        *(Form(Rank.SPELLED, kind, find) for kind, find in _FORMS),
    ),
    present=re.compile("[A-Za-z$€£¥￥₹§]"),
    plain=plain,
    inflected=((r"(?<=uthorit)ies\b", "y"),),
    joints=(" to ", " (?:and|but|or|nor) (?:not |no )?(?:more than|exceeding) "),
    cites=("rticle", "ection", "ule", "egulation", "§"),
)
"""The forms of values in English."""
