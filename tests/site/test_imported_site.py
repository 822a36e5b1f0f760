"""The site of real documents: imported, built and opened in a real browser. No word of theirs stands in this file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from crawling import broken_links
from playwright.sync_api import Browser, expect
from reading import Reader, faults, shown
from serving import DAY, address_of

from calling import call
from yange.importers import ImportPlan
from yange.library import load
from yange.mkdocs_plugin import build_site
from yange.model import Library, Policy, Version
from yange.parse import parse
from yange.storage.writing import write_files

pytestmark = pytest.mark.xdist_group("corpus-import")


@pytest.fixture(scope="module")
def root(corpus_plan: ImportPlan, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("imported")
    assert call(["init", "mine"], folder).exit_code == 0
    write_files(folder / "mine", corpus_plan.files())
    config = folder / "mine" / "mkdocs.yml"
    config.write_bytes(config.read_bytes().replace(b"word_files: false", b"word_files: true"))
    return folder / "mine"


@pytest.fixture(scope="module")
def texts(root: Path) -> Library:
    return load(root)[0]


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(root, on=DAY, target=tmp_path_factory.mktemp("built") / "site")


@pytest.fixture(scope="module")
def base(built: Path) -> Iterator[str]:
    yield from address_of(built)


def longest(texts: Library) -> Version:
    return max((version for version in texts.versions() if version.held), key=lambda version: len(version.body))


def changed(texts: Library) -> Policy:
    """Return the policy with two held texts that has the most words."""
    several = [policy for policy in texts.policies if sum(version.held for version in policy.versions) > 1]
    return max(several, key=lambda policy: sum(len(version.body) for version in policy.versions))


def kinds(texts: Library) -> dict[str, str]:
    """Return an address of each kind of page."""
    policy, text = changed(texts), longest(texts)
    old, new = [version for version in policy.versions if version.held][:2]
    undated = next(version for version in texts.versions() if version.effective is None)
    return {
        "home": "",
        "list": "by/status/in-force/",
        "ways": "by/issuer/",
        "day": "day/?on=2022-06-01",
        "policy": f"{policy.id}/",
        "longest text": f"{text.policy}/{text.key}/",
        "undated text": f"{undated.policy}/{undated.key}/",
        "comparison": f"{policy.id}/{new.key}/compare/{old.key}/",
        "history": f"{policy.id}/history/",
        "search": "search/",
    }


OF_TEXTS = {"policy", "longest text", "undated text", "comparison", "history"}
"""Pages that documents make different from those of the sample city, whose other kinds test_pages_browser tries."""


def test_every_link_and_anchor_leads_somewhere(built: Path) -> None:
    assert broken_links(built) == []


def test_no_page_is_too_large(built: Path) -> None:
    assert max(path.stat().st_size for path in built.rglob("*.html")) < 300_000


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (360, True)], ids=["desk-light", "phone-dark"])
def test_each_kind_of_page_fits_and_has_no_fault(
    browser: Browser, base: str, texts: Library, width: int, dark: bool
) -> None:
    reader = Reader(browser, base, width, dark=dark)
    for at, (name, address) in enumerate(kinds(texts).items()):
        page = reader.open(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{name} scrolls sideways"
        if name in OF_TEXTS and at % 2 == dark:  # each kind of page is tried in one of the two views
            assert [(name, *fault) for fault in faults(page)] == []
    reader.is_quiet()


def test_a_clause_is_found_by_its_words_and_opened_at_its_place(browser: Browser, base: str, texts: Library) -> None:
    standing = max((v for v in changed(texts).versions if v.held), key=lambda version: version.key)
    clauses = [clause for clause in parse(standing.body).walk() if clause.path.rpartition("__")[2].startswith("art_")]
    words = re.search(r"[\u4e00-\u9fff]{9}", standing.body[clauses[5].words : clauses[5].end])
    assert words is not None
    reader = Reader(browser, base, 1280)
    page = reader.open("search/")
    page.fill("#y-q", words[0])
    page.keyboard.press("Enter")
    hit = page.locator(f".y-hits a[href*='{standing.policy}/{standing.key}/'][href*='art_']").first
    hit.click()
    page.wait_for_url(re.compile("art_"))
    expect(page.locator("mark").first).to_be_visible()
    reader.is_quiet()


@pytest.mark.parametrize("form", ["{}", "{} ", "spaced"])
def test_a_text_is_found_by_its_number(browser: Browser, base: str, texts: Library, form: str) -> None:
    found = (v for v in texts.versions() if v.number and re.fullmatch(r"[\u4e00-\u9fff]+〔\d{4}〕\d+号", v.number))
    version = next(found)
    number = str(version.number)
    typed = re.sub("[〔〕号]", " ", number) if form == "spaced" else form.format(number)
    reader = Reader(browser, base, 1280)
    page = reader.open("search/")
    page.check("input[name=old]")
    page.fill("#y-q", typed)
    page.keyboard.press("Enter")
    expect(page.locator(f".y-result .y-name[href*='{version.policy}/{version.key}/']").first).to_be_visible()
    reader.is_quiet()


def test_a_comparison_is_filtered_and_walked_by_key(browser: Browser, base: str, texts: Library) -> None:
    reader = Reader(browser, base, 1440)
    page = reader.open(kinds(texts)["comparison"])
    rows = page.locator(".y-changes > [class*=y-op-]:visible")
    before = rows.count()
    count = int(page.locator("label:has(#grade-substantive) strong").inner_text())
    page.uncheck("#grade-substantive")
    assert rows.count() == before - count
    page.check("#grade-substantive")
    for _ in range(3):
        page.keyboard.press("n")
    expect(page.locator(".y-steps output")).to_have_text(f"第 3 处，共 {before} 处")
    with page.expect_download() as download:
        page.click("a.y-word")
    assert Path(download.value.path()).read_bytes()[:2] == b"PK"
    reader.is_quiet()


def test_everything_is_read_without_scripts_and_on_paper(browser: Browser, base: str, texts: Library) -> None:
    page = Reader(browser, base, 360, scripts=False).open(kinds(texts)["longest text"])
    body = re.sub(r"\s", "", shown(page, ".y-text"))
    words = re.findall(r"[\u4e00-\u9fff]{12,}", longest(texts).body)
    assert len(words) > 100
    assert [run for run in words if run not in body] == []
    page.emulate_media(media="print")
    assert not page.locator(".md-header").is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.y-words p')).color") == "rgb(29, 33, 37)"
