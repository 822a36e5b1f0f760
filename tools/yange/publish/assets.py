"""Files of the site that are not pages: data, feeds, calendars, redirects, the index of the search."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

__all__ = ["Asset", "json_asset", "json_text", "script_json"]


@dataclass(frozen=True, slots=True)
class Asset:
    """One file: its address below the site's root, without a slash in front, and what stands in it."""

    address: str
    content: bytes = field(repr=False)


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    raise TypeError(f"{type(value).__name__} has no JSON form")


def json_text(value: object) -> str:
    """Return ``value`` as JSON: days as YYYY-MM-DD, enumerations by value, characters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain)


def script_json(value: object) -> str:
    """Return ``value`` as JSON that may stand inside an HTML script element or a script file."""
    text = json_text(value)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def json_asset(address: str, value: object) -> Asset:
    """Return a JSON file."""
    return Asset(address, f"{json_text(value)}\n".encode())
