"""Things outside the repository that some tests need: programs, documents, a catalogue."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
MISSING = "missing: "


@dataclass(frozen=True)
class Thing:
    """Something outside the repository that some tests need: how to find it, and how to get it."""

    find: Callable[[], str | Path | None]
    remedy: str


def _program(*names: str) -> Callable[[], str | None]:
    return lambda: next(filter(None, map(shutil.which, names)), None)


def _shared(name: str) -> Callable[[], Path | None]:
    return lambda: path if (path := SHARED / name).exists() else None


THINGS = {
    "libreoffice": Thing(_program("soffice", "libreoffice"), "install Debian's package libreoffice-writer-nogui"),
    "pdftotext": Thing(_program("pdftotext"), "install Debian's package poppler-utils"),
    "chromium": Thing(
        _program("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"),
        "install Debian's package chromium-headless-shell",
    ),
    "jq": Thing(_program("jq"), "install Debian's package jq"),
    "unzip": Thing(_program("unzip"), "install Debian's package unzip"),
    "shellcheck": Thing(_program("shellcheck"), "install Debian's package shellcheck"),
    "corpus": Thing(_shared("corpus"), "the documents belong in ../shared/corpus beside the repository"),
    "gold": Thing(_shared("gold/catalogue.json"), "the catalogue belongs in ../shared/gold beside the repository"),
}


def require(what: str) -> Path:
    """Return the place of a :data:`THINGS` entry; skip the test where it is missing, or fail where all is required."""
    thing = THINGS[what]
    found = thing.find()
    if found is not None:
        return Path(found)
    if os.environ.get("YANGE_REQUIRE_ALL") == "1":
        pytest.fail(f"{MISSING}{what}, and YANGE_REQUIRE_ALL=1 demands it: {thing.remedy}", pytrace=False)
    pytest.skip(f"{MISSING}{what} ({thing.remedy})")
