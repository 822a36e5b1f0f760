"""Instruments as texts name them, and their numbers in normal form, as the packs of the law of a text read them."""

from __future__ import annotations

from collections.abc import Iterator

from yange.law import Law, law_of
from yange.law.aspects.instruments import NamedInstrument

__all__ = ["find_number", "named", "normalise_number", "quoted"]


def normalise_number(number: str, law: Law | None = None) -> str:
    """Return a document number in the one form in which it is kept: 深府规〔2020〕3号 without blanks."""
    for grammar in law or law_of(number):
        number = grammar.instruments.normal(number)
    return number


def find_number(text: str, law: Law | None = None) -> str | None:
    """Return the first document number in ``text`` in normal form, or ``None``."""
    forms = (grammar.instruments for grammar in law or law_of(text))
    return next((found for one in forms if (found := one.find_number(text)) is not None), None)


def quoted(text: str, law: Law | None = None) -> Iterator[NamedInstrument]:
    """Yield the quoted titles of ``text`` with the number behind each, in order.

    A title within what is read of another is one of its own: （…，以下简称《办法》） behind a title. What one pack has
    read is not read again by a further one.
    """
    packs = enumerate(law or law_of(text))
    found = [(place, one) for place, grammar in packs for one in grammar.instruments.quoted(text)]
    end = reader = 0
    for place, one in sorted(found, key=lambda each: (each[1].start, -each[1].end, each[0])):
        if one.start >= end:
            end, reader = one.end, place
            yield one
        elif place == reader:
            yield one


def named(text: str, law: Law | None = None) -> Iterator[NamedInstrument]:
    """Yield the instruments named in ``text``: quoted titles with their numbers, else a bare number at the end."""
    forms = (grammar.instruments for grammar in law or law_of(text))
    yield from next((found for one in forms if (found := tuple(one.named(text)))), ())
