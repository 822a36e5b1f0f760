"""Pages of the documentation name files, functions and tests that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "tools" / "yange"
PAGES = sorted(path for path in (ROOT / "docs").rglob("*.md") if "building" not in path.parts)
PATH = re.compile(r"`((?:[\w.]+/)*[\w.-]+\.(?:py|po|yml|toml|json)|(?:[\w.]+/)+)`")
OF_A_READER = re.compile(
    r"^(?:\d{4}-.*|archive/.*|policy\.md|alignment\.yml|index\.json|clauses\.js|datapackage\.json|yange-manifest\.json|fr\.po|.*<.*|build/.*|site/pages/.*)$"
)
"""Files that a reader's project has, not this repository."""


def exists(name: str) -> bool:
    places = (
        ROOT,
        PACKAGE,
        ROOT / "tools",
        ROOT / "tests",
        PACKAGE / "locale",
        PACKAGE / "publish",
        PACKAGE / "compare",
    )
    return any((place / name).exists() for place in places)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT / "docs")))
def test_every_file_that_a_page_names_exists(page: Path) -> None:
    names = {name for name in PATH.findall(page.read_text("utf-8")) if not OF_A_READER.match(name)}
    assert sorted(name for name in names if not exists(name)) == []
