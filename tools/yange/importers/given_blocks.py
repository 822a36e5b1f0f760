"""Choose the levels of the headings that a format gives."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from yange.importers.forms import JoinedForms
from yange.importers.paragraphs import Paragraph
from yange.law import packs
from yange.model import ClauseKind
from yange.readers.source_text import SourceBlockKind

__all__ = ["GivenLevels"]

_TOP, _DEEPEST = 2, 6
"""Heading levels of Markdown below the title."""
_LAST_DIVISION = 1
_DIVISIONS = frozenset({ClauseKind.PART, ClauseKind.CHAPTER, ClauseKind.SECTION, ClauseKind.HEADING, ClauseKind.ANNEX})


class GivenLevels:
    """The heading levels of the blocks of one text.

    A division whose number a pack knows has the level that it has in every text. The other headings have one level
    more for each level of the format above them. The heading of an article is no division: it becomes a paragraph.
    """

    def __init__(self, found: Sequence[Paragraph], forms: JoinedForms) -> None:
        """Read the levels of all headings."""
        self._forms = forms
        self._levels: dict[int, int] = {}
        above = _TOP - 1
        headings = [one for one in found if self._divides(one)]
        for level in sorted({one.given.level for one in headings if one.given}):
            known = [self._known(one) for one in headings if one.given and one.given.level == level]
            above = min(_DEEPEST, max(known) or above + 1)
            self._levels[level] = above

    @property
    def headed(self) -> bool:
        """Whether the format gives any heading of a division."""
        return bool(self._levels)

    def level(self, one: Paragraph) -> int | None:
        """Return the level of a paragraph, 0 for no heading; ``None`` if the format does not say."""
        if one.given is None or one.given.kind is SourceBlockKind.PARAGRAPH:
            return self._known(one) or None if one.given and one.given.unit in _DIVISIONS else None
        if one.given.kind is SourceBlockKind.ANNEX:
            return _TOP
        if not self._divides(one):
            return 0
        level = self._known(one) or self._levels[one.given.level]
        return level + 1 if level == _TOP and one.text in _reserved() else level

    def _divides(self, one: Paragraph) -> bool:
        if one.given is None or one.given.kind is not SourceBlockKind.HEADING:
            return False
        if one.given.unit is not None:
            return one.given.unit in _DIVISIONS
        return not self._forms.is_article(one.text)

    def _known(self, one: Paragraph) -> int:
        """Return the level of a division that a pack knows by its number, or 0."""
        rank, level = self._forms.heading(one.text) or (_LAST_DIVISION + 1, 0)
        return level if rank <= _LAST_DIVISION else 0


@cache
def _reserved() -> frozenset[str]:
    """Return the headings that divide a file of a text into covering notice and text."""
    fronts = (grammar.divisions.front for grammar in packs())
    return frozenset(word for front in fronts for word in (*front.covers, *front.bodies))
