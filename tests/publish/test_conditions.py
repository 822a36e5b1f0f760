"""Text that was recognised in a scan says so wherever it is shown, found, compared or copied."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from publishing import DAY, ROOT, all_pages

from yange.model import Condition, Library
from yange.publish import Page
from yange.publish.context import SiteContext
from yange.publish.files.docx_files import word_file
from yange.publish.parts.citation_forms import forms
from yange.publish.search import search_files
from yange.settings import Settings
from yange.shipped import folders
from yange.timeline import build_timeline

FERRY = "wanghai/dukou-guanli-banfa"
KEY = "v2021-03-26"
WHOLE = "本文字由扫描图片识别而来"
SHORT = "扫描识别，未经核对"


@pytest.fixture(scope="module")
def scanned(library: Library) -> Library:
    """One policy of the library, of which one text was recognised in a scan."""
    (policy,) = (policy for policy in library.policies if policy.id == FERRY)
    versions = (
        replace(version, condition=Condition.OCR) if version.key == KEY else version for version in policy.versions
    )
    return Library((replace(policy, versions=tuple(versions)),))


@pytest.fixture(scope="module")
def context(scanned: Library) -> SiteContext:
    return SiteContext(scanned, build_timeline(scanned), Settings(), DAY, folders(ROOT, "templates"))


@pytest.fixture(scope="module")
def made(scanned: Library) -> list[Page]:
    return [page for page in all_pages(scanned) if page.language == "zh"]


def shows(page: Page) -> bool:
    """Return whether a page shows words of the text that was recognised."""
    return page.address.startswith(f"{FERRY}/{KEY}/") or f"/compare/{KEY}/" in page.address


def test_every_page_with_words_of_the_text_says_it(made: list[Page]) -> None:
    ways = (f"{FERRY}/history/", f"{FERRY}/compare/")
    wordy = [page for page in made if shows(page) or page.address.startswith(ways)]
    assert len(wordy) == 4
    assert [page.address for page in wordy if WHOLE not in page.html()] == []


def test_no_page_of_other_texts_says_it(made: list[Page]) -> None:
    others = [page for page in made if re.search(r"/v\d", page.address) and not shows(page)]
    assert len(others) > 1
    assert [page.address for page in others if WHOLE in page.html() or SHORT in page.html()] == []


def test_the_page_of_the_policy_marks_the_text(made: list[Page]) -> None:
    (page,) = (page for page in made if page.address == f"{FERRY}/")
    assert page.html().count(SHORT) == 1


def test_citations_say_it(context: SiteContext) -> None:
    texts = {version.key: version for version in context.policies[FERRY].versions}
    found = forms(texts[KEY], context.english)
    name = next(called for called in context.called(texts[KEY].body).values() if called.own == "第五条")
    assert found.clause(name).endswith(f"第五条（{SHORT}）")
    assert SHORT in found.gbt.text
    assert found.english.text.endswith("; recognised from a scan, not verified)")
    whole = forms(next(text for key, text in texts.items() if key != KEY), context.english)
    assert not any(word in str(whole) for word in (SHORT, "scan"))


def test_clauses_that_are_copied_say_it(made: list[Page]) -> None:
    (page,) = (page for page in made if page.address == f"{FERRY}/{KEY}/")
    quotes = re.findall(r'<p class="y-quote"[^>]*>([^<]*)<', page.html())
    assert len(quotes) > 5
    assert [quote for quote in quotes if not quote.endswith(f"（{SHORT}）")] == []


def test_results_of_a_search_say_it(context: SiteContext) -> None:
    (facts,) = (asset for asset in search_files(context) if asset.address.endswith("facts/0.js"))
    (_, rows) = json.loads(f"[{facts.content.decode().partition('(')[2].rpartition(')')[0]}]")
    assert {row[0]: row[10] for row in rows if row[10]} == {f"{FERRY}/{KEY}/": "ocr"}


def test_the_words_of_the_search_are_there(made: list[Page]) -> None:
    (page,) = (page for page in made if page.address == "search/")
    assert SHORT in page.html()
    assert "condition.${condition}.short" in (Path(ROOT) / "site/assets/search_results.js").read_text("utf-8")


def test_a_word_table_says_it(context: SiteContext) -> None:
    old, new = next((old, new) for old, new in context.pairs.of(FERRY) if KEY in (old.key, new.key))
    with ZipFile(BytesIO(word_file(context, old, new).content)) as packed:
        assert SHORT in packed.read("word/document.xml").decode()
