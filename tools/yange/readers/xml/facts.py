"""Facts that XML vocabularies give as data: days, languages."""

from __future__ import annotations

import re
from datetime import date

from yange.readers.xml_tree import XmlElement, local_name

__all__ = ["day", "first", "language_tag", "named"]

_LANGUAGES = {
    "bul": "bg", "ces": "cs", "cze": "cs", "dan": "da", "deu": "de", "ger": "de", "ell": "el", "gre": "el", "eng": "en",
    "est": "et", "fin": "fi", "fra": "fr", "fre": "fr", "gle": "ga", "hrv": "hr", "hun": "hu", "ita": "it", "jpn": "ja",
    "kor": "ko", "lit": "lt", "lav": "lv", "mlt": "mt", "nld": "nl", "dut": "nl", "pol": "pl", "por": "pt", "roh": "rm",
    "ron": "ro", "rum": "ro", "slk": "sk", "slo": "sk", "slv": "sl", "spa": "es", "swa": "sw", "swe": "sv", "afr": "af",
    "vie": "vi", "zho": "zh", "chi": "zh", "cym": "cy", "wel": "cy", "gla": "gd", "ukr": "uk", "rus": "ru",
}  # fmt: skip
"""ISO 639-2 codes (of both kinds) to those of ISO 639-1, which BCP 47 asks for where there is one."""
_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?=[T+Z-]|$)")
_NEVER = frozenset({"9999-12-31", "2999-01-01", "0001-01-01", "9999-01-01", "2222-02-22"})
"""Days with which registers say that there is none."""


def day(said: str | None) -> date | None:
    """Return the day of an ISO 8601 date (or date and time) of a file; ``None`` for none, and for a sentinel."""
    match = _DAY.match((said or "").strip())
    if match is None or "-".join(match.groups()) in _NEVER:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def language_tag(code: str | None) -> str | None:
    """Return the BCP 47 tag of a language that a file names by that or by an ISO 639-2 code."""
    said = (code or "").strip()
    return _LANGUAGES.get(said.lower(), said) or None


def first(element: XmlElement, *names: str) -> XmlElement | None:
    """Return the first element with a path of local names below ``element``, each a child of the one before."""
    at: XmlElement | None = element
    for name in names:
        at = None if at is None else next((child for child in at if local_name(child) == name), None)
    return at


def named(element: XmlElement, *names: str) -> list[XmlElement]:
    """Return all elements with one of these local names in ``element``, in the order of the document."""
    return [one for one in element.iter() if local_name(one) in names]
