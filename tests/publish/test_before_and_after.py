"""Which text a page calls the one before and the one after: what the timeline knows, and nothing where it does not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

import pytest
from publishing import all_pages, read

from yange.model import Basis, Effect, Library, Policy, Version, version_key

FUND = "wanghai/haiyang-chanye-fazhan-zhuanxiang-zijin-guanli-banfa"


@dataclass(frozen=True)
class Text:
    """A text of the invented policy: the day it is filed under, its number, and the number that it repeals."""

    key: str
    number: str
    repeals: str = ""
    made: date | None = None


def policy(*texts: Text) -> Library:
    versions = tuple(
        Version(
            policy="a/b",
            key=version_key(text.key),
            path=f"policies/a/b/{text.key}.md",
            title="某办法",
            number=text.number,
            published=text.made,
            effective=None if text.key.startswith("undated") else date.fromisoformat(text.key[:10]),
            effective_basis=Basis.UNKNOWN if text.key.startswith("undated") else Basis.STATED,
            repeals=(Effect(policy="a/b", number=text.repeals, title="某办法"),) if text.repeals else (),
            body=f"# 某办法\n\n第一条　{text.number}的话。\n",
        )
        for text in texts
    )
    return Library((Policy(id="a/b", title="某办法", place="某市", versions=versions),))


OLD = Text("undated", "某令〔2011〕1号")
REPLACED = Text("2020-03-07", "某令〔2020〕2号", repeals="某令〔2011〕1号")
CASES = {
    "an undated text that was repealed goes before": ((REPLACED, OLD), {"v2020-03-07": ("undated", None)}),
    "and the other way round": ((REPLACED, OLD), {"undated": (None, "v2020-03-07")}),
    "an undated text of which nothing is known has no neighbours": (
        (Text("2020-03-07", "某令〔2020〕2号"), OLD),
        {"v2020-03-07": (None, None), "undated": (None, None)},
    ),
    "dated texts follow by day": (
        (Text("2015-01-01", "一"), Text("2020-03-07", "二"), Text("2024-01-01", "三")),
        {"v2015-01-01": (None, "v2020-03-07"), "v2020-03-07": ("v2015-01-01", "v2024-01-01")},
    ),
    "the law goes before an undated text that the same text repeals": (
        (Text("2015-01-01", "某令〔2015〕9号"), REPLACED, OLD),
        {
            "v2015-01-01": (None, "v2020-03-07"),
            "v2020-03-07": ("v2015-01-01", None),
            "undated": (None, "v2020-03-07"),
        },
    ),
}


def kin(library: Library, address: str) -> tuple[str | None, str | None]:
    """Return the keys of the texts before and after, as the head of a text's page links to them."""
    page = next(page for page in all_pages(library) if page.address == address)
    assert page.head is not None
    links = dict(re.findall(r'<link rel="(predecessor|successor)-version" href="\.\./([^"/]*)/"', page.head()))
    words = re.sub(r"\s+", " ", read(page.html()).text)
    for rel, word in (("predecessor", "上一文本"), ("successor", "下一文本")):
        assert (word in words) is (rel in links), f"{address}: words and links say the same of {word}"
    return links.get("predecessor"), links.get("successor")


@pytest.mark.parametrize("case", CASES)
def test_the_neighbours_of_a_text_are_those_the_timeline_knows(case: str) -> None:
    texts, told = CASES[case]
    library = policy(*texts)
    assert {key: kin(library, f"a/b/{key}/") for key in told} == told


def test_of_texts_of_the_catalogue_the_older_one_goes_before(library: Library) -> None:
    found = {page.address: page.head() for page in all_pages(library) if page.head is not None}
    newer = found["shenzhen/rencai-anju-banfa/v2020-03-07/"]
    assert '<link rel="predecessor-version" href="../undated/">' in newer
    assert "successor-version" not in newer
    assert '<link rel="successor-version" href="../v2020-03-07/">' in found["shenzhen/rencai-anju-banfa/undated/"]


def test_a_text_that_never_was_law_follows_the_law_of_its_day(library: Library) -> None:
    never = next(p for p in library.policies if p.id == FUND).versions[-2].key
    assert kin(library, f"{FUND}/{never}/") == ("v2017-07-01", "v2025-03-01")
    assert kin(library, f"{FUND}/v2025-03-01/") == ("v2017-07-01", None)


def test_an_undated_text_is_compared_as_the_older_one() -> None:
    found = {page.address for page in all_pages(policy(REPLACED, OLD))}
    assert "a/b/v2020-03-07/compare/undated/" in found
    assert "a/b/undated/compare/v2020-03-07/" not in found
