"""The terms that a text defines, and where: 以下简称“…”, 本办法所称…，是指…; “X” means …."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yange.compare.text.keys import make_key
from yange.law import law_named
from yange.model import Clause, Provisions
from yange.parse import own_text

__all__ = ["defined_terms"]

_SHORTEST = 2
_TITLES = "《<"
"""Before a short title: 以下简称《办法》 names an instrument, whose citations are links."""


def defined_terms(provisions: Provisions) -> tuple[tuple[str, str], ...]:
    """Return each term as the text prints it with the path of the clause that defines it first.

    The forms are those of the packs that read the text's language.
    """
    forms = [
        form
        for grammar in law_named(provisions.language)
        for form in (*grammar.words.definitions, *grammar.words.meanings)
    ]
    found: dict[str, str] = {}
    for clause in provisions.walk() if forms else ():
        for form in forms:
            for term in _terms(provisions, clause, form):
                found.setdefault(term, clause.path)
    return tuple(found.items())


def _terms(provisions: Provisions, clause: Clause, form: re.Pattern[str]) -> Iterator[str]:
    key = make_key(own_text(provisions, clause))
    for match in form.finditer(key.text):
        term = key.raw_of(match.start(1), match.end(1)).strip()
        if len(term) >= _SHORTEST and key.text[match.start(1) - 1] not in _TITLES:
            yield term
