"""A folder that nobody changed is no change, in whatever form git wrote its files: line ends, links, modes, filters."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from gitting import Repo, policy, version

D = "policies/wanghai/dukou"
TEXT = f"{D}/2020-03-01.md"
ORIGINAL = "甲\n乙\r\n丙\r丁".encode()
SOURCE = f"archive/sources/{hashlib.sha256(ORIGINAL).hexdigest()}.txt"
FILES: dict[str, str | bytes] = {f"{D}/policy.md": policy(), TEXT: version(), SOURCE: ORIGINAL}


def made(tmp_path: Path, attributes: str = "", files: dict[str, str | bytes] | None = None) -> Repo:
    return Repo.make(tmp_path / "mine", {**FILES, **(files or {}), ".gitattributes": attributes})


def checked_out_again(repo: Repo, *settings: str) -> None:
    """Let git write every file anew under other settings."""
    for setting in settings:
        repo.git("config", *setting.split("="))
    for name in ("policies", "archive"):
        shutil.rmtree(repo.folder / name)
    repo.git("checkout", "-q", "-f", "HEAD", "--", ".")


def told(repo: Repo) -> dict[str, Any]:
    result = repo.yange("review", "HEAD", "--working-tree", "--json")
    found: dict[str, Any] = json.loads(result.stdout)
    return {name: found[name] for name in ("policies", "broken", "problems", "mended") if found[name]} | (
        {} if result.exit_code == 0 else {"exit code": result.exit_code}
    )


@pytest.mark.parametrize(("autocrlf", "eol"), [("true", "lf"), ("input", "crlf"), ("false", "crlf"), ("false", "lf")])
@pytest.mark.parametrize(
    "attributes",
    ["", "* text=auto\n", "* text\n", "*.md text eol=crlf\n", "* -text\n", "*.md eol=lf\n"],
    ids=["none", "auto", "text", "crlf", "binary", "lf"],
)
def test_what_gits_line_ends_did_is_no_change(tmp_path: Path, autocrlf: str, eol: str, attributes: str) -> None:
    repo = made(tmp_path, attributes)
    checked_out_again(repo, f"core.autocrlf={autocrlf}", f"core.eol={eol}")
    assert told(repo) == {}


def test_the_settings_above_do_turn_line_ends(tmp_path: Path) -> None:
    """Guards the test above: without it, it could hold of folders in which git turned nothing."""
    repo = made(tmp_path)
    checked_out_again(repo, "core.autocrlf=true")
    assert b"\r\n" in (repo.folder / TEXT).read_bytes()


@pytest.mark.parametrize("autocrlf", ["true", "false"])
def test_words_that_changed_under_other_line_ends_are_shown(tmp_path: Path, autocrlf: str) -> None:
    repo = made(tmp_path)
    checked_out_again(repo, f"core.autocrlf={autocrlf}")
    path = repo.folder / TEXT
    path.write_bytes(path.read_bytes().replace("常识产权".encode(), "知识产权".encode()))
    assert [problem["code"] for problem in told(repo)["broken"]] == ["text-changed"]


def test_line_ends_that_were_committed_wrong_and_are_mended_are_seen(tmp_path: Path) -> None:
    repo = made(tmp_path, files={TEXT: version().replace("\n", "\r\n")})
    assert told(repo) == {}
    (repo.folder / TEXT).write_bytes(version().encode())
    assert told(repo)["mended"] == 1


def test_an_original_is_held_against_its_name(tmp_path: Path) -> None:
    repo = made(tmp_path)
    (repo.folder / SOURCE).write_bytes(ORIGINAL + b"\n")
    assert [problem["code"] for problem in told(repo)["broken"]] == ["evidence-missing"]
    (repo.folder / SOURCE).unlink()
    assert [problem["code"] for problem in told(repo)["broken"]] == ["evidence-missing"]


def test_an_original_that_a_filter_keeps_elsewhere_is_whole(tmp_path: Path) -> None:
    """As with large files kept beside git: the commit holds a pointer, the folder the bytes."""
    repo = made(tmp_path, files={SOURCE: b"version 1\noid sha256:0\nsize 12\n"})
    (repo.folder / SOURCE).write_bytes(ORIGINAL)
    assert told(repo) == {}


def test_no_filter_runs(tmp_path: Path) -> None:
    marker = tmp_path / "ran"
    repo = made(tmp_path, "* filter=evil\n")
    for name in ("clean", "smudge", "process"):
        repo.git("config", f"filter.evil.{name}", f"sh -c 'touch {marker}; cat'")
    path = repo.folder / TEXT
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert (told(repo), marker.exists()) == ({}, False)


def test_modes_links_and_submodules_as_a_plain_folder_has_them(tmp_path: Path) -> None:
    repo = made(tmp_path)
    (repo.folder / D / "2021-01-01.md").symlink_to("2020-03-01.md")
    head = repo.commit({})
    repo.git("update-index", "--add", "--cacheinfo", f"160000,{head},policies/wanghai/other")
    repo.git("update-index", "--chmod=+x", TEXT)
    repo.git("commit", "-q", "-m", "a submodule")
    (repo.folder / "policies/wanghai/other").mkdir()
    assert told(repo) == {}
    checked_out_again(repo, "core.symlinks=false", "core.fileMode=false")
    (repo.folder / "policies/wanghai/other").mkdir(exist_ok=True)
    assert not (repo.folder / D / "2021-01-01.md").is_symlink()
    assert told(repo) == {}


@pytest.mark.skipif(os.name != "posix", reason="names are bytes on POSIX alone")
def test_names_that_are_no_utf8_read_alike_on_both_sides(tmp_path: Path) -> None:
    repo = made(tmp_path)
    for name in ("政策".encode("gbk"), "办法.md".encode("gbk"), b"a\nb.md", b"\x1b[31m.md"):
        (Path(os.fsdecode(os.fsencode(repo.folder / D) + b"/" + name))).write_bytes(b"x")
    repo.commit({})
    assert told(repo) == {}
    assert repo.yange("review", "HEAD~1", "--markdown").exit_code == 1
