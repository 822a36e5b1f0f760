"""Markdown: what is recognised, what becomes of each mark, front matter, and the files of known repositories."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yange.coding import plain
from yange.importers import plan
from yange.model import Library
from yange.parse.frontmatter import read_version
from yange.readers import registry
from yange.readers.markdown import MarkdownReader
from yange.readers.source_text import DocumentReading, LeftOutReason, SourceBlockKind, SourceText
from yange.readers.text import decode

POLICIES = Path(__file__).resolve().parents[2] / "policies"


def _read(text: str, name: str = "a.md") -> DocumentReading:
    return MarkdownReader().read(name, text.encode())


def _text(text: str, name: str = "a.md") -> SourceText:
    (found,) = _read(text, name).texts
    return found


def _lines(text: str) -> list[str]:
    return _text(text).text.split("\n\n")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("**第三条**　渡船应当登记。", ["第三条　渡船应当登记。"]),
        ("**Article 1** The ferry.", ["Article 1 The ferry."]),
        ("__第三条__ 渡船", ["第三条 渡船"]),
        ("**（一）**渡船，**（二）**码头", ["（一）渡船，（二）码头"]),
        ("*甲* `乙` [丙](http://a.example) <http://b.example>", ["甲 乙 丙 http://b.example"]),
        ("渡船应当\n登记。", ["渡船应当登记。"]),
        ("The ferry\nmaster", ["The ferry master"]),
        ("甲  \n乙\\\n丙<br>丁", ["甲", "乙", "丙", "丁"]),
        ("1\\. 甲 \\*乙\\* &lt;丙&gt; &amp;", ["1. 甲 *乙* <丙> &"]),
        ("\\*\\*甲\\*\\*", ["**甲**"]),
        ("1. 甲\n1. 乙\n\n3) 丙", ["1. 甲", "1. 乙", "3) 丙"]),
        ("- 甲\n- 乙\n  - 丙\n\n    丁", ["甲", "乙", "丙", "丁"]),
        ("2. 甲\n   - 乙\n3. 丙", ["2. 甲", "乙", "3. 丙"]),
        ("1.\n2. 甲", ["1.", "2. 甲"]),
        ("    缩进的文字", ["缩进的文字"]),
        ("> 甲\n>\n> 乙", ["甲", "乙"]),
        ("```\n甲\n  乙\n```", ["甲\n  乙"]),
        ("甲\n\n---\n\n乙", ["甲", "乙"]),
        ("# 题\n\n##### Art. 1\n\nText", ["题", "Art. 1", "Text"]),
        ("10<sup>2</sup> m", ["10² m"]),
        ("签字于<签字日期>", ["签字于<签字日期>"]),
        ("signed on <date>", ["signed on <date>"]),
        ("<b>甲</b><span id=x>乙</span>", ["甲乙"]),
        ("<table border=1><tr><th>甲<th>乙<tr><td>丙<td>丁</table>", ["| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |"]),
        ("| 甲 | 乙 |\n|---|:-:|\n| 丙\\|丁 | **戊** |", ["| 甲 | 乙 |\n| --- | --- |\n| 丙\\|丁 | 戊 |"]),
    ],
)  # fmt: skip
def test_marks_are_no_words_and_words_are_no_marks(text: str, lines: list[str]) -> None:
    assert _lines(text) == lines


def test_headings_have_levels_and_the_only_first_one_is_the_title() -> None:
    text = _text("# 题\n\n## 章\n\n甲\n\n### 节")
    assert [(block.kind.value, block.level) for block in text.blocks] == [
        ("title", 0),
        ("heading", 2),
        ("paragraph", 0),
        ("heading", 3),
    ]
    assert text.whole
    two = _text("# 题\n\n甲\n\n# 题二\n\n乙")
    assert [block.kind.value for block in two.blocks] == ["heading", "paragraph", "heading", "paragraph"]
    assert not two.whole


def test_a_printed_number_is_a_label_and_no_number_is_worked_out() -> None:
    assert [(block.label, block.computed) for block in _text("4. 甲\n4. 乙\n- 丙").blocks] == [
        ("4.", False),
        ("4.", False),
        ("", False),
    ]


def test_footnotes_are_notes_and_their_references_are_raised() -> None:
    text = _text("##### § 4[^2]\n\nDie Fähre.[^3]\n\n[^2]: Geändert.\n[^3]: Siehe [LGBl](http://a.example/x_y).")
    assert text.text.split("\n\n") == ["§ 4²", "Die Fähre.³", "2 Geändert.", "3 Siehe LGBl."]
    assert [block.kind for block in text.blocks][2:] == [SourceBlockKind.NOTE, SourceBlockKind.NOTE]


def test_comments_and_deleted_words_are_left_out_with_their_reason() -> None:
    text = _text("甲<!-- 一 -->乙 ~~丙~~\n\n<!-- 二 -->\n\n丁")
    assert text.text == "甲乙\n\n丁"
    assert sorted((left.text, left.reason) for left in text.left_out) == [
        ("一", LeftOutReason.COMMENT),
        ("丙", LeftOutReason.DELETED),
        ("二", LeftOutReason.COMMENT),
    ]


def test_every_block_names_its_line() -> None:
    text = _text("---\ntitle: 题\n---\n\n# 题\n\n甲\n\n乙")
    assert [block.place.path for block in text.blocks] == ["line[5]", "line[7]", "line[9]"]


@pytest.mark.parametrize(
    ("name", "text", "reader"),
    [
        ("a.md", "# 题\n\n甲", "markdown"),
        ("a.md", "只有文字，没有记号。", "text"),
        ("a.txt", "**第一条** 甲\n\n**第二条** 乙", "markdown"),
        ("a.txt", "## Part 1\n\nx\n\n## Part 2", "markdown"),
        ("a.txt", "**甲** 乙\n丙", "text"),
        ("a.txt", "第一条　2*3*4\n* 注\n# 号", "text"),
        ("a.txt", "1. 甲\n2. 乙\n- 丙", "text"),
        ("a.txt", "# 甲\n# 乙", "text"),
        ("a.md", "<!DOCTYPE html><p>x", "html"),
        ("a", "---\ntitle: x\nidentifier: x\ncountry: x\nrank: x\nstatus: x\nsource: x\n---\nText", "markdown"),
    ],
)
def test_markdown_is_recognised_by_content(name: str, text: str, reader: str) -> None:
    assert registry.reader_of(name, text.encode()).name == reader


MARKED = """---
title: 望海市渡口条例
---
# 望海市渡口条例

