from __future__ import annotations

import shutil
from datetime import date
from importlib.util import module_from_spec, spec_from_file_location
from io import StringIO
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po
from markupsafe import Markup

from yange import messages as catalogue
from yange.compare import Grade, Operation
from yange.messages import LANGUAGES, Messages, messages, nearest
from yange.model import Basis, Condition, EventKind, Status
from yange.publish.facts.words import Words


def fields(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_chinese_and_english_have_the_same_keys_in_the_same_order() -> None:
    assert LANGUAGES[:2] == ("zh", "en")
    assert messages("zh").keys == messages("en").keys
    assert len(messages("zh").keys) > 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_no_key_that_english_lacks(language: str) -> None:
    assert messages(language).keys == messages("en").keys


def test_a_key_that_a_catalogue_lacks_has_the_english_words() -> None:
    def catalogue(*entries: str) -> Messages:
        return Messages("fr", read_po(StringIO('msgid ""\nmsgstr ""\n\n' + "\n\n".join(entries)), locale="fr"))

    def one(key: str, words: str, mark: str = "") -> str:
        return f'{mark}msgid "{key}"\nmsgstr "{words}"'

    def two(key: str, *words: str) -> str:
        return "\n".join(
            [f'msgid "{key}"', f'msgid_plural "{key}"', *(f'msgstr[{i}] "{w}"' for i, w in enumerate(words))]
        )

    english = catalogue(one("a", "text"), one("b", "day"), two("c", "{count} clause", "{count} clauses"))
    source = StringIO('msgid ""\nmsgstr ""\n\n' + one("a", "texte", "#, fuzzy\n"))
    french = Messages("fr", read_po(source, locale="fr"), english)
    assert (french["a"], french["b"], french.keys) == ("texte", "day", ("a", "b", "c"))
    assert (french.counted("c", 1), french.counted("c", 2)) == ("{count} clause", "{count} clauses")
    assert (english.read_by_native, french.read_by_native) == (True, False)


@pytest.mark.parametrize(
    ("tag", "catalogue"),
    [
        ("zh", "zh"), ("zh-Hans", "zh"), ("zh-CN", "zh"), ("zh-Hans-SG", "zh"),
        ("zh-Hant", "zh-hant"), ("zh-TW", "zh-hant"), ("zh-HK", "zh-hant"), ("zh-MO", "zh-hant"),
        ("zh-Hant-TW", "zh-hant"), ("fr", "fr"), ("fr-CH", "fr"), ("FR", "fr"), ("de_AT", "de"), ("en-GB", "en"),
        ("pl", "en"), ("frp", "en"), ("", "en"),
    ],
)  # fmt: skip
def test_a_text_has_the_words_of_its_language(tag: str, catalogue: str) -> None:
    assert nearest(tag) == catalogue


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("zh", "2017年7月1日"), ("en", "1 July 2017"), ("de", "1. Juli 2017"), ("fr", "1 juillet 2017"),
        ("es", "1 de julio de 2017"), ("ja", "2017年7月1日"), ("ko", "2017년 7월 1일"), ("zh-hant", "2017年7月1日"),
    ],
)  # fmt: skip
def test_days_are_written_as_the_language_does(language: str, written: str) -> None:
    assert messages(language).day(date(2017, 7, 1)) == written


@pytest.mark.parametrize("language", LANGUAGES[2:])
def test_words_that_no_native_speaker_has_read_say_so(language: str) -> None:
    assert not messages(language).read_by_native
    assert messages(language)["site.translation"] != messages("en")["site.translation"]


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
    assert ("zh", "en", *sorted({*LANGUAGES[2:], "eo"})) == elsewhere.LANGUAGES


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
    for ask in (lambda: Words("en")("no.such"), lambda: Words("en").count("site.home", 1), lambda: Words("pl")):
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
