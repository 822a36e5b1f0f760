"""A further interface language is a catalogue and a folder of pages: nothing else knows which languages there are."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from small_projects import BERTHS, small_project

pytestmark = pytest.mark.xdist_group("languages")

MADE_UP = "eo"
"""A tag of which the Unicode CLDR knows how days are written, and Yange nothing."""
MARK = "¤"


def made_up(english: str) -> str:
    """Return a catalogue whose words are the English ones behind a mark, but those that are no words."""
    parts = re.split(r"(?=^msgid )", english, flags=re.M)
    found = []
    for part in parts:
        key = re.match(r'msgid "(.*)"', part)
        if key and re.match(r"language\.tag$|language\.name$", key[1]):
            part = f'msgid "{key[1]}"\nmsgstr "{MADE_UP if key[1].endswith("tag") else "Elpensita"}"\n\n'
        elif key and re.search(r"\.title$|\.words$|^nav\.|^by\.|^status\.", key[1]):
            part = re.sub(r'^(msgstr(?:\[\d\])? ")(?=.)', rf"\1{MARK}", part, flags=re.M)
        found.append(part)
    return "".join(found)


def test_a_catalogue_and_a_folder_of_pages_are_all_that_a_language_needs(tmp_path: Path, project_root: Path) -> None:
    package = tmp_path / "package"
    shutil.copytree(
        project_root / "tools" / "yange", package / "tools" / "yange", ignore=shutil.ignore_patterns("__pycache__")
    )
    for name in ("site", "templates"):
        shutil.copytree(project_root / name, package / name)
    shutil.copy(project_root / "mkdocs.yml", package / "mkdocs.yml")
    locale = package / "tools" / "yange" / "locale"
    (locale / f"{MADE_UP}.po").write_text(made_up((locale / "en.po").read_text("utf-8")), "utf-8")
    root = small_project(tmp_path / "project", BERTHS, languages=f"en, {MADE_UP}")
    page = root / "site" / "pages" / MADE_UP / "about.md"
    page.parent.mkdir()
    page.write_text("# Pri ni\n", "utf-8")
    code = "import sys; sys.path.insert(0, sys.argv.pop(1)); from yange.cli.app import main; main()"
    call = [sys.executable, "-c", code, str(package / "tools"), "--project", str(root), "build", "--on", "2026-11-23"]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    site = root / "build" / "site"
    home, policy, about = ((site / MADE_UP / name / "index.html").read_text("utf-8") for name in ("", BERTHS, "about"))
    for html in (home, policy, about):
        assert f'<html lang="{MADE_UP}"' in html
    assert MARK in home
    assert f"{MARK}In force" in policy
    assert ">Pri ni</h1>" in about
    assert ">Elpensita</a>" in (site / BERTHS / "index.html").read_text("utf-8")
    assert (site / MADE_UP / "feeds" / "changes.atom").is_file()
    assert not (site / "zh").exists()
