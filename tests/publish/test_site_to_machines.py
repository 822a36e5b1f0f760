"""What a site says of itself to machines: WebSite and Dataset, TimeMaps, llms.txt."""

from __future__ import annotations

import json
import re
from datetime import date
from email.utils import parsedate_to_datetime

import pytest
from publishing import DAY, ROOT

from yange.model import Library, Policy, Version
from yange.publish.companions import with_home, with_policy, with_version
from yange.publish.context import SiteContext
from yange.publish.files.llms import llms_files
from yange.publish.files.site_jsonld import site_facts
from yange.publish.files.timemap import mementos, timemap
from yange.publish.pages.home import home_page
from yange.publish.pages.policy import policy_page
from yange.publish.pages.version import version_page
from yange.settings import Settings
from yange.shipped import folders
from yange.timeline import build_timeline

FERRY = "wanghai/dukou-guanli-banfa"
HOME = "https://law.example/"
LINK = re.compile(r'<([^>]*)>((?:; [a-z]+="[^"]*")+)')


def site(library: Library, address: str | None = HOME) -> SiteContext:
    settings = Settings(address=address)
    return SiteContext(library, build_timeline(library), settings, DAY, folders(ROOT, "templates"))


@pytest.fixture(scope="module")
def context(library: Library) -> SiteContext:
    return site(library)


def links(content: bytes) -> list[tuple[str, dict[str, str]]]:
    """Read a link format as RFC 6690 writes it: targets with their attributes, separated by commas."""
    text = content.decode().rstrip("\n")
    found = [(target, dict(re.findall(r'; ([a-z]+)="([^"]*)"', said))) for target, said in LINK.findall(text)]
    assert (
        ",\n".join(f"<{target}>" + "".join(f'; {n}="{v}"' for n, v in said.items()) for target, said in found) == text
    )
    return found


def test_a_timemap_lists_the_texts_by_their_first_days(context: SiteContext) -> None:
    policy = context.policies[FERRY]
    made = timemap(context, policy)
    assert made is not None
    assert made.address == f"{FERRY}/timemap.link"
    (original, own), texts = links(made.content)[:2], links(made.content)[2:]
    assert original == (f"{HOME}{FERRY}/", {"rel": "original"})
    assert own[0] == f"{HOME}{made.address}"
    assert own[1]["type"] == "application/link-format"
    days = [parsedate_to_datetime(said["datetime"]).date() for _, said in texts]
    assert days == sorted(version.effective for version in policy.versions)
    assert (own[1]["from"], own[1]["until"]) == (texts[0][1]["datetime"], texts[-1][1]["datetime"])
    assert [said["rel"] for _, said in texts] == ["first memento", "memento", "last memento"]
    assert texts[0] == (
        f"{HOME}{FERRY}/v2004-01-01/",
        {"rel": "first memento", "datetime": "Thu, 01 Jan 2004 00:00:00 GMT"},
    )


def test_every_timemap_is_readable_and_linked_from_its_pages(context: SiteContext, library: Library) -> None:
    for policy in library.policies:
        made = timemap(context, policy)
        page = with_policy(context, policy_page(context, policy, "en"), policy)
        assert page.head is not None
        assert ('rel="timemap"' in page.head()) is (made is not None)
        if made is not None:
            assert len(links(made.content)) == 2 + len(mementos(policy))
    policy = context.policies[FERRY]
    version = policy.versions[0]
    head = with_version(context, version_page(context, policy, version, "zh"), policy, version).head
    assert head is not None
    assert '<link rel="original" href="../">' in head()
    assert '<link rel="timemap" type="application/link-format" href="../timemap.link">' in head()


def test_one_text_is_first_and_last_and_drafts_and_undated_texts_are_none(library: Library) -> None:
    def text(key: str, effective: date | None, draft: bool = False) -> Version:
        return Version(policy="a/b", key=key, path=f"a/b/{key}.md", title="甲", effective=effective, draft=draft)

    texts = (text("v0988-02-03", date(988, 2, 3)), text("undated", None), text("v2030-01-01", date(2030, 1, 1), True))
    policy = Policy(id="a/b", path="a/b/policy.md", title="甲", place="乙", kind="办法", versions=texts)
    made = timemap(site(Library((policy,)), None), policy)
    assert made is not None
    (_, _, memento) = links(made.content)
    assert memento == ("v0988-02-03/", {"rel": "first last memento", "datetime": "Sun, 03 Feb 0988 00:00:00 GMT"})


def test_the_home_page_describes_the_site_and_its_data(context: SiteContext, library: Library) -> None:
    for language in ("zh", "en"):
        page = with_home(context, home_page(context, language))
        assert page.head is not None
        website, dataset = map(
            json.loads, re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.head())
        )
        assert website["@type"] == "WebSite"
        assert website["potentialAction"]["target"]["urlTemplate"] == f"{HOME}search/?q={{search_term_string}}"
        assert dataset["@type"] == "Dataset"
        assert 50 <= len(dataset["description"]) <= 5000 or language == "zh"
        assert {one["contentUrl"] for one in dataset["distribution"]} == {
            f"{HOME}data/{name}" for name in ("policies.jsonl", "versions.csv", "events.csv", "index.json")
        }
        assert {"@type": "Place", "name": "望海市"} not in dataset["spatialCoverage"]


def test_samples_alone_are_no_data(library: Library) -> None:
    samples = Library(tuple(policy for policy in library.policies if policy.sample))
    context = site(samples)
    assert [facts["@type"] for facts in site_facts(context.view("en", ""))] == ["WebSite"]


def test_llms_txt_is_in_both_languages_and_begins_as_its_format_says(context: SiteContext) -> None:
    found = {asset.address: asset.content.decode() for asset in llms_files(context)}
    assert set(found) == {"llms.txt", "en/llms.txt"}
    for words in found.values():
        lines = words.split("\n")
        assert lines[0].startswith("# ")
        assert lines[2].startswith("> ")
        assert f"]({HOME}data/index.json)" in words
        assert words.count("\n## ") == 3
    assert "示例的文件是虚构的" in found["llms.txt"]
    assert f"]({HOME}en/how-to-cite/)" in found["en/llms.txt"]
