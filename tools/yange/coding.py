"""Encode values as JSON and decode them, and make JSON Schemas of their types. Only this module imports msgspec.

The JSON is the same as that of Python's ``json`` without ASCII escapes; days are YYYY-MM-DD, enumerations their values,
dataclasses mappings of their fields in order. The machine output of each command, ``yange.<command>/1``, and the JSON
files of the site are subclasses of :class:`Output`; caches contain the engines' own dataclasses.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeVar, get_type_hints

import msgspec
from msgspec import UNSET, UnsetType

__all__ = [
    "UNSET",
    "About",
    "Items",
    "Output",
    "Record",
    "UnsetType",
    "changed",
    "descriptions_of",
    "encoded",
    "fields_of",
    "indented",
    "plain",
    "reader",
    "schemas_of",
]

T = TypeVar("T")
Given = TypeVar("Given", bound="Output")


class _OutputType(msgspec.StructMeta):
    """Metaclass that makes all fields keyword-only, which msgspec does not inherit, and the values immutable.

    A type checker does not see this: a class with a default before a field without one sets ``kw_only=True`` itself.
    """

    def __new__(cls, *arguments: Any, **settings: Any) -> _OutputType:
        return super().__new__(cls, *arguments, **{"kw_only": True, "frozen": True, **settings})


class Output(msgspec.Struct, metaclass=_OutputType):
    """A JSON object of Yange's output: its fields in order, without those that are ``UNSET``.

    A document names its schema in its first field: ``class X(Output, tag_field="schema", tag="yange.x/1")``.
    """


class Record(msgspec.Struct, metaclass=_OutputType, forbid_unknown_fields=True):
    """A mapping that a person writes: an unknown field is a mistake."""


def changed(value: Given, **fields: object) -> Given:
    """Return an output with other values in some of its fields."""
    return msgspec.structs.replace(value, **fields)


def About(description: str) -> msgspec.Meta:  # noqa: N802 - it is written where a type is
    """Return the description of a field, for ``Annotated``."""
    return msgspec.Meta(description=description)


def Items(count: int) -> msgspec.Meta:  # noqa: N802 - as above
    """Return the fixed length of a list, for ``Annotated``."""
    return msgspec.Meta(min_length=count, max_length=count)


def fields_of(kind: type[Record]) -> tuple[str, ...]:
    """Return the names of the fields of a record in order, as in its file."""
    names: tuple[str, ...] = kind.__struct_encode_fields__
    return names


def descriptions_of(kind: type[Record]) -> dict[str, str]:
    """Return the description of each field of a record, by its name in the file."""
    hints = get_type_hints(kind, include_extras=True)
    written = zip(kind.__struct_fields__, fields_of(kind), strict=True)
    return {name: _described(hints[attribute]) for attribute, name in written}


def _described(hint: object) -> str:
    notes = (note for note in getattr(hint, "__metadata__", ()) if isinstance(note, msgspec.Meta))
    return next((note.description for note in notes if note.description), "")


def _plain(value: object) -> object:
    if isinstance(value, str):  # text that is marked as ready HTML
        return str(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")


_ENCODER = msgspec.json.Encoder(enc_hook=_plain)


def encoded(value: object) -> bytes:
    """Return ``value`` as JSON in UTF-8, without white space.

    Raises:
        TypeError: for a value without a JSON form.

    """
    return _ENCODER.encode(value)


def indented(value: object, by: int = 2) -> str:
    """Return ``value`` as JSON with a line for each item, indented by ``by`` spaces a level; 0: on one line.

    A lone surrogate, as in file names that are not UTF-8, is left in; the caller escapes it.

    Raises:
        TypeError: for a value without a JSON form.

    """
    try:
        return msgspec.json.format(encoded(value), indent=by).decode()
    except UnicodeEncodeError:  # msgspec writes UTF-8, which has no surrogates
        return json.dumps(msgspec.to_builtins(value, str_keys=True), ensure_ascii=False, indent=by or None)


def plain(value: object) -> Any:
    """Return ``value`` in the types of JSON: mappings, lists, texts, numbers, booleans and ``None``."""
    return msgspec.json.decode(encoded(value))


def schemas_of(kinds: tuple[type, ...]) -> tuple[tuple[dict[str, Any], ...], dict[str, Any]]:
    """Return the JSON Schema (2020-12) of each type, and the definitions that they refer to, by name."""
    return msgspec.json.schema_components(kinds, ref_template="#/$defs/{name}")


def reader(kind: type[T]) -> Callable[[bytes], T]:
    """Return a function that decodes values of a dataclass from the bytes of :func:`encoded`.

    It raises ValueError for any other bytes: nothing is filled in, left out or converted.
    """
    decode = msgspec.json.Decoder(kind).decode

    def read(data: bytes) -> T:
        try:
            value = decode(data)
        except msgspec.DecodeError as failure:
            raise ValueError(str(failure)) from failure
        if encoded(value) != data:
            raise ValueError(f"this is not how a {kind.__name__} is written")
        return value

    return read
