"""The theme that pages share: the same bytes as if MkDocs had rendered each by itself, whatever is put into it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from yange.mkdocs_plugin import build_site
from yange.mkdocs_plugin.mkdocs_page import ReadyPage
from yange.mkdocs_plugin.page_frames import Shells
from yange.mkdocs_plugin.plugin import YangePlugin
from yange.mkdocs_plugin.theme import Theme
from yange.problems import YangeError
from yange.publish.csp import refuse_scripts
from yange.settings import Settings

pytestmark = pytest.mark.xdist_group("shells")

DAY = date(2026, 11, 23)
SLUGS = (
    "haiyang-chanye-fazhan-zhuanxiang-zijin-guanli-banfa",
    "2022-nian-xingzheng-guifanxing-wenjian-qingli-jieguo-jueding",
    "rules-on-small-craft-berths",
)
MARK = "YANGE-words-EGNAY"
ADDRESS = "site_url: https://example.org/law/\nsite_name: "


@pytest.fixture
def project(project_root: Path, tmp_path: Path) -> Path:
    """Three policies of the sample city; a title that holds a mark; a hand-written page where a text would stand."""
    root = tmp_path / "project"
    shutil.copytree(project_root / "site", root / "site")
    config = (project_root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(config.replace("site_name: ", ADDRESS), encoding="utf-8")
    for slug in SLUGS:
        shutil.copytree(project_root / "policies" / "wanghai" / slug, root / "policies" / "wanghai" / slug)
    for path in (root / "policies" / "wanghai" / SLUGS[2]).glob("*.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("title: Wanghai", f"title: {MARK} & <b> Wanghai"), encoding="utf-8")
    written = root / "site" / "pages" / "wanghai" / "index.md"
    written.parent.mkdir()
    written.write_text("# 望海市\n\nOurs, so that links below it are shorter.\n", encoding="utf-8")
    return root


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def each_alone(self: YangePlugin, nav: Navigation, *, config: object, files: Files) -> Navigation:
    """Let MkDocs render every page."""
    for file in files.documentation_pages():
        if isinstance(file.page, ReadyPage):
            file.page.shared = False
    return nav


def test_pages_in_a_shared_shell_are_what_mkdocs_would_have_made(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered: list[str] = []
    real: Callable[..., object] = Shells._rendered
    monkeypatch.setattr(
        Shells, "_rendered", lambda self, page, *rest: (rendered.append(page.url), real(self, page, *rest))[1]
    )
    shared = files(build_site(project, on=DAY, target=tmp_path / "a"))
    pages = [name for name in shared if name.startswith(("wanghai/", "en/wanghai/")) and name.endswith(".html")]
    assert 0 < len(rendered) < len(pages), "some pages share a shell"
    shutil.rmtree(project / "build")
    monkeypatch.setattr(YangePlugin, "on_nav", each_alone)
    alone = files(build_site(project, on=DAY, target=tmp_path / "b"))
    assert alone.keys() == shared.keys()
    assert [name for name in alone if alone[name] != shared[name]] == []
    assert b'property="og:image" content="https://example.org/law/card.png"' in shared[pages[0]], "the publisher's card"
    marked = [name for name in pages if MARK.encode() in shared[name]]
    assert marked, "what looks like a mark in a title stays what it is"


def test_links_show_the_package_s_card_where_a_publisher_has_none() -> None:
    assert Theme(Settings(), Files([]), None).card == "assets/card.png"


@pytest.mark.parametrize("html", ["<p>a</p><script>alert(1)</script>", "<SCRIPT\n>a</SCRIPT>"])
def test_a_script_in_what_is_put_in_is_refused(html: str) -> None:
    with pytest.raises(YangeError, match="inline script"):
        refuse_scripts(html, "a/")


def test_data_and_files_are_no_inline_scripts() -> None:
    refuse_scripts('<script type="application/ld+json">{}</script><script src="a.js"></script>', "a/")