## 第一章 总则

**第一条** 为了规范渡口，制定本条例。

**第二条** 渡口由交通部门管理。

**第三条** 本条例自2021年9月1日起施行。
"""


def test_marks_of_markdown_are_no_words() -> None:
    (document,) = plain(plan([("a.md", MARKED.encode())], Library()).output())["documents"]
    assert document["title"] == "望海市渡口条例"
    assert document["clauses"] == ["第一条", "第二条", "第三条"]
    assert document["warnings"] == []


def test_bold_labels_are_read_in_plain_text_too() -> None:
    text = MARKED.partition("## ")[2].replace("第一章 总则", "望海市渡口条例")
    (document,) = plain(plan([("a.txt", text.encode())], Library()).output())["documents"]
    assert document["clauses"] == ["第一条", "第二条", "第三条"]


def test_one_bold_word_in_plain_text_stays_as_it_is() -> None:
    (text,) = registry.read("a.txt", "**甲** 乙\n丙\n".encode()).texts
    assert text.text == "**甲** 乙\n丙\n"


def test_a_text_that_is_only_compared_keeps_its_marks() -> None:
    source, _ = decode("a.md", MARKED.encode())
    assert source is not None
    assert source.text == MARKED


LEGALIZE = """---
title: "Fährgesetz"
identifier: "LGBl-2021-007"
country: "xx"
rank: "gesetz"
publication_date: "2021-05-03"
last_updated: "2024-07-01"
status: "in_force"
source: "https://www.gesetze.example/konso/2021.007"
{more}---
# Fährgesetz

