"""What a review foretells is what comes out: days of the archive, pages of the site, and nothing else."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from gitting import Repo
from yange import archive
from yange.archive.manifest import MANIFEST, manifest_entries
from yange.citations import find_label
from yange.importers import ImportPlan
from yange.library import load
from yange.model import Library
from yange.parse import parse
from yange.publish import assets, pages
from yange.settings import Settings
from yange.shipped import shipped
from yange.storage.writing import write_files
from yange.timeline import build_timeline

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 5, 1)
BOTH = Settings()
FIRST = Settings(languages=("zh",))
FERRIES = "policies/wanghai/dukou-guanli-banfa"
TEXT = f"{FERRIES}/2004-01-01.md"


def built(root: Path, target: Path) -> dict[tuple[str, str], str]:
    """Build the archive and return the hash of each (policy, day) in it."""
    library, _ = load(root)
    archive.build(library, build_timeline(library), target, as_of=DAY)
    entries = manifest_entries((target / MANIFEST).read_bytes().splitlines())
    return {(entry["policy"], entry["day"]): entry["sha256"] for entry in entries}


def published(root: Path, only: str) -> dict[str, str]:
    """Return the pages of the first language below one policy's address, by address."""
    library, _ = load(root)
    found = pages(library, build_timeline(library), FIRST, DAY, (shipped() / "templates",))
    return {page.address: page.html() for page in found if page.address.startswith(only)}


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    folder = tmp_path / "mine"
    shutil.copytree(ROOT / "policies/wanghai", folder / "policies/wanghai")
    repo = Repo(folder)
    repo.git("init", "-q", "-b", "main")
    repo.commit({})
    return repo


def correct(repo: Repo, path: str = TEXT, clause: str = "第二条") -> None:
    """Correct one word of an old text, with its entry."""
    text = (repo.folder / path).read_text(encoding="utf-8")
    front, fence, body = text.partition("---\n\n")
    assert "corrections:" not in front
    at = re.search(rf"^{clause}[　 ]", body, re.M).end()  # type: ignore[union-attr]
    was, now = body[at : at + 4], body[at : at + 4][::-1]
    entry = (
        f"corrections:\n  - {{date: 2026-05-01, field: text, clause: {clause}, was: {was}, now: {now}, "
        "evidence: 《望海市人民政府公报》第9期, by: 张三}\n"
    )
    repo.commit({path: front + entry + fence + body[:at] + now + body[at + 4 :]})


def test_a_correction_of_an_old_text_changes_what_was_foretold(repo: Repo, tmp_path: Path) -> None:
    before = built(repo.folder, tmp_path / "a.git")
    pages_before = published(repo.folder, "wanghai/")
    correct(repo)
    after = built(repo.folder, tmp_path / "b.git")
    pages_after = published(repo.folder, "wanghai/")
    told = json.loads(repo.yange("review", "HEAD~1", "--json").stdout)
    assert (told["broken"], told["problems"]) == ([], [])
    days = {(one["policy"], one["day"]) for one in told["archive"]["days"]}
    assert days == {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    assert days == {("wanghai/dukou-guanli-banfa", "2004-01-01")}
    changed = {a for a in pages_before.keys() | pages_after.keys() if pages_before.get(a) != pages_after.get(a)}
    assert changed <= set(told["pages"])
    assert {"wanghai/dukou-guanli-banfa/", "wanghai/dukou-guanli-banfa/v2004-01-01/"} <= changed
    assert set(told["pages"]) <= set(pages_after), "a page is foretold that the site does not have"


def test_pages_that_the_settings_ask_for_are_foretold(repo: Repo) -> None:
    old, new = "wanghai/dukou-guanli-banfa@v2004-01-01", "wanghai/rules-on-small-craft-berths@v2024-09-01"
    gone, unread = "wanghai/dukou-guanli-banfa@v1999-01-01", "wanghai/jujia-yanglao-fuwu-butie-shishi-xize@v2020-01-01"
    pairs = [f"{old} {new}", f"{gone} {new}", f"{unread} {new}"]
    repo.commit({"mkdocs.yml": f"site_name: x\nplugins:\n  - yange:\n      comparisons: {json.dumps(pairs)}\n"})
    correct(repo)
    told = json.loads(repo.yange("review", "HEAD~1", "--json").stdout)
    asked = [page for page in told["pages"] if "berths" in page]
    berths = "wanghai/rules-on-small-craft-berths/v2024-09-01/"
    assert asked == [berths, f"{berths}compare/wanghai/dukou-guanli-banfa/v2004-01-01/"]


def everything(root: Path, settings: Settings) -> dict[str, str]:
    """Return the hash of every file of the site: pages in both languages, what stands beside them, feeds, data."""
    library, _ = load(root)
    given = library, build_timeline(library), settings, DAY, (shipped() / "templates",)
    found = {}
    for page in pages(*given):
        html = page.html() + (page.head() if page.head else "")
        found[f"{page.address}index.html"] = sha256(html.encode()).hexdigest()
        found |= {one.address: sha256(one.content).hexdigest() for one in (page.companions or list)()}
    alone = (one for bundle in assets(*given) for one in bundle.files())
    return found | {one.address: sha256(one.content).hexdigest() for one in alone}


def files_that_changed(
    repo: Repo, path: str, clause: str, settings: Settings = BOTH
) -> tuple[set[str], dict[str, Any]]:
    before = everything(repo.folder, settings)
    correct(repo, path, clause)
    after = everything(repo.folder, settings)
    told = json.loads(repo.yange("review", "HEAD~1", "--json").stdout)
    assert told["broken"] == []
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}, told


