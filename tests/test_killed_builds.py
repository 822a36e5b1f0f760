"""``build`` and ``archive``, killed or refused at each of their calls: the old result or the new one, never none.

``make thorough`` tries some calls, spread evenly; ``make kill`` (YANGE_KILL=all) each call of the archive and of all
that is not the writing of pages, every tenth of those, and prints the table.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import yange.cli.building
import yange.cli.checking
import yange.mkdocs_plugin.mkdocs_build  # noqa: F401 - the child must find every module loaded
from gitting import Repo, version
from killing import Blow, Table, count_calls, strike
from small_projects import small_project
from yange.archive.ledger import LEDGER
from yange.cli.app import group
from yange.problems import YangeError
from yange.storage import made_folders as module
from yange.storage.locking import project_lock
from yange.storage.made_folders import MadeFolders
from yange.storage.pointers import pointed
from yange.storage.state import state_of

pytestmark = pytest.mark.xdist_group("killed builds")

ALL = os.environ.get("YANGE_KILL") == "all"
TABLE = Table()
TEXT = "policies/wanghai/dukou/2020-03-01.md"
DAY = ("--on", "2026-05-01")
FAILURES = [Blow(name, lasting) for name in ("ENOSPC", "EMFILE", "EACCES", "EROFS", "EIO") for lasting in (False, True)]


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(group, ["--project", str(root), *words])


def words_of(folder: Path) -> str | None:
    return (folder / "a").read_text() if (folder / "a").is_file() else None


@pytest.mark.parametrize("exchanged", [True, False], ids=["exchanged", "renamed"])
@pytest.mark.parametrize("blow", [Blow("kill"), *(FAILURES if ALL else FAILURES[1::3])], ids=str)
def test_a_folder_takes_the_place_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, blow: Blow, exchanged: bool
) -> None:
    """Every call from the making of the new folder to the removing of the old one."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    if not exchanged:
        monkeypatch.setattr(module, "exchange", lambda one, other: False)
    root = tmp_path / "root"
    place = root / "site"

    def put(words: str) -> None:
        with project_lock(root, "build") as state:
            made = MadeFolders(state)
            made.finish()
            fresh = made.beside(place)
            try:
                (fresh / "a").write_text(words)
                made.replace(fresh, place)
            except BaseException:
                made.discard(fresh)
                raise

    def act() -> None:
        try:
            put("new")
        except (YangeError, OSError):
            raise SystemExit(2) from None

    def prepared() -> None:
        for folder in (root, tmp_path / "state"):
            shutil.rmtree(folder, ignore_errors=True)
        root.mkdir()
        put("old")

    prepared()
    calls = count_calls(act, [root, tmp_path / "state"], blow)
    assert calls > 5
    for nth in nths(calls, 12 if exchanged and blow.name == "kill" else 2):
        prepared()
        struck = strike(act, [root, tmp_path / "state"], blow, nth)
        where = f"{blow} at call {nth} of {calls}, {struck.at}: {struck.status} {struck.said}"
        now = words_of(place)
        between = not exchanged and now is None and (blow.name == "kill" or blow.lasting)
        left = "old" if now == "old" or between else "new" if now == "new" else "broken"
        TABLE.add(f"folder, {'exchanged' if exchanged else 'renamed'}", blow, left)
        assert left != "broken", where
        assert "Traceback" not in struck.said, where
        with project_lock(root, "build") as state:
            MadeFolders(state).finish()
        assert words_of(place) == left, where
        assert MadeFolders(state_of(root)).ours(place), where
        assert [path.name for path in root.iterdir()] == ["site"], where
        put("next")
        assert words_of(place) == "next", where


@dataclass
class Ground:
    """A project with its first state built, of which every strike gets a copy at the same path."""

    parent: Path

    @property
    def root(self) -> Path:
        return self.parent / "project"

    @property
    def template(self) -> Path:
        return self.parent / "template"

    def fresh(self) -> None:
        shutil.rmtree(self.root, ignore_errors=True)
        shutil.copytree(self.template, self.root, symlinks=True)

    def strike(self, words: tuple[str, ...], blow: Blow, nth: int) -> tuple[int, str]:
        struck = strike(lambda: self.act(words), [self.root], blow, nth)
        return struck.status, f"{words[0]}, {blow} at call {nth}, {struck.at}: {struck.status}\n{struck.said}"

    def act(self, words: tuple[str, ...]) -> None:
        group.main(["--project", str(self.root), *words], prog_name="yange")

    def head(self, name: str = "history.git") -> str | None:
        """Return the id of an archive's last commit, after git has checked it; ``None`` where there is none."""
        folder = self.root / "archive" / name
        if not folder.exists():
            return None
        folder = folder.parent / (pointed(folder) or name)
        Repo(folder).git("fsck", "--strict", "--full")
        return Repo(folder).git("rev-parse", "scheduled")

    def site(self) -> dict[str, bytes]:
        site = self.root / "build" / "site"
        return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}

    def strays(self) -> list[str]:
        """Return what stands beside the results."""
        known = {"site", "cache", "README.md", "editions.yml", "history.git", "edition-1.git"}
        beside = [*(self.root / "build").glob("*"), *(self.root / "archive").glob("*")]
        behind = set(map(pointed, beside))
        return sorted(path.name for path in beside if path.name not in known | behind)


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    """One policy, built and published once; its text has changed since."""
    ground = Ground(tmp_path_factory.mktemp("builds"))
    repo = Repo.make(ground.root)
    small_project(ground.root, languages="zh")
    (ground.root / ".gitignore").write_text("build/\narchive/.*\narchive/history.git\narchive/edition-*\n")
    repo.commit({})
    assert run(ground.root, "archive", "--publish", *DAY).exit_code == 0
    repo.commit({})
    assert run(ground.root, "build", *DAY).exit_code == 0
    repo.commit({"policies/wanghai/dukou/2026-01-01.md": version("2026-01-01", number="望府规〔2026〕1号")})
    ground.root.rename(ground.template)
    return ground


