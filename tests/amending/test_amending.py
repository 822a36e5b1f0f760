"""Amending instructions: the consolidated text, and the instructions that are refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from gitting import policy, version
from yange.amending import amend, read_instructions
from yange.cli.app import group
from yange.library import load

TEXT = """# 望海市渡口办法

第一条　为了管好渡口，制定本办法。

第二条　渡口分为下列两类：

（一）客渡；

（二）车渡。

客渡不得载车。

第三条　渔业局负责渡口管理，渔业局每年检查一次。

第四条　违反第二条第二款规定的，由渔业局处罚；违反第三条的，不予处罚。

第五条　本办法自2020年3月1日起施行。
"""


def made(instructions: str, text: str = TEXT) -> str:
    """Return the amended text without its title, a line for a paragraph; or the refusal's code and line."""
    found, problems = read_instructions(instructions, "x.txt")
    if problems:
        return " ".join(f"{p.code}:{p.line}" for p in problems)
    result = amend(text, found, "x.txt")
    if result.body is None:
        return " ".join(f"{p.code}:{p.line}" for p in result.problems)
    assert "\n\n\n" not in result.body
    return result.body.split("\n", 2)[2].replace("\n\n", "\n").strip()


PLAIN = TEXT.split("\n", 2)[2].replace("\n\n", "\n").strip()


@pytest.mark.parametrize(
    ("instruction", "was", "now"),
    [
        ("将第一条中的“管好”修改为“管理”。", "管好", "管理"),
        ("一、第一条中的“管好”改为“管理”，“制定”修改为“订立”；", "为了管好渡口，制定", "为了管理渡口，订立"),
        ("（一）将“车渡”修改为“车辆渡”", "车渡。", "车辆渡。"),
        ("将第三条中的“渔业局每年”修改为“海事局每年”。", "，渔业局每年", "，海事局每年"),
        ("将全文中的“渔业局”均修改为“海事局”。", "渔业局", "海事局"),
        ("将第二条第（二）项修改为：“汽车渡。”", "（二）车渡。", "（二）汽车渡。"),
        ("将第二条第二款修改为：“车渡不得载客。”", "客渡不得载车。", "车渡不得载客。"),
        ("将第一条修改为：“第一条　甲。”", "为了管好渡口，制定本办法。", "甲。"),
        ("第五条改为第六条，修改为：“乙。”", "第五条　本办法自2020年3月1日起施行。", "第六条　乙。"),
        ("第五条改为第六条。", "第五条　", "第六条　"),
        ("删除第二条第二款。", "客渡不得载车。\n", ""),
        ("删去第二条第（一）项、第一条", "第一条　为了管好渡口，制定本办法。\n", ""),
        ("删除第三条中的“，渔业局每年检查一次”。", "，渔业局每年检查一次", ""),
        ("增加一条，作为第三条之一：“丙。\n丁。”", "检查一次。\n", "检查一次。\n第三条之一　丙。\n丁。\n"),
        ("在第三条后增加一条：“丙。”", "检查一次。\n", "检查一次。\n第三条之一　丙。\n"),
        ("第二条增加一项，作为第（三）项：“其他。”", "（二）车渡。\n", "（二）车渡。\n（三）其他。\n"),
        ("第二条增加一款，作为第二款：“戊。”", "（二）车渡。\n", "（二）车渡。\n戊。\n"),
        ("第二条增加一款，作为第三款：“戊。”", "载车。\n", "载车。\n戊。\n"),
        ("# 说明\n\n将第一条中的“管好”修改为“管\\*”", "管好", r"管\\\*"),
    ],
)
def test_what_a_sentence_does(instruction: str, was: str, now: str) -> None:
    expected = PLAIN.replace(was, now)
    if instruction.startswith("删去第二条第（一）项"):
        expected = expected.replace("（一）客渡；\n", "")
    assert made(instruction) == expected != PLAIN


