"""What a format says of the parts of a text is kept: blocks, headings, tables, titles."""

from __future__ import annotations

import pytest
from given_texts import ANNEX, ARTICLE, CAPTION, HEADING, NOTE, NUMBER, TABLE, TITLE, filed, given, source
from invented_pages import ARTICLES, COVERED, HEAD, ISSUER, NOTICE, SIGNED, imported, page
from invented_pages import NUMBER as NUMBER_LINE
from invented_pages import TITLE as DOORPLATES

from yange.model import ClauseKind
from yange.parse import parse

LAW = (
    ("望海市渡口条例", TITLE),
    ("（2021年5月1日望海市第二届人民代表大会常务委员会第九次会议通过）", CAPTION),
    ("第一章 总则", HEADING, {"level": 1}),
    "第一条 为了管好渡口，制定本条例。",
    "第二条 渡口由市交通局管理，",
    "第三条 本条例自2021年9月1日起施行。",
)


def test_a_whole_text_is_the_document_that_its_blocks_name() -> None:
    (document,) = filed(source(LAW, whole=True)).documents
    assert document.body.split("\n\n") == [
        "# 望海市渡口条例", LAW[1][0], "## 第一章 总则", *LAW[3:5], f"{LAW[5]}\n",
    ]  # fmt: skip
    assert document.clauses == ["第一条", "第二条", "第三条"]
    assert (document.facts.title, str(document.facts.effective)) == ("望海市渡口条例", "2021-09-01")


def test_the_same_words_as_lines_and_as_blocks_give_the_same_body() -> None:
    (flat,) = imported(page(*COVERED)).documents
    (blocks,) = filed(source([line.strip() for line in COVERED])).documents
    assert blocks.body == flat.body
    assert blocks.facts.title == DOORPLATES
    (titled,) = filed(
        source([(HEAD, TITLE), (NUMBER_LINE, NUMBER), NOTICE.strip(), ISSUER, SIGNED, (DOORPLATES, TITLE),
                *(line.strip() for line in ARTICLES)])
    ).documents  # fmt: skip
    assert (titled.facts.cover_title, titled.facts.title) == (HEAD, DOORPLATES)


def test_a_block_is_never_joined_with_the_next_and_never_cut() -> None:
    broken = [
        "望海市渡口条例",
        "第一条 渡口每日六时开放，冬季由市交通局另行规定，",
        "并在渡口公布。第二条 渡船应当检验。",
    ]
    (flat,) = imported("\n".join(broken)).documents
    (blocks,) = filed(source([(broken[0], TITLE), *broken[1:]])).documents
    assert len(flat.body.split("\n\n")) == len(broken)
    assert f"{broken[1]}并在渡口公布。\n\n第二条" in flat.body
    assert blocks.body.split("\n\n")[1:] == [broken[1], f"{broken[2]}\n"]


@pytest.mark.parametrize("title", ["Wyciąg bez tytułu", "二", "Regeln"])
def test_a_whole_text_needs_no_title_that_a_pack_knows(title: str) -> None:
    made = filed(source([(title, TITLE), ("Zakres", HEADING, {"level": 1}), "Ustawa określa zasady."], whole=True))
    (document,) = made.documents
    assert made.problems == ()
    assert document.facts.title == title
    assert document.body == f"# {title}\n\n## Zakres\n\nUstawa określa zasady.\n"


@pytest.mark.parametrize(
    ("language", "number", "name", "joined"),
    [
        ("de", "1. Titel", "Das Recht der Fähren", "1. Titel Das Recht der Fähren"),
        ("de", "I. Teil", "Die Ufer", "I. Teil Die Ufer"),
        ("fr", "Chapitre II", "Des bacs", "Chapitre II Des bacs"),
        ("zh", "第一章", "总则", "第一章　总则"),
        ("de", "I. Teil", "Art. 1", ""),
        ("de", "I. Teil", "1. Abschnitt", ""),
        ("de", "I. Teil Ufer", "Die Ufer", ""),
        ("de", "Ufer", "Die Fähren", ""),
    ],
)
def test_the_number_of_a_division_and_its_name_are_one_heading(
    language: str, number: str, name: str, joined: str
) -> None:
    blocks = [("Regeln", TITLE), (number, HEADING, {"level": 2}), (name, HEADING, {"level": 3}), "Die Fähre legt an."]
    (document,) = filed(source(blocks, whole=True, given=given(language=language))).documents
    lines = document.body.replace("\\", "").split("\n")
    headings = [line.lstrip("# ") for line in lines if line.startswith("##")]
    assert headings == ([joined] if joined else [number, *([] if name == "Art. 1" else [name])])


