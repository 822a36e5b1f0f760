"""Every command that writes, killed or refused at each of its calls: old or new, and all later commands work.

``make thorough`` tries some calls, spread evenly; ``make kill`` (YANGE_KILL=all) each call, for kills and failures,
and prints the table.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import yange.cli.amending
import yange.cli.building
import yange.cli.checking
import yange.cli.importing
import yange.cli.listing
import yange.cli.making
import yange.cli.publishing
import yange.cli.reading  # noqa: F401 - the child must find every module loaded
from gitting import Repo
from killing import Blow, Table, count_calls, strike
from yange.cli.app import group
from yange.library import load
from yange.storage.made_folders import MARKER

ALL = os.environ.get("YANGE_KILL") == "all"

OLD = """望海市浮桥管理办法

望府规〔2021〕3号

第一条　为了保障浮桥通行安全，结合本市实际，制定本办法。

第二条　市港务处负责浮桥的日常管理。

第三条　本办法自2021年5月1日起施行，有效期5年。

望海市人民政府
2021年4月2日
"""
NEW = """望海市浮桥管理办法

望府规〔2025〕1号

第一条　为了保障浮桥通行安全，结合本市实际，制定本办法。

第二条　市港航事务中心负责浮桥的日常管理。

第三条　本办法自2025年7月1日起施行。2021年4月2日发布的《望海市浮桥管理办法》（望府规〔2021〕3号）同时废止。

望海市人民政府
2025年6月3日
"""
AMENDMENT = "将第二条中的“港航事务中心”修改为“渡口管理处”。\n"
POLICY = "wanghai/fuqiao-guanli-banfa"
NEXT = ("new", "wanghai/lutai-banfa", "--title", "望海市露台办法", "--place", "望海市", "--effective", "2026-01-01")
TABLE = Table()


@dataclass(frozen=True)
class Case:
    """A command and whether the project is new for it; paths in its words are relative to the project's parent."""

    name: str
    words: tuple[str, ...]
    starts: bool = False


CASES = (
    Case("new", ("new", POLICY, "--effective", "2027-01-01")),
    Case("amend", ("amend", POLICY, "amendment.txt", "--effective", "2027-01-01", "--number", "望府令第9号")),
    Case("import", ("import", "old.txt")),
    Case("init", ("init", "project"), starts=True),
    Case("archive --publish", ("archive", "--publish", "--on", "2026-01-01")),
)


def run(root: Path, *words: str) -> Result:
    result = CliRunner().invoke(group, ["--project", str(root), *words])
    assert result.exit_code in {0, 1, 2}, result.output
    return result


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in which the old text is known from the new one's clause of repeal alone: the import renames it."""
    parent = tmp_path_factory.mktemp("template")
    for name, text in (("old.txt", OLD), ("new.txt", NEW), ("amendment.txt", AMENDMENT)):
        (parent / name).write_text(text, encoding="utf-8")
    root = parent / "project"
    (root / "policies").mkdir(parents=True)
    (root / "mkdocs.yml").write_text("plugins:\n  - yange\n", encoding="utf-8")
    repo = Repo(root)
    repo.git("init", "-q", "--template=", "-b", "main")
    assert run(root, "import", str(parent / "new.txt")).exit_code == 0
    repo.commit({})
    return parent


@dataclass
class Ground:
    """One copy of the template to strike at."""

    parent: Path
    case: Case

    @property
    def root(self) -> Path:
        return self.parent / "project"

    @property
    def state(self) -> Path:
        return Path(os.environ["XDG_STATE_HOME"])

    def fresh(self, template: Path) -> None:
        shutil.rmtree(self.parent, ignore_errors=True)
        shutil.rmtree(self.state, ignore_errors=True)
        shutil.copytree(template, self.parent, symlinks=True)
        if self.case.starts:
            shutil.rmtree(self.root)

    def act(self) -> None:
        os.chdir(self.parent)
        where = [] if self.case.starts else ["--project", str(self.root)]
        group.main([*where, *self.case.words], prog_name="yange")

    def tree(self) -> dict[str, bytes]:
        """Return the files that git would carry: all of what the commands write."""
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in sorted(self.root.rglob("*"))
            if path.is_file() and not path.is_symlink() and not {".git", "history.git", "cache"} & set(path.parts)
            if not path.relative_to(self.root).as_posix().startswith("archive/.history")
        }

    def leftovers(self) -> list[str]:
        """Return what only a write that is under way may leave."""
        folders = [self.state / "yange", self.root / ".git" / "yange"]
        names = {"stage", "undo", "redo", "done"}
        states = [path for folder in folders for path in folder.rglob("*") if path.name in names]
        policies = (self.root / "policies").rglob("*")
        empty = [path for path in policies if path.is_dir() and not any(path.iterdir())]
        aside = [path for path in self.root.rglob(".yange-*") if path.name != MARKER]
        return [str(path) for path in (*states, *empty, *aside)]


