"""The documentation of the tool: its generated page is that of the program, and it builds strictly and offline."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from codes_page import PAGE, page
from problem_codes import PARTS, calls, codes, makers, words_like_codes
from tables_page import PAGE as TABLES_PAGE
from tables_page import page as tables_page

pytestmark = pytest.mark.xdist_group("documentation")

ROOT = Path(__file__).resolve().parents[2]
CONFIG = ROOT / "docs" / "building" / "mkdocs.yml"
OFFLINE = """
import socket, sys
def refused(*_):
    raise OSError("no network")
socket.socket.connect = refused
from mkdocs.__main__ import cli
sys.argv[0] = "mkdocs"
cli()
"""
OUTSIDE = re.compile(
    r"<(?:link[^>]*\brel=\"(?:stylesheet|preconnect|icon)\"[^>]*|script[^>]*|img[^>]*)(?:src|href)=\"https?:"
)


def test_the_page_of_codes_is_that_of_the_program() -> None:
    assert PAGE.read_text("utf-8") == page(), "make docs writes it anew"


def test_the_page_of_tables_is_that_of_the_program() -> None:
    assert TABLES_PAGE.read_text("utf-8") == tables_page(), "make docs writes it anew"


def test_the_code_of_every_call_that_makes_a_problem_can_be_read() -> None:
    assert [f"{call.module}:{call.line}: {call.unread}" for call in calls() if call.unread] == []


ALSO_READ = {"api/texts.py", "cli/reviewing.py"}
"""Modules of other parts: the first makes problems only of what others found, the second is read too."""


def test_no_other_part_of_the_program_makes_problems() -> None:
    assert {one for one in makers() if one.split("/")[0].removesuffix(".py") not in PARTS} == ALSO_READ


def test_every_code_says_what_is_wrong_and_what_to_do() -> None:
    found = codes()
    assert len(found) > 150
    some = {"yaml", "bad-day", "no-clauses", "unread-label", "basis-signed", "archive-content", "edition-lost"}
    assert some - set(found) == set()
    text = PAGE.read_text("utf-8")
    assert [name for name in found if f"### `{name}`\n" not in text] == []
    assert text.count("```text\n") > 40


NO_CODES = {
    "aria-hidden",
    "amended-unseen",
    "archeo-lex",
    "law-go-kr",
    "riigi-teataja",
    "ausfertigung-datum",
    "cat-file",
    "commit-graph",
    "fast-import",
    "fix-pipeline",
    "for-each-ref",
    "law-ref-book",
    "ls-files",
    "markdown-it-py",
    "merge-base",
    "new-policy",
    "not-begun",
    "page-number",
    "rev-list",
    "running-head",
    "symbolic-ref",
    "update-ref",
}
"""Strings with a hyphen that are something else: commands of git, kinds of changes, states, reasons."""


def test_no_code_is_missing() -> None:
    """A code that the calls do not show is found as a string."""
    found = words_like_codes()
    assert {name: module for name, module in found.items() if name not in {*codes(), *NO_CODES}} == {}


def names(nav: object) -> list[str]:
    if isinstance(nav, str):
        return [nav]
    values = nav if isinstance(nav, list) else list(nav.values()) if isinstance(nav, dict) else []
    return [name for value in values for name in names(value)]


def test_it_builds_strictly_and_offline(tmp_path: Path) -> None:
    command = [sys.executable, "-c", OFFLINE, "build", "--strict", "--quiet", "-f", str(CONFIG), "-d", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    listed = names(yaml.load(re.sub(r"!!\S+", "", CONFIG.read_text("utf-8")), yaml.SafeLoader)["nav"])
    assert [name for name in listed if not (tmp_path / name).with_suffix(".html").is_file()] == []
    read = {path.name: path.read_text("utf-8") for path in tmp_path.rglob("*.html")}
    assert [name for name, html in read.items() if OUTSIDE.search(html)] == []
    assert "recent_days" in (tmp_path / "reference" / "settings.html").read_text("utf-8")
    cli = (tmp_path / "reference" / "cli.html").read_text("utf-8")
    assert all(f"--{option}" in cli for option in ("as-recorded", "catalogue-only", "steps"))
    assert "yange.compare/1" in (tmp_path / "reference" / "formats.html").read_text("utf-8")
    python = (tmp_path / "python.html").read_text("utf-8")
    assert all(f'id="yange.{name}"' in python for name in ("open", "Archive.compare", "TextComparison.save", "Rows"))
    assert [role for role in (":class:", ":meth:", ":attr:", "::: ") if role in python] == []


@pytest.mark.parametrize("html", ['<script src="https://cdn/x.js">', '<link rel="stylesheet" href="http://x/y.css">'])
def test_a_file_from_elsewhere_would_be_found(html: str) -> None:
    assert OUTSIDE.search(html)
