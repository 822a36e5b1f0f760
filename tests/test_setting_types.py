"""A setting of any type is taken or refused in one line that names file, line and setting; nothing else happens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from yange.mkdocs_plugin import build_site
from yange.mkdocs_plugin.plugin import YangePlugin
from yange.problems import YangeError
from yange.settings import Settings, read_settings, setting_lines, settings_from

ODD = ("zh", "en", "a\x1b[31m", "\n::error::x", "\u202e", "\ud800", "http://[x", "true", "github", "9" * 5000)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.sampled_from([10**9, int("9" * 4000), -1, 0]),
    st.floats(),
    st.text(max_size=12),
    st.sampled_from(ODD),
    st.dates(),
    st.datetimes(),
    st.binary(max_size=5),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)
NAMES = [field.name for field in fields(Settings)]


def outcome(read: Callable[[], Settings]) -> Settings | str:
    """Return the settings, or the words in which they are refused."""
    try:
        return read()
    except YangeError as refusal:
        return str(refusal)


@pytest.mark.parametrize("name", NAMES)
@given(value=VALUES)
def test_a_value_of_any_type_is_taken_or_refused_with_its_place(name: str, value: object) -> None:
    made = outcome(lambda: settings_from({name: value}, "mkdocs.yml", {name: 7}))
    if isinstance(made, str):
        assert made.startswith(f"mkdocs.yml:7: {name}: ")
        assert (made.isprintable(), len(made) < 300) == (True, True)
    else:
        assert isinstance(made.today(datetime(2026, 1, 1, tzinfo=UTC)), date)
        assert made.editor is None or made.editor.edit("a", 1)


SHAPES = (
    "null", "[]", "[a, {b: 1}]", "[[zh]]", "{}", "{a: [1]}", "{[a]: b}", "5", "-1", ".nan", "-.inf", "1e999",
    "9" * 5000, "2019-01-01", "0001-01-01", "2019-01-01 10:00:00", "true", "1.10", "007", "''", "甲",
    '"\\e[31m\\n::error::x"', '"a\\0b"', '"\\u202e"', "!!binary aGk=", "!!set {a, b}",
    "!ENV [NOTHING, b]", "http://[x", "[" * 30 + "]" * 30,
)  # fmt: skip
"""Ways to write a value in a file: what a person may mistype, and what nobody means."""


@pytest.mark.parametrize("name", NAMES)
def test_a_value_of_any_shape_in_the_file_is_taken_or_refused_by_both_readers(tmp_path: Path, name: str) -> None:
    file = tmp_path / "mkdocs.yml"
    for shape in SHAPES:
        file.write_text(f"plugins:\n- search\n- yange:\n    {name}: {shape}\n", encoding="utf-8")
        made = [outcome(lambda: read_settings(tmp_path)), outcome(lambda: plugin_settings(file))]
        refused = [words for words in made if isinstance(words, str)]
        assert all(words.startswith(f"{file}:") and words.isprintable() for words in refused), (shape, refused)
        assert not isinstance(made[0], str) or made[0].startswith(f"{file}:4:"), (shape, made[0])
        assert len({one for one in made if isinstance(one, Settings)}) <= 1, shape


def plugin_settings(file: Path) -> Settings:
    """Read the settings as MkDocs hands them to the plugin: numbers, days and truth values are no texts any more."""
    try:
        values = yaml_load(file.read_text(encoding="utf-8"))["plugins"][1]["yange"]
    except (ConfigurationError, ValueError):  # MkDocs refuses the file
        return read_settings(file.parent)
    plugin = YangePlugin()
    wrong, _ = plugin.load_config(values, str(file))
    assert not wrong
    return settings_from(dict(plugin.config), str(file), setting_lines(file))


NO_PLACE = ("a", "[a]", "plugins: {yange: [zh]}", "plugins: [yange: zh]", "plugins:\n- yange: 5", "a: *b", "a: {")
NOTHING = ("", "plugins:", "plugins: 5", "plugins: [5, [yange], yange]", "plugins: {yange: }", "{[a]: b}")


@pytest.mark.parametrize("text", NO_PLACE)
def test_settings_in_no_valid_place_are_refused_with_a_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    with pytest.raises(YangeError, match=r"mkdocs\.yml:[12]:"):
        read_settings(tmp_path)


@pytest.mark.parametrize("text", NOTHING)
def test_a_file_without_settings_of_ours_gives_the_defaults(tmp_path: Path, text: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert read_settings(tmp_path) == Settings()


@pytest.mark.parametrize("data", [b"\xff\xfe", "site_name: 甲".encode("gbk"), b"\x00"])
def test_settings_that_are_no_text_are_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(data)
    with pytest.raises(YangeError, match=r"mkdocs\.yml"):
        read_settings(tmp_path)


OTHERS = {
    "site_url": ("[a]", "5", "甲", "http://[x", "https://a.example/?q"),
    "site_dir": ("[a]", "5"),
    "docs_dir": ("{a: 1}", "5"),
    "plugins": ("5", "[5]", "{a: 1}"),
    "hooks": ("5", "[a]"),
    "nav": ("{a: .nan}", "5"),
    "theme": ("5", "[a]", "{name: material, custom_dir: [a]}", "{name: [a]}", "{name: material, static_templates: 5}"),
    "validation": ("5",),
    "config_file_path": ("5",),
}


@pytest.mark.parametrize(("name", "shape"), [(name, shape) for name, shapes in OTHERS.items() for shape in shapes])
def test_mkdocs_own_settings_of_a_wrong_type_are_refused_in_words(tmp_path: Path, name: str, shape: str) -> None:
    file = tmp_path / "mkdocs.yml"
    (tmp_path / "docs").mkdir()
    plugins = "" if name == "plugins" else "plugins: [yange]\n"
    file.write_text(f"site_name: x\n{plugins}{name}: {shape}\n", encoding="utf-8")
    with pytest.raises(YangeError, match=r"mkdocs\.yml"):
        build_site(tmp_path, on=None, target=tmp_path / "out")
    assert not (tmp_path / "out").exists()
