"""What holds of every text whatever, and bounds for texts that mean harm."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from hanging import ends
from yange.characters import prints_nothing
from yange.model import Clause, ClauseKind, Provisions
from yange.parse import escape, format_provisions, full_text, own_text, parse, plain_text, unescape
from yange.parse.markdown import EDGES, blocks, unescape_map

WRITTEN = """
第一条 第二条 第十二条之一 第一章 第一节 第一编 第二分编 一、 二、 （一） （二） 1． 2. （1） ① (a) (i)
附件 附件1 附： 附件：1．表 目录 通知 总则 附则 本办法自2020年1月1日起施行。 2020年1月1日
望海市人民政府 （2019年1月1日通过） 规定 的 条 第 “ ” ： 。 ； ， \\ *
"""
SPACED = (
    "第 三 条", "Article 1", "Article 2.", "Section 1", "\u3000", " ", "\t", "\ufeff",
    "\n", "\n\n", "\r\n", "# ", "## ", "### ", "| a | b |\n",
)  # fmt: skip
PIECES = (*WRITTEN.split(), *SPACED)
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
    st.text(max_size=200),
    st.text(alphabet="第一二三十百条章节之（）、。\n 1.(a)#\\", max_size=200),
)


def check_partition(clause: Clause) -> None:
    assert clause.start <= clause.words <= clause.own_end <= clause.end
    if clause.children:
        assert clause.children[-1].end == clause.end
        assert all(a.end == b.start for a, b in pairwise(clause.children))
    for child in clause.children:
        assert clause.start <= child.start < child.end
        check_partition(child)


@given(TEXTS)
@example("第一条" * 3)
@example("\n \n")
@example("")
def test_the_tree_partitions_the_text(text: str) -> None:
    provisions = parse(text)
    assert format_provisions(provisions) == text
    assert (provisions.root.start, provisions.root.end) == (0, len(text))
    check_partition(provisions.root)


@given(TEXTS)
def test_paths_are_unique_and_lead_back(text: str) -> None:
    provisions = parse(text)
    paths = [clause.path for clause in provisions.walk()]
    assert len(set(paths)) == len(paths)
    assert all(provisions.at(clause.path) is clause for clause in provisions.walk())


@given(TEXTS)
def test_parsing_is_a_function_of_the_text(text: str) -> None:
    assert parse(text) == parse(text)


@given(TEXTS)
@example("# \u3000第一条")
@example("第一条# ")
@example("# ")
def test_labels_are_in_the_text_and_no_word_is_lost(text: str) -> None:
    provisions = parse(text)
    for clause in provisions.walk():
        if clause.number is not None:
            printed = plain_text(text[clause.start : clause.words])
            assert bare(clause.label) in bare(printed)
    words = "".join(_labelled(provisions, clause) for clause in provisions.walk())
    assert bare(words) == bare(plain_text(text))


def bare(text: str) -> str:
    return "".join(char for char in text if char not in EDGES + "\n" and not prints_nothing(char))


def _labelled(provisions: Provisions, clause: Clause) -> str:
    return (clause.label if clause.number is not None else "") + own_text(provisions, clause)


@given(TEXTS)
def test_primary_units_are_in_order_and_none_contains_another(text: str) -> None:
    provisions = parse(text)
    assert all(a.end <= b.start for a, b in pairwise(provisions.primary))
    assert set(provisions.primary) <= set(provisions.walk())


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_a_written_file_reads_back_the_same(text: str) -> None:
    """Escaping every line as the importer does changes no clause."""
    lines = [line.strip() for line in text.replace("\\", "").replace("#", "").replace("|", "").split("\n")]
    raw = "\n\n".join(line for line in lines if line)
    written = "\n\n".join(escape(line) for line in lines if line)

    def shape(provisions: Provisions) -> list[tuple[ClauseKind, str, str]]:
        return [(c.kind, c.path, own_text(provisions, c)) for c in provisions.walk()]

    assert shape(parse(raw)) == shape(parse(written))


LINES = st.one_of(
    st.text(alphabet=st.characters(exclude_characters="\n\r", exclude_categories=("Cs", "Cc")), max_size=80),
    st.text(alphabet="*_`\\[]()<>!#+-=~|&;.0123456789abc:/ \t一第条", max_size=40),
)


@given(LINES)
@example("1. 总则")
@example("---")
@example("a <b> &amp; [x](y) ![z](w) *q* _r_ `s` ~~t~~")
def test_escapes_come_off_again(line: str) -> None:
    escaped = escape(line)
    assert unescape(escaped) == line
    plain, places = unescape_map(escaped, 7)
    assert plain == line
    assert len(places) == len(plain) + 1
    assert all(a < b for a, b in pairwise(places))
    assert all(escaped[place - 7] in ("\\", char) for char, place in zip(plain, places, strict=False))


MARKDOWN = MarkdownIt("commonmark").enable("table").enable("strikethrough")


@given(LINES)
@example("#")
@example("- a")
@example("+")
@example("1)")
@example("| a | b |")
@example("<https://a.b>")
@example("![a](b)")
@example("[a]: b")
@example("===")
@example("&copy;")
@example("~~a~~")
@example("__a__")
def test_commonmark_reads_an_escaped_paragraph_as_its_words(line: str) -> None:
    """Another reader than ours sees one paragraph of plain text: no list, no heading, no emphasis, no tag."""
    words = line.strip(" \t")
    tokens = MARKDOWN.parse(f"前文\n\n{escape(words)}\n")
    assert [token.type for token in tokens[3:]] == (
        ["paragraph_open", "inline", "paragraph_close"] if words.strip() else []
    )
    if words.strip():
        inner = tokens[4].children or []
        assert {token.type for token in inner} <= {"text", "text_special"}
        assert "".join(token.content for token in inner).strip() == words.strip()


@given(TEXTS)
def test_blocks_abut(text: str) -> None:
    found = blocks(text)
    if found:
        assert (found[0].start, found[-1].end) == (0, len(text))
    assert all(a.end == b.start for a, b in pairwise(found))


def test_full_text_holds_the_labels_of_what_is_below() -> None:
    provisions = parse("第一条　可以：\n\n（一）\\*甲；\n\n（二）乙。\n\n第二条　丙。\n")
    article = provisions.at("art_1")
    assert article is not None
    assert own_text(provisions, article) == "可以："
    assert full_text(provisions, article) == "可以：\n（一）*甲；\n（二）乙。"


HARM = {
    "one huge line": "港" * 3_000_000,
    "fifty million bytes in one line": "第一条甲。" * 3_400_000,
    "one huge line of articles": "".join(f"第{n}条甲。" for n in range(1, 25_000)),
    "the same article without end": "第一条甲。" * 25_000,
    "articles in lines, all the same": "第一条　甲。\n" * 12_000,
    "open brackets": "（" * 100_000,
    "nested brackets": "（" * 25_000 + "）" * 25_000,
    "quotation marks": "：“第一条甲\n" * 8_000,
    "matched quotation marks in one line": "：“第一条甲。”" * 20_000,
    "backslashes": "\\" * 1_000_000,
    "stars": "*_`[" * 100_000,
    "numerals": "第" + "一" * 500_000 + "条",
    "digits": "9" * 500_000 + "、",
    "hash signs": "#" * 200_000,
    "blanks": " \u3000" * 300_000 + "条",
    "captions": "（" + "2001年" * 100_000,
    "contents": "目录\n" + "第一章　总则\n" * 8_000,
    "chapters in one line": "第一章总则" * 40_000,
    "items in one line": "第一条：" + "（一）甲；（二）乙；" * 30_000,
    "annexes": "附件1\n第一条　甲。\n第二条　乙。\n" * 2_500,
    "a heading of blanks": "# " + " \u3000" * 200_000,
    "pipes": "|" * 300_000,
    "letters": "(i)\n" * 15_000,
    "English": "Article 1 of Article 2 " * 8_000,
}


@pytest.mark.parametrize("name", HARM)
def test_no_text_takes_long(name: str) -> None:
    text = HARM[name]
    with ends():
        provisions = parse(text)
    assert format_provisions(provisions) == text


def test_a_long_law_is_quick() -> None:
    text = "望海市港口法典\n\n" + "\n\n".join(
        f"第{n}条　" + "港务部门应当依法履行职责，保障通行。" * 5 for n in range(1, 1200)
    )
    with ends():
        provisions = parse(text)
    assert len(provisions.primary) == 1199


@pytest.mark.parametrize(
    "lines", [["*", "**", "**", "*"], ["甲*。", "", "*"], ["①", "①", "②"]], ids=["stars", "one", "rings"]
)
def test_lines_of_symbols_alone_are_read(lines: list[str]) -> None:
    """Read lines that are only a footnote symbol: they do not end a sentence."""
    text = "\n".join(lines)
    assert format_provisions(parse(text)) == text
