"""Pages of Estonian documents: paragraphs, page numbers, and the lines below the title of Riigi Teataja."""

from __future__ import annotations

import re

from yange.law.aspects.importing import ImportParts, LineForms, PageForms
from yange.law.et.captions import CAPTIONS
from yange.law.et.numbers import SUPERSCRIPT

__all__ = ["IMPORTING"]

_CLAUSE = re.compile(rf"§ ?[0-9]{{1,4}}{SUPERSCRIPT}?\.")
_FIRST = re.compile(r"§ ?1\.|(?:1|I)\.? (?:peatükk|osa)\b", re.I)
_PAGE = re.compile(r"(?:lk|lehekülg)\.? ?[0-9]{1,4}(?: ?/ ?[0-9]{1,4})?", re.I)
_ANNEX = re.compile(r"(?:Lisa|LISA)(?: (?:nr )?[0-9IVX]{1,5})?")


class _Lines(LineForms):
    """The forms of lines; see :class:`yange.law.aspects.importing.LineForms`."""

    def is_clause(self, line: str) -> bool:
        """Return whether a line begins a paragraph (§)."""
        return _CLAUSE.match(line) is not None

    def is_first_unit(self, line: str) -> bool:
        """Return whether a line begins the first part, chapter or paragraph."""
        return _FIRST.match(line) is not None

    def is_caption(self, line: str) -> bool:
        """Return whether a line says when the text was passed."""
        return CAPTIONS.read(line) is not None

    def is_annex(self, line: str) -> bool:
        """Return whether a line is the heading of an annex."""
        return _ANNEX.fullmatch(line.strip()) is not None


class _Pages(PageForms):
    """The forms of pages; see :class:`yange.law.aspects.importing.PageForms`."""

    def is_running(self, line: str) -> bool:
        """Return whether a line is a page number: lk 3/5."""
        return _PAGE.fullmatch(line.strip()) is not None


IMPORTING = ImportParts(_Lines(), _Pages())
