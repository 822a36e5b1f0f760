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
    """What a caption says; ``[start, end)`` in characters of the text given.

    ``adopted`` is the day on which the first text was passed or approved, ``issued`` that of its promulgation with the
    ``number`` of its order. ``commenced`` is the first day of the first text, ``begins`` that of the last amendment,
    each where the caption prints it. ``unread`` are the phrases with a day whose event was not read, ``unread_day`` is
    the last of their days.
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
    """How a language writes captions."""

    def read(self, text: str) -> Caption | None:
        """Return the caption with which a text begins, ``None`` where it begins with none."""
        ...
