"""The aspect of captions: the note below a title that lists adoption, issue, amendments and first days."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from yange.model import Amendment

__all__ = ["Caption", "CaptionEvent", "CaptionForms"]


@dataclass(frozen=True, slots=True)
class CaptionEvent:
    """One event of a caption: ``what`` is the word printed (通过, 公布, 修正, 施行 …), ``number`` that of its order."""

    day: date | None
    what: str
    number: str | None
    phrase: str


@dataclass(frozen=True, slots=True)
class Caption:
    """The facts of a caption; ``[start, end)`` is its span in characters.

    ``adopted`` is the day on which the original text was passed or approved, ``issued`` that of its promulgation, with
    the ``number`` of its order. ``commenced`` is the first day of the original text, ``begins`` that of the last
    amendment, if the caption prints them. ``unread`` are the phrases with a day whose event was not read, and
    ``unread_day`` is the last of their days.
    """

    start: int
    end: int
    adopted: date | None = None
    issued: date | None = None
    number: str | None = None
    amendments: tuple[Amendment, ...] = ()
    commenced: date | None = None
    begins: date | None = None
    unread: tuple[str, ...] = ()
    unread_day: date | None = None
    events: tuple[CaptionEvent, ...] = field(default=(), compare=False)


class CaptionForms(Protocol):
    """The captions of a language."""

    def read(self, text: str) -> Caption | None:
        """Return the caption at the beginning of a text, or ``None``."""
        ...
