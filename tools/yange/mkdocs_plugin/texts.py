"""What a site is made of, as it was read once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from yange.library import load
from yange.model import Library
from yange.problems import Problem
from yange.timeline import Timeline, build_timeline

__all__ = ["Texts", "read_texts"]


@dataclass(frozen=True, slots=True)
class Texts:
    """A library, what was wrong with its files, and its timeline: one reading, whatever is made of it."""

    library: Library
    problems: tuple[Problem, ...]
    timeline: Timeline


def read_texts(root: Path) -> Texts:
    """Read the texts of the project at ``root``.

    Raises:
        YangeError: when the machine refuses to read them.

    """
    library, problems = load(root)
    return Texts(library, problems, build_timeline(library))
