"""What templates print and call: escaped as Jinja escapes it, called as Jinja calls it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markupsafe import Markup, escape

from yange.publish.templates import environment, printed

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
    ],
)  # fmt: skip
def test_templates_escape_and_call(tmp_path: Path, template: str, shown: str) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "a.html").write_text(template, encoding="utf-8")
    values = {"text": "<b> & '\"", "join": lambda n, of: f"{n}/{of}"}
    assert environment([tmp_path]).get_template("a.html").render(values) == shown


def test_a_name_that_is_not_known_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "a.html").write_text("{{ missing }}", encoding="utf-8")
    with pytest.raises(UndefinedError):
        environment([tmp_path]).get_template("a.html").render()
