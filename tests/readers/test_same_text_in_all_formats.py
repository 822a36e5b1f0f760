"""The same text in every file format gives the same version: its body is equal byte for byte."""

from __future__ import annotations

import pytest
from invented_texts import TEXTS
from playwright.sync_api import Browser
from renderers import FORMATS, print_page

from yange.importers import plan
from yange.model import Library


def bodies_of(form: str) -> dict[str, str]:
    """Return the body that each text has when the files of one format are imported together."""
    made = plan([(f"{text.name}.{form}", FORMATS[form](text)) for text in TEXTS], Library())
    assert [problem.message for problem in made.problems] == []
    return {document.source.name.partition(".")[0]: document.body for document in made.documents}


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_gives_the_body_of_each_text(form: str) -> None:
    found = bodies_of(form)
    assert {text.name: found.get(text.name) for text in TEXTS} == {text.name: text.body for text in TEXTS}


def test_there_are_forty_texts_of_different_shapes() -> None:
    assert len({text.body for text in TEXTS}) == 40
    assert len({text.name for text in TEXTS}) == 40
    assert {"| --- |" in text.body for text in TEXTS} == {True, False}
    assert {"##" in text.body for text in TEXTS} == {True, False}


def test_the_articles_of_each_text_are_its_clauses() -> None:
    made = plan([(f"{text.name}.txt", FORMATS["plain.txt"](text)) for text in TEXTS], Library())
    assert [document.clauses for document in made.documents] == [text.articles for text in TEXTS]


PRINTED = TEXTS[::3]
"""To print all of them and to read them again takes 15 CPU seconds."""


def printed(browser: Browser) -> dict[str, bytes]:
    """Return texts as the PDF files that a browser prints."""
    sides = {"top": "25mm", "bottom": "25mm", "left": "25mm", "right": "25mm"}
    page = browser.new_page()
    files = {}
    for text in PRINTED:
        page.set_content(print_page(text))
        files[text.name] = page.pdf(format="A4", margin=sides)
    page.close()
    return files


@pytest.mark.xdist_group("pdf")
def test_a_printed_page_gives_the_body_of_each_text(browser: Browser) -> None:
    made = plan([(f"{name}.pdf", data) for name, data in printed(browser).items()], Library())
    assert [problem.message for problem in made.problems] == []
    found = {document.source.name.partition(".")[0]: document.body for document in made.documents}
    assert found == {text.name: text.body for text in PRINTED}
    assert {"| --- |" in text.body for text in PRINTED} == {"##" in text.body for text in PRINTED} == {True, False}
