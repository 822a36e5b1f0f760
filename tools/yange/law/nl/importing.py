"""Pages of Dutch documents: articles, annexes and page numbers."""

from __future__ import annotations

import re

from yange.law.aspects.importing import ImportParts, LineForms, PageForms

__all__ = ["IMPORTING"]

_CLAUSE = re.compile(
    r"(?:Artikel|ARTIKEL) (?:[0-9]{1,4}(?:[.:][0-9]{1,3}){0,2}[a-z]{0,2}|[IVX]{1,6})(?!\w)(?!,| [a-z])"
)
_FIRST = re.compile(r"(?:Artikel|Hoofdstuk|Titel|Boek) (?:1|I)(?![\w.:])")
_PAGE = re.compile(r"[Pp]agina ?[0-9]{1,4}(?: ?(?:van|/) ?[0-9]{1,4})?")
_ANNEX = re.compile(r"(?:Bijlage|BIJLAGE)(?: [0-9IVX]{1,5})?")


class _Lines(LineForms):
    """The forms of lines; see :class:`yange.law.aspects.importing.LineForms`."""

    def is_clause(self, line: str) -> bool:
        """Return whether a line begins an article."""
        return _CLAUSE.match(line) is not None

    def is_first_unit(self, line: str) -> bool:
        """Return whether a line begins the first book, title, chapter or article."""
        return _FIRST.match(line) is not None

    def is_annex(self, line: str) -> bool:
        """Return whether a line is the heading of an annex."""
        return _ANNEX.fullmatch(line.strip()) is not None


class _Pages(PageForms):
    """The forms of pages; see :class:`yange.law.aspects.importing.PageForms`."""

    def is_running(self, line: str) -> bool:
        """Return whether a line is a page number: Pagina 3 van 5."""
        return _PAGE.fullmatch(line.strip()) is not None


IMPORTING = ImportParts(_Lines(), _Pages())
