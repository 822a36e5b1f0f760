"""No edit cuts a word, by a list the segmenter does not know, or an atom; none is much longer than it must be.

The list is pypinyin's table of phrases. A border inside one of its words counts as a cut only where no other word of
the list and no atom ends or begins at that border: 20个工作日|内 is no cut, though 日内 is a word.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from marking import marking
from mutations import amounts, law, reword, swap_term
from pypinyin.phrases_dict import phrases_dict
from statutes import revise, statute
from two_texts import PLAIN

from yange.compare import Comparison, Edge, compare
from yange.compare.text.atoms import AtomKind, find_atoms
from yange.compare.text.keys import make_key
from yange.parse import parse

pytestmark = pytest.mark.xdist_group("words kept")

WORDS = frozenset(word for word in phrases_dict if 2 <= len(word) <= 4)
PAIRS = [
    *((kind.__name__, *(side.print() for side in (pair.old, pair.new)))
      for kind in (reword, swap_term, amounts) for pair in [kind(law(40, 3), random.Random(4))]),
    *((f"revision {seed}", *(side.print() for side in (pair.old, pair.new)))
      for seed in (1, 2) for pair in [revise(statute(70, seed), seed, 0.3)]),
]  # fmt: skip


def compared() -> Iterator[tuple[str, Comparison]]:
    for name, old, new in PAIRS:
        yield name, compare(parse(old), parse(new))


@pytest.fixture(scope="module")
def results() -> dict[str, Comparison]:
    return dict(compared())


def borders(edge: Edge, side: str) -> Iterator[tuple[str, int]]:
    """Yield one side's text and each place in it where something changed begins or ends."""
    text, places, before = "", [], None
    for edit in edge.edits:
        if edit.op in {"equal", side}:
            if before is not None and before != edit.op:
                places.append(len(text))
            text, before = text + edit.text, edit.op
    yield from ((text, place) for place in places)


def cuts(text: str, place: int) -> bool:
    """Tell whether a border lies inside a word."""
    spans = any(text[place - k : place - k + n] in WORDS for n in (2, 3, 4) for k in range(1, n) if place >= k)
    ends = any(text[max(0, place - n) : place] in WORDS for n in (2, 3, 4))
    begins = any(text[place : place + n] in WORDS for n in (2, 3, 4))
    return spans and not ends and not begins and not at_an_atom(text, place)


def at_an_atom(text: str, place: int) -> bool:
    key = make_key(text)
    inside = sum(end <= place for end in key.ends)
    return any(inside in {atom.start, atom.end} for atom in find_atoms(key.text, PLAIN))


@pytest.mark.parametrize("name", [name for name, *_ in PAIRS])
def test_no_word_is_cut(results: dict[str, Comparison], name: str) -> None:
    edges = [edge for change in results[name].changes if len(change.edges) == 1 for edge in change.edges]
    seen = [pair for edge in edges for side in ("delete", "insert") for pair in borders(edge, side)]
    assert len(seen) > 10
    assert [text[max(0, at - 6) : at] + "|" + text[at : at + 6] for text, at in seen if cuts(text, at)] == []


@pytest.mark.parametrize("name", [name for name, *_ in PAIRS])
def test_no_atom_is_cut(results: dict[str, Comparison], name: str) -> None:
    found = []
    for edge in (edge for change in results[name].changes if len(change.edges) == 1 for edge in change.edges):
        for side in ("delete", "insert"):
            for text, at in borders(edge, side):
                key = make_key(text)
                inside = sum(end <= at for end in key.ends)
                atoms = (atom for atom in find_atoms(key.text, PLAIN) if atom.kind is not AtomKind.LABEL)
                found += [text[at - 5 : at + 5] for atom in atoms if atom.start < inside < atom.end]
    assert found == []


def test_what_is_marked_is_hardly_more_than_must_be(results: dict[str, Comparison]) -> None:
    for name, result in results.items():
        signs, words = marking(result).ratios()
        assert words <= 1.05, name
        # there a digit more is a whole amount more, and a sign less a whole name
        assert signs <= 1.3 or name in {"amounts", "swap_term"}, name