def test_headings_keep_their_depth_and_articles_stay_paragraphs() -> None:
    blocks = [
        ("Harbour Act", TITLE),
        ("Introductory", HEADING, {"level": 2}),
        ("Purpose", HEADING, {"level": 4}),
        ("Article 1 Purpose", HEADING, {"level": 5, "unit": ARTICLE}),
        "This Act keeps the harbour in order.",
        ("Closing", HEADING, {"level": 2}),
        "It begins at once.",
    ]
    (document,) = filed(source(blocks, whole=True)).documents
    headings = [line for line in document.body.split("\n\n") if line.startswith("#")]
    assert headings == ["# Harbour Act", "## Introductory", "### Purpose", "## Closing"]
    assert "\n\nArticle 1 Purpose\n\nThis Act" in document.body


def test_a_division_has_the_level_that_it_has_in_every_text() -> None:
    blocks = [(line, HEADING, {"level": 1}) for line in ("第一章 总则", "第一节 通则")]
    (document,) = filed(source([("望海市渡口条例", TITLE), *blocks, *LAW[3:]], whole=True)).documents
    assert "## 第一章 总则\n\n### 第一节 通则\n\n" in document.body


@pytest.mark.parametrize("word", ["通知", "正文"])
def test_a_heading_is_not_taken_for_the_division_of_our_files(word: str) -> None:
    blocks = [("望海市渡口条例", TITLE), (word, HEADING, {"level": 1}), *LAW[3:]]
    made = filed(source(blocks, whole=True))
    assert made.problems == ()
    assert ClauseKind.COVER not in {clause.kind for clause in made.documents[0].provisions.walk()}


TABLE_WORDS = "| 渡口 | 费用（元） |\n| --- | --- |\n| 东\\|西 | 60*2 |\n| 1. 南 | a_b |"


def test_a_table_is_one_clause_whose_cells_keep_their_words() -> None:
    blocks = [*LAW[:4], (TABLE_WORDS, TABLE), *LAW[4:]]
    made = filed(source(blocks, whole=True))
    assert made.problems == ()
    (document,) = made.documents
    (table,) = [clause for clause in document.provisions.walk() if clause.kind is ClauseKind.TABLE]
    words = document.provisions.text[table.start : table.end].strip()
    assert words == "| 渡口 | 费用（元） |\n| --- | --- |\n| 东\\|西 | 60\\*2 |\n| 1. 南 | a\\_b |"
    assert document.clauses == ["第一条", "第二条", "第三条"]


def test_an_annex_and_a_note_are_what_the_format_says() -> None:
    blocks = [*LAW, ("收费", ANNEX), ("① 以人民币计。", NOTE)]
    (document,) = filed(source(blocks, whole=True)).documents
    assert document.body.endswith("## 收费\n\n① 以人民币计。\n")


def test_a_heading_is_the_title_of_a_document_only_if_nothing_else_is() -> None:
    heading = ("望海市渡口条例", HEADING, {"level": 1})
    (document,) = filed(source([heading, *LAW[2:]])).documents
    assert document.facts.title == "望海市渡口条例"
    other = "望海市人民政府关于渡口的规定"
    made = filed(source([(other, TITLE), *LAW[2:], heading, "第四条 渡船应当检验。"]))
    (document,) = made.documents
    assert document.facts.title == other
    assert "## 望海市渡口条例" in document.body


def test_each_title_of_a_file_begins_a_document() -> None:
    second = ("望海市桥梁条例", TITLE)
    made = filed(source([*LAW, second, "第一条 桥梁每年检验。", "第二条 本条例自2022年1月1日起施行。"]))
    assert [document.facts.title for document in made.documents] == ["望海市渡口条例", "望海市桥梁条例"]


def test_the_proof_holds_for_blocks_too(monkeypatch: pytest.MonkeyPatch) -> None:
    from yange.importers import body

    monkeypatch.setattr(body, "written_rows", lambda table: ["| 渡口 |"])
    made = filed(source([*LAW, (TABLE_WORDS, TABLE)], whole=True))
    assert [problem.code for problem in made.problems] == ["words-changed"]
    assert made.filed == ()


def test_words_of_a_whole_text_before_its_title_stay_before_it() -> None:
    (document,) = filed(source([("第九号", NUMBER), "公报", *LAW], whole=True)).documents
    assert document.body.startswith("第九号\n\n公报\n\n# 望海市渡口条例\n\n")
    assert parse(document.body).primary
