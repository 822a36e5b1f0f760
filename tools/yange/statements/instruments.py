"""Read the instruments that a text names, and normalise their numbers, with the packs of the text's law."""

from __future__ import annotations

from collections.abc import Iterator

from yange.law import Law, law_of
from yange.law.aspects.instruments import NamedInstrument

__all__ = ["find_number", "named", "normalise_number", "quoted"]


def normalise_number(number: str, law: Law | None = None) -> str:
    """Return a document number in its recorded form, without spaces: 深府规〔2020〕3号."""
    for grammar in law or law_of(number):
        forms = grammar.instruments
        if (found := forms.find_number(number)) is not None and found == forms.normal(number):
            return found  # the other packs would take it apart
        number = forms.normal(number)
    return number


def find_number(text: str, law: Law | None = None) -> str | None:
    """Return the first document number in ``text``, normalised, or ``None``."""
    forms = (grammar.instruments for grammar in law or law_of(text))
    return next((found for one in forms if (found := one.find_number(text)) is not None), None)


def quoted(text: str, law: Law | None = None) -> Iterator[NamedInstrument]:
    """Yield the quoted titles of ``text`` with the number after each, in order.

    A title inside the bracket after another is yielded too: （…，以下简称《办法》）. Words that one pack has read are
    not read again by another.
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
    """Yield the instruments named in ``text``: quoted titles with their numbers, or else a number at the end."""
    forms = (grammar.instruments for grammar in law or law_of(text))
    yield from next((found for one in forms if (found := tuple(one.named(text)))), ())
