"""The files of the search: best texts first, every clause by its anchor, no private person, nothing ends a script."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from publishing import DAY, ROOT

from yange.model import Library, Policy, Version
from yange.publish.context import SiteContext
from yange.publish.search import search_files
from yange.publish.search.search_documents import documents, entries, line
from yange.settings import Settings
from yange.shipped import folders
from yange.timeline import build_timeline

FUND = "wanghai/haiyang-chanye-fazhan-zhuanxiang-zijin-guanli-banfa"


def context_of(library: Library, on: date = DAY) -> SiteContext:
    return SiteContext(library, build_timeline(library), Settings(), on, folders(ROOT, "templates"))


def scripts(context: SiteContext) -> dict[str, tuple[str, list[object]]]:
    """Return every file as the call it makes: name of the call and its arguments."""
    found = {}
    for asset in search_files(context):
        match = re.fullmatch(r"yangeSearch\.(\w+)\((.*)\);\n", asset.content.decode(), re.S)
        assert match is not None, asset.address
        found[asset.address.removeprefix("assets/search/")] = (match[1], json.loads(f"[{match[2]}]"))
    return found


def test_texts_in_force_stand_first_and_the_newer_before_the_older(library: Library) -> None:
    found = documents(context_of(library))
    tiers = [document.tier for document in found]
    assert tiers == sorted(tiers)
    assert {document.status for document in found if document.tier == 0} == {"in-force"}
    days = [document.version.effective for document in found if document.tier == 0]
    assert days == sorted(days, reverse=True)
    assert len(found) == sum(len(policy.versions) for policy in library.policies)


def test_the_days_of_a_text_are_told_with_both_ends_in(library: Library) -> None:
    days = {d.version.key: d.days for d in documents(context_of(library)) if d.policy.id == FUND}
    assert days["v2017-07-01"] == ((date(2017, 7, 1), date(2025, 2, 28)),)
    assert days["v2025-01-01"] == ()


def test_every_file_is_one_call_and_the_manifest_counts_them(library: Library) -> None:
    context = context_of(library)
    made = scripts(context)
    (manifest,) = made["manifest.js"][1]
    assert isinstance(manifest, dict)
    names = list(made)
    assert sum(name.startswith("text/") for name in names) == manifest["texts"] == len(documents(context))
    assert sum(name.startswith("shard/") for name in names) == manifest["shards"]
    assert sum(name.startswith("sign/") for name in names) == manifest["signs"]
    assert manifest["current"] == sum(d.tier < 3 for d in documents(context))
    assert len(manifest["old"]) == len(manifest["new"])


def test_each_text_tells_the_first_text_of_its_policy(library: Library) -> None:
    context = context_of(library)
    found = documents(context)
    (_, first) = scripts(context)["work/0.js"][1]
    assert isinstance(first, list)
    assert [found[number].policy.id for number in first] == [document.policy.id for document in found]
    assert all(number <= own for own, number in enumerate(first))


def test_headings_are_told_apart_from_words(library: Library) -> None:
    context = context_of(invented("# 某办法\n\n## 第一章　总则\n\n第一条　附则。\n"))
    keys = {key for name, (_, (_, lists)) in pairs(scripts(context)) for key in lists}  # type: ignore[attr-defined]
    assert "h:总则" in keys
    assert "附则" in keys
    assert "h:附则" not in keys


def pairs(made: dict[str, tuple[str, list[object]]]) -> list[tuple[str, tuple[str, list[object]]]]:
    return [(name, call) for name, call in made.items() if name.startswith("shard/")]


def test_a_clause_within_a_clause_is_called_by_both(library: Library) -> None:
    context = context_of(library)
    document = next(d for d in documents(context) if d.policy.id == FUND and d.version.key == "v2013-05-01")
    names = {entry.anchor: (entry.above, entry.label) for entry in entries(context, document.policy, document.version)}
    item = next(anchor for anchor in names if "art_7" in anchor and anchor.endswith("item_2"))
    assert names[item] == ("第七条", "（二）")


@pytest.mark.parametrize(
    ("heading", "above", "label"),
    [
        (("附件1　目录", "附件2　标准"), ("附件1", "附件2"), ("附件1　", "附件2　")),
        (("附件一：目录", "附件二：标准"), ("附件一", "附件二"), ("附件一：", "附件二：")),
        (("附件", "附件"), ("附件一", "附件二"), ("", "")),
        (("附件",), ("附件",), ("附件",)),
        (("Annex A. Fees", "Annex B. Forms"), ("Annex A", "Annex B"), ("Annex A. ", "Annex B. ")),
    ],
)
def test_annexes_are_called_as_they_are_printed_and_told_apart(
    heading: tuple[str, ...], above: tuple[str, ...], label: tuple[str, ...]
) -> None:
    body = "# 某办法\n\n第一条　一。\n" + "".join(f"\n## {one}\n\n1. 甲。\n" for one in heading)
    context = context_of(invented(body))
    (document,) = documents(context)
    found = list(entries(context, document.policy, document.version))
    assert tuple(entry.label for entry in found if re.fullmatch(r"annex_\w", entry.anchor)) == label
    assert tuple(entry.above.strip() for entry in found if "__" in entry.anchor) == above


def test_a_label_is_sought_with_the_words_behind_it_and_no_other_name_is() -> None:
    assert line("第五条", "（三）", "充分发挥") == "第五条（三）充分发挥"
    assert line("尾段一", "", "某市人民政府") == "尾段一\n某市人民政府"


def invented(body: str, **facts: object) -> Library:
    version = Version(
        policy="a/b",
        key="v2020-01-01",
        path="policies/a/b/2020-01-01.md",
        title="某办法",
        effective=date(2020, 1, 1),
        body=body,
    )
    policy = Policy(id="a/b", title="某办法", place="某市", versions=(version,))
    return Library((replace(policy, **facts),))  # type: ignore[arg-type]


def test_text_can_not_end_a_script(tmp_path: Path) -> None:
    evil = "</script><!--\u2028&lt; \"';alert(1)//"
    files = list(search_files(context_of(invented(f"# 某办法\n\n第一条　{evil}\n"))))
    for asset in files:
        text = asset.content.decode()
        assert "</script" not in text
        assert "<!--" not in text
        assert "\u2028" not in text
    texts = [asset.content.decode() for asset in files if "/text/" in asset.address]
    assert json.loads(texts[0].partition("(")[2].removesuffix(");\n").partition(",")[2])[-1][-1] == evil


def test_private_persons_in_letters_are_not_found() -> None:
    body = "# 复函\n\n尊敬的王小明代表：\n\n　　收悉。\n\n联系人：李小红，电话：13800138000\n"
    joined = b"".join(asset.content for asset in search_files(context_of(invented(body, kind="函"))))
    assert "收悉".encode() in joined
    for secret in ("王小明", "李小红", "13800138000"):
        assert secret.encode() not in joined


def test_a_text_that_is_not_held_is_found_by_its_facts_alone(library: Library) -> None:
    context = context_of(library)
    for document in documents(context):
        if not document.version.held:
            assert list(entries(context, document.policy, document.version)) == []
