"""The second reading of Markdown: lines without their marks, and a warning where the first one has other words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from yange.provenance.second_reading import remark_second_reading
from yange.readers.markdown import MarkdownReader
from yange.readers.markdown.second_reading import MARKS, words_without_marks
from yange.readers.source_text import DocumentReading

WORDS = [
    ("# 渡口条例 #\n\n**第一条** 渡口\\_乙。", "渡口条例 第一条 渡口乙。"),
    ("> - 甲\n> - 乙\n\n1. 丙\n", "甲 乙 1. 丙"),
    ("| 甲 | 乙 |\n|:--|--:|\n| 1 | 2 |\n", "甲 乙 1 2"),
    ("Title\n=====\n\nPart\n----\n\n* * *\n", "Title Part"),
    ("see [Act 1](https://a.example/x(1) 'title') and ![seal](s.png) <https://b.example>", "see Act 1 and https://b.example"),
    ("no [link] (here), a_b, 2 < 3 > 1, <date of signing>", "no link (here), ab, 2 < 3 > 1, <date of signing>"),
    ("<p align='x'>甲<br>乙</p> &sect;&nbsp;1 <!-- note -->\n\nkept ~~gone~~", "甲 乙 § 1 note kept"),
    ("words[^1]\n\n[^1]: the note", "words1 1 the note"),
    ("```text\nas it is\n```", "as it is"),
    ("a <!-- open\nb", "a <!-- open b"),
]  # fmt: skip


def plain(text: str) -> str:
    return "".join(text.translate(dict.fromkeys(map(ord, MARKS))).split())


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_lines_are_words_without_marks(text: str, words: str) -> None:
    assert plain(words_without_marks(text)) == plain(words)


def read(text: str) -> DocumentReading:
    return MarkdownReader().read("law.md", text.encode())


@pytest.mark.parametrize("text", [text for text, _ in WORDS])
def test_both_readings_have_the_same_words(text: str) -> None:
    reading = read(f"# Law\n\n{text}\n")
    assert reading.words is not None
    assert [problem.message for problem in remark_second_reading(reading)] == []


def test_facts_above_the_text_are_words_of_both() -> None:
    reading = read("---\ntitle: 渡口条例\nnote: 甲\n---\n# 渡口条例\n\n第一条 渡口。\n")
    assert list(remark_second_reading(reading)) == []


def test_words_that_one_reading_lost_are_reported_with_their_line() -> None:
    reading = read("# Law\n\nArticle 1. The ferry opens at six.\n\nArticle 2. It closes at eight.\n")
    (text,) = reading.texts
    lost = replace(reading, texts=(replace(text, text=text.text.replace("six", "ten")),))
    (problem,) = remark_second_reading(lost)
    assert problem.code == "second-reading-differs"
    assert ("#line[3]" in problem.path, "ten" in problem.message, "six" in problem.message) == (True, True, True)


def test_the_rule_of_a_table_that_is_none_is_reported() -> None:
    first, *_ = remark_second_reading(read("# Law\n\nText\n| --- | --- |\nmore words of it\n"))
    assert "---" in first.message


@pytest.mark.parametrize(
    "piece", ["<!--", "~~a ", "![", "](", "](a ", "[^", "<a ", "|-", "- ", " #", "> ", "`", "(", "-"]
)
def test_the_work_grows_with_the_length_alone(piece: str) -> None:
    assert len(words_without_marks(piece * 100_000 + "x")) < 500_000
    assert len(words_without_marks(f"[a]({piece}" + " " * 200_000 + "x")) < 500_000
