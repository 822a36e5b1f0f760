"""The aspect of importing in English: numbers of pages and clauses; titles and notices of pages are not read."""

from __future__ import annotations

import re

from yange.law.aspects.importing import ClauseForms, HeadForms, LineForms, NoticeForms, PageForms, PlaceForms

__all__ = ["IMPORTING", "EnglishImporting", "EnglishLines", "EnglishPages"]

_CLAUSE = re.compile(r"^(?:Article|Section|Chapter|Part) [0-9IVX]+\b")
_PAGE_NUMBER = re.compile(r"^page\s+[0-9]{1,4}(?:\s+of\s+[0-9]{1,4})?$", re.I)


class EnglishLines(LineForms):
    """The forms of lines; see :class:`yange.law.aspects.importing.LineForms`."""

    def is_clause(self, line: str) -> bool:
        """Return whether a line begins with the number of a clause."""
        return _CLAUSE.match(line) is not None


class EnglishPages(PageForms):
    """The forms of pages; see :class:`yange.law.aspects.importing.PageForms`."""

    def is_running(self, line: str) -> bool:
        """Return whether a line is a page number: Page 3 of 5."""
        return _PAGE_NUMBER.match(line) is not None


class _Notices(NoticeForms):
    pass


class _Heads(HeadForms):
    pass


class _Clauses(ClauseForms):
    pass


class _Places(PlaceForms):
    pass


class EnglishImporting:
    """The forms of English for imports; see :class:`yange.law.aspects.importing.ImportForms`."""

    def __init__(self) -> None:
        """Make the forms."""
        self.lines: LineForms = EnglishLines()
        self.pages: PageForms = EnglishPages()
        self.notices: NoticeForms = _Notices()
        self.heads: HeadForms = _Heads()
        self.clauses: ClauseForms = _Clauses()
        self.places: PlaceForms = _Places()


IMPORTING = EnglishImporting()
