# ruff: noqa: E501 (markup reads best on one line)
"""What is made of each kind of markup: lines, labels, tables, notes, and what is left out."""

from __future__ import annotations

import pytest

from yange.readers.html import HtmlReader
from yange.readers.source_text import DocumentReading, LeftOutReason, SourceBlockKind, SourceText


def _reading(markup: str) -> DocumentReading:
    page = f"<!doctype html><meta charset=utf-8><body><article>{markup}</article></body>"
    return HtmlReader().read("page.html", page.encode())


def _text(markup: str) -> SourceText:
    (text,) = _reading(markup).texts
    return text


def _lines(markup: str) -> list[str]:
    return _text(markup).text.split("\n\n")


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<p>第<span>一</span><b>条</b>　甲", ["第一条　甲"]),
        ("<p>第一\n    条　甲", ["第一条　甲"]),
        ("<p><span>The</span> <b>ferry</b>\n<i>master</i>", ["The ferry master"]),
        ("<p>a <b> b</b>", ["a b"]),
        ("<p>甲 乙", ["甲 乙"]),
        ("<p>甲&nbsp;乙&#x4E19;&lt;丁&gt; &amp;amp;", ["甲\xa0乙丙<丁> &amp;"]),
        ("甲<br>乙<br/><br>丙", ["甲", "乙", "丙"]),
        ("<p>甲<p>乙<div>丙", ["甲", "乙", "丙"]),
        ("<h2>甲部<br>乙部</h2>", ["甲部乙部"]),
        ("<h2>Part One<br>General</h2>", ["Part One General"]),
        ("<p>甲<span style='display: block'>乙</span>丙", ["甲", "乙", "丙"]),
        ("<blockquote><p>“甲”</blockquote>", ["“甲”"]),
        ("<ol><li>甲<li>乙</ol>", ["1. 甲", "2. 乙"]),
        ("<ol start=5 type=A><li>甲<li value=30>乙<li>丙</ol>", ["E. 甲", "AD. 乙", "AE. 丙"]),
        ("<ol type=i start=8><li>甲<li>乙</ol>", ["viii. 甲", "ix. 乙"]),
        ("<ol reversed><li>甲<li>乙</ol>", ["2. 甲", "1. 乙"]),
        ("<ol style='list-style-type: none'><li>甲<li>乙</ol>", ["甲", "乙"]),
        ("<ol><li>(1) 甲<li>(2) 乙</ol>", ["(1) 甲", "(2) 乙"]),
        ("<ol><li>甲<ol type=a><li>乙</ol>丙<li><p>丁<p>戊</ol>", ["1. 甲", "a. 乙", "丙", "2. 丁", "戊"]),
        ("<ol><li><li>甲</ol>", ["1.", "2. 甲"]),
        ("<ul><li>甲<li>乙</ul>", ["甲", "乙"]),
        ("<dl><dt>a)<dd>甲<dt>词<dd>乙</dl>", ["a) 甲", "词", "乙"]),
        ("<dl><dt>1.<dd><dl><dt>a)<dd>甲</dl></dl>", ["1.", "a) 甲"]),
        ("<p>10<sup>2</sup> m<sup>3</sup>", ["10² m³"]),
        ("<p>Art. 1<sup>bis</sup>", ["Art. 1bis"]),
        ("<p><sup>2</sup>Die Fähre", ["2 Die Fähre"]),
        ("<p>甲<sup>[1]</sup>", ["甲[¹]"]),
        ("<pre>甲\n  乙</pre><p>丙丁戊己庚辛", ["甲\n  乙", "丙丁戊己庚辛"]),
    ],
)  # fmt: skip
def test_markup_becomes_the_lines_that_a_browser_prints(markup: str, lines: list[str]) -> None:
    assert _lines(markup) == lines


def test_labels_that_no_character_of_the_page_prints_are_marked_as_computed() -> None:
    text = _text("<ol><li>甲<li>乙</ol><dl><dt>3.<dd>丙</dl>")
    assert [(block.label, block.computed) for block in text.blocks] == [("1.", True), ("2.", True), ("3.", False)]


GRID = "<table border=1><caption>表一<tr><th colspan=2>船<th>价|元<tr><td rowspan=2>大<td>早<br>班<td>3<tr><td>晚班<td>4</table>"


def test_a_table_is_one_block_and_spans_are_empty_cells() -> None:
    text = _text(GRID)
    assert text.text.split("\n\n")[0] == "表一"
    assert text.text.split("\n\n")[1].split("\n") == [
        "| 船 |  | 价\\|元 |",
        "| --- | --- | --- |",
        "| 大 | 早 班 | 3 |",
        "|  | 晚班 | 4 |",
    ]
    assert text.blocks[1].kind is SourceBlockKind.TABLE


