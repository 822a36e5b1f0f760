"""What each style of number means in one zone of a text: articles or an outline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from yange.model import ClauseKind as Kind
from yange.numbering import ClauseNumber, NumberStyle
from yange.parse.articles import CLEAR, Candidate, best_chain, candidates, is_credible
from yange.parse.evidence import refers
from yange.parse.marks import DIVISIONS, OUTLINE, Line

__all__ = ["Reading", "read_kinds"]

_OUTLINED = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """How one zone is to be read.

    ``kinds`` is what each style numbers (styles that are not in it number items); ``articles`` gives the places of the
    articles by index of the line; ``sections_below`` tells that sections stand below articles (Article I, Section 1).
    """

    kinds: Mapping[NumberStyle, Kind]
    articles: Mapping[int, tuple[Candidate, ...]] = field(default_factory=dict)
    sections_below: bool = False


def read_kinds(lines: Sequence[Line]) -> Reading:
    """Decide how a zone is to be read.

    Articles where there are any (第N条, Article N; Section N where no Article is); numbered 一、 under chapters are
    articles too; otherwise an outline by fixed levels 一、 （一） 1． （1）.
    """
    firsts = [
        (at, number) for at, line in enumerate(lines) for number in line.numbers()[:1] if not refers(line.plain, number)
    ]
    styles = {number.style for _, number in firsts}
    kinds: dict[NumberStyle, Kind] = {style: kind for style, kind in DIVISIONS.items() if style in styles}
    for style in (NumberStyle.ARTICLE, NumberStyle.EN_ARTICLE, NumberStyle.EN_SECTION):
        chain = best_chain(candidates(lines, style))
        if is_credible(chain) and not _cited_by_outline(chain, lines):
            below = style is NumberStyle.EN_ARTICLE and _sections_follow(chain, firsts)
            return Reading({**kinds, style: Kind.ARTICLE}, _by_line(chain), below)
    if NumberStyle.HAN_COMMA in styles and styles & {NumberStyle.CHAPTER, NumberStyle.PART}:
        chain = best_chain(candidates(lines, NumberStyle.HAN_COMMA))
        if is_credible(chain):
            return Reading({**kinds, NumberStyle.HAN_COMMA: Kind.ARTICLE}, _by_line(chain))
    return Reading({**kinds, **OUTLINE})


def _by_line(chain: Sequence[Candidate]) -> dict[int, tuple[Candidate, ...]]:
    return {at: tuple(group) for at, group in groupby(chain, key=lambda candidate: candidate.line)}


def _cited_by_outline(chain: Sequence[Candidate], lines: Sequence[Line]) -> bool:
    """Tell whether an outline merely speaks of another text's articles (第三条明确了… under 一、二、三、)."""
    if chain[0].number.value == (1,):
        return False
    outline = best_chain(candidates(lines, NumberStyle.HAN_COMMA))
    return len(outline) >= _OUTLINED and sum(one.weight >= CLEAR for one in outline) >= _OUTLINED


def _sections_follow(chain: Sequence[Candidate], firsts: Sequence[tuple[int, ClauseNumber]]) -> bool:
    """Tell whether the first section stands after the first article."""
    sections = [at for at, number in firsts if number.style is NumberStyle.EN_SECTION]
    return bool(sections) and sections[0] > chain[0].line
