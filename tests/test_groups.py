"""Tests that share something costly run in one worker, which makes it once."""

from __future__ import annotations

import os

import pytest


@pytest.mark.xdist_group("groups")
def test_a_group_is_known_to_the_workers(request: pytest.FixtureRequest) -> None:
    """Where the runner ignores groups, each worker builds the site anew; with pytest 9.2 it does so silently."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        pytest.skip("there are no workers")
    assert request.node.nodeid.endswith("@groups")
