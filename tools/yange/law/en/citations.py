"""Read references in English: section 5(1)(a), ss 3–5, regulation 4, paragraph 3 of Schedule 2, 42 U.S.C. 1983.

The names and the order of the parts of provisions are those of the Office of the Parliamentary Counsel, Drafting
Guidance, part 4 (United Kingdom), of the House Legislative Counsel's Manual on Drafting Style, section 312 (United
States: subsection (a), paragraph (1), subparagraph (A), clause (i), subclause (I)), and of the Joint Practical Guide of
the European Union, guideline 16.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from yange.law.aspects.citations import Level, Owner, Reference, Relative, Step
from yange.law.chains import between
from yange.law.common import branches, roman

__all__ = ["CITATIONS", "EnglishCitations"]

_LETTER = re.compile("[A-Za-z§]")
"""Every reference has such a character."""
_UNITS = {
    "article": Level.ARTICLE, "art": Level.ARTICLE, "arts": Level.ARTICLE, "regulation": Level.ARTICLE,
    "reg": Level.ARTICLE, "regs": Level.ARTICLE, "rule": Level.ARTICLE, "r": Level.ARTICLE, "rr": Level.ARTICLE,
    "§": Level.ARTICLE, "§§": Level.ARTICLE, "section": Level.SECTION, "sec": Level.SECTION, "secs": Level.SECTION,
    "s": Level.SECTION, "ss": Level.SECTION, "chapter": Level.CHAPTER, "part": Level.PART, "annex": Level.ANNEX,
    "annexe": Level.ANNEX, "schedule": Level.ANNEX, "sch": Level.ANNEX, "appendix": Level.ANNEX,
}  # fmt: skip
_BRACKETED = r"\([0-9]{1,3}[A-Z]{0,2}\)|\([a-z]{1,3}\)|\([A-Z]{1,4}\)"
_MORE = rf"(?:{_BRACKETED}){{0,7}}"
_BLANK = r"(?:[ \u00a0](?=\([0-9]{1,3}[A-Z]{0,2}\)))?"
"""A blank before the number of a subsection: section 3 (1)."""
_NUMBER = (
    r"(?:[0-9]{1,5}(?:\.[0-9]{1,4}){0,2}(?:[A-Z]{1,3}(?![A-Za-z])|[a-z](?![A-Za-z]))?(?![0-9%]|\.[0-9])"
    r"|[IVXLC]{1,8}(?![A-Za-z]))"
)
_JOIN = r"(?:, and |, or |, | and | or | to | AND | OR | TO |[–‑-])"
_WORDED = (
    r"(?P<unit>[Aa]rticle|[Ss]ection|[Rr]egulation|[Rr]ule|[Cc]hapter|[Pp]art|[Aa]nnexe?|[Ss]chedule|[Aa]ppendix"
    r"|SECTION|ARTICLE|REGULATION|RULE|CHAPTER|PART|SCHEDULE)(?:s|es|S)?"
    r"|(?P<short>[Aa]rts?|[Rr]egs?|[Ss]ecs?|[Ss]ch|ss|s|rr|r)\.?|(?P<sign>§{1,2})"
)
_CITED = re.compile(
    rf"(?<![\w.])(?:{_WORDED})(?:[ \u00a0]"
    rf"|(?<=§))(?P<list>{_NUMBER}{_BLANK}{_MORE}(?:{_JOIN}(?:{_NUMBER}{_BLANK}{_MORE}"
    rf"|(?:{_BRACKETED}){{1,7}}(?![\w]))){{0,30}})"
)
_WITHIN = re.compile(
    r"(?<![\w.-])(?P<unit>[Ss]ub-?sections?|[Ss]ub-?paragraphs?|[Pp]aragraphs?|[Pp]aras?\.?|[Cc]lauses?"
    r"|[Ss]ub-?clauses?|[Pp]oints?|[Ii]tems?)[ \u00a0]"
    rf"(?P<list>(?:(?:{_BRACKETED}){{1,7}}|[0-9]{{1,3}}[A-Z]{{0,2}}{_MORE}(?![\w%]"
    rf"|\.[0-9]))(?:{_JOIN}(?:(?:{_BRACKETED}){{1,7}}|[0-9]{{1,3}}[A-Z]{{0,2}}{_MORE}(?![\w%]|\.[0-9]))){{0,20}})"
)
_CODE = re.compile(
    rf"\b[0-9]{{1,2}}[ \u00a0](?:U\.?S\.?C\.?(?:A\.)?|C\.?F\.?R\.?)[ \u00a0](?:§{{1,2}}[ \u00a0]?"
    rf"|sec\. )?(?P<list>[0-9]{{1,5}}[a-z]{{0,3}}(?:[-–][0-9]{{1,4}}[a-z]?)?{_MORE})"
)
_MEMBER = re.compile(rf"(?P<join>{_JOIN})?(?P<n>{_NUMBER})?{_BLANK}(?P<more>{_MORE})")
_PART = re.compile(_BRACKETED)
_RANGE = ("to", "–", "-", "‑")
_UP = re.compile(r",?[ \u00a0](?:of|to|in)[ \u00a0](?:the[ \u00a0])?")
"""Between a part and the provision that contains it: paragraph (a) of subsection (2)."""
_DOWN = re.compile(r",?[ \u00a0]")
"""Between a provision and its part: Schedule 2, paragraph 3."""
_OWN = re.compile(
    r"\s+(?:of|to|in) (?:this|the present) (?:Act|Law|Code|Rules?|Regulations?|Order|Ordinance|Decree|Directive"
    r"|Decision|By-?laws?"
    r"|Scheme|Measure|Convention|Agreement|title|chapter|part|subpart|act|section|article|schedule|annex)\b"
    r"|\s+(?:above|below|hereof)\b"
)
_KIND = (
    r"(?:Acts?|Law|Code|Rules|Regulations?|Order|Ordinance|Decree|Directive|Decision|By-?laws?|Treaty|Convention"
    r"|Agreement|Protocol"
    r"|Constitution|Charter|Statute|Scheme|Measures|Provisions|Framework|Statutes)"
)
_OTHER = re.compile(
    r"(?:\([^()]{1,40}\))?\s+(?:of|to|in|under) (?:(?:the|that|those) (?!Rules\b|present\b|same\b"
    r"|(?:[A-Z][a-z]+ )?(?:Schedule|Annex|Appendix|Part|Chapter|Table)\b)"
    rf"(?=(?:[A-Z]|[a-z]+ (?:Act|Order|Code)\b|(?:act|order|regulations?|directive|statute|law)\b))"
    rf"|(?=(?:[A-Z][\w’()/-]*,? |(?:of|and|the|for|on|in) ){{0,12}}{_KIND}\b)"
    r"|title [0-9]|(?:Public Law|Pub\. L\.)|such )"
    rf"|,?\s+(?:{_KIND} )?\([^()]{{0,40}}U\.S\.C|,? (?:[A-Z][\w’()-]* ){{1,8}}{_KIND},? [0-9]{{4}}"
)
_BEFORE = re.compile(rf"{_KIND},? (?:of )?[0-9]{{4}}(?: \([^()]{{1,40}}\))?,? (?:in )?$")
"""The title of another instrument before a reference: the Harbour Act 1990, section 5."""
_BY_ARTICLES = re.compile(r"^\W{0,6}(?:Article|ARTICLE|Art\.) (?:[0-9]|[IVX])", re.MULTILINE)
_THIS = re.compile(r"\b[Tt]his (?P<unit>section|article|regulation|rule|Part|Chapter|Schedule|Annex)\b(?! [0-9IVX])")
"""The clause itself; this Regulation with a capital is the act."""
_LINK = re.compile(r"[ \u3000]*(?:（[^（）]{0,60}）|\([^()]{0,60}\))?[ \u3000]*")
_ORDER = {Level.ANNEX: 0, Level.PART: 1, Level.CHAPTER: 2, Level.SECTION: 3, Level.ARTICLE: 4}
_LEVELS = {"number": Level.SUBSECTION, "letter": Level.LETTER, "capital": Level.ITEM, "roman": Level.SUBITEM}
_TITLED = frozenset({"regulation", "rule", "article"})
_OF_A_YEAR = re.compile(r"[A-Z][a-z]+s[ \u00a0](?:1[6-9]|20)[0-9]{2}(?![0-9(A-Za-z])")
"""The end of a title with its year, which looks like a list of regulations."""
_ABOVE_ROMAN = ("letter", "capital", "roman")
_INNER = {"sub-section": 5, "subsection": 5, "paragraph": 6, "para": 6, "sub-paragraph": 7, "subparagraph": 7}


@dataclass(frozen=True, slots=True)
class _Cited:
    """What one unit names: its span, the clauses, and how deep it is."""

    start: int
    end: int
    targets: tuple[tuple[Step, ...], ...]
    depth: int
    other: bool = False


@dataclass(frozen=True)
class EnglishCitations:
    """The references of English texts; see :class:`yange.law.aspects.citations.Citations`.

    ``section`` is what a section is in the text: a division above articles, or the article itself.
    """

    section: Level = Level.SECTION

    def references(self, text: str, start: int, stop: int) -> Iterable[Reference]:
        """Return the references of ``text[start:stop]``; a list of sections is one reference with several targets."""
        if _LETTER.search(text, start, stop) is None:  # Chinese texts are read for English, too
            return
        found = sorted(
            (*self._outer(text, start, stop), *self._inner(text, start, stop)), key=lambda one: (one.start, -one.end)
        )
        for first, last, targets, other in _joined(text, found):
            yield Reference(first, last, text[first:last], targets, _owner(text, first, last, other), first)
        for match in _THIS.finditer(text, start, stop):
            level = _UNITS[match["unit"].lower()]
            step = Step(self.section if level is Level.SECTION else level, (0,), Relative.THIS)
            yield Reference(*match.span(), match[0], ((step,),), Owner.UNSAID, match.start())

    def of_text(self, text: str) -> EnglishCitations:
        """Return the reader for a text: where there are no articles, its sections are what it is numbered by."""
        return self if _BY_ARTICLES.search(text) else EnglishCitations(Level.ARTICLE)

    def link(self, text: str, start: int, stop: int) -> bool:
        """Return whether only spaces and brackets are between a title and a number."""
        return _LINK.fullmatch(text, start, stop) is not None

    def short_name(self, text: str, start: int, stop: int) -> str | None:
        """Return ``None``: short titles of English instruments are not read."""
        return None

    def unquoted(self, text: str, start: int, stop: int) -> Iterable[tuple[int, int]]:
        """Return nothing: in English the instrument's name follows the number, and :meth:`references` reads it."""
        return ()

    def _outer(self, text: str, start: int, stop: int) -> Iterator[_Cited]:
        for match in _CODE.finditer(text, start, stop):
            section = re.match("[0-9]+", match["list"])
            value = (int(section[0]),) if section else (1,)
            yield _Cited(*match.span(), ((Step(Level.ARTICLE, value),),), 4, other=True)
        for match in _CITED.finditer(text, start, stop):
            word = (match["unit"] or match["short"] or match["sign"]).lower()
            if word in _TITLED and _OF_A_YEAR.match(match[0]):
                continue  # the Harbour Boats Regulations 1990
            level = _UNITS[word]
            level = self.section if level is Level.SECTION else level
            targets = tuple(_members(match["list"], level))
            if targets:
                yield _Cited(match.start(), match.end(), targets, _ORDER[level])

    def _inner(self, text: str, start: int, stop: int) -> Iterator[_Cited]:
        for match in _WITHIN.finditer(text, start, stop):
            word = match["unit"].lower().rstrip("s.")
            targets = tuple(_members(match["list"], None))
            if targets:
                yield _Cited(match.start(), match.end(), targets, _INNER.get(word, 8))


