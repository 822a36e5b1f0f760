"""Titles in a form for comparison, and the facts that titles in any language state.

The form for comparison ignores spaces, widths and brackets and is never printed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from yange.law import Grammar, Law, law_of, packs
from yange.law.aspects.titles import Bearer

__all__ = ["amends_others", "is_draft_title", "kind_of", "rank_of", "title_key"]

_BLANKS = re.compile(r"\s+")
_MARKS = re.compile(r"[\W_]+")


def title_key(title: str, place: str = "") -> str:
    """Return a title in a form that is equal for all texts of one policy.

    It lacks spaces, punctuation, the place at the beginning, years, and words for the stage of a text (试行, 修订版).
    """
    plain = _BLANKS.sub("", unicodedata.normalize("NFKC", title))
    for grammar in packs():
        plain = grammar.titles.same(plain)
    return _MARKS.sub("", plain).removeprefix(place).casefold()


def is_draft_title(title: str, law: Law | None = None) -> bool:
    """Return whether a title says that the text is a draft: …（征求意见稿）, …（修订草案）, Harbour Bill 2020.

    A title that only cites one (关于《…（草案）》的说明, 关于批准2020年预算草案的决议) does not; that of a notice that
    asks for comments on a draft does. ``law`` is that of the text; without it, the words of every language count.
    """
    return any(grammar.titles.is_draft(title.strip()) for grammar in law or packs())


def amends_others(title: str) -> bool:
    """Return whether a title says that the text amends others, so that its clause numbers may be theirs."""
    return any(grammar.titles.amends(title) for grammar in packs())


def kind_of(title: str) -> str | None:
    """Return the kind of instrument that a title names (条例, 办法, Act), or ``None``."""
    return next(filter(None, (grammar.titles.kind(title) for grammar in _one_a_language(title))), None)


def rank_of(one: Bearer) -> str | None:
    """Return the rank of an instrument (地方性法规, 规章, statute), or ``None`` if nothing shows it."""
    words = "".join((one.kind, one.number, *one.issuers))
    return next(filter(None, (grammar.titles.rank(one) for grammar in _one_a_language(words))), None)


def _one_a_language(words: str) -> Iterator[Grammar]:
    """Yield the packs that read some words, one for each language: 執法 is not a 法 in the pack of its script."""
    seen: set[str] = set()
    for grammar in law_of(words):
        language = grammar.tag.partition("-")[0]
        if language not in seen:
            seen.add(language)
            yield grammar
