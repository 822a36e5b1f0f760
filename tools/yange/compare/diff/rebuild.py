"""From token hunks back to raw text: the edits of a clause, rebuilt character by character so that no blank is lost.

Keys hide width, quotes and blanks, and the script where the two texts are in two; here they return as separate edits
with grades of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from yange.compare.diff.hunks import Hunk
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

    def changed(self, hunk: Hunk, grade: Grader) -> None:
        if hunk.old and hunk.new:
            self.step(self.old.starts[hunk.old[0].start], self.new.starts[hunk.new[0].start])
        end_old = self.old.ends[hunk.old[-1].end - 1] if hunk.old else self.at_old
        end_new = self.new.ends[hunk.new[-1].end - 1] if hunk.new else self.at_new
        value, elsewhere = grade(hunk), hunk.elsewhere
        self.add("delete", self.old.raw[self.at_old : end_old], value, elsewhere)
        self.add("insert", self.new.raw[self.at_new : end_new], value, elsewhere)
        self.at_old, self.at_new = end_old, end_new


def _span(tokens: Sequence[Token]) -> tuple[int, int]:
    """Return where tokens that abut begin and end in the key; (-1, -1) where there are none or they do not abut."""
    if not tokens or sum(token.end - token.start for token in tokens) != tokens[-1].end - tokens[0].start:
        return -1, -1
    return tokens[0].start, tokens[-1].end


def rebuild(old: Key, new: Key, hunks: Sequence[Hunk], grade: Grader) -> tuple[Edit, ...]:
    """Return the edits: equal + delete is ``old.raw``, equal + insert is ``new.raw``, byte for byte."""
    writer = _Writer(old, new)
    for hunk in hunks:
        if hunk.equal:
            writer.equal(hunk, grade)
        else:
            writer.changed(hunk, grade)
    writer.step(len(old.raw), len(new.raw))
    return tuple(writer.edits)
