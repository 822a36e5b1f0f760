"""Sentences of English texts: their spans, their subjects and their numbers.

The formulas are those of the Interpretation Act 1978 (United Kingdom), sections 4 and 16, the Drafting Guidance of the
Office of the Parliamentary Counsel, part 10 (commencement), the House Legislative Counsel's Manual on Drafting Style
(United States), section 333, and the Joint Practical Guide of the European Union, guideline 20.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yange.law.spoken import spoken

__all__ = [
    "BEGINS", "COUNT", "KIND", "LEAD", "NAMED", "OWN", "PART", "UNSURE", "ends_with", "has_letters", "read_count",
    "sentences",
    "subject", "subject_and_exceptions",
]  # fmt: skip

_MAY_SPEAK = re.compile(
    r"\b(?:force|effect|operation|commence|expir|valid|repeal|revok|revoc|rescind|abrogat|annul|suspen|reviv|reinstat"
    r"|exten[dst]|lapse|appl|ceas|terminat|sunset|supersed|replac|withdraw|withdrew|cancel|prolong|renew|term\b|duration"
    r"|continue|go(?:es)? live|no longer|ends?\b)",
    re.IGNORECASE,
)
_LETTER = re.compile("[A-Za-z]")
_SENTENCE = re.compile(
    r"(?:[^.;\n]|\.(?=[0-9A-Za-z)—,;])|(?<=\b[Nn]o)\.|(?<=\b[Ss]ch)\.|(?<=\b(?:[Aa]rt|[Rr]eg|[Cc]ap|Pub))\."
    r"|(?<=\b(?:[Ss]ec|Vol))\.|(?<=\b(?:[Ss]s|[Pp]t))\.|(?<=\b[A-Zcsrp])\.|(?<=\bStat)\.){1,2000}[.;]?"
)
_TENS = {
    "fourteen": 14,
    "fifteen": 15,
    "twenty": 20,
    "twenty-one": 21,
    "twenty-eight": 28,
    "thirty": 30,
    "sixty": 60,
    "ninety": 90,
}
_NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
COUNT = rf"(?P<n>[0-9]{{1,3}}|{'|'.join(sorted((*_NUMBERS, *_TENS), key=len, reverse=True))}|an?)"
BEGINS = (
    r"(?:(?:shall |will |is to |are to )?(?:come|comes|enter|enters|be brought|(?:is|are) brought|be|is|are|take|takes"
    r"|took|entered|came)"
    r"(?: in)?(?:to)? (?:force|effect|operation)|(?:shall |will )?(?:commences?|(?:is|are|be"
    r"|becomes?) effective|(?:has|have|shall have) effect|(?:shall )?(?:applies|apply)(?= from| as from"
    r"| as of)))"
)
PART = re.compile(
    r"\b((?:[Ss]ections?|[Aa]rticles?|[Pp]arts?|[Cc]hapters?|[Ss]chedules?|[Rr]egulations?|[Pp]aragraphs?"
    r"|[Rr]ules?|[Ss]ubsections?"
    r"|[Cc]lauses?|[Aa]nnex(?:es)?) [0-9IVX]+[A-Z]*(?:\([0-9a-z]+\))*(?:(?:, | and | to | or "
    r"|-)[0-9]+[A-Z]*(?:\([0-9a-z]+\))*)*)"
)
OWN = re.compile(
    r"\b(?:This|These|The present) (?!(?:Section|Article|Part|Chapter|Title|Division|Schedule|Paragraph|Rule|Subsection"
    r"|Clause|Annex|Appendix|Point)\b)(?:[A-Z][A-Za-z-]+ ?){1,4}"
    r"|\b(?:[Tt]his|[Tt]hese|[Tt]he(?: present)?) (?:act|law|code|rules?|regulations?|order|ordinance|decree|directive"
    r"|decision|measures?|provisions|by-?laws?|scheme|instrument|notice)\b(?! (?:of|under|made|in)\b)"
    r"|^\W*(?:[0-9a-z]{1,4}[.)])?\W*(?:It|They)?(?: shall)? ?$"
)
LEAD = re.compile(
    r"^\s*(?:[0-9]+(?:\.[0-9]+)*[A-Z]*\.?(?:[ \u00a0]?[—–-])?|\([0-9A-Za-z]{1,4}\)|(?:Section|Article|Rule"
    r"|Regulation|SECTION"
    r"|SEC\.|Sec\.|§) ?[0-9]+[A-Z]*(?:\.|(?=\s+[A-Z—–]))(?:\s*[—–])?)(?:\s*\([0-9A-Za-z]{1,4}\))*\s+"
    r"(?:[A-Z][A-Za-z, ]{2,80}\.(?:—|–"
    r"| ?-)+ ?(?:\([0-9a-z]\) )?)?"
)
_CITED = re.compile(
    r"\b(?:may|shall|is to|are to) be (?:cited|called|referred to) as (?:the )?[^;\n]{2,240}?(?:,? and"
    r"|,)(?: (?:it|they))?\s*$|\bis the [A-Z][^;\n]{2,240}?,? and\s*$"
)
"""The short title in one sentence with the first day: may be cited as the Boats Act 2020 and."""
_OTHERS = re.compile(
    r"\s*(?:[Tt]he )?(?:remaining|remainder|other|rest)(?: of the)?(?: provisions)? of [Tt]h(?:is"
    r"|ese) (?!section|part|chapter)"
    r"[A-Za-z]+ $",
    re.IGNORECASE,
)
_EXCEPT = re.compile(
    r"[,(]? ?\(?(?:except|apart from|other than|excluding|with the exception of"
    r"|save)(?: for)?(?: the)? (?P<parts>[^;]+?)\)?,?\s*$"
)
_MODAL_WORDS = r"(?:(?:shall|will|hereby|accordingly|also|(?:is|are|shall be) deemed to(?: have)?)(?: |$))*"
_MODAL = re.compile(_MODAL_WORDS)
_JOINED = re.compile(r"^[ ,;]*(?:(?:and|but|while|whereas) )?")
_ONLY_PARTS = re.compile(
    rf"\W*(?:[Tt]he )?{PART.pattern}(?:(?:, |,? and )(?:the )?{PART.pattern})*"
    rf"(?: (?:of|to|in) (?:this|these|the present) [A-Za-z-]+)?,? ?{_MODAL_WORDS}"
)
"""A subject that is only parts of the text itself: Section 5 of this Act."""
KIND = (
    r"(?:Acts?|Regulations?|Orders?|Ordinances?|Rules?|Laws?|Code|Decrees?(?:-Law)?|Directives?|Decisions?|By-?[Ll]aws?"
    r"|Bye-[Ll]aws?|Statutes?|Proclamation|Notices?|Notifications?|Instruments?|Measures?|Schemes?|Charter|Resolutions?"
    r"|Provisions|Guidelines|Circulars?|Procedures|Opinions?|Policy|Constitution|Warrant)"
)
"""The last word of the name of an instrument."""
NAMED = re.compile(
    rf"\b(?!(?:This|These|The|That|Those|Such|Any|All|An|No|Each|Every)\b)[A-Z][\w’'-]*(?: \([A-Z]{{2,}}\))? {KIND}\b"
    rf"|\b{KIND} (?:\([A-Z, ]+\) )?(?:No\.? ?)?[0-9]+[/0-9]"
)
"""An instrument named in a sentence: Ferry Rules, Directive 2004/39."""
UNSURE = re.compile(
    r"\b(?:not|never|no longer|if|unless|until|except|exception|excluding|apart from|other than|save|subject to"
    r"|neither|nor|none|hardly|nothing|provided|when"
    r"|where|only|insofar"
    r"|so far as|to the extent|(?-i:may)|whether|had|were|was|would)\b",
    re.IGNORECASE,
)


def has_letters(text: str) -> bool:
    """Return whether a text has a Latin letter: texts of other scripts are read for English, too."""
    return _LETTER.search(text) is not None


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences that may be about commencement, expiry or effects."""
    if has_letters(text):
        yield from spoken(text, _MAY_SPEAK, _SENTENCE)


