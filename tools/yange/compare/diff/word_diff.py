"""The word-level difference of two clauses (the one module that imports diff-match-patch).

Tokens, not characters, are compared: each different token becomes one private-use character and diff-match-patch works
over those, with its time-out off, because a time-out would make the result depend on the machine. Its time grows with
the square of the edits, so that beyond ``_MOST_EDITS`` rapidfuzz aligns instead (:mod:`yange.compare.text.spans`), as
minimally. What comes back is tidied for reading (:mod:`yange.compare.diff.tidy`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from diff_match_patch import diff_match_patch

from yange.compare.diff.hunks import Hunk, identity, join
from yange.compare.diff.items import aligned_items
from yange.compare.diff.tidy import tidy
from yange.compare.text.chains import heaviest_chain
from yange.compare.text.dictionary import is_spaced
from yange.compare.text.spans import edits_within, equal_runs
from yange.compare.text.tokens import LinedKey, Token, cut
from yange.compare.text.vocabulary import Vocabulary
from yange.law import Law

__all__ = ["apply_delta", "delta_of", "diff_keys", "diff_signs", "diff_tokens"]

_PRIVATE = (*range(0xE000, 0xF900), *range(0xF0000, 0xFFFFE), *range(0x100000, 0x10FFFE))
_MOST_EDITS = 400
"""Tokens that went or came, above which diff-match-patch is not asked: it takes 0.02 s for so many, 1.3 s for 3,700.

With 1,500 a comparison of two long directives takes 7.6 s of CPU instead of 5.5 s; with 120 it takes no less."""


def _differ() -> diff_match_patch:
    differ = diff_match_patch()
    differ.Diff_Timeout = 0
    return differ


_DIFFER = _differ()


def _encode(*sides: Sequence[Token]) -> list[str]:
    codes: dict[str, str] = {}
    encoded = []
    for side in sides:
        names = [identity(token) for token in side]
        for name in names:
            if name not in codes:
                codes[name] = chr(_PRIVATE[len(codes)])
        encoded.append("".join([codes[name] for name in names]))
    return encoded


def diff_tokens(old: Sequence[Token], new: Sequence[Token], law: Law) -> tuple[Hunk, ...]:
    """Return what stayed and what changed between two token sequences, in order, equal and changed runs in turn.

    Names that only the whole texts show are not joined yet (:func:`yange.compare.diff.tidy.with_names`).
    """
    if not is_spaced(law):
        return tidy(_hunks(old, new), law)
    parts = aligned_items(old, new, law)
    hunks = join([hunk for a, b, c, d in parts for hunk in _hunks(old[a:b], new[c:d])])
    return tidy([part for hunk in hunks for part in _trimmed(hunk)], law)


def _trimmed(hunk: Hunk) -> list[Hunk]:
    """Divide a change that begins or ends with the same words on both sides, as changes of two parts may together."""
    if hunk.equal or not (hunk.old and hunk.new):
        return [hunk]
    old, new = hunk.old, hunk.new
    most = min(len(old), len(new))
    last = next((at for at in range(most) if identity(old[-1 - at]) != identity(new[-1 - at])), most)
    first = next((at for at in range(most - last) if identity(old[at]) != identity(new[at])), most - last)
    ends = len(old) - last, len(new) - last
    return [
        Hunk(old[:first], new[:first], True),
        Hunk(old[first : ends[0]], new[first : ends[1]], False),
        Hunk(old[ends[0] :], new[ends[1] :], True),
    ]


@lru_cache(maxsize=2048)
def diff_keys(old: LinedKey, new: LinedKey, vocabulary: Vocabulary) -> tuple[Hunk, ...]:
    """Return what :func:`diff_tokens` does for two match keys; cached: a clause changes once, in several pairs."""
    sides = cut(old[0], vocabulary, old[1]), cut(new[0], vocabulary, new[1])
    return diff_tokens(*sides, vocabulary.law)


def diff_signs(old: Sequence[Token], new: Sequence[Token]) -> tuple[Hunk, ...]:
    """Return the fewest tokens that differ, untidied: for the strict view."""
    return tuple(join(_hunks(old, new)))


@lru_cache(maxsize=2048)
def _runs(first: str, second: str) -> Sequence[tuple[int, int]]:
    """Return the runs and their lengths; cached for clauses that cite what was renumbered."""
    if edits_within(first, second, _MOST_EDITS):
        return tuple((op, len(codes)) for op, codes in _DIFFER.diff_main(first, second, False))
    return tuple(_between(equal_runs(first, second), len(first), len(second)))


def _between(equal: Iterable[tuple[int, int, int, int]], old: int, new: int) -> Iterator[tuple[int, int]]:
    """Yield all runs of two texts of so many characters, given the equal ones; deletions before insertions."""
    at_old = at_new = 0
    for a, b, c, d in (*equal, (old, old, new, new)):
        yield from ((op, size) for op, size in ((-1, a - at_old), (1, c - at_new), (0, b - a)) if size)
        at_old, at_new = b, d


def _hunks(old: Sequence[Token], new: Sequence[Token]) -> list[Hunk]:
    """Return the hunks; citations that follow a renumbering stay, even where fewer edits are possible."""
    hunks: list[Hunk] = []
    at_old = at_new = 0
    for a, b in (*_followed(old, new), (len(old), len(new))):
        hunks += _between_anchors(old[at_old:a], new[at_new:b])
        if a < len(old):
            hunks.append(Hunk((old[a],), (new[b],), equal=True))
        at_old, at_new = a + 1, b + 1
    return hunks


def _followed(old: Sequence[Token], new: Sequence[Token]) -> list[tuple[int, int]]:
    """Return the places on both sides of citations that follow a renumbering, once on each side and in one order.

    In 违反第二条或者第三条 → 违反第三条、第四条或者第五条 the fewest edits would keep 或者 and exchange the numbers.
    """
    places = {identity(token): at for at, token in enumerate(old) if token.follows not in {"", token.text}}
    if not places:
        return []
    counts = Counter(map(identity, old)), Counter(map(identity, new))
    here = {identity(token): at for at, token in enumerate(new) if identity(token) in places}
    once = [name for name in places if counts[0][name] == counts[1][name] == 1]
    chain = heaviest_chain([(places[name], here[name], 1.0) for name in once])
    return [(a, b) for a, b, _ in chain]


def _between_anchors(old: Sequence[Token], new: Sequence[Token]) -> list[Hunk]:
    hunks: list[Hunk] = []
    at_old = at_new = 0
    for op, size in _runs(*_encode(old, new)):
        size_old, size_new = (size if op <= 0 else 0), (size if op >= 0 else 0)
        part = Hunk(tuple(old[at_old : at_old + size_old]), tuple(new[at_new : at_new + size_new]), equal=op == 0)
        at_old, at_new = at_old + size_old, at_new + size_new
        hunks.append(part)
    return hunks


_OPS = {"delete": -1, "equal": 0, "insert": 1}


def delta_of(pieces: Sequence[tuple[str, str]]) -> str:
    """Return diff-match-patch's delta of ``(op, text)`` pieces; it counts in UTF-16 units, as the library does."""
    delta: str = _DIFFER.diff_toDelta([(_OPS[op], text) for op, text in pieces])
    return delta


def apply_delta(old: str, delta: str) -> str:
    """Return the new text that ``delta`` makes of ``old``; ``ValueError`` where it does not fit."""
    new: str = _DIFFER.diff_text2(_DIFFER.diff_fromDelta(old, delta))
    return new
