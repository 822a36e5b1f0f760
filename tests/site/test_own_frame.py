"""The frame of our own: the same pages as in Material's, without Material, with MkDocs and with ProperDocs."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser
from reading import Reader
from selectolax.lexbor import LexborHTMLParser
from serving import address_of

from yange.cli.app import group
from yange.mkdocs_plugin import build_site
from yange.shipped import LOOKS, hiding, shipped

DAY = date(2026, 11, 23)
SLUGS = ("dukou-guanli-banfa", "dukou-chuanzhi-anquan-guanli-zanxing-guize")
POLICY = "wanghai/dukou-guanli-banfa/"
PAGES = ("", "en/", "about/", "search/", POLICY, f"{POLICY}v2015-09-08/", f"en/{POLICY}history/")
PROPER = "import properdocs.replacement, sys; from yange.cli import main; main()"
THEME = re.compile(r"^theme:\n(?:[ ]+.*\n)+", re.MULTILINE)
NO_THEME = "theme:\n  name: null\n  custom_dir: site/overrides\n  logo: assets/logo.svg\n  favicon: assets/logo.svg\n"

pytestmark = pytest.mark.xdist_group("site pages")


@pytest.fixture(scope="module")
def project(project_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("frames") / "project"
    shutil.copytree(project_root / "site", root / "site")
    shutil.copy(project_root / "mkdocs.yml", root)
    for slug in SLUGS:
        shutil.copytree(project_root / "policies/wanghai" / slug, root / "policies/wanghai" / slug)
    return root


@pytest.fixture(scope="module")
def material(project: Path) -> Path:
    return build_site(project, on=DAY, target=project / "material")


@pytest.fixture(scope="module")
def own(project: Path, material: Path) -> Path:
    settings = project / "mkdocs.yml"
    written = settings.read_text("utf-8")
    settings.write_text(THEME.sub(NO_THEME, written), "utf-8")
    return build_site(project, on=DAY, target=project / "own")


def parts(site: Path, address: str) -> dict[str, object]:
    """What a page is made of, whatever frame is around it."""
    page = LexborHTMLParser((site / address / "index.html").read_text("utf-8"))
    article, head = page.css_first("article"), page.head
    assert article is not None
    assert head is not None
    return {
        "title": page.css_first("title").text(),
        "language": page.css_first("html").attributes["lang"],
        "words": " ".join(article.text().split()),
        "links": [link.attributes.get("href") for link in article.css("a")],
        "anchors": [one.attributes["id"] for one in article.css("[id]")],
        "header": [(link.attributes["href"], link.text().strip()) for link in page.css(".y-nav a, a.y-language")],
        "contents": [link.attributes["href"] for link in page.css(".md-nav--secondary a")],
        "footer": " ".join(page.css_first("footer").text().split()),
        "scripts": [s.attributes["src"] for s in page.css("script[src]") if "yange" in str(s) or "/page.js" in str(s)],
        "about it": [str(one.html) for one in head.css("meta[name=description], meta[name=robots], link[hreflang]")],
    }


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_the_same_in_both_frames(material: Path, own: Path, address: str) -> None:
    assert parts(own, address) == parts(material, address)


def test_the_own_frame_takes_nothing_of_material(own: Path) -> None:
    assert not (own / "assets" / "stylesheets").exists()
    assert not (own / "assets" / "javascripts").exists()
    assert "material" not in (own / POLICY / "index.html").read_text("utf-8")


def test_properdocs_builds_the_same_files(project: Path, own: Path) -> None:
    target = project / "proper"
    command = [sys.executable, "-W", "ignore", "-c", PROPER, "build", "--on", str(DAY), "--output", str(target)]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    files = {path.relative_to(own) for path in own.rglob("*") if path.is_file()}
    assert files == {path.relative_to(target) for path in target.rglob("*") if path.is_file()}
    assert [path for path in files if (own / path).read_bytes() != (target / path).read_bytes()] == []


def test_the_own_frame_chooses_colours_and_opens_its_menu(browser: Browser, own: Path) -> None:
    for base in address_of(own):
        reader = Reader(browser, base, 390)
        page = reader.open(POLICY)
        scheme = "document.body.dataset.mdColorScheme"
        assert page.evaluate(scheme) == "default"
        for expected in ("default", "slate"):
            page.click(".y-palette")
            assert page.evaluate(scheme) == expected
        page.reload()
        assert page.evaluate(scheme) == "slate"
        assert not page.locator(".md-sidebar--primary").is_visible()
        page.click("label[for=__drawer].md-header__button")
        page.locator(".md-sidebar--primary").get_by_text("如何引用").click()
        page.wait_for_url("**/how-to-cite/")
        reader.is_quiet()


def test_looks_of_a_project_that_differ_from_those_of_the_package_are_named(tmp_path: Path) -> None:
    theirs = shipped() / "site"
    (tmp_path / "site/assets").mkdir(parents=True)
    shutil.copy(theirs / "assets/search.js", tmp_path / "site/assets/search.js")
    (tmp_path / "site/assets/more.js").write_text("", "utf-8")
    assert hiding(tmp_path) == ()
    (tmp_path / "site/assets/search.js").write_text("/* of an older version */", "utf-8")
    shutil.copytree(theirs / "overrides", tmp_path / "site/overrides")
    (tmp_path / "site/overrides/404.html").write_text("mine", "utf-8")
    assert hiding(tmp_path) == (Path("site/assets/search.js"), Path("site/overrides/404.html"))
    assert hiding(shipped()) == ()


def test_a_new_project_takes_its_looks_from_the_package(tmp_path: Path) -> None:
    root = tmp_path / "mine"
    assert CliRunner().invoke(group, ["init", str(root)]).exit_code == 0
    own = [path.relative_to(root).as_posix() for name in LOOKS for path in (root / name).rglob("*")]
    assert own == ["site/assets/README.md", "site/overrides/README.md"]
    site = build_site(root, on=DAY)
    assert (site / "assets/search.js").read_bytes() == (shipped() / "site/assets/search.js").read_bytes()
    assert 'class="y-nav"' in (site / "index.html").read_text("utf-8")
    assert not list(site.rglob("README*"))
