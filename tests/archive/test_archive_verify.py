"""Verification finds what was changed, wherever it was changed, and only that."""

from __future__ import annotations

import zlib
from datetime import date
from pathlib import Path

import pytest
from archive_helpers import git, library_of, version

from yange.archive import VerifyResult, build, verify
from yange.archive.manifest import Content
from yange.model import Library
from yange.problems import YangeError
from yange.timeline import build_timeline

NOW = date(2026, 1, 1)
TEXTS = library_of(
    version("city/rules", "1956-04-01", expires=date(1999, 12, 31)),
    version("city/fees", "2020-03-01"),
    version("city/fees", "2027-01-01"),
)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    build(TEXTS, build_timeline(TEXTS), tmp_path / "history.git", as_of=NOW)
    return tmp_path / "history.git"


def check(target: Path, texts: Library = TEXTS, as_of: date | None = None) -> VerifyResult:
    return verify(texts, build_timeline(texts), target, as_of=as_of)


def codes(result: VerifyResult) -> set[str]:
    return {problem.code for problem in result.problems}


def writable(path: Path) -> Path:
    path.chmod(0o644)
    return path


def test_an_untouched_archive_is_proved(target: Path) -> None:
    before = sorted(path.name for path in target.parent.iterdir())
    result = check(target)
    assert result.ok
    assert (result.files, result.as_of) == (3, NOW)
    assert result.main == git(target, "rev-parse", "main").strip()
    assert sorted(path.name for path in target.parent.iterdir()) == before, "nothing is left behind"


def test_a_clone_put_in_its_place_is_not_ours_to_judge(target: Path) -> None:
    folder = target.parent / "clone.git"
    git(target.parent, "clone", "-q", "--bare", "history.git", "clone.git")
    with pytest.raises(YangeError, match="is no link made by yange"):
        check(folder)


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.95])
def test_one_changed_byte_in_the_objects_is_found(target: Path, share: float) -> None:
    pack = writable(next((target / "objects" / "pack").glob("*.pack")))
    data = bytearray(pack.read_bytes())
    data[int(len(data) * share)] ^= 0x10
    pack.write_bytes(data)
    assert "archive-damaged" in codes(check(target))


def test_a_missing_pack_is_found_and_every_lost_file_named(target: Path) -> None:
    for path in (target / "objects" / "pack").iterdir():
        path.unlink()
    result = check(target)
    assert codes(result) >= {"archive-damaged", "archive-content"}
    assert sum(problem.code == "archive-content" for problem in result.problems) == 3


def test_other_words_under_the_same_id_are_found_by_their_sha256(target: Path) -> None:
    body = git(target, "cat-file", "blob", "main:city/fees.md").encode()
    blob = Content.of(body).blob
    forged = body.replace("第一条".encode(), "第二条".encode())
    pack = next((target / "objects" / "pack").glob("*.pack")).read_bytes()
    for path in (target / "objects" / "pack").iterdir():
        path.unlink()
    git(target, "unpack-objects", "-q", data=pack)
    writable(target / "objects" / blob[:2] / blob[2:]).write_bytes(zlib.compress(b"blob %d\0" % len(forged) + forged))
    messages = [problem.message for problem in check(target).problems]
    assert messages[1:] == ["the archive holds other words in city/fees.md of 2020-03-01"]
    assert messages[0].startswith("the archive is damaged: git fsck failed")


def test_moved_and_added_branches_are_found(target: Path) -> None:
    git(target, "update-ref", "refs/heads/main", "refs/heads/scheduled~2")
    git(target, "update-ref", "refs/tags/extra", "refs/heads/scheduled")
    messages = [problem.message for problem in check(target).problems]
    assert len(messages) == 2
    assert "refs/heads/main at" in messages[0]
    assert messages[1].endswith("where the texts give nothing")


def test_a_replaced_object_is_found_as_a_branch_too_many_and_deceives_nobody(target: Path) -> None:
    old, new = git(target, "rev-parse", "main:city/fees.md", "scheduled:city/fees.md").split()
    git(target, "replace", old, new)
    result = check(target)
    assert codes(result) == {"archive-differs"}
    assert f"refs/replace/{old}" in result.problems[0].message


