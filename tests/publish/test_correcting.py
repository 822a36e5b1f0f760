"""From a clause on a page to its line in the file, at the forge; and in words where no forge is set."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from publishing import ROOT, all_pages, read

from yange.model import Library
from yange.publish import Page
from yange.publish.facts.editions import Editions, PublishedEdition
from yange.settings import Settings

pytestmark = pytest.mark.xdist_group("correcting")

FORGE = Settings(repository="https://github.com/o/r", languages=("zh", "en"))
TEXT = "wanghai/dukou-guanli-banfa/v2021-03-26/"


@pytest.fixture(scope="module")
def city(library: Library) -> Library:
    return Library(tuple(policy for policy in library.policies if policy.id.startswith("wanghai/")))


@pytest.fixture(scope="module")
def made(city: Library) -> dict[str, Page]:
    return {page.address: page for page in all_pages(city, settings=FORGE)}


def test_every_clause_leads_to_its_own_line(made: dict[str, Page], city: Library) -> None:
    for version in city.versions():
        page = read(made[f"{version.policy}/{version.key}/"].html())
        lines = (ROOT / version.path).read_text(encoding="utf-8").split("\n")
        edits = [link for link in page.links if "/edit/main/" in link]
        assert all(urlsplit(link).path == f"/o/r/edit/main/{version.path}" for link in edits)
        at = [int(urlsplit(link).fragment.removeprefix("L")) for link in edits]
        assert at[:-1] == sorted(at[:-1])
        assert all(lines[n - 1].strip() for n in at), "a clause begins where there are words"
        if version.held:
            body = {n for n, line in enumerate(lines, 1) if n >= version.body_line and line.lstrip().startswith("第")}
            assert body <= set(at), "each article has its link"
        assert not page.wrong


def test_a_report_names_the_line_and_quotes_what_the_page_shows(made: dict[str, Page], city: Library) -> None:
    page = read(made[TEXT].html())
    (report,) = [link for link in page.links if "issues/new" in link and "clause=第七条&" in unquote(link)]
    fields = {name: values[0] for name, values in parse_qs(urlsplit(report).query).items()}
    path, _, line = fields["path"].rpartition(":")
    assert (ROOT / path).read_text(encoding="utf-8").split("\n")[int(line) - 1].startswith("第七条")
    assert fields["was"].startswith("第七条")


def test_a_report_on_a_letter_quotes_nobodys_name(city: Library) -> None:
    policy = next(policy for policy in city.policies if "dafu-han" in policy.id)
    (version,) = policy.versions
    body = version.body.replace("提案委员：", "尊敬的沈某某委员：", 1) + "\n联系人：钱某某，电话：0755-12345678\n"
    named = replace(policy, versions=(replace(version, body=body),))
    pages = all_pages(Library((named,)), settings=FORGE)
    told = " ".join(unquote(link) for page in pages for link in read(page.html()).links)
    assert "issues/new" in told
    assert [words for words in ("沈某某", "钱某某", "12345678") if words in told] == []


def test_links_work_without_scripts_and_ask_nobody(made: dict[str, Page]) -> None:
    for address in (TEXT, "wanghai/dukou-guanli-banfa/", f"en/{TEXT}"):
        page = read(made[address].html())
        outside = [
            (tag, name) for tag, name, value in page.attributes if (value or "").startswith("https://github.com")
        ]
        assert set(outside) == {("a", "href")}
        assert "correct" in page.ids


def test_without_a_forge_the_page_says_what_to_tell_whom(city: Library) -> None:
    pages = {page.address: page for page in all_pages(city)}
    for address, words in ((TEXT, "告知本站发布者"), (f"en/{TEXT}", "Please write to the publisher")):
        page = read(pages[address].html())
        assert words in page.text
        assert "policies/wanghai/dukou-guanli-banfa/2021-03-26.md" in page.text
        assert [link for link in page.links if "edit" in link] == []


def edition(number: int, **files: str) -> PublishedEdition:
    return PublishedEdition(
        number=number,
        published=date(2026, number, 1),
        as_of=date(2026, number, 1),
        commit="c" * 40,
        main=str(number) * 40,
        scheduled=None,
        manifest="f" * 64,
        files=files,
    )


@pytest.mark.parametrize(
    ("marks", "since"),
    [
        ((), None),
        (("x",), None),
        (("a",), 1),
        (("a", "a"), 1),
        (("x", "a"), 2),
        (("a", "x"), None),
        (("a", "x", "a"), 3),
    ],
)
def test_since_when_a_text_stands_as_it_is(marks: tuple[str, ...], since: int | None) -> None:
    editions = Editions(tuple(edition(n, p=mark) for n, mark in enumerate(marks, 1)), lambda path: "a")
    found = editions.since("p")
    assert (found.number if found else None) == since
    assert editions.since("another") is None
