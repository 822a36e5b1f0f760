"""Sentences of English texts: their spans, their subjects and their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["BEGINS", "COUNT", "LEAD", "OWN", "PART", "UNSURE", "read_count", "sentences", "subject"]

_MAY_SPEAK = re.compile(
    r"\b(?:force|effect|effective|operation|commence\w*|expir|valid|repeal|revok|rescind|abrogat|annul|suspend|reviv|reinstat|extend|lapse|appl)"
)
_SENTENCE = re.compile(r"(?:[^.;\n]|\.(?=[0-9a-z])|(?<=\b[Nn]o)\.|(?<=\b[Ss])\.){1,2000}[.;]?")
_NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
COUNT = rf"(?P<n>[0-9]{{1,3}}|{'|'.join(_NUMBERS)}|an?)"
BEGINS = (
    r"(?:(?:shall |will |is to |are to )?(?:come|comes|enter|enters|be brought|is brought|be|take|takes"
    r"|took|entered|came)"
    r"(?: in)?(?:to)? (?:force|effect|operation)|(?:shall |will )?(?:commences?|(?:is|are|be"
    r"|becomes?) effective|(?:has|shall have) effect|(?:shall )?(?:applies|apply)(?= from| as from"
    r"| as of)))"
)
PART = re.compile(
    r"\b((?:[Ss]ections?|[Aa]rticles?|[Pp]arts?|[Cc]hapters?|[Ss]chedules?|[Rr]egulations?|[Pp]aragraphs?|[Rr]ules?|[Ss]ubsections?"
    r"|[Cc]lauses?|[Aa]nnex(?:es)?) [0-9IVX]+[A-Z]*(?:\([0-9a-z]+\))*(?:(?:, | and | to | or "
    r"|-)[0-9]+[A-Z]*(?:\([0-9a-z]+\))*)*)"
)
OWN = re.compile(
    r"\b(?:This|These|The present) (?!(?:Section|Article|Part|Chapter|Title|Division|Schedule|Paragraph|Rule|Subsection"
    r"|Clause|Annex|Appendix|Point)\b)(?:[A-Z][A-Za-z-]+ ?){1,4}"
    r"|\b(?:[Tt]his|[Tt]hese|[Tt]he(?: present)?) (?:act|law|code|rules?|regulations?|order|ordinance|decree|directive"
    r"|decision|measures?|provisions|by-?laws?|scheme|instrument|notice)\b(?! (?:of|under|made|in)\b)"
    r"|^(?:\W*[0-9.()a-z]{0,6}\W*)?(?:It|They)?(?: shall)? ?$"
)
LEAD = re.compile(r"^\s*(?:[0-9]+[A-Z]*\.|\([0-9a-z]+\)|(?:Section|Article) [0-9]+[A-Z]*\.)(?:\s*\([0-9a-z]+\))*\s+")
UNSURE = re.compile(
    r"\b(?:not|never|no longer|if|unless|until|except|excluding|other than|save|subject to|provided|when"
    r"|where|only|insofar"
    r"|so far as|to the extent|(?-i:may)|whether|had|were|was|would)\b",
    re.IGNORECASE,
)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences that may be about commencement, expiry or effects."""
    if _MAY_SPEAK.search(text):
        for match in _SENTENCE.finditer(text):
            if _MAY_SPEAK.search(match[0]):
                yield match.span()


def subject(words: str) -> tuple[str, ...] | None:
    """Return the clauses named before a statement, () for the whole text, ``None`` for something else."""
    rest = LEAD.sub("", words)
    if UNSURE.search(rest):
        return None
    parts = tuple(match[1] for match in PART.finditer(rest))
    if parts:
        return parts
    return () if OWN.search((rest.strip() and rest) or "") else None


def read_count(word: str) -> int:
    """Return the number of a word that :data:`COUNT` matches: 5, five, a."""
    if word in ("a", "an"):
        return 1
    return _NUMBERS.index(word) + 1 if word in _NUMBERS else int(word)
