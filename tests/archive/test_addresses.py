"""Paths in the archived tree: strict ids, and shards in a crowded place."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yange.archive.stream import FastImport
from yange.archive.tree_paths import CROWDED, is_policy_id, is_tree_path, shard, tree_paths
from yange.problems import YangeError

HOSTILE = [
    "../evil",
    "city/../evil",
    ".git/config",
    "city/.git",
    "city/x\nM 100644 inline evil",
    "city/x\n",
    "/etc/passwd",
    "city//x",
    "city/",
    "-x/y",
    "city/--output=evil",
    "city/a b",
    "city/x\0",
    "city/办法",
    "City/Policy",
    "city/x.md",
    'city/"x"',
    "x",
    "",
    "city/" + "x" * 101,
]


@pytest.mark.parametrize("policy_id", HOSTILE)
def test_hostile_ids_are_refused(policy_id: str) -> None:
    assert not is_policy_id(policy_id)
    with pytest.raises(YangeError, match="cannot be the id of a policy"):
        tree_paths(["city/good", policy_id])


@pytest.mark.parametrize("policy_id", [policy_id for policy_id in HOSTILE if len(policy_id) < 100])
def test_the_writer_refuses_hostile_paths_whoever_asks(policy_id: str) -> None:
    sent: list[bytes] = []
    stream = FastImport(sent.append)
    with pytest.raises(YangeError, match="refused to write"):
        stream.commit("main", 1, b"message", f"{policy_id}.md", None)
    assert sent == []


def test_a_small_place_stands_flat() -> None:
    assert tree_paths(["city/rules", "a/b/c"]) == {"city/rules": "city/rules.md", "a/b/c": "a/b/c.md"}


def test_a_crowded_place_is_sharded_by_the_id_alone_and_no_folder_is_crowded_any_more() -> None:
    crowd = [f"big/policy-{number}" for number in range(25_000)]
    paths = tree_paths([*crowd, "small/one"])
    assert paths["small/one"] == "small/one.md"
    assert all(paths[policy] == f"big/{shard(policy, 2)}/{policy[4:]}.md" for policy in crowd)
    assert tree_paths(reversed(crowd))[crowd[7]] == paths[crowd[7]]
    assert max(Counter(path.rpartition("/")[0] for path in paths.values()).values()) < CROWDED
    assert shard("big/policy-7", 2) == "c3", "part of the format: a change here changes every id"


def test_exactly_as_many_as_allowed_still_stand_flat() -> None:
    assert tree_paths([f"big/p{n}" for n in range(CROWDED)])["big/p1"] == "big/p1.md"
    assert tree_paths([f"big/p{n}" for n in range(CROWDED + 1)])["big/p1"] == f"big/{shard('big/p1')}/p1.md"


def test_a_place_is_divided_again_where_sixteen_folders_are_crowded() -> None:
    most = CROWDED * 16
    assert tree_paths([f"big/p{n}" for n in range(most)])["big/p1"] == f"big/{shard('big/p1', 1)}/p1.md"
    assert tree_paths([f"big/p{n}" for n in range(most + 1)])["big/p1"] == f"big/{shard('big/p1', 2)}/p1.md"


def test_the_first_format_divides_a_place_above_a_thousand_policies() -> None:
    assert tree_paths([f"big/p{n}" for n in range(1_000)], form=1)["big/p1"] == "big/p1.md"
    assert tree_paths([f"big/p{n}" for n in range(1_001)], form=1)["big/p1"] == f"big/{shard('big/p1', 2)}/p1.md"


def test_two_policies_never_share_a_path() -> None:
    with pytest.raises(YangeError, match="would share"):
        tree_paths(["city/x", "city/x"])


@given(st.text(max_size=30))
def test_whatever_passes_is_a_plain_relative_path(text: str) -> None:
    if is_policy_id(text):
        assert is_tree_path(f"{text}.md")
        assert text.isascii()
        assert not any(part in {"", ".", "..", ".git"} for part in text.split("/"))
