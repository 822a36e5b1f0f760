"""What holds for every file: spans tile it, words survive, the same input gives the same plan."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from invented_pages import (
    ADDRESS,
    ARTICLES,
    BARE,
    BARE_TITLE,
    COVERED,
    HEAD,
    NOTICE,
    NUMBER,
    ROW,
    SIGNED,
    TITLE,
    imported,
)

from yange.coding import plain
from yange.importers import ImportPlan
from yange.importers.body import first_difference, printed_words, source_words, words

LINES = (
    *COVERED,
    *BARE,
    HEAD,
    ROW,
    NUMBER,
    ADDRESS,
    NOTICE,
    SIGNED,
    TITLE,
    *ARTICLES,
    BARE_TITLE,
    "",
    "　　",
    "1.png",
    "分享到：",
    "菜单",
    "第一章　总则",
    "一、总体要求",
    "（一）编号",
    "1．门牌齐全。每户一块。",
    "# 不是标题",
    "* 星号 *",
    "1. 数字",
    "> 引文",
    "| 表 | 格 |",
    "<b>粗</b> &amp; `码`",
    "附件",
    "附件：门牌样式",
    "特此通知。",
    "门牌上的字应当清楚，民政局每年组织核对并且",
    "望海市人民政府",
    "(2019-2023年)",
    "\ufeff",
    "\r",
    "[1]",
)
ENDS = ("\n", "\n\n", "", "\r\n", "\n \u3000\n")
texts = st.lists(st.tuples(st.sampled_from(LINES), st.sampled_from(ENDS)), min_size=1, max_size=40).map(
    lambda pieces: "".join(line + end for line, end in pieces)
)


def offset(text: str, place: dict[str, int]) -> int:
    lines = text.split("\n")
    return sum(len(line) + 1 for line in lines[: place["line"] - 1]) + place["column"]


def covered(made: ImportPlan, text: str) -> list[tuple[int, int]]:
    """The spans of documents and outer furniture, in order."""
    found = plain(made.output())
    spans = [
        *found["documents"],
        *(span for span in found["furniture"] if span["inside"] is None),
    ]
    return sorted((offset(text, span["start"]), offset(text, span["end"])) for span in spans)


@given(texts)
def test_documents_and_outer_furniture_tile_the_file(text: str) -> None:
    made = imported(text)
    if not made.documents:
        return
    decoded = made.documents[0].source.text
    spans = covered(made, decoded)
    assert spans[0][0] == 0
    assert spans[-1][1] == len(decoded)
    assert all(before[1] == after[0] for before, after in pairwise(spans))


@given(texts)
def test_furniture_inside_lies_inside_its_document(text: str) -> None:
    made = imported(text)
    found = plain(made.output())
    for span in found["furniture"]:
        if span["inside"] is not None:
            document = found["documents"][span["inside"]]
            inner = [offset(made.documents[0].source.text, span[name]) for name in ("start", "end")]
            outer = [offset(made.documents[0].source.text, document[name]) for name in ("start", "end")]
            assert outer[0] <= inner[0] < inner[1] <= outer[1]


@given(texts)
def test_no_word_is_changed(text: str) -> None:
    made = imported(text)
    assert not [problem for problem in made.problems if problem.code == "words-changed"]
    for document in made.documents:
        printed = printed_words(document.body)
        assert first_difference(printed, source_words(document.draft, document.source.text)) is None
        kept = words(document.source.text)
        assert printed[:4] in kept


def test_the_proof_sees_a_changed_word() -> None:
    (document,) = imported("\n\n".join(COVERED)).documents
    changed = document.body.replace("统一编号", "统一编码")
    assert first_difference(printed_words(changed), source_words(document.draft, document.source.text)) is not None


@given(texts)
def test_a_plan_is_a_function_of_its_input(text: str) -> None:
    assert plain(imported(text).output()) == plain(imported(text).output())
    assert imported(text).files() == imported(text).files()
