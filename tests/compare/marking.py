"""How much of a comparison is marked as changed, against the least that must be.

Two least measures, because one alone flatters or blames: the fewest characters (一百八十条 → 一百八十九条 is one),
and the fewest where no word and no atom is cut. Only amended clauses count: what is shown as an old and a new block
is no marking.
"""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import Indel
from two_texts import PLAIN

from yange.compare import Comparison, Operation
from yange.compare.text.keys import make_key
from yange.compare.text.tokens import cut

__all__ = ["Marking", "marking"]

_LITTLE = 0.15  # of both sides together; below this a clause changed little


@dataclass
class Marking:
    """Key characters marked, and the two least numbers; the same for clauses of which little changed."""

    marked: int = 0
    signs: int = 0
    tokens: int = 0
    marked_little: int = 0
    signs_little: int = 0
    tokens_little: int = 0

    def __add__(self, other: Marking) -> Marking:
        """Add up two texts."""
        return Marking(*(getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__))

    def __str__(self) -> str:
        """Return the ratios to the fewest characters and words, then the same where little changed."""
        signs, words = self.ratios()
        little = [_ratio(self.marked_little, least) for least in (self.signs_little, self.tokens_little)]
        return f"{signs:.3f} {words:.3f} ({little[0]:.3f} {little[1]:.3f})"

    def ratios(self) -> tuple[float, float]:
        """Return what is marked as a multiple of the fewest characters, and of the fewest whole words."""
        return _ratio(self.marked, self.signs), _ratio(self.marked, self.tokens)


def _ratio(marked: int, least: int) -> float:
    return marked / least if least else 1.0


def marking(result: Comparison) -> Marking:
    """Measure the amended clauses of a comparison."""
    total = Marking()
    for change in result.changes:
        if change.operation is Operation.AMENDED and len(change.edges) == 1:
            old, new = (make_key(text).text for text in (change.old_texts[0], change.new_texts[0]))
            marked = sum(len(make_key(edit.text)) for edit in change.edges[0].edits if edit.op != "equal")
            signs, tokens = Indel.distance(old, new), _fewest_tokens(old, new)
            little = signs < _LITTLE * (len(old) + len(new))
            total += Marking(marked, signs, tokens, *((marked, signs, tokens) if little else (0, 0, 0)))
    return total


def _fewest_tokens(old: str, new: str) -> int:
    """Return how many characters the whole tokens hold that a shortest difference over tokens changes."""
    sides = [[token.text for token in cut(key, PLAIN)] for key in (old, new)]
    changed = 0
    for code in Indel.opcodes(*sides):
        if code.tag != "equal":
            changed += sum(map(len, sides[0][code.src_start : code.src_end]))
            changed += sum(map(len, sides[1][code.dest_start : code.dest_end]))
    return changed
