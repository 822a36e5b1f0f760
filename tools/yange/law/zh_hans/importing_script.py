"""The characters that an import reads, and the days, numbers and kinds of a place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from yange.law.aspects.captions import CaptionForms
from yange.law.aspects.days import DayForms
from yange.law.aspects.instruments import InstrumentForms
from yange.law.zh_hans.captions import CAPTIONS
from yange.law.zh_hans.days import DAYS
from yange.law.zh_hans.instruments import INSTRUMENTS
from yange.law.zh_hans.titles import KIND, KINDS

__all__ = ["SIMPLIFIED", "ImportScript"]


@dataclass(frozen=True, eq=False)
class ImportScript:
    """The script and place of an import's patterns.

    A line is folded (``fold``, one character to one) before a pattern reads it, so ``more_kinds`` and ``more_bodies``
    are in simplified characters; results are cut from the printed line. ``unfold`` writes words of this pack in the
    characters of the script.
    """

    fold: Mapping[int, int] = field(default_factory=dict)
    unfold: Mapping[int, int] = field(default_factory=dict)
    days: DayForms = DAYS
    instruments: InstrumentForms = INSTRUMENTS
    captions: CaptionForms = CAPTIONS
    more_kinds: tuple[str, ...] = ()
    more_bodies: tuple[str, ...] = ()

    def plain(self, line: str) -> str:
        """Return a line in the characters of the patterns, of the same length."""
        return line.translate(self.fold) if self.fold else line

    def unfolded(self, words: str) -> str:
        """Return words of this pack in the characters of the script."""
        return words.translate(self.unfold) if self.unfold else words

    @property
    def day(self) -> str:
        """A regular expression without groups for a day in a folded line."""
        return self.plain(self.days.day)

    @property
    def number(self) -> str:
        """A regular expression without groups for a document number in a folded line."""
        return self.plain(self.instruments.number)

    @property
    def order(self) -> str:
        """A regular expression without groups for the number of an order in a folded line."""
        return self.plain(self.instruments.order)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The last words of titles, in simplified characters."""
        return (*self.more_kinds, *KINDS)

    @property
    def kind(self) -> str:
        """A regular expression without groups for a last word of titles."""
        return rf"(?:{'|'.join(self.more_kinds)}|{KIND})" if self.more_kinds else KIND


SIMPLIFIED = ImportScript()
