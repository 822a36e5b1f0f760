"""What a review foretells is what comes out: days of the archive, pages of the site, and nothing else."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from gitting import Repo
from yange import archive
from yange.archive.manifest import MANIFEST, manifest_entries
from yange.library import load
from yange.model import Library
from yange.publish import pages
from yange.settings import Settings
from yange.shipped import shipped
from yange.timeline import build_timeline

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 5, 1)
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
    settings = Settings(languages=("zh",))
    found = pages(library, build_timeline(library), settings, DAY, (shipped() / "templates",))
    return {page.address: page.html() for page in found if page.address.startswith(only)}


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    folder = tmp_path / "mine"
    shutil.copytree(ROOT / "policies/wanghai", folder / "policies/wanghai")
    repo = Repo(folder)
    repo.git("init", "-q", "-b", "main")
    repo.commit({})
    return repo


def correct(repo: Repo) -> None:
    """Correct one word of an old text, with its entry."""
    text = (repo.folder / TEXT).read_text(encoding="utf-8")
    front, fence, body = text.partition("---\n\n")
    assert "corrections:" not in front
    at = body.index("第二条") + 4
    was, now = body[at : at + 4], body[at : at + 4][::-1]
    entry = (
        f"corrections:\n  - {{date: 2026-05-01, field: text, clause: 第二条, was: {was}, now: {now}, "
        "evidence: 《望海市人民政府公报》第9期, by: 张三}\n"
    )
    repo.commit({TEXT: front + entry + fence + body[:at] + now + body[at + 4 :]})


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
    assert {"wanghai/dukou-guanli-banfa/", "wanghai/dukou-guanli-banfa/2004-01-01/"} <= changed
    assert set(told["pages"]) <= set(pages_after), "a page is foretold that the site does not have"


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
