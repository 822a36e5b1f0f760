"""Use the facts that a format gives as data: they fill what the text does not state, and never overrule it.

Where text and format disagree, the text wins, and a warning names both readings. One day is different: a register that
names a later first day than the one the text prints keeps a later version of it, as consolidated texts print the first
day of the original (docs/design/time.md).
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from yange.importers.reading import DraftReading, Facts
from yange.model import Basis, ExpiryBasis
from yange.readers.source_text import GivenFacts

__all__ = ["DISAGREES", "SURROGATE", "disagreement", "fill_days", "fill_register_days", "of_one_text", "tidy"]

DISAGREES = "given-disagrees"
_LONGEST = 1000
"""Characters. A longer value is no title, number or name."""
_INFERRED = frozenset({"effective-inferred", "effective-unknown", "effective-amended"})
_UNSURE = frozenset({"unread-statement", "caption-unread", "effective-several", "effective-disagrees"})
SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character: files of ours are UTF-8, which has none."""
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_WEB = re.compile(r"https?://[^\s<>\"']+", re.I)


def tidy(given: GivenFacts) -> GivenFacts:
    """Return facts of a format with every value on one line; an empty or overlong one is not given."""
    return replace(
        given,
        title=_line(given.title),
        number=_line(given.number),
        issuer=tuple(filter(None, map(_line, given.issuer))),
        place=_line(given.place),
        kind=_line(given.kind),
        language=given.language if given.language and _TAG.fullmatch(given.language) else None,
        url=given.url if given.url and _WEB.fullmatch(given.url) else None,
        identifier=_line(given.identifier),
        register=_line(given.register),
    )


def _line(value: str | None) -> str | None:
    words = " ".join((value or "").split())
    return words if 0 < len(words) <= _LONGEST and not SURROGATE.search(words) else None


def of_one_text(given: GivenFacts, *, alone: bool) -> GivenFacts:
    """Return the facts that hold for each document of a file; those of a title or a day, only if it is ``alone``."""
    if alone:
        return given
    return GivenFacts(language=given.language, page_date=given.page_date, url=given.url, register=given.register)


def disagreement(given: GivenFacts, what: str, text: object, other: object) -> str:
    """Return the message that text and format give different values of one fact."""
    return f"{what}: the text has {text}, {given.register or 'the data of the file'} has {other}"


def fill_days(reader: DraftReading) -> None:
    """Set the days of signing and publication that the text does not state."""
    facts, given = reader.facts, reader.given
    for name in ("signed", "published"):
        printed, other = getattr(facts, name), getattr(given, name)
        if other is None or printed == other:
            continue
        if printed is None:
            setattr(facts, name, other)
        else:
            _differ(reader, name, printed, other)


def fill_register_days(reader: DraftReading) -> None:
    """Set the first and the last day that a register gives, where the text states none."""
    if reader.facts.draft:
        return
    if reader.given.effective is not None:
        _first_day(reader, reader.given.effective)
    if reader.given.expires is not None:
        _last_day(reader, reader.given.expires)


def _first_day(reader: DraftReading, day: date) -> None:
    facts = reader.facts
    printed, stated = facts.effective, facts.basis is Basis.STATED
    if printed == day and facts.basis in (Basis.STATED, Basis.PUBLISHED):
        return
    if stated and printed is not None:
        if day < printed:
            _differ(reader, "effective", printed, day)
            return
        message = disagreement(reader.given, "effective", printed, day)
        hint = "the later day was used, since a later version of a text prints its first day too; check which it is"
        reader.warn(DISAGREES, reader.first_line, message, hint)
        facts.doubt("effective")
    else:
        _forget_inferred(facts)
        if printed not in (None, day, reader.given.signed, reader.given.published):  # these the register knows itself
            message = disagreement(reader.given, "effective", f"{printed} (inferred)", day)
            reader.warn(DISAGREES, reader.first_line, message, "the day of the register was used")
    facts.effective, facts.basis = day, Basis.REGISTER


def _forget_inferred(facts: Facts) -> None:
    """Remove the warnings of a first day that was inferred, and its doubt if nothing else is unsure."""
    facts.warnings = [one for one in facts.warnings if one.code not in _INFERRED]
    if "effective" in facts.review and not any(one.code in _UNSURE for one in facts.warnings):
        facts.review.remove("effective")


def _last_day(reader: DraftReading, day: date) -> None:
    facts = reader.facts
    if facts.expires is None:
        facts.expires, facts.expires_basis = day, ExpiryBasis.REGISTER
        facts.warnings = [one for one in facts.warnings if one.code != "expires-unknown"]
    elif facts.expires != day:
        _differ(reader, "expires", facts.expires, day)


def _differ(reader: DraftReading, name: str, printed: object, other: object) -> None:
    message = disagreement(reader.given, name, printed, other)
    reader.warn(DISAGREES, reader.first_line, message, "the text was used; check the original")
    reader.facts.doubt(name)
