"""Builds touch no folder but their own, and believe no cache but their own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from small_projects import BERTHS, small_project
from yange.cache.comparisons import algorithm
from yange.cache.site_record import inputs
from yange.cache.store import Seal, Store
from yange.cli.app import group
from yange.mkdocs_plugin import build_site
from yange.storage import made_folders as made
from yange.storage.locking import project_lock
from yange.storage.made_folders import MARKER, MadeFolders
from yange.storage.state import state_of

pytestmark = pytest.mark.xdist_group("output folders")

DAY = date(2026, 11, 23)
CACHE = "build/cache"


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of one policy with its site in ``build/site``, archive and caches."""
    root = small_project(tmp_path_factory.mktemp("clean") / "project", BERTHS, languages="zh")
    (root / ".git").mkdir()
    (root / ".git" / "HEAD").write_text("ref: refs/heads/main\n")
    assert yange(root, "build", "--on", "2026-11-23").exit_code == 0
    return root


@pytest.fixture
def project(clean: Path, tmp_path: Path) -> Path:
    """A copy of it with the notes of the machine: they lie in git's folder, and paths in them are relative."""
    return Path(shutil.copytree(clean, tmp_path / "project", symlinks=True))


@pytest.fixture
def warm(project: Path) -> Path:
    """The same after a build of its own: what is kept is kept for the paths of the project."""
    build_site(project, on=DAY, target=project / "public")
    return project


def yange(root: Path, *words: str) -> Result:
    return CliRunner().invoke(group, ["--project", str(root), *words])


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def everything(root: Path) -> dict[str, bytes]:
    return {name: data for name, data in files(root).items() if not name.startswith(".git/yange/")}


def setting(value: str) -> Callable[[Path], list[str]]:
    def change(root: Path) -> list[str]:
        text = (root / "mkdocs.yml").read_text(encoding="utf-8")
        (root / "mkdocs.yml").write_text(text.replace("site_dir: build/site", f"site_dir: {value}"), encoding="utf-8")
        return []

    return change


def output(value: str) -> Callable[[Path], list[str]]:
    def change(root: Path) -> list[str]:
        (root.parent / "out" / "letters").mkdir(parents=True)
        (root.parent / "out" / "letters" / "a.txt").write_text("diary")
        return ["--output", str(root / value)]

    return change


def unmarked(root: Path) -> list[str]:
    (root / "build" / "site" / MARKER).unlink()
    return []


def linked(root: Path) -> list[str]:
    shutil.rmtree(root / "build" / "site")
    (root / "build" / "site").symlink_to(root / "policies")
    return []


def a_file(root: Path) -> list[str]:
    shutil.rmtree(root / "build" / "site")
    (root / "build" / "site").write_text("a diary")
    return []


@pytest.mark.parametrize(
    "spoil",
    [
        setting("policies"),
        setting("."),
        setting(".."),
        setting(".git/hooks"),
        setting("archive"),
        setting("mkdocs.yml"),
        output("../out"),
        output("."),
        output("build/../policies/"),
        unmarked,
        linked,
        a_file,
    ],
)
def test_a_build_into_another_folder_is_refused_before_anything_is_touched(
    project: Path, spoil: Callable[[Path], list[str]]
) -> None:
    words = spoil(project)
    before, beside = everything(project), files(project.parent).keys()
    result = yange(project, "build", "--on", "2026-11-24", *words)
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    assert "Traceback" not in result.output
    assert everything(project) == before
    assert {name for name in files(project.parent) if "/.git/yange/" not in name} <= beside


def plain_mkdocs(root: Path, **changes: str) -> None:
    config = load_config(str(root / "mkdocs.yml"), **changes)
    mkdocs_build(config)


