"""The aspect of effects in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yange.law.aspects.effects import Commencement, EffectStatement, Expiry, LeftWords, ReadStatements
from yange.law.en.acts import acts
from yange.law.en.beginnings import commencements
from yange.law.en.endings import expiries
from yange.law.en.left import left_words
from yange.model import EventKind

__all__ = ["EFFECTS", "EnglishEffects"]

_ARTICLE = re.compile(
    r"\s*(?:(?:Section|SECTION|Article|ARTICLE|Rule|RULE|Regulation|Sec\.|SEC\.|Art\.|§) ?[0-9IVX]+[A-Za-z]*\b"
    r"|(?:[0-9]{0,2} ?\[)?[0-9]+[A-Z]*(?:\. |\.?[—–]|(?= \(1\))| (?=[A-Z][a-z]+ [a-z])))"
)
_LAST_HEADING = re.compile(r"\s*(?:#+ *)?.{0,20}(?:[Ff]inal|[Mm]iscellaneous|[Cc]losing) [Pp]rovisions")
_MOMENT = re.compile(r"\b(?:on|after|when|upon|appoint)\b")
_LISTED_ELSEWHERE = re.compile("[Ss]chedule|following")


@dataclass(frozen=True)
class EnglishEffects:
    """Statements of effect in English; see :class:`yange.law.aspects.effects.EffectForms`."""

    article: re.Pattern[str] = _ARTICLE
    unit: re.Pattern[str] = _ARTICLE
    last_heading: re.Pattern[str] = _LAST_HEADING
    names_a_moment: re.Pattern[str] = _MOMENT
    listed_elsewhere: re.Pattern[str] = _LISTED_ELSEWHERE

    def commencements(self, text: str) -> Iterator[Commencement]:
        """Yield the statements of a text on its own first day."""
        return commencements(text)

    def expiries(self, text: str) -> Iterator[Expiry]:
        """Yield the statements of a text on its own last day."""
        return expiries(text)

    def acts(self, text: str, kind: EventKind) -> Iterator[EffectStatement]:
        """Yield the effects of a text on instruments that it names."""
        return acts(text, kind)

    def left(self, paragraph: str, read: ReadStatements) -> Iterator[LeftWords]:
        """Yield the sentences with words on effects that were not read."""
        return left_words(paragraph, read)


EFFECTS = EnglishEffects()
