"""The aspect of importing in Japanese: titles, the bracket below a title, articles, days and page numbers.

An act or an ordinance prints its title, below it its number in brackets, and 附則 at its end; it has no signature in
official collections (公文書式). Names of bodies and places are not read: the issuer of a number is the law's own.
"""

from __future__ import annotations

import re

from yange.law.aspects.importing import ImportParts, LineForms, PageForms
from yange.law.ja.captions import CAPTIONS
from yange.law.ja.days import DAY
from yange.law.ja.instruments import NUMBER
from yange.law.ja.numbers import BRANCHES, NUMERAL
from yange.law.ja.numerals import read_japanese_numeral
from yange.law.ja.titles import TITLES

__all__ = ["IMPORTING", "JapaneseLines", "JapanesePages"]

_ARTICLE = re.compile(rf"^第(?P<n>{NUMERAL})条(?:{BRANCHES}){{0,4}}(?=[\s\u3000（(]|$)")
_LABEL = re.compile(
    rf"^(?:第{NUMERAL}[編章節款目条](?:{BRANCHES}){{0,4}}(?=[\s\u3000]|$)|[0-9０-９]{{1,3}}(?=[\s\u3000])"
    rf"|[一二三四五六七八九十]{{1,4}}(?=[\s\u3000])|附\s*則$)"
)
_DIVISIONS = {"編": 0, "章": 0, "節": 1, "款": 1}
_DIVISION = re.compile(rf"^第{NUMERAL}(?P<unit>[編章節款])(?:{BRANCHES})?[\s\u3000]+[^。]{{1,40}}$")
_DATE = re.compile(rf"^[（(]?{DAY}[）)]?$")
_NUMBER_LINE = re.compile(rf"^[（(]?(?P<number>{NUMBER})[）)]?$")
_ANNEX = re.compile(rf"^(?:別表|様式|別記)(?:第{NUMERAL})?(?:[（(][^（）()]{{1,40}}[）)])?$")
_NO_TITLE = re.compile(r"[。、」]|^(?:第|附則|[（(])|(?:する|した|される|による|ついて)$")
_LONGEST = 120
_RUNNING = re.compile(r"^(?:[-－‐−]\s*[0-9０-９]{1,4}\s*[-－‐−]|[0-9０-９]{1,4}\s*ページ)$")


class JapaneseLines(LineForms):
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
        return match["number"] if match and not line.startswith(("（", "(")) else None

    def is_date(self, line: str) -> bool:
        """Return whether a line is a day."""
        return _DATE.match(line) is not None

    def is_annex(self, line: str) -> bool:
        """Return whether a line is the heading of a table or a form behind the provisions."""
        return _ANNEX.match(line) is not None

    def is_caption(self, line: str) -> bool:
        """Return whether a line is the bracket with the number of the instrument."""
        caption = CAPTIONS.read(line)
        return caption is not None and caption.end == len(line.rstrip())

    def may_be_caption(self, line: str) -> bool:
        """Return whether a line begins as a caption does."""
        return self.is_caption(line)

    def is_first_unit(self, line: str) -> bool:
        """Return whether a line begins with the first number of a series."""
        match = _ARTICLE.match(line)
        return match is not None and read_japanese_numeral(match["n"]) == 1

    def is_clause(self, line: str) -> bool:
        """Return whether a line begins with the number of an article."""
        return _ARTICLE.match(line) is not None

    def article(self, line: str) -> int:
        """Return the number of the article that a line begins, 0 where it begins none."""
        match = _ARTICLE.match(line)
        return (read_japanese_numeral(match["n"]) or 0) if match else 0

    def heading(self, line: str) -> tuple[int, int] | None:
        """Return rank and heading level of a division."""
        match = _DIVISION.match(line)
        rank = _DIVISIONS[match["unit"]] if match else 0
        return (rank, rank + 2) if match else None

    def is_division_heading(self, words: str) -> bool:
        """Return whether words are the heading of a division and nothing else."""
        return _DIVISION.match(words) is not None


class JapanesePages(PageForms):
    """The forms of pages; see :class:`yange.law.aspects.importing.PageForms`."""

    def is_running(self, line: str) -> bool:
        """Return whether a line is a page number."""
        return _RUNNING.match(line) is not None


IMPORTING = ImportParts(JapaneseLines(), JapanesePages())
