"""The same text in every file format gives the same version: its body is equal byte for byte."""

from __future__ import annotations

import pytest
from invented_texts import TEXTS
from renderers import FORMATS

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
