"""Decide the meaning of each style of number in one zone of a text: articles or an outline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from yange.model import ClauseKind as Kind
from yange.numbering import ClauseNumber, NumberedUnit, NumberStyle
from yange.parse.articles import CLEAR, Candidate, best_chain, candidates, is_credible
from yange.parse.evidence import closes_sentence
from yange.parse.marks import OUTLINE, Line, division_kind
from yange.parse.numbered_headings import HeadingNumber, numbered_headings
from yange.parse.sections import DOTTED_OUTLINE, dotted_numbers, numbered_sections

__all__ = ["Reading", "read_kinds"]

_OUTLINED = 3
_TOP = 3
"""Lines below the first of a schedule, among which the section that introduces it is named."""
_ABOVE_OUTLINE = (NumberedUnit.PART, NumberedUnit.CHAPTER)
"""Divisions under which 一、 numbers articles, if no other style does."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How the numbers of one zone are read.

    ``kinds`` has the kind of clause that each style numbers, without the ``outline`` levels of headings; all other
    styles number items. ``articles`` has the places of the articles by index of the line. ``sections_below`` is set if
    sections are below articles (Article I, Section 1).
    """

    kinds: Mapping[NumberStyle, Kind]
    articles: Mapping[int, tuple[Candidate, ...]] = field(default_factory=dict)
    sections_below: bool = False
    headings: Mapping[int, HeadingNumber] = field(default_factory=dict)
    """The headings above articles that are numbered as lists are: A., I., 一、."""
    dotted: Mapping[int, ClauseNumber] = field(default_factory=dict)
    """The places of numbers such as 2, 2.1 and 2.1.1 in a text that is numbered by them."""
    outline: int = 0
    annex: bool = False
    """Whether the zone is an annex, in which paragraphs are numbered without articles (附則)."""

    def kind(self, style: NumberStyle) -> Kind | None:
        """Return the kind of clause that a style numbers, ``None`` for items."""
        if style.unit is NumberedUnit.ARTICLE_PARAGRAPH and (self.articles or self.annex):
            return Kind.PARAGRAPH
        return self.kinds.get(style) or (OUTLINE[style.outline - 1] if 0 < style.outline <= self.outline else None)


def read_kinds(lines: Sequence[Line], *, annex: bool = False) -> Reading:
    """Decide how the numbers of a zone are read.

    A zone with articles (第N条, Article N, or Section N without any Article) is read as articles, and so are 一、 under
    chapters; any other zone is an outline with the fixed levels 一、 （一） 1． （1）.
    """
    firsts = [(at, number) for at, line in enumerate(lines) for number in line.numbers()[:1] if not line.refers(number)]
    styles = {number.style for _, number in firsts}
    kinds: dict[NumberStyle, Kind] = {style: division_kind(style) for style in styles if style.divides}
    reader = lines[0].rules.numbers if lines else None
    sections = numbered_sections(lines)
    for style in reader.articles if reader else ():
        chain = best_chain(candidates(lines, style)) if style in styles or (reader and style in reader.within) else ()
        if annex and _names_source(chain):
            continue
        if is_credible(chain) and not _cited_by_outline(chain, lines) and not _outnumbered(chain, sections):
            if reader and style == reader.over:
                below_it = _divided(lines, chain, [one for one in reader.articles if one != style and one in styles])
                if below_it:
                    places = _by_line(sorted((*below_it, *_undivided(chain, below_it)), key=lambda one: one.line))
                    return Reading({**kinds, style: Kind.PART, below_it[0].number.style: Kind.ARTICLE}, places)
            below = style.unit is NumberedUnit.ARTICLE and _sections_lie_below(chain, firsts, lines)
            series = _series(lines, styles - {style})
            everywhere = [one for each in (chain, *series.values()) for one in each]
            places = _by_line(sorted(everywhere, key=lambda one: (one.line, one.column)))
            numbered = dict.fromkeys((style, *series), Kind.ARTICLE)
            headings = numbered_headings(lines, {at for at, here in places.items() if here[0].column == 0})
            return Reading({**kinds, **numbered}, places, below, headings)
    outermost = sorted(style for style in styles if style.outline == 1)
    for style in outermost if any(style.unit in _ABOVE_OUTLINE for style in styles) else ():
        chain = best_chain(candidates(lines, style))
        if is_credible(chain):
            return Reading({**kinds, style: Kind.ARTICLE}, _by_line(chain))
    if sections:
        return Reading({**kinds, sections[0].number.style: Kind.ARTICLE}, _by_line(sections))
    dotted = dotted_numbers(lines)
    if dotted:
        return Reading(kinds, dotted=dotted, outline=DOTTED_OUTLINE)
    return Reading(kinds, outline=len(OUTLINE))


def _names_source(chain: Sequence[Candidate]) -> bool:
    """Return whether the only number of a schedule is Section 1 at its top: the section that introduces it."""
    first = chain[0] if len(chain) == 1 else None
    if first is None or first.number.style.unit is not NumberedUnit.SECTION:
        return False
    return first.alone and first.line <= _TOP


def _divided(lines: Sequence[Line], over: Sequence[Candidate], styles: Sequence[NumberStyle]) -> tuple[Candidate, ...]:
    """Return the articles that other articles divide: § 1 to § 9 of a text with Artikel I to Artikel III, or none.

    They begin with 1 below one of the articles that divide, and they are more than those.
    """
    for style in styles:
        chain = best_chain(candidates(lines, style))
        begins = bool(chain) and chain[0].number.value == (1,) and chain[0].line > over[0].line
        if not begins or not is_credible(chain) or any(one.weight < CLEAR for one in chain):
            continue
        if len(chain) > len(over) - len(list(_undivided(over, chain))):
            return chain
    return ()


def _undivided(over: Sequence[Candidate], articles: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the places that would divide a text but have no articles below them: they are articles themselves."""
    lines = [one.line for one in articles]
    for nth, one in enumerate(over):
        end = over[nth + 1].line if nth + 1 < len(over) else lines[-1] + 1
        if not any(one.line < line < end for line in lines):
            yield one


