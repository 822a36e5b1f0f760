"""Decide how two texts of one title are related: copies, versions of one policy, or a question for a person.

A caption lists the events of a text. A text whose list continues that of another is a later version of the same
policy. A copy has the same list, number and days. If its words differ and nothing printed shows that both are one
text, it may be an amended text, and a person has to decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from yange.importers.copies import are_copies, differences, same_words
from yange.importers.documents import Document
from yange.law import law_of
from yange.model import Amendment, Version
from yange.names import number_key
from yange.parse import plain_text
from yange.provenance.printed import TEXT
from yange.statements import caption

_VALUE = re.compile(r"[0-9０-９一二三四五六七八九十百千万亿两零〇半倍]")
_HEAD_LINES = 6
"""Lines at the beginning of a body in which a caption may begin: below the title and the number."""
_CAPTION_LINES = 40


class Relation(StrEnum):
    """How a new text is related to a held one; ``QUESTION`` is for a person to decide."""

    COPY = "copy"
    VERSION = "version"
    QUESTION = "question"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class SeriesText:
    """The facts and words by which two texts are compared."""

    title: str
    issuer: frozenset[str]
    number: str | None
    signed: date | None
    published: date | None
    effective: date | None
    commenced: date | None
    orders: tuple[Amendment, ...]
    events: tuple[date | None, ...]
    body: str

    @property
    def captioned(self) -> bool:
        """Whether the text prints a caption."""
        return bool(self.events)


def text_of_document(document: Document) -> SeriesText:
    """Return the compared facts and words of a document."""
    facts = document.facts
    return SeriesText(
        re.sub(r"\W", "", facts.shown_title),
        frozenset(facts.issuer),
        number_key(facts.number),
        facts.signed,
        facts.published,
        facts.effective,
        facts.commenced,
        facts.amended_by,
        _events(document.body),
        document.body,
    )


def text_of_version(version: Version) -> SeriesText:
    """Return the compared facts and words of a recorded version."""
    return SeriesText(
        re.sub(r"\W", "", version.title),
        frozenset(version.issuer),
        number_key(version.number),
        version.signed,
        version.published,
        version.effective,
        version.commenced,
        version.amended_by,
        _events(version.body),
        version.body,
    )


def _events(body: str) -> tuple[date | None, ...]:
    """Return the days that the caption of a body prints, in order of day; empty without a caption."""
    lines = [line for line in plain_text(body.split(TEXT, 1)[-1]).split("\n") if line]
    law = law_of(body)
    for at in range(min(len(lines), _HEAD_LINES)):
        found = caption("\n".join(lines[at : at + _CAPTION_LINES]), law)
        if found is not None:
            return tuple(sorted((event.day for event in found.events), key=str))
    return ()


def relation(held: SeriesText, new: SeriesText) -> Relation:
    """Return how a text is related to a held one of the same normalised title."""
    if held.issuer and new.issuer and not held.issuer & new.issuer:
        return Relation.OTHER
    if _same_facts(held, new) and are_copies(held.body, new.body):
        return Relation.COPY if _is_copy(held, new) else Relation.QUESTION
    if (_goes_on(held, new) or _goes_on(new, held)) and not _caption_lost(held, new):
        return Relation.VERSION
    return Relation.QUESTION


def _same_facts(held: SeriesText, new: SeriesText) -> bool:
    return (
        held.title == new.title
        and held.effective == new.effective
        and _agree(held.number, new.number)
        and _agree(held.signed, new.signed)
        and _agree(held.published, new.published)
        and len(held.orders) == len(new.orders)
        and (not held.captioned or not new.captioned or held.events == new.events)
        and _begin_alike(held.orders, new.orders)
    )


def _is_copy(held: SeriesText, new: SeriesText) -> bool:
    """Return whether two texts with the same facts are one text: by their words, or by what they print."""
    if same_words(held.body, new.body):
        return True
    if held.captioned != new.captioned:
        return False
    shown = held.captioned or _shared(held.number, new.number) or _shared(held.signed, new.signed)
    return shown or not any(map(_VALUE.search, _pieces(held, new)))


def _pieces(held: SeriesText, new: SeriesText) -> Iterator[str]:
    for left, right in differences(held.body, new.body):
        yield left + right


def _goes_on(first: SeriesText, later: SeriesText) -> bool:
    """Return whether one caption continues the other, and both are of a text issued on the same day."""
    if len(later.orders) <= len(first.orders) or not _begin_alike(first.orders, later.orders):
        return False
    if first.number and later.number and first.number != later.number:
        return False
    if first.effective and later.effective and first.effective >= later.effective:
        return False
    days = {first.signed, first.published} & {later.signed, later.published} - {None}
    return bool(days) or _shared(first.number, later.number) or _shared(first.commenced, later.commenced)


def _begin_alike(first: tuple[Amendment, ...], later: tuple[Amendment, ...]) -> bool:
    return all(
        left.date == right.date and _agree(number_key(left.number), number_key(right.number))
        for left, right in zip(first, later, strict=False)
    )


def _caption_lost(held: SeriesText, new: SeriesText) -> bool:
    """Return whether one is the other without its caption: the original cannot have the words of the amended text."""
    return held.captioned != new.captioned and same_words(held.body, new.body)


def _agree(left: object, right: object) -> bool:
    return left is None or right is None or left == right


def _shared(left: object, right: object) -> bool:
    return left is not None and left == right
