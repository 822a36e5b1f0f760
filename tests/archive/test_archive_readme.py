"""The recipes of archive/README.md, run as they stand there."""

from __future__ import annotations

import re
import subprocess
from datetime import date
from pathlib import Path

from archive_helpers import CLEAN, git

from yange.archive import build
from yange.model import Library
from yange.timeline import build_timeline


def recipes(root: Path) -> list[str]:
    return re.findall(r"^```sh\n(.*?)^```", (root / "archive" / "README.md").read_text("utf-8"), re.M | re.S)


def run(script: str, folder: Path) -> str:
    done = subprocess.run(["sh", "-eu", "-c", script], cwd=folder, env=CLEAN, capture_output=True, check=True)
    return done.stdout.decode()


def test_the_law_of_a_day_and_the_proof_need_git_alone(project_root: Path, library: Library, tmp_path: Path) -> None:
    timeline = build_timeline(library)
    target = tmp_path / "archive" / "history.git"
    build(library, timeline, target, as_of=date(2026, 1, 1))
    law, proof = recipes(project_root)
    for day in ("1956-04-01", "2019-06-01", "2024-10-01", "2040-01-01"):
        due = [f"{standing.policy}.md" for standing in timeline.in_force(date.fromisoformat(day))]
        assert run(law.replace("2019-06-01", day), tmp_path).splitlines() == due, day
    assert run(proof, tmp_path) == ""


def test_the_proof_finds_a_commit_that_names_another_hash(project_root: Path, library: Library, tmp_path: Path) -> None:
    target = tmp_path / "archive" / "history.git"
    build(library, build_timeline(library), target, as_of=date(2026, 1, 1))
    path = git(target, "ls-tree", "-r", "--name-only", "main").split()[0]
    said = f"2030-01-01 forged\n\nContent-SHA256: {'0' * 64}\n"
    tree = git(
        target, "mktree", data=f"100644 blob {git(target, 'rev-parse', f'main:{path}').strip()}\tx.md\n".encode()
    )
    line = ["-c", "user.name=x", "-c", "user.email=x", "commit-tree", tree.strip(), "-m", said]
    git(target, "update-ref", "refs/heads/scheduled", git(target, *line).strip())
    assert "the text differs from its hash: " in run(recipes(project_root)[1], tmp_path)
