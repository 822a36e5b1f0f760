"""A site in one language, whichever it is, in two in either order, and in all."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files

from yange.cli.app import group
from yange.messages import LANGUAGES, messages
from yange.mkdocs_plugin.hand_written import place_pages

pytestmark = pytest.mark.xdist_group("languages")

ROOT = ("about.md", "how/cite.md", "assets/x.md", "logo.svg")
WRITTEN = (*ROOT, "en/about.md", "en/how/cite.md", "en/only.md", "en/map.svg")

EN = {name.removeprefix("en/"): name for name in WRITTEN if name.startswith("en/")}


@pytest.mark.parametrize(
    ("languages", "placed"),
    [
        (("zh", "en"), {name: name for name in WRITTEN}),
        (("zh",), {name: name for name in WRITTEN if not name.startswith("en/")}),
        (("en",), EN),
        (
            ("en", "zh"),
            EN | {f"zh/{name}": name for name in ROOT},
        ),
    ],
    ids=" ".join,
)
def test_hand_written_pages_are_those_of_the_languages(
    tmp_path: Path, languages: tuple[str, ...], placed: dict[str, str]
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nplugins: []\n", "utf-8")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    config.plugins._current_plugin = "yange"  # as while MkDocs runs the plugin
    files = Files([File(name, config.docs_dir, config.site_dir, use_directory_urls=True) for name in WRITTEN])
    place_pages(files, config, languages)
    found = {file.src_uri: Path(str(file.abs_src_path)).relative_to(config.docs_dir).as_posix() for file in files}
    assert found == {"logo.svg": "logo.svg", **placed}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, project_root: Path) -> Path:
    root = tmp_path_factory.mktemp("languages") / "mine"
    assert CliRunner().invoke(group, ["init", str(root)]).exit_code == 0
    shutil.copytree(project_root / "policies/wanghai", root / "policies/wanghai")
    return root


@pytest.mark.parametrize(("language", "tag", "title"), [("en", "en", "About"), ("zh", "zh-Hans", "关于")])
def test_a_site_in_one_language(project: Path, language: str, tag: str, title: str) -> None:
    settings = project / "mkdocs.yml"
    settings.write_text(re.sub(r"languages: \[.*\]", f"languages: [{language}]", settings.read_text("utf-8")), "utf-8")
    done = CliRunner().invoke(group, ["--project", str(project), "build", "--on", "2026-11-23"])
    assert done.exit_code == 0, done.output
    site = project / "build" / "site"
    about = (site / "about" / "index.html").read_text("utf-8")
    assert f'<html lang="{tag}"' in about
    assert "<h1" in about
    assert title in about
    assert not (site / "en").exists()
    assert not (site / "zh").exists()
    assert 'hreflang="' not in (site / "wanghai" / "dukou-guanli-banfa" / "index.html").read_text("utf-8")


def test_a_site_in_every_language(project: Path) -> None:
    every = [*LANGUAGES[2:], *LANGUAGES[:2]]
    settings = project / "mkdocs.yml"
    listed = f"languages: [{', '.join(every)}]"
    settings.write_text(re.sub(r"languages: \[.*\]", listed, settings.read_text("utf-8")), "utf-8")
    done = CliRunner().invoke(group, ["--project", str(project), "build", "--on", "2026-11-23"])
    assert done.exit_code == 0, done.output
    for language in every:
        folder = project / "build" / "site" / ("" if language == every[0] else language)
        page = (folder / "wanghai" / "dukou-guanli-banfa" / "index.html").read_text("utf-8")
        words = messages(language)
        assert f'<html lang="{words["language.tag"]}"' in page
        assert words["policy.versions"] in page
        menu = page.partition('<details class="y-languages">')[2].partition("</details>")[0]
        assert menu.count("hreflang=") == len(every) - 1
        assert (words["site.translation"] in page) is not words.read_by_native
        assert words.read_by_native is (language in LANGUAGES[:2])
