"""A person's answers about alignments (``alignment.yml``) are honoured wherever two texts are compared."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from yange.cli.app import group

VERSION = """---
title: 临安市桥梁办法
number: {number}
issuer: [临安市人民政府]
signed: {day}
published: null
effective: {day}
effective_basis: stated
commenced: {day}
expires: null
text: held
condition: complete
units: {{kind: article, count: 3}}
sources:
  - {{name: 示例, url: null, page_date: null, retrieved: null, sha256: null, media: null}}
checked: null
---

# 临安市桥梁办法

第一条　{first}

第二条　{second}

第三条　本办法自{printed}起施行。
"""


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(group, ["--project", str(root), *words])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "policies/linan/qiaoliang-banfa"
    folder.mkdir(parents=True)
    (folder / "policy.md").write_text(
        "---\nid: linan/qiaoliang-banfa\ntitle: 临安市桥梁办法\nplace: 临安市\n"
        "kind: 办法\nrank: null\nsample: true\n---\n",
        encoding="utf-8",
    )
    facts = {"number": "临府规〔2020〕1号", "day": "2020-01-01", "printed": "2020年1月1日"}
    old = VERSION.format(first="修桥须经批准，由市交通局会同各区组织实施。", second="桥上不得摆摊。", **facts)
    facts = {"number": "临府规〔2021〕1号", "day": "2021-01-01", "printed": "2021年1月1日"}
    new = VERSION.format(first="桥梁养护费用列入年度预算。", second="桥上不得摆摊。", **facts)
    (folder / "2020-01-01.md").write_text(old, encoding="utf-8")
    (folder / "2021-01-01.md").write_text(new, encoding="utf-8")
    return tmp_path


def edges(project: Path) -> set[tuple[str, str]]:
    result = run(project, "compare", "qiaoliang-banfa@2020-01-01", "qiaoliang-banfa@2021-01-01", "--json")
    assert result.exit_code == 0, result.output
    changes = json.loads(result.stdout)["changes"]
    return {(edge["old"], edge["new"]) for change in changes for edge in change["edges"]}


def test_answers_join_and_part_clauses(project: Path) -> None:
    before = edges(project)
    assert ("第一条", "第一条") not in before
    assert ("第二条", "第二条") in before
    (project / "policies/linan/qiaoliang-banfa/alignment.yml").write_text(
        "- {old: 2020-01-01, new: 2021-01-01, together: [[第一条, 第一条]], apart: [[第二条, 第二条]]}\n",
        encoding="utf-8",
    )
    after = edges(project)
    assert ("第一条", "第一条") in after
    assert ("第二条", "第二条") not in after


def test_check_tells_of_answers_without_effect(project: Path) -> None:
    (project / "policies/linan/qiaoliang-banfa/alignment.yml").write_text(
        "- {old: 2020-01-01, new: 2021-01-01, together: [[第九条, 第一条]]}\n"
        "- {old: 1999-01-01, new: 2021-01-01}\n- 3\n",
        encoding="utf-8",
    )
    result = run(project, "check", "--json")
    codes = {problem["code"] for problem in json.loads(result.stdout)["problems"] if "alignment" in problem["path"]}
    assert codes == {"answers-clause", "answers-version", "answers-shape"}
    assert result.exit_code == 1


def test_chars_marks_the_fewest_characters(project: Path) -> None:
    old, new = project / "old.txt", project / "new.txt"
    old.write_text("甲办法\n第一条　由市金融办负责解释并组织实施本办法。\n", encoding="utf-8")
    new.write_text("甲办法\n第一条　由市地方金融监管局负责解释并组织实施本办法。\n", encoding="utf-8")
    words = run(project, "compare", str(old), str(new)).stdout
    chars = run(project, "compare", str(old), str(new), "--chars").stdout
    assert "[-市金融办-]" in words
    assert "[-市金融办-]" not in chars
    assert "{+地方+}" in chars
