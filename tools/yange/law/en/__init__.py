"""The pack of English legal texts, and of the European and American labels that others share with them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from yange.law.aspects.citations import Citations
from yange.law.aspects.numbers import Numbers
from yange.law.aspects.titles import Titles

__all__ = ["ENGLISH", "English"]

_LATIN = re.compile("[A-Za-z]")
_SAMPLE = 4_000


@dataclass(frozen=True)
class English:
    """The grammar of legal texts in English; see :class:`yange.law.grammar.Grammar`."""

    tag: str = "en"
    also: tuple[str, ...] = ("zh-Hans",)

    @cached_property
    def numbers(self) -> Numbers:
        """Return how numbers of clauses are written."""
        from yange.law.en.numbers import NUMBERS

        return NUMBERS

    def share(self, text: str) -> float:
        """Return the share of Latin letters in the beginning of a text."""
        sample = text[:_SAMPLE]
        return len(_LATIN.findall(sample)) / max(1, len(sample))

    @cached_property
    def citations(self) -> Citations:
        """How texts refer to clauses."""
        from yange.law.en.citations import CITATIONS

        return CITATIONS

    @cached_property
    def titles(self) -> Titles:
        """What titles of instruments say: kinds, ranks, drafts."""
        from yange.law.en.titles import TITLES

        return TITLES


ENGLISH = English()
