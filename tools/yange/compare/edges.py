"""From a pair of units to an edge: its words compared, graded, and kept so that either side can be rebuilt."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from itertools import groupby

from yange.compare.diff.hunks import Hunk, length, text_of
from yange.compare.diff.phrases import weight
from yange.compare.diff.rebuild import rebuild
from yange.compare.diff.tidy import with_names
from yange.compare.diff.word_diff import delta_of, diff_keys, diff_signs, diff_tokens
from yange.compare.findings.grades import GradeRules
from yange.compare.match.renumbering import follow
from yange.compare.match.series import annex_of, article_number
from yange.compare.result import Band, Edge, Edit, Grade
from yange.compare.text.atoms import AtomKind
from yange.compare.text.compounds import NO_COMPOUNDS, Compounds
from yange.compare.text.dictionary import is_spaced
from yange.compare.text.keys import Key
from yange.compare.text.tokens import LinedKey, Token, cut, lined, signs
from yange.compare.text.units import Unit
from yange.compare.text.vocabulary import Vocabulary
from yange.compare.weights import WEIGHTS
from yange.law import Law

__all__ = ["Held", "PairContext", "edge_hunks", "make_edge", "stayed", "unchanged"]

Held = Sequence[tuple[int, int, str]]
"""Runs of a unit's key that are in a clause other than the partner: start, end (half-open), label of that clause."""


@dataclass(frozen=True, slots=True)
class PairContext:
    """What is known of the two whole texts when one pair of clauses is compared."""

    vocabulary: Vocabulary
    rules: GradeRules
    compounds: tuple[Compounds, Compounds] = (NO_COMPOUNDS, NO_COMPOUNDS)
    chars: bool = False
    """Whether single characters are compared instead of words."""
    annexes: Mapping[str, GradeRules] = field(default_factory=dict, compare=False)
    """The rules for articles of an annex that have numbers of their own, by the path of the annex."""

    def of(self, old: Unit) -> PairContext:
        """Return the same for the old unit of a pair: in an annex, Article 1 may be that of the annex."""
        rules = self.annexes.get(annex_of(old, self.vocabulary.law)) if self.annexes else None
        return self if rules is None else replace(self, rules=rules, annexes={})


def make_edge(old: Unit, new: Unit, context: PairContext, band: Band, held_old: Held = (), held_new: Held = ()) -> Edge:
    """Return the edge between two units.

    ``held_old`` and ``held_new`` are the runs that are now in other clauses; they are removed before the words are
    compared, so that they do not match by chance what replaced them. A run that is in no clause has an empty label.
    """
    context = context.of(old)
    if not (held_old or held_new) and stayed(old, new, context):
        return unchanged(old.label, new.label, old.path, new.path, band, old.key.raw)
    hunks, matched = edge_hunks(old.key, new.key, context, held_old, held_new)
    longer = max(len(old.key), len(new.key))
    share = matched / longer if longer else 1.0
    edits = rebuild(old.key, new.key, hunks, lambda hunk: _grade(context.rules, hunk, old))
    return Edge(old.label, new.label, old.path, new.path, share, band, edits, _delta(edits))


@lru_cache(maxsize=4096)
def unchanged(old: str, new: str, old_path: str, new_path: str, band: Band, raw: str) -> Edge:
    """Return the edge of an unchanged clause; cached, because most clauses do not change between texts."""
    kept = (Edit("equal", raw),) if raw else ()
    return Edge(old, new, old_path, new_path, 1.0, band, kept, _delta(kept))


def stayed(old: Unit, new: Unit, context: PairContext) -> bool:
    """Return whether nothing differs: one raw text, in which no citation should have followed a renumbering."""
    if old.key.raw != new.key.raw:
        return False
    key, context = old.key.text, context.of(old)
    if context.chars or not any(word in key for word in _citing(context.vocabulary.law)):
        return True
    if follow(key, context.rules.articles, context.vocabulary.law) == key:
        return True  # no number that it cites changed: its words need not be cut
    return all(token.follows in {"", token.text} for token in _following(old.key, context))


@cache
def _citing(law: Law) -> tuple[str, ...]:
    """Return words of which every key that cites a clause contains one."""
    return tuple(word for grammar in law for word in grammar.values.cites)


def _delta(edits: Sequence[Edit]) -> str:
    return delta_of([(edit.op, edit.text) for edit in edits])


def _tokens(key: Key, vocabulary: Vocabulary) -> tuple[Token, ...]:
    text, lines = lined(key, vocabulary.law)
    return cut(text, vocabulary, lines)


