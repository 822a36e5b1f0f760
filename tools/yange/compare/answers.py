"""What a person has said about the alignment of two texts; it is honoured first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from yange.compare.text.units import Unit

__all__ = ["NO_ANSWERS", "Answers"]


@dataclass(frozen=True, slots=True)
class Answers:
    """A person's answers for one pair of versions (``alignment.yml`` beside the policy).

    ``together`` and ``apart`` are pairs (old, new) of labels or paths: the clauses that are one, and those that are
    not, whatever their words say. ``renamings`` are bodies or terms (old, new) that were merely renamed.
    """

    together: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    renamings: tuple[tuple[str, str], ...] = ()

    def pairs(
        self, named: Iterable[tuple[str, str]], old: Sequence[Unit], new: Sequence[Unit]
    ) -> frozenset[tuple[int, int]]:
        """Return the index pairs of those named pairs whose clauses both exist."""
        olds, news = _index(old), _index(new)
        return frozenset((olds[a], news[b]) for a, b in named if a in olds and b in news)


def _index(units: Sequence[Unit]) -> dict[str, int]:
    labels = {unit.label: unit.index for unit in reversed(units) if unit.label}
    return labels | {unit.path: unit.index for unit in units}


NO_ANSWERS = Answers()
