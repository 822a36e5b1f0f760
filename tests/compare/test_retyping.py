"""The null test: a text against itself typed anew yields nothing but editorial edits."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from retyping import retyped
from statutes import statute
from test_real_pairs import FINANCE, PERMITS, lines

from yange.compare import Grade, Operation, compare
from yange.compare.text.keys import make_key
from yange.model import Library
from yange.parse import parse


def told(text: str, seed: int) -> list[str]:
    """Return what the comparison tells of a text typed anew, beyond typography."""
    again = retyped(text, random.Random(seed))
    assert again != text
    assert make_key(again).text == make_key(text).text, "the test itself changed a word"
    result = compare(parse(text), parse(again))
    changed = [
        c for c in result.changes if c.operation is not Operation.UNCHANGED or c.grade not in {None, Grade.EDITORIAL}
    ]
    assert (result.values, result.terms) == ((), ())
    return [f"{c.operation} {c.old} {c.new} {c.grade}" for c in changed]


def test_every_shipped_text_typed_anew_is_unchanged(library: Library) -> None:
    texts = [version.body for version in library.versions() if version.held]
    assert len(texts) > 20
    assert [line for seed, text in enumerate(texts) for line in told(text, seed)] == []


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_statute_typed_anew_is_unchanged(seed: int) -> None:
    assert told(statute(60, seed).print(), seed) == []


@pytest.mark.parametrize("pair", PERMITS)
def test_a_real_text_typed_anew_is_unchanged(corpus: Path, pair: tuple[str, int, int]) -> None:
    text = lines(corpus, *pair)
    head, _, body = text.partition("第一条")
    assert told(head.replace("\n", "\n\n") + "\n\n第一条" + body, 5) == []


@pytest.mark.parametrize("seed", range(1, 9))
@pytest.mark.parametrize("pair", FINANCE)
def test_a_real_outline_typed_anew_is_unchanged(corpus: Path, pair: tuple[str, int, int], seed: int) -> None:
    assert told(lines(corpus, *pair), seed) == []
