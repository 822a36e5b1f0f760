"""How much an edit matters. An edit is substantive unless it is known to matter less."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from yange.compare.diff.hunks import Hunk, text_of
from yange.compare.findings.citation_fates import NO_FATES, Fates, same_place
from yange.compare.match.renumbering import ArticleMap, follow
from yange.compare.result import Edit, Grade
from yange.compare.text.atoms import FIGURES, AtomKind
from yange.compare.text.numerals import plain_figure
from yange.compare.text.style import same_but_style
from yange.compare.text.tokens import Token
from yange.law import Law

__all__ = ["GradeRules", "grade_of", "highest"]

_ORDER = (Grade.EDITORIAL, Grade.SCRIPT, Grade.STYLE, Grade.RELOCATED, Grade.CONSEQUENTIAL, Grade.SUBSTANTIVE)


def highest(grades: Sequence[Grade | None]) -> Grade | None:
    """Return the grade that matters most, or ``None`` where there is none."""
    known = [grade for grade in grades if grade is not None]
    return max(known, key=_ORDER.index) if known else None


@dataclass(frozen=True, slots=True)
class GradeRules:
    """What is known about two texts when their edits are graded.

    ``articles`` says which article number became which, ``fates`` what became of all that can be cited.
    ``renamings`` are the body names a person listed as mere renamings (old, new).
    """

    law: Law
    articles: ArticleMap = field(default_factory=dict)
    renamings: frozenset[tuple[str, str]] = frozenset()
    fates: Fates = NO_FATES

    def grade(self, hunk: Hunk, key: str, within: tuple[int, ...] = ()) -> Grade:
        """Grade one changed hunk; ``key`` is the match key of the whole old clause, ``within`` its article number."""
        if len(hunk.old) == len(hunk.new):
            pairs = [pair for pair in zip(hunk.old, hunk.new, strict=True) if pair[0].text != pair[1].text]
            return highest([self._pair((a,), (b,), key, within) for a, b in pairs]) or Grade.EDITORIAL
        return self._pair(hunk.old, hunk.new, key, within)

    def _pair(self, old: Sequence[Token], new: Sequence[Token], key: str, within: tuple[int, ...]) -> Grade:
        was, now = text_of(old), text_of(new)
        if same_but_style(was, now, self.law):
            return Grade.STYLE
        if len(old) == 1 and old[0].atom is AtomKind.LABEL:
            return Grade.CONSEQUENTIAL
        if (was, now) in self.renamings:
            return Grade.CONSEQUENTIAL
        cites = any(token.atom is AtomKind.CITED for token in old)
        if cites and follow(key, self.articles, self.law, old[0].start, old[-1].end) == now:
            return Grade.CONSEQUENTIAL
        if same_place(was, now, self.law) or _same_figure(old, new, self.law):
            return Grade.STYLE
        cited = len(old) == len(new) == 1 and old[0].atom is new[0].atom is AtomKind.CITED
        if cited and self.fates.follows(was, now, key, old[0].start, self.law, within):
            return Grade.CONSEQUENTIAL
        return Grade.SUBSTANTIVE


def _same_figure(old: Sequence[Token], new: Sequence[Token], law: Law) -> bool:
    """Return whether one number is written in words on one side and in figures on the other: 三个月, 3个月."""
    pair = (*old, *new)
    known = len(old) == len(new) == 1 and all(token.atom in FIGURES for token in pair)
    return known and plain_figure(pair[0].text, law) == plain_figure(pair[1].text, law)


def grade_of(edits: Sequence[Edit]) -> Grade | None:
    """Return the highest grade of any edit, ``None`` where nothing changed."""
    return highest([edit.grade for edit in edits])
