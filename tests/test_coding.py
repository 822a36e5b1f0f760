"""JSON as Python's own module writes it, and back to the last byte."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from yange.coding import UNSET, Output, UnsetType, encoded, indented, plain, reader


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Thing:
    name: str
    colour: Colour | None = None
    share: float = 0.0
    parts: tuple[str, ...] = ()


plain_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def by_python(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


@given(plain_values)
def test_it_is_what_python_writes(value: object) -> None:
    assert encoded(value) == by_python(value)


def test_every_character_is_written_as_python_writes_it() -> None:
    signs = "".join(chr(code) for code in range(0x11000) if not 0xD800 <= code < 0xE000)
    assert encoded(signs) == by_python(signs)


@given(st.integers(0, 10_000))
def test_a_share_of_four_places_is_written_as_python_writes_it(share: int) -> None:
    assert encoded(round(share / 10_000, 4)) == by_python(round(share / 10_000, 4))


def test_days_enumerations_tuples_and_marked_text() -> None:
    value = {"day": date(824, 1, 2), "colour": Colour.RED, "pair": (1, "a"), "html": Markup("<b>"), 1: True}
    assert encoded(value) == b'{"day":"0824-01-02","colour":"red","pair":[1,"a"],"html":"<b>","1":true}'


def test_what_has_no_form_is_refused() -> None:
    with pytest.raises(TypeError, match="complex"):
        encoded({"a": 1j})


@given(st.builds(Thing, name=st.text(), share=st.floats(0, 1), parts=st.lists(st.text()).map(tuple)))
def test_a_value_reads_back_equal(thing: Thing) -> None:
    assert reader(Thing)(encoded(thing)) == thing


@pytest.mark.parametrize(
    "change",
    [
        {"colour": "blue"},
        {"share": 1},
        {"parts": [1]},
        {"name": None},
        {"more": 1},
    ],
)
def test_anything_else_is_refused(change: dict[str, Any]) -> None:
    whole = {"name": "a", "colour": "red", "share": 0.5, "parts": ["b"]}
    read = reader(Thing)
    assert read(by_python(whole)) == Thing("a", Colour.RED, 0.5, ("b",))
    for wrong in (by_python({**whole, **change}), by_python(whole) + b"\n", by_python(whole)[:-1], b"[" * 100_000):
        with pytest.raises((ValueError, RecursionError)):
            read(wrong)
    with pytest.raises(ValueError, match="written"):
        read(by_python({"name": "a"}))


class Inner(Output, rename={"from_": "from"}):
    from_: date | None
    names: tuple[str, ...]


class Outer(Output, tag_field="schema", tag="yange.outer/1", kw_only=True):
    maybe: str | UnsetType = UNSET
    inner: Inner
    counts: dict[str, int]


def outer(name: str, **more: str) -> Outer:
    return Outer(inner=Inner(from_=date(2020, 3, 1), names=(name,)), counts={}, **more)


@pytest.mark.parametrize("name", ["第一条", "a\x1f\u2028\x7f", "\udcff\udcfe"])
@pytest.mark.parametrize("by", [0, 1, 2])
def test_a_document_is_laid_out_as_python_lays_it_out(name: str, by: int) -> None:
    inner = {"from": "2020-03-01", "names": [name]}
    whole = {"schema": "yange.outer/1", "maybe": "x", "inner": inner, "counts": {}}
    assert indented(outer(name, maybe="x"), by) == json.dumps(whole, ensure_ascii=False, indent=by or None)


def test_what_is_unset_is_left_out_and_the_schema_is_first() -> None:
    assert list(plain(outer("a"))) == ["schema", "inner", "counts"]
    assert plain(Inner(from_=None, names=())) == {"from": None, "names": []}


def test_an_output_cannot_be_changed_and_takes_no_positions() -> None:
    with pytest.raises(AttributeError):
        outer("a").counts = {}  # type: ignore[misc]
    with pytest.raises(TypeError):
        Inner(None, ())
