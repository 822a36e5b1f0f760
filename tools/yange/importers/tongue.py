"""Choose the language in which a file is read: the one that its format names, or the one that its words show."""

from __future__ import annotations

from yange.law import Law, law_named, law_of
from yange.readers.source_text import SourceText

__all__ = ["language_of", "law_of_source"]


def language_of(source: SourceText) -> str | None:
    """Return the language that the format gives, as a pack is named (``zh`` of ``zh-CN``); ``None`` if it gives none.

    A language without a pack is returned as it is given. A tag is BCP 47; case does not count.
    """
    given = (source.given.language or "").strip()
    if not given:
        return None
    primary = given.partition("-")[0].lower()
    named = (tag for tag in (_cased(given), primary) if law_named(tag))
    return next(named, given)


def _cased(tag: str) -> str:
    """Return a tag with the case that RFC 5646 recommends: language lower, script in title case, region upper."""
    first, *rest = tag.split("-")
    return "-".join([first.lower(), *(part.title() if len(part) == 4 else part.upper() for part in rest)])


def law_of_source(source: SourceText, start: int = 0, end: int | None = None) -> Law:
    """Return the packs that read a stretch of a file, or the whole file."""
    return law_of(source.text[start:end], language_of(source))
