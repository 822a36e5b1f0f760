"""The forms of lines and pages for imports that Italian and Portuguese share, from the words of each language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yange.law.aspects.captions import CaptionForms
from yange.law.aspects.importing import ImportParts, LineForms, PageForms
from yange.law.aspects.titles import Titles

__all__ = ["ImportWords", "RomanceImporting"]

_LONGEST_TITLE = 240
_NO_TITLE = re.compile(r"[.;:,]$")


@dataclass(frozen=True, kw_only=True)
class ImportWords:
    """The patterns of lines in one language, each matched against a whole line unless it says otherwise.

    ``article`` (group ``n``) and ``clause`` match at the beginning of a line. ``divisions`` are the names of divisions
    in small letters with their ranks, ``division`` matches such a heading (group ``unit``). ``signed`` has the group
    ``day``. ``running`` is the head or the foot of a printed page, ``furniture`` a line that a site prints around a
    text.
    """

    titles: Titles
    captions: CaptionForms
    article: re.Pattern[str]
    clause: re.Pattern[str]
    division: re.Pattern[str]
    divisions: dict[str, int]
    annex: re.Pattern[str]
    date: re.Pattern[str]
    signed: re.Pattern[str]
    running: re.Pattern[str]
    furniture: re.Pattern[str]


class _Lines(LineForms):
    def __init__(self, words: ImportWords) -> None:
        self._words = words

    def label(self, line: str) -> str | None:
        match = self._words.clause.match(line)
        return match[0].strip() if match else None

    def is_title(self, line: str) -> bool:
        words = self._words
        short = len(line) <= _LONGEST_TITLE and not _NO_TITLE.search(line)
        return short and words.titles.kind(line) is not None and not words.clause.match(line)

    def may_be_title(self, line: str) -> bool:
        return self.is_title(line)

    def is_date(self, line: str) -> bool:
        return self._words.date.fullmatch(line) is not None

    def signing_day(self, line: str) -> str | None:
        match = self._words.signed.fullmatch(line)
        return match["day"] if match else None

    def is_annex(self, line: str) -> bool:
        return self._words.annex.fullmatch(line) is not None

    def is_caption(self, line: str) -> bool:
        caption = self._words.captions.read(line)
        return caption is not None and caption.end == len(line.rstrip())

    def is_first_unit(self, line: str) -> bool:
        return self.article(line) == 1

    def is_clause(self, line: str) -> bool:
        return self._words.article.match(line) is not None

    def is_article(self, line: str) -> bool:
        return self._words.article.match(line) is not None

    def article(self, line: str) -> int:
        match = self._words.article.match(line)
        return int(match["n"].replace(".", "")) if match else 0

    def heading(self, line: str) -> tuple[int, int] | None:
        match = self._words.division.match(line)
        rank = self._words.divisions[match["unit"].lower()] if match else 0
        return (rank, rank + 2) if match else None

    def is_division_heading(self, words: str) -> bool:
        return self._words.division.match(words) is not None


class _Pages(PageForms):
    def __init__(self, words: ImportWords) -> None:
        self._words = words

    def is_running(self, line: str) -> bool:
        return self._words.running.fullmatch(line) is not None

    def is_furniture(self, line: str) -> bool:
        return self._words.furniture.fullmatch(line) is not None


class RomanceImporting(ImportParts):
    """The forms of one language for imports. Bodies, places and covering notices are not read."""

    def __init__(self, words: ImportWords) -> None:
        """Make the forms from the words of a language."""
        super().__init__(_Lines(words), _Pages(words))
