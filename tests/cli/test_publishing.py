"""Editions: entered, made again with their ids, refused while something is unexplained, and never changed."""

from __future__ import annotations

import json
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from gitting import Repo, version
from yange import archive as git_archive
from yange.archive import tree_paths
from yange.archive.ledger import Edition, next_edition, read_ledger, with_edition, write_ledger
from yange.model import Library
from yange.problems import YangeError
from yange.review.between import unexplained
from yange.review.report import ArchiveDay, PolicyChange, Review, ReviewKind
from yange.storage.writing import WriteSession

T = "policies/wanghai/dukou/2020-03-01.md"
LEDGER = "archive/editions.yml"
ENTRY = (
    "checked: null\ncorrections:\n  - {date: 2026-05-02, field: text, clause: 第一条, was: 常识产权, now: 知识产权, "
    "evidence: 公报第1期, by: 张三}"
)
DAY = ("--on", "2026-05-01")


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    repo = Repo.make(tmp_path / "mine")
    (repo.folder / ".gitignore").write_text("archive/history.git\narchive/.*\narchive/edition-*\n", encoding="utf-8")
    repo.commit({})
    return repo


def publish(repo: Repo) -> Edition:
    result = repo.yange("archive", "--publish", *DAY)
    assert result.exit_code == 0, result.output
    repo.commit({})
    return read_ledger((repo.folder / LEDGER).read_text(encoding="utf-8"))[0][-1]


def ids(folder: Path) -> set[str]:
    return set(Repo(folder).git("rev-list", "--all").split())


def test_an_edition_keeps_its_ids_for_ever(repo: Repo) -> None:
    first = publish(repo)
    before = ids(repo.folder / "archive/history.git")
    repo.edit(T, ("常识产权", "知识产权"), ("checked: null", ENTRY))
    second = publish(repo)
    assert (first.edition, second.edition, first.main != second.main) == (1, 2, True)
    result = repo.yange("archive", "--edition", "1")
    assert (result.exit_code, "are those of the ledger" in result.stdout) == (0, True)
    assert ids(repo.folder / "archive/edition-1.git") == before
    assert repo.yange("archive", *DAY).exit_code == 0
    assert before < ids(repo.folder / "archive/history.git"), "a quoted id resolves in the archive of today"
    assert Repo(repo.folder / "archive/history.git").git("rev-parse", "edition/1") == first.scheduled
    assert repo.yange("archive", "--verify").exit_code == 0
    assert repo.git("status", "--porcelain") == ""
    told = json.loads(repo.yange("editions", "--json").stdout)["editions"]
    assert told[1]["changes"] == {"correction": 1}
    assert told[1]["corrections"][0]["now"] == "知识产权"
    assert "第一条: 常识产权 → 知识产权" in repo.yange("editions").stdout


