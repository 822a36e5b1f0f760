"""The aspect of importing in Korean: titles, the brackets below a title, articles, days and page numbers.

An act or an ordinance prints its title, below it the brackets of :mod:`yange.law.ko.captions`, and 부칙 at its end
(법령 입안·심사 기준). Names of bodies and places are not read.
"""

from __future__ import annotations

import re

from yange.law.aspects.importing import ImportParts, LineForms, PageForms
from yange.law.ko.captions import CAPTIONS
from yange.law.ko.days import DAY
from yange.law.ko.instruments import INSTRUMENTS, NUMBER
from yange.law.ko.numbers import BRANCHES
from yange.law.ko.titles import TITLES

__all__ = ["IMPORTING", "KoreanLines", "KoreanPages"]

_ARTICLE = re.compile(rf"^제(?P<n>\d{{1,4}})조(?:{BRANCHES}){{0,2}}(?=\(|\s*삭제|$|\s[①-⑳가-힣])")
_LABEL = re.compile(
    rf"^(?:제\d{{1,4}}[편장절관]|제\d{{1,4}}조(?:{BRANCHES}){{0,2}}(?=\(|\s)|[①-⑳]|\d{{1,3}}(?:{BRANCHES}){{0,2}}\.|[가-하]\."
    r"|부\s*칙)"
)
_DIVISIONS = {"편": 0, "장": 0, "절": 1, "관": 1}
_DIVISION = re.compile(r"^제\d{1,4}(?P<unit>[편장절관])\s+[^.]{1,40}$")
_DATE = re.compile(rf"^\(?{DAY}\)?$")
_NUMBER_LINE = re.compile(rf"^[(\[]?(?P<number>{NUMBER})[)\]]?$")
_ANNEX = re.compile(r"^\[?(?:별표|별지|서식)(?:\s*(?:제?\d{1,3}(?:호)?(?:서식)?))?\]?(?:\s*[(<].{1,60}[)>])?$")
_NO_TITLE = re.compile(r"[.,]|^(?:제\d|부칙|[(\[<])|(?:한다|하여야|있다)$")
_LONGEST = 120
_RUNNING = re.compile(r"^(?:-\s*\d{1,4}\s*-|\d{1,4}\s*/\s*\d{1,4}|법제처\s.*국가법령정보센터)$")


class KoreanLines(LineForms):
    """The forms of lines; see :class:`yange.law.aspects.importing.LineForms`."""

    def label(self, line: str) -> str | None:
        """Return the number with which a line begins."""
        match = _LABEL.match(line)
        return match[0] if match else None

    def is_title(self, line: str) -> bool:
        """Return whether a line is short, no sentence, and ends in a kind of instrument."""
        return len(line) <= _LONGEST and TITLES.kind(line) is not None and not _NO_TITLE.search(line)

    def number_line(self, line: str) -> str | None:
        """Return the number of an instrument of which a line consists."""
        match = _NUMBER_LINE.match(line)
        return INSTRUMENTS.normal(match["number"]) if match else None

    def is_date(self, line: str) -> bool:
        """Return whether a line is a day."""
        return _DATE.match(line) is not None

    def is_annex(self, line: str) -> bool:
        """Return whether a line is the heading of a table or a form behind the provisions."""
        return _ANNEX.match(line) is not None

    def is_caption(self, line: str) -> bool:
        """Return whether a line is the brackets below a title."""
        caption = CAPTIONS.read(line)
        return caption is not None and caption.end == len(line.rstrip())

    def may_be_caption(self, line: str) -> bool:
        """Return whether a line begins as a caption does."""
        return line.startswith("[시행")

    def is_first_unit(self, line: str) -> bool:
        """Return whether a line begins with the first number of a series."""
        return self.article(line) == 1

    def is_clause(self, line: str) -> bool:
        """Return whether a line begins with the number of an article."""
        return _ARTICLE.match(line) is not None

    def article(self, line: str) -> int:
        """Return the number of the article that a line begins, 0 where it begins none."""
        match = _ARTICLE.match(line)
        return int(match["n"]) if match else 0

    def heading(self, line: str) -> tuple[int, int] | None:
        """Return rank and heading level of a division."""
        match = _DIVISION.match(line)
        rank = _DIVISIONS[match["unit"]] if match else 0
        return (rank, rank + 2) if match else None

    def is_division_heading(self, words: str) -> bool:
        """Return whether words are the heading of a division and nothing else."""
        return _DIVISION.match(words) is not None


class KoreanPages(PageForms):
    """The forms of pages; see :class:`yange.law.aspects.importing.PageForms`."""

    def is_running(self, line: str) -> bool:
        """Return whether a line is a page number or the running foot of the official collection."""
        return _RUNNING.match(line) is not None


IMPORTING = ImportParts(KoreanLines(), KoreanPages())