def subject(words: str) -> tuple[str, ...] | None:
    """Return the clauses named before a statement, () for the whole text, ``None`` for something else."""
    found = subject_and_exceptions(words)
    return found[0] if found is not None and not found[1] else None


def subject_and_exceptions(words: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return the clauses named before a statement, () for the whole text, and those that are excepted.

    ``None`` is something else. The rest of a text, besides clauses that begin on other days, is the whole text. Words
    such as shall may be between the subject and the verb: a text that is expected to begin, or should, does not.
    """
    rest = _CITED.sub("", LEAD.sub("", words))
    without = _EXCEPT.search(rest)
    if without is not None:
        parts = tuple(match[1] for match in PART.finditer(without["parts"]))
        only = PART.sub("", without["parts"]).strip(" ,and") == ""
        before = rest[: without.start()].strip(" ,(")
        own = OWN.search(f"{before} ") is not None and not PART.search(before) and not UNSURE.search(before)
        return ((), parts) if parts and only and own else None
    if UNSURE.search(rest):
        return None
    rest = _JOINED.sub("", rest)
    if _ONLY_PARTS.fullmatch(rest):
        return tuple(match[1] for match in PART.finditer(rest)), ()
    found = OWN.search(rest)
    if found is not None and not rest[: found.start()].strip(' ,"“') and _MODAL.fullmatch(rest[found.end() :].strip()):
        return (), ()
    return ((), ()) if _OTHERS.match(rest) else None


def ends_with(rest: str) -> bool:
    """Return whether a sentence says nothing more."""
    return not rest.strip(" .;,")


def read_count(word: str) -> int:
    """Return the number of a word that :data:`COUNT` matches: 5, five, a."""
    if word in ("a", "an"):
        return 1
    if word in _TENS:
        return _TENS[word]
    return _NUMBERS.index(word) + 1 if word in _NUMBERS else int(word)
