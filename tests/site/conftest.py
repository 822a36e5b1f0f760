"""The site, built once for all tests of it, and a server that answers from the built folder only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from serving import DAY, address_of
from windows import WINDOWS

from yange.mkdocs_plugin import build_site


@pytest.fixture(scope="session")
def site(project_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample city as of one day, for the groups ``site`` and ``site pages`` of xdist.

    It is built by two workers: one group of all tests of sites took three quarters of the time of the suite.
    """
    return build_site(project_root, on=DAY, target=tmp_path_factory.mktemp("built") / "site")


@pytest.fixture(scope="session")
def base(site: Path) -> Iterator[str]:
    """The address of the served site."""
    yield from address_of(site)


@pytest.fixture(autouse=True)
def windows_closed(running_browsers: list[Browser]) -> Iterator[None]:
    """Close the windows that a test opened itself: each keeps two processes, and hundreds slow all later tests."""
    yield
    WINDOWS.take_back()
    for browser in running_browsers:
        for context in browser.contexts:
            if context not in WINDOWS.known():
                context.close()
