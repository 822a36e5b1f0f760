"""The stream that git fast-import reads: whole or refused, whatever stands in the words."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from archive_helpers import CLEAN, git

from yange.archive.stream import FastImport

HOSTILE = b"data 5\nhello\nM 100644 inline evil\ndone\n\0reset refs/heads/evil\n"


def import_stream(folder: Path, data: bytes) -> int:
    git(folder, "init", "-q", "--bare", ".")
    line = ["git", "-C", str(folder), "fast-import", "--quiet"]
    return subprocess.run(line, input=data, env=CLEAN, capture_output=True, check=False).returncode


def written(*, fail: bool) -> bytes:
    sent = bytearray()
    try:
        with FastImport(sent.extend) as stream:
            first = stream.commit("scheduled", 1, b"first\n", "city/a.md", stream.blob(HOSTILE))
            stream.branch("main", first)
            stream.commit("scheduled", 57_600, HOSTILE.replace(b"\0", b""), "city/b.md", stream.blob(b""))
            stream.commit("scheduled", 57_601, b"third", "city/a.md", None)
            sent.extend(bytes(stream._pending) if fail else b"")
            assert not fail
    except AssertionError:
        assert fail
    return bytes(sent)


def test_words_that_look_like_commands_stay_words(tmp_path: Path) -> None:
    assert import_stream(tmp_path, written(fail=False)) == 0
    assert git(tmp_path, "for-each-ref", "--format=%(refname)").split() == ["refs/heads/main", "refs/heads/scheduled"]
    assert git(tmp_path, "cat-file", "blob", "main:city/a.md").encode() == HOSTILE
    assert git(tmp_path, "ls-tree", "-r", "--name-only", "scheduled").split() == ["city/b.md"]
    assert git(tmp_path, "log", "--format=%ad %s", "--date=raw", "--reverse", "scheduled~1").splitlines()[0] == (
        "1 +0800 first"
    )


def test_git_refuses_the_stream_of_a_writer_that_died(tmp_path: Path) -> None:
    """Every commit has been sent; only the closing word is missing."""
    assert import_stream(tmp_path, written(fail=True)) != 0


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_git_refuses_a_stream_cut_anywhere(tmp_path: Path, share: float) -> None:
    whole = written(fail=False)
    assert import_stream(tmp_path, whole[: int(len(whole) * share)]) != 0
