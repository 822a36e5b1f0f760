"""The built repository: ids that depend on nothing but the texts, branches, messages, and any git that reads it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from archive_helpers import CLEAN, git, library_of, synthetic, version

from yange.archive import BuildResult, build, verify
from yange.archive.build import build_changes
from yange.archive.commit import ArchiveCommit, message
from yange.model import Correction, Effect, Library
from yange.problems import YangeError
from yange.storage.made_folders import MadeFolders
from yange.storage.state import state_of
from yange.timeline import build_timeline

CHILD = Path(__file__).with_name("archive_child.py")
NOW = date(2026, 1, 1)


def archive(texts: Library, target: Path, as_of: date = NOW) -> BuildResult:
    return build(texts, build_timeline(texts), target, as_of=as_of)


def child(*arguments: str, environment: dict[str, str] | None = None, umask: int = -1) -> str:
    done = subprocess.run(
        [sys.executable, str(CHILD), *arguments],
        env={**os.environ, **(environment or {})},
        umask=umask,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


SMALL = library_of(
    version("city/rules", "1956-04-01", number="〔56〕会字第3号", expires=date(1999, 12, 31)),
    version("city/fees", "2020-03-01", title='费用“办法”: "附件"\n第二行'),
    version("city/fees", "2222-02-22"),
)


def test_the_ids_of_a_format_never_change(tmp_path: Path) -> None:
    result = archive(SMALL, tmp_path / "history.git")
    assert (result.main, result.scheduled, result.format) == (
        "8ca86c2ef84d47acd2d252beb7942ffb93c8619a",
        "ca27711ab047d2b2cc61545b19db65fbfebc6c2d",
        2,
    ), "every id ever quoted would change: if that is meant, raise FORMAT and keep the old writer for old editions"


def test_a_second_build_and_another_order_of_the_texts_give_the_same_archive(tmp_path: Path) -> None:
    first = archive(SMALL, tmp_path / "a" / "history.git")
    again = archive(SMALL, tmp_path / "a" / "history.git")
    other = archive(Library(tuple(reversed(SMALL.policies))), tmp_path / "b" / "history.git")
    assert {(r.main, r.scheduled, r.manifest_sha256) for r in (first, again, other)} == {
        (first.main, first.scheduled, first.manifest_sha256)
    }
    assert sorted(path.name for path in (tmp_path / "a").iterdir()) == [
        ".history-000002",
        "history.git",
    ]


def hostile_environment(folder: Path, objects: Path) -> dict[str, str]:
    """A machine on which everything that git reads from around it is set to something else."""
    home = folder / "home"
    hooks = folder / "hooks"
    hooks.mkdir(parents=True)
    home.mkdir()
    (hooks / "reference-transaction").write_text("#!/bin/sh\nexit 1\n")
    (hooks / "reference-transaction").chmod(0o755)
    (home / ".gitconfig").write_text(
        f"[core]\n\thooksPath = {hooks}\n\tautocrlf = true\n\tcompression = 0\n\tlogAllRefUpdates = always\n"
        "\tquotePath = false\n[init]\n\tdefaultBranch = evil\n[user]\n\tname = Somebody\n"
        "[i18n]\n\tcommitEncoding = GBK\n"
        "[commit]\n\tgpgSign = true\n[extensions]\n\tobjectFormat = sha256\n[fsck]\n\tmissingAuthor = ignore\n"
    )
    elsewhere, garbage = str(folder / "elsewhere"), folder / "garbage"
    garbage.write_text("no line of this is anything\n")
    return {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
        "TZ": "America/St_Johns",
        "LANG": "tr_TR.UTF-8",
        "LC_ALL": "tr_TR.UTF-8",
        "PYTHONHASHSEED": "7",
        "GIT_DIR": elsewhere,
        "GIT_WORK_TREE": elsewhere,
        "GIT_INDEX_FILE": elsewhere,
        "GIT_OBJECT_DIRECTORY": elsewhere,
        "GIT_ALTERNATE_OBJECT_DIRECTORIES": str(objects),
        "GIT_COMMON_DIR": elsewhere,
        "GIT_NAMESPACE": "other",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.hooksPath",
        "GIT_CONFIG_VALUE_0": str(hooks),
        "GIT_CONFIG_PARAMETERS": f"'core.hooksPath'='{hooks}'",
        "GIT_CONFIG_SYSTEM": str(home / ".gitconfig"),
        "GIT_SHALLOW_FILE": str(garbage),
        "GIT_DEFAULT_HASH": "sha256",
        "GIT_AUTHOR_NAME": "Somebody",
        "GIT_COMMITTER_DATE": "1 +0000",
        "GIT_TEMPLATE_DIR": str(hooks),
        "GIT_TRACE": "1",
    }


def test_another_machine_gives_the_same_archive(tmp_path: Path) -> None:
    here = child("city", str(tmp_path / "here" / "history.git"), umask=0o022)
    there = child(
        "city",
        str(tmp_path / "there" / "深 folder" / "history.git"),
        "reversed",
        environment=hostile_environment(tmp_path, tmp_path / "here" / "history.git" / "objects"),
        umask=0o077,
    )
    assert here == there
    assert not (tmp_path / "elsewhere").exists()
    git(tmp_path / "there" / "深 folder" / "history.git", "fsck", "--strict")
    assert git(tmp_path / "there" / "深 folder" / "history.git", "config", "--local", "--list").splitlines() == [
        "core.repositoryformatversion=0",
        "core.bare=true",
        "core.logallrefupdates=false",
    ]


def test_a_correction_and_its_revert_give_the_first_ids_again(tmp_path: Path) -> None:
    right = version("city/rules", "2020-03-01", body="第一条　知识产权。\n")
    was = Correction(date=NOW, field="text", was="常识", now="知识")
    corrected = version("city/rules", "2020-03-01", body="第一条　知识产权！\n", corrections=(was,))
    later = version("city/rules", "2022-03-01")
    ids = [archive(library_of(text, later), tmp_path / "history.git").scheduled for text in (right, corrected, right)]
    assert ids[0] == ids[2] != ids[1]


def test_time_passing_only_fast_forwards_main(tmp_path: Path) -> None:
    target = tmp_path / "history.git"
    days = [date(1956, 3, 31), date(1956, 4, 1), date(1999, 12, 31), date(2000, 1, 1), NOW, date(2222, 2, 22)]
    results = [archive(SMALL, target, as_of=day) for day in days]
    assert [result.commits_main for result in results] == [0, 1, 1, 2, 3, 4]
    assert len({result.scheduled for result in results}) == 1
    assert len({result.manifest_sha256 for result in results}) == 1
    mains = [result.main for result in results]
    assert mains[0] is None
    for old, new in pairwise(mains[1:]):
        assert git(target, "merge-base", "--is-ancestor", str(old), str(new)) == ""
    assert results[-1].main == results[-1].scheduled


def test_before_the_first_day_there_is_no_main_and_the_archive_still_clones(tmp_path: Path) -> None:
    result = archive(SMALL, tmp_path / "history.git", as_of=date(1900, 1, 1))
    assert result.main is None
    git(tmp_path, "clone", "-q", "history.git", "clone")
    assert git(tmp_path / "clone", "branch", "-r").split() == ["origin/scheduled"]


def test_an_empty_library_gives_an_empty_archive(tmp_path: Path) -> None:
    result = archive(Library(), tmp_path / "history.git")
    assert (result.main, result.scheduled, result.commits) == (None, None, 0)
    git(tmp_path, "clone", "-q", "history.git", "clone")


def test_messages_tell_the_true_day_in_subject_and_trailers(tmp_path: Path) -> None:
    whole = Effect(policy="city/old", number=None, title=None, on=date(2020, 3, 1))
    texts = library_of(
        version("city/old", "1956-04-01", number="〔56〕会字第3号", title="旧办法"),
        version("city/rules", "2020-03-01", number="望府规〔2020〕3号", title="新办法", repeals=(whole,)),
    )
    target = tmp_path / "history.git"
    archive(texts, target)
    body = git(target, "cat-file", "blob", "main:city/rules.md")
    messages = git(target, "log", "--format=%B%x00", "main").split("\0")
    assert messages[0].strip() == (
        "2020-03-01 commencement: 新办法\n\n"
        "Policy: city/rules\nEvent: commencement\nEffective: 2020-03-01\nVersion: 2020-03-01\n"
        f"Number: 望府规〔2020〕3号\nContent-SHA256: {sha256(body.encode()).hexdigest()}"
    )
    assert messages[1].strip() == (
        "2020-03-01 repeal: 旧办法\n\n"
        "Policy: city/old\nEvent: repeal\nEffective: 2020-03-01\nVersion: 1956-04-01\n"
        "Number: 〔56〕会字第3号\nBy: city/rules@2020-03-01 (望府规〔2020〕3号)"
    )
    assert git(target, "log", "--format=%as|%(trailers:key=Effective,valueonly,separator=)", "main").split() == [
        "2020-03-01|2020-03-01",
        "2020-03-01|2020-03-01",
        "1970-01-01|1956-04-01",
    ]


def test_words_from_a_text_never_pass_for_a_trailer(tmp_path: Path) -> None:
    forged = "办法\n\nEffective: 1900-01-01\x00\x1b[31m"
    texts = library_of(version("city/rules", "2020-03-01", title=forged, number=forged))
    target = tmp_path / "history.git"
    archive(texts, target)
    assert git(target, "log", "--format=%(trailers:key=Effective,valueonly,separator=)", "main").strip() == "2020-03-01"
    assert git(target, "log", "--format=%s", "main").strip() == (
        "2020-03-01 commencement: 办法 Effective: 1900-01-01 [31m"
    )


def test_a_message_survives_half_a_character() -> None:
    change = ArchiveCommit(day=NOW, policy="c/x", path="c/x.md", removed=True, version="2026-01-01", title="\ud800")
    assert message(change, None).startswith(b"2026-01-01 out of force: ?\n")


def test_the_manifest_lists_every_change_with_the_hash_of_its_file(tmp_path: Path) -> None:
    target = tmp_path / "history.git"
    result = archive(SMALL, target)
    data = result.manifest.read_bytes()
    assert sha256(data).hexdigest() == result.manifest_sha256
    manifest = json.loads(data)
    assert (manifest["schema"], manifest["format"]) == ("yange.archive-manifest/1", 2)
    assert [(c["day"], c["policy"], c["events"]) for c in manifest["changes"]] == [
        ("1956-04-01", "city/rules", ["commencement"]),
        ("2000-01-01", "city/rules", ["expiry"]),
        ("2020-03-01", "city/fees", ["commencement"]),
        ("2222-02-22", "city/fees", ["replacement"]),
    ]
    assert [c["commit"] for c in manifest["changes"]] == git(target, "rev-list", "--reverse", "scheduled").split()
    for change in manifest["changes"]:
        if change["blob"] is None:
            assert git(target, "ls-tree", change["commit"], change["path"]) == ""
        else:
            content = git(target, "cat-file", "blob", f"{change['commit']}:{change['path']}").encode()
            assert (sha256(content).hexdigest(), len(content)) == (change["sha256"], change["size"])


def test_the_archive_passes_a_checked_push_and_reads_back_from_a_clone(tmp_path: Path) -> None:
    result = archive(SMALL, tmp_path / "history.git")
    git(tmp_path, "init", "-q", "--bare", "forge.git")
    git(tmp_path / "forge.git", "config", "transfer.fsckObjects", "true")
    git(tmp_path / "history.git", "push", "-q", str(tmp_path / "forge.git"), "refs/heads/*:refs/heads/*")
    git(tmp_path, "clone", "-q", "-b", "main", "forge.git", "clone")
    assert git(tmp_path / "clone", "rev-parse", "HEAD", "origin/scheduled").split() == [result.main, result.scheduled]
    assert (tmp_path / "clone" / "city" / "fees.md").read_bytes().endswith(SMALL.policies[0].versions[0].body.encode())
    git(tmp_path / "clone", "fsck", "--strict")


def test_what_git_finds_wrong_is_never_published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "history.git"
    before = archive(SMALL, target)
    monkeypatch.setattr(sys.modules["yange.archive.build"], "message", lambda change, sha256: b"a\0b")
    with pytest.raises(YangeError, match=r"git fsck failed .*NUL.*the archive that stood before is unchanged"):
        archive(SMALL, target)
    assert git(target, "rev-parse", "scheduled").strip() == before.scheduled


def test_readers_get_a_commit_graph_and_one_pack(tmp_path: Path) -> None:
    build_changes(synthetic(3, 3), tmp_path / "history.git", as_of=NOW)
    objects = tmp_path / "history.git" / "objects"
    assert (objects / "info" / "commit-graph").is_file()
    assert len(list((objects / "pack").glob("*.pack"))) == 1
    assert git(tmp_path / "history.git", "count-objects").startswith("0 objects")


def test_a_second_builder_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "history.git"
    archive(SMALL, target)
    holder = subprocess.Popen(
        [sys.executable, str(CHILD), "hold", str(target)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with holder:
        assert holder.stdout is not None
        assert [holder.stdout.readline(), holder.stdout.readline()] == ["ready\n", "held\n"]
        with pytest.raises(YangeError, match=r"yange archive .* is at work in .*; nothing was written; wait"):
            archive(SMALL, target)
        holder.communicate()
    archive(SMALL, target)


@pytest.mark.parametrize("policy_id", ["../evil", "city/../../evil", ".git/config", "city/x\nD city", "city/.git"])
def test_hostile_ids_are_refused_and_nothing_is_left(tmp_path: Path, policy_id: str) -> None:
    before = archive(SMALL, tmp_path / "deep" / "history.git")
    with pytest.raises(YangeError, match="cannot be the id of a policy"):
        archive(library_of(version(policy_id, "2020-01-01")), tmp_path / "deep" / "history.git")
    assert sorted(path.name for path in (tmp_path / "deep").iterdir()) == [
        ".history-000001",
        "history.git",
    ]
    assert git(tmp_path / "deep" / "history.git", "rev-parse", "main").strip() == before.main
    assert [path.name for path in tmp_path.iterdir()] == ["deep"]


def test_something_foreign_at_the_address_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "history.git"
    folder.mkdir()
    (folder / "precious").write_text("mine")
    with pytest.raises(YangeError, match="move it away"):
        archive(SMALL, folder)
    (tmp_path / "link.git").symlink_to("history.git")
    with pytest.raises(YangeError, match="did not make"):
        archive(SMALL, tmp_path / "link.git")
    assert (folder / "precious").read_text() == "mine"


def test_a_numbered_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "history.git"
    mine = tmp_path / ".history-000004"
    mine.mkdir()
    (mine / "diary").write_text("mine")
    (tmp_path / ".history-000002").symlink_to(".history-000004")
    (tmp_path / ".history-000003").write_text("mine")
    for nth in (5, 6):
        archive(SMALL, target)
        assert target.readlink().name == f".history-00000{nth}"
    assert (mine / "diary").read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".history-000002",
        ".history-000003",
        ".history-000004",
        ".history-000006",
        "history.git",
    ]


def test_an_archive_of_an_earlier_yange_gives_way(tmp_path: Path) -> None:
    target = tmp_path / "history.git"
    archive(SMALL, target)
    state = state_of(tmp_path)
    (state.folder / "folders.json").unlink()
    archive(SMALL, target)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".history-000002", "history.git"]


def test_where_there_are_no_links_a_file_leads_git_to_the_archive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(self: Path, target: str) -> None:
        raise PermissionError(1, "Operation not permitted", str(self))

    monkeypatch.setattr(Path, "symlink_to", refused)
    target = tmp_path / "history.git"
    made = [archive(SMALL, target) for _ in range(3)]
    assert sorted(path.name for path in tmp_path.iterdir()) == [".history-000003", "history.git"]
    assert target.read_text() == "gitdir: .history-000003\n"
    assert made[-1].manifest == tmp_path / ".history-000003" / "yange-manifest.json"
    assert made[-1].manifest.is_file()
    assert git(tmp_path, "--git-dir=history.git", "rev-parse", "scheduled").strip() == made[0].scheduled
    git(tmp_path, "clone", "-q", "history.git", "clone")
    assert verify(SMALL, build_timeline(SMALL), target).ok
    monkeypatch.undo()
    archive(SMALL, target)
    assert target.readlink().name == ".history-000004"


@pytest.mark.parametrize("words", ["gitdir: elsewhere\n", "gitdir: .history-000009/..\n", "gitdir: /etc\n"])
def test_a_file_that_leads_elsewhere_is_left_alone(tmp_path: Path, words: str) -> None:
    target = tmp_path / "history.git"
    target.write_text(words)
    with pytest.raises(YangeError, match="did not make"):
        archive(SMALL, target)
    assert target.read_text() == words


def test_a_folder_that_an_earlier_yange_put_there_gives_way(tmp_path: Path) -> None:
    target = tmp_path / "history.git"
    made = MadeFolders(state_of(tmp_path))
    target.mkdir()
    made.claim(target)
    archive(SMALL, target)
    assert target.readlink().name == ".history-000001"


def test_an_archive_folder_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "project" / "archive").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(YangeError, match="a link is on the way"):
        build(
            SMALL,
            build_timeline(SMALL),
            tmp_path / "project" / "archive" / "history.git",
            as_of=date(2026, 1, 1),
            root=tmp_path / "project",
        )
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_without_git_the_message_says_what_to_install(tmp_path: Path) -> None:
    code = (
        "from datetime import date; from pathlib import Path; from yange.archive.build import build_changes\n"
        f"build_changes([], Path({str(tmp_path / 'history.git')!r}), as_of=date(2026, 1, 1))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**CLEAN, "PATH": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr.splitlines()[-1].startswith("yange.problems.YangeError: git was not found; install git 2.32")