def test_several_instructions_speak_of_the_old_numbers() -> None:
    instructions = (
        "一、删除第一条。\n二、在第三条后增加一条：“已。”\n三、将第五条中的“3月”修改为“4月”。\n四、条文序号作相应调整。"
    )
    assert made(instructions).split("\n") == [
        "第一条　渡口分为下列两类：",
        "（一）客渡；",
        "（二）车渡。",
        "客渡不得载车。",
        "第二条　渔业局负责渡口管理，渔业局每年检查一次。",
        "第三条　已。",
        "第四条　违反第一条第二款规定的，由渔业局处罚；违反第二条的，不予处罚。",
        "第五条　本办法自2020年4月1日起施行。",
    ]


def test_a_reference_to_a_removed_article_is_reported_and_left() -> None:
    found, _ = read_instructions("删除第三条。\n条文序号作相应调整。", "x.txt")
    result = amend(TEXT, found, "x.txt")
    assert [problem.code for problem in result.problems] == ["amend-reference"]
    assert result.body is not None
    assert "违反第三条的" in result.body


def test_a_list_whose_numbers_share_one_word_is_reported_and_left() -> None:
    text = TEXT.replace("违反第三条的", "违反第二、三条的")
    found, _ = read_instructions("删除第一条。\n条文序号作相应调整。", "x.txt")
    result = amend(text, found, "x.txt")
    assert [problem.message for problem in result.problems] == [
        "art_4 refers to 第二、三条, but the articles were renumbered."
    ]
    assert result.body is not None
    assert "违反第二、三条的" in result.body


@pytest.mark.parametrize(
    ("text", "instructions", "hint"),
    [
        (TEXT, "增加一条：“丙。”", "Write 作为第三条之一, or 在第三条后增加一条."),
        (
            "# Ferries\n\nArticle 1 Ferries are safe.\n\nArticle 2 Fares are fair.\n",
            'After article 1 insert: "Fares are posted."',
            'Write After article 3 insert: "Article 3A …", or begin the quotation with the number: Article 3A.',
        ),
    ],
)
def test_a_hint_is_in_the_language_of_the_text(text: str, instructions: str, hint: str) -> None:
    found, _ = read_instructions(instructions, "x.txt")
    assert [problem.hint for problem in amend(text, found, "x.txt").problems] == [hint]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("将第一条修改为：“甲。\n乙。”\n\n删除第二条。", [1, 4]),
        ('For article 1 substitute: "A.\nB."\n\nOmit article 2.', [1, 4]),
        ("For article 1 substitute: “A.\nB.”\nOmit article 2.", [1, 3]),
        ('删除第一条中的"甲。\n删除第二条。', [1, 2]),
    ],
)
def test_a_quotation_goes_on_to_the_line_that_closes_it(text: str, lines: list[int]) -> None:
    found, problems = read_instructions(text, "x.txt")
    assert sorted({one.line for one in found} | {problem.line or 0 for problem in problems}) == lines


@pytest.mark.parametrize(
    ("instructions", "refusal"),
    [
        ("将第三条中的“渔业局”修改为“海事局”", "amend-fit:1"),  # twice
        ("将第一条中的“渔业局”修改为“海事局”", "amend-fit:1"),  # in no clause
        ("将第九条中的“渡口”修改为“码头”", "amend-fit:1"),
        ("将第一条中的“”修改为“码头”", "amend-fit:1"),
        ("删除第九条", "amend-fit:1"),
        ("增加一条，作为第三条：“丙。”", "amend-fit:1"),
        ("增加一条：“丙。”", "amend-fit:1"),
        ("第二条增加一项，作为第（二）项：“丙。”", "amend-fit:1"),
        ("第二条增加一款，作为第五款：“丙。”", "amend-fit:1"),
        ("删除第一条\n将第一条中的“管好”修改为“管理”", "amend-overlap:2"),
        ("\n\n请把第一条改得好一些。", "amend-form:3"),
        ("将第一条修改为：“没有结尾", "amend-form:1"),
        ("# 只有说明\n", "amend-empty:1"),
        ("将第一条中的“管好”修改为“管理”\n\n将第九条中的“甲”修改为“乙”", "amend-fit:3"),
    ],
)
def test_what_does_not_fit_exactly_once_is_refused(instructions: str, refusal: str) -> None:
    assert made(instructions) == refusal


