"""Pages of eighteen kinds of sites: every word of the text, in its lines, and none of what is around it."""

from __future__ import annotations

from collections import Counter

import pytest
from web_pages import WebPage, pages

from yange.readers import registry
from yange.readers.html import HtmlReader
from yange.readers.source_text import SourceText


def _read(page: WebPage) -> tuple[SourceText, str]:
    reading = HtmlReader().read("page.html", page.data)
    assert reading.problems == ()
    (text,) = reading.texts
    return text, reading.words or ""


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.kind)
def test_the_text_of_a_page_has_the_lines_of_its_truth_and_no_others(page: WebPage) -> None:
    text, _ = _read(page)
    assert text.text.split("\n\n") == list(page.lines)
    assert [text.text[block.start : block.end] for block in text.blocks] == list(page.lines)


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.kind)
def test_a_second_reading_finds_the_same_characters_in_the_text_and_beside_it(page: WebPage) -> None:
    text, words = _read(page)
    first = "".join([text.text, *(left.text for left in text.left_out)])
    assert Counter("".join(words.split())) == Counter("".join(first.split()))
    beside = " ".join(left.text for left in text.left_out)
    assert all(word in beside for word in page.furniture if word in words)


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.kind)
def test_a_page_is_known_by_its_content_whatever_it_is_called(page: WebPage) -> None:
    for name in ("page.html", "page.txt", "download"):
        assert registry.reader_of(name, page.data).name == "html"


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.kind)
def test_every_block_says_where_it_stands_in_the_page(page: WebPage) -> None:
    text, _ = _read(page)
    assert all(block.place.path for block in text.blocks)
    assert len({(block.place.path, block.start) for block in text.blocks}) == len(text.blocks)
