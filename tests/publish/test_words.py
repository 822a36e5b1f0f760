from __future__ import annotations

import shutil
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from string import Formatter

import pytest
from markupsafe import Markup

from yange import messages as catalogue
from yange.compare import Grade, Operation
from yange.messages import LANGUAGES, messages
from yange.model import Basis, Condition, EventKind, Status
from yange.publish.facts.words import Words


def fields(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_the_languages_have_the_same_keys_in_the_same_order() -> None:
    first, *others = (messages(language).keys for language in LANGUAGES)
    assert [keys for keys in others if keys != first] == []
    assert len(first) > 200


def test_a_further_language_is_a_file_that_is_found(tmp_path: Path) -> None:
    package = Path(catalogue.__file__).parent
    shutil.copytree(package / "locale", tmp_path / "locale")
    shutil.copy(package / "messages.py", tmp_path)
    (tmp_path / "locale" / "eo.po").write_text((package / "locale" / "en.po").read_text("utf-8"), "utf-8")
    spec = spec_from_file_location("elsewhere", tmp_path / "messages.py")
    assert spec is not None
    assert spec.loader is not None
    elsewhere = module_from_spec(spec)
    spec.loader.exec_module(elsewhere)
    assert elsewhere.LANGUAGES == ("zh", "en", "eo")


@pytest.mark.parametrize("key", messages("zh").keys)
def test_all_languages_say_the_same_things(key: str) -> None:
    found = [(form, fields(form)) for language in LANGUAGES for form in messages(language).forms(key)]
    assert all(form.strip() for form, _ in found)
    assert len({frozenset(names) for _, names in found}) == 1, found


def test_numbers_take_the_form_of_the_language() -> None:
    assert Words("en").count("days-left", 1) == "in 1 day"
    assert Words("en").count("days-left", 2) == "in 2 days"
    assert Words("zh").count("days-left", 2) == "2 天后"


def test_a_key_without_words_and_a_language_without_catalogue_are_refused() -> None:
    for ask in (lambda: Words("en")("no.such"), lambda: Words("en").count("site.home", 1), lambda: Words("fr")):
        with pytest.raises(KeyError):
            ask()


def test_every_value_of_the_model_has_words() -> None:
    keys = [
        *(f"status.{status.value}" for status in Status),
        *(f"basis.{basis.value}" for basis in Basis),
        *(f"operation.{operation.value}" for operation in Operation),
        *(f"grade.{grade.value}" for grade in Grade),
        *(f"event.{kind.value}" for kind in EventKind),
        *(f"condition.{condition.value}" for condition in Condition if condition is not Condition.COMPLETE),
    ]
    assert [key for key in keys if key not in messages("zh")] == []


def test_values_are_escaped_in_html_and_links_are_kept() -> None:
    words = Words("en")
    assert words.html("event.by", title="<b>") == "by &lt;b&gt;"
    assert words.html("event.by", title=Markup("<b>x</b>")) == "by <b>x</b>"


def test_lists_are_joined_as_the_language_does() -> None:
    assert Words("zh").series(["第一条", "第二条"]) == "第一条、第二条"
    assert Words("en").sentence(["In force", "", "until 2020"]) == "In force, until 2020"
