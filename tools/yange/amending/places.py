"""Find the place in a text that an instruction is about: a clause, a counted paragraph, a sentence, a heading.

Paragraphs without numbers are counted in two ways: every line is one (the circular on the drafting of French statutes
of 2000), or a list is part of the paragraph that introduces it. Where the two differ, both places are returned, and
:mod:`yange.amending.apply` changes nothing unless the quoted words are in one of them only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from yange.law import Law, law_named
from yange.law.aspects.amending import ClausePart, PartKind
from yange.law.numbers import either
from yange.model import Clause, ClauseKind, Provisions

__all__ = ["TextPlace", "inside"]

_LONGEST_HEADING = 120
_MIN_HEADED = 0.5
"""The share of articles whose first line is short and followed by others in a text whose articles have headings."""
_LINE = re.compile(r"[^\n]+")
_ENDS = re.compile(r"[.!?][”“»«\")]?(?=[ \u00a0\n]+[^\sa-z0-9])")
_ORDINAL = re.compile(r"(?<![\w.,])[0-9]{1,2}$")


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A piece ``[start, end)`` of a text; its own words begin at ``words``. ``clause`` is set if it is a clause.

    ``exact`` is unset where the borders of a sentence or of a part are not certain: words in it can be changed if they
    occur once, but the piece as a whole cannot.
    """

    start: int
    words: int
    end: int
    clause: Clause | None = None
    exact: bool = True


def inside(provisions: Provisions, clause: Clause, parts: Sequence[ClausePart]) -> tuple[TextPlace, ...]:
    """Return the places that parts of a clause name: one, several if they are counted in two ways, or none."""
    found: tuple[TextPlace, ...] = (_whole(provisions, clause),)
    for part in parts:
        found = tuple(dict.fromkeys(inner for outer in found for inner in _step(provisions, outer, part)))
    return found


def _whole(provisions: Provisions, clause: Clause) -> TextPlace:
    text = provisions.text
    return TextPlace(clause.start, clause.words, clause.start + len(text[clause.start : clause.end].rstrip()), clause)


def _step(provisions: Provisions, outer: TextPlace, part: ClausePart) -> Iterator[TextPlace]:
    match part.kind:
        case PartKind.ITEM:
            yield from _items(provisions, outer, part)
        case PartKind.PARAGRAPH:
            yield from _counted(provisions, outer, part.value[0])
        case PartKind.SENTENCE:
            yield from _sentence(provisions, outer, part.value[0])
        case PartKind.HEADING:
            yield from _heading(provisions, outer)
        case PartKind.INTRODUCTION:
            yield from _introduction(provisions, outer)
        case PartKind.SOMEWHERE:
            yield TextPlace(outer.start, outer.words, outer.end, outer.clause, exact=False)


def _items(provisions: Provisions, outer: TextPlace, part: ClausePart) -> Iterator[TextPlace]:
    """Yield the numbered part nearest to the clause; none if two are equally near."""
    level = _clauses(outer)
    while level:
        fitting = [
            one
            for one in level
            if one.number is not None
            and one.number.value == part.value
            and (not part.styles or one.number.style in part.styles)
        ]
        if fitting:
            yield from (_whole(provisions, one) for one in fitting)
            return
        level = [child for one in level for child in one.children]


def _clauses(outer: TextPlace) -> list[Clause]:
    """Return the clauses of a place, the outermost that are whole in it."""
    if outer.clause is None:
        return []
    children = list(outer.clause.children)
    return [child for child in children if outer.words <= max(child.start, child.words) and child.start < outer.end]


def _counted(provisions: Provisions, outer: TextPlace, nth: int) -> Iterator[TextPlace]:
    lines = _lines(provisions, outer)
    ways = [lines, _paragraphs(provisions, outer)]
    if lines and outer.clause is not None and _may_be_heading(provisions, outer.clause, lines):
        ways = [way[1:] for way in ways]
    for way in ways:
        if way and (nth == -1 or 0 < nth <= len(way)):
            yield way[nth if nth < 0 else nth - 1]


def _lines(provisions: Provisions, outer: TextPlace) -> list[TextPlace]:
    start = _body_start(provisions, outer)
    return [TextPlace(*_trimmed(provisions.text, match)) for match in _LINE.finditer(provisions.text, start, outer.end)
            if match[0].strip()]  # fmt: skip


def _trimmed(text: str, match: re.Match[str]) -> tuple[int, int, int]:
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    return start, start, match.start() + len(match[0].rstrip())


def _paragraphs(provisions: Provisions, outer: TextPlace) -> list[TextPlace]:
    if outer.clause is None:
        return []
    found = []
    for child in outer.clause.children:
        if child.kind is ClauseKind.PARAGRAPH and child.number is None:
            whole = _whole(provisions, child)
            start = whole.words + len(provisions.text[whole.words : whole.end]) - len(
                provisions.text[whole.words : whole.end].lstrip()
            )  # fmt: skip
            found.append(TextPlace(start, start, whole.end))
    return found