@pytest.fixture
def ground(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ground:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return Ground(tmp_path / "ground", request.param)


def seen(root: Path) -> object:
    """Return what a reader sees: the library and the ledger, or that there is no project."""
    if not (root.is_dir() and run(root, "list").exit_code == 0):
        return None
    return load(root), run(root, "editions").stdout


def nths(calls: int, most: int) -> Iterator[int]:
    """Yield the calls to try: all, or ``most`` of them spread evenly."""
    yield from range(1, calls + 1, 1 if ALL else max(1, -(-calls // most)))


def try_all(ground: Ground, template: Path, blow: Blow, most: int) -> None:
    ground.fresh(template)
    old, old_tree = seen(ground.root), ground.tree()
    calls = count_calls(ground.act, [ground.root, ground.state], blow)
    new, new_tree = seen(ground.root), ground.tree()
    assert old != new
    for nth in nths(calls, most):
        ground.fresh(template)
        struck = strike(ground.act, [ground.root, ground.state], blow, nth)
        where = f"{ground.case.name}, {blow} at call {nth} of {calls}, {struck.at}: {struck.status}\n{struck.said}"
        now = seen(ground.root)
        left = "old" if now == old else "new" if now == new else "broken"
        TABLE.add(ground.case.name, blow, left)
        assert left != "broken", where
        follow(
            ground, old_tree if left == "old" and not ground.case.starts else new_tree, struck.status, blow, left, where
        )


def follow(ground: Ground, tree: dict[str, bytes], status: int, blow: Blow, left: str, where: str) -> None:
    """Go on working without help: readers, then the next writer, which leaves nothing behind."""
    if blow.name == "kill":
        assert status == -9, where
    else:
        assert status in ({0, 2} if left == "new" else {2}), where
        assert "Traceback" not in where, where
    if ground.case.starts:
        again = run(ground.root, "init", str(ground.root))
        assert (ground.root / "policies").is_dir(), where + again.output
    if ground.root.is_dir():
        before = ground.tree(), ground.leftovers()
        assert run(ground.root, "check").exit_code in {0, 1}, where
        assert (ground.tree(), ground.leftovers()) == before, f"a reading command wrote: {where}"
    done = run(ground.root, *NEXT)
    assert done.exit_code == 0, where + done.output
    after = ground.tree()
    mine = {path for path in after if "lutai" in path}
    assert len(mine) == 2, where
    assert {path: content for path, content in after.items() if path not in mine} == tree, where
    assert ground.leftovers() == [], where


@pytest.mark.parametrize("ground", CASES, indirect=True, ids=lambda case: case.name)
def test_killed_at_each_call(ground: Ground, template: Path) -> None:
    try_all(ground, template, Blow("kill"), most=24 if ground.case.name == "import" else 6)


BLOWS = [
    *(Blow(name, lasting) for name in ("ENOSPC", "EMFILE", "EACCES", "EROFS", "EIO") for lasting in (False, True)),
]


@pytest.mark.parametrize("blow", BLOWS, ids=str)
@pytest.mark.parametrize("ground", CASES[2:3] if not ALL else CASES[:4], indirect=True, ids=lambda case: case.name)
def test_refused_at_each_call(ground: Ground, template: Path, blow: Blow) -> None:
    try_all(ground, template, blow, most=2)


@pytest.mark.parametrize("blow", [Blow("EXDEV", lasting=True), Blow("EPERM", lasting=True)], ids=str)
@pytest.mark.parametrize("ground", CASES[:4], indirect=True, ids=lambda case: case.name)
def test_written_without_links_and_across_file_systems(ground: Ground, template: Path, blow: Blow) -> None:
    """Every folder on a file system of its own, and none of them has links: the command does not notice."""
    ground.fresh(template)
    count_calls(ground.act, [ground.root, ground.state])
    due = ground.tree()
    ground.fresh(template)
    struck = strike(ground.act, [ground.root, ground.state], blow, 1)
    assert (struck.status, ground.tree(), ground.leftovers()) == (0, due, []), struck.said


def one_after_the_other(root: Path) -> None:
    """A writer of the kind that this is about."""
    for name in ("a.md", "b.md"):
        handle = os.open(root / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.write(handle, b"new text")
        os.close(handle)


def test_the_harness_finds_what_is_half_written(tmp_path: Path) -> None:
    found = set()
    for nth in range(1, count_calls(lambda: one_after_the_other(tmp_path), [tmp_path]) + 1):
        for name in ("a.md", "b.md"):
            (tmp_path / name).write_text("old")
        assert strike(lambda: one_after_the_other(tmp_path), [tmp_path], Blow("kill"), nth).status == -9
        found.add(tuple((tmp_path / name).read_text() for name in ("a.md", "b.md")))
    assert found == {("old", "old"), ("new ", "old"), ("new text", "old"), ("new text", "new ")}


@pytest.fixture(scope="module", autouse=True)
def _printed() -> Iterator[None]:
    """Print the table where all is tried, and leave it in build/ for whoever wants to quote it."""
    yield
    if ALL:
        place = Path(__file__).resolve().parent.parent / "build" / "killed-writers.txt"
        place.parent.mkdir(exist_ok=True)
        place.write_text(f"{TABLE}\n", encoding="utf-8")
        print(f"\n{TABLE}")
