"""Values as compact JSON and back, in C: the one home of msgspec.

What is written is what Python's own ``json`` writes without white space and with characters as they are; days stand as
YYYY-MM-DD, enumerations as their values, dataclasses as mappings of their fields in order.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import msgspec

__all__ = ["encoded", "reader"]

T = TypeVar("T")


def _plain(value: object) -> object:
    if isinstance(value, str):  # text that is marked as ready HTML
        return str(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")


_ENCODER = msgspec.json.Encoder(enc_hook=_plain)


def encoded(value: object) -> bytes:
    """Return ``value`` as JSON in UTF-8.

    Raises:
        TypeError: for what has no JSON form.

    """
    return _ENCODER.encode(value)


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