def _body_start(provisions: Provisions, outer: TextPlace) -> int:
    """Return where the words of a clause begin behind its heading, if it prints one apart from its paragraphs."""
    clause = outer.clause
    if clause is None or clause.kind is not ClauseKind.ARTICLE or not clause.children:
        return outer.words
    return clause.children[0].start if provisions.text[clause.words : clause.own_end].strip() else outer.words


def _may_be_heading(provisions: Provisions, clause: Clause, lines: Sequence[TextPlace]) -> bool:
    """Return whether the first line of an article is its heading, as in most articles of the text."""
    if clause.kind is not ClauseKind.ARTICLE or not _begins_headed(provisions, clause, lines[0]):
        return False
    articles = [one for one in provisions.primary if one.kind is ClauseKind.ARTICLE]
    return sum(_headed(provisions, one) for one in articles) >= _MIN_HEADED * len(articles)


def _headed(provisions: Provisions, article: Clause) -> bool:
    lines = _lines(provisions, _whole(provisions, article))
    beside = article.children and provisions.text[article.words : article.own_end].strip()
    return bool(beside) or bool(lines and _begins_headed(provisions, article, lines[0]))


def _begins_headed(provisions: Provisions, clause: Clause, first: TextPlace) -> bool:
    beside = "\n" not in provisions.text[clause.start : first.start].strip("\n") and clause.words <= first.start
    same_line = "\n" not in provisions.text[clause.words : first.start]
    short = first.end - first.start <= _LONGEST_HEADING
    return beside and same_line and short and bool(provisions.text[first.end : clause.end].strip())


def _heading(provisions: Provisions, outer: TextPlace) -> Iterator[TextPlace]:
    clause = outer.clause
    if clause is None:
        return
    text = provisions.text
    own = text[clause.words : clause.own_end]
    if own.strip():
        start = clause.words + len(own) - len(own.lstrip())
        yield TextPlace(start, start, clause.words + len(own.rstrip()))
        return
    lines = _lines(provisions, outer)
    if lines and _may_be_heading(provisions, clause, lines):
        yield lines[0]


def _introduction(provisions: Provisions, outer: TextPlace) -> Iterator[TextPlace]:
    """Yield the words of a clause before its first numbered part."""
    if outer.clause is None:
        return
    first = next((one for one in outer.clause.walk() if one is not outer.clause and one.number is not None), None)
    start = _body_start(provisions, outer)
    if first is not None and start < first.start:
        words = provisions.text[start : first.start]
        begin = start + len(words) - len(words.lstrip())
        yield TextPlace(begin, begin, start + len(words.rstrip()))


def _sentence(provisions: Provisions, outer: TextPlace, nth: int) -> Iterator[TextPlace]:
    """Yield a sentence of a place; it is not exact where a full stop before it may belong to a number."""
    start = _body_start(provisions, outer)
    ends, doubtful = _sentence_ends(provisions, start, outer.end)
    begins = [start, *ends]
    begins = [begin for begin in begins if provisions.text[begin : outer.end].strip()]
    if not (nth == -1 or 0 < nth <= len(begins)):
        return
    at = len(begins) - 1 if nth == -1 else nth - 1
    end = begins[at + 1] if at + 1 < len(begins) else outer.end
    words = provisions.text[begins[at] : end]
    begin = begins[at] + len(words) - len(words.lstrip())
    exact = outer.exact and not any(place < end if nth > 0 else place >= begins[max(0, at - 1)] for place in doubtful)
    yield TextPlace(begin, begin, begins[at] + len(words.rstrip()), exact=exact)


def _sentence_ends(provisions: Provisions, start: int, end: int) -> tuple[list[int], list[int]]:
    """Return where sentences end, and the places of full stops that may end one or belong to a number."""
    text = provisions.text[start:end]
    abbreviation = _abbreviations(law_named(provisions.language))
    ends: list[int] = []
    doubtful: list[int] = []
    numbered = {one.start: one.words for one in provisions.walk() if one.number and start <= one.start < end}
    for match in _ENDS.finditer(text):
        at = start + match.start()
        if any(first <= at < words for first, words in numbered.items()):
            continue
        line = text[max(0, match.start() - 40) : match.start()]
        if match[0].startswith(".") and abbreviation.search(line):
            continue
        if match[0].startswith(".") and _ORDINAL.search(line):
            doubtful.append(at)
            continue
        ends.append(start + match.end())
    return ends, doubtful


@cache
def _abbreviations(law: Law) -> re.Pattern[str]:
    """Return the pattern of words before a full stop that ends no sentence, at the end of a text."""
    words = either([grammar.divisions.headings.abbreviations for grammar in law])
    return re.compile(rf"(?:(?<!\w)(?:{words})|(?<![\w])\w)$")