def _outnumbered(chain: Sequence[Candidate], sections: Sequence[Candidate]) -> bool:
    """Return whether a text is numbered by sections without a word and only mentions other numbers: Section 5."""
    if len(sections) <= len(chain) or sections[0].number.value != (1,):
        return False
    headed = chain[0].number.value == (1,) and all(one.alone for one in chain)
    return not (headed and chain[0].line < sections[0].line)


def _series(lines: Sequence[Line], styles: Set[NumberStyle]) -> Mapping[NumberStyle, tuple[Candidate, ...]]:
    """Return the chains of the further series of articles in a text: R. 121-1 beside L. 121-1.

    One place that shows itself is enough: the text is known to be one of articles.
    """
    chains = {style: best_chain(candidates(lines, style)) for style in sorted(styles) if style.series}
    return {style: chain for style, chain in chains.items() if any(one.firm for one in chain) or is_credible(chain)}


def _by_line(chain: Sequence[Candidate]) -> dict[int, tuple[Candidate, ...]]:
    return {at: tuple(group) for at, group in groupby(chain, key=lambda candidate: candidate.line)}


def _cited_by_outline(chain: Sequence[Candidate], lines: Sequence[Line]) -> bool:
    """Return whether an outline only mentions another text's articles (第三条明确了… under 一、二、三、).

    Then it has more clear places than the articles do: a code whose first article is 111-1 has lists I, II, III too.
    """
    if chain[0].number.value == (1,):
        return False
    outermost = {number.style for line in lines for number in line.numbers() if number.style.outline == 1}
    outlines = (best_chain(candidates(lines, style)) for style in sorted(outermost))
    least = max(_OUTLINED, 1 + sum(one.firm for one in chain))
    return any(sum(one.weight >= CLEAR for one in outline) >= least for outline in outlines)


def _sections_lie_below(
    chain: Sequence[Candidate], firsts: Sequence[tuple[int, ClauseNumber]], lines: Sequence[Line]
) -> bool:
    """Return whether sections are below articles (Article I, Section 1): the first is after the first article.

    They are above articles if one section has no words except its heading before an article.
    """
    articles = {candidate.line for candidate in chain}
    numbered = [
        (at, number.style.unit is NumberedUnit.SECTION and number.style in lines[0].rules.numbers.articles)
        for at, number in firsts
        if at in articles or number.style.divides
    ]
    sections = [at for at, section in numbered if section]
    if not sections or sections[0] < chain[0].line:
        return False
    return not any(
        section and following in articles and not any(closes_sentence(line) for line in lines[at:following])
        for (at, section), (following, _) in pairwise(numbered)
    )