def _joined(text: str, found: Sequence[_Cited]) -> Iterator[tuple[int, int, tuple[tuple[Step, ...], ...], bool]]:
    """Join what names parts of one provision: paragraph (a) of section 5, Schedule 2, paragraph 3."""
    at = 0
    while at < len(found):
        one = found[at]
        first, end, targets, depth, other = one.start, one.end, one.targets, one.depth, one.other
        at += 1
        while at < len(found) and found[at].start < end:
            at += 1
        down = depth
        while at < len(found):
            follows = found[at]
            between_them = text[end : follows.start]
            if follows.depth < depth and _UP.fullmatch(between_them) and len(follows.targets) == 1:
                targets = tuple((*follows.targets[0], *_within(follows.targets[0], steps)) for steps in targets)
                depth = follows.depth
            elif follows.depth > down and _DOWN.fullmatch(between_them) and len(targets) == 1 and down <= 2:
                targets = tuple((*targets[0], *_within(targets[0], steps)) for steps in follows.targets)
                down = follows.depth
            else:
                break
            end, at = follows.end, at + 1
        yield first, end, targets, other


def _within(above: Sequence[Step], steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Return the steps of a part below a provision: the paragraphs of a schedule are what it is numbered by."""
    if above[-1].level in (Level.ANNEX, Level.PART) and steps[0].level is Level.SUBSECTION:
        return (Step(Level.ARTICLE, steps[0].value), *steps[1:])
    return steps


def _owner(text: str, start: int, end: int, other: bool) -> Owner:
    if other:
        return Owner.OTHER
    if _OWN.match(text, end):
        return Owner.OWN
    return Owner.OTHER if _OTHER.match(text, end) or _BEFORE.search(text[max(0, start - 120) : start]) else Owner.UNSAID


def _members(words: str, level: Level | None) -> Iterator[tuple[Step, ...]]:
    """Yield the clauses of a list; one in brackets alone goes on from the one before: 5(1) and (2), 5(1)(a) to (c)."""
    last: tuple[Step, ...] = ()
    for match in _MEMBER.finditer(words):
        if not match["n"] and not match["more"]:
            continue
        more = tuple(_parts(match["more"]))
        if match["n"]:
            steps = (Step(level or Level.SUBSECTION, _value(match["n"])), *more)
        elif level is not None and last:
            steps = (*_above(last, more), *more)
        else:
            steps = (*_above(last, more), *more) if last else more
        if not steps:
            return
        if last and (match["join"] or "").strip().lower() in _RANGE:
            yield from between(last, steps)
        yield steps
        last = steps


def _above(last: tuple[Step, ...], more: tuple[Step, ...]) -> tuple[Step, ...]:
    """Return the steps above the one that a further member in brackets replaces."""
    for place in range(len(last) - 1, -1, -1):
        if more and last[place].level is more[0].level:
            return last[:place]
    return last[:-1]


def _parts(brackets: str) -> Iterator[Step]:
    """Yield the steps of (1)(a)(ii)(A): a Roman numeral is below a letter."""
    before = ""
    for match in _PART.finditer(brackets):
        printed = match[0][1:-1]
        numeral = roman(printed) if before in _ABOVE_ROMAN or len(printed) > 1 else None
        if printed[0].isdigit():
            kind, value = "number", _value(printed)
        elif numeral is not None:
            kind, value = "roman", (numeral,)
        else:
            kind = "capital" if printed.isupper() else "letter"
            value = tuple(ord(letter) - ord("a") + 1 for letter in printed.lower())
        before = kind
        yield Step(_LEVELS[kind], value)


def _value(printed: str) -> tuple[int, ...]:
    """Return the value of 12, 12A, 12AA, 3.1 or IV."""
    counted = re.fullmatch(r"([0-9]+)((?:\.[0-9]+)*)([A-Za-z]*)", printed)
    if counted is None:
        return (roman(printed) or 0,)
    return (int(counted[1]), *(int(part) for part in counted[2].split(".")[1:]), *branches(counted[3])[0])


CITATIONS = EnglishCitations()
