"""Find sentences on commencement, expiry or effects that were not read in full: unread does not mean absent.

The last provisions, the covering notice and texts without articles are searched for every word of that kind; the rest
of a text only for sentences about the text itself or about an instrument that they name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from yange.law import Law, law_of
from yange.law.aspects.effects import LeftWords, ReadStatements
from yange.model import EFFECT_FIELDS
from yange.statements.effects import acts, commencements, expiries, readers

__all__ = ["LAST_UNITS", "UnreadSentence", "unread"]

LAST_UNITS = 3
"""The number of labelled units at the end that count as last provisions if no heading names them."""

_FEW_ARTICLES, _FEW_UNITS = 4, 8
"""A text with fewer articles or units is short and searched as a whole."""
_NUMBERED = re.compile(r"\s*(?:#+ *)?[0-9]{1,3}[.．、](?![0-9])")
"""The number of a unit in figures, the same in every language."""
_ON_OTHERS = frozenset(EFFECT_FIELDS.values())


@dataclass(frozen=True, slots=True)
class UnreadSentence:
    """A sentence on commencement, expiry or effects that was not read, or not in full.

    ``paragraph`` is the index of its paragraph, ``[start, end)`` its span there. ``field`` is the front matter field
    that it may concern; ``own`` is set if the sentence is about the first or last day of the whole text itself.
    """

    paragraph: int
    start: int
    end: int
    phrase: str
    field: str
    own: bool

    @property
    def remark(self) -> tuple[str, str]:
        """The message and the hint."""
        words = self.phrase if len(self.phrase) <= _LONGEST_QUOTE else f"{self.phrase[:_LONGEST_QUOTE]}…"
        return (
            f"“{words}” is about {_SUBJECTS[self.field]}, but was not read in full: `{self.field}` may be wrong",
            _WHAT_TO_DO.format(field=self.field),
        )


_WHAT_TO_DO = (
    "record what it says under `{field}` and remove `{field}` from `review`;"
    " if there is nothing to record, copy the sentence to `settled`"
)
_LONGEST_QUOTE = 120
_SUBJECTS = {
    "effective": "a first day",
    "expires": "a last day",
    "repeals": "a repeal",
    "declares_lapsed": "a lapse",
    "extends": "an extension",
    "suspends": "a suspension",
    "revives": "a revival",
}


def unread(paragraphs: Sequence[str], law: Law | None = None) -> tuple[UnreadSentence, ...]:
    """Return the sentences of a text (its paragraphs in order, without annexes) that were not read in full."""
    law = law or law_of("\n".join(paragraphs))
    found: list[UnreadSentence] = []
    last = _last_provisions(paragraphs, law)
    said = [(commencements(text, law), expiries(text, law), acts(text, law)) for text in paragraphs]
    starts, ends = [of_text for of_text, _, _ in said], [of_text for _, of_text, _ in said]
    begun = any(not one.clauses for of_text in starts for one in of_text)
    started = frozenset(label for of_text in starts for one in of_text for label in one.clauses)
    ended = any(ends)
    for index, text in enumerate(paragraphs):
        read = ReadStatements(*said[index], started, ended, begun)
        for one in _left(text, read, law):
            if index in last or one.own or (one.named and one.field in _ON_OTHERS):
                found.append(UnreadSentence(index, one.start, one.end, text[one.start : one.end], one.field, one.own))
    return tuple(found)


@lru_cache(maxsize=32768)
def _left(text: str, read: ReadStatements, law: Law) -> tuple[LeftWords, ...]:
    """Return what is left unread of a paragraph. Cached: the states of a law share most of their paragraphs."""
    return tuple(dict.fromkeys(one for forms in readers(law) for one in forms.left(text, read)))


def _last_provisions(paragraphs: Sequence[str], law: Law) -> frozenset[int]:
    """Return the indices of the paragraphs that are searched for every word of that kind."""
    unit, article, heading = _beginnings(law)
    units = [k for k, text in enumerate(paragraphs) if unit(text)]
    articles = sum(article(paragraphs[k]) for k in units)
    if articles < _FEW_ARTICLES and len(units) < _FEW_UNITS:
        return frozenset(range(len(paragraphs)))
    headed = next((k for k in reversed(range(len(paragraphs))) if heading(paragraphs[k])), len(paragraphs))
    return frozenset((*range(units[0]), *range(min(headed, units[-LAST_UNITS]), len(paragraphs))))


_Begins = Callable[[str], bool]


@cache
def _beginnings(law: Law) -> tuple[_Begins, _Begins, _Begins]:
    """Return what tells whether a paragraph begins like a unit, like an article, and like the last heading."""
    forms = [grammar.effects for grammar in law]
    units = _any_of((_NUMBERED, *(one.unit for one in forms)))
    return units, _any_of(tuple(one.article for one in forms)), _any_of(tuple(one.last_heading for one in forms))


def _any_of(patterns: Sequence[re.Pattern[str]]) -> _Begins:
    """Return whether one of the patterns matches at the beginning. Cached: the states of a law share paragraphs."""
    different = tuple(dict.fromkeys(patterns))
    return lru_cache(maxsize=8192)(lambda text: any(pattern.match(text) for pattern in different))
