"""Drafts beside the texts of a policy, in ``drafts/``: never law, compared with it, apart and marked on the site."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

import yange
from gitting import Repo, version
from yange.archive import changes
from yange.cli.app import group
from yange.model import Status
from yange.publish.context import SiteContext
from yange.publish.pages.policy import policy_page
from yange.publish.pages.version import version_page

DRAFTS = "policies/wanghai/dukou/drafts"
ON = date(2026, 5, 1)
ROOT = Path(__file__).resolve().parents[2]


def draft(day: str = "2025-09-01", *, marked: bool = True) -> str:
    text = version().replace("望海市渡口办法", "望海市渡口办法（修订草案征求意见稿）").replace("常识产权", "商业秘密")
    text = text.replace("signed: 2020-03-01", f"signed: {day}").replace("number: 望府规〔2020〕1号", "number: null")
    text = text.replace("effective: 2020-03-01\neffective_basis: stated\ncommenced: 2020-03-01", "effective: null")
    return text.replace("expires: null", "expires: null\ndraft: true" if marked else "expires: null")


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    made = Repo.make(tmp_path / "project")
    made.commit({f"{DRAFTS}/2025-09-01.md": draft()})
    return made


def codes(repo: Repo) -> list[str]:
    return [one.code for one in yange.open(repo.folder).check() if one.path.startswith(DRAFTS)]


def test_a_draft_is_beside_the_law_and_no_law(repo: Repo) -> None:
    archive = yange.open(repo.folder)
    assert codes(repo) == []
    policy = archive.policy("dukou")
    assert [one.key for one in policy.versions] == ["v2020-03-01", "draft-2025-09-01"]
    for day in ("2020-03-01", "2025-09-01", "2030-01-01"):
        standing = archive.timeline.standing(policy.id, date.fromisoformat(day))
        assert (standing.status, standing.version) == (Status.IN_FORCE, policy.versions[0])
    assert archive.timeline.version_standing(policy.versions[1], ON).status is Status.DRAFT
    assert all(event.version == "v2020-03-01" for event in archive.events())
    assert "商业秘密" not in str(list(changes(archive.library, archive.timeline)))
    report = archive.compare("dukou@2025-09-01", "dukou@draft-2025-09-01")
    assert any("商业秘密" in change.summary for change in report.changes)


@pytest.mark.parametrize(("name", "text", "found"), [
    ("2025-09-01.2.md", draft(), []),
    ("2025-09-02.md", draft("2025-09-02"), []),
    ("2025-09-02.md", draft(), ["draft-form"]),  # another day than its own
    ("undated.md", draft(), ["draft-form"]),
    ("2025-09-02.md", draft("2025-09-02", marked=False), ["draft-form", "draft-unmarked"]),
    ("2025-09-02.md", draft("2025-09-02").replace("effective: null", "effective: 2026-01-01"), ["draft-acts"]),
    ("notes.md", draft(), ["file-name"]),
    ("notes.txt", "x", ["stray-file"]),
])  # fmt: skip
def test_the_form_of_a_draft(repo: Repo, name: str, text: str, found: list[str]) -> None:
    repo.commit({f"{DRAFTS}/{name}": text})
    assert sorted(set(codes(repo)) & {"draft-form", "draft-unmarked", "draft-acts", "file-name", "stray-file"}) == found


def test_commands_notice_a_draft_that_comes_changes_or_goes(repo: Repo) -> None:
    def shown(name: str) -> tuple[int, str]:
        done = CliRunner().invoke(group, ["--project", str(repo.folder), "show", name])
        return done.exit_code, done.stdout

    assert shown("dukou@draft-2025-09-01")[0] == 0
    assert shown("dukou@draft-2025-10-01")[0] == 2
    file = repo.folder / DRAFTS / "2025-10-01.md"
    file.write_text(draft("2025-10-01"), "utf-8")
    assert "商业秘密" in shown("dukou@draft-2025-10-01")[1]
    file.write_text(draft("2025-10-01").replace("商业秘密", "水面安全"), "utf-8")
    assert "水面安全" in shown("dukou@draft-2025-10-01")[1]
    file.unlink()
    assert shown("dukou@draft-2025-10-01")[0] == 2
    listed = CliRunner().invoke(group, ["--project", str(repo.folder), "list", "--on", "2026-05-01"])
    assert "征求意见稿" not in listed.stdout


def test_the_site_shows_drafts_apart_and_marked(repo: Repo) -> None:
    repo.commit({"policies/wanghai/dukou/2026-01-01.md": version("2026-01-01", number="望府规〔2025〕9号")})
    archive = yange.open(repo.folder)
    settings = archive.project.settings
    context = SiteContext(archive.library, archive.timeline, settings, ON, [ROOT / "templates"], project=None)
    policy = archive.policy("dukou")
    page = policy_page(context, policy, "zh").html()
    texts, _, apart = page.partition('id="drafts"')
    assert "征求意见稿" not in texts[texts.index('id="versions"') :]
    assert "2025-09-01 草案" in apart
    assert "draft-2025-09-01" in apart
    assert "与其后的文本（2026-01-01）比较" in apart
    (shown,) = [one for one in policy.versions if one.draft]
    assert "这是草案，未曾成为法律文件" in version_page(context, policy, shown, "zh").html()
    pairs = {(old.key, new.key) for old, new in context.pairs.of(policy.id)}
    assert {("v2020-03-01", "draft-2025-09-01"), ("draft-2025-09-01", "v2026-01-01")} <= pairs


DRAFT_ALONE = """望海市渡口办法（修订草案征求意见稿）

第一条　为了保护商业秘密，制定本办法。

第二条　市渔业局负责渡口的日常管理。

第三条　本办法自2027年1月1日起施行。

望海市人民政府
2025年10月8日
"""


def test_import_files_a_draft_beside_its_law(repo: Repo, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(DRAFT_ALONE, "utf-8")
    (tmp_path / "rules.txt").write_text(DRAFT_ALONE.replace("办法（", "办法实施细则（"), "utf-8")
    before = {path: path.read_bytes() for path in (repo.folder / "policies").rglob("*.md")}
    for name in ("draft.txt", "rules.txt", "draft.txt"):
        done = repo.yange("import", str(tmp_path / name))
        assert done.exit_code == 0, done.output
    new = {path.relative_to(repo.folder).as_posix() for path in (repo.folder / "policies").rglob("*.md")} - {
        path.relative_to(repo.folder).as_posix() for path in before
    }
    assert f"{DRAFTS}/2025-10-08.md" in new
    assert {path.split("/")[2] for path in new} - {"dukou"} != set()  # the rules are no text of the law
    assert {path: path.read_bytes() for path in before} == before
    assert codes(repo) == []
