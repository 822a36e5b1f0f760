from __future__ import annotations

from string import Formatter

import pytest
from markupsafe import Markup

from yange.compare import Grade, Operation
from yange.model import Basis, Condition, EventKind, Status
from yange.publish.catalogue import CATALOGUE
from yange.publish.words import Words


def fields(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("key", CATALOGUE)
def test_both_languages_say_the_same_things(key: str) -> None:
    chinese, english = CATALOGUE[key]
    assert chinese.strip()
    assert english.strip()
    assert fields(chinese) == fields(english)


def test_every_value_of_the_model_has_words() -> None:
    keys = [
        *(f"status.{status.value}" for status in Status),
        *(f"basis.{basis.value}" for basis in Basis),
        *(f"operation.{operation.value}" for operation in Operation),
        *(f"grade.{grade.value}" for grade in Grade),
        *(f"event.{kind.value}" for kind in EventKind),
        *(f"condition.{condition.value}" for condition in Condition if condition is not Condition.COMPLETE),
    ]
    assert [key for key in keys if key not in CATALOGUE] == []


def test_values_are_escaped_in_html_and_links_are_kept() -> None:
    words = Words("en")
    assert words.html("event.by", title="<b>") == "by &lt;b&gt;"
    assert words.html("event.by", title=Markup("<b>x</b>")) == "by <b>x</b>"


def test_lists_are_joined_as_the_language_does() -> None:
    assert Words("zh").series(["第一条", "第二条"]) == "第一条、第二条"
    assert Words("en").sentence(["In force", "", "until 2020"]) == "In force, until 2020"
