"""The one codec: values as JSON and back, in C, and JSON Schemas of their types. The one home of msgspec.

What is written is what Python's own ``json`` writes with characters as they are; days are YYYY-MM-DD, enumerations
their values, dataclasses mappings of their fields in order. The machine output of each command, ``yange.<command>/1``,
and the JSON files of the site are subclasses of :class:`Output`; caches hold the engines' own dataclasses.
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
    "descriptions_of",
    "encoded",
    "fields_of",
    "indented",
    "plain",
    "reader",
    "schemas_of",
]

T = TypeVar("T")


class _OutputType(msgspec.StructMeta):
    """Makes all fields keyword arguments, which a subclass of msgspec does not inherit, and the values immutable.

    A type checker does not know: a class with a default before a field without one says ``kw_only=True`` itself.
    """

    def __new__(cls, *arguments: Any, **settings: Any) -> _OutputType:
        return super().__new__(cls, *arguments, **{"kw_only": True, "frozen": True, **settings})


class Output(msgspec.Struct, metaclass=_OutputType):
    """A JSON object that Yange gives out: its fields in order; a field that is ``UNSET`` is left out.

    A document names its schema in its first field: ``class X(Output, tag_field="schema", tag="yange.x/1")``.
    """


class Record(msgspec.Struct, metaclass=_OutputType, forbid_unknown_fields=True):
    """A mapping that a person writes: a field that it does not name is a mistake."""


def About(description: str) -> msgspec.Meta:  # noqa: N802 - it is written where a type is
    """Describe a field; it is written beside the type, in ``Annotated``."""
    return msgspec.Meta(description=description)


def Items(count: int) -> msgspec.Meta:  # noqa: N802 - as above
    """Fix the length of a list; it is written beside the type, in ``Annotated``."""
    return msgspec.Meta(min_length=count, max_length=count)


def fields_of(kind: type[Record]) -> tuple[str, ...]:
    """Return the names of the fields of a record in order, as they are written."""
    names: tuple[str, ...] = kind.__struct_encode_fields__
    return names


def descriptions_of(kind: type[Record]) -> dict[str, str]:
    """Return what each field of a record is for, by its name as written."""
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
        TypeError: for what has no JSON form.

    """
    return _ENCODER.encode(value)


def indented(value: object, by: int = 2) -> str:
    """Return ``value`` as JSON with a line for each item, each level indented by so many blanks; 0: on one line.

    A lone surrogate, as in names of files that are not UTF-8, stays one; the caller escapes it.

    Raises:
        TypeError: for what has no JSON form.

    """
    try:
        return msgspec.json.format(encoded(value), indent=by).decode()
    except UnicodeEncodeError:  # msgspec writes UTF-8, which has no surrogates
        return json.dumps(msgspec.to_builtins(value, str_keys=True), ensure_ascii=False, indent=by or None)


def plain(value: object) -> Any:
    """Return ``value`` as JSON has it: of mappings, lists, texts, numbers, truth values and ``None``."""
    return msgspec.json.decode(encoded(value))


def schemas_of(kinds: tuple[type, ...]) -> tuple[tuple[dict[str, Any], ...], dict[str, Any]]:
    """Return the JSON Schema (2020-12) of each type, and the definitions by name that these refer to."""
    return msgspec.json.schema_components(kinds, ref_template="#/$defs/{name}")


def reader(kind: type[T]) -> Callable[[bytes], T]:
    """Return what reads values of a dataclass back from what :func:`encoded` wrote.

    It raises ValueError for anything else, to the last byte: nothing is filled in, left out or converted.
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