def test_mkdocs_alone_empties_no_folder_of_other_things(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    out = project.parent / "out"
    (out / "letters").mkdir(parents=True)
    (out / "letters" / "a.txt").write_text("diary")
    with pytest.raises(Abort):
        plain_mkdocs(project, site_dir=str(out))
    assert "holds files, and nothing shows that yange made it" in caplog.text
    assert (out / "letters" / "a.txt").read_text() == "diary"
    with project_lock(project, "build", wait=0):
        pass  # it was let go of
    for _ in range(2):
        plain_mkdocs(project, site_dir=str(project / "public"))
        assert (project / "public" / "index.html").is_file()
    assert yange(project, "build", "--on", "2026-11-23", "--output", str(project / "public")).exit_code == 0


def evil(page: bytes) -> bytes:
    return page.replace(b"<h1", b"<p>forged</p><h1")


def forged(cache: Path, seal: Seal) -> None:
    """Put other words into every kept page and comparison, with digests that are right and another machine's seal."""
    _, listed = (cache / "pages" / "list.json").read_bytes().split(b"\n", 1)
    entries = json.loads(listed)
    for entry, held in entries.items():
        for n, pair in enumerate(held):
            file = cache / "pages" / entry[:2] / f"{entry}.{n}"
            data = evil(file.read_bytes())
            file.unlink()
            file.write_bytes(data)
            pair[1] = sha256(data).hexdigest()
    Store(cache / "pages", seal).put("list", "", entries)
    for file in (cache / "compare").iterdir():
        _, body = file.read_bytes().split(b"\n", 1)
        Store(cache / "compare", seal).put(file.stem, algorithm(), json.loads(body.replace(b"amended", b"renamed")))


@pytest.mark.parametrize("whose", ["of a branch", "in our own"])
def test_a_forged_cache_changes_no_page(warm: Path, tmp_path: Path, whose: str) -> None:
    project, cache = warm, warm / CACHE
    right = files(project / "public")
    forged(cache, Seal(b"another machine"))
    if whose == "of a branch":
        shutil.rmtree(project / ".git" / "yange")
    before = files(cache)
    assert files(build_site(project, on=DAY, target=tmp_path / "again")) == right
    if whose == "of a branch":
        assert files(cache) == before, "what yange did not make is left as it is"
        said = yange(project, "build", "--on", "2026-11-23", "--output", str(tmp_path / "again"))
        assert f"{CACHE} was not made by yange on this machine" in said.stderr


def test_the_same_forgery_with_our_own_key_would_be_seen(warm: Path, tmp_path: Path) -> None:
    """The test above could not fail if kept pages were never read."""
    forged(warm / CACHE, Seal(state_of(warm).key()))
    again = files(build_site(warm, on=DAY, target=tmp_path / "again"))
    assert b"<p>forged</p>" in again["wanghai/rules-on-small-craft-berths/v2024-09-01/index.html"]


def test_a_forged_record_does_not_pass_off_a_changed_site_as_built(project: Path) -> None:
    record = project / CACHE / "site.json"
    page = project / "build" / "site" / "index.html"
    body = json.loads(record.read_bytes().split(b"\n", 1)[1])
    right, data = page.read_bytes(), evil(page.read_bytes())
    page.unlink()
    page.write_bytes(data)
    body["files"]["index.html"] = sha256(data).hexdigest()
    Store(project / CACHE, Seal(b"another machine")).put("site", inputs(project) or "", body)
    build_site(project, on=DAY)
    assert page.read_bytes() == right


@pytest.mark.parametrize("name", ["build", "build/cache", "build/cache/pages", "build/cache/compare"])
def test_nothing_is_kept_or_removed_through_a_link(project: Path, tmp_path: Path, name: str) -> None:
    """A branch that brings a link there had every text removed as something that fell out of use."""
    texts = files(project / "policies")
    shutil.rmtree(project / name)
    (project / name).symlink_to(project / "policies")
    build_site(project, on=DAY, target=tmp_path / "out")
    assert files(project / "policies") == texts


def test_two_builds_at_once_leave_one_whole_site(project: Path, clean: Path) -> None:
    """The second waits for the first."""
    line = [sys.executable, "-c", "from yange.cli import main; main()", "--project", str(project), "build", "--on"]
    started = [
        subprocess.Popen([*line, day], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for day in ("2026-11-23", "2026-11-24")
    ]
    said = [one.communicate() for one in started]
    assert [one.returncode for one in started] == [0, 0], said
    site = project / "build" / "site"
    shown = {
        day for day in ("2026-11-23", "2026-11-24") if f"截至 {day}".encode() in (site / "index.html").read_bytes()
    }
    assert len(shown) == 1
    assert [path.name for path in sorted((project / "build").iterdir())] == ["cache", "site"]
    right = files(clean / "build" / "site") if shown == {"2026-11-23"} else files(site)
    assert files(site) == right


def test_without_an_exchange_of_names_a_killed_build_leaves_the_old_site_to_the_next_writer(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = project / "build" / "site"
    old = files(site)
    monkeypatch.setattr(made, "exchange", lambda one, other: False)
    with project_lock(project, "build") as state:
        folders = MadeFolders(state)
        fresh = folders.beside(site)
        monkeypatch.setattr(type(fresh), "rename", _first_only(fresh))
        with pytest.raises(KeyboardInterrupt):
            folders.replace(fresh, site)
        monkeypatch.undo()
    assert not site.exists()
    with project_lock(project, "build") as state:
        MadeFolders(state).finish()
    assert files(site) == old
    assert [path.name for path in sorted((project / "build").iterdir())] == ["cache", "site"]


def _first_only(fresh: Path) -> Callable[[Path, Path], Path]:
    """A renaming that dies before the second of the two."""

    def rename(self: Path, target: Path) -> Path:
        if self == fresh:
            raise KeyboardInterrupt
        os.rename(self, target)  # noqa: PTH104 - Path.rename is what is replaced
        return target

    return rename
