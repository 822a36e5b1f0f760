"""Policies whose place, kind and days are not known have pages like all others."""

from __future__ import annotations

import json
from urllib.parse import unquote, urljoin

import pytest
from publishing import DAY, ROOT, all_pages, read

from yange.model import Library, Policy, Version
from yange.parse import parse
from yange.publish.context import SiteContext
from yange.publish.facts.clause_names import names_of
from yange.publish.files.day_files import day_files
from yange.settings import Settings
from yange.shipped import folders
from yange.timeline import build_timeline

BODY = "# 渡口法\n\n第一条　渡口由交通部门管理。\n"
TEXT = Version(
    policy="unplaced/ferries", key="undated", path="policies/unplaced/ferries/undated.md", title="渡口法", body=BODY
)
LIBRARY = Library(
    (
        Policy(id="unplaced/ferries", title="渡口法", place="", versions=(TEXT,)),
        Policy(id="wanghai/ferries", title="渡口规则", place="望海市"),
    )
)


@pytest.mark.parametrize(("language", "name"), [("", "地方不明"), ("en/", "Place unknown")])
def test_an_unknown_place_has_a_list_of_its_own(language: str, name: str) -> None:
    made = {page.address: page for page in all_pages(LIBRARY)}
    for address in ("", "by/place/", "by/place/unplaced/", "unplaced/ferries/"):
        assert name in read(made[language + address].html()).text
    origin = f"/{language}unplaced/ferries/"
    links = read(made[f"{language}unplaced/ferries/"].html()).links
    assert f"/{language}by/place/unplaced/" in {unquote(urljoin(origin, link)) for link in links}


def test_every_address_is_that_of_one_page() -> None:
    addresses = [page.address for page in all_pages(LIBRARY)]
    assert len(addresses) == len(set(addresses))


def test_the_files_of_days_name_it() -> None:
    context = SiteContext(LIBRARY, build_timeline(LIBRARY), Settings(), DAY, folders(ROOT, "templates"))
    (asset,) = day_files(context)
    value = json.loads(asset.content.decode().partition(".push(")[2].removesuffix(");\n"))
    assert sorted(value["places"]) == ["地方不明", "望海市"]


@pytest.mark.parametrize(("count", "name"), [(11, "第十一款"), (100, "第一百款"), (112, "第一百一十二款")])
def test_an_article_of_many_paragraphs(count: int, name: str) -> None:
    rows = "".join(f"\n\n甲{n}号渡口位于沿江一侧。" for n in range(1, count))
    called = [one.own for one in names_of(parse(f"# 渡口条例\n\n第一条　渡口由交通部门管理。{rows}\n")).values()]
    assert f"第一条{name}" in called
    assert f"第一条第{'十' * 2}款" not in called
