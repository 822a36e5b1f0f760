"""Insertions and deletions at an end of a replacement, set apart from what was replaced.

Where → Without prejudice to Article 31, where is a phrase inserted before a word that lost its capital; of 29 May →
of the Council of 13 November is a phrase inserted before a day that changed. Only languages with blanks between words
are read in this way: in others the ends of a replacement are parted by counterparts alone
(:func:`yange.compare.diff.tidy.with_names`).
"""

from __future__ import annotations

from collections.abc import Sequence

from yange.compare.diff.hunks import Hunk, identity
from yange.compare.text.atoms import FIGURES, AtomKind
from yange.compare.text.dictionary import function_words
from yange.compare.text.tokens import Token
from yange.compare.weights import WEIGHTS
from yange.law import Law

__all__ = ["set_apart"]

_STOPS = frozenset(",;:.。?!|")
_ENDS = frozenset(";.。?!|")
_VALUES = FIGURES | {AtomKind.CITED, AtomKind.NUMBER}
_OPEN, _CLOSED = "(", ")"
_OPENING = frozenset("\"'([«“‘")


def set_apart(hunks: Sequence[Hunk], law: Law) -> list[Hunk]:
    """Return the same difference with insertions and deletions at the ends of replacements as changes of their own."""
    return _rounded([part for hunk in _with_labels(hunks) for part in _parts(hunk)], law)


def _with_labels(hunks: Sequence[Hunk]) -> list[Hunk]:
    """Show an item of which no word stayed with its label: 3. x → (e) y is no change of a label and one of words."""
    done = list(hunks)
    for at in range(1, len(done)):
        before, hunk = done[at - 1 : at + 1]
        if hunk.equal or not (before.equal and before.old and hunk.old and hunk.new):
            continue
        first = _label_before(before)
        whole = at + 1 == len(done) or done[at + 1].old[0].text in _ENDS or done[at + 1].old[0].atom is AtomKind.LABEL
        if first and whole:
            done[at - 1] = Hunk(before.old[:-first], before.new[:-first], True)
            done[at] = Hunk((*before.old[-first:], *hunk.old), (*before.new[-first:], *hunk.new), False)
    return [hunk for hunk in done if hunk.old or hunk.new]


def _label_before(hunk: Hunk) -> int:
    """Return how many words at the end of what stayed are an item's other label, and the quote that it may open."""
    for back in (1, 2)[: len(hunk.old)]:
        was, now = hunk.old[-back], hunk.new[-back]
        if was.atom is now.atom is AtomKind.LABEL:
            return back if was.text != now.text else 0
        if was.text not in _OPENING:
            return 0
    return 0


def _parts(hunk: Hunk) -> list[Hunk]:
    if hunk.equal or not (hunk.old and hunk.new):
        return [hunk]
    return _stop_before_items(hunk) or _parenthesis(hunk) or _before_last(hunk) or [hunk]


def _stop_before_items(hunk: Hunk) -> list[Hunk]:
    """Separate the stop of the item before: . → ; is no change of the items behind it."""
    sides = hunk.old, hunk.new
    if not all(len(side) > 1 and side[0].text in _ENDS and side[1].atom is AtomKind.LABEL for side in sides):
        return []
    return [Hunk(hunk.old[:1], hunk.new[:1], False), Hunk(hunk.old[1:], hunk.new[1:], False)]


def _before_last(hunk: Hunk) -> list[Hunk]:
    """Separate the last word of either side if it differs in its case alone, or is the only value there."""
    old, new = hunk.old, hunk.new
    if len(old) == len(new) or not (_in_other_case(old[-1], new[-1]) or _is_other_value(old, new)):
        return []
    rest = Hunk(old[:-1], new[:-1], False)
    return [rest, Hunk(old[-1:], new[-1:], False)]


def _in_other_case(one: Token, other: Token) -> bool:
    return one.text != other.text and one.text.lower() == other.text.lower()


