"""The facts by which a text is cited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

__all__ = ["CLAUSE", "PATH", "WHERE", "TextReference"]

CLAUSE, WHERE, PATH = "\ue005", "\ue006", "\ue007"
"""Private characters in a record that a script fills in: the name of a clause, its address, its path in the key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextReference:
    """A text, or one clause of it, as it is cited.

    ``key`` is an ASCII name for BibTeX. ``issued`` is the day of promulgation, else that of signing. ``which`` says
    which text of its policy this is (2020年3月1日起施行的文本), and is empty where a citation need not say so.
    ``language`` is a BCP 47 tag. ``address`` is absolute, or empty where the site's own is not known. ``notes`` are
    warnings: an invented sample, an incomplete text. ``clause`` is the name of a clause as citations have it.
    """

    key: str
    title: str
    number: str = ""
    authors: tuple[str, ...] = ()
    place: str = ""
    issued: date | None = None
    which: str = ""
    language: str = ""
    address: str = ""
    notes: tuple[str, ...] = ()
    clause: str = ""
