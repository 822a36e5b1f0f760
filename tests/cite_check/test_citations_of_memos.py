"""Citations in memos: what is right, wrong and unknown on a day, and what became of it since."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner

import yange
from yange.api.archive import Archive
from yange.api.cite_check import CitationCheck, check_citations
from yange.cli.app import group

TODAY = date(2026, 12, 1)
NIGHT = "《望海市促进夜间经济繁荣发展若干措施》"


@pytest.fixture(scope="module")
def archive(project_root: Path) -> Archive:
    return yange.open(project_root)


def checked(archive: Archive, line: str, day: str = "2026-12-01") -> list[CitationCheck]:
    return list(check_citations(archive, [line], date.fromisoformat(day), TODAY))


@pytest.mark.parametrize(("day", "line", "expected"), [
    # title and clause that are law, in the paragraph, with a number, several, one of an English text
    ("2026-12-01", "依据《望海市渡口管理办法》第三条。", [("第三条", "right", [])]),
    ("2026-12-01", "依据《望海市渡口管理办法》（望海市人民政府令第34号）第三条。", [("第三条", "right", [])]),
    ("2026-12-01", "依据《望海市渡口管理办法》。", [("《望海市渡口管理办法》", "right", [])]),
    # a short name is given once, without being a citation, and cites where it is used again
    ("2026-12-01", "依据《望海市渡口管理办法》（以下简称《办法》）。", [("《望海市渡口管理办法》", "right", [])]),
    ("2026-12-01", "《望海市渡口管理办法》（以下简称《办法》）第三条。依《办法》第五条，《办法》适用。",
     [("《望海市渡口管理办法》", "right", []), ("第三条", "right", []), ("第五条", "right", []),
      ("《办法》", "right", [])]),
    ("2026-12-01", "违反《望海市渡口管理办法》第三条的，依该办法第二十三条处罚。",
     [("第三条", "right", []), ("第二十三条", "right", [])]),
    ("2022-01-01", "Article 9(a) of the Wanghai International Harbour Zone Rules on Small Craft Berths applies.",
     [("Article 9(a)", "right", [])]),
    ("2025-01-01", "Article 9(a) of the Wanghai International Harbour Zone Rules on Small Craft Berths applies.",
     [("Article 9(a)", "wrong", ["no-such-clause"])]),
    # planted faults
    ("2026-12-01", "依据《望海市渡口管理办法》第九十九条。", [("第九十九条", "wrong", ["no-such-clause"])]),
    ("2024-01-01", f"依据{NIGHT}第（八）项。", [("第（八）项", "wrong", ["clause-not-in-force"])]),
    ("2024-10-01", f"依据{NIGHT}第（三）项。", [("第（三）项", "wrong", ["clause-not-in-force"])]),
    ("2018-06-01", f"依据{NIGHT}第（八）项。", [("第（八）项", "wrong", ["not-in-force"])]),
    ("2026-12-01", "依据《望海市居家养老服务补贴实施细则》第三条。", [("第三条", "wrong", ["not-in-force"])]),
    ("2026-12-01", "《望海市渡口船只安全管理暂行规则》不再适用。",
     [("《望海市渡口船只安全管理暂行规则》", "wrong", ["not-in-force"])]),
    ("2026-12-01", f"依据{NIGHT}（望府办规〔2019〕6号）第（一）项。",
     [("第（一）项", "wrong", ["other-text-in-force"])]),
    # what is not known is not wrong
    ("2026-12-01", "参照《某省不存在条例》第三条。", [("第三条", "unknown", ["policy-not-in-archive"])]),
    ("2026-12-01", "依该办法第二十三条处罚。", [("第二十三条", "unknown", ["instrument-not-named"])]),
    ("2026-12-01", "《某省不存在条例》与《望海市渡口管理办法》不同，依该条例第五条处罚。",
     [("《某省不存在条例》", "unknown", ["policy-not-in-archive"]), ("《望海市渡口管理办法》", "right", []),
      ("第五条", "unknown", ["instrument-not-named"])]),
])  # fmt: skip
def test_on_the_day(archive: Archive, day: str, line: str, expected: list[tuple[str, str, list[str]]]) -> None:
    found = checked(archive, line, day)
    assert [(one.words, one.verdict.value, [code.code.value for code in one.findings]) for one in found] == expected
    for one in found:
        assert line[one.start : one.end] == one.words
        assert one.line == 1


@pytest.mark.parametrize(("day", "clause", "since", "today"), [
    ("2018-06-01", "第三条", ["amended-since"], "第三条"),
    ("2018-06-01", "第十六条", ["clause-gone-since"], None),
    ("2010-01-01", "第三条", ["amended-since", "amended-since"], "第三条"),
    ("2022-01-01", "第三条", [], "第三条"),
])  # fmt: skip
def test_since_the_day(archive: Archive, day: str, clause: str, since: list[str], today: str | None) -> None:
    (one,) = checked(archive, f"依据《望海市渡口管理办法》{clause}。", day)
    assert one.verdict.value == "right"
    assert [code.code.value for code in one.since if code.code.value != "renumbered-since"] == since
    assert (one.today is None) == (today is None)
    if today is not None and one.today is not None:
        assert one.today.endswith(today)
    text = archive.text("dukou-guanli-banfa", on=day)
    assert one.cited is not None
    assert one.cited.words == text[clause].text


def test_a_renumbered_clause_is_followed(archive: Archive) -> None:
    report = archive.compare("dukou-guanli-banfa@2018-06-01", "dukou-guanli-banfa@2026-12-01")
    moved = [one for one in report.changes if one.operation.value == "renumbered"]
    assert moved
    for change in moved:
        (one,) = checked(archive, f"依据《望海市渡口管理办法》{change.old[0]}。", "2018-06-01")
        assert "renumbered-since" in [code.code.value for code in one.since]
        assert one.today is not None
        assert one.today.endswith(change.new[0])


def test_the_command_reads_word_and_ends_with_1_where_one_is_wrong(project_root: Path, tmp_path: Path) -> None:
    memo = docx.Document()
    memo.add_paragraph("备忘录")
    memo.add_paragraph("依据《望海市渡口管理办法》第九十九条和第三条。")
    memo.save(str(tmp_path / "memo.docx"))
    (tmp_path / "right.md").write_text("依据《望海市渡口管理办法》第三条。\n", "utf-8")
    run = CliRunner()
    call = ["--project", str(project_root), "cite", str(tmp_path / "memo.docx"), "--on", "2026-12-01"]
    said = run.invoke(group, [*call, "--json"])
    assert said.exit_code == 1
    output = json.loads(said.stdout)
    assert output["schema"] == "yange.cite/1"
    assert [(one["line"], one["words"], one["verdict"]) for one in output["citations"]] == [
        (2, "第九十九条", "wrong"),
        (2, "第三条", "right"),
    ]
    assert (output["wrong"], output["unknown"]) == (1, 0)
    told = run.invoke(group, call)
    assert "no-such-clause" in told.stdout
    right = run.invoke(
        group, ["--project", str(project_root), "cite", str(tmp_path / "right.md"), "--on", "2026-12-01"]
    )
    assert right.exit_code == 0


@pytest.mark.parametrize(("between", "reported"), [(51, ["第三条"]), (52, [None, "第三条"])])
def test_a_clause_far_behind_the_name_of_its_instrument_is_a_citation_of_its_own(
    archive: Archive, between: int, reported: list[str | None]
) -> None:
    """Up to 40 characters beyond the length of the name, such as a document number in brackets, they are one."""
    name = "《望海市渡口管理办法》"
    assert len(name) + 40 == 51
    found = checked(archive, f"依据{name}（{'甲' * (between - 2)}）第三条。")
    assert [one.cited.clause if one.cited is not None else "" for one in found] == reported