def nths(calls: int, most: int) -> Iterator[int]:
    """Yield the calls to try: all, or ``most`` of them spread evenly."""
    yield from range(1, calls + 1, 1 if ALL else max(1, -(-calls // most)))


ARCHIVES = {
    "archive": (("archive", *DAY), "history.git"),
    "archive --publish": (("archive", "--publish", *DAY), "history.git"),
    "archive --edition": (("archive", "--edition", "1"), "edition-1.git"),
}


@pytest.mark.parametrize("name", ARCHIVES)
@pytest.mark.parametrize("blow", [Blow("kill"), *(FAILURES if ALL else FAILURES[1:2])], ids=str)
def test_an_archive_is_the_old_or_the_new_one(ground: Ground, name: str, blow: Blow) -> None:
    words, target = ARCHIVES[name]
    ground.fresh()
    old = ground.head(target)
    calls = count_calls(lambda: ground.act(words), [ground.root], blow)
    new = ground.head(target)
    assert new not in {None, old}
    for nth in nths(calls, 2 if blow.name == "kill" else 1):
        ground.fresh()
        status, where = ground.strike(words, blow, nth)
        now = ground.head(target)
        left = "old" if now == old else "new" if now == new else "broken"
        TABLE.add(name, blow, left)
        assert left != "broken", where
        assert status in {-9, 0, 2}, where
        assert "Traceback" not in where, where
        editions = (ground.root / LEDGER).read_text().count("\n- ")
        if target == "history.git" and left == "new":
            assert run(ground.root, "archive", "--verify").exit_code == 0, where
        assert editions in {1, 2}, where
        again = run(ground.root, *words)
        assert again.exit_code == 0, where + again.output
        assert ground.head(target) == new, where
        assert ground.strays() == [], where
        assert run(ground.root, "archive", "--verify").exit_code == (0 if target == "history.git" else 1), where


def sampled(calls: list[str], most: int) -> Iterator[int]:
    """Yield the numbers of the calls to try: in ``make kill`` each but those of pages, of which every tenth."""
    pages = [nth for nth, call in enumerate(calls, start=1) if call == "page"]
    others = [nth for nth, call in enumerate(calls, start=1) if call != "page"]
    yield from sorted(
        [*(pages[::10] if ALL else pages[:: max(1, len(pages) // 2)]), *(others if ALL else _spread(others, most))]
    )


def _spread(numbers: list[int], most: int) -> list[int]:
    return numbers[:: max(1, -(-len(numbers) // most))]


@pytest.mark.parametrize("blow", [Blow("kill"), *(FAILURES if ALL else ())], ids=str)
def test_a_site_is_the_old_or_the_new_one(ground: Ground, blow: Blow) -> None:
    """At every moment, and a kill leaves nothing that the next build does not clear away."""
    words = ("build", *DAY)
    ground.fresh()
    old, heads = ground.site(), {ground.head()}
    calls = _calls(ground, words, blow)
    new, heads = ground.site(), {*heads, ground.head()}
    assert old != new
    for nth in sampled(calls, 2):
        ground.fresh()
        status, where = ground.strike(words, blow, nth)
        now = ground.site()
        left = "old" if now == old else "new" if now == new else "broken"
        TABLE.add("build", blow, left)
        assert left != "broken", where
        assert ground.head() in heads, where
        assert status in {-9, 0, 2}, where
        assert "Traceback" not in where, where
        again = run(ground.root, *words)
        assert again.exit_code == 0, where + again.output
        assert ground.site() == new, where
        assert ground.strays() == [], where


def _calls(ground: Ground, words: tuple[str, ...], blow: Blow) -> list[str]:
    """Carry the command out and return its calls, those that write or keep a page called ``page``."""
    struck = strike(lambda: ground.act(words), [ground.root], blow, 0)
    assert struck.status == 0, struck.said
    inside = re.compile(r"/build/(?:\.site-[0-9a-f]+|cache/pages)/")
    return ["page" if inside.search(call) else call for call in struck.trace]


@pytest.mark.parametrize("links", ["no hard links", "no links at all"])
def test_a_file_system_without_links(ground: Ground, links: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    ground.fresh()
    assert run(ground.root, "build", *DAY).exit_code == 0
    right, head = ground.site(), ground.head()
    ground.fresh()
    monkeypatch.setattr(os, "link", refused)
    if links == "no links at all":
        monkeypatch.setattr(Path, "symlink_to", refused)
        (ground.root / "archive" / "history.git").unlink()
    done = run(ground.root, "build", *DAY)
    assert done.exit_code == 0, done.output
    assert (ground.site(), ground.head(), ground.strays()) == (right, head, [])


@pytest.fixture(scope="module", autouse=True)
def _printed() -> Iterator[None]:
    """Print the table where all is tried, and leave it in build/ for whoever wants to quote it."""
    yield
    if ALL:
        place = Path(__file__).resolve().parent.parent / "build" / "killed-builds.txt"
        place.parent.mkdir(exist_ok=True)
        place.write_text(f"{TABLE}\n", encoding="utf-8")
        print(f"\n{TABLE}")