@pytest.mark.parametrize(
    "markup",
    [
        "<table><tr><td><p>甲<p>乙</table>",
        "<table><tr><td>甲<td>乙</table>",
        "<table role=presentation><tr><td>甲<tr><td>乙</table>",
        "<table><tr><td><table><tr><td>甲</table><tr><td>乙</table>",
    ],
)
def test_a_table_for_layout_is_no_table(markup: str) -> None:
    text = _text(markup)
    assert text.text.split("\n\n") == ["甲", "乙"]
    assert SourceBlockKind.TABLE not in {block.kind for block in text.blocks}


def test_rows_of_facts_become_lines_that_the_importer_reads() -> None:
    rows = "<table><tr><td>索引号：<td>WH-1<td>发文机关<td>望海市人民政府<tr><td>文号<td>望府〔2021〕3号<td>成文日期<td>2021年5月30日</table>"
    lines = _lines(f"{rows}<p>第一条　甲。")
    assert lines == [
        "索引号：\tWH-1",
        "发文机关\t望海市人民政府",
        "文号\t望府〔2021〕3号",
        "成文日期\t2021年5月30日",
        "第一条　甲。",
    ]


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<p style='color:red;display:none'>乙", LeftOutReason.HIDDEN),
        ("<p hidden>乙", LeftOutReason.HIDDEN),
        ("<span aria-hidden=true>乙</span>", LeftOutReason.HIDDEN),
        ("<noscript>乙</noscript>", LeftOutReason.HIDDEN),
        ("<nav>乙</nav>", LeftOutReason.NAVIGATION),
        ("<aside>乙</aside>", LeftOutReason.NAVIGATION),
        ("<button>乙</button>", LeftOutReason.NAVIGATION),
        ("<div role=navigation>乙</div>", LeftOutReason.NAVIGATION),
        ("<div class='news-share'>乙</div>", LeftOutReason.NAVIGATION),
        ("<p><del>乙</del>", LeftOutReason.DELETED),
        ("<p><ruby>　<rt>乙</rt></ruby>", LeftOutReason.READING),
        ("<table border=1><tr><th>丙<th>丁<tr><td>戊<td>己<span hidden>乙</span></table>", LeftOutReason.HIDDEN),
    ],
)
def test_what_is_left_out_is_said_with_its_reason(markup: str, reason: LeftOutReason) -> None:
    text = _text(f"<p>甲甲甲甲</p>{markup}")
    assert "乙" not in text.text
    assert [(left.text, left.reason) for left in text.left_out] == [("乙", reason)]


def test_a_list_of_links_is_navigation_but_links_in_a_sentence_are_words() -> None:
    text = _text("<ul><li><a href=1>甲</a><li><a href=2>乙</a><li><a href=3>丙</a></ul><p>按<a href=4>第一条</a>办理。")
    assert text.text == "按第一条办理。"


def test_furniture_with_many_words_is_no_furniture() -> None:
    words = "第一条　渡船每日六时开航。" * 200
    assert _text(f"<div class=print>{words}</div>").text == words


def test_headings_notes_and_identifiers_are_kept() -> None:
    text = _text("<h1>题</h1><h3 id=a3>章</h3><p>甲<div class=footnotes><p id=n1>注</div>")
    assert [(block.kind, block.level, block.place.eid) for block in text.blocks] == [
        (SourceBlockKind.TITLE, 0, None),
        (SourceBlockKind.HEADING, 3, "a3"),
        (SourceBlockKind.PARAGRAPH, 0, None),
        (SourceBlockKind.NOTE, 0, "n1"),
    ]
    assert [block.place.path for block in text.blocks] == ["h1[1]", "h3[1]", "p[1]", "p[2]"]


def test_a_line_after_a_break_has_the_break_in_its_place() -> None:
    assert [block.place.path for block in _text("<p>甲<br>乙<p>丙").blocks] == ["p[1]", "p[1]/br[1]", "p[2]"]


def test_a_page_of_preformatted_lines_is_flat() -> None:
    text = _text("<pre>望海市渡口办法\n\n第一条　渡船在早晨六点开航，\n晚上九点停航。</pre>")
    assert text.flat
    assert text.text.split("\n")[2:] == ["第一条　渡船在早晨六点开航，", "晚上九点停航。"]


def test_a_picture_in_the_text_is_said_to_be_unread() -> None:
    reading = _reading("<p>甲<img src=a.png><img src=dot.gif width=16 height=16>")
    assert [problem.code for problem in reading.problems] == ["html-pictures"]
    assert reading.problems[0].message.endswith(": 1")


def test_sentences_beside_the_text_are_reported() -> None:
    text = "<p>第一条　渡船每日六时开航。</p>" * 30
    stray = "本页另有一段文字，说明渡口的由来，它不在正文之内，可是也不是导航，读者应当知道它没有被收入正文，以便自己去看一看这一页，并且决定要不要。"
    page = f"<!doctype html><meta charset=utf-8><div class=s1><p>{stray}</p></div><div id=zoom>{text}</div>"
    reading = HtmlReader().read("a.html", page.encode())
    assert [problem.code for problem in reading.problems] == ["html-text-outside"]
    assert stray not in reading.texts[0].text
