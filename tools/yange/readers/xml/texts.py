"""A text of law as its vocabulary prints it, before it is a :class:`~yange.readers.source_text.SourceText`."""

from __future__ import annotations

from dataclasses import dataclass, field

from yange.problems import Problem
from yange.readers.source_text import GivenFacts, LeftOut
from yange.readers.xml.pieces import Piece

__all__ = ["PrintedText"]


@dataclass(slots=True)
class PrintedText:
    """The blocks of one text, what is left out of it, what is doubtful, and its facts."""

    pieces: list[Piece]
    left: list[LeftOut] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    given: GivenFacts = field(default_factory=GivenFacts)
    part: bytes | None = None
    """What the text is printed from, as a file, where texts share parts of the file; ``None``: the file itself."""
