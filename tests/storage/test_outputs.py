"""Where the site may be put: nowhere that holds the project, belongs to it, to git or to a person."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from yange.problems import YangeError
from yange.storage.made_folders import MadeFolders
from yange.storage.output_folders import Outputs
from yange.storage.state import state_of


@pytest.fixture
def outputs(tmp_path: Path) -> Outputs:
    """A project with what a project has, the home of its user, and a folder of other things."""
    root = tmp_path / "home" / "work" / "project"
    for name in ("policies", "archive", "site", "build/cache", ".git/objects", "inner/.git/hooks"):
        (root / name).mkdir(parents=True)
    (root / ".git" / "HEAD").write_text("ref: refs/heads/main\n")
    bare = tmp_path / "bare"
    for name in ("objects", "refs"):
        (bare / name).mkdir(parents=True)
    (bare / "HEAD").write_text("ref: refs/heads/main\n")
    (root / "mkdocs.yml").write_text("site_name: x\n")
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "a.txt").write_text("diary")
    (tmp_path / "empty").mkdir()
    (tmp_path / "pages").mkdir()
    return Outputs(root, MadeFolders(state_of(root)), (tmp_path / "home",), (tmp_path / "pages",))


REFUSED = {
    ".": "the project itself",
    "./": "the project itself",
    "..": "holds it",
    "../..": "home folder|holds it",
    "/": "holds it",
    "policies": "which the project needs",
    "policies/": "which the project needs",
    "policies/wanghai/site": "which the project needs",
    "POLICIES": "which the project needs",
    "Policies/new": "which the project needs",
    "ｐｏｌｉｃｉｅｓ": "which the project needs",
    "build/../policies": "which the project needs",
    "site": "which the project needs",
    "site/pages/out": "which the project needs",
    "archive/site": "which the project needs",
    "templates": "which the project needs",
    "tools/x": "which the project needs",
    "tests": "which the project needs",
    "build": "caches are in it",
    "build/cache": "which the project needs",
    "build/cache/site": "which the project needs",
    ".github": "which the project needs",
    ".git": "git's",
    ".git/site": "git's",
    ".GIT/site": "git's",
    ".g\u200cit/site": "git's",
    "git~1/site": "git's",
    "inner/.git/hooks": "git's",
    "x/.git/y": "git's",
    "../../../bare/new": "git's",
    "mkdocs.yml": "no folder",
    "mkdocs.yml/site": "no folder",
    "../../../letters": "holds files",
    "../../../letters/": "holds files",
    "../../../pages": "which the project needs",
    "../../../pages/x": "which the project needs",
    "../../../home": "home folder|holds it",
}


@pytest.mark.parametrize(("given", "reason"), REFUSED.items())
def test_such_a_place_is_refused(outputs: Outputs, given: str, reason: str) -> None:
    before = sorted(outputs.root.parent.parent.parent.rglob("*"))
    with pytest.raises(YangeError, match=reason) as refused:
        outputs.checked(Path(f"{outputs.root}/{given}"))
    assert "nothing was written" in str(refused.value)
    assert sorted(outputs.root.parent.parent.parent.rglob("*")) == before


@pytest.mark.parametrize(
    "given", ["build/site", "public", "out/deep/er", "../other", "../../../empty", "../../../empty/new", "build/sites"]
)
def test_such_a_place_is_taken(outputs: Outputs, given: str) -> None:
    place = Path(os.path.normpath(outputs.root / given))
    assert outputs.checked(Path(f"{outputs.root}/{given}/")) == place


def test_a_mounted_file_system_is_refused(outputs: Outputs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path).name == "disk")
    with pytest.raises(YangeError, match="mounted"):
        outputs.checked(outputs.root / "disk")
    assert outputs.checked(outputs.root / "disk" / "site")


def test_a_folder_that_may_not_be_written_is_named(outputs: Outputs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path).name != "empty")
    top = outputs.root.parents[2]
    with pytest.raises(YangeError, match=r"nothing may be written in .*empty"):
        outputs.checked(top / "empty" / "a" / "b")


@pytest.mark.parametrize("target", ["policies", "../../../letters", "../../../empty", "nowhere", "public"])
def test_no_link_in_the_project_is_followed(outputs: Outputs, target: str) -> None:
    """A branch can bring a link, and with it send the site anywhere."""
    link = outputs.root / "public"
    link.symlink_to(outputs.root / target if target != "public" else "public")
    roundabout = outputs.root.parents[2] / "way"
    roundabout.symlink_to(outputs.root)
    for given in (link, link / "site", link / ".." / "x", roundabout / "public", roundabout / "public" / "site"):
        with pytest.raises(YangeError, match=r"public is a link.*--output"):
            outputs.checked(given)


def test_a_link_elsewhere_stays_and_what_it_leads_to_is_judged(outputs: Outputs) -> None:
    top = outputs.root.parents[2]
    (top / "link").symlink_to("empty")
    (top / "away").symlink_to("none/yet")
    (top / "home-link").symlink_to("home")
    (top / "in").symlink_to(outputs.root / "policies")
    assert outputs.checked(top / "link") == top / "empty"
    assert outputs.checked(top / "away" / "site") == top / "none" / "yet" / "site"
    for name, reason in (("home-link", "home folder|holds"), ("in", "which the project needs")):
        with pytest.raises(YangeError, match=reason):
            outputs.checked(top / name)
    (top / "round").symlink_to("round")
    with pytest.raises(YangeError, match="leads to itself"):
        outputs.checked(top / "round" / "site")


def test_what_yange_made_is_taken_again_and_a_copy_of_it_is_not(outputs: Outputs) -> None:
    place = outputs.checked(outputs.root / "public")
    fresh = outputs.made.beside(place)
    (fresh / "index.html").write_text("x")
    outputs.made.replace(fresh, place)
    assert outputs.checked(outputs.root / "public") == place
    (outputs.root / "public").rename(outputs.root / "kept")
    with pytest.raises(YangeError, match=r"holds files.*an earlier yange.*remove it"):
        outputs.checked(outputs.root / "kept")
