"""Join the lines of a paragraph: with a blank, without one, or with a hyphen less, and count what was decided."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from yange.readers.pdf_lines import PrintedLine, is_wide

__all__ = ["LineJoints"]

_WORD = re.compile(r"[^\W\d_]+")
_HYPHENATED = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)+")
_HANGUL = re.compile(r"[가-힣]")
SOFT, HYPHEN, MINUS = "\u00ad", "\u2010", "-"
_TIGHT = "—–/"


ALIKE, ENDING = 3, 3
"""Letters behind the hyphen that another form of a word must have; letters at its end in which it may differ."""


class LineJoints:
    """The joints between the lines of one text; they depend on the words that are elsewhere in it."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.joined = self.kept = self.guessed = 0
        self._words: set[str] = set()
        self._compounds: set[str] = set()
        self._beginnings: set[str] = set()
        self._inner_hyphen = False
        for line in lines:
            bare = line.rstrip(SOFT + HYPHEN + MINUS)
            self._inner_hyphen = self._inner_hyphen or HYPHEN in bare
            words = _WORD.findall(line)
            # The pieces of a word at the two ends of a line prove nothing.
            self._words.update(word.casefold() for word in (words[1:-1] if len(words) > 2 else ()))
            self._beginnings.update(
                word.casefold()[:k] for word in words[1:-1] for k in range(4, min(len(word), 24) + 1)
            )
            self._compounds.update(word.casefold().replace(HYPHEN, MINUS) for word in _HYPHENATED.findall(bare))

    def joined_lines(self, lines: Sequence[PrintedLine]) -> str:
        """Return the words of lines as one run of text."""
        text = lines[0].text
        for before, line in pairwise(lines):
            text = self._joined(text, line.text, before)
        return text.replace(SOFT, "")

    def _joined(self, text: str, after: str, before: PrintedLine) -> str:
        last, first = text[-1], after[0]
        if last == SOFT:
            self.joined += 1
            return text[:-1] + after
        if last in (HYPHEN, MINUS) and text[-2:-1].isalpha() and first.isalpha():
            return self._hyphen(text, after)
        if _HANGUL.match(last) and _HANGUL.match(first):
            return text + self._hangul(text, after, before) + after
        if is_wide(last) or is_wide(first) or (last in _TIGHT and not text[-2:-1].isspace()):
            return text + after
        return f"{text} {after}"

    def _hyphen(self, text: str, after: str) -> str:
        """Drop a hyphen that the layout put in.

        The word is elsewhere without it, if in another form; or no hyphen of its kind is within a line.
        """
        head, tail = _WORD.findall(text[:-1])[-1], _WORD.match(after)
        rest = tail.group() if tail else ""
        whole, compound = f"{head}{rest}".casefold(), f"{head}-{rest}".casefold()
        own_kind = text[-1] == HYPHEN and not self._inner_hyphen
        if rest[:1].islower() and compound not in self._compounds and (own_kind or self._is_known(head, whole)):
            self.joined += 1
            return text[:-1] + after
        self.kept += 1
        return text + after

    def _is_known(self, head: str, whole: str) -> bool:
        """Whether a word is elsewhere in the text, or one that begins alike beyond the place of the hyphen."""
        return whole in self._words or whole[: max(len(head) + ALIKE, len(whole) - ENDING)] in self._beginnings

    def _hangul(self, text: str, after: str, before: PrintedLine) -> str:
        """Return the blank between two lines of Korean, which break inside a word as well as between two."""
        if before.blank:
            return " "
        head, tail = _WORD.findall(text)[-1].casefold(), _WORD.match(after)
        rest = tail.group().casefold() if tail else ""
        if f"{head}{rest}" in self._words:
            return ""
        if head not in self._words and rest not in self._words:
            self.guessed += 1
        return " "
