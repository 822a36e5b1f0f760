"""Join the tables of several packs into one, and rewrite a table in another script."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

__all__ = ["joined", "rewritten"]

Table = TypeVar("Table")


def joined(parts: Sequence[Table]) -> Table:
    """Return tables of one class joined field by field, in order.

    Sources of patterns become one that matches any of them; sets are united; rows are concatenated, each once; tables
    inside tables are joined in the same way.
    """
    first = cast(Any, parts[0])
    values = {field.name: _joined([getattr(part, field.name) for part in parts]) for field in fields(first)}
    return cast(Table, replace(first, **values))


def _joined(values: Sequence[Any]) -> object:
    first = values[0]
    if isinstance(first, str):
        return "|".join(dict.fromkeys(filter(None, values)))
    if isinstance(first, frozenset):
        return frozenset().union(*values)
    if isinstance(first, tuple):
        return tuple(dict.fromkeys(each for value in values for each in value))
    return joined(values)


def rewritten(table: Table, write: Callable[[str], str]) -> Table:
    """Return a table with ``write`` applied to all its words, field by field."""
    values = {field.name: _rewritten(getattr(table, field.name), write) for field in fields(cast(Any, table))}
    return cast(Table, replace(cast(Any, table), **values))


def _rewritten(value: Any, write: Callable[[str], str]) -> object:
    if type(value) is str:
        return write(value)
    if isinstance(value, (tuple, frozenset)):
        return type(value)(_rewritten(each, write) for each in value)
    return rewritten(value, write) if is_dataclass(value) else value