def held_to_expectation(changed: set[str], told: dict[str, Any], policy: str) -> None:
    """The corrected policy's pages and its neighbours', the feeds of corrections, search and the place's table."""
    place = policy.partition("/")[0]
    known = [re.escape(page) for page in told["pages"]]
    pages_of = rf"(?:en/)?(?:{'|'.join(known)})(?:index\.(?:html|json)|table\.docx|text\.(?:md|txt)|clauses\.js)"
    feeds_of = rf"(?:en/)?(?:feeds/(?:by/(?:issuer|kind)/[^/]+/)?|feeds/{place}/|{policy}/)corrections\.(?:atom|json)"
    rest = [
        name
        for name in sorted(changed)
        if not re.fullmatch(rf"{pages_of}|{feeds_of}|assets/search/.*|data/{place}/versions\.jsonl", name)
    ]
    assert rest == []
    feeds = {name for name in changed if "corrections." in name and not name.startswith(("en/", "feeds/by/"))}
    assert {name.split("/")[2] for name in changed if name.startswith("feeds/by/")} == {"issuer", "kind"}
    kinds = ("atom", "json")
    assert feeds == {f"{at}corrections.{kind}" for kind in kinds for at in ("feeds/", f"feeds/{place}/", f"{policy}/")}
    assert not [name for name in changed if re.search(r"changes\.(atom|json)$|\.ics$", name)], "no law changed"


def test_a_correction_changes_its_pages_its_feeds_and_nothing_else(repo: Repo) -> None:
    changed, told = files_that_changed(repo, TEXT, "第二条")
    held_to_expectation(changed, told, "wanghai/dukou-guanli-banfa")


@pytest.mark.xdist_group("corpus-import")
def test_a_correction_in_the_corpus_changes_its_pages_its_feeds_and_nothing_else(
    corpus_plan: ImportPlan, tmp_path: Path
) -> None:
    """The same over the real documents: an old version of one of them is corrected."""
    folder = tmp_path / "mine"
    folder.mkdir()
    write_files(folder, corpus_plan.files())
    shutil.rmtree(folder / "archive")
    repo = Repo(folder)
    repo.git("init", "-q", "-b", "main")
    repo.commit({})
    library, _ = load(folder)
    policy, old = next(
        (policy, policy.versions[0])
        for policy in library.policies
        if len([v for v in policy.versions if v.held and v.effective]) > 1 and policy.versions[0].held
        and len(find_label(parse(policy.versions[0].body), "第二条")) == 1
    )  # fmt: skip
    changed, told = files_that_changed(repo, old.path, "第二条", FIRST)
    held_to_expectation(changed, told, policy.id)
    assert {(one["policy"], one["day"]) for one in told["archive"]["days"]} == {(policy.id, str(old.effective))}


def test_a_repeal_that_is_added_changes_days_of_another_policy(repo: Repo, tmp_path: Path) -> None:
    before = built(repo.folder, tmp_path / "a.git")
    library: Library = load(repo.folder)[0]
    fair = next(v for v in library.versions() if v.held and v.number and not v.repeals and v.effective)
    folder = "policies/wanghai/feizhi-tongzhi"
    facts = (
        f"---\ntitle: 废止通知\nnumber: 望府〔2027〕1号\nissuer: [望海市人民政府]\nsigned: 2027-01-01\n"
        f"published: null\neffective: 2027-02-01\neffective_basis: stated\ncommenced: 2027-02-01\nexpires: null\n"
        f"repeals:\n"
        f"  - {{policy: {fair.policy}, number: {fair.number}, title: {fair.title}, extent: whole}}\n---\n\n"
        f"# 废止通知\n\n一、自2027年2月1日起废止《{fair.title}》（{fair.number}）。\n"
    )
    policy = "---\nid: wanghai/feizhi-tongzhi\ntitle: 废止通知\nplace: 望海市\nkind: 通知\nsample: true\n---\n"
    repo.commit({f"{folder}/policy.md": policy, f"{folder}/2027-02-01.md": facts})
    after = built(repo.folder, tmp_path / "b.git")
    told = json.loads(repo.yange("review", "HEAD~1", "--json").stdout)
    days = {(one["policy"], one["day"]) for one in told["archive"]["days"]}
    assert days == {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    assert ("wanghai/feizhi-tongzhi", "2027-02-01") in days
    assert [policy["kinds"] for policy in told["policies"]] == [["new-policy", "event"]]
