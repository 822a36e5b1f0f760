"""Names: ids as addresses have them, and titles and document numbers in the form in which they are compared.

What is compared has blanks, widths and brackets set aside; it is never printed: what a reader sees is always what the
text says.
"""

from __future__ import annotations

import re
import unicodedata

_BLANKS = re.compile(r"\s+")
_YEAR = re.compile(r"[\[(【〔]((?:18|19|20|21|22)\d\d)[\])】〕]")
_STAGES = re.compile(r"[\[(【〔](?:试行|暂行|修订|修订版|修正|修正版|[0-9]{4}年?(?:版|本|修订|修正)?)[\])】〕]")
_STAGE_WORDS = re.compile(r"试行|暂行")
_YEARS = re.compile(r"(?:18|19|20|21|22)\d\d年?")
_MARKS = re.compile(r"[\W_]+")


RESERVED = frozenset({"assets", "by", "data", "day", "editions", "feeds", "search"})
"""Folders at the top of a site that are its own; so are those of its languages."""
_PART = r"[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?"
_ID = re.compile(f"{_PART}/{_PART}")


def is_id(name: str) -> bool:
    """Tell whether a name can be the id of a policy, now or formerly: place and slug, each a part of an address."""
    return _ID.fullmatch(name) is not None


def number_key(number: str | None) -> str | None:
    """Return a 文号 in a form that is equal for all ways of writing it: blanks dropped, widths and brackets unified."""
    if number is None:
        return None
    plain = _BLANKS.sub("", unicodedata.normalize("NFKC", number))
    plain = _YEAR.sub(r"〔\1〕", plain)
    return re.sub(r"[()]", "", plain).casefold() or None


def title_key(title: str, place: str = "") -> str:
    """Return a title in a form that is equal for all texts of one policy (design §4).

    Dropped are blanks, punctuation, the place in front, years, 试行, 暂行 and 修订版.
    """
    plain = _BLANKS.sub("", unicodedata.normalize("NFKC", title))
    plain = _STAGE_WORDS.sub("", _STAGES.sub("", plain))
    plain = _MARKS.sub("", _YEARS.sub("", plain))
    return plain.removeprefix(place).casefold()
