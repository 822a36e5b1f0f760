"""What people wrote into the files of a policy is still there after an import that changes them."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from invented_pages import COVERED, HEAD, page

from yange.cli.app import group

SECOND = page(*(line.replace("2021年4月1日", "2024年4月1日").replace("2021〕3号", "2024〕3号") for line in COVERED))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "policies").mkdir()
    git(tmp_path, "init", "-q")
    bring_in(tmp_path, page(*COVERED))
    return tmp_path


def git(root: Path, *words: str) -> None:
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", *words], cwd=root, env=environment, check=True, capture_output=True)


def bring_in(root: Path, text: str, *words: str, code: int = 0) -> str:
    (root / "page.txt").write_text(text, encoding="utf-8")
    result = CliRunner().invoke(group, ["--project", str(root), "import", *words, str(root / "page.txt")])
    assert result.exit_code == code, result.output
    return result.stderr


def only(root: Path, pattern: str) -> Path:
    (found,) = (root / "policies").rglob(pattern)
    return found


def edited(file: Path, *pairs: tuple[str, str]) -> list[str]:
    """Edit a file as people do, and stage it: import never overwrites changes that git does not have."""
    text = file.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")
    git(file.parent, "add", "-A", ":/policies")
    return text.split("\n")


def test_a_further_source_adds_a_line_and_changes_none(root: Path) -> None:
    file = only(root, "2021-04-01.md")
    field = "translator: 甲乙丙（三年的注释工作）\nhistory:\n  - {who: 甲}   # 一\n"
    before = edited(file, ("condition: complete", f"{field}condition:   'complete'"), ("issuer: [", "issuer:  [ "))
    bring_in(root, page("来源：望海市公报", *COVERED))
    after = file.read_text(encoding="utf-8").split("\n")
    (added,) = (line for line in after if line not in before)
    assert added.startswith("  - {name: page.txt, ")
    assert [line for line in after if line != added] == before


def test_a_record_that_gets_its_words_keeps_what_was_noted_on_it(root: Path) -> None:
    for file in (root / "policies").rglob("2*.md"):
        file.unlink()
    bring_in(root, page(*COVERED), "--catalogue-only")
    file = only(root, "2021-04-01.md")
    noted = ("# 缺第3页\n", "keeper:   {name: '甲', since: 2020}\n", "  # 抄本\n")
    edited(file, ("number:", f"{noted[0]}{noted[1]}number:"), ("  - {name: page", f"{noted[2]}  - {{name: page"))
    bring_in(root, page("来源：望海市公报", *COVERED))
    text = file.read_text(encoding="utf-8")
    assert "第一条" in text
    assert [words for words in noted if words not in text] == []


def test_a_further_version_leaves_the_policy_and_its_other_texts_alone(root: Path) -> None:
    policy, first = only(root, "menpai*/policy.md"), only(root, "2021-04-01.md")
    edited(policy, ("kind:", "# 两人核对过\nshelf: '甲-3'\nnote:   此件有两个版本\nkind:"))
    before = {path: path.read_bytes() for path in (policy, first)}
    repeal = "《望海市门牌管理办法（试行）》（望府办规〔2021〕3号）同时废止。"
    bring_in(root, SECOND.replace("《望海市楼牌管理规定》（望府〔2009〕12号）同时废止。", repeal))
    assert only(root, "2024-04-01.md").parent == policy.parent
    assert {path: path.read_bytes() for path in (policy, first)} == before


def test_a_record_that_gets_its_day_takes_everything_to_its_new_name(root: Path) -> None:
    undated = only(root, "lou*/undated.md")
    edited(undated, ("title:", "# 只见名称\nseen_by:  [甲, 乙]\ntitle:"))
    head = HEAD.replace("门牌管理办法（试行）", "楼牌管理规定")
    articles = ("第一条　为了编排楼牌，制定本规定。", "第二条　本规定自2009年5月1日起施行。")
    bring_in(root, page(head, "望府〔2009〕12号", "望海市楼牌管理规定", *articles))
    assert not undated.exists()
    text = (undated.parent / "2009-05-01.md").read_text(encoding="utf-8")
    assert "# 只见名称\nseen_by:  [甲, 乙]\ntitle:" in text


def test_what_cannot_be_kept_stops_the_import_before_anything_is_written(root: Path) -> None:
    file = only(root, "2021-04-01.md")
    edited(file, ("signed: 2021-03-01", "signed: 2021-13-01"))
    before = {path: path.read_bytes() for path in root.rglob("*.md")}
    said = bring_in(root, page("来源：望海市公报", *COVERED), code=2)
    assert "2021-04-01.md:6: signed has to change" in said
    assert {path: path.read_bytes() for path in root.rglob("*.md")} == before
