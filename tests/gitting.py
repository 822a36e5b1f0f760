"""A contributor's git repository: the real git, with fixed names and days, and nothing of this machine's settings."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from click.testing import CliRunner, Result

from yange.cli.app import group

POLICY = """---
id: {id}
title: {title}
place: 望海市
kind: 办法
rank: null
sample: true
---
"""
VERSION = """---
title: {title}
number: {number}
issuer: [望海市人民政府]
signed: {day}
published: null
effective: {day}
effective_basis: stated
commenced: {day}
expires: null
text: held
condition: complete
units: {{kind: article, count: {count}}}
sources:
  - {{name: 望海市人民政府公报, url: null, page_date: null, retrieved: null, sha256: null, media: text/plain}}
checked: null
{facts}---

# {title}

{body}"""
ARTICLES = ("为了保护常识产权，制定本办法。", "市渔业局负责渡口的日常管理。", "本办法自{day}起施行。")


def articles(*words: str, day: str = "2020-03-01") -> str:
    """Number the words as articles; ``{day}`` becomes the first day in force as a text prints it."""
    year, month, nth = day.split("-")
    printed = f"{year}年{int(month)}月{int(nth)}日"
    numbers = "一二三四五六七八九"
    return "\n\n".join(f"第{numbers[i]}条　{word.format(day=printed)}" for i, word in enumerate(words)) + "\n"


def version(
    day: str = "2020-03-01",
    *words: str,
    title: str = "望海市渡口办法",
    number: str = "望府规〔2020〕1号",
    facts: str = "",
) -> str:
    """Write a version's file as a contributor would."""
    words = words or ARTICLES
    body = articles(*words, day=day)
    return VERSION.format(title=title, number=number, day=day, count=len(words), facts=facts, body=body)


def policy(policy_id: str = "wanghai/dukou", title: str = "望海市渡口办法") -> str:
    """Write a ``policy.md``."""
    return POLICY.format(id=policy_id, title=title)


class Repo:
    """A clone in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._day = 0

    @classmethod
    def make(cls, folder: Path, files: dict[str, str | bytes] | None = None) -> Repo:
        """Start a project with one policy of one version, or with ``files``."""
        folder.mkdir(parents=True)
        repo = cls(folder)
        repo.git("init", "-q", "-b", "main")
        start = {"policies/wanghai/dukou/policy.md": policy(), "policies/wanghai/dukou/2020-03-01.md": version()}
        repo.commit(files if files is not None else start, message="start")
        return repo

    def git(self, *arguments: str, data: bytes | None = None, day: str = "2026-05-01", fails: bool = False) -> str:
        """Run git and return what it prints; ``fails`` where it must refuse."""
        when = f"{day}T{10 + self._day // 60:02}:{self._day % 60:02}:00+08:00"
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": os.devnull,
            "LC_ALL": "C",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "张三",
            "GIT_AUTHOR_EMAIL": "z@example.org",
            "GIT_COMMITTER_NAME": "张三",
            "GIT_COMMITTER_EMAIL": "z@example.org",
            "GIT_AUTHOR_DATE": when,
            "GIT_COMMITTER_DATE": when,
            "GIT_ALLOW_PROTOCOL": "file",
        }
        line = ["git", "-C", str(self.folder), *arguments]
        done = subprocess.run(line, input=data, capture_output=True, env=environment, check=False)
        assert fails is (done.returncode != 0), done.stdout.decode() + done.stderr.decode()
        return done.stdout.decode().strip()

    def commit(
        self, files: dict[str, str | bytes | None] | dict[str, str | bytes], *, message: str = "edit", day: str = ""
    ) -> str:
        """Write files (``None``: remove), commit everything and return the commit's id."""
        for name, content in files.items():
            path = self.folder / name
            if content is None:
                path.unlink()
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        self.git("add", "-A")
        self._day += 1
        self.git("commit", "-q", "--allow-empty", "-m", message, **({"day": day} if day else {}))
        return self.git("rev-parse", "HEAD")

    def edit(self, name: str, *pairs: tuple[str, str], day: str = "") -> str:
        """Replace words in one file, commit and return the commit's id."""
        text = (self.folder / name).read_bytes().decode()
        for old, new in pairs:
            assert old in text, f"{old} does not stand in {name}"
            text = text.replace(old, new)
        return self.commit({name: text}, day=day)

    def branch(self, name: str, at: str = "main") -> None:
        """Start a branch and check it out."""
        self.git("checkout", "-q", "-b", name, at)

    def yange(self, *words: str) -> Result:
        """Run the command line in the project."""
        return CliRunner().invoke(group, ["--project", str(self.folder), *words])
