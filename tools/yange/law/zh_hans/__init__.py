"""The pack of Chinese legal texts in simplified characters: mainland China."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from yange.law.aspects.citations import Citations
from yange.law.aspects.numbers import Numbers
from yange.law.aspects.titles import Titles

__all__ = ["SIMPLIFIED_CHINESE", "SimplifiedChinese"]

_HAN = re.compile("[\u3400-\u9fff]")
_SAMPLE = 4_000


@dataclass(frozen=True)
class SimplifiedChinese:
    """The grammar of legal texts in simplified characters; see :class:`yange.law.grammar.Grammar`."""

    tag: str = "zh-Hans"
    also: tuple[str, ...] = ("en",)

    @cached_property
    def numbers(self) -> Numbers:
        """Return how numbers of clauses are written."""
        from yange.law.zh_hans.numbers import NUMBERS

        return NUMBERS

    def share(self, text: str) -> float:
        """Return the share of Chinese characters in the beginning of a text."""
        sample = text[:_SAMPLE]
        return len(_HAN.findall(sample)) / max(1, len(sample))

    @cached_property
    def citations(self) -> Citations:
        """How texts refer to clauses."""
        from yange.law.zh_hans.citations import CITATIONS

        return CITATIONS

    @cached_property
    def titles(self) -> Titles:
        """What titles of instruments say: kinds, ranks, drafts."""
        from yange.law.zh_hans.titles import TITLES

        return TITLES


SIMPLIFIED_CHINESE = SimplifiedChinese()
