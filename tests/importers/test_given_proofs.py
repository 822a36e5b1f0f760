"""What import proves about a text with a format: against a second reading, and against the clauses of the format."""

from __future__ import annotations

from typing import Any

import pytest
from given_texts import ARTICLE, HEADING, TABLE, TITLE, filed, source

from yange.importers import ImportPlan
from yange.model import ClauseKind
from yange.readers.source_text import LeftOut, LeftOutReason, SourcePlace

PART, CHAPTER, ITEM = ClauseKind.PART, ClauseKind.CHAPTER, ClauseKind.ITEM
TEXT = (
    ("望海市渡口条例", TITLE),
    ("第一条 渡口由市交通局管理，每日巡查。", {"unit": ARTICLE, "label": "第一条"}),
    ("第二条 渡船应当每年检验一次，不合格的不得载客。", {"unit": ARTICLE, "label": "第二条"}),
    ("| 渡口 | 费用 |\n| --- | --- |\n| 东渡 | 六十元 |", TABLE),
    ("第三条 本条例自2021年9月1日起施行。", {"unit": ARTICLE, "label": "第三条"}),
)


def said(made: ImportPlan, code: str) -> list[tuple[str, str]]:
    return [(one.path, one.message) for one in made.warnings if one.code == code]


WORDS = (
    "望海市渡口条例 第一条渡口由市交通局管理，每日巡查。第二条渡船应当每年检验一次，不合格的不得载客。"
    "渡口费用东渡六十元第三条本条例自2021年9月1日起施行。"
)


def test_a_second_reading_with_the_same_words_says_nothing() -> None:
    made = filed(source(TEXT, whole=True), words=WORDS)
    assert said(made, "second-reading-differs") == []


def test_a_difference_from_a_second_reading_names_both_and_the_place() -> None:
    made = filed(source(TEXT, whole=True), words=WORDS.replace("每日巡查", "每周巡查").replace("六十元", "七十元"))
    assert [path for path, _ in said(made, "second-reading-differs")] == ["a.docx#p[2]", "a.docx#p[4]"]
    assert "the text has “日” after “通局管理,每”" in said(made, "second-reading-differs")[0][1]
    assert "a second reading of the file has “周”" in said(made, "second-reading-differs")[0][1]


def test_words_that_were_left_out_are_words_of_the_file() -> None:
    left_out = (LeftOut("— 12 —", LeftOutReason.PAGE_NUMBER, SourcePlace(page=1)),)
    made = filed(source(TEXT, whole=True, left_out=left_out), words=f"{WORDS}—12—")
    assert said(made, "second-reading-differs") == []
    assert said(filed(source(TEXT, whole=True), words=f"{WORDS}目录甲乙丙丁戊己庚"), "second-reading-differs") != []


def test_a_number_that_was_worked_out_is_no_word_of_the_file() -> None:
    blocks = [
        TEXT[0],
        ("第一条 渡口由市交通局管理，每日巡查。", {"label": "第一条", "computed": True, "unit": ARTICLE}),
    ]
    made = filed(source(blocks, whole=True), words="望海市渡口条例 渡口由市交通局管理，每日巡查。")
    assert said(made, "second-reading-differs") == []


def test_many_differences_are_counted() -> None:
    rows = [f"第{n}段 渡口第{n}号码头每日开放，由第{n}班看守并记录。" for n in range(10, 60)]
    other = "".join(row.replace("每日", "每周") for row in rows)
    made = filed(source([TEXT[0], *rows], whole=True), words=f"{TEXT[0][0]}{other}")
    messages = [message for _, message in said(made, "second-reading-differs")]
    assert len(messages) == 9
    assert messages.count("42 more differences between two readings of the file") == 1


def test_clauses_that_format_and_text_agree_on_say_nothing() -> None:
    assert said(filed(source(TEXT, whole=True)), "structure-differs") == []


@pytest.mark.parametrize(
    ("block", "message"),
    [
        (("渡船的颜色由市交通局规定。", {"unit": ARTICLE, "label": "第九条"}), "the format begins article 第九条 here"),
        (("通则", HEADING, {"unit": ARTICLE}), "the format begins article here"),
        (("渡船须知。", {"unit": ITEM, "label": "（一）"}), "the format begins item （一） here"),
    ],
)
def test_a_clause_of_the_format_that_is_not_read_is_said(block: tuple[Any, ...], message: str) -> None:
    made = filed(source([*TEXT[:3], block, *TEXT[4:]], whole=True))
    ((path, words),) = said(made, "structure-differs")
    assert (path, words.startswith(message)) == ("a.docx#p[4]", True), words


def test_an_article_that_only_the_parser_finds_is_said() -> None:
    blocks = [*TEXT[:4], ("第三条 渡口应当挂牌。", {}), ("第四条 本条例自2021年9月1日起施行。", {"unit": ARTICLE})]
    ((path, message),) = said(filed(source(blocks, whole=True)), "structure-differs")
    assert (path, message) == ("a.docx#p[5]", "第三条 is read as an article, but the format begins none here")


def test_all_lost_articles_of_a_text_without_numbers_are_counted() -> None:
    blocks = [TEXT[0], *((f"Nic nowego {n}.", {"unit": ARTICLE, "label": f"Artykulik {n}"}) for n in range(1, 31))]
    messages = [message for _, message in said(filed(source(blocks, whole=True)), "structure-differs")]
    assert len(messages) == 21
    assert sum(message.startswith("10 more") for message in messages) == 1


def test_headings_of_the_format_are_divisions_of_the_text() -> None:
    heading = ("第一章 总则", HEADING, {"unit": CHAPTER, "label": "第一章", "level": 1})
    assert said(filed(source([TEXT[0], heading, *TEXT[1:]], whole=True)), "structure-differs") == []
    heading = ("总则", HEADING, {"unit": PART, "label": "第一编"})
    assert len(said(filed(source([TEXT[0], heading, *TEXT[1:]], whole=True)), "structure-differs")) == 1