def _is_other_value(old: Sequence[Token], new: Sequence[Token]) -> bool:
    """Return whether one side is a value, and the other words and one value of its kind at their end."""
    kind = old[-1].atom
    if min(len(old), len(new)) > 1 or kind not in _VALUES or new[-1].atom is not kind:
        return False
    return all(token.atom is not kind and token.text not in _STOPS for token in (*old[:-1], *new[:-1]))


def _parenthesis(hunk: Hunk) -> list[Hunk]:
    """Separate a phrase between two commas that one side has before words that were replaced.

    , en vertu du présent règlement, une juridiction → les juridictions is a phrase deleted and two words replaced.
    """
    for came in (True, False):
        more, less = (hunk.new, hunk.old) if came else (hunk.old, hunk.new)
        commas = [at for at, token in enumerate(more) if token.text in _STOPS]
        if len(commas) != 2 or commas[0] or {more[commas[0]].text, more[commas[1]].text} != {","}:
            continue
        phrase, rest = more[: commas[1] + 1], more[commas[1] + 1 :]
        if len(phrase) < 3 or not _is_counterpart(rest, less):
            continue
        own = Hunk((), phrase, False) if came else Hunk(phrase, (), False)
        return [own, *_trimmed(Hunk(less, rest, False) if came else Hunk(rest, less, False))]
    return []


def _is_counterpart(rest: Sequence[Token], less: Sequence[Token]) -> bool:
    """Return whether words behind a phrase took the place of the other side: they are few, or begin or end alike."""
    if not rest or any(token.text in _STOPS for token in less):
        return False
    few = max(len(rest), len(less)) <= WEIGHTS.reading.counterpart_words
    return few or identity(rest[0]) == identity(less[0]) or identity(rest[-1]) == identity(less[-1])


def _trimmed(hunk: Hunk) -> list[Hunk]:
    """Return a replacement without the words that both sides begin with."""
    alike = 0
    for one, other in zip(hunk.old, hunk.new, strict=False):
        if identity(one) != identity(other):
            break
        alike += 1
    parts = (Hunk(hunk.old[:alike], hunk.new[:alike], True), Hunk(hunk.old[alike:], hunk.new[alike:], False))
    return [part for part in parts if part.old or part.new]


def _rounded(hunks: list[Hunk], law: Law) -> list[Hunk]:
    """Move an insertion or a deletion by one word where it then is a whole phrase.

    ( 10 ) → ( service ) ( 15 ) has ( service ) inserted, and of 29 May → of the Council of 13 November of the Council.
    """
    done = list(hunks)
    for at in range(1, len(done)):
        before, hunk = done[at - 1 : at + 1]
        if (
            before.equal
            and before.old
            and not hunk.equal
            and not (hunk.old and hunk.new)
            and _is_cut(before, hunk, law)
        ):
            own, left, other = (hunk.old, before.old, before.new) if hunk.old else (hunk.new, before.new, before.old)
            moved, kept = (left[-1], *own[:-1]), (own[-1], other[-1])
            done[at - 1] = Hunk(before.old[:-1], before.new[:-1], True)
            done[at] = Hunk(moved, (), False) if hunk.old else Hunk((), moved, False)
            pair = Hunk(kept[:1], kept[1:], True) if hunk.old else Hunk(kept[1:], kept[:1], True)
            return [*done[: at + 1], *_rounded([pair, *done[at + 1 :]], law)]
    return [hunk for hunk in done if hunk.old or hunk.new]


def _is_cut(before: Hunk, hunk: Hunk, law: Law) -> bool:
    """Return whether a change ends in the bracket or the joining word that is before it, and that its phrase lacks."""
    own, last = hunk.old or hunk.new, (before.old if hunk.old else before.new)[-1]
    if len(own) < 3 or own[-1].text != last.text:
        return False
    few = function_words(law)
    return (last.text == _OPEN and _CLOSED in {token.text for token in own}) or (
        last.text.lower() in few and own[-2].text.lower() not in few
    )