def test_an_edition_of_an_earlier_format_is_built_by_its_rules(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(git_archive, "build", partial(git_archive.build, form=1))
        patch.setattr(tree_paths, "CROWDED", 0.5)
        first = publish(repo)
    assert first.format == 1
    monkeypatch.setattr(tree_paths, "CROWDED", 0.5)  # more than none in a folder
    assert repo.yange("archive", "--edition", "1").exit_code == 0
    result = repo.yange("archive", *DAY)
    assert (result.exit_code, "left out" in result.stderr) == (0, False)
    tree = Repo(repo.folder / "archive/history.git").git("ls-tree", "-r", "--name-only", "main")
    assert tree.count("/") == 2, "the second format divides this place"
    assert first.scheduled in ids(repo.folder / "archive/history.git")
    text = (repo.folder / LEDGER).read_text(encoding="utf-8")
    repo.commit({LEDGER: text.replace("format: 1", "format: 3")})
    assert "has a format of a later yange" in repo.yange("archive", *DAY).stderr
    assert (found := repo.yange("archive", "--edition", "1")).exit_code == 2, found.output


def test_what_was_published_verifies_at_once(repo: Repo) -> None:
    for nth in (1, 2):
        result = repo.yange("archive", "--publish", *DAY)
        assert result.exit_code == 0, result.output
        assert repo.yange("archive", "--verify").exit_code == 0
        repo.commit({})
        assert repo.yange("archive", "--verify").exit_code == 0, "committing the ledger changes nothing"
        branches = Repo(repo.folder / "archive/history.git").git("branch", "--format=%(refname:short)").split()
        assert branches == [*(f"edition/{n}" for n in range(1, nth + 1)), "main", "scheduled"]
        repo.edit(T, ("常识产权", "知识产权"), ("checked: null", ENTRY)) if nth == 1 else None
    assert "edition 2 is up to date" in repo.yange("archive", "--publish", *DAY).stdout
    assert "edition/3" not in Repo(repo.folder / "archive/history.git").git("branch")


def test_a_publication_that_breaks_off_before_the_ledger_publishes_nothing(
    repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(WriteSession, "write", killed)
        repo.yange("archive", "--publish", *DAY)
    assert not (repo.folder / LEDGER).exists()
    assert repo.yange("archive", "--verify").exit_code == 0
    assert repo.yange("editions", "--json").exit_code == 0
    assert publish(repo).edition == 1


def test_a_change_that_nothing_explains_is_not_published(repo: Repo) -> None:
    publish(repo)
    repo.edit(T, ("常识产权", "知识产权"))
    kept = (repo.folder / LEDGER).read_bytes()
    result = repo.yange("archive", "--publish", *DAY)
    assert (result.exit_code, "text-changed" in result.stderr) == (1, True)
    assert (repo.folder / LEDGER).read_bytes() == kept
    repo.git("revert", "--no-edit", "HEAD")
    assert repo.yange("archive", "--publish", *DAY).exit_code == 0


def test_what_is_not_committed_is_not_published(repo: Repo) -> None:
    (repo.folder / T).write_text(version().replace("渔业局", "海事局"), encoding="utf-8")
    result = repo.yange("archive", "--publish", *DAY)
    assert (result.exit_code, "commit them first" in result.output) == (2, True)


def test_nothing_new_is_no_new_edition(repo: Repo) -> None:
    publish(repo)
    result = repo.yange("archive", "--publish", *DAY)
    assert "edition 1 is up to date" in result.stdout
    assert len(read_ledger((repo.folder / LEDGER).read_text(encoding="utf-8"))[0]) == 1


def test_an_edition_that_cannot_be_made_again_is_told(repo: Repo) -> None:
    publish(repo)
    assert repo.yange("archive", "--edition", "7").exit_code == 2
    base = repo.git("rev-parse", "HEAD")
    told = json.loads(repo.yange("review", "HEAD", "--json").stdout)
    assert (told["editions"], told["ok"]) == ([{"edition": 1, "valid": True}], True)
    text = (repo.folder / LEDGER).read_text(encoding="utf-8")
    repo.commit({LEDGER: text.replace("as_of: 2026-05-01", "as_of: 2026-05-02")})
    told = json.loads(repo.yange("review", base, "--json").stdout)
    assert [problem["code"] for problem in told["broken"]] == ["edition-changed"]
    tree = repo.git("rev-parse", "HEAD^{tree}")
    alone = repo.git("commit-tree", tree, "-m", "squashed")
    told = json.loads(repo.yange("review", f"{base}..{alone}", "--json").stdout)
    assert [problem["code"] for problem in told["broken"]] == ["edition-changed", "edition-lost"]


def test_where_the_history_is_not_at_hand_the_archive_is_built_without_editions(repo: Repo) -> None:
    publish(repo)
    repo.edit(T, ("常识产权", "知识产权"), ("checked: null", ENTRY))
    (repo.folder / ".git").rename(repo.folder.parent / "away.git")
    result = repo.yange("archive", *DAY)
    assert (result.exit_code, "editions are left out" in result.stderr) == (0, True)


def test_an_edition_that_comes_out_otherwise_is_not_passed_over(repo: Repo) -> None:
    first = publish(repo)
    text = (repo.folder / LEDGER).read_text(encoding="utf-8")
    repo.commit({LEDGER: text.replace(f"scheduled: {first.scheduled}", f"scheduled: {'0' * 40}")})
    result = repo.yange("archive", *DAY)
    assert (result.exit_code, "edition/1 comes out at" in result.output) == (2, True)


def edition(number: int) -> Edition:
    ledger: list[Edition] = []
    for nth in range(number):
        ledger.append(
            next_edition(ledger, published=date(2026, 5, nth + 1), commit=f"{nth}" * 40, format_number=1,
                         as_of=date(2026, 5, 1), main="a" * 40, scheduled=None, manifest="b" * 64)
        )  # fmt: skip
    return ledger[-1]


def test_the_ledger_reads_back_and_shows_what_was_touched() -> None:
    ledger = [edition(1), edition(2), edition(3)]
    text = write_ledger(ledger)
    assert read_ledger(text) == (tuple(ledger), ())
    for old, new in (
        ("2026-05-01", "2026-05-02"),
        ("edition: 2", "edition: 4"),
        ("a" * 40, "--x"),
        ("format: 1", "f: 1"),
    ):
        editions, problems = read_ledger(text.replace(old, new, 1))
        assert [problem.code for problem in problems] == ["ledger"]
        assert len(editions) < 3
    gone = "".join(line for line in text.splitlines(keepends=True) if "edition: 2" not in line)
    assert read_ledger(gone)[0] == (ledger[0],)


def test_an_edition_more_leaves_the_ledger_as_people_wrote_it() -> None:
    first, second = edition(1), edition(2)
    text = write_ledger([first]).replace("- {", "# printed and bound\n-   {", 1) + "# until here in volume 1\n"
    made = with_edition(text, second)
    assert (made, read_ledger(made)) == (f"{text}{second.line}\n", ((first, second), ()))
    assert with_edition("", first) == write_ledger([first])
    with pytest.raises(YangeError, match="cannot be entered"):
        with_edition(f"[{first.line[2:]}]\n", second)


@pytest.mark.parametrize(
    ("kinds", "what", "codes"),
    [
        ((), "changed", ["edition-unexplained"]),
        ((), "removed", ["edition-unexplained"]),
        ((), "added", []),
        ((ReviewKind.CORRECTION,), "changed", []),
        ((ReviewKind.DELETION,), "removed", ["edition-unexplained"]),
        ((ReviewKind.UNREADABLE,), "removed", ["edition-unexplained"]),
    ],
)
def test_each_changed_file_needs_a_reason(kinds: tuple[ReviewKind, ...], what: str, codes: list[str]) -> None:
    changes = (PolicyChange(id="wanghai/a", title="", kinds=kinds),) if kinds else ()
    days = (ArchiveDay(date(2020, 3, 1), "wanghai/a", what),)
    found = unexplained(Review(base="a", head="b", policies=changes, archive=days), Library())
    assert [problem.code for problem in found] == codes
