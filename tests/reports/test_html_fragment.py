"""The HTML fragment: whole, with every word of the texts, and none of them taken for HTML."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from reporting import COMPARISON, HOSTILE, report

from yange.characters import visible
from yange.reports.html import html_fragment

VOID = {"br"}
OURS = {"section", "h2", "dl", "dt", "dd", "p", "ul", "li", "details", "summary", "table", "thead", "tbody", "tr", "th"}
OURS |= {"td", "span", "strong", "ins", "del", "br"}


class Read(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.names: set[str] = set()
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.names |= {name for name, _ in attrs}
        if tag == "br":
            self.text += "\n"
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_fragment_is_whole_and_holds_every_word(language: str) -> None:
    read = Read(html_fragment(report(language)))
    assert read.open == []
    assert read.tags <= OURS
    assert read.names <= {"class", "lang", "scope", "colspan"}
    for change in COMPARISON.changes:
        for text in (*change.new_texts, *(() if change.operation == "unchanged" else change.old_texts)):
            assert visible(text) in read.text
    assert visible(HOSTILE) in read.text


def test_deletions_and_insertions_are_marked_as_such() -> None:
    page = html_fragment(report())
    assert "给予<del>5万元</del>补助," in page
    assert "给予<ins>8万元</ins>补助，" in page
    assert "<summary>第一条至第二条（2个条款）：未修改；排印差异1处，未标注</summary>" in page


def test_clauses_out_of_force_are_marked_in_their_rows() -> None:
    made = report()
    marked = replace(made, old=replace(made.old, marks={"chp_1__第七条": "［已废止<b>］"}))
    page = html_fragment(marked)
    assert page.count('<span class="y-meta">［已废止&lt;b&gt;］</span>') == 1
    assert page.index("［已废止") > page.index("<strong>第七条</strong>")
