"""Nothing half-made is ever published: killed at any moment or starved of room, the old archive stands whole."""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from archive_helpers import CLEAN, git, synthetic

from yange.archive.build import build_changes
from yange.archive.commit import ArchiveCommit
from yange.problems import YangeError

CHILD = Path(__file__).with_name("archive_child.py")
NOW = date(2026, 1, 1)
ROUNDS = int(os.environ.get("YANGE_KILLS", "6"))
POLICIES = 60


def start(target: Path, salt: str) -> subprocess.Popen[str]:
    """Start a builder in a process group of its own and wait until it is about to begin."""
    line = [sys.executable, str(CHILD), "synthetic", str(target), salt, str(POLICIES)]
    builder = subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    assert builder.stdout is not None
    assert builder.stdout.readline() == "ready\n"
    return builder


def whole(target: Path) -> str:
    """See that a complete archive stands at ``target`` and return the id of its last commit."""
    git(target, "fsck", "--strict", "--full")
    head = git(target, "rev-parse", "refs/heads/scheduled").strip()
    state = json.loads((target / "yange-state.json").read_bytes())
    manifest = json.loads((target / "yange-manifest.json").read_bytes())
    assert state["main"] == git(target, "rev-parse", "refs/heads/main").strip()
    assert head == state["scheduled"] == manifest["scheduled"]
    assert int(git(target, "rev-list", "--count", head)) == len(manifest["changes"])
    return head


def folders(target: Path) -> list[str]:
    return sorted(path.name for path in target.parent.iterdir() if path.name.startswith(".history-"))


def wait_for_the_end(group: int) -> None:
    """Wait for the gits of a killed builder, at most 2 s (nothing may reap them): what one writes cannot be removed."""
    for _ in range(200):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.01)


@pytest.mark.xdist_group("archive-crash")
def test_killed_at_any_moment_the_archive_is_all_old_or_all_new(tmp_path: Path) -> None:
    target = tmp_path / "history.git"
    old = str(build_changes(synthetic(3, 2), target, as_of=NOW).scheduled)
    new = str(build_changes(synthetic(POLICIES, 5, salt="new"), tmp_path / "b" / "history.git", as_of=NOW).scheduled)
    probe = start(tmp_path / "c" / "history.git", "new")
    began = time.monotonic()
    assert probe.communicate()[0].split()[1] == new
    length = time.monotonic() - began
    chance = random.Random(20200301)
    outcomes, groups = [], []
    for turn in range(ROUNDS):
        build_changes(synthetic(3, 2), target, as_of=NOW)
        builder = start(target, "new")
        time.sleep(length * (turn + chance.random()) / ROUNDS)
        if turn % 2:
            os.killpg(builder.pid, signal.SIGKILL)
        else:
            builder.kill()
        builder.communicate()
        groups.append(builder.pid)
        outcomes.append(whole(target))
        assert outcomes[-1] in {old, new}
    assert outcomes.count(old) >= ROUNDS // 6, "kills came too late to prove anything"
    for group in groups:
        wait_for_the_end(group)
    assert build_changes(synthetic(POLICIES, 5, salt="new"), target, as_of=NOW).scheduled == new
    assert whole(target) == new
    assert folders(target) == [target.readlink().name], "leftovers of killed builds are swept up"


def test_a_first_build_that_is_killed_publishes_nothing(tmp_path: Path) -> None:
    target = tmp_path / "history.git"
    builder = start(target, "first")
    while not folders(target):
        time.sleep(0.002)
    os.killpg(builder.pid, signal.SIGKILL)
    builder.communicate()
    assert not target.is_symlink()
    assert len(folders(target)) == 1
    build_changes(synthetic(2, 2), target, as_of=NOW)
    assert folders(target) == [".history-000002"]


def test_what_a_dying_git_writes_once_more_is_swept_up(tmp_path: Path) -> None:
    target = tmp_path / "history.git"
    for name in (".history-000001/objects/pack", ".history-000002/refs/heads", ".history-000003"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / ".history-000001" / "fast_import_crash_4711").write_bytes(b"fast-import crash report\n")
    build_changes(synthetic(2, 2), target, as_of=NOW)
    assert folders(target) == [".history-000004"]


