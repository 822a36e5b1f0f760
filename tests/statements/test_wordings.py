"""What a sentence of each language states of first days, last days and repeals: ``data/wordings.txt``.

A hedge, a plan or a part is *left*: reported, and never read as a fact of the whole text.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from yange import statements
from yange.law import law_named

TABLE = Path(__file__).parent / "data" / "wordings.txt"


def rows() -> list[tuple[str, ...]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [tuple(map(str.strip, line.split("|"))) for line in lines if line.strip() and not line.startswith("#")]


def first_days(text: str, language: str) -> Iterator[str]:
    for one in statements.commencements(text, law_named(language)):
        part = " part" if one.clauses or one.excepted else ""
        delay = f"+{one.months}m{one.delay}d" if one.months and one.delay else f"+{one.months}m" if one.months else ""
        yield f"from {one.day or one.basis.value + (delay or f'+{one.delay}d')}{part}"


def last_days(text: str, language: str) -> Iterator[str]:
    for one in statements.expiries(text, law_named(language)):
        yield f"to {one.day or (f'{one.years}y' if one.years else f'{one.months}m')}{'' if one.exact else ' inexact'}"


def repeals(text: str, language: str) -> Iterator[str]:
    for one in statements.repeals(text, law_named(language)):
        yield f"repeal {one.title or ''} {one.number or ''}{' part' if one.extent else ''}".replace("  ", " ").strip()


def left(text: str, language: str) -> Iterator[str]:
    yield from (f"left {one.field}" for one in statements.unread([text], law_named(language)))


@pytest.mark.parametrize(("language", "text", "expected"), rows(), ids=lambda cell: str(cell)[:60])
def test_what_a_sentence_states(language: str, text: str, expected: str) -> None:
    found = [one for read in (first_days, last_days, repeals, left) for one in read(text, language)]
    assert "; ".join(found) == expected
