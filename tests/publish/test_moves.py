"""Addresses that moved: every page under every former name, and rules that take the files beside them along."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import unquote

import pytest
from publishing import DAY, ROOT, all_pages, read

from yange.model import Correction, Library, Policy, Version, version_key
from yange.publish.context import SiteContext
from yange.publish.files.former_addresses import moved
from yange.publish.files.redirects import redirects, rules
from yange.settings import Settings
from yange.shipped import folders
from yange.timeline import build_timeline


def context_of(library: Library, settings: Settings | None = None) -> SiteContext:
    return SiteContext(library, build_timeline(library), settings or Settings(), DAY, folders(ROOT, "templates"))


def text(policy: str, day: str, *was: str | None) -> Version:
    return Version(
        policy=policy,
        key=version_key(day),
        path=f"policies/{policy}/{day}.md",
        title="某办法",
        effective=date.fromisoformat(day),
        corrections=tuple(Correction(date=DAY, field="effective", was=before, now=day) for before in was),
        body=f"# 某办法\n\n第一条　{day}。\n",
    )


def policy(name: str, *versions: Version, was: tuple[str, ...] = ()) -> Policy:
    return Policy(id=name, title="某办法", place="某市", versions=versions, was=was)


def moves(*policies: Policy) -> dict[str, str]:
    return dict(moved(context_of(Library(policies))))


def test_every_page_of_a_policy_moves_with_its_id() -> None:
    days = [f"20{n:02}-01-01" for n in range(10, 20)]
    library = Library((policy("a/b", *(text("a/b", day) for day in days), was=("old/name",)),))
    found = dict(moved(context_of(library)))
    stands = {page.address for page in all_pages(library) if page.address.startswith("a/b/")}
    assert {"a/b/", "a/b/history/", "a/b/compare/", "a/b/v2011-01-01/compare/v2010-01-01/"} <= stands
    assert set(found.values()) == stands
    assert {old: "a/b/" + old.removeprefix("old/name/") for old in found} == found


def test_a_day_that_was_corrected_leads_on_wherever_it_stood_in_an_address() -> None:
    one, two = text("a/b", "2020-01-01", "2019-12-31", None, "../../x"), text("a/b", "2021-01-01")
    assert moves(policy("a/b", one, two)) == {
        "a/b/v2019-12-31/": "a/b/v2020-01-01/",
        "a/b/undated/": "a/b/v2020-01-01/",
        "a/b/v2021-01-01/compare/v2019-12-31/": "a/b/v2021-01-01/compare/v2020-01-01/",
        "a/b/v2021-01-01/compare/undated/": "a/b/v2021-01-01/compare/v2020-01-01/",
        "a/b/undated/compare/v2021-01-01/": "a/b/v2021-01-01/compare/v2020-01-01/",
    }


def test_the_older_of_two_texts_may_have_been_taken_for_the_newer() -> None:
    found = moves(policy("a/b", text("a/b", "2020-01-01", "2022-01-01"), text("a/b", "2021-01-01")))
    assert found["a/b/v2022-01-01/compare/v2021-01-01/"] == "a/b/v2021-01-01/compare/v2020-01-01/"


def test_old_names_of_policy_and_day_meet_in_one_address() -> None:
    found = moves(policy("a/b", text("a/b", "2020-01-01", "2019-12-31"), text("a/b", "2021-01-01"), was=("o/n",)))
    assert found["o/n/v2019-12-31/"] == "a/b/v2020-01-01/"
    assert found["o/n/v2021-01-01/compare/v2019-12-31/"] == "a/b/v2021-01-01/compare/v2020-01-01/"
    assert found["a/b/v2021-01-01/compare/v2019-12-31/"] == "a/b/v2021-01-01/compare/v2020-01-01/"
    assert "o/n/v2021-01-01/compare/o/n/v2019-12-31/" not in found


def test_an_address_in_use_is_never_given_away() -> None:
    one = policy("a/b", text("a/b", "2020-01-01", "2021-01-01"), text("a/b", "2021-01-01"), was=("c/d", "a/b"))
    found = moves(one, policy("c/d"))
    assert found == {}


@pytest.mark.parametrize("name", ["../../x", "data/x", "en/x", "x", "a b/c", 'a/b"', "/a/b", "a/b/../c", "a\n/b"])
def test_what_can_not_have_been_an_address_leads_nowhere(name: str) -> None:
    assert moves(policy("a/b", text("a/b", "2020-01-01"), was=(name,))) == {}


def test_a_page_leads_on_in_every_language() -> None:
    library = Library((policy("a/b", text("a/b", "2020-01-01"), was=("old/name",)),))
    files = {asset.address: asset.content.decode() for asset in redirects(context_of(library))}
    page = files["en/old/name/v2020-01-01/index.html"]
    assert 'content="0; url=../../../a/b/v2020-01-01/"' in page
    assert read(page).links == ["../../../a/b/v2020-01-01/"]
    assert "Content-Security-Policy" in page
    whole = context_of(library, Settings(address="https://example.org/law"))
    first = next(asset.content.decode() for asset in redirects(whole))
    assert '<link rel="canonical" href="https://example.org/law/a/b/">' in first


def sent(file: str, path: str) -> str | None:
    """Return where a server with these rules sends a reader: as nginx reads them, or as Netlify and Cloudflare do."""
    for line in file.splitlines():
        if line.startswith("rewrite "):
            pattern, target = re.findall(r'"([^"]*)"', line)
            match = re.search(pattern, path)
            if match is not None:
                return str(target.replace("$1", match[1]))
        elif not line.startswith("#"):
            old, new, code = line.split()
            assert code == "301"
            if path.startswith(unquote(old.removesuffix("*"))):
                return unquote(new).replace(":splat", path[len(unquote(old)) - 1 :])
    return None


@pytest.mark.parametrize("address", [None, "https://example.org/law/"])
@pytest.mark.parametrize("name", ["_redirects", "redirects.nginx.conf"])
def test_files_beside_pages_move_with_them(name: str, address: str | None) -> None:
    one, two = text("a/b", "2020-01-01", "2019-12-31"), text("a/b", "2021-01-01")
    library = Library((policy("a/b", one, two, was=("old/name",)),))
    context = context_of(library, Settings(address=address))
    file = next(asset.content.decode() for asset in redirects(context) if asset.address == name)
    root = "/law/" if address else "/"
    for old, new in moved(context):
        for beside in ("", "index.json", "text.md", "calendar.ics"):
            for language in ("", "en/"):
                assert sent(file, f"{root}{language}{old}{beside}") == f"{root}{language}{new}{beside}"
    for page in all_pages(library):
        assert sent(file, root + page.address) is None, "what stands is not moved"


def test_nothing_moved_makes_rules_that_say_nothing() -> None:
    files = {asset.address: asset.content for asset in redirects(context_of(Library((policy("a/b"),))))}
    assert files.keys() == {"_redirects", "redirects.nginx.conf"}
    assert all(content.startswith(b"#") and content.count(b"\n") == 1 for content in files.values())


def test_a_rule_that_follows_from_another_is_left_out() -> None:
    found = [("o/", "n/"), ("o/1/", "n/1/"), ("o/2/", "n/3/"), ("o/2/c/1/", "n/3/c/1/"), ("o/1/c/2/", "n/1/c/3/")]
    assert rules(found) == [("o/1/c/2/", "n/1/c/3/"), ("o/2/", "n/3/"), ("o/", "n/")]
