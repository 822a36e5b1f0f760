"""Atoms: the pieces of a legal text that a comparison never cuts.

Dates, numbers with their units, document numbers, cited clauses, titles, ratios, Latin words, names of bodies and the
terms a text defines for itself. How each is written is the law's to say (:mod:`yange.law.aspects.values`); this module
decides which form reads first. Atoms are found in match keys (:mod:`yange.compare.text.keys`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from yange.characters import has_han
from yange.compare.text.dictionary import is_spaced
from yange.compare.text.vocabulary import Vocabulary
from yange.law import Law
from yange.law.aspects.values import DECIMAL, DIGIT, FIGURES, AtomKind, Form, PatternFinder, Rank, Span, matches
from yange.law.others import CITED_PLACE, CITED_START, FURTHER_PLACE

__all__ = ["FIGURES", "Atom", "AtomKind", "find_atoms"]


@dataclass(frozen=True, slots=True)
class Atom:
    """One atom: half-open offsets in the key, and what it is."""

    start: int
    end: int
    kind: AtomKind


_AFTER = r"(?:(?<=[:;。,])|^|(?<=;[a-z])|(?<=;[a-z] )|(?<=;[a-z]{2})|(?<=;[a-z]{2} )|(?<=;[a-z]{3})|(?<=;[a-z]{3} ))"
_BEHIND_SENTENCE = (
    r"(?:(?<=[^\W\d_]{4}\.)|(?<=[)\"]\.))(?:\d{1,2}\.(?=[^\W\d_])|[(](?:\d{1,2}|[a-z])[)](?=[^\W\d_a-z]))"
)
_LABEL = (
    rf"(?=[(\d①-⑳])(?:{_AFTER}(?:[(](?:\d{{1,2}}|[a-z])[)]、?|(?:(?<!\d,)\d{{1,2}}\.|\d{{1,2}}、)(?!\d)|[①-⑳])"
    rf"|{_BEHIND_SENTENCE})"
)
"""An item's label opens the text or follows the end of a sentence or of an item; elsewhere it is a citation.

The last item of a list may also follow a word for "and": ; or (3). In 1.500,50. at the end of a sentence the comma
begins a fraction. A full stop may also end an abbreviation (No. 5): a label follows only one behind a word.
"""
_LETTERS = r"A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_LATIN = rf"[{_LETTERS}][0-9{_LETTERS}]*(?:(?:[&'/+_-]|\.(?=[0-9a-z]))[0-9{_LETTERS}]+)*"


def _titles(key: str) -> Iterator[Span]:
    """Yield the places of 《titles》, the outermost where they nest; an unclosed bracket opens nothing."""
    if "《" not in key:
        return
    depth, opened = 0, -1
    for at, character in enumerate(key):
        if character == "《":
            depth, opened = (depth + 1, opened) if depth else (1, at)
        elif character == "》" and depth:
            depth -= 1
            if not depth:
                yield opened, at + 1
        elif character in "。\n" and depth:
            depth = 0


_FIRST = (
    Form(Rank.LABEL, AtomKind.LABEL, matches(_LABEL, r"[(\d①-⑳]")),
    Form(Rank.DAY, AtomKind.TITLE, _titles),
    Form(Rank.DAY, AtomKind.DATE, matches(r"\d{4}-\d{1,2}-\d{1,2}", DIGIT)),
)


_HEADS = PatternFinder(CITED_PLACE, CITED_START)


def _places(key: str) -> Iterator[Span]:
    """Yield the cited clauses of languages that no pack reads, each member of a list separately."""
    for start, at in _HEADS(key):
        yield start, at
        while match := FURTHER_PLACE.match(key, at):
            yield match.span(1)
            at = match.end(1)


_ACT = (
    r"(?<![\w/])(?:\d{4}|\d{2})/\d{1,4}/[A-Z]{2,4}\b|(?:(?<=n o )|(?<=[nN][oº°])|(?<=[nN][oº°] ))\d{1,4}/\d{4}\b"
    r"|(?<=\))20\d\d/\d{1,4}\b"
)
"""The number of an act of the European Union in any language: 2004/39/EC, (EC) No 44/2001, (EU) 2015/848."""
_LAST = (
    Form(Rank.SPELLED, AtomKind.NUMBER, matches(_ACT, DIGIT)),
    Form(Rank.SPELLED, AtomKind.CITED, _places),
    Form(Rank.FIGURE, AtomKind.PERCENTAGE, matches(r"(?<![\d,])\d+(?:\.\d+)?[%‰](?:[-~]\d+(?:\.\d+)?[%‰])?", DIGIT)),
    Form(Rank.FIGURE, AtomKind.RATIO, matches(r"(?<!\d)\d+(?:\.\d+)?:\d+(?:\.\d+)?", DIGIT)),
    Form(Rank.FIGURE, AtomKind.FIGURE, matches(DECIMAL)),
    Form(Rank.FIGURE, AtomKind.WORD, matches(_LATIN)),
)
"""Forms of no language: the first are read before the forms of packs of their rank, the last after all others."""


@cache
def _ranked(law: Law) -> tuple[tuple[int, Form], ...]:
    """Return all forms in the order in which they are read, each with the place of its pack; -1 for no language."""
    own = [(place, form) for place, grammar in enumerate(law) for form in grammar.values.forms]
    first = [(-1, form) for form in _FIRST]
    # where blanks separate words, a Latin word is one by itself
    last = [(-1, form) for form in _LAST if form.kind is not AtomKind.WORD or not is_spaced(law)]
    return tuple(sorted((*first, *own, *last), key=lambda row: row[1].rank))


@cache
def _around_terms(law: Law) -> tuple[tuple[tuple[int, Form], ...], tuple[tuple[int, Form], ...]]:
    """Return the forms that are read before defined terms, and those after them."""
    ranked = _ranked(law)
    before = sum(form.rank <= Rank.DAY for _, form in ranked)
    return ranked[:before], ranked[before:]


@lru_cache(maxsize=4096)
def find_atoms(key: str, vocabulary: Vocabulary) -> tuple[Atom, ...]:
    """Return the atoms of a match key in order; they never overlap, and an earlier form of the list goes first."""
    taken: list[Atom] = []
    free = bytearray(b"\x01" * len(key))
    law = vocabulary.law
    han = not is_spaced(law) or has_han(key)
    present = {-1, *(at for at, one in enumerate(law) if (han or one.words.spaced) and one.values.present.search(key))}

    def found(forms: Iterable[tuple[int, Form]]) -> Iterator[tuple[AtomKind, Span]]:
        return ((form.kind, span) for place, form in forms if place in present for span in form.find(key))

    before, after = _around_terms(law)
    terms = ((AtomKind.TERM, span) for span in vocabulary.terms_in(key))
    for kind, (start, end) in chain(found(before), terms, found(after)):
        if start < end and all(free[start:end]):
            free[start:end] = bytes(end - start)
            taken.append(Atom(start, end, kind))
    return tuple(sorted(taken, key=lambda atom: atom.start))
