"""The way from a page to the line that is wrong: links to the forge's editor and to a report that is filled in.

They are plain links: a page asks nothing of the forge, and they work without scripts. If the archive names no forge,
the page says what to write to its publisher.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from yange.forge import Forge
from yange.model import Version
from yange.publish.context import SiteView
from yange.publish.facts.blocks import ClauseBlock

__all__ = ["LINE", "Correcting", "Ways", "ways"]

LINE = 7777777
"""What stands for the line in an address that scripts complete."""

_SPOKEN = 30
"""Characters of a clause that a report quotes: each takes nine bytes of the page, and the report names the line."""
_LINKS = Markup('<p class="y-fixes"><a href="{}" rel="nofollow">{}</a> · <a href="{}" rel="nofollow">{}</a></p>')
_NOTHING = Markup("")
_MARK = Markup('<a class="y-fix" href="{}" rel="nofollow" lang="{}" aria-label="{}" title="{}">{}</a>')


@dataclass(frozen=True, slots=True)
class Ways:
    """Where a file is edited and a mistake in it reported; ``None`` where no forge is set."""

    file: str | None
    report: str | None


def ways(view: SiteView, path: str, line: int = 1) -> Ways:
    """Return where a file of the project is corrected."""
    forge = view.context.settings.editor
    return Ways(forge.edit(path, line), forge.report(path, "", "")) if forge else Ways(None, None)


class Correcting:
    """Where the clauses of one text are corrected."""

    def __init__(self, view: SiteView, version: Version, printed: Iterable[ClauseBlock] = ()) -> None:
        """Take the page and the text, with its blocks as they are printed, without links."""
        self._view = view
        self._words = {block.path: _spoken(block) for block in printed}
        self._version = version
        self._forge: Forge | None = view.context.settings.editor
        self.whole = ways(view, version.path)

    def links(self, block: ClauseBlock) -> Markup:
        """Return the two ways of correcting a clause, for its margin."""
        if self._forge is None:
            return _NOTHING
        words = self._view.words
        place = f"{self._version.path}:{self._line(block)}"
        report = self._forge.report(place, block.name, self._words.get(block.path, ""))
        return _LINKS.format(self._edit(block), words("correct.clause"), report, words("correct.report"))

    def place(self, block: ClauseBlock) -> int | None:
        """Return the line of a clause, ``None`` if no forge is set: :meth:`edit` has the address for it."""
        return self._line(block) if self._forge is not None else None

    @property
    def edit(self) -> str:
        """The address at which a line of the file is edited, with :data:`LINE` for the line; empty without a forge."""
        return self._forge.edit(self._version.path, LINE) if self._forge is not None else ""

    def mark(self, block: ClauseBlock) -> Markup:
        """Return the small link beside blocks without a margin: items, headings, tables."""
        if self._forge is None:
            return _NOTHING
        words = self._view.words
        said = words("correct.of", label=block.name) if block.name else words("correct.here")
        return _MARK.format(self._edit(block), words.html_language, said, said, words("correct.short"))

    def _edit(self, block: ClauseBlock) -> str:
        return self._forge.edit(self._version.path, self._line(block)) if self._forge else ""

    def _line(self, block: ClauseBlock) -> int:
        """Return the line of the file on which a clause begins."""
        start = self._starts.get(block.path, 0)
        return self._version.body_line + bisect_right(self._ends, start - 1)

    @cached_property
    def _starts(self) -> Mapping[str, int]:
        provisions = self._view.context.parsed(self._version.body)
        found = {}
        for clause in provisions.walk():
            blank = provisions.text[clause.start : clause.end]
            found[clause.path] = clause.start + len(blank) - len(blank.lstrip())
        return found

    @cached_property
    def _ends(self) -> list[int]:
        return [at for at, char in enumerate(self._version.body) if char == "\n"]


def _spoken(block: ClauseBlock) -> str:
    """Return how a clause begins, as the page prints it: what is withheld there is withheld here."""
    words = block.label + "".join(text for _, text in block.paragraphs)
    return words if len(words) <= _SPOKEN else f"{words[:_SPOKEN]}…"
