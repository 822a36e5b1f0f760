"""LawRefBook: one Markdown file per law and state, ``title(2019-04-23).md``, with a caption above ``INFO END``.

Its commits are the history of the collection, not of the laws: the files of the last commit are the states. The day in
a name is that of the last event in the caption, mostly the passing; the first day in force is read from the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath

from yange.characters import readable_name
from yange.git import PeerChange, PeerCommit
from yange.importers.git_archives.markdown_file import day_in, decoded, front_matter
from yange.importers.git_archives.states import Doubt, PeerLook, PlacedState, StateRole, StateSaid
from yange.readers.source_text import GivenFacts

__all__ = ["LawRefBookFormat"]

_END = re.compile(r"^<!-- *INFO END *-->[^\n]*\n?", re.M)
_COMMENT = re.compile(r"<!--.{0,2000}?-->", re.S)
_NAME = re.compile(r"(?P<title>.+?)[(（](?P<day>\d{4}-\d{2}-\d{2})[)）]")
_TITLE = re.compile(r"\A\s*# (?P<title>[^\n]+)\n")
_STARTS_WITH_DAY = re.compile(r"^\d{4} ?年", re.M)


class LawRefBookFormat:
    """Reads repositories of LawRefBook."""

    name = "law-ref-book"
    looked_for = "LawRefBook: Markdown files with a title, a caption and a line <!-- INFO END -->"
    historical = False

    def recognises(self, look: PeerLook) -> bool:
        """Return whether most of a sample of files have the line that ends the caption."""
        sample = look.sample([path for path in look.files if self.is_law(path)])
        marked = [data for data in sample if _END.search(decoded(data) or "")]
        return bool(marked) and 2 * len(marked) >= len(sample)

    def is_law(self, path: str) -> bool:
        """Return whether a file is Markdown in a folder, and no index of it."""
        return path.endswith(".md") and "/" in path and not PurePosixPath(path).name.startswith(("_", "."))

    def key(self, change: PeerChange, commit: PeerCommit, *, alone: bool, read: Callable[[str], bytes | None]) -> str:
        """Return the folder and the name of the file without its day."""
        path = PurePosixPath(change.path)
        named = _NAME.fullmatch(path.stem)
        return readable_name(str(path.parent / (named["title"] if named else path.stem)))

    def place(self, look: PeerLook) -> str:
        """Return nothing: the place is read from each text."""
        return ""

    def said(self, data: bytes, state: PlacedState, commit: PeerCommit, *, first: bool) -> StateSaid | None:
        """Return the text without comments; ``None`` for a file without a caption, such as a court's case."""
        _, words = front_matter(decoded(data) or "")
        end = _END.search(words)
        if end is None or not _STARTS_WITH_DAY.search(words, 0, end.start()):
            return None
        named = _NAME.fullmatch(PurePosixPath(state.path).stem)
        title = _TITLE.match(words)
        info = _COMMENT.sub("", words[title.end() if title else 0 : end.start()])
        return StateSaid(
            markdown=(title[0] if title else "") + _COMMENT.sub("", words[end.end() :]),
            caption=tuple(filter(None, map(str.strip, info.split("\n")))),
            fallback_day=day_in(named["day"]) if named else None,
            given=GivenFacts(title=title["title"].strip() if title else None, language="zh"),
        )

    def ending(self, state: PlacedState, commit: PeerCommit) -> StateSaid:
        """Return that a removed file says nothing of the law."""
        doubt = Doubt("peer-removed", "the file was removed from the archive, which does not say why")
        return StateSaid(markdown="", role=StateRole.ENDED, ended="removed", doubts=(doubt,))
