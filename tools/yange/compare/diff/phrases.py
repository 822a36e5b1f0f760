"""Phrases in languages that separate words by blanks: an edit is a phrase, or an old and a new block.

Two rewritten sentences always share an article or a preposition here and there. Shown word by word they would read as
a salad of pairs; what stayed between two changes is therefore shown as changed where it says less than they do.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from yange.compare.diff.hunks import Hunk, join
from yange.compare.text.atoms import AtomKind
from yange.compare.text.dictionary import function_words
from yange.compare.text.tokens import Token
from yange.compare.weights import WEIGHTS
from yange.law import Law

__all__ = ["in_phrases"]

_ENDS = frozenset(".;:。?!|")
"""Stops that end a sentence, an item or a cell; a change on one side of them is none with a change on the other."""


def in_phrases(hunks: Sequence[Hunk], law: Law) -> list[Hunk]:
    """Return the same difference with words that stayed by chance shown as changed, sentence by sentence."""
    done: list[Hunk] = []
    sentence: list[Hunk] = []
    for hunk in _parted(hunks):
        sentence.append(hunk)
        if hunk.equal and _ends(hunk.old[-1]):
            done += _block(_absorbed(sentence, law), law)
            sentence = []
    return join([*done, *_block(_absorbed(sentence, law), law)])


def _ends(token: Token) -> bool:
    return token.atom is AtomKind.LABEL or token.text in _ENDS


def _parted(hunks: Sequence[Hunk]) -> list[Hunk]:
    """Divide equal runs behind every stop and label in them."""
    parts: list[Hunk] = []
    for hunk in hunks:
        if not hunk.equal:
            parts.append(hunk)
            continue
        places = [0, *(at for at, token in enumerate(hunk.old, 1) if _ends(token)), len(hunk.old)]
        parts += [Hunk(hunk.old[a:b], hunk.new[a:b], True) for a, b in pairwise(places) if a < b]
    return parts


def weight(tokens: Sequence[Token], law: Law) -> float:
    """Return how much words say: 1 for each, less for those that only join others, nothing for punctuation."""
    few = function_words(law)
    return sum([_weight(token.text, token.atom is None, few) for token in tokens])


@lru_cache(maxsize=16384)
def _weight(text: str, word: bool, few: frozenset[str]) -> float:
    if word and not any(map(str.isalnum, text)):
        return 0.0
    return WEIGHTS.reading.joining if text.lower() in few else 1.0


def _size(hunk: Hunk, law: Law) -> float:
    return max(weight(hunk.old, law), weight(hunk.new, law))


def _absorbed(hunks: list[Hunk], law: Law) -> list[Hunk]:
    """Join two changes across words that say no more than either of them, until none are left."""
    done: list[Hunk] = []
    for hunk in join(hunks):
        done.append(hunk)
        while len(done) >= 3 and not hunk.equal and _is_scrap(done[-3:], law):
            done[-3:] = [_joined(done[-3:])]
    return done


def _joined(hunks: Sequence[Hunk]) -> Hunk:
    return Hunk(tuple(t for h in hunks for t in h.old), tuple(t for h in hunks for t in h.new), False)


def _is_scrap(three: Sequence[Hunk], law: Law) -> bool:
    before, kept, after = three
    if before.equal or not kept.equal or not _mixed(before, after):
        return False
    if any(_is_swap(hunk) or _is_set_off(hunk) for hunk in (before, after)) or any(map(_ends, kept.old)):
        return False
    size, beside = weight(kept.old, law), min(_size(before, law), _size(after, law))
    reading = WEIGHTS.reading
    return size <= min(beside, reading.scrap_beside_long if beside >= reading.long_words else reading.scrap_words)


def _mixed(before: Hunk, after: Hunk) -> bool:
    """Return whether two changes may be joined: not two plain insertions, and not two plain deletions."""
    return any(hunk.old and hunk.new for hunk in (before, after)) or bool(before.old) != bool(after.old)


def _is_swap(hunk: Hunk) -> bool:
    """Return whether a change is one value or one citation for another: it reads well by itself."""
    return len(hunk.old) == len(hunk.new) == 1 and hunk.old[0].atom is not None and hunk.old[0].atom is hunk.new[0].atom


def _is_set_off(hunk: Hunk) -> bool:
    """Return whether a change is a phrase in commas, or whole sentences, more or less: it reads well by itself."""
    own = hunk.old or hunk.new
    if (hunk.old and hunk.new) or len(own) < 3:
        return False
    return own[0].text == own[-1].text == "," or own[-1].text in _ENDS


def _block(hunks: list[Hunk], law: Law) -> list[Hunk]:
    """Show the changes of a sentence as one, from the first to the last, where little stayed between them."""
    changed = [at for at, hunk in enumerate(hunks) if not hunk.equal]
    if len(changed) < 3:
        return hunks
    first, last = changed[0], changed[-1] + 1
    inner = hunks[first:last]
    if (
        not any(hunk.old and hunk.new for hunk in inner)
        and len({bool(hunk.old) for hunk in inner if not hunk.equal}) < 2
    ):
        return hunks
    kept = sum(weight(hunk.old, law) for hunk in inner if hunk.equal)
    # what only went or came reads well by itself: it counts half; so does a long replacement: it counts to a bound
    long = WEIGHTS.reading.long_words
    sizes = [min(_size(hunk, law), long) * (1 if hunk.old and hunk.new else 0.5) for hunk in inner if not hunk.equal]
    size = sum(sizes)
    if not size or kept / (kept + size) >= WEIGHTS.reading.soup_words:
        return hunks
    return [*hunks[:first], _joined(inner), *hunks[last:]]
