from __future__ import annotations

import logging
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from crawling import broken_links
from mkdocs.config import load_config

from yange.mkdocs_plugin import build_site, serve_site
from yange.mkdocs_plugin.plugin import today
from yange.problems import YangeError
from yange.publish.csp import inline_scripts, script_hash
from yange.settings import Settings

pytestmark = pytest.mark.xdist_group("site")

WRITTEN = (
    "about",
    "how-to-cite",
    "how-to-correct",
    "how-to-verify",
    "how-to-import",
    "glossary",
    "formats",
    "architecture",
)
FUND = "wanghai/haiyang-chanye-fazhan-zhuanxiang-zijin-guanli-banfa"


@pytest.fixture
def project(project_root: Path, tmp_path: Path) -> Path:
    """A small project of its own: one policy of the sample city."""
    root = tmp_path / "project"
    shutil.copytree(project_root / "site", root / "site")
    shutil.copy(project_root / "mkdocs.yml", root)
    place = root / "policies" / "wanghai"
    place.mkdir(parents=True)
    slug = "rules-on-small-craft-berths"
    shutil.copytree(project_root / "policies" / "wanghai" / slug, place / slug)
    return root


BERTHS = "wanghai/rules-on-small-craft-berths"


def page(folder: Path, address: str) -> str:
    return (folder / address / "index.html").read_text(encoding="utf-8")


def test_the_whole_site_is_built_strictly(site: Path) -> None:
    for address in ("", "en", FUND, f"en/{FUND}/v2025-03-01", f"{FUND}/v2017-07-01/compare/v2013-05-01", *WRITTEN):
        assert (site / address / "index.html").is_file(), address
    for name in WRITTEN:
        assert f'href="../en/{name}/"' in page(site, name), "the other language is one step away"
        assert name in ("about", *re.findall(r'href="\.\./([a-z-]+)/"', page(site, "about")))
    assert (site / "assets" / "yange.css").is_file()
    assert (site / "404.html").is_file()


