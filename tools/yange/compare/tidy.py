"""Tidying hunks for reading: no scraps, no soup of words, no names cut in two."""

from __future__ import annotations

from collections.abc import Sequence

from yange.compare.compounds import Compounds
from yange.compare.hunks import Hunk, join, length, text_of
from yange.compare.slide import slide
from yange.compare.style import same_but_style
from yange.compare.tokens import Token

__all__ = ["tidy"]

_PUNCTUATION = frozenset("。!?;,:、()[]<>《》\"'…|")
_SCRAP = 3  # key characters; longer equal runs are words a reader wants to see stay
_STRONG = 10  # an equal run this long always stands by itself
_SOUP = 0.30
_LONG = 30


def tidy(hunks: Sequence[Hunk], old: Compounds, new: Compounds) -> tuple[Hunk, ...]:
    """Return the same difference told more legibly; nothing is lost, only equal scraps are told as changed."""
    return tuple(_widen(slide(_collapse(_absorb(join(hunks)))), old, new))


def _is_scrap(tokens: Sequence[Token]) -> bool:
    """Tell whether an equal run is too short to read by itself and holds neither punctuation nor an atom."""
    return length(tokens) <= _SCRAP and not any(t.atom or _PUNCTUATION & set(t.text) for t in tokens)


def _absorb(hunks: list[Hunk]) -> list[Hunk]:
    """Draw scraps between two changes into one change, where both changes are at least as long as the scrap."""
    done: list[Hunk] = []
    for at, hunk in enumerate(hunks):
        inside = 0 < at < len(hunks) - 1
        if hunk.equal and inside and _is_scrap(hunk.old):
            size = length(hunk.old)
            around = (done[-1], hunks[at + 1])
            if all(_may_absorb(h, size) for h in around) and _mixed(around):
                hunk = Hunk(hunk.old, hunk.new, equal=False)
        done.append(hunk)
        done = join(done)
    return done


def _mixed(around: tuple[Hunk, Hunk]) -> bool:
    """Tell whether joining two changes hides no plain insertion or deletion beside a plain one of its own kind."""
    return any(hunk.old and hunk.new for hunk in around) or bool(around[0].old) != bool(around[1].old)


def _may_absorb(hunk: Hunk, size: int) -> bool:
    """Tell whether a change may draw in a scrap beside it; a change of mere style stays by itself."""
    big = max(length(hunk.old), length(hunk.new)) >= size
    return big and not same_but_style(text_of(hunk.old), text_of(hunk.new))


def _collapse(hunks: list[Hunk]) -> list[Hunk]:
    """Tell a stretch as one change where little of it stayed between many changes."""
    done: list[Hunk] = []
    window: list[Hunk] = []
    for hunk in [*hunks, None]:
        if hunk is not None and not (hunk.equal and length(hunk.old) >= _STRONG):
            window.append(hunk)
            continue
        done += _told_as_one(window)
        window = []
        if hunk is not None:
            done.append(hunk)
    return join(done)


def _told_as_one(window: list[Hunk]) -> list[Hunk]:
    changed = [at for at, hunk in enumerate(window) if not hunk.equal]
    if len(changed) < 3:
        return window
    first, last = changed[0], changed[-1] + 1
    inner = window[first:last]
    equal = sum(length(hunk.old) for hunk in inner if hunk.equal)
    size = sum(max(length(hunk.old), length(hunk.new)) for hunk in inner if not hunk.equal)
    plain = all(hunk.equal or not (hunk.old and hunk.new) for hunk in inner)
    if plain or size < _LONG or equal / (equal + size) >= _SOUP:
        return window
    whole = Hunk(sum((hunk.old for hunk in inner), ()), sum((hunk.new for hunk in inner), ()), equal=False)
    return [*window[:first], whole, *window[last:]]


def _widen(hunks: list[Hunk], old: Compounds, new: Compounds) -> list[Hunk]:
    """Widen a replacement over the word after it where both texts keep the two together: names end in their head."""
    done = list(hunks)
    for at, hunk in enumerate(done):
        if hunk.equal or not hunk.old or not hunk.new or same_but_style(text_of(hunk.old), text_of(hunk.new)):
            continue
        after = done[at + 1] if at + 1 < len(done) else None
        if after and after.equal and after.old and all(map(_is_name, (after.old[0], hunk.old[-1], hunk.new[-1]))):
            word = after.old[0]
            if _name_with(old, hunk.old[-1], word) and _name_with(new, hunk.new[-1], after.new[0]):
                done[at] = Hunk((*hunk.old, word), (*hunk.new, after.new[0]), equal=False)
                done[at + 1] = Hunk(after.old[1:], after.new[1:], equal=True)
    # neighbours are not joined again: a name that changed and a 应 that became 应当 beside it are two changes
    return [hunk for hunk in done if hunk.old or hunk.new]


def _name_with(compounds: Compounds, one: Token, other: Token) -> bool:
    """Tell whether two neighbouring words make one name; an atom is a whole name already."""
    return one.atom is None and other.atom is None and compounds.together(one, other)


def _is_name(token: Token) -> bool:
    return token.atom is None and len(token.text) >= 2 and not _PUNCTUATION & set(token.text)
