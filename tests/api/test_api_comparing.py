"""Comparing through the front door: what a text may be given as, what is printed, and what is written."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

import yange
from yange.cli.app import group

OLD = "第一条　罚款六十元，由市渔业局收取。\n\n第二条　本办法解释权归市渔业局。\n"
NEW = "第一条　罚款七十五元，由市农业农村局收取。\n\n第三条　本办法解释权归市农业农村局。\n"
BERTHS = "rules-on-small-craft-berths"


@pytest.fixture(scope="module")
def archive(project_root: Path) -> yange.Archive:
    return yange.open(project_root)


@pytest.fixture(scope="module")
def berths(archive: yange.Archive) -> yange.TextComparison:
    return archive.compare(f"{BERTHS}@2021-06-01", f"{BERTHS}@2024-09-01")


def test_each_change_prints_on_a_line(berths: yange.TextComparison) -> None:
    lines = [str(change) for change in berths.changes]
    assert "Article 8 → Article 9  amended: RMB 60 → RMB 75" in lines
    assert "Article 6 → Article 7  renumbered" in lines
    assert "Article 13  inserted: (Shore power). Where a berth is fitted …" in lines
    assert "Article 4  amended: RMB 1,000,000 → RMB 2,000,000" in lines
    assert not [line for line in lines if "unchanged" in line]
    assert all("\n" not in line for line in lines)


def test_changes_and_all_changes(berths: yange.TextComparison) -> None:
    assert len(berths.all_changes) - len(berths.changes) == berths.stats["unchanged"] > 0
    (change,) = (one for one in berths.changes if one.new == ("Article 9",))
    assert (change.old, change.operation.value, change.grade) == (("Article 8",), "amended", "substantive")
    assert ("RMB 60" in change.old_text, "RMB 75" in change.new_text) == (True, True)
    assert [(value.old, value.new) for value in change.values] == [("RMB 60", "RMB 75")]
    assert str(change.values[0]) == "RMB 60 → RMB 75  amount, Article 8 → Article 9"
    assert [one.new for one in berths.values if one.kind == "amount"] == ["RMB 2,000,000", "RMB 75"]


def test_a_value_beside_other_words_and_more_than_three() -> None:
    (change,) = yange.compare(
        "第一条　甲罚款六十元，乙在五日内报告，丙在三十日内交纳，丁可以停航。\n\n第二条　附则。\n",
        "第一条　甲罚款七十元，乙在七日内报告，丙在六十日内交纳，丁应当停航。\n\n第二条　附则。\n",
    ).changes
    assert len(change.values) > 3
    assert change.summary.endswith("; 1 more")


def test_values_of_a_label_that_two_changes_have_are_named_with_neither() -> None:
    body = "# 办法\n\n第一条　甲。\n\n第二条　乙。\n\n附件：\n\n停泊费每日每米{}元\n\n第一条　丙。\n\n第二条　丁。\n"
    comparison = yange.compare(body.format("三"), body.format("五"))
    assert [change.old for change in comparison.all_changes].count(("附件一",)) == 2
    (change,) = comparison.changes
    assert ([value.new for value in comparison.values], change.values) == (["五元"], ())
    assert change.summary == "三元 → 五元"


def test_what_a_text_may_be_given_as(tmp_path: Path, archive: yange.Archive) -> None:
    file = tmp_path / "old.md"
    file.write_text(OLD, "utf-8")
    (tmp_path / "gb.txt").write_bytes(NEW.encode("gb18030"))
    ways = [
        yange.compare(OLD, NEW),
        yange.compare(file, NEW),
        yange.compare(str(file), tmp_path / "gb.txt"),
        yange.compare(yange.Text.of(OLD), yange.Text.read(tmp_path / "gb.txt")),
        yange.compare(file, NEW, archive=archive),
        archive.compare(file, NEW),
    ]
    assert len({str(list(map(str, one.all_changes))) for one in ways}) == 1
    named = yange.compare(f"{BERTHS}@2021-06-01", f"{BERTHS}@2024-09-01", archive=archive)
    assert named.old.name == "wanghai/rules-on-small-craft-berths@v2021-06-01"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("第一条　罚款六十元。", "'第一条　罚款六十元。' is no file; a text of an archive is"),
        ("", "'' is no file"),
        ("x" * 5000, "x… is no file".replace("x…", "x" * 59 + "…'")),
        (Path("nowhere.md"), "nowhere.md: cannot be read"),
    ],
)
def test_what_is_no_text_is_said(given: str | Path, said: str) -> None:
    with pytest.raises(yange.YangeError) as refusal:
        yange.compare(given, NEW)
    assert said in str(refusal.value)


def test_a_name_that_is_a_file_too_is_not_guessed(
    tmp_path: Path, archive: yange.Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    name = f"{BERTHS}@2021-06-01"
    Path(name).write_text(OLD, "utf-8")
    with pytest.raises(yange.YangeError, match="a file has this name; for the file give pathlib"):
        archive.compare(name, NEW)
    assert yange.compare(Path(name), NEW).old.name == name


def test_something_else_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="not as int"):
        yange.compare(3, NEW)  # type: ignore[arg-type]


def test_peoples_answers_are_honoured(tmp_path: Path) -> None:
    folder = tmp_path / "policies/linan/qiaoliang"
    folder.mkdir(parents=True)
    (folder / "policy.md").write_text("---\nid: linan/qiaoliang\ntitle: 桥梁办法\nplace: 临安市\n---\n", "utf-8")
    front = "---\ntitle: 桥梁办法\neffective: {0}\ntext: held\n---\n\n# 桥梁办法\n\n{1}"
    first, second = "市养护所每日巡查桥梁。", "超过限载的，处三千元罚款。"
    old = f"第一条　{first}\n\n第二条　{second}\n"
    new = "第一条　绿化带由街道种植。\n\n第二条　泳池水质按季公布。\n"
    (folder / "2020-01-01.md").write_text(front.format("2020-01-01", old), "utf-8")
    (folder / "2021-01-01.md").write_text(front.format("2021-01-01", new), "utf-8")
    answers = "- old: 2020-01-01\n  new: 2021-01-01\n  together: [[第一条, 第二条]]\n"

    def pairs(comparison: yange.TextComparison) -> set[tuple[str, str]]:
        return {(edge.old, edge.new) for change in comparison.changes for edge in change.change.edges}

    names = ("qiaoliang@2020-01-01", "qiaoliang@2021-01-01")
    assert ("第一条", "第二条") not in pairs(yange.open(tmp_path).compare(*names))
    (folder / "alignment.yml").write_text(answers, "utf-8")
    archive = yange.open(tmp_path)
    ways = [
        archive.compare(*names),
        yange.compare(archive.text(names[0]), archive.text(names[1])),
        yange.compare(folder / "2020-01-01.md", folder / "2021-01-01.md"),
    ]
    assert [("第一条", "第二条") in pairs(way) for way in ways] == [True, True, True]
    assert archive.history("qiaoliang", "第二条").stations[0].labels == ("第一条",)


def test_a_text_that_is_not_held_is_not_compared(tmp_path: Path) -> None:
    folder = tmp_path / "policies/linan/qiaoliang"
    folder.mkdir(parents=True)
    (folder / "policy.md").write_text("---\nid: linan/qiaoliang\ntitle: 桥梁办法\nplace: 临安市\n---\n", "utf-8")
    facts = "---\ntitle: 桥梁办法\neffective: 2020-01-01\ntext: catalogue-only\n---\n"
    (folder / "2020-01-01.md").write_text(facts, "utf-8")
    archive = yange.open(tmp_path)
    for ask in (lambda: archive.compare("qiaoliang@2020-01-01", NEW), lambda: archive.blame("qiaoliang@2020-01-01")):
        with pytest.raises(yange.YangeError, match="the text is not held, so"):
            ask()
    with pytest.raises(LookupError, match="not held"):
        archive.text("qiaoliang@2020-01-01")["第一条"]
    with pytest.raises(yange.YangeError, match=r"2020-01-01\.md: the text is not held, so it cannot be compared"):
        yange.compare(folder / "2020-01-01.md", NEW)


def test_it_is_saved_by_its_ending(berths: yange.TextComparison, tmp_path: Path) -> None:
    assert berths.save(tmp_path / "table.docx") == tmp_path / "table.docx"
    assert "word/document.xml" in zipfile.ZipFile(tmp_path / "table.docx").namelist()
    berths.save(tmp_path / "report.md", "zh")
    assert "RMB 75" in (tmp_path / "report.md").read_text("utf-8")
    assert "修订" in (tmp_path / "report.md").read_text("utf-8")
    berths.save(str(tmp_path / "report.html"))
    assert (tmp_path / "report.html").read_text("utf-8").startswith("<section")
    berths.save(tmp_path / "values.CSV")
    rows = list(csv.reader(io.StringIO((tmp_path / "values.CSV").read_text("utf-8-sig"))))
    assert len(rows) == len(berths.values) + 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report.html", "report.md", "table.docx", "values.CSV"]


@pytest.mark.parametrize(
    ("name", "language", "said"),
    [
        ("table.odt", None, "table.odt: unknown form; end the name in .json, .md, .html, .docx, .csv, .pdf"),
        ("table", None, "unknown form"),
        ("nowhere/table.md", None, "nowhere/table.md: cannot be written: No such file"),
        ("table.md", "pl", "reports are written in zh, en"),
    ],
)
def test_what_cannot_be_saved_is_said(
    berths: yange.TextComparison, tmp_path: Path, name: str, language: str | None, said: str
) -> None:
    with pytest.raises(yange.YangeError, match=said):
        berths.save(tmp_path / name, language)
    assert list(tmp_path.iterdir()) == []


def test_numbering_that_was_not_read_is_said() -> None:
    text = (
        "# Νόμος\n\n"
        + "\n\n".join(f"Άρθρο {n}. Η αποβάθρα είναι ανοιχτή στο κοινό την ημέρα." for n in range(1, 9))
        + "\n"
    )
    comparison = yange.compare(text, text.replace("ημέρα", "νύχτα"))
    assert [remark.code for remark in comparison.remarks][:1] == ["no-clauses"]
    assert {remark.path for remark in comparison.remarks} == {"old", "new"}
    for shown in (str(comparison), comparison._repr_html_()):
        assert "No clause was recognised in this text. [no-clauses]" in shown
    assert yange.compare(OLD, NEW).remarks == ()


def test_steps_go_through_the_texts_between(archive: yange.Archive) -> None:
    found = archive.compare("dukou-guanli-banfa@2004-01-01", "dukou-guanli-banfa@2021-03-26", steps=True)
    assert [name.partition("@")[2] for name in found.through] == ["v2004-01-01", "v2015-09-08", "v2021-03-26"]
    assert found.steps is not None
    assert found.steps.agreed > 20
    with pytest.raises(yange.YangeError, match="did not succeed"):
        archive.compare(f"{BERTHS}@2021-06-01", "dukou-guanli-banfa@2021-03-26", steps=True)
    with pytest.raises(yange.YangeError, match="name both sides as policy@day"):
        yange.compare(OLD, NEW, steps=True)


def printed(project_root: Path, *words: str) -> bytes:
    done = CliRunner().invoke(group, ["--project", str(project_root), *words, "--json"])
    assert done.exit_code == 0, done.output
    return done.stdout_bytes


def test_json_is_what_the_commands_print(
    archive: yange.Archive, berths: yange.TextComparison, project_root: Path, tmp_path: Path
) -> None:
    names = (f"{BERTHS}@2021-06-01", f"{BERTHS}@2024-09-01")
    assert berths.to_json() == printed(project_root, "compare", *names)
    steps = archive.compare(*names, steps=True)
    assert steps.to_json() == printed(project_root, "compare", *names, "--steps")
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text(OLD, "utf-8")
    new.write_text(NEW, "utf-8")
    assert yange.compare(old, new).to_json() == printed(project_root, "compare", str(old), str(new))
    assert berths.save(tmp_path / "made.json").read_bytes() == berths.to_json()
    assert archive.on("2020-06-01").to_json() == printed(project_root, "list", "--on", "2020-06-01")
    text = archive.text("dukou-guanli-banfa@2016-01-01")
    assert text.to_json() == printed(project_root, "show", "dukou-guanli-banfa@2016-01-01")
    assert archive.blame(text).to_json() == printed(project_root, "blame", "dukou-guanli-banfa@2016-01-01")
    asked = ("dukou-guanli-banfa@2016-01-01", "第十五条")
    assert archive.history(*asked).to_json() == printed(project_root, "history", *asked)
    with pytest.raises(yange.YangeError, match="not a text of the archive"):
        yange.Text.of(OLD).to_json()
