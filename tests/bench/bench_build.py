"""What ``yange build`` costs as a whole, check and archive included: first, again, on the next day, after one edit.

CPU seconds are those of the command and of all processes that it starts. The settings are those that ship, without a
day, as in a publisher's nightly job. "Next day" is one on which nothing is due; "a day with something due" is one on
which a text lapses. What a command takes that loads and does nothing is printed too: at few texts it is most of a
second build, so that what is wanted is measured at 1,000 texts.

Run it: ``python tests/bench/bench_build.py [texts …]`` (default: 200 1000). 1,000 texts take ten minutes.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import on_day
from bench_site import scratch_folder
from synthetic import project
from targets import Targets

SIZES = (200, 1000)
PER_POLICY = 4
WANTED_AT = 1000
UNCHANGED, NEXT_DAY, ONE_TEXT, MEMORY = 0.03, 0.10, 0.10, 300
"""What is wanted: a build where nothing changed, on the next day, and after one edit, to a first build; and MB."""
DAY = date(2026, 11, 26)
"""A day on which nothing is due, nor on the next one."""


def build(root: Path, day: date, *arguments: str) -> tuple[float, int]:
    """Call the command; return the CPU seconds, and the memory in MB of the largest process so far."""
    before = _used()
    command = [sys.executable, str(on_day.__file__), day.isoformat(), "build", *arguments]
    done = subprocess.run(command, cwd=root, env=_environment(root), capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    return _used() - before, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024


def _used() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _environment(root: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "XDG_STATE_HOME": str(root.with_name(f"{root.name}-state")), "NO_MKDOCS_2_WARNING": "1"}


def digest(site: Path) -> str:
    """Return the hash of a site to the byte."""
    found = sha256()
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        found.update(f"{path.relative_to(site)}\0".encode())
        found.update(sha256(path.read_bytes()).digest())
    return found.hexdigest()


def measured(root: Path, texts: int, targets: Targets) -> None:
    """Print what the builds of a project of so many texts cost."""
    root.mkdir()
    project(root, texts // PER_POLICY)
    loading, _ = build(root, DAY, "--help")
    first, memory = build(root, DAY, "--jobs", "1")
    pages = sum(1 for _ in (root / "build/site").rglob("*.html"))
    print(f"{texts} texts, {pages} pages; the command loaded without building: {loading:.2f} CPU s")
    print(f"{'':44}{'CPU s':>8}{'of first':>10}{'MB':>6}")

    def row(name: str, day: date, *arguments: str) -> float:
        cpu, most = build(root, day, *arguments)
        print(f"{name:44}{cpu:8.2f}{cpu / first:10.1%}{most:6}", flush=True)
        return cpu / first

    print(f"{'first build, one process':44}{first:8.2f}{1:10.1%}{memory:6}", flush=True)
    unchanged = row("nothing changed", DAY)
    next_day = row("the next day", DAY + timedelta(days=1))
    due = _due(root) or DAY + timedelta(days=1)
    if due > DAY + timedelta(days=1):
        row(f"a day with something due ({due})", due)
    changed = sorted((root / "policies").rglob("2018-*.md"))[texts // PER_POLICY // 2]
    changed.write_text(changed.read_text(encoding="utf-8").replace("应当", "必须"), encoding="utf-8")
    one_text = row("one text changed", due)
    kept = digest(root / "build/site")
    shutil.rmtree(root / "build")
    row("first build, all processors", due)
    targets.said("the same site as a first build", "yes", digest(root / "build/site") == kept, "to the byte")
    targets.said("memory of the largest process", f"{memory} MB", memory <= MEMORY, f"{MEMORY} MB")
    if texts >= WANTED_AT:
        targets.said("nothing changed", f"{unchanged:.1%}", unchanged <= UNCHANGED, f"{UNCHANGED:.0%}")
        targets.said("the next day", f"{next_day:.1%}", next_day <= NEXT_DAY, f"{NEXT_DAY:.0%}")
        targets.said("one text changed", f"{one_text:.1%}", one_text <= ONE_TEXT, f"{ONE_TEXT:.0%}")


def _due(root: Path) -> date | None:
    """Return the first day after the next one on which a text has lapsed; ``None`` where none is known."""
    texts = (path.read_text(encoding="utf-8") for path in (root / "policies").rglob("2*.md"))
    ends = {date.fromisoformat(found[1]) for text in texts if (found := re.search(r"^expires: (\S+)$", text, re.M))}
    return min((day + timedelta(days=1) for day in ends if day > DAY), default=None)


def main() -> None:
    """Measure and print."""
    targets = Targets()
    with tempfile.TemporaryDirectory(dir=scratch_folder()) as scratch:
        for texts in [int(argument) for argument in sys.argv[1:]] or list(SIZES):
            measured(Path(scratch) / f"project{texts}", texts, targets)
    targets.end()


if __name__ == "__main__":
    main()
