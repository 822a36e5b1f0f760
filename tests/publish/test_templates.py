"""What templates print and call: escaped as Jinja escapes it, called as Jinja calls it."""

from __future__ import annotations

import gc
import weakref
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, UndefinedError
from markupsafe import Markup, escape

from yange.problems import YangeError
from yange.publish.templates import environment, printed, rendered

SHOWN = "&lt;b&gt; &amp; &#39;&#34;"


class Word(StrEnum):
    EVIL = "<b>"


class Ready:
    def __html__(self) -> str:
        return "<i>ready</i>"


@given(st.one_of(st.text(), st.text("<>&'\"a "), st.text().map(Markup), st.integers(), st.none(), st.booleans()))
def test_what_is_printed_is_escaped_as_ever(value: object) -> None:
    assert str(printed(value)) == str(escape(value))


@pytest.mark.parametrize("value", [Word.EVIL, Ready(), Markup("<b>"), "<b>", "a&b", "'", '"'])
def test_marked_and_other_values_are_printed_as_ever(value: object) -> None:
    assert str(printed(value)) == str(escape(value))


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ("{{ text }}", SHOWN),
        ("{{ text|safe }}", "<b> & '\""),
        ("{% macro m(a) %}<p>{{ a }}</p>{% endmacro %}{{ m(text) }}", "<p>&lt;b&gt; &amp; &#39;&#34;</p>"),
        ("{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}{{ text }}{% endcall %}", SHOWN),
        ("{% for n in [1, 2] %}{{ join(n, of=2) }}{{ loop.cycle('<', '>') }}{% endfor %}", "1/2&lt;2/2&gt;"),
        ("{% set a %}<i>{{ text }}</i>{% endset %}{{ a }}", "<i>&lt;b&gt; &amp; &#39;&#34;</i>"),
        ("{{ 'a<' ~ text }}", "a&lt;&lt;b&gt; &amp; &#39;&#34;"),
        ("{{ join(*['<', 2]) }}{{ join(of='>', n=1) }}{{ join(**{'n': 3, 'of': 4}) }}", "&lt;/21/&gt;3/4"),
        ("{% macro m(a, b='<') %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }}{{ m(b=2, a=text) }}", f"1&lt;{SHOWN}2"),
        ("{{ word.value }}{{ word.name.lower() }}", "&lt;b&gt;evil"),
    ],
)  # fmt: skip
def test_templates_escape_and_call(tmp_path: Path, template: str, shown: str) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "a.html").write_text(template, encoding="utf-8")
    values = {"text": "<b> & '\"", "join": lambda n, of: f"{n}/{of}", "word": Word.EVIL}
    assert environment([tmp_path]).get_template("a.html").render(values) == shown


def test_a_template_is_compiled_once_in_a_process_and_anew_when_it_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled: list[str] = []
    real = Environment.compile

    def counted(self: Environment, source: str, *rest: Any) -> Any:
        compiled.append(source)
        return real(self, source, *rest)

    def shown(text: str) -> str:
        (tmp_path / "site" / "a.html").write_text(text, encoding="utf-8")
        made = environment([tmp_path]).get_template("a.html").render(text="<")
        return f"{made} {len(compiled)}"

    monkeypatch.setattr(Environment, "compile", counted)
    (tmp_path / "site").mkdir()
    assert [shown("a{{ text }}"), shown("a{{ text }}")] == ["a&lt; 1", "a&lt; 1"]
    assert [shown("b{{ text }}"), shown("b{{ text }}")] == ["b&lt; 2", "b&lt; 2"]
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["a.html"], "code is kept in no file"


def test_a_name_that_is_not_known_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "a.html").write_text("{{ missing }}", encoding="utf-8")
    with pytest.raises(UndefinedError):
        environment([tmp_path]).get_template("a.html").render()


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ missing }}", "UndefinedError"),
        ("\n{{ word.missing }}", "AttributeError"),
        ("{{ missing.missing }}", "UndefinedError"),
        ("{% macro m() %}{{ word.missing }}{% endmacro %}{{ m() }}", "AttributeError"),
        ("{% if %}", "TemplateSyntaxError"),
        ("{% include 'none.html' %}", "TemplateNotFound"),
    ],
)
def test_a_template_at_fault_is_named(tmp_path: Path, template: str, said: str) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "a.html").write_text(template, encoding="utf-8")
    with pytest.raises(YangeError, match=f"templates/site/a.html: {said}"):
        rendered(environment([tmp_path]), "a.html", {"word": Word.EVIL})


def test_a_fault_of_the_program_is_not_called_one_of_the_template(tmp_path: Path) -> None:
    def broken() -> object:
        return Word.EVIL.missing  # type: ignore[attr-defined]

    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "a.html").write_text("{{ broken() }}", encoding="utf-8")
    with pytest.raises(AttributeError):
        rendered(environment([tmp_path]), "a.html", {"broken": broken})


def test_what_a_page_was_made_of_goes_with_it(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    template = "{% macro a() %}{{ ready }}{{ b() }}{% endmacro %}{% macro b() %}.{% endmacro %}{{ a() }}"
    (tmp_path / "site" / "a.html").write_text(template, encoding="utf-8")
    ready = Ready()
    left = weakref.ref(ready)
    gc.disable()
    try:
        assert rendered(environment([tmp_path]), "a.html", {"ready": ready}) == "<i>ready</i>."
        del ready
        assert left() is None
    finally:
        gc.enable()
