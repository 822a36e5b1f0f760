"""One law in simplified and in traditional characters: what differs in script alone is no change."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from yange.chinese_scripts import has_traditional, in_simplified, simplified, traditional_share
from yange.cli.app import group
from yange.compare import Comparison, compare
from yange.compare.result import Grade, Operation
from yange.parse import parse
from yange.publish.parts.change_rows import shown_comparison

SIMPLIFIED = """# 关于规范渡口管理的通知

一、渡口经营者应当在开业后三十日内，向渔业局备案。

二、违反本通知规定的，处五百元罚款。

三、本通知由渔业局负责解释。
"""
TRADITIONAL = """# 關於規範渡口管理的通知

一、渡口經營者應當在開業後三十日內，向漁業局備案。

二、違反本通知規定的，處六百元罰款。

三、本通知由漁業局負責解釋。
"""


def compared(old: str = SIMPLIFIED, new: str = TRADITIONAL) -> Comparison:
    return compare(parse(old), parse(new))


def found(result: Comparison) -> list[tuple[str, Operation, Grade | None]]:
    return [(change.new[0], change.operation, change.grade) for change in result.changes]


EXPECTED = [
    ("标题", Operation.UNCHANGED, Grade.SCRIPT),
    ("一、", Operation.UNCHANGED, Grade.SCRIPT),
    ("二、", Operation.AMENDED, Grade.SUBSTANTIVE),
    ("三、", Operation.UNCHANGED, Grade.SCRIPT),
]


def test_what_differs_in_script_alone_is_unchanged() -> None:
    assert found(compared()) == EXPECTED
    assert found(compared(TRADITIONAL, SIMPLIFIED)) == EXPECTED


def test_only_the_amount_is_a_changed_value() -> None:
    (value,) = compared().values
    assert (value.old, value.new) == ("五百元", "六百元")
    assert compared().terms == ()


def test_the_edits_of_both_kinds_rebuild_both_texts() -> None:
    for change in compared().changes:
        (edge,) = change.edges
        for side, texts in (("delete", change.old_texts), ("insert", change.new_texts)):
            assert "".join(edit.text for edit in edge.edits if edit.op in ("equal", side)) == texts[0]
    amended = compared().changes[2].edges[0].edits
    assert [(edit.op, edit.text) for edit in amended if edit.grade is Grade.SUBSTANTIVE] == [
        ("delete", "五百元"),
        ("insert", "六百元"),
    ]


def test_typography_stays_apart_from_script() -> None:
    new = TRADITIONAL.replace("，向", ", 向").replace("六百", "五百")
    (edge,) = compared(SIMPLIFIED, new).changes[1].edges
    grades = {(edit.text, edit.grade) for edit in edge.edits if edit.op == "insert"}
    assert (", ", Grade.EDITORIAL) in grades
    assert ("經營", Grade.SCRIPT) in grades
    assert {grade for _, grade in grades} == {Grade.EDITORIAL, Grade.SCRIPT}


def test_two_texts_in_one_script_are_compared_as_they_are() -> None:
    """後 and 后 are two characters in a traditional text, and a simplified text may quote a traditional name."""
    changes = compared(TRADITIONAL, TRADITIONAL.replace("開業後", "開業后")).changes
    assert changes[1].grade is Grade.SUBSTANTIVE
    quoted = compared(SIMPLIFIED, SIMPLIFIED.replace("渔业局", "漁業局"))
    assert quoted.changes[1].grade is Grade.SUBSTANTIVE


@pytest.mark.parametrize(
    ("text", "share"),
    [("第三條規定", 1.0), ("第三条规定", 0.0), ("皇后", None), ("", None), ("条條", 0.5), ("abc", None)],
)
def test_the_script_of_a_text(text: str, share: float | None) -> None:
    assert traditional_share(text) == share


def test_usual_characters_are_traditional() -> None:
    assert all(has_traditional(one) for one in "條項規")
    assert not has_traditional("第三条规定")
    usual = [one for one in simplified() if has_traditional(one)]
    assert len(usual) > 40


@given(st.text(alphabet="條条項项後后的a，", max_size=30))
def test_every_character_keeps_its_place(text: str) -> None:
    made = in_simplified(text)
    assert len(made) == len(text)
    assert in_simplified(made) == made


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    names = tmp_path / "old.txt", tmp_path / "new.txt"
    for name, text in zip(names, (SIMPLIFIED, TRADITIONAL), strict=True):
        name.write_text(text, encoding="utf-8")
    return str(names[0]), str(names[1])


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("text", "3 clauses differ in script alone: simplified and traditional characters"),
        ("markdown", "3條僅有簡體字與繁體字之別，未作標註。"),
        ("html", "3條僅有簡體字與繁體字之別，未作標註。"),
    ],
)
def test_every_form_says_how_many_clauses_differ_in_script(files: tuple[str, str], form: str, said: str) -> None:
    result = CliRunner().invoke(group, ["compare", *files, "--format", form])
    assert said in result.output


def test_the_word_document_says_so_too(files: tuple[str, str], tmp_path: Path) -> None:
    made = tmp_path / "made.docx"
    CliRunner().invoke(group, ["compare", *files, "--format", "docx", "--output", str(made)])
    words = zipfile.ZipFile(made).read("word/document.xml").decode("utf-8")
    assert "3條僅有簡體字與繁體字之別，未作標註。" in words
    assert "僅字體差異（簡體、繁體）" in words


def test_machine_output_gives_the_grade(files: tuple[str, str]) -> None:
    result = CliRunner().invoke(group, ["compare", *files, "--json"])
    changes = json.loads(result.stdout)["changes"]
    assert [change["grade"] for change in changes] == ["script", "script", "substantive", "script"]


def test_a_page_counts_the_clauses_by_grade() -> None:
    shown = shown_comparison(compared(), ({}, {}))
    assert shown.grades == [("substantive", 1), ("script", 3)]
    assert not shown.same
    assert shown_comparison(compared(SIMPLIFIED, TRADITIONAL.replace("六百", "五百")), ({}, {})).same


def test_articles_and_what_they_cite_are_the_same_in_both_scripts() -> None:
    old = "# 渡口条例\n\n第一条　为管理渡口，制定本条例。\n\n第二条　经营者违反第一条规定的，处罚款。\n"
    new = "# 渡口條例\n\n第一條　為管理渡口，制定本條例。\n\n第二條　經營者違反第一條規定的，處罰款。\n"
    assert {change.operation for change in compared(old, new).changes} == {Operation.UNCHANGED}
    assert compared(old, new).citations == ()
