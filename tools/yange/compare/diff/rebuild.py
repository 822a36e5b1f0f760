"""From token hunks back to raw text: the edits of a clause, rebuilt character by character so that no blank is lost.

Keys hide width, quotes and blanks, and the script where the two texts are in two; here they return as separate edits
with grades of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from yange.compare.diff.hunks import Hunk, length
from yange.compare.result import Edit, Grade
from yange.compare.text.keys import Key, make_key
from yange.compare.text.tokens import Token

__all__ = ["Grader", "rebuild"]

Grader = Callable[[Hunk], Grade]
"""Grades one changed hunk."""


@dataclass(slots=True)
class _Writer:
    old: Key
    new: Key
    at_old: int = 0
    at_new: int = 0
    edits: list[Edit] = field(default_factory=list)

    def add(self, op: str, text: str, grade: Grade | None, elsewhere: str = "") -> None:
        if not text:
            return
        last = self.edits[-1] if self.edits else None
        if last and (last.op, last.grade, last.elsewhere) == (op, grade, elsewhere):
            self.edits[-1] = Edit(op, last.text + text, grade, elsewhere)
        else:
            self.edits.append(Edit(op, text, grade, elsewhere))

    def step(self, end_old: int, end_new: int) -> None:
        """Write the raw text up to two offsets as equal, or as a difference of typography or script."""
        was, now = self.old.raw[self.at_old : end_old], self.new.raw[self.at_new : end_new]
        if was == now:
            self.add("equal", was, None)
        elif self.old.one_script and make_key(was).text != make_key(now).text:
            self.script(was, now)
        else:
            self.add("delete", was, Grade.EDITORIAL)
            self.add("insert", now, Grade.EDITORIAL)
        self.at_old, self.at_new = end_old, end_new

    def script(self, was: str, now: str) -> None:
        """Write a difference of script; characters that follow one another are one difference."""
        before = [(edit.op, edit.grade) for edit in self.edits[-2:]]
        if before == [("delete", Grade.SCRIPT), ("insert", Grade.SCRIPT)]:
            last = self.edits.pop()
            self.add("delete", was, Grade.SCRIPT)
            self.add("insert", last.text + now, Grade.SCRIPT)
        else:
            self.add("delete", was, Grade.SCRIPT)
            self.add("insert", now, Grade.SCRIPT)

    def equal(self, hunk: Hunk, grade: Grader) -> None:
        if self._as_one(hunk):
            return
        if len(hunk.old) > 1:
            middle = len(hunk.old) // 2
            self.equal(Hunk(hunk.old[:middle], hunk.new[:middle], True), grade)
            self.equal(Hunk(hunk.old[middle:], hunk.new[middle:], True), grade)
            return
        for was, now in zip(hunk.old, hunk.new, strict=True):
            if was.text != now.text:
                self.changed(Hunk((was,), (now,), equal=False), grade)
                continue
            for sign_old, sign_new in zip(range(was.start, was.end), range(now.start, now.end), strict=True):
                self.step(self.old.starts[sign_old], self.new.starts[sign_new])
                self.step(self.old.ends[sign_old], self.new.ends[sign_new])

    def _as_one(self, hunk: Hunk) -> bool:
        """Write a run of words at once where its raw text is the same on both sides, character by character."""
        if tuple(token.text for token in hunk.old) != tuple(token.text for token in hunk.new):
            return False
        (a, b), (c, d) = _span(hunk.old), _span(hunk.new)
        if a < 0 or c < 0:
            return False
        end_old, end_new = self.old.ends[b - 1], self.new.ends[d - 1]
        if self.old.raw[self.at_old : end_old] != self.new.raw[self.at_new : end_new]:
            return False
        shift = self.at_new - self.at_old
        for was, now in ((self.old.starts, self.new.starts), (self.old.ends, self.new.ends)):
            if shift == 0 and a == c:
                if was[a:b] != now[c:d]:
                    return False
            elif [at + shift for at in was[a:b]] != list(now[c:d]):
                return False
        self.step(end_old, end_new)
        return True

    def changed(self, hunk: Hunk, grade: Grader, following: tuple[int, int] = (0, 0)) -> None:
        """Write words that changed; ``following`` is where the next words begin on either side."""
        if hunk.old and hunk.new:
            starts = self.old.starts[hunk.old[0].start], self.new.starts[hunk.new[0].start]
            gaps = self.old.raw[self.at_old : starts[0]], self.new.raw[self.at_new : starts[1]]
            # a blank that a word has before it and a stop has not is no change of typography
            if all(gaps) or not (hunk.old[0].blank or hunk.new[0].blank):
                self.step(*starts)
            end_old, end_new = self.old.ends[hunk.old[-1].end - 1], self.new.ends[hunk.new[-1].end - 1]
        else:
            end_old, end_new = self._only(hunk, *following)
        value, elsewhere = grade(hunk), hunk.elsewhere
        self.add("delete", self.old.raw[self.at_old : end_old], value, elsewhere)
        self.add("insert", self.new.raw[self.at_new : end_new], value, elsewhere)
        self.at_old, self.at_new = end_old, end_new

    def _only(self, hunk: Hunk, next_old: int, next_new: int) -> tuple[int, int]:
        """Write what is before words that one side alone has, and return where they end, with their own blanks.

        Of the blanks around such words the other side has those between their neighbours; the rest are theirs:
        A B → A new B has " new", (B) → (new B) has "new ".
        """
        came = bool(hunk.new)
        tokens, key = (hunk.new, self.new) if came else (hunk.old, self.old)
        start, end = key.starts[tokens[0].start], key.ends[tokens[-1].end - 1]
        here, after = (self.at_new, next_new) if came else (self.at_old, next_old)
        kept = self.old.raw[self.at_old : next_old] if came else self.new.raw[self.at_new : next_new]
        lead, trail = key.raw[here:start], key.raw[end:after]
        if kept != trail and kept == lead and not kept.strip() and not trail.strip():
            if came:
                self.step(next_old, start)
            else:
                self.step(start, next_new)
            end = after
        return (self.at_old, end) if came else (end, self.at_new)


def _span(tokens: Sequence[Token]) -> tuple[int, int]:
    """Return where tokens in a row begin and end in the key; (-1, -1) if there are none or others between them."""
    if not tokens or length(tokens) - tokens[0].blank != tokens[-1].end - tokens[0].start:
        return -1, -1
    return tokens[0].start, tokens[-1].end


def _following(old: Key, new: Key, hunks: Sequence[Hunk]) -> list[tuple[int, int]]:
    """Return for each hunk where in the raw texts the words after it begin."""
    at_old, at_new = len(old.raw), len(new.raw)
    places = []
    for hunk in reversed(hunks):
        places.append((at_old, at_new))
        at_old = old.starts[hunk.old[0].start] if hunk.old else at_old
        at_new = new.starts[hunk.new[0].start] if hunk.new else at_new
    return places[::-1]


def rebuild(old: Key, new: Key, hunks: Sequence[Hunk], grade: Grader) -> tuple[Edit, ...]:
    """Return the edits: equal + delete is ``old.raw``, equal + insert is ``new.raw``, byte for byte."""
    writer = _Writer(old, new)
    following = _following(old, new, hunks)
    for hunk, places in zip(hunks, following, strict=True):
        if hunk.equal:
            writer.equal(hunk, grade)
        else:
            writer.changed(hunk, grade, places)
    writer.step(len(old.raw), len(new.raw))
    return tuple(writer.edits)
