"""Under what a text says it was made (根据《…》，制定本办法), and whether its title says that it implements it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yange.compare.text.keys import make_key
from yange.law import Law, law_of
from yange.model import Provisions, Version
from yange.parse import own_text
from yange.statements import quoted

__all__ = ["Foundation", "foundations"]


@dataclass(frozen=True, slots=True)
class Foundation:
    """An instrument under which a text says it was made: its title and number as printed, and where that is said.

    ``implements`` is set where the text is by its title the rules that carry the instrument out.
    """

    title: str
    number: str | None
    path: str
    implements: bool


def foundations(version: Version, provisions: Provisions) -> tuple[Foundation, ...]:
    """Return the instruments under which a held text says it was made, in its order, each once.

    The forms are those of the packs that read the text; instruments are those that it names with title marks, in
    languages without such marks those that the form names.
    """
    law = law_of(version.body, version.language)
    made = [form for grammar in law for form in grammar.words.made_under]
    titled = [(form, grammar.words.plain_title) for grammar in law for form in grammar.words.made_under_titles]
    implements = any(form.search(version.title) for grammar in law for form in grammar.words.implementing)
    found: dict[str, Foundation] = {}
    for clause in provisions.walk() if made or titled else ():
        text = own_text(provisions, clause)
        named = [one for words in _spans(text, made) for one in _named(words, law)]
        named += [(plain(title), None) for form, plain in titled for title in _spans(text, [form])]
        for title, number in named:
            found.setdefault(title, Foundation(title, number, clause.path, implements))
    return tuple(found.values())


def _spans(text: str, made: list[re.Pattern[str]]) -> Iterator[str]:
    """Yield the raw words between the verb and the making: those that name the instruments."""
    key = make_key(text)
    for form in made:
        for match in form.finditer(key.text):
            yield key.raw_of(match.start(1), match.end(1))


def _named(words: str, law: Law) -> Iterator[tuple[str, str | None]]:
    for one in quoted(words, law):
        if one.title:
            yield one.title, one.number
