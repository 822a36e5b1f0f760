"""The Markdown of a comparison: as written down, and harmless whatever the texts say."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from reporting import HOSTILE, alone, report

from yange.characters import visible
from yange.compare import Comparison, Operation
from yange.reports.markdown import inert, markdown

DATA = Path(__file__).parent / "data"
OURS = {"h2", "h3", "h4", "p", "ul", "li", "strong", "em", "table", "thead", "tbody", "tr", "th", "td"}
OURS |= {"del", "ins", "br", "details", "summary"}


class Rendered(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: dict[str, int] = {}
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        renderer = MarkdownIt("commonmark", {"html": True, "linkify": False}).enable(["table", "strikethrough"])
        self.feed(renderer.render(source))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] = self.tags.get(tag, 0) + 1
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_is_as_written_down(language: str) -> None:
    assert markdown(report(language)) == (DATA / f"table.{language}.md").read_text("utf-8")


def squeezed(text: str) -> str:
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f]+", "", text)


def test_hostile_words_are_words() -> None:
    page = Rendered(markdown(report()))
    assert set(page.tags) <= OURS
    assert page.attributes == []
    assert squeezed(visible(HOSTILE)) in squeezed(page.text)


# what a text may try: signs of Markdown and HTML, line ends, blanks, mentions
SIGNS = ["www.", "http://", "<b>", "&#35;", "\u3000", *"#*_`~[](){}<>!|&;:@/\\-+=.\"'$^ \n\t1aw汉"]
NASTY = st.lists(st.sampled_from(SIGNS), max_size=40).map("".join)


@given(NASTY)
def test_no_text_becomes_markdown_or_html(text: str) -> None:
    quiet = Rendered(markdown(report(comparison=Comparison((alone(Operation.INSERTED, "第一条", "静"),)))))
    loud = Rendered(markdown(report(comparison=Comparison((alone(Operation.INSERTED, "第一条", f"始{text}终"),)))))
    assert {tag: count for tag, count in loud.tags.items() if tag not in {"br", "ins"}} == {
        tag: count for tag, count in quiet.tags.items() if tag not in {"br", "ins"}
    }
    assert squeezed(f"始{text}终") in squeezed(loud.text)


@given(NASTY)
def test_a_label_that_is_hostile_stays_a_label(text: str) -> None:
    page = Rendered(markdown(report(comparison=Comparison((alone(Operation.REPEALED, f"第{text}条", "词"),)))))
    assert set(page.tags) <= OURS
    assert page.tags["h4"] == 1
    assert squeezed(f"第{text}条") in squeezed(page.text)


def test_nobody_is_called_and_no_issue_is_cited() -> None:
    assert inert("@team #12 GH-3") == "&#64;<!-- -->team &#35;<!-- -->12 GH-<!-- -->3"
    assert "://" not in inert("https://example.org")
    assert "www." not in inert("www.example.org")


def test_plain_words_stay_as_they_are() -> None:
    words = "第三条　自2017年7月1日起，给予5万元（最高3%—5%）的补助；1.5倍以下的，不予补助。"
    assert inert(words) == words


def test_clauses_out_of_force_are_marked_in_their_rows() -> None:
    made = report()
    marks = {"chp_1__第七条": "［已废止*］"}
    page = markdown(replace(made, old=replace(made.old, marks=marks)))
    assert page.count("*［已废止&#42;］*") == 1
    assert "**第七条** *［已废止&#42;］* " in page
    # of a clause in one row with the one that came of it, the mark says of which text it is
    page = markdown(replace(made, old=replace(made.old, marks={"chp_1__第三条": "［停］"})))
    assert "原条文：［停］" in page
