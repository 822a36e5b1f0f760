"""Making hunks readable: no scraps, no unreadable mixtures, no names cut in two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import pairwise, takewhile

from yange.compare.diff.hunks import Hunk, join, length, text_of
from yange.compare.diff.phrases import in_phrases
from yange.compare.diff.sentences import apart
from yange.compare.diff.set_apart import set_apart
from yange.compare.diff.slide import gather, slide
from yange.compare.text.atoms import FIGURES, AtomKind
from yange.compare.text.compounds import Compounds
from yange.compare.text.dictionary import function_words, heads, is_spaced, is_word
from yange.compare.text.style import same_but_style
from yange.compare.text.tokens import Token
from yange.compare.weights import WEIGHTS
from yange.law import Law

__all__ = ["tidy", "with_names"]

_PUNCTUATION = frozenset("。!?;,:、()[]<>《》\"'…|")
_ENDS = frozenset("。!?;,:")


def tidy(hunks: Sequence[Hunk], law: Law) -> tuple[Hunk, ...]:
    """Return the same difference in a more readable form; nothing is lost, but equal scraps are shown as changed.

    Names that only the whole texts show are left to :func:`with_names`, which comes after.
    """
    if is_spaced(law):
        return tuple(slide(apart(_unpaused(in_phrases(_in_step(gather(join(hunks))), law))), function_words(law)))
    whole = _collapse(_absorb(_bare(_in_step(gather(join(hunks))), law), law), law)
    return tuple(slide(apart(_unpaused(whole))))


def with_names(hunks: Sequence[Hunk], old: Compounds, new: Compounds, law: Law) -> tuple[Hunk, ...]:
    """Return tidied hunks with names shown whole, and with counterparts at their ends as changes of their own."""
    # neighbours are not joined again: a name that changed and a 应 that became 应当 beside it are two changes
    widened = _widen(hunks, old, new, law)
    parts = set_apart(widened, law) if is_spaced(law) else widened
    return tuple(part for hunk in parts for part in _peeled(hunk, law))


def _peeled(hunk: Hunk, law: Law) -> list[Hunk]:
    """Separate counterparts at either end of a replacement: 甲局做出 → 乙局作出 is two changes."""
    if hunk.equal or min(len(hunk.old), len(hunk.new)) < 2:
        return [hunk]
    old, new, counterparts = hunk.old, hunk.new, _Counterparts(hunk, law)
    most = min(len(old), len(new)) - 1
    last = _how_many(most, lambda at: counterparts.are(old[-1 - at], new[-1 - at]))
    first = _how_many(most - last, lambda at: counterparts.are(old[at], new[at]))
    ends = len(old) - last, len(new) - last
    pairs = [Hunk((one,), (other,), False) for one, other in zip(old[:first], new[:first], strict=True)]
    rest = Hunk(old[first : ends[0]], new[first : ends[1]], False)
    behind = zip(old[ends[0] :], new[ends[1] :], strict=True)
    return [*pairs, rest, *(Hunk((one,), (other,), False) for one, other in behind)]


def _how_many(most: int, holds: Callable[[int], bool]) -> int:
    """Return for how many numbers from 0 on, ``most`` at most, something holds before it first fails."""
    return next((at for at in range(most) if not holds(at)), most)


class _Counterparts:
    """Decides whether a token of a replacement became another of its kind: an atom, or a word in another style.

    In a list that grew or shrank the first atom is not the counterpart of the first, and in whole phrases only one
    that ends in the same word is. What is asked of the whole replacement is computed once: it may be as long as a text.
    """

    def __init__(self, within: Hunk, law: Law) -> None:
        self._within, self._law = within, law

    def are(self, one: Token, other: Token) -> bool:
        """Return whether ``one``, of the old side, became ``other``, of the new."""
        pair = Hunk((one,), (other,), False)
        if one.atom is None:
            # a stop is no word: where a phrase before it was replaced, it ends what went and what came
            stop = {one.text, other.text} <= _PUNCTUATION and len(self._within.old) != len(self._within.new)
            return one.text != other.text and not stop and _same_sense(pair, self._law)
        if is_spaced(self._law) and (one.atom is AtomKind.LABEL or self._both_longer):
            return False  # it goes with its item, or with the words beside it: Directive 1 → Regulation 2
        alike = self._short or one.text[-2:] == other.text[-2:]
        return alike and one.text != other.text and _is_swap(pair) and one.atom in self._as_many

    @cached_property
    def _both_longer(self) -> bool:
        """Whether both sides have other words beside a value."""
        return min(len(self._within.old), len(self._within.new)) > 1

    @cached_property
    def _short(self) -> bool:
        """Whether the replacement contains no end of a phrase."""
        return not any(_ENDS & set(token.text) for token in (*self._within.old, *self._within.new))

    @cached_property
    def _as_many(self) -> frozenset[AtomKind | None]:
        """The kinds of atoms that are equally many on both sides."""
        old, new = (Counter(token.atom for token in side) for side in (self._within.old, self._within.new))
        return frozenset(kind for kind in old if old[kind] == new[kind])


def _in_step(hunks: list[Hunk]) -> list[Hunk]:
    """Show 一万元以上五万元 → 五万元以上五十万元 bound by bound: no 一万元以上 deleted, no 以上五十万元 inserted."""
    done = list(hunks)
    for at in range(len(hunks) - 2):
        first, kept, last = done[at : at + 3]
        plain = (first.old, first.new), (last.old, last.new)
        if first.equal or not kept.equal or len(kept.old) != 1 or sum(map(bool, (*plain[0], *plain[1]))) != 2:
            continue
        if first.old and last.new:
            old, new = (*first.old, *kept.old), (*kept.new, *last.new)
        elif first.new and last.old:
            old, new = (*kept.old, *last.old), (*first.new, *kept.new)
        else:
            continue
        if (
            len(old) == len(new) == 3
            and old[1].text == new[1].text
            and all(_is_figure(t) for t in (*old[::2], *new[::2]))
        ):
            done[at] = Hunk(old[:1], new[:1], False)
            done[at + 1] = Hunk(old[1:2], new[1:2], True)
            done[at + 2] = Hunk(old[2:], new[2:], False)
    return done


def _is_figure(token: Token) -> bool:
    return token.atom in FIGURES


def _bare(hunks: list[Hunk], law: Law) -> list[Hunk]:
    """Show 商标 → 注册商标 as 注册 inserted before 商标: long dictionary words are split around a word that stayed."""
    done: list[Hunk] = []
    for hunk in hunks:
        if hunk.equal or not (hunk.old and hunk.new):
            done.append(hunk)
            continue
        if kept := _kept_at_end(hunk.old[-1], hunk.new[-1], law):
            last = Hunk((*hunk.old[:-1], *kept[0]), (*hunk.new[:-1], *kept[1]), False)
            same = _begin_alike(last)
            if min(len(last.old), len(last.new)) == same:
                rest = Hunk(last.old[same:], last.new[same:], False)
                done += [Hunk(last.old[:same], last.new[:same], True), rest, Hunk(kept[2][:1], kept[2][1:], True)]
                continue
        if kept := _kept_at_start(hunk.old[0], hunk.new[0], law):
            # a name that begins in the same word changed after it; one that ends in the same word changed as a whole
            first = Hunk((*kept[0], *hunk.old[1:]), (*kept[1], *hunk.new[1:]), False)
            done += [Hunk(kept[2][:1], kept[2][1:], True), first]
            continue
        done.append(hunk)
    return join(done)


def _begin_alike(hunk: Hunk) -> int:
    """Return how many equal words both sides of a change begin with."""
    pairs = zip(hunk.old, hunk.new, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0].text == pair[1].text, pairs))


_Kept = tuple[tuple[Token, ...], tuple[Token, ...], tuple[Token, Token]]
"""What is left of the old word and of the new, and the word that stayed, on either side."""


def _kept_at_end(one: Token, other: Token, law: Law) -> _Kept | None:
    size = min(len(one.text), len(other.text))
    if not _word_within(one, other, one.text[-size:] == other.text[-size:], slice(None, -size), law):
        return None
    parts = [_cut(token, len(token.text) - size) for token in (one, other)]
    return parts[0][:-1], parts[1][:-1], (parts[0][-1], parts[1][-1])


def _kept_at_start(one: Token, other: Token, law: Law) -> _Kept | None:
    size = min(len(one.text), len(other.text))
    if not _word_within(one, other, one.text[:size] == other.text[:size], slice(size, None), law):
        return None
    parts = [_cut(token, size) for token in (one, other)]
    return parts[0][1:], parts[1][1:], (parts[0][0], parts[1][0])


def _word_within(one: Token, other: Token, alike: bool, rest: slice, law: Law) -> bool:
    """Return whether the longer word is the shorter one and a rest that is a word of its own."""
    if not alike or one.atom or other.atom or min(len(one.text), len(other.text)) < 2:
        return False
    left = max(one.text, other.text, key=len)[rest]
    return len(left) >= 2 and is_word(left, law)


def _cut(token: Token, at: int) -> tuple[Token, ...]:
    """Return a token as the tokens before and after a place in it; as one where one side is empty."""
    middle = token.start + at
    parts = Token(token.start, middle, token.text[:at]), Token(middle, token.end, token.text[at:])
    return tuple(part for part in parts if part.text)


def _is_scrap(tokens: Sequence[Token]) -> bool:
    """Return whether an equal run is too short to read by itself and contains neither punctuation nor an atom."""
    return length(tokens) <= WEIGHTS.reading.scrap and not any(t.atom or _PUNCTUATION & set(t.text) for t in tokens)


def _absorb(hunks: list[Hunk], law: Law) -> list[Hunk]:
    """Join two changes across an equal scrap where both are at least as long as the scrap."""
    done: list[Hunk] = []
    for at, hunk in enumerate(hunks):
        inside = 0 < at < len(hunks) - 1
        if hunk.equal and inside and _is_scrap(hunk.old):
            size = length(hunk.old)
            around = (done[-1], hunks[at + 1])
            if all(_may_absorb(h, size, law) for h in around) and _mixed(around) and not any(map(_is_swap, around)):
                hunk = Hunk(hunk.old, hunk.new, equal=False)
        done[-1:] = join([*done[-1:], hunk])
    return done


def _mixed(around: tuple[Hunk, Hunk]) -> bool:
    """Return whether two changes may be joined: not two plain insertions, and not two plain deletions."""
    return any(hunk.old and hunk.new for hunk in around) or bool(around[0].old) != bool(around[1].old)


def _is_swap(hunk: Hunk) -> bool:
    """Return whether a change is one atom for one of its kind: 第十二条 → 第十四条 is as readable as what stayed."""
    return len(hunk.old) == len(hunk.new) == 1 and hunk.old[0].atom is not None and hunk.old[0].atom is hunk.new[0].atom


def _may_absorb(hunk: Hunk, size: int, law: Law) -> bool:
    """Return whether a change may absorb a scrap next to it; a change of mere style stays by itself."""
    big = max(length(hunk.old), length(hunk.new)) >= size
    return big and not _same_sense(hunk, law)


def _collapse(hunks: list[Hunk], law: Law) -> list[Hunk]:
    """Show a stretch as one change where little of it stayed between many changes."""
    done: list[Hunk] = []
    window: list[Hunk] = []
    for hunk in [*hunks, None]:
        if hunk is not None and not (hunk.equal and length(hunk.old) >= WEIGHTS.reading.strong):
            window.append(hunk)
            continue
        done += _told_as_one(window, law)
        window = []
        if hunk is not None:
            done.append(hunk)
    return join(done)


def _unpaused(hunks: list[Hunk]) -> list[Hunk]:
    """Absorb a comma where it is all that stayed between two replaced phrases."""
    done = list(hunks)
    for at, (before, hunk, after) in enumerate(zip(hunks, hunks[1:], hunks[2:], strict=False), 1):
        sides = (before.old, before.new, after.old, after.new)
        if hunk.equal and text_of(hunk.old) in {"、", ","} and min(map(length, sides)) >= WEIGHTS.reading.phrase:
            done[at] = Hunk(hunk.old, hunk.new, equal=False)
    return join(done)


def _told_as_one(window: list[Hunk], law: Law) -> list[Hunk]:
    changed = [at for at, hunk in enumerate(window) if not hunk.equal]
    while changed and _same_sense(window[changed[0]], law):
        del changed[0]  # ， → 、 before words that stayed opens no block
    if len(changed) < 3:
        return window
    first, last = changed[0], changed[-1] + 1
    inner = window[first:last]
    equal = sum(length(hunk.old) for hunk in inner if hunk.equal or _is_swap(hunk))
    size = sum(max(length(hunk.old), length(hunk.new)) for hunk in inner if not (hunk.equal or _is_swap(hunk)))
    plain = all(hunk.equal or not (hunk.old and hunk.new) for hunk in inner)
    if plain or size < WEIGHTS.reading.long or equal / (equal + size) >= WEIGHTS.reading.soup:
        return window
    whole = Hunk(sum((hunk.old for hunk in inner), ()), sum((hunk.new for hunk in inner), ()), equal=False)
    return [*window[:first], whole, *window[last:]]


def _widen(hunks: Sequence[Hunk], old: Compounds, new: Compounds, law: Law) -> list[Hunk]:
    """Extend a replaced word over the head after it where both texts use the two together: 建设单位 → 项目单位."""
    done, ending = list(hunks), heads(law)
    for at, (hunk, after) in enumerate(pairwise(hunks)):
        if hunk.equal or not after.equal or not (len(hunk.old) == len(hunk.new) == 1):
            continue
        ends = after.old[0].text in ending
        names = ends and _named(old, hunk.old[0], after.old[0]) and _named(new, hunk.new[0], after.new[0])
        if names and not _same_sense(hunk, law):
            done[at] = Hunk((*hunk.old, after.old[0]), (*hunk.new, after.new[0]), equal=False)
            done[at + 1] = Hunk(after.old[1:], after.new[1:], equal=True)
    return [hunk for hunk in done if hunk.old or hunk.new]


def _same_sense(hunk: Hunk, law: Law) -> bool:
    return same_but_style(text_of(hunk.old), text_of(hunk.new), law)


def _named(compounds: Compounds, one: Token, head: Token) -> bool:
    """Return whether a word and the head after it make one name; an atom is a whole name already."""
    return one.atom is None and len(one.text) >= 2 and compounds.together(one, head)