{notice}##### Art. 1

Die Fähre fährt täglich.
"""


def test_a_legalize_file_is_one_document_with_the_days_of_its_register() -> None:
    text = _text(LEGALIZE.format(more="", notice=""))
    assert text.whole
    facts = text.given
    assert (facts.title, facts.identifier, facts.register) == ("Fährgesetz", "LGBl-2021-007", "gesetze.example")
    assert (facts.published, facts.effective) == (date(2021, 5, 3), date(2024, 7, 1))
    assert facts.url == "https://www.gesetze.example/konso/2021.007"
    (document,) = plain(plan([("x.md", LEGALIZE.format(more="", notice="").encode())], Library()).output())["documents"]
    assert (document["effective"], document["effective_basis"]) == ("2024-07-01", "register")
    assert document["clauses"] == ["Art. 1"]


@pytest.mark.parametrize("state", ["as_enacted", "current"])
def test_a_legalize_file_that_is_not_of_a_day_says_so(state: str) -> None:
    given_text = LEGALIZE.format(more=f"text_state: {state}\n", notice="> **This is a notice of the repository.**\n\n")
    reading = _read(given_text)
    (text,) = reading.texts
    assert text.given.effective is None
    assert [problem.code for problem in reading.problems] == ["text-state"]
    assert [left.reason for left in text.left_out] == [LeftOutReason.METADATA, LeftOutReason.EDITORIAL]
    assert "notice" not in text.text


BOOK = """# 望海市渡口管理条例

1999年3月1日 望海市人民代表大会常务委员会第三次会议通过

2021年6月1日 望海市人民代表大会常务委员会第九次会议修订

<!-- INFO END -->

望海市渡口管理 条例

## 第一章 总则

