"""Floors for the harness with known truth: each kind of change is found, and hardly anything else."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from mutations import (
    FLOORS,
    KINDS,
    TITLES,
    Law,
    Pair,
    amounts,
    insert,
    law,
    mistold,
    move,
    one_amount,
    repeal,
    score,
    swap_term,
)

from yange.compare import Comparison, Operation, compare
from yange.parse import parse

BASE = law(40, 11)


def result_of(pair: Pair) -> Comparison:
    return compare(parse(pair.old.print()), parse(pair.new.print()))


def article(path: str) -> int:
    return int(path.rsplit("art_", 1)[1]) - 1


def found(result: Comparison) -> set[tuple[int, int]]:
    edges = (edge for change in result.changes for edge in change.edges if "art_" in edge.old_path)
    return {(article(edge.old_path), article(edge.new_path)) for edge in edges}


Kind = Callable[[Law, random.Random], Pair]


@pytest.mark.parametrize("seed", [5, 6])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_edges(kind: Kind, seed: int) -> None:
    pair = kind(BASE, random.Random(seed))
    precision, _, f1 = score(found(result_of(pair)), pair.edges())
    floors = FLOORS.get(pair.kind, (1.0, 1.0))
    assert precision >= floors[0]
    assert f1 >= floors[1]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_what_stayed_is_told_as_unchanged_and_what_changed_is_not(kind: Kind) -> None:
    pair = kind(BASE, random.Random(8))
    assert mistold(result_of(pair), pair) == set()


def test_inserted_and_repealed_sets_are_exact() -> None:
    for kind in (insert, repeal):
        pair = kind(BASE, random.Random(6))
        result = result_of(pair)
        matched_old, matched_new = {a for a, _ in pair.edges()}, {b for _, b in pair.edges()}
        inserted = {article(c.new_paths[0]) for c in result.changes if c.operation is Operation.INSERTED}
        repealed = {article(c.old_paths[0]) for c in result.changes if c.operation is Operation.REPEALED}
        assert inserted == set(range(len(pair.new.articles))) - matched_new
        assert repealed == set(range(len(pair.old.articles))) - matched_old


def test_moves_are_exact() -> None:
    pair = move(BASE, random.Random(7))
    moved = {article(c.old_paths[0]) for c in result_of(pair).changes if c.flags.moved}
    assert moved == set(pair.moved)


def test_a_term_swapped_throughout_is_told_once() -> None:
    result = result_of(swap_term(law(120, 3), random.Random(1)))
    assert ("市商务局", "市商务和口岸局") in {(term.old, term.new) for term in result.terms}


@pytest.mark.parametrize("seed", range(5))
def test_one_changed_amount_is_one_change_and_one_value(seed: int) -> None:
    result = result_of(one_amount(BASE, random.Random(seed)))
    assert len([change for change in result.changes if change.operation is not Operation.UNCHANGED]) == 1
    assert [value.kind for value in result.values] == ["amount"]


def test_every_changed_amount_stands_in_the_table() -> None:
    pair = amounts(BASE, random.Random(1))
    values = result_of(pair).values
    assert {value.kind for value in values} == {"amount", "deadline"}
    wanted = sum(one.text.count("万元") for item in BASE.articles for one in item.sentences)
    assert sum(value.kind == "amount" for value in values) >= 0.9 * wanted


def test_chapters_in_another_order_only_move() -> None:
    first, second = BASE.chapters[:2]
    articles = (*BASE.articles[first : first + second], *BASE.articles[:first], *BASE.articles[first + second :])
    text = Law(articles, (second, first, *BASE.chapters[2:])).print()
    one, other = TITLES[:2]
    swapped = (
        text.replace(f"章　{one}", "章　——").replace(f"章　{other}", f"章　{one}").replace("章　——", f"章　{other}")
    )
    result = compare(parse(BASE.print()), parse(swapped))
    assert {change.operation for change in result.changes} <= {
        Operation.MOVED,
        Operation.RENUMBERED,
        Operation.UNCHANGED,
    }
    assert any(change.operation is Operation.MOVED for change in result.changes)


def test_lost_paragraph_breaks_are_editorial() -> None:
    result = compare(parse(BASE.print()), parse(BASE.print(paragraph_breaks=False)))
    assert {change.operation for change in result.changes} == {Operation.UNCHANGED}
