"""Beside every text its records for reference managers; in its head what Zotero's connectors read."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape

import bibtexparser
import pytest
import rispy
from publishing import DAY, ROOT

from yange.bibliography import CHINESE, CLAUSE, PATH, STYLES, WHERE, citation
from yange.model import Library, Policy, Version
from yange.publish.addresses import policy_address
from yange.publish.companions import fact_files, with_version
from yange.publish.context import SiteContext
from yange.publish.facts.clause_names import Called
from yange.publish.files.jsonld import policy_head
from yange.publish.pages.version import version_page
from yange.publish.parts.citation_forms import forms
from yange.publish.parts.text_records import FORMATS, clause_records, records, reference
from yange.settings import Settings
from yange.shipped import folders
from yange.timeline import build_timeline

FERRY = "wanghai/dukou-guanli-banfa"
BERTHS = "wanghai/rules-on-small-craft-berths"
FUND = "wanghai/haiyang-chanye-fazhan-zhuanxiang-zijin-guanli-banfa"
META = re.compile(r'<meta name="([^"]*)" content="([^"]*)">')


@pytest.fixture(scope="module")
def context(library: Library) -> SiteContext:
    settings = Settings(address="https://law.example/")
    return SiteContext(library, build_timeline(library), settings, DAY, folders(ROOT, "templates"))


def found(context: SiteContext, policy_id: str, key: str) -> tuple[Policy, Version]:
    policy = context.policies[policy_id]
    (version,) = (one for one in policy.versions if one.key == key)
    return policy, version


def test_zotero_reads_a_statute_in_the_head_of_a_text(context: SiteContext) -> None:
    policy, version = found(context, FERRY, "v2021-03-26")
    page = with_version(context, version_page(context, policy, version, "zh"), policy, version)
    assert page.head is not None
    read = {name: unescape(content) for name, content in META.findall(page.head())}
    assert read["z:itemType"] == "statute"
    assert read["citation_title"] == version.title
    assert read["z:publicLawNumber"] == version.number
    assert read["z:history"] == "2021年3月26日修正文本"
    assert read["citation_public_url"] == f"https://law.example/{FERRY}/v2021-03-26/"
    assert read["dc:description"].startswith("示例文本")
    assert "Z3988" not in page.html()


def test_zotero_reads_the_text_of_the_day_in_the_head_of_a_policy(context: SiteContext) -> None:
    policy = context.policies[FERRY]
    head = policy_head(context.view("zh", policy_address(policy.id)), policy)
    read = {name: unescape(content) for name, content in META.findall(head)}
    assert (read["z:itemType"], read["citation_title"]) == ("statute", policy.title)
    assert read["citation_public_url"] == f"https://law.example/{FERRY}/v2021-03-26/"


def test_records_are_beside_every_text(context: SiteContext, library: Library) -> None:
    for policy in library.policies:
        for version in policy.versions:
            made = records(reference(context, policy, version))
            (ris,) = rispy.loads(made["cite.ris"])
            (entry,) = bibtexparser.parse_string(made["cite.bib"]).entries
            (item,) = json.loads(made["cite.json"])
            assert (ris["type_of_reference"], item["type"]) == ("STAT", "legislation")
            assert entry.key == item["id"]
            assert ris["title"] == item["title"] == version.title
            assert item["URL"] == ris["urls"][0] == entry["url"]


def test_the_files_are_linked_from_the_page(context: SiteContext) -> None:
    policy, version = found(context, BERTHS, "v2024-09-01")
    page = with_version(context, version_page(context, policy, version, "zh"), policy, version)
    assert page.companions is not None
    beside = {asset.address for asset in page.companions()}
    english = version_page(context, policy, version, "en").html()
    for name in FORMATS:
        assert f'href="{name}"' in page.html()
        assert f'href="../../../../{BERTHS}/v2024-09-01/{name}"' in english
        assert f"{BERTHS}/v2024-09-01/{name}" in beside


def test_a_script_fills_in_a_clause(context: SiteContext) -> None:
    made = clause_records(reference(context, *found(context, FERRY, "v2021-03-26")))
    for words in made.values():
        assert (CLAUSE in words, WHERE in words) == (True, True)
    assert PATH in made["cite.bib"].splitlines()[0]


def test_the_chinese_style_says_what_the_pack_says(context: SiteContext, library: Library) -> None:
    """The legal form of pages is the pack's, that of Zotero our style's: a text is cited alike in both."""
    for policy in library.policies:
        for version in policy.versions:
            cited = forms(version, context.english, frozenset({"第三条"}))
            if cited.chinese and version.condition == "complete":
                clause = Called("第三条", "art. 3")
                by_style = citation(CHINESE, replace(reference(context, policy, version), clause="第三条"))
                assert cited.clause(clause) == by_style


def test_a_clause_number_that_another_text_has_is_cited_with_the_day(context: SiteContext) -> None:
    """Also where the two texts have numbers of their own."""
    policy, version = found(context, FUND, "v2017-07-01")
    assert len({one.number for one in policy.versions}) > 1
    html = version_page(context, policy, version, "zh").html()
    assert "2017年7月1日起施行的文本）第三条<" in html
    assert 'data-zh="第三条" data-en="art. 3" data-shared' in html


def test_styles_are_files_of_the_site(context: SiteContext) -> None:
    beside = {asset.address for asset in fact_files(context)}
    assert {f"data/csl/{style.name}.csl" for style in STYLES} <= beside
