"""Set quotations apart from the sentence around them, so that forms of sentences are patterns without quoted words.

``In § 5 wird „Boot“ durch „Schiff“ ersetzt`` becomes ``In § 5 wird ⟦0⟧ durch ⟦1⟧ ersetzt`` and two quotations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

__all__ = ["QUOTED", "Masked", "Quotations", "masked"]

QUOTED = "⟦[0-9]{1,3}⟧"
"""The pattern of a quotation in a masked sentence."""
_MASK = re.compile("[⟦⟧]")
_STRAIGHT = '"'
_KINDS = 1000
"""More quotations within each other than any sentence has."""
_BLANKS = " \u00a0\u202f\t"


@dataclass(frozen=True, slots=True)
class Masked:
    """A sentence whose quotations are replaced by their numbers, on one line and with single blanks."""

    words: str
    quotations: tuple[str, ...]

    def of(self, printed: str) -> str:
        """Return the quotation that ``⟦0⟧`` names."""
        return self.quotations[int(printed.strip("⟦⟧"))]


@dataclass(frozen=True)
class Quotations:
    """The marks of a language: each opening mark with those that close it.

    ``repeats`` is the mark that a long quotation repeats at the beginning of each paragraph, or empty.
    """

    closing: Mapping[str, str]
    repeats: str = ""

    @property
    def opening(self) -> str:
        """All opening marks, the straight one too."""
        return "".join(self.closing) + _STRAIGHT

    def depth(self, line: str, before: int) -> int:
        """Return what is open at the end of a line, 0 for nothing; ``before`` was open at its start."""
        kind, depth = divmod(before, _KINDS)
        for at, mark in enumerate(line):
            if not kind:
                kind = self.opening.find(mark) + 1
                depth = 1 if kind else 0
                continue
            depth += self._change(line, at, self.opening[kind - 1])
            kind = kind if depth else 0
        return kind * _KINDS + min(depth, _KINDS - 1) if kind else 0

    def ends(self, text: str, start: int) -> int | None:
        """Return where the quotation ends that is opened at ``start``; marks of the same kind in it are counted."""
        depth = 1
        for at in range(start + 1, len(text)):
            depth += self._change(text, at, text[start])
            if not depth:
                return at
        return None

    def _change(self, text: str, at: int, opening: str) -> int:
        """Return by how much a mark changes the number of open quotations of a kind."""
        mark = text[at]
        if mark in self.closing.get(opening, _STRAIGHT):
            return -1
        if mark != opening:
            return 0
        line = text.rfind("\n", 0, at) + 1
        return 0 if opening == self.repeats and not text[line:at].strip() else 1


def masked(sentence: str, marks: Quotations, whole: bool = False) -> Masked | None:
    """Return a sentence with its quotations set apart; ``None`` if one is not closed.

    ``whole`` takes the words between the first straight mark and the last for one quotation.
    """
    if _MASK.search(sentence):
        return None
    quotations: list[str] = []
    words: list[str] = []
    at = 0
    for start, end in _spans(sentence, marks, whole):
        if end is None:
            return None
        quoted, between = _clean(sentence[start + 1 : end], sentence[start], marks), sentence[at:start]
        if quotations and "\n" in between and not between.strip():  # each paragraph between marks of its own
            quotations[-1] += f"\n{quoted}"
        else:
            words += [between, f"⟦{len(quotations)}⟧"]
            quotations.append(quoted)
        at = end + 1
    return Masked(" ".join("".join([*words, sentence[at:]]).split()), tuple(quotations))


def _spans(sentence: str, marks: Quotations, whole: bool) -> Iterator[tuple[int, int | None]]:
    if whole:
        first, last = sentence.find(_STRAIGHT), sentence.rfind(_STRAIGHT)
        if first < last:
            yield first, last
        return
    at = 0
    while (match := re.compile(f"[{re.escape(marks.opening)}]").search(sentence, at)) is not None:
        end = marks.ends(sentence, match.start())
        yield match.start(), end
        if end is None:
            return
        at = end + 1


def _clean(words: str, opening: str, marks: Quotations) -> str:
    """Return quoted words without the marks that each of their paragraphs repeats."""
    lines = [line.strip(_BLANKS) for line in words.split("\n")]
    if opening == marks.repeats:
        lines = [lines[0], *(line.removeprefix(opening).lstrip(_BLANKS) for line in lines[1:])]
    return "\n".join(lines).strip()
