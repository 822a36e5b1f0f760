"""Small libraries to archive, and reading an archive back with git alone."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from yange.archive.commit import ArchiveCommit
from yange.model import Basis, Library, Policy, Version

CLEAN = {"PATH": os.environ["PATH"], "LC_ALL": "C", "HOME": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


def git(folder: Path, *arguments: str, data: bytes | None = None) -> str:
    """Run git as any reader of the archive would and return what it prints."""
    done = subprocess.run(
        ["git", "-C", str(folder), *arguments], input=data, capture_output=True, env=CLEAN, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def version(policy: str, key: str, body: str = "", **facts: object) -> Version:
    """Make a text whose words tell which text it is."""
    day = None if key.startswith("undated") else date.fromisoformat(key[:10])
    given: dict[str, object] = {
        "policy": policy,
        "key": key,
        "path": f"policies/{policy}/{key}.md",
        "title": f"{policy} 办法",
        "effective": day,
        "effective_basis": Basis.STATED if day else Basis.UNKNOWN,
        "signed": day,
        "body": body or f"# {policy}\n\n第一条　这是 {policy} 自 {key} 起的文本。\n",
    }
    return Version(**{**given, **facts})  # type: ignore[arg-type]


def library_of(*versions: Version) -> Library:
    """Make a library of the policies of these texts."""
    ids = sorted({v.policy for v in versions})
    return Library(
        tuple(
            Policy(
                id=policy_id,
                title=f"{policy_id} 办法",
                place=policy_id.split("/")[0],
                versions=tuple(sorted((v for v in versions if v.policy == policy_id), key=lambda v: v.key)),
            )
            for policy_id in ids
        )
    )


def synthetic(
    policies: int, versions: int, *, salt: str = "", size: int = 40
) -> list[tuple[ArchiveCommit, bytes | None]]:
    """Make changes of many policies, each replaced year by year; deterministic, about ``size`` lines a text."""
    made: list[tuple[ArchiveCommit, bytes | None]] = []
    for number in range(policies):
        policy = f"city/policy-{number:05}"
        for turn in range(versions):
            day = date(1990 + turn * 2, 1 + number % 12, 1 + number % 28)
            lines = [
                f"第{line}条　{policy} 第{turn}稿，{salt}{(line * 7919 + number * 31) % 9973}。" for line in range(size)
            ]
            text = "\n\n".join(lines) + "\n"
            change = ArchiveCommit(
                day=day,
                policy=policy,
                path=f"{policy}.md",
                removed=False,
                version=day.isoformat(),
                title=f"{policy} 办法",
            )
            made.append((change, text.encode()))
    return made


@dataclass(frozen=True)
class Held:
    """A file of the archived tree, as a reader without Yange would take it apart."""

    facts: dict[str, object]
    body: str


class Reader:
    """Reads an archive's ``scheduled`` branch commit by commit: legal days come from the trailers only."""

    def __init__(self, repository: Path, branch: str = "scheduled") -> None:
        self.repository = repository
        form = "%H %(trailers:key=Effective,valueonly,separator=%x2C)"
        lines = git(repository, "log", "--reverse", f"--format={form}", branch, "--").splitlines()
        self.commits = [line.split(" ")[0] for line in lines]
        self.days = [date.fromisoformat(line.split(" ")[1]) for line in lines]
        self._trees: dict[str, dict[str, str]] = {}
        self._files: dict[str, Held] = {}

    def on(self, day: date) -> dict[str, Held]:
        """Return the files, by path, of the tree of the last commit up to ``day``."""
        past = [commit for commit, effective in zip(self.commits, self.days, strict=True) if effective <= day]
        return {path: self._file(blob) for path, blob in self.tree(past[-1]).items()} if past else {}

    def tree(self, commit: str) -> dict[str, str]:
        """Return the blob id of every path in a commit."""
        if commit not in self._trees:
            lines = git(self.repository, "ls-tree", "-r", commit).splitlines()
            self._trees[commit] = {line.split("\t")[1]: line.split()[2] for line in lines}
        return self._trees[commit]

    def _file(self, blob: str) -> Held:
        if blob not in self._files:
            text = git(self.repository, "cat-file", "blob", blob)
            _, front, body = text.split("---\n", 2)
            self._files[blob] = Held(yaml.safe_load(front), body.removeprefix("\n"))
        return self._files[blob]
