"""Sentences of beginning, end or effect that no reader used up: what is not read is not "not there".

The last provisions, the covering notice and texts without articles are searched for every such word; the rest of a
text only for sentences about the text itself or about an instrument that they name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from yange.law import Law, law_of
from yange.law.aspects.effects import EffectStatement, ReadStatements
from yange.model import EFFECT_FIELDS
from yange.statements.effects import commencements, expiries, extensions, lapses, repeals, revivals, suspensions

__all__ = ["LAST_UNITS", "UnreadSentence", "unread"]

LAST_UNITS = 3
"""So many labelled units at the end count as last provisions where none are headed so."""

_FEW_ARTICLES, _FEW_UNITS = 4, 8
"""Texts with fewer are short: all of them is searched."""
_NUMBERED = re.compile(r"\s*(?:#+ *)?[0-9]{1,3}[.．、](?![0-9])")
"""The number of a unit in figures, which is of no language."""
_EFFECT_READERS: tuple[Callable[[str, Law], tuple[EffectStatement, ...]], ...] = (
    repeals,
    lapses,
    extensions,
    suspensions,
    revivals,
)
_ON_OTHERS = frozenset(EFFECT_FIELDS.values())


@dataclass(frozen=True, slots=True)
class UnreadSentence:
    """A sentence that speaks of beginning, end or effect and was not read, or not wholly.

    ``paragraph`` is the index of its paragraph, ``[start, end)`` its place there. ``field`` is the front matter field
    that it may concern; ``own`` says that the sentence is about the first or last day of the whole text itself.
    """

    paragraph: int
    start: int
    end: int
    phrase: str
    field: str
    own: bool

    @property
    def remark(self) -> tuple[str, str]:
        """What to say of it, and what to do."""
        words = self.phrase if len(self.phrase) <= _LONGEST_QUOTE else f"{self.phrase[:_LONGEST_QUOTE]}…"
        return (
            f"“{words}” speaks of {_SPEAKS_OF[self.field]} in words that are not read: `{self.field}` may be wrong",
            _WHAT_TO_DO.format(field=self.field),
        )


_WHAT_TO_DO = (
    "enter under `{field}` what it says and take `{field}` out of `review`;"
    " if there is nothing to enter, copy the sentence to `settled`"
)
_LONGEST_QUOTE = 120
_SPEAKS_OF = {
    "effective": "a first day",
    "expires": "a last day",
    "repeals": "a repeal",
    "declares_lapsed": "a lapse",
    "extends": "an extension",
    "suspends": "a suspension",
    "revives": "a revival",
}


def unread(paragraphs: Sequence[str], law: Law | None = None) -> tuple[UnreadSentence, ...]:
    """Return the sentences of a text (its paragraphs in order, annexes left out) that no reader used up."""
    law = law or law_of("\n".join(paragraphs))
    found: list[UnreadSentence] = []
    last = _last_provisions(paragraphs, law)
    starts = [commencements(text, law) for text in paragraphs]
    ends = [expiries(text, law) for text in paragraphs]
    started = frozenset(label for of_text in starts for one in of_text for label in one.clauses)
    for index, text in enumerate(paragraphs):
        acts = tuple(one for reader in _EFFECT_READERS for one in reader(text, law))
        read = ReadStatements(starts[index], ends[index], acts, started, any(ends))
        left = dict.fromkeys(one for grammar in law for one in grammar.effects.left(text, read))
        for one in left:
            if index in last or one.own or (one.named and one.field in _ON_OTHERS):
                found.append(UnreadSentence(index, one.start, one.end, text[one.start : one.end], one.field, one.own))
    return tuple(found)


def _last_provisions(paragraphs: Sequence[str], law: Law) -> frozenset[int]:
    """Return the indices of the paragraphs that are searched for every word."""
    units = [k for k, text in enumerate(paragraphs) if _is_unit(text, law)]
    articles = sum(_begins(paragraphs[k], [grammar.effects.article for grammar in law]) for k in units)
    if articles < _FEW_ARTICLES and len(units) < _FEW_UNITS:
        return frozenset(range(len(paragraphs)))
    headings = [grammar.effects.last_heading for grammar in law]
    headed = [k for k, text in enumerate(paragraphs) if _begins(text, headings)]
    first = min(headed[-1] if headed else len(paragraphs), units[-LAST_UNITS])
    return frozenset((*range(units[0]), *range(first, len(paragraphs))))


def _is_unit(text: str, law: Law) -> bool:
    return _begins(text, [_NUMBERED, *(grammar.effects.unit for grammar in law)])


def _begins(text: str, patterns: Sequence[re.Pattern[str]]) -> bool:
    return any(pattern.match(text) for pattern in patterns)
