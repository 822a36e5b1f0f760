"""What is printed is read: the words, their order, their paragraphs, their places, and what no text has."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest
from pdf_printing import printed
from pdf_samples import SAMPLES, Sample
from playwright.sync_api import Browser

from yange.readers.pdf import PdfReader
from yange.readers.source_text import DocumentReading, SourceBlockKind

pytestmark = pytest.mark.xdist_group("pdf")


@pytest.fixture(scope="module")
def files(browser: Browser) -> dict[str, bytes]:
    return printed(SAMPLES, browser)


@pytest.fixture(scope="module")
def readings(files: dict[str, bytes]) -> dict[str, DocumentReading]:
    return {name: PdfReader().read(f"{name}.pdf", data) for name, data in files.items()}


def blocks(reading: DocumentReading) -> list[tuple[str, str]]:
    (text,) = reading.texts
    return [(block.kind.value, text.text[block.start : block.end]) for block in text.blocks]


def letters(words: str) -> Counter[str]:
    """Return letters and figures, which no layout adds or takes away; hyphens and marks of tables are the layout's."""
    return Counter(char for char in unicodedata.normalize("NFKC", words) if char.isalnum())


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_blocks_are_those_of_the_document(sample: Sample, readings: dict[str, DocumentReading]) -> None:
    assert blocks(readings[sample.name]) == sample.truth


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_what_is_left_out_is_listed(sample: Sample, readings: dict[str, DocumentReading]) -> None:
    (text,) = readings[sample.name].texts
    listed = "\n".join(one.text for one in text.left_out)
    assert all(words in listed for words in sample.left_out)
    assert all(one.place.page and one.place.box for one in text.left_out)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_second_reader_sees_the_same_letters(sample: Sample, readings: dict[str, DocumentReading]) -> None:
    reading = readings[sample.name]
    (text,) = reading.texts
    assert reading.words is not None
    assert letters(text.text + "".join(one.text for one in text.left_out)) == letters(reading.words)


def test_every_block_has_page_and_box(readings: dict[str, DocumentReading]) -> None:
    for reading in readings.values():
        (text,) = reading.texts
        pages = [block.place.page for block in text.blocks]
        assert all(page is not None for page in pages)
        for block in text.blocks:
            assert block.place.box is not None
            left, top, right, bottom = block.place.box
            assert 0 <= left < right <= 900
            assert 0 <= top < bottom <= 900


def test_a_table_over_three_pages_names_the_first_and_the_last(readings: dict[str, DocumentReading]) -> None:
    (text,) = readings["table"].texts
    (table,) = (block for block in text.blocks if block.kind is SourceBlockKind.TABLE)
    assert (table.place.page, table.place.last_page) == (1, 3)


def test_a_paragraph_is_where_it_begins(readings: dict[str, DocumentReading]) -> None:
    (text,) = readings["notice"].texts
    places = {text.text[block.start : block.end]: block.place for block in text.blocks}
    seal = places["望海市港务局"]
    assert seal.page == 2
    assert seal.box is not None
    assert seal.box[0] > 300


def test_headings_are_ranked(readings: dict[str, DocumentReading]) -> None:
    (text,) = readings["english-items"].texts
    assert {block.level for block in text.blocks if block.kind is SourceBlockKind.HEADING} == {1}


def test_what_was_decided_about_hyphens_is_counted(readings: dict[str, DocumentReading]) -> None:
    (problem,) = readings["german"].problems
    assert problem.code == "pdf-hyphens"
    assert "16 taken as division of a word and joined, 8 kept" in problem.message


def test_the_same_bytes_give_the_same_text(files: dict[str, bytes]) -> None:
    data = files["law-notes"]
    first, second = PdfReader().read("a.pdf", data), PdfReader().read("a.pdf", data)
    assert first == second
    assert first.texts[0].media == "application/pdf"
    assert first.texts[0].reader == "pdf"
    assert not first.texts[0].whole