第一条 为了管好渡口，制定本条例。
"""


def test_a_file_of_law_ref_book_gives_its_history_and_its_day() -> None:
    text = _text(BOOK, "望海市渡口管理条例(2021-06-03).md")
    kinds = [block.kind for block in text.blocks]
    assert kinds[:3] == [SourceBlockKind.TITLE, SourceBlockKind.CAPTION, SourceBlockKind.CAPTION]
    assert (text.given.published, text.given.register, text.whole) == (date(2021, 6, 3), "LawRefBook", True)
    assert ("望海市渡口管理 条例", LeftOutReason.REPEATED) in [(left.text, left.reason) for left in text.left_out]
    assert _text(BOOK, "望海市渡口管理条例.md").given.published is None
    assert _text(BOOK, "望海市渡口管理条例(2021-13-40).md").given.published is None


@pytest.mark.parametrize(
    ("front", "title", "day", "codes"),
    [
        ("---\ntitle: 题\ndate: 2021-06-01 10:00:00 +0800\nlayout: post\n---\n", "题", date(2021, 6, 1), []),
        ('+++\ntitle = "题"\ndate = 2021-06-01T10:00:00Z\ndraft = false\n+++\n', "题", date(2021, 6, 1), []),
        ("---\ntitle: 题\nstatus: 现行有效\n---\n", None, None, ["front-matter-unknown"]),
        ("---\ntitle: [\n---\n", None, None, []),
        ("+++\ntitle = \n+++\n", None, None, []),
        ("---\n甲\n---\n", None, None, []),
    ],
)
def test_front_matter_is_read_if_its_kind_is_known_and_said_if_not(
    front: str, title: str | None, day: date | None, codes: list[str]
) -> None:
    reading = _read(f"{front}\n第一条　甲。\n")
    assert [problem.code for problem in reading.problems] == codes
    assert (reading.texts[0].given.title, reading.texts[0].given.page_date) == (title, day)


VERSIONS = [path for path in sorted(POLICIES.rglob("20*.md")) if "text: held" in path.read_text("utf-8")]


@pytest.mark.parametrize("path", VERSIONS[:2] + VERSIONS[-1:], ids=lambda path: path.parent.name)
def test_a_version_of_this_program_comes_back_byte_for_byte(path: Path) -> None:
    text = path.read_text("utf-8")
    version, _ = read_version(text, f"policies/a/b/{path.name}", "a/b")
    assert version is not None
    (document,) = plan([(path.name, text.encode())], Library()).documents
    assert document.body == version.body.strip("\n") + "\n"
    facts = document.facts
    found = (facts.title, facts.number, facts.issuer, facts.signed, facts.effective, facts.expires)
    assert found == (
        version.title, version.number, version.issuer, version.signed, version.effective, version.expires,
    )  # fmt: skip


def test_a_file_without_words_is_refused() -> None:
    reading = _read("---\ntitle: 题\n---\n\n<!-- x -->\n")
    assert [problem.code for problem in reading.problems] == ["markdown-no-text"]


def test_a_picture_is_said_to_be_unread() -> None:
    assert [problem.code for problem in _read("# 题\n\n甲![图](a.png)").problems] == ["markdown-pictures"]


def test_words_that_the_parser_would_lose_are_no_silent_loss() -> None:
    reading = _read("# 题\n\n" + "> " * 300 + "第一条　甲。")
    assert reading.texts == ()
    assert [problem.code for problem in reading.problems] == ["markdown-too-complex"]


LONG = {
    "quotes": ">" * 20_000,
    "brackets": "[" * 3_000,
    "closed brackets": "[](" * 8_000,
    "stars": "*甲 **" * 5_000,
    "underlines": "_甲__" * 5_000,
    "ticks": "`甲``" * 5_000,
    "tags": "<a " * 10_000,
    "comments": "<!--" * 10_000,
    "entities": "&#x4e00" * 10_000,
    "notes": "[^1]: 甲\n" * 2_000,
    "columns": "|甲" * 600 + "|\n" + "|-" * 600 + "|\n" + "|乙|\n" * 20,
    "items": "".join("  " * k + "- 甲\n" for k in range(300)),
    "escapes": "\\*" * 20_000,
    "deleted": "~~甲" * 8_000,
    "front matter": "---\n" + "a: &a [*a, *a]\n" * 2_000 + "---\n",
    "lines": "甲\n" * 20_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_work_grows_with_the_length_of_a_text(text: str) -> None:
    """There is no clock in the test: quadratic work on any of these would be noticed by the time of the suite."""
    reading = _read(f"# 题\n\n第一条　渡船。\n\n{text}")
    assert reading.texts or reading.problems


MARKS = (
    "# ## ###### **甲** ** __ * _ ` ``` ~~ ~~~ > - + 1. 2) | |---| --- +++ === [ ] ( ) [^1] [^1]: ![ ]( <b> </b> <br>"
    " <!-- --> <table> <td> \\ \\* &lt; &#0; 第一条 甲 。 word x: \t"
)
PIECES = st.lists(st.sampled_from([*MARKS.split(" "), "\n", "\n\n", "    ", "  \n"]), max_size=40)


@settings(max_examples=80, deadline=None)
@given(PIECES)
def test_any_marks_are_read_and_blocks_tile_the_text(pieces: list[str]) -> None:
    reading = _read("甲\n\n" + " ".join(pieces))
    assert reading.texts or reading.problems
    for text in reading.texts:
        assert "\x00" not in text.text
        assert "\x01" not in text.text
        ends = [0, *(block.end + 2 for block in text.blocks)]
        assert [block.start for block in text.blocks] == ends[:-1]
        assert not text.blocks or text.blocks[-1].end == len(text.text)