def _following(key: Key, context: PairContext) -> tuple[Token, ...]:
    """Return the old tokens, with citations that follow a renumbering as the new text prints them.

    Otherwise 第二条和第三条 → 第三条和第四条 would read as 第二条 deleted and 第四条 inserted.
    """
    old, tokens = key.text, _tokens(key, context.vocabulary)
    if not any(token.atom is AtomKind.CITED for token in tokens):
        return tokens

    def printed(token: Token) -> Token:
        if token.atom is not AtomKind.CITED:
            return token
        return token._replace(
            follows=follow(old, context.rules.articles, context.vocabulary.law, token.start, token.end)
        )

    return tuple(map(printed, tokens))


def _grade(rules: GradeRules, hunk: Hunk, old: Unit) -> Grade:
    within = article_number(old, rules.law)
    return Grade.RELOCATED if hunk.elsewhere else rules.grade(hunk, old.key.text, within)


def edge_hunks(
    old: Key, new: Key, context: PairContext, held_old: Held = (), held_new: Held = ()
) -> tuple[tuple[Hunk, ...], int]:
    """Return the hunks between two match keys, and how many key characters match.

    Runs that are in other clauses are hunks of their own. Matching characters are counted before blocks are made.
    """
    away_old: _Away
    away_new: _Away
    if context.chars:
        (kept_old, away_old), (kept_new, away_new) = _part(signs(old.text), held_old), _part(signs(new.text), held_new)
        hunks = diff_signs(kept_old, kept_new)
        matched = _matched(hunks)
    else:
        hunks, away_old, away_new = _by_words(old, new, context, held_old, held_new)
        matched = _matched(hunks)
        hunks = _unsouped(hunks, context.vocabulary.law)
    if away_old or away_new:
        hunks = _Loom(away_old, away_new).weave(hunks)
    return hunks, matched


def _matched(hunks: Sequence[Hunk]) -> int:
    return sum(length(hunk.old) for hunk in hunks if hunk.equal)


_Away = Sequence[tuple[Token, str]]
_Compared = tuple[tuple[Hunk, ...], _Away, _Away]
"""The hunks between the words that are in no other clause, and the words of either side that are."""


def _compared(sides: tuple[Sequence[Token], Sequence[Token]], held_old: Held, held_new: Held, law: Law) -> _Compared:
    (kept_old, away_old), (kept_new, away_new) = _part(sides[0], held_old), _part(sides[1], held_new)
    return diff_tokens(kept_old, kept_new, law), away_old, away_new


def _by_words(old: Key, new: Key, context: PairContext, held_old: Held, held_new: Held) -> _Compared:
    vocabulary, following = context.vocabulary, _following(old, context)
    sides = _tokens(old, vocabulary), _tokens(new, vocabulary)
    if following is not sides[0]:
        sides = following, sides[1]
        hunks, away_old, away_new = _compared(sides, held_old, held_new, vocabulary.law)
    else:
        hunks, away_old, away_new = _kept(
            lined(old, vocabulary.law), lined(new, vocabulary.law), vocabulary, tuple(held_old), tuple(held_new)
        )
    named = with_names(hunks, *context.compounds, vocabulary.law)
    return tuple(map(_same_words, named)), away_old, away_new


def _same_words(hunk: Hunk) -> Hunk:
    """Return a change into the same words as kept: a label of an item that is none by its place on the other side."""
    if hunk.equal or not hunk.old or text_of(hunk.old) != text_of(hunk.new):
        return hunk
    if len(hunk.old) == len(hunk.new):
        return hunk  # a citation that should have followed its target
    return Hunk((_whole(hunk.old),), (_whole(hunk.new),), equal=True)


def _whole(tokens: Sequence[Token]) -> Token:
    return tokens[0]._replace(end=tokens[-1].end, text=text_of(tokens), atom=None, follows="")


@lru_cache(maxsize=2048)
def _kept(old: LinedKey, new: LinedKey, vocabulary: Vocabulary, held_old: Held, held_new: Held) -> _Compared:
    """Return what :func:`_compared` does for two match keys; kept: a clause changes once, in several pairs of texts."""
    if not (held_old or held_new):
        return diff_keys(old, new, vocabulary), (), ()
    sides = cut(old[0], vocabulary, old[1]), cut(new[0], vocabulary, new[1])
    return _compared(sides, held_old, held_new, vocabulary.law)


