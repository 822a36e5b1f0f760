"""Names: ids in the form of addresses, and document numbers in a form for comparison.

The form for comparison ignores spaces, widths and brackets and is never printed: a reader always sees the words of the
text. Titles are in :mod:`yange.titles`.
"""

from __future__ import annotations

import re
import unicodedata

_BLANKS = re.compile(r"\s+")
_YEAR = re.compile(r"[\[(【〔]((?:18|19|20|21|22)\d\d)[\])】〕]")

RESERVED = frozenset({"assets", "by", "compare", "data", "day", "editions", "feeds", "search"})
"""Folders at the top of a site that the site uses itself, as it does those of its languages."""
DEVICES = frozenset({"aux", "con", "nul", "prn", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
"""Names of devices on Windows, which cannot check out a folder of that name."""
_PART = r"[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?"
_ID = re.compile(f"{_PART}/{_PART}")


def is_id(name: str) -> bool:
    """Return whether a name can be an id of a policy, present or former: place and slug, each a part of an address."""
    return _ID.fullmatch(name) is not None and DEVICES.isdisjoint(name.split("/"))


def number_key(number: str | None) -> str | None:
    """Return a document number (文号) in a form for comparison."""
    if number is None:
        return None
    plain = _BLANKS.sub("", unicodedata.normalize("NFKC", number))
    plain = _YEAR.sub(r"〔\1〕", plain)
    return re.sub(r"[()]", "", plain).casefold() or None
