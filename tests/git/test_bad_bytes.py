"""Bytes that make no sense where git keeps its names: a message, and never a trace."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from gitting import Repo

BYTES = {
    "nothing": b"",
    "stray bytes": b"\xff\xfe\x00\n",
    "a zero byte": b"ref: refs/heads/\0\n",
    "another encoding": "ref: refs/heads/政策\n".encode("gbk"),
    "itself": b"ref: HEAD\n",
    "a terminal's command": b"ref: refs/heads/\x1b[31m\n",
    "no commit": b"0" * 40 + b"\n",
    "a long line": b"a" * 10_000,
}
FILES = ("HEAD", "refs/heads/main", "packed-refs", "commondir", "shallow")


@pytest.mark.parametrize("file", FILES)
def test_what_git_keeps_may_be_damaged(tmp_path: Path, file: str) -> None:
    repo = Repo.make(tmp_path / "mine")
    place = repo.folder / ".git" / file
    for data in BYTES.values():
        kept = place.read_bytes() if place.exists() else None
        place.write_bytes(data)
        told(repo, "review", "main", "HEAD")
        place.unlink() if kept is None else place.write_bytes(kept)


@pytest.mark.parametrize("data", BYTES.values(), ids=list(BYTES))
def test_a_worktree_may_lead_nowhere(tmp_path: Path, data: bytes) -> None:
    repo = Repo.make(tmp_path / "mine")
    (repo.folder / ".git").rename(tmp_path / "elsewhere")
    (repo.folder / ".git").write_bytes(b"gitdir: " + data)
    told(repo, "review", "main", "HEAD")


def told(repo: Repo, *words: str) -> None:
    """Run a command: it does what it is for, or says on standard error what is wrong."""
    result = repo.yange(*words)
    assert (result.exit_code in (0, 2), "unexpected" in result.stderr) == (True, False), result.stderr
    assert result.exit_code == 0 or result.stderr.startswith("yange: ")


COMMIT = b"tree %s\nauthor \xd5\xc5\x1b[31m <a> %s\ncommitter \xff <a> %s\nencoding GBK\n\n\xff\x1b[2J\n"


@pytest.mark.parametrize("made", [b"1 +0000", b"-99999999999 -9959", b"99999999999 +9999", b"1", b""])
def test_a_commit_may_say_anything(tmp_path: Path, made: bytes) -> None:
    repo = Repo.make(tmp_path / "mine")
    tree = repo.git("rev-parse", "HEAD^{tree}").encode()
    data = COMMIT % (tree, made, made)
    commit = repo.git("hash-object", "-t", "commit", "-w", "--stdin", "--literally", data=data)
    told(repo, "review", f"main..{commit}")
    told(repo, "list", "--as-recorded", commit)


SCRAPED = "临安市桥梁管理办法\n\n第一条　为了管好桥梁，制定本办法。\n\n第二条　本办法自2024年4月1日起施行。\n"
NAMES = (b"\xff\xfe", "政策".encode("gbk"), b"a\nb", b"\x1b[31m", b"$(x)", b"a\\b", b'a"b', b" ")


@pytest.mark.parametrize("name", NAMES)
def test_files_may_be_called_anything(tmp_path: Path, name: bytes) -> None:
    repo = Repo.make(tmp_path / "mine")
    text = tmp_path / os.fsdecode(name + b".txt")
    text.write_text(SCRAPED, encoding="utf-8")
    told(repo, "import", str(text))
    for folder in ("policies", "policies/wanghai", "policies/wanghai/dukou", "archive/sources"):
        (repo.folder / folder).mkdir(exist_ok=True, parents=True)
        (repo.folder / folder / os.fsdecode(name + b".md")).write_bytes(b"x\xff")
    told(repo, "list")
    for words in (("check",), ("check", "--json"), ("check", "--github"), ("review", "HEAD", "--working-tree")):
        result = repo.yange(*words)
        assert (result.exit_code, result.stderr.count("unexpected")) == (1, 0), result.stderr
