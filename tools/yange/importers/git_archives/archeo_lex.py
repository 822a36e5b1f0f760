"""Archéo Lex: one French text per repository or branch, one commit per consolidated version, dated by its message.

The message decides, says the format: git cannot hold every day. A text that was repealed ends with an empty file.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import PurePosixPath

from yange.characters import readable_name
from yange.dates import calendar_day, previous_day
from yange.git import PeerChange, PeerCommit
from yange.importers.git_archives.markdown_file import decoded
from yange.importers.git_archives.states import Doubt, PeerLook, PlacedState, StateRole, StateSaid
from yange.readers.source_text import GivenFacts

__all__ = ["ArcheoLexFormat"]

_MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
_DAY = rf"(?P<day>\d{{1,2}})(?:er)? (?P<month>{'|'.join(_MONTHS)}) (?P<year>\d{{4}})"
_VERSION = re.compile(rf"Version consolidée au {_DAY}")
_UNKNOWN = re.compile(r"Version consolidée à une date future indéterminée")
_ENDED = re.compile(rf"Texte abrogé au {_DAY}")
_ANY = re.compile(r"(?:Version consolidée|Texte abrogé) ")


class ArcheoLexFormat:
    """Reads repositories of Archéo Lex."""

    name = "archeo-lex"
    looked_for = "Archéo Lex: one Markdown file and commits called “Version consolidée au …”"
    historical = True

    def recognises(self, look: PeerLook) -> bool:
        """Return whether the last commits are called versions, and there is a text."""
        named = [subject for subject in look.subjects if _ANY.match(subject)]
        return any(map(self.is_law, look.files)) and bool(named) and 2 * len(named) >= len(look.subjects)

    def is_law(self, path: str) -> bool:
        """Return whether a file is Markdown in no folder, and not about the repository."""
        return path.endswith(".md") and "/" not in path and path.upper() != "README.MD"

    def key(self, change: PeerChange, commit: PeerCommit, *, alone: bool, read: Callable[[str], bytes | None]) -> str:
        """Return the name of the file, which the format defines; case and separators changed over the years."""
        return (
            readable_name(PurePosixPath(change.path).stem).replace("_", " ").casefold()
            if _ANY.match(commit.subject)
            else ""
        )

    def place(self, look: PeerLook) -> str:
        """Return France."""
        return "fr"

    def said(self, data: bytes, state: PlacedState, commit: PeerCommit, *, first: bool) -> StateSaid | None:
        """Return the day that the message gives; an empty file is the end of the text."""
        text = decoded(data)
        if text is None:
            return None
        if not text.strip():
            return self.ending(state, commit)
        day = _day(_VERSION, commit)
        doubts: tuple[Doubt, ...] = ()
        if day is None and (_ANY.match(commit.subject) or not first):
            what = (
                "is of a future day that is not known"
                if _UNKNOWN.match(commit.subject)
                else "has no day in its message"
            )
            doubts = (Doubt("peer-undated", f"this version {what}", "find its first day and write `effective`"),)
        title = readable_name(PurePosixPath(state.path).stem).replace("_", " ")
        given = GivenFacts(title=title[:1].upper() + title[1:], language="fr")
        return StateSaid(markdown=f"# {given.title}\n\n{text}", first=day, given=given, doubts=doubts)

    def ending(self, state: PlacedState, commit: PeerCommit) -> StateSaid:
        """Return the day of the repeal that the message gives."""
        day = _day(_ENDED, commit)
        last = None if day is None or day == date.min else previous_day(day)
        doubt = Doubt("peer-removed", "the text was removed without a message that says why", "find out when it ended")
        return StateSaid(
            markdown="",
            role=StateRole.ENDED,
            last=last,
            ended="removed" if last is None else "repealed",
            doubts=() if last is not None else (doubt,),
        )


def _day(form: re.Pattern[str], commit: PeerCommit) -> date | None:
    found = form.match(commit.subject)
    return calendar_day(int(found["year"]), _MONTHS.index(found["month"]) + 1, int(found["day"])) if found else None
