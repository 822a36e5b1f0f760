"""Files of the site that are not pages: data, feeds, calendars, redirects, the index of the search."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from yange.cache.site_folder import Asset
from yange.coding import encoded

__all__ = ["Asset", "Bundle", "Recall", "json_asset", "json_text", "not_recalled", "script_json"]


@dataclass(frozen=True, slots=True)
class Bundle:
    """Files beside no page that are made from the same input: an equal ``basis`` means equal files."""

    name: str
    basis: str
    files: Callable[[], Iterable[Asset]] = field(repr=False)


Recall = Callable[[str, str], bytes | None]
"""Given the address of a page and of a file beside it (empty: what is kept of it only), return what was made of it."""


def not_recalled(_page: str, _file: str) -> bytes | None:
    """Recall nothing."""
    return None


def json_text(value: object) -> str:
    """Return ``value`` as JSON: days as YYYY-MM-DD, enumerations by value, characters as they are."""
    return encoded(value).decode()


def script_json(value: object) -> str:
    """Return ``value`` as JSON that is safe inside an HTML script element or a script file."""
    text = json_text(value)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def json_asset(address: str, value: object) -> Asset:
    """Return a JSON file."""
    return Asset(address, encoded(value) + b"\n")
