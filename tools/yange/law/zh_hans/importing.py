"""The aspect of importing in Chinese, for every script and place."""

from __future__ import annotations

from functools import cached_property

from yange.law.zh_hans.importing_heads import ChineseClauses, ChineseHeads
from yange.law.zh_hans.importing_lines import ChineseLines
from yange.law.zh_hans.importing_notices import ChineseNotices
from yange.law.zh_hans.importing_pages import ChinesePages
from yange.law.zh_hans.importing_places import PLACES, ChinesePlaces
from yange.law.zh_hans.importing_script import SIMPLIFIED, ImportScript

__all__ = ["IMPORTING", "ChineseImporting"]


class ChineseImporting:
    """The forms of Chinese for imports; see :class:`yange.law.aspects.importing.ImportForms`."""

    def __init__(self, script: ImportScript) -> None:
        """Keep the script; forms are compiled at their first use."""
        self._script = script

    @cached_property
    def lines(self) -> ChineseLines:
        """The kinds of lines."""
        return ChineseLines(self._script)

    @cached_property
    def pages(self) -> ChinesePages:
        """The words around documents on a page."""
        return ChinesePages(self._script)

    @cached_property
    def notices(self) -> ChineseNotices:
        """The covering notices."""
        return ChineseNotices(self._script, self.lines)

    @cached_property
    def heads(self) -> ChineseHeads:
        """The bodies and numbers in heads."""
        return ChineseHeads(self._script)

    @cached_property
    def clauses(self) -> ChineseClauses:
        """The clauses that decide which rules apply."""
        return ChineseClauses(self._script)

    @cached_property
    def places(self) -> ChinesePlaces:
        """The places of the country."""
        return PLACES


IMPORTING = ChineseImporting(SIMPLIFIED)
