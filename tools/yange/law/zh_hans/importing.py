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
    """What an import needs to know of Chinese; see :class:`yange.law.aspects.importing.ImportForms`."""

    def __init__(self, script: ImportScript) -> None:
        """Keep the script; forms are compiled when they are first asked for."""
        self._script = script

    @cached_property
    def lines(self) -> ChineseLines:
        """What lines are."""
        return ChineseLines(self._script)

    @cached_property
    def pages(self) -> ChinesePages:
        """What pages print around documents."""
        return ChinesePages(self._script)

    @cached_property
    def notices(self) -> ChineseNotices:
        """What notices carry."""
        return ChineseNotices(self._script, self.lines)

    @cached_property
    def heads(self) -> ChineseHeads:
        """Whom heads name."""
        return ChineseHeads(self._script)

    @cached_property
    def clauses(self) -> ChineseClauses:
        """Which clauses say what holds."""
        return ChineseClauses(self._script)

    @cached_property
    def places(self) -> ChinesePlaces:
        """The places of the country."""
        return PLACES


IMPORTING = ChineseImporting(SIMPLIFIED)
