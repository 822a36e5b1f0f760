"""The values in a stretch of text: amounts, terms, shares, days, bodies, numbers, and the words of duty.

Two bounds of one range are one value (五万元以上五十万元以下): a reader wants to see which range became which.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from itertools import accumulate, pairwise

from yange.compare.text.atoms import FIGURES, Atom, AtomKind, find_atoms
from yange.compare.text.dictionary import is_spaced, readers, words
from yange.compare.text.keys import Key, make_key
from yange.compare.text.numerals import plain_figure
from yange.compare.text.vocabulary import Vocabulary
from yange.compare.weights import WEIGHTS
from yange.law import Grammar, Law

__all__ = ["AWAY", "MODALITY", "VALUE_KINDS", "StretchSide", "Value", "changing_alone", "values_in"]

MODALITY = "modality"
AWAY = "\ufffc"
"""The placeholder in a side for words that are in another clause."""

_KINDS = frozenset({*FIGURES, AtomKind.BODY, AtomKind.NUMBER})
VALUE_KINDS = tuple(sorted({*map(str, _KINDS), MODALITY}))
"""What the table of changed values calls its kinds."""

_DASH = "[-~]"
_NOTHING = "(?!)"


@dataclass(slots=True)
class StretchSide:
    """One side of a stretch: its raw text, and where in it something changed (raw offsets, half-open)."""

    raw: str = ""
    changed: list[tuple[int, int]] = field(default_factory=list)

    def add(self, text: str, *, changed: bool) -> tuple[int, int]:
        """Add text and return its span."""
        span = len(self.raw), len(self.raw) + len(text)
        self.raw += text
        if changed:
            self.changed.append(span)
        return span

    def unchanged_before(self, at: int) -> int:
        """Return how many characters before a raw offset are outside all changes: equal for places that match."""
        return at - sum(min(end, at) - start for start, end in self.changed if start < at)

    def changes_within(self, start: int, end: int) -> bool:
        """Return whether no change that touches a span goes beyond it, blanks aside."""
        touching = [span for span in self.changed if span[0] < end and start < span[1]]
        return all(not (self.raw[first:start] + self.raw[end:last]).strip() for first, last in touching)


@dataclass(frozen=True, slots=True)
class Value:
    """One value: its kind, what makes two values one, how it is printed, and its place.

    ``start`` and ``end`` are raw offsets in the side; ``left`` and ``right`` the key text around it; ``bound`` is
    how it is printed together with the bound after it, where it has one.
    """

    kind: str
    group: str
    key: str
    raw: str
    start: int
    end: int
    left: str
    right: str
    bound: str = ""
    range: bool = False
    touched: bool = False
    """Whether a change touches it."""


def values_in(side: StretchSide, vocabulary: Vocabulary) -> list[Value]:
    """Return the values of one side, in order."""
    return [replace(value, touched=True) if _touched(value, side) else value for value in _all(side.raw, vocabulary)]


@dataclass(frozen=True, slots=True)
class _Forms:
    """What joins, bounds and marks values in the languages of one law."""

    joint: re.Pattern[str]
    bound: re.Pattern[str]
    account: re.Pattern[str]
    multiple: re.Pattern[str]
    modal: tuple[tuple[str, re.Pattern[str], bool], ...]
    same: dict[str, str]
    bounds: tuple[tuple[str, str], ...]


@cache
def _forms(law: Law) -> _Forms:
    def either(forms: Callable[[Grammar], tuple[str, ...]], *more: str) -> re.Pattern[str]:
        return re.compile("|".join((*(form for grammar in law for form in forms(grammar)), *more)) or _NOTHING)

    return _Forms(
        either(lambda grammar: grammar.values.joints, _DASH),
        either(lambda grammar: grammar.values.bounds),
        either(lambda grammar: grammar.values.accounts),
        either(lambda grammar: grammar.values.multiples),
        tuple((*row, grammar.style.whole_words) for grammar in law for row in grammar.style.modality),
        {word: shared for grammar in law for word, shared in grammar.style.same.items()},
        tuple(pair for grammar in law for pair in grammar.style.bounds),
    )


@cache
def changing_alone(law: Law) -> frozenset[str]:
    """Return the words of duty that change a rule when inserted or deleted alone: 可以并处罚款 → 并处罚款."""
    return frozenset[str]().union(*(grammar.style.alone for grammar in law))


@lru_cache(maxsize=2048)
def _all(raw: str, vocabulary: Vocabulary) -> Sequence[Value]:
    key = make_key(raw, vocabulary.law)
    figures = list(_figures(key, vocabulary))
    ranges = [(value.start, value.end) for value in figures if value.range]
    modal = [v for v in _modal(key, vocabulary.law) if not _meets(ranges, v.start, v.start + 1)]
    return sorted([*figures, *modal], key=lambda value: value.start)


def _touched(value: Value, side: StretchSide) -> bool:
    return _meets(side.changed, value.start, value.end)


def _meets(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Return whether one of some spans, in order and disjoint, overlaps ``[start, end)``."""
    before = bisect_left(spans, (end, -1)) - 1
    return before >= 0 and start < spans[before][1]


