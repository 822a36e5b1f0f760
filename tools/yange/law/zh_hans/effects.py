"""The aspect of effects in Chinese, for every script and place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yange.law.aspects.effects import Commencement, EffectStatement, Expiry, LeftWords, ReadStatements
from yange.law.zh_hans.acts import acts
from yange.law.zh_hans.beginnings import commencements
from yange.law.zh_hans.endings import expiries
from yange.law.zh_hans.left import left_words
from yange.law.zh_hans.packed import SIMPLIFIED, Writing
from yange.model import EventKind

__all__ = ["EFFECTS", "ChineseEffects"]

_ARTICLE = re.compile(r"\s*第[一二三四五六七八九十百零〇0-9]+[条條]")
_UNIT = re.compile(rf"\s*(?:#+ *)?(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])|{_ARTICLE.pattern}")
_LAST_HEADING = re.compile(r"\s*(?:#+ *)?(?:第.{1,4}[编章节部分]+)?\s*附\s*[则則]\s*$")
_MOMENT = re.compile("起|后|时|日期|另行|随|同步")
_LISTED_ELSEWHERE = re.compile("附件|附录|附表|目录|下列|以下")


@dataclass(frozen=True)
class ChineseEffects:
    """Statements of effect in Chinese; see :class:`yange.law.aspects.effects.EffectForms`."""

    writing: Writing = SIMPLIFIED
    article: re.Pattern[str] = _ARTICLE
    unit: re.Pattern[str] = _UNIT
    last_heading: re.Pattern[str] = _LAST_HEADING
    names_a_moment: re.Pattern[str] = _MOMENT
    listed_elsewhere: re.Pattern[str] = _LISTED_ELSEWHERE

    def commencements(self, text: str) -> Iterator[Commencement]:
        """Yield the statements of a text on its own first day."""
        return commencements(text, self.writing)

    def expiries(self, text: str) -> Iterator[Expiry]:
        """Yield the statements of a text on its own last day."""
        return expiries(text, self.writing)

    def acts(self, text: str, kind: EventKind) -> Iterator[EffectStatement]:
        """Yield the effects of a text on instruments that it names."""
        return acts(text, kind, self.writing)

    def left(self, paragraph: str, read: ReadStatements) -> Iterator[LeftWords]:
        """Yield the sentences with words on effects that were not read."""
        return left_words(paragraph, read, self.writing)


EFFECTS = ChineseEffects()
