"""The aspect of importing in Chinese, for every script and place."""

from __future__ import annotations

from yange.law.zh_hans.importing_heads import ChineseClauses, ChineseHeads
from yange.law.zh_hans.importing_lines import ChineseLines
from yange.law.zh_hans.importing_notices import ChineseNotices
from yange.law.zh_hans.importing_pages import ChinesePages
from yange.law.zh_hans.importing_places import PLACES
from yange.law.zh_hans.importing_script import SIMPLIFIED, ImportScript

__all__ = ["IMPORTING", "ChineseImporting"]


class ChineseImporting:
    """What an import needs to know of Chinese; see :class:`yange.law.aspects.importing.ImportForms`."""

    def __init__(self, script: ImportScript) -> None:
        """Compile the forms for a script and place."""
        self.lines = ChineseLines(script)
        self.pages = ChinesePages(script)
        self.notices = ChineseNotices(script, self.lines)
        self.heads = ChineseHeads(script)
        self.clauses = ChineseClauses(script)
        self.places = PLACES


IMPORTING = ChineseImporting(SIMPLIFIED)