def test_no_page_points_to_another_host_or_is_too_large(site: Path) -> None:
    for path in sorted(site.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        assert re.findall(r'(?:src|href|action)="(?:https?:)?//[^"]*"', html) == [], path
        assert len(html.encode()) < 300_000, path


def test_every_link_and_anchor_leads_somewhere(site: Path) -> None:
    assert broken_links(site) == []


def test_a_link_that_leads_nowhere_is_seen(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text('<a href="a/#x"></a><a href="a/#y"></a><a href="b/"></a><img src="c.png">')
    (tmp_path / "a" / "index.html").write_text('<p id="x"><a href="../">up</a><a href="https://example.org/">out</a>')
    assert broken_links(tmp_path) == ["index.html → a/#y", "index.html → b/", "index.html → c.png"]


def test_the_head_says_language_title_and_no_index(site: Path) -> None:
    chinese, english = page(site, f"{FUND}/v2025-03-01"), page(site, f"en/{FUND}")
    assert '<html lang="zh-Hans"' in chinese
    assert '<html lang="en"' in english
    assert "<title>望海市海洋产业发展专项资金管理办法（2025-03-01） - 沿革 Yange</title>" in chinese
    assert '<meta name="robots" content="noindex">' in chinese
    assert "noindex" not in page(site, "")
    assert "noindex" not in page(site, "about")


def test_every_page_tells_the_day_of_its_statuses_and_the_way_to_the_other_language(site: Path) -> None:
    """Here a set day. Without one a policy's page says since when it is so: see test_settled_days."""
    for address in ("", FUND):
        assert "截至 2026-11-23" in page(site, address)
        assert "as of 2026-11-23" in page(site, f"en/{address}".rstrip("/"))
    assert "2026-11-23" in (site / "assets" / "built.js").read_text("utf-8")
    for address in ("", FUND, "about", "formats"):
        assert "本站状态按生成之日判断，该日见首页（Asia/Shanghai）" in page(site, address)
        assert 'hreflang="en"' in page(site, address)


def test_the_navigation_speaks_the_language_of_the_page(site: Path) -> None:
    def menu(html: str) -> list[str]:
        found = re.search(r'<ul class="y-nav">(.*?)</ul>', html, re.S)
        assert found is not None
        return re.findall(r">([^<>]+)</a>", found[1])

    assert menu(page(site, FUND)) == ["首页", "按日期", "变化", "订阅", "关于", "如何引用", "格式"]
    assert menu(page(site, f"en/{FUND}")) == [
        "Home",
        "A day",
        "Changes",
        "Subscribe",
        "About",
        "How to cite",
        "Formats",
    ]


def test_samples_are_not_in_the_sitemap_and_pages_list_their_languages(project: Path, tmp_path: Path) -> None:
    config = project / "mkdocs.yml"
    config.write_text("site_url: https://example.org/x/\n" + config.read_text(encoding="utf-8"), encoding="utf-8")
    sitemap = (build_site(project, target=tmp_path / "out") / "sitemap.xml").read_text(encoding="utf-8")
    assert "https://example.org/x/about/" in sitemap
    assert "rules-on-small-craft-berths" not in sitemap
    listed = {
        found[0]: dict(re.findall(r'hreflang="([^"]*)" href="([^"]*)"', entry))
        for entry in re.findall(r"<url>(.*?)</url>", sitemap, re.S)
        if (found := re.findall(r"<loc>(.*?)</loc>", entry))
    }
    both = {"zh-Hans": "https://example.org/x/about/", "en": "https://example.org/x/en/about/"}
    assert listed[both["zh-Hans"]] == listed[both["en"]] == both, "each page lists all languages, its own too"
    assert all(address in others.values() for address, others in listed.items())


def test_without_an_address_there_is_no_sitemap(site: Path) -> None:
    assert not list(site.glob("sitemap*"))
    assert not [path for path in site.rglob("*.xml") if "{%" in path.read_text(encoding="utf-8")]


def test_the_page_of_what_is_not_there_needs_no_file_where_nobody_knows_the_way_to_it(
    site: Path, project: Path, tmp_path: Path
) -> None:
    bare = (site / "404.html").read_text(encoding="utf-8")
    assert re.findall(r'(?:src|href)="([^"]*)"', bare) == ["/", "/"]
    assert not re.search(r"<script|style=|<link|<svg|url\(|@import", bare)
    (style,) = re.findall(r"<style>(.*?)</style>", bare, re.S)
    for told in (bare, (site / "_headers").read_text(encoding="utf-8")):
        assert f"style-src 'self' {script_hash(style)};" in told
    assert not list(site.rglob("*lost*"))
    config = project / "mkdocs.yml"
    config.write_text("site_url: https://example.org/x/\n" + config.read_text(encoding="utf-8"), encoding="utf-8")
    whole = (build_site(project, target=tmp_path / "out") / "404.html").read_text(encoding="utf-8")
    assert 'href="/x/assets/yange.css"' in whole
    assert 'data-base="/x' in whole


def test_the_policy_in_the_header_is_short_whatever_the_depth_of_pages(site: Path) -> None:
    """Hosts that read ``_headers`` take no line of more than 2,000 characters."""
    lines = (site / "_headers").read_text(encoding="utf-8").splitlines()
    assert max(map(len, lines)) < 1900
    sent = next(line for line in lines if "Content-Security-Policy" in line)
    for depth in ("", FUND, f"en/{FUND}/v2017-07-01/compare/v2013-05-01"):
        for text in inline_scripts(page(site, depth)):
            assert script_hash(text) in sent
    assert sent.count("'sha256-") <= 8
    assert "unsafe" not in sent


def test_the_way_to_the_words_is_named(site: Path) -> None:
    assert re.search(r'class="md-skip">\s*跳至正文\s*<', page(site, FUND))
    assert re.search(r'class="md-skip">\s*Skip to content\s*<', page(site, f"en/{FUND}"))


def test_a_page_says_the_day_of_the_setting_unless_a_day_is_asked_for(project: Path, tmp_path: Path) -> None:
    config = project / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace(
        "zone: Asia/Shanghai", "zone: Asia/Shanghai\n      on: 2022-01-01"
    )
    config.write_text(text, encoding="utf-8")
    assert "截至 2022-01-01" in page(build_site(project, target=tmp_path / "a"), BERTHS)
    asked = page(build_site(project, on=date(2023, 2, 3), target=tmp_path / "b"), BERTHS)
    assert "截至 2023-02-03" in asked
    assert today(Settings(on=date(2001, 1, 1))) == date(2001, 1, 1)


def test_the_day_asked_for_lasts_through_every_rebuild_of_the_server(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = []

    def serving(**options: Any) -> None:
        for _ in range(3):
            config = load_config(options["config_file"], plugins=options["plugins"])
            days.append(config.plugins["yange"].config["on"])

    monkeypatch.setattr("mkdocs.commands.serve.serve", serving)
    serve_site(project, on=date(2019, 6, 1))
    assert days == [date(2019, 6, 1)] * 3


def _broken_link(project: Path) -> None:
    (project / "site" / "pages" / "about.md").write_text("# a\n\n[gone](gone.md)\n", encoding="utf-8")


def _broken_template(project: Path) -> None:
    (project / "templates" / "site").mkdir(parents=True)
    (project / "templates" / "site" / "policy.html").write_text("{{ nothing_of_the_kind }}", encoding="utf-8")


def _broken_text(project: Path) -> None:
    (project / "policies" / "wanghai" / "rules-on-small-craft-berths" / "2025-13-01.md").write_text("x")


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def _broken_setting(project: Path) -> None:
    _replace(project / "mkdocs.yml", "Asia/Shanghai", "Nowhere")


def _no_plugin(project: Path) -> None:
    (project / "mkdocs.yml").write_text("site_name: x\ndocs_dir: site/pages\nsite_dir: build/site\n", encoding="utf-8")


def _hidden_page(project: Path) -> None:
    (project / "site" / "pages" / "index.md").write_text("# mine\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (_broken_link, "gone.md"),
        (_broken_template, "nothing_of_the_kind"),
        (_broken_text, "2025-13-01"),
        (_broken_setting, "Nowhere"),
        (_no_plugin, "yange"),
        (_hidden_page, "index.md"),
    ],
)
def test_a_failed_build_says_why_and_leaves_the_old_site_whole(
    project: Path, tmp_path: Path, spoil: Callable[[Path], None], reason: str
) -> None:
    target = tmp_path / "out"
    build_site(project, on=date(2024, 1, 1), target=target)
    before = sorted(path.name for path in target.iterdir())
    spoil(project)
    with pytest.raises(YangeError, match=re.escape(reason)):
        build_site(project, on=date(2025, 1, 1), target=target)
    assert sorted(path.name for path in target.iterdir()) == before
    assert "2024-01-01" in (target / "index.html").read_text(encoding="utf-8")
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith(".")) == []
    assert logging.getLogger("mkdocs").handlers == []


def test_a_hostile_library_cannot_reach_the_head(project_root: Path, tmp_path: Path) -> None:
    root = tmp_path / "project"
    folder = root / "policies" / "evil" / "rules"
    folder.mkdir(parents=True)
    shutil.copytree(project_root / "site", root / "site")
    shutil.copy(project_root / "mkdocs.yml", root)
    (folder / "policy.md").write_text(
        "---\nid: evil/rules\ntitle: '\"></title><script>alert(1)</script>'\nplace: x\n---\n", encoding="utf-8"
    )
    (folder / "2020-01-01.md").write_text(
        "---\ntitle: '\"></title><script>alert(1)</script>'\nnumber: null\nissuer: []\nsigned: null\npublished: null\n"
        "effective: 2020-01-01\neffective_basis: stated\nexpires: null\ntext: held\ncondition: complete\nunits: null\n"
        "sources: []\nchecked: null\n---\n\n# x\n\n第一章　<script>alert(2)</script>\n\n第一条　x\n",
        encoding="utf-8",
    )
    built = build_site(root, target=tmp_path / "out")
    for path in built.rglob("*.html"):
        assert "<script>alert" not in path.read_text(encoding="utf-8"), path
