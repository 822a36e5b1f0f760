"""Read statements that suspend or extend another instrument, from the words of each language.

The sentence is read whole or not at all: a condition, a list with an unknown name or a period in months leaves it to
the readers of what is left, which report it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from yange.law.aspects.days import DayForms
from yange.law.aspects.effects import EffectStatement
from yange.model import EventKind

__all__ = ["Named", "ShiftWords", "shifts"]

_EDGES = " \n\u00a0-–—"

Named = tuple[str, str | None, tuple[str, ...]]
"""Title, number and affected clauses of an instrument."""


@dataclass(frozen=True, kw_only=True)
class ShiftWords:
    """The words of one language.

    ``forms`` match a whole sentence behind ``lead``, its label: the group ``names`` has the instruments, those whose
    name begins with ``until`` a last day, ``n`` and ``unit`` a period; a unit that ``year`` matches is a year.
    ``named`` reads the instruments, ``None`` where one is no instrument. ``unsure`` are words of a condition.
    """

    days: DayForms
    sentences: Callable[[str], Iterator[tuple[int, int]]]
    lead: re.Pattern[str]
    unsure: re.Pattern[str]
    forms: Mapping[EventKind, Sequence[re.Pattern[str]]]
    named: Callable[[str], Sequence[Named] | None]
    count: Callable[[str], int | None]
    year: re.Pattern[str]


def shifts(text: str, kind: EventKind, words: ShiftWords) -> Iterator[EffectStatement]:
    """Yield the suspensions or extensions of instruments that a text names, one statement for each instrument."""
    forms = words.forms.get(kind, ())
    for start, end in words.sentences(text) if forms else ():
        lead = words.lead.match(text[start:end])
        begin = start + (lead.end() if lead else 0)
        begin += len(text[begin:end]) - len(text[begin:end].lstrip(_EDGES))
        sentence = text[begin:end].rstrip()
        match = next(filter(None, (form.fullmatch(sentence) for form in forms)), None)
        if match is not None:
            yield from _read(match, begin, kind, words)


def _read(match: re.Match[str], begin: int, kind: EventKind, words: ShiftWords) -> Iterator[EffectStatement]:
    groups = match.groupdict()
    named = words.named(match["names"].strip(" ,"))
    printed = next((said for name, said in groups.items() if name.startswith("until") and said), None)
    counted = next((name for name in groups if name.startswith("unit") and groups[name]), None)
    if named is None or words.unsure.search(_without(match[0], printed)):
        return
    until = words.days.read(printed) if printed else None
    years = _years(groups, counted, words) if counted else None
    if (printed and until is None) or (counted and (years is None or kind is EventKind.SUSPENSION)):
        return
    if kind is EventKind.EXTENSION and until is None and years is None:
        return
    for title, number, extent in named:
        span = begin + match.start(), begin + match.end()
        yield EffectStatement(*span, match[0], kind, title, number, extent, until=until, years=years)


def _without(sentence: str, printed: str | None) -> str:
    """Return a sentence up to its last day: jusqu'au 31 décembre is no condition."""
    if printed is None:
        return sentence
    before, _, behind = sentence.partition(printed)
    return f"{before.rstrip().rpartition(' ')[0]} {behind}"


def _years(groups: Mapping[str, str | None], unit: str, words: ShiftWords) -> int | None:
    said, count = groups[unit], groups[unit.replace("unit", "n")]
    return words.count(count) if said and count and words.year.match(said) else None
