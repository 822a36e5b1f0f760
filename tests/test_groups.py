"""Tests that share something costly run in one worker, which makes it once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from thorough import THOROUGH, is_thorough

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.xdist_group("groups")
def test_a_group_is_known_to_the_workers(request: pytest.FixtureRequest) -> None:
    """Where the runner ignores groups, each worker builds the site anew; with pytest 9.2 it does so silently."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        pytest.skip("there are no workers")
    assert request.node.nodeid.endswith("@groups")


def test_what_make_test_leaves_out_exists() -> None:
    """A name that nothing begins with would put a slow test back without a word."""
    assert list(THOROUGH) == sorted(THOROUGH)
    for name in THOROUGH:
        path, _, function = name.partition("::")
        assert (ROOT / path).exists(), name
        assert not function or f"\ndef {function}(" in (ROOT / path).read_text("utf-8"), name


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("tests/fuzz/test_fuzz.py::test_an_input_is_made_again_by_its_number", True),
        ("tests/test_house.py::test_the_wheel_runs_away_from_the_repository", True),
        ("tests/test_house.py::test_ci_ends_with_the_tests_and_lets_none_be_skipped", False),
    ],
)
def test_a_test_is_left_out_by_its_name(name: str, left: bool) -> None:
    assert is_thorough(name) is left


def test_ci_runs_what_make_test_leaves_out() -> None:
    for script in (".ci/run", ".github/workflows/ci.yml"):
        assert "make thorough\n" in (ROOT / script).read_text("utf-8")
