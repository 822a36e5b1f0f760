"""The page on adding a pack as a reader follows it: save its files, compare, install, test, compare again."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "adding-a-pack.md"
FILE = re.compile(r'^```text title="([^"]+)"\n(.*?)^```', re.MULTILINE | re.DOTALL)
CONSOLE = re.compile(r'^```console title="(\w+)"\n\$ ([^\n]+)\n(.*?)^```', re.MULTILINE | re.DOTALL)


def run(folder: Path, path: Path | None, *call: str) -> subprocess.CompletedProcess[str]:
    paths = [str(path)] if path else []
    environment = {**os.environ, "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "PYTHONPATH": os.pathsep.join(paths)}
    return subprocess.run(
        [sys.executable, *call], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def install(folder: Path) -> None:
    """Register entry points as an installation would: no test downloads a package from an index."""
    project = tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))["project"]
    facts = folder / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
    facts.mkdir()
    (facts / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n")
    lines = [
        line
        for group, names in project["entry-points"].items()
        for line in (f"[{group}]", *(f"{name} = {value}" for name, value in names.items()))
    ]
    (facts / "entry_points.txt").write_text("\n".join(lines) + "\n", "utf-8")


def test_the_page_works_word_for_word(tmp_path: Path) -> None:
    page = PAGE.read_text("utf-8")
    for name, text in FILE.findall(page):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    shown = {title: (shlex.split(command)[1:], output) for title, command, output in CONSOLE.findall(page)}
    assert set(shown) == {"before", "after"}
    cli = ("-c", "from yange.cli import main; main()")
    words, output = shown["before"]
    before = run(tmp_path, None, *cli, *words)
    assert output in before.stdout
    assert "no-clauses" in before.stderr
    install(tmp_path)
    tested = run(tmp_path, tmp_path, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_pack.py")
    assert tested.returncode == 0, tested.stdout
    words, output = shown["after"]
    after = run(tmp_path, tmp_path, *cli, *words)
    assert output.strip() in after.stdout, after.stdout
    assert "no-clauses" not in after.stderr