def _part(tokens: Sequence[Token], held: Held) -> tuple[Sequence[Token], list[tuple[Token, str]]]:
    if not held:
        return tokens, []
    kept: list[Token] = []
    away: list[tuple[Token, str]] = []
    runs = sorted(held)
    starts = [start for start, _, _ in runs]
    for token in tokens:
        at = bisect_left(starts, token.start + 1) - 1
        if at >= 0 and token.start < runs[at][1]:
            away.append((token, runs[at][2]))
        else:
            kept.append(token)
    return kept, away


def _unsouped(hunks: tuple[Hunk, ...], law: Law) -> tuple[Hunk, ...]:
    """Show old and new as blocks where two texts share so little that the matching scraps would be unreadable.

    In languages with blanks between words a long run that stayed is no scrap.
    """
    equal = sum(length(hunk.old) for hunk in hunks if hunk.equal)
    if is_spaced(law) and any(hunk.equal and weight(hunk.old, law) >= WEIGHTS.reading.long_words for hunk in hunks):
        return hunks
    shorter = min(sum(length(hunk.old) for hunk in hunks), sum(length(hunk.new) for hunk in hunks))
    if not shorter or equal / shorter >= WEIGHTS.reading.block:
        return hunks
    return (Hunk(tuple(t for h in hunks for t in h.old), tuple(t for h in hunks for t in h.new), equal=False),)


class _Loom:
    """Puts tokens that are in other clauses back to their places, as deletions and insertions of their own."""

    def __init__(self, away_old: _Away, away_new: _Away) -> None:
        self.out: list[Hunk] = []
        self._old = [*reversed(away_old)]
        self._new = [*reversed(away_new)]
        self._places = [token.start for token, _ in away_new]

    def weave(self, hunks: Sequence[Hunk]) -> tuple[Hunk, ...]:
        for hunk in hunks:
            if hunk.equal:
                self._stayed(hunk)
            else:
                self._changed(hunk)
        self._before(None, None)
        return tuple(self.out)

    def _stayed(self, hunk: Hunk) -> None:
        """Cut what stayed where such tokens interrupt it."""
        first = 0
        for at, (was, now) in enumerate(zip(hunk.old, hunk.new, strict=True)):
            if self._waits(self._old, was) or self._waits(self._new, now):
                self._add(Hunk(hunk.old[first:at], hunk.new[first:at], True))
                self._before(was, now)
                first = at
        self._add(Hunk(hunk.old[first:], hunk.new[first:], True))

    def _waits(self, away: Sequence[tuple[Token, str]], token: Token) -> bool:
        return bool(away) and away[-1][0].start < token.start

    def _changed(self, hunk: Hunk) -> None:
        """Cut a change where such tokens interrupt it; the deleted words stay with the inserted run most like them."""
        runs = [list(run) for _, run in groupby(hunk.new, lambda token: bisect_left(self._places, token.start))]
        gone = Counter(text_of(hunk.old))
        alike = [(sum((gone & Counter(text_of(run))).values()), -at) for at, run in enumerate(runs)]
        home = -max(alike)[1] if alike else 0
        for at, run in enumerate(runs or [[]]):
            if at == home:
                for token in hunk.old:
                    self._before_old(token.start)
                    self._add(Hunk((token,), (), False))
            paired = at == home and bool(hunk.old)
            for token in run:
                interrupted = self._before_new(token.start)
                last = self.out[-1] if self.out else None
                if paired and not interrupted and last and not last.equal and not last.elsewhere:
                    self.out[-1] = Hunk(last.old, (*last.new, token), False)
                else:
                    self._add(Hunk((), (token,), False))
                    paired = False

    def _before(self, was: Token | None, now: Token | None) -> None:
        self._before_old(was.start if was else None)
        self._before_new(now.start if now else None)

    def _before_old(self, start: int | None) -> None:
        while self._old and (start is None or self._old[-1][0].start < start):
            token, label = self._old.pop()
            self._add(Hunk((token,), (), False, label))

    def _before_new(self, start: int | None) -> bool:
        found = False
        while self._new and (start is None or self._new[-1][0].start < start):
            token, label = self._new.pop()
            self._add(Hunk((), (token,), False, label))
            found = True
        return found

    def _add(self, hunk: Hunk) -> None:
        if not (hunk.old or hunk.new):
            return
        last = self.out[-1] if self.out else None
        alike = last is not None and (last.equal, last.elsewhere) == (hunk.equal, hunk.elsewhere)
        if last and alike and (hunk.equal or bool(last.new) == bool(hunk.new) or not last.new):
            self.out[-1] = Hunk(last.old + hunk.old, last.new + hunk.new, hunk.equal, hunk.elsewhere)
        else:
            self.out.append(hunk)
