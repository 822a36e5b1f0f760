"""One change of the archived tree, and its commit message."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from yange.model import Event, stem_of

_BREAKS = re.compile("[\x00-\x20\x7f-\x9f\u2028\u2029]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveCommit:
    """One commit: on ``day`` the file of ``policy`` at ``path`` is written or (``removed``) taken away.

    ``version`` is the key of the text written, or of the last text where it is taken away; ``title`` and
    ``number`` are that text's. ``events`` are the events of the policy on that day that changed the file, in
    order.
    """

    day: date
    policy: str
    path: str
    removed: bool
    version: str
    title: str
    number: str | None = None
    events: tuple[Event, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The names of the events, each once, in order."""
        return tuple(dict.fromkeys(event.kind.value for event in self.events))


def message(change: ArchiveCommit, sha256: str | None) -> bytes:
    """Return the commit message: a subject with the true day, then ASCII trailers.

    ``sha256`` is the hash of the file written, ``None`` where it is taken away. Words from texts are brought
    onto one line and freed of control characters, so none can pass for a trailer of its own.
    """
    what = " + ".join(change.kinds) or ("out of force" if change.removed else "in force")
    trailers = [("Policy", change.policy)]
    trailers += [("Event", kind) for kind in change.kinds]
    trailers += [("Effective", change.day.isoformat()), ("Version", change.version)]
    if change.number:
        trailers.append(("Number", change.number))
    trailers += [("By", acting) for acting in _acting(change)]
    if sha256 is not None:
        trailers.append(("Content-SHA256", sha256))
    lines = [f"{change.day.isoformat()} {what}: {one_line(change.title)}", ""]
    lines += [f"{key}: {one_line(value)}" for key, value in trailers]
    return ("\n".join(lines) + "\n").encode("utf-8", errors="replace")


def _acting(change: ArchiveCommit) -> tuple[str, ...]:
    """Return the other instruments that caused the change, each once: ``<policy id>@<version> (文号)``."""
    names = []
    for event in change.events:
        if event.by_policy == change.policy:
            continue
        address = "@".join(filter(None, (event.by_policy, stem_of(event.by_version or ""))))
        number = f"({event.number})" if event.by_policy and event.number else ""
        names.append(" ".join(filter(None, (address, number))))
    return tuple(dict.fromkeys(filter(None, names)))


def one_line(text: str) -> str:
    """Return words on one line, without control characters: none can pass for a trailer."""
    return _BREAKS.sub(" ", text).strip(" ")
