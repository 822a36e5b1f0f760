"""The terms replaced throughout: the same replacement in three or more clauses, reported once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from yange.compare.findings.values_in_text import MODALITY
from yange.compare.result import Change, Edge, Operation, TermChange, ValueChange
from yange.compare.text.dictionary import function_words, heads, is_spaced, words
from yange.compare.text.keys import make_key
from yange.compare.weights import WEIGHTS
from yange.law import Law

__all__ = ["changed_terms", "not_told_as_terms"]

_TERM = re.compile(r"[\w《》<>\"'()·/-]{2,24}")
_SPACED_TERM = re.compile(r"[^\W\d_](?:[^\W\d_]|[ '·/-](?=[^\W\d_]))+")
"""A term of a language with blanks between words: words in letters alone, no number and no stop."""
_MOST_WORDS = 4
_LONGEST = 120  # characters of an edit; no term is as long
_NOTHING = "(?!)"
_WHOLE = frozenset({Operation.INSERTED, Operation.REPEALED})
"""What happens to whole clauses: no term in them was exchanged for another."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where one replacement is: the new clause, and the words that stayed on either side."""

    clause: str
    before: str
    after: str


def changed_terms(changes: Sequence[Change], law: Law) -> tuple[TermChange, ...]:
    """Return the replacements that three or more clauses contain, the most frequent first.

    ``changes`` are all of two texts. Clauses of the new text that still have the old term are named with it; a term
    that as many clauses kept as replaced was not replaced throughout and is left out.
    Where the head of a name was replaced and the same word is before it every time, that word is reported with it:
    仲裁委员会 → 仲裁机构; and so is a head that stayed: 其他组织 → 非法人组织.
    """
    places: defaultdict[tuple[str, str], list[_Place]] = defaultdict(list)
    for change in changes:
        for edge in change.edges if change.operation not in _WHOLE else ():
            for pair, place in _replacements(edge, law):
                places[pair].append(place)
    several = [
        _term(*pair, at, law)
        for pair, at in places.items()
        if len({place.clause for place in at}) >= WEIGHTS.values.throughout
    ]
    if not several:
        return ()
    texts = [
        (label, make_key(text, law).text)
        for change in changes
        for label, text in zip(change.new, change.new_texts, strict=True)
    ]
    found = (replace(term, survives=_surviving(term, texts)) for term in several)
    kept = (term for term in found if len(term.survives) < len(term.clauses))
    return tuple(sorted(kept, key=lambda term: (-term.count, term.old, term.new)))


def not_told_as_terms(values: Iterable[ValueChange], terms: Sequence[TermChange], law: Law) -> tuple[ValueChange, ...]:
    """Return the values without words of duty of equal force that were exchanged throughout, as a term tells."""
    told = [
        {term.old, term.new}
        for term in terms
        if any({term.old, term.new} <= words for grammar in law for words in grammar.style.equal_force)
    ]
    return tuple(value for value in values if value.kind != MODALITY or {value.old, value.new} not in told)


def _surviving(term: TermChange, texts: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return the clauses (label, match key) that contain the old term other than as a part of the new term."""
    old, new = _whole(make_key(term.old).text), _whole(make_key(term.new).text)
    bare = make_key(term.old).text
    return tuple(dict.fromkeys(label for label, text in texts if bare in text and old.search(new.sub("\n", text))))


def _whole(term: str) -> re.Pattern[str]:
    """Return a pattern of a term; one in letters of an alphabet is a word of its own: bank is not in bankers."""
    letter = "[A-Za-z\u00c0-\u024f]"
    before, after = (
        rf"(?{look}{letter})" if re.match(letter, end) else ""
        for look, end in zip(("<!", "!"), (term[0], term[-1]), strict=True)
    )
    return re.compile(f"{before}{re.escape(term)}{after}")


def _term(old: str, new: str, places: list[_Place], law: Law) -> TermChange:
    before = {place.before for place in places}
    after = {place.after for place in places}
    left = before.pop() if len(before) == 1 and {old, new} <= heads(law) else ""
    right = after.pop() if len(after) == 1 and after <= heads(law) else ""
    clauses = tuple(dict.fromkeys(place.clause for place in places))
    return TermChange(left + old + right, left + new + right, len(places), clauses)


def _replacements(edge: Edge, law: Law) -> Iterator[tuple[tuple[str, str], _Place]]:
    for at in range(len(edge.edits) - 1):
        was, now = edge.edits[at : at + 2]
        if (was.op, now.op) != ("delete", "insert") or was.grade is not now.grade or was.elsewhere:
            continue
        if was.grade is not None and was.grade.is_printing:
            continue
        old, new = _term_in(was.text, law), _term_in(now.text, law)
        if old and new and old != new:
            before = edge.edits[at - 1].text if at and edge.edits[at - 1].op == "equal" else ""
            after = edge.edits[at + 2].text if at + 2 < len(edge.edits) and edge.edits[at + 2].op == "equal" else ""
            yield (old, new), _Place(edge.new, _word(before, -1, law), _word(after, 0, law))


@cache
def _no_terms(law: Law) -> re.Pattern[str]:
    return re.compile("|".join(form for grammar in law for form in grammar.words.no_terms) or _NOTHING)


@cache
def _names(law: Law) -> re.Pattern[str]:
    return re.compile("|".join(form for grammar in law for form in grammar.words.names) or _NOTHING)


def _term_in(text: str, law: Law) -> str:
    """Return the term that one side of a replacement is; the empty string if it is none.

    Where blanks separate words it is without the articles and prepositions at its ends: le tribunal → la juridiction
    is tribunal → juridiction, and of → to is no term.
    """
    if len(text) > _LONGEST:
        return ""
    key = make_key(text).text
    if not is_spaced(law):
        return text if _TERM.fullmatch(key) and not _no_terms(law).match(key) else ""
    few, parts = function_words(law), words(key, law)
    kept = [at for at, word in enumerate(parts) if word != " " and word.lower() not in few]
    name = "".join(parts[kept[0] : kept[-1] + 1]) if kept else ""
    if len(kept) > _MOST_WORDS or not _SPACED_TERM.fullmatch(name) or _no_terms(law).match(name):
        return ""
    return name


def _word(text: str, at: int, law: Law) -> str:
    """Return the first or the last word of a text, where it is a word that could be part of a name."""
    near = text[-12:] if at else text[:12]
    found = words(near, law)
    return found[at] if found and _names(law).fullmatch(found[at]) else ""
