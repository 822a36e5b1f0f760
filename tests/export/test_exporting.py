"""``yange export``: what it lists, refuses, replaces and leaves out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from exports import export

from yange.export.printer import printers

POLICY = """\
---
id: wanghai/dukou-fuhan
title: 关于渡口的复函
place: 望海市
kind: 复函
sample: true
---
"""
LETTER = """\
---
title: 关于渡口的复函
number: 望交函〔2020〕1号
issuer: [望海市交通局]
signed: 2020-03-01
effective: null
effective_basis: unknown
text: held
condition: complete
language: zh
---

# 关于渡口的复函

尊敬的王小明代表：

您的建议收悉，联系电话13912345678。
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    (folder / "policies/wanghai/dukou-fuhan").mkdir(parents=True)
    (folder / "policies/wanghai/dukou-fuhan/policy.md").write_text(POLICY, "utf-8")
    (folder / "policies/wanghai/dukou-fuhan/undated.md").write_text(LETTER, "utf-8")
    return folder


def test_it_lists_the_formats(project: Path) -> None:
    result = export(project)
    assert result.exit_code == 0
    assert [line.split()[0] for line in result.output.splitlines()[1:]] == list(printers())


@pytest.mark.parametrize(("arguments", "said"), [
    (("xlsx", "out"), "no export format; the formats are"),
    (("sqlite",), "name the file to write"),
    (("csv",), "name the folder to write"),
])  # fmt: skip
def test_a_wrong_call_says_what_to_do(project: Path, arguments: tuple[str, ...], said: str) -> None:
    result = export(project, *arguments)
    assert isinstance(result.exception, SystemExit | Exception)
    assert result.exit_code == 2
    assert said in result.output


@pytest.mark.parametrize("form", ["sqlite", "csv", "datapackage", "jsonl", "parquet"])
def test_private_persons_are_left_out(project: Path, tmp_path: Path, form: str) -> None:
    target = tmp_path / "out"
    assert export(project, form, str(target), "--on", "2024-01-01").exit_code == 0
    files = [target] if target.is_file() else [one for one in target.rglob("*") if one.is_file()]
    assert files
    for file in files:
        data = file.read_bytes()
        assert "王小明".encode() not in data
        assert b"13912345678" not in data


def test_an_export_replaces_one_of_its_own_and_nothing_else(project: Path, tmp_path: Path) -> None:
    target = tmp_path / "archive.sqlite"
    for _ in range(2):
        assert export(project, "sqlite", str(target), "--on", "2024-01-01").exit_code == 0
    first = target.read_bytes()
    (tmp_path / "link.sqlite").symlink_to(target)
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    shutil.copytree(project, tmp_path / "folder")
    for name in ("link.sqlite", "notes.txt", "folder", "folder/policies"):
        for form in ("sqlite", "csv"):
            result = export(project, form, str(tmp_path / name), "--on", "2024-01-01")
            assert result.exit_code == 2, (name, form, result.output)
    assert (tmp_path / "notes.txt").read_text("utf-8") == "mine"
    assert target.read_bytes() == first
    assert (tmp_path / "link.sqlite").is_symlink()


def test_the_same_archive_gives_the_same_bytes(project: Path, tmp_path: Path) -> None:
    for form in ("sqlite", "csv", "datapackage", "jsonl", "parquet"):
        for name in ("one", "two"):
            assert export(project, form, str(tmp_path / f"{form}-{name}"), "--on", "2024-01-01").exit_code == 0
        one, two = (_contents(tmp_path / f"{form}-{name}") for name in ("one", "two"))
        assert one == two


def _contents(place: Path) -> dict[str, bytes]:
    files = [place] if place.is_file() else sorted(one for one in place.rglob("*") if one.is_file())
    return {one.name if one != place else "": one.read_bytes() for one in files}


def test_a_database_without_words_holds_the_facts(project: Path, tmp_path: Path) -> None:
    (project / "policies/wanghai/dukou-fuhan/undated.md").write_text(
        LETTER.split("\n# ")[0].replace("text: held", "text: catalogue-only"), "utf-8"
    )
    result = export(project, "sqlite", str(tmp_path / "a.sqlite"), "--on", "2024-01-01")
    assert result.exit_code == 0
    assert "1 policies, 1 texts, 0 clauses" in result.output
