"""Name a place in a file, for messages."""

from __future__ import annotations

from yange.readers.source_text import SourcePlace

__all__ = ["place_name"]


def place_name(place: SourcePlace) -> str:
    """Return a place as it is written behind the name of its file.

    >>> place_name(SourcePlace(page=3)), place_name(SourcePlace(path="p[12]")), place_name(SourcePlace())
    ('#page=3', '#p[12]', '')
    """
    if place.page is not None:
        return f"#page={place.page}"
    said = place.eid or place.path
    return f"#{said}" if said else ""
