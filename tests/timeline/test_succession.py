"""Which held text took the place of which, told of the sample city (policies/wanghai/README.md says why)."""

from __future__ import annotations

import pytest

from yange.model import Library, Version
from yange.timeline import Timeline, build_timeline
from yange.timeline.succession import HeldPair, chain, held_pairs

FUND = "wanghai/haiyang-chanye-fazhan-zhuanxiang-zijin-guanli-banfa"
FERRIES = "wanghai/dukou-guanli-banfa"
OLD_FERRIES = "wanghai/dukou-chuanzhi-anquan-guanli-zanxing-guize"


@pytest.fixture(scope="module")
def timeline(library: Library) -> Timeline:
    return build_timeline(library)


def version(timeline: Timeline, policy: str, key: str) -> Version:
    known = timeline.library.policy(policy)
    assert known is not None
    found = known.version(key)
    assert found is not None
    return found


def keys(pairs: tuple[HeldPair, ...], policy: str) -> list[tuple[str, str, list[str]]]:
    return [(p.old.key, p.new.key, [m.key for m in p.missing]) for p in pairs if p.new.policy == policy]


def test_neighbours_that_were_law(timeline: Timeline) -> None:
    assert keys(held_pairs(timeline), FUND) == [("v2013-05-01", "v2017-07-01", []), ("v2017-07-01", "v2025-03-01", [])]


def test_a_text_that_never_was_law_stands_outside_unless_it_is_asked_about(timeline: Timeline) -> None:
    never = version(timeline, FUND, "v2025-01-01")
    assert keys(held_pairs(timeline, (never,)), FUND)[-1] == ("v2025-01-01", "v2025-03-01", [])
    assert never not in [side for pair in held_pairs(timeline) for side in (pair.old, pair.new)]


def test_the_way_leads_across_policies_and_over_texts_that_are_not_held(timeline: Timeline) -> None:
    pairs = held_pairs(timeline)
    assert keys(pairs, FERRIES)[0] == ("v1956-04-01", "v2004-01-01", ["v1964-06-10"])
    way = chain(pairs, version(timeline, OLD_FERRIES, "v1956-04-01"), version(timeline, FERRIES, "v2021-03-26"))
    assert [pair.new.key for pair in way] == ["v2004-01-01", "v2015-09-08", "v2021-03-26"]


def test_pairs_stand_in_order_of_the_newer_day_and_all_are_held(timeline: Timeline) -> None:
    pairs = held_pairs(timeline)
    days = [pair.new.effective for pair in pairs]
    assert days == sorted(day for day in days if day)
    assert all(pair.old.held and pair.new.held for pair in pairs)


def test_no_way_leads_back_or_to_a_stranger(timeline: Timeline) -> None:
    pairs = held_pairs(timeline)
    first, last = version(timeline, FUND, "v2013-05-01"), version(timeline, FUND, "v2025-03-01")
    assert chain(pairs, last, first) == ()
    assert chain(pairs, first, version(timeline, FERRIES, "v2021-03-26")) == ()
    assert chain(pairs, first, first) == ()
