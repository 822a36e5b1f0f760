"""Names: ids as addresses have them, and document numbers in the form in which they are compared.

What is compared has blanks, widths and brackets set aside; it is never printed: a reader always sees what the text
says. Titles: :mod:`yange.titles`.
"""

from __future__ import annotations

import re
import unicodedata

_BLANKS = re.compile(r"\s+")
_YEAR = re.compile(r"[\[(【〔]((?:18|19|20|21|22)\d\d)[\])】〕]")

RESERVED = frozenset({"assets", "by", "data", "day", "editions", "feeds", "search"})
"""Folders at the top of a site that are its own; so are those of its languages."""
_PART = r"[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?"
_ID = re.compile(f"{_PART}/{_PART}")


def is_id(name: str) -> bool:
    """Tell whether a name can be the id of a policy, now or formerly: place and slug, each a part of an address."""
    return _ID.fullmatch(name) is not None


def number_key(number: str | None) -> str | None:
    """Return a document number (文号) in one form for all ways of writing it."""
    if number is None:
        return None
    plain = _BLANKS.sub("", unicodedata.normalize("NFKC", number))
    plain = _YEAR.sub(r"〔\1〕", plain)
    return re.sub(r"[()]", "", plain).casefold() or None