@given(st.text(alphabet="第一二三条款项（）“”将中的修改为删除增加作，：。\n 之后", max_size=80))
def test_no_sentence_makes_the_reader_fail(text: str) -> None:
    found, problems = read_instructions(text, "x.txt")
    result = amend(TEXT, found, "x.txt")
    assert found or problems
    assert (result.body is None) is any(problem.severity == "error" for problem in result.problems)


def project(root: Path) -> Path:
    folder = root / "policies/wanghai/dukou"
    folder.mkdir(parents=True)
    (folder / "policy.md").write_text(policy(), encoding="utf-8")
    (folder / "2020-03-01.md").write_text(version(), encoding="utf-8")
    return folder


def test_the_amended_text_is_a_new_version(tmp_path: Path) -> None:
    folder = project(tmp_path)
    sentences = tmp_path / "修改决定.txt"
    sentences.write_text("将第一条中的“常识产权”修改为“商业秘密”。\n", encoding="utf-8")
    words = ["--project", str(tmp_path), "amend", "dukou", str(sentences), "--effective", "2024-05-01"]
    result = CliRunner().invoke(group, [*words, "--number", "望府令第9号", "--signed", "2024-04-01"])
    assert (result.exit_code, result.stdout) == (0, "policies/wanghai/dukou/2024-05-01.md\n")
    library, problems = load(tmp_path)
    old, new = library.policies[0].versions
    assert (problems, new.body) == ((), old.body.replace("常识产权", "商业秘密"))
    assert (new.amended_by[0].number, new.commenced, new.review) == ("望府令第9号", old.effective, ("effective",))
    check = CliRunner().invoke(group, ["--project", str(tmp_path), "check"])
    assert check.exit_code == 0, check.output
    sentences.write_text("将第一条中的“常识产权”修改为“商业秘密”。\n", encoding="utf-8")
    again = CliRunner().invoke(group, [*words[:-1], "2025-05-01"])
    assert again.exit_code == 1
    assert "nothing was written" in again.stderr
    assert len(list(folder.iterdir())) == 3


def test_a_draft_is_previewed_and_nothing_becomes_law(tmp_path: Path) -> None:
    folder = project(tmp_path)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    draft = tmp_path / "draft.txt"
    draft.write_text("望海市渡口办法修正案（草案）\n\n将第一条中的“常识产权”修改为“商业秘密”。\n", encoding="utf-8")
    words = ["--project", str(tmp_path), "amend", "dukou", str(draft), "--preview", "--from", "2020-03-01"]
    said = CliRunner().invoke(group, words)
    assert said.exit_code == 0, said.output
    assert said.stdout.startswith("NOT LAW: ")
    assert "商业秘密" in said.stdout
    page = tmp_path / "page.html"
    assert CliRunner().invoke(group, [*words, "--output", str(page)]).exit_code == 0
    assert "a draft: not law" in page.read_text("utf-8")
    for wrong in (["--effective", "2024-05-01"], ["--number", "望府令第9号"]):
        assert CliRunner().invoke(group, [*words, *wrong]).exit_code == 2
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    law = ["--project", str(tmp_path), "amend", "dukou", str(draft)]
    assert CliRunner().invoke(group, law).exit_code == 2
    assert CliRunner().invoke(group, [*law, "--effective", "2024-05-01"]).exit_code == 1  # a title is no instruction
    assert not (folder / "2024-05-01.md").exists()