def test_history_rewritten_with_plain_git_is_found(target: Path) -> None:
    tree = git(target, "rev-parse", "scheduled^{tree}").strip()
    forged = git(
        target, "-c", "user.name=x", "-c", "user.email=x", "commit-tree", tree, "-p", "scheduled~1", "-m", "2027"
    ).strip()
    git(target, "update-ref", "refs/heads/scheduled", forged)
    assert codes(check(target)) == {"archive-differs"}


@pytest.mark.parametrize(
    ("name", "code"), [("yange-manifest.json", "archive-manifest"), ("yange-state.json", "archive-state")]
)
def test_a_changed_or_missing_side_file_is_found(target: Path, name: str, code: str) -> None:
    path = target / name
    path.write_bytes(path.read_bytes().replace(b"2", b"3", 1) if "manifest" in name else b"{}")
    assert codes(check(target, as_of=NOW)) == {code}
    path.unlink()
    assert codes(check(target, as_of=NOW)) == {code}


def test_texts_changed_since_the_build_are_told(target: Path) -> None:
    texts = library_of(*TEXTS.versions(), version("city/new", "2021-01-01"))
    result = check(target, texts)
    assert codes(result) == {"archive-differs", "archive-manifest"}
    assert any(p.message.endswith("than the texts give, first on 2021-01-01 in city/new") for p in result.problems)
    assert all("run yange archive" in problem.hint for problem in result.problems)


def test_time_passing_is_no_damage_unless_asked_about(target: Path) -> None:
    assert check(target).ok
    assert check(target, as_of=date(2026, 12, 31)).ok
    assert codes(check(target, as_of=date(2027, 1, 1))) == {"archive-differs"}


def test_names_that_are_no_text_are_shown_as_escapes(target: Path) -> None:
    (target / "HEAD").write_bytes(b"ref: refs/heads/ma\x8an\n")
    said = "\n".join(problem.message for problem in check(target).problems)
    assert r"at refs/heads/ma\x8an where the texts give refs/heads/main" in said
    assert said.replace("\n", "").isprintable()


@pytest.mark.parametrize("damage", [b"\x8a\x00", b"ref: refs/heads/../../x\n", b""])
def test_a_head_that_names_nothing_is_damage(target: Path, damage: bytes) -> None:
    (target / "HEAD").write_bytes(damage)
    result = check(target)
    assert "archive-damaged" in codes(result)
    "".join(problem.message for problem in result.problems).encode("utf-8")


def test_git_is_not_run_where_a_config_may_name_programs(target: Path) -> None:
    with (target / "config").open("a", encoding="utf-8") as file:
        file.write("[core]\n\tfsmonitor = touch ran\n")
    assert codes(check(target)) == {"archive-config"}


def test_a_branch_of_an_edition_is_a_branch_too_many_unless_it_is_where_the_texts_are(target: Path) -> None:
    git(target, "update-ref", "refs/heads/edition/1", "refs/heads/scheduled")
    assert check(target).ok, "a publication was killed before the ledger was written"
    git(target, "update-ref", "refs/heads/edition/1", "refs/heads/scheduled~1")
    assert codes(check(target)) == {"archive-differs"}


def test_nothing_is_written_to_prove_an_archive(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {path: path.lstat().st_mtime_ns for path in target.parent.rglob("*")}
    monkeypatch.setenv("XDG_STATE_HOME", str(target.parent / "home"))
    assert check(target).ok
    assert {path: path.lstat().st_mtime_ns for path in target.parent.rglob("*")} == before


def test_no_archive_at_all_is_told(tmp_path: Path) -> None:
    with pytest.raises(YangeError, match=r"there is no archive at .*; make one with yange archive"):
        check(tmp_path / "history.git")
    (tmp_path / "history.git").symlink_to(".history-000009")
    with pytest.raises(YangeError, match="there is no archive"):
        check(tmp_path / "history.git")
