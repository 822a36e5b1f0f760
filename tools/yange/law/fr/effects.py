"""The aspect of effects in French."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yange.law.aspects.effects import Commencement, EffectStatement, Expiry, LeftWords, ReadStatements
from yange.law.fr.acts import acts
from yange.law.fr.beginnings import commencements
from yange.law.fr.endings import expiries
from yange.law.fr.left import left_words
from yange.law.fr.shifting import SHIFT_WORDS
from yange.law.shifting import shifts
from yange.model import EventKind

__all__ = ["EFFECTS", "FrenchEffects"]

_ARTICLE = re.compile(r"\s*(?:Article|ARTICLE|Art\.)[ \u00a0](?:premier|unique|[LRDA]?O?\.?[ \u00a0]?\*?[0-9]+)")
_LAST_HEADING = re.compile(
    r"\s*(?:#+ *)?.{0,40}(?:[Dd]ispositions?|DISPOSITIONS?) (?:[a-zé]+ (?:et|ou) )?(?:finales?"
    r"|transitoires?|diverses|FINALES)"
)
_MOMENT = re.compile(r"\b(?:dès|lorsque|après|suivant|à la date|fixée)\b")
_LISTED_ELSEWHERE = re.compile("[Aa]nnexe|suivante?s?|ci-après")


@dataclass(frozen=True)
class FrenchEffects:
    """Statements of effect in French; see :class:`yange.law.aspects.effects.EffectForms`."""

    article: re.Pattern[str] = _ARTICLE
    unit: re.Pattern[str] = _ARTICLE
    last_heading: re.Pattern[str] = _LAST_HEADING
    names_a_moment: re.Pattern[str] = _MOMENT
    listed_elsewhere: re.Pattern[str] = _LISTED_ELSEWHERE

    def commencements(self, text: str) -> Iterator[Commencement]:
        """Yield what a text says of its own first day."""
        return commencements(text)

    def expiries(self, text: str) -> Iterator[Expiry]:
        """Yield what a text says of its own last day."""
        return expiries(text)

    def acts(self, text: str, kind: EventKind) -> Iterator[EffectStatement]:
        """Yield what a text does to instruments that it names."""
        yield from acts(text, kind)
        yield from shifts(text, kind, SHIFT_WORDS)

    def left(self, paragraph: str, read: ReadStatements) -> Iterator[LeftWords]:
        """Yield the sentences with words of effect that nobody has read."""
        return left_words(paragraph, read.spans)


EFFECTS = FrenchEffects()