def test_git_killed_under_the_builder_is_told_and_changes_nothing(tmp_path: Path) -> None:
    target = tmp_path / "history.git"
    before = build_changes(synthetic(2, 2), target, as_of=NOW).scheduled

    def deadly() -> Iterator[object]:
        for number, change in enumerate(synthetic(400, 5, salt="x")):
            if number == 1000:
                subprocess.run(["pkill", "-KILL", "-P", str(os.getpid()), "git"], check=True)
            yield change

    with pytest.raises(YangeError, match=r"git fast-import failed \(-9\).*the archive that stood before is unchanged"):
        build_changes(deadly(), target, as_of=NOW)  # type: ignore[arg-type]
    assert whole(target) == before
    assert folders(target) == [target.readlink().name]


def test_an_error_while_texts_are_read_leaves_nothing_behind(tmp_path: Path) -> None:
    target = tmp_path / "history.git"
    before = build_changes(synthetic(2, 2), target, as_of=NOW).scheduled

    def broken() -> Iterator[object]:
        yield from synthetic(5, 2)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_changes(broken(), target, as_of=NOW)  # type: ignore[arg-type]
    assert whole(target) == before
    assert folders(target) == [target.readlink().name]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of two megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if os.geteuid() != 0:
        pytest.skip("only root may mount a small file system")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)], capture_output=True, text=True, check=False
    )
    if mounted.returncode != 0:
        pytest.skip(f"no small file system could be mounted: {mounted.stderr.strip()}")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def refusal(source: list[tuple[ArchiveCommit, bytes | None]], target: Path) -> str:
    """Build and return what the builder says when it cannot, else nothing."""
    try:
        build_changes(source, target, as_of=NOW)
    except YangeError as error:
        return str(error)
    return ""


def test_a_full_disk_is_told_and_the_old_archive_stands(small_disk: Path) -> None:
    target = small_disk / "archive" / "history.git"
    old = str(build_changes(synthetic(3, 2), target, as_of=NOW).scheduled)
    source = synthetic(POLICIES, 5, salt="new")
    filler, failures = small_disk / "filler", 0
    for left in range(0, 400_000, 20_000):
        filler.write_bytes(b"")
        free = os.statvfs(small_disk)
        filler.write_bytes(b"x" * (free.f_bavail * free.f_frsize - left))
        said = refusal(source, target)
        if not said:
            break
        failures += 1
        assert "could not be written: the disk is full: " in said, left
        assert said.endswith("the archive that stood before is unchanged; make room and run the command again")
        assert whole(target) == old, left
        assert folders(target) == [target.readlink().name], left
    assert failures > 5
    filler.unlink()
    assert whole(target) != old, "with enough room the build succeeds"


def test_a_full_disk_in_the_first_build_leaves_no_archive(small_disk: Path) -> None:
    target = small_disk / "archive" / "history.git"
    free = os.statvfs(small_disk)
    (small_disk / "filler").write_bytes(b"x" * (free.f_bavail * free.f_frsize - 30_000))
    with pytest.raises(YangeError, match=r"the disk is full.*no archive was made; make room"):
        build_changes(synthetic(POLICIES, 5), target, as_of=NOW)
    assert not target.is_symlink()
    (small_disk / "filler").unlink()
    assert build_changes(synthetic(3, 2), target, as_of=NOW).commits == 6


def test_a_file_size_limit_is_told_too(tmp_path: Path) -> None:
    target = tmp_path / "history.git"
    old = build_changes(synthetic(3, 2), target, as_of=NOW).scheduled
    done = subprocess.run(
        [sys.executable, str(CHILD), "synthetic", str(target), "new", str(POLICIES)],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000)),
        env={**os.environ, **CLEAN},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "could not be written: git fast-import failed" in done.stderr
    assert "Traceback" not in done.stderr
    assert whole(target) == old


def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(YangeError, match=r"could not be written: .*no archive was made"):
        build_changes(synthetic(1, 1), tmp_path / "file" / "history.git", as_of=NOW)