def _figures(key: Key, vocabulary: Vocabulary) -> Iterator[Value]:
    forms = _forms(vocabulary.law)
    read = _Reading(key, vocabulary.law)
    found = (atom for atom in find_atoms(key.text, vocabulary) if atom.kind in _KINDS and not _broken(key, atom))
    atoms = [_with_unit(key.text, atom, forms) for atom in found]
    after = None
    for one, other in pairwise([*atoms, Atom(len(key), len(key), AtomKind.LABEL)]):
        if one is after:
            continue
        ranged = one.kind is other.kind and one.kind in FIGURES
        if ranged and _joins(forms, key.text[one.end : other.start]):
            after = other
            bound = forms.bound.match(key.text, other.end)
            yield read.value(one.kind, one.start, bound.end() if bound else other.end, range=True)
        else:
            yield read.value(one.kind, one.start, one.end)


def _joins(forms: _Forms, between: str) -> bool:
    """Return whether words between two figures make them a range; a key has no blank after a sign: 5€a 10€."""
    return forms.joint.fullmatch(between) is not None or forms.joint.fullmatch(f" {between.lstrip()}") is not None


def _broken(key: Key, atom: Atom) -> bool:
    """Return whether a figure numbers a line or a note, or joins the end of one line and the number of the next.

    5. before 2 on the next line is one figure of the key.
    """
    if atom.kind is not AtomKind.FIGURE:
        return False
    first, last = key.starts[atom.start], key.ends[atom.end - 1]
    if key.raw[max(0, first - 2) : first] == "( " and key.raw[last : last + 2] == " )":
        return True  # the mark of a footnote, as the Official Journal prints it
    if key.raw[max(0, first - 2) : first] == "[^":
        return True  # and as Markdown does
    opens = not key.raw[:first].strip(" \t") or key.raw[:first].rstrip(" \t").endswith("\n")
    return ".\n" in key.raw[first:last] or (opens and key.raw[last : last + 1] in {".", ")"})


def _with_unit(key: str, atom: Atom, forms: _Forms) -> Atom:
    """Return an amount for a plain number before the unit that a convention or the text itself defines."""
    unit = forms.account.match(key, atom.end) if atom.kind is AtomKind.FIGURE else None
    return Atom(atom.start, unit.end(), AtomKind.AMOUNT) if unit else atom


def _modal(key: Key, law: Law) -> Iterator[Value]:
    modal = _forms(readers(law, key.text)).modal
    matches = [(group, match, whole) for group, form, whole in modal for match in form.finditer(key.text)]
    if not matches:
        return
    read, border = _Reading(key, law), _borders(key.text, law)
    for group, match, whole in matches:
        # 有权 in 所有权 is no right to do something
        if not whole or (border(match.start()) and border(match.end())):
            yield read.value(MODALITY, match.start(), match.end(), group)


def _borders(text: str, law: Law) -> Callable[[int], bool]:
    """Return what says whether words meet at a place of a text; words separated by blanks are read one by one."""
    if not is_spaced(law):
        return {0, *accumulate(map(len, words(text, law)))}.__contains__

    def border(at: int) -> bool:
        if at in {0, len(text)} or text[at - 1] == " " or text[at] == " ":
            return True
        start, end = text.rfind(" ", 0, at) + 1, text.find(" ", at)
        return at - start in accumulate(map(len, words(text[start : end if end >= 0 else None], law)))

    return border


@dataclass(frozen=True, slots=True)
class _Reading:
    """Makes the values of one key."""

    key: Key
    law: Law

    def value(self, kind: str, start: int, end: int, group: str = "", *, range: bool = False) -> Value:  # noqa: A002
        key, forms, text = self.key, _forms(self.law), self.key.text[start:end]
        bound = None if range or group or kind not in FIGURES else forms.bound.match(key.text, end)
        # of the gain or the value: a fine is set so, or in money
        multiple = kind is AtomKind.COUNT and forms.multiple.search(text)
        return Value(
            str(kind),
            group or str(AtomKind.AMOUNT if multiple else kind),
            self._compared(text, group),
            key.raw_of(start, end),
            key.starts[start],
            key.ends[end - 1],
            _around(key.text, start, -1),
            _around(key.text, bound.end() if bound else end, 1),
            key.raw_of(start, bound.end()) if bound else "",
            range,
        )

    def _compared(self, text: str, group: str) -> str:
        """Return what makes two values one."""
        forms = _forms(self.law)
        if group == "bound":
            for word, read in forms.bounds:
                text = text.replace(word, read)
            return text
        if group:
            text = text[:1].lower() + text[1:]  # a word of duty may begin a sentence: Está prohibido
            return forms.same.get(text, text)
        return plain_figure(text, self.law)


_SENTENCE_END = re.compile(r"[。!?]|\.(?=[A-ZÀ-Þ])")


def _around(key: str, at: int, way: int) -> str:
    """Return the text of a key before (``way`` -1) or after (1) a place, without placeholders (:data:`AWAY`).

    It is of the same sentence: which words the next one begins with says nothing of a value.
    """
    near = _beside(key, at, way)
    ends = [match.end() for match in _SENTENCE_END.finditer(near)]
    return near if not ends else near[ends[-1] :] if way < 0 else near[: ends[0]]


def _beside(key: str, at: int, way: int) -> str:
    size = 2 * WEIGHTS.values.reach
    while True:
        near = (key[max(0, at - size) : at] if way < 0 else key[at : at + size]).replace(AWAY, "")
        if len(near) >= WEIGHTS.values.reach or size > len(key):
            return near[-WEIGHTS.values.reach :] if way < 0 else near[: WEIGHTS.values.reach]
        size *= 4
