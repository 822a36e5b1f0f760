"""Processes that work units out, and how seldom they look for garbage."""

from __future__ import annotations

import gc

from yange.processes import seldom_collected


def collections_of(objects: int) -> int:
    """Return how often the collector runs while so many objects are made and kept."""
    before = gc.get_stats()[0]["collections"]
    kept: list[list[int]] = [[] for _ in range(objects)]
    return gc.get_stats()[0]["collections"] - before if kept else 0


def test_the_collector_runs_seldom_while_laws_are_read() -> None:
    usual, before = gc.get_threshold(), collections_of(120_000)
    with seldom_collected():
        seldom = collections_of(120_000)
    assert gc.get_threshold() == usual
    assert 1 <= seldom <= 3 < 10 * seldom <= before, "neither off nor as often as Python's own thresholds say"
