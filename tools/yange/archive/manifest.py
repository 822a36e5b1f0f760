"""The manifest: every change of the archive with the SHA-256 of its file, as one sorted JSON document.

It is a function of the texts and the format number alone. The as-of day and the place of ``main`` stand in a
second small file, because they move while the texts do not.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha1, sha256
from pathlib import Path

from yange.archive.commit import ArchiveCommit
from yange.archive.formats import FORMAT
from yange.coding import Output, indented

MANIFEST = "yange-manifest.json"
STATE = "yange-state.json"
SCHEMA = "yange.archive-manifest/1"
_FIELDS = {"day", "policy", "version", "events", "path", "commit", "blob", "sha256", "size"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The hashes of a file: its SHA-256, git's own id of it, and its size in bytes."""

    sha256: str
    blob: str
    size: int

    @classmethod
    def of(cls, data: bytes) -> Content:
        """Work out the hashes of ``data``."""
        #  git names blobs by SHA-1; nothing here relies on it for safety, the SHA-256 beside it carries
        # integrity.
        blob = sha1(b"blob %d\0" % len(data), usedforsecurity=False)
        blob.update(data)
        return cls(sha256=sha256(data).hexdigest(), blob=blob.hexdigest(), size=len(data))


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchState:
    """The commits of the branches, ``None`` for a missing branch; ``as_of`` is the last day that ``main`` covers."""

    as_of: date
    main: str | None
    scheduled: str | None


class ManifestHead(Output):
    """The first fields of a manifest."""

    schema: str
    format: int
    scheduled: str | None


class ManifestEntry(Output):
    """One change of the history. Without a file after it, the last three are ``null``."""

    day: date
    policy: str
    version: str
    events: tuple[str, ...]
    path: str
    commit: str
    blob: str | None
    sha256: str | None
    size: int | None


class StateFile(Output, tag_field="schema", tag="yange.archive-state/1"):
    """The file that holds a :class:`BranchState`."""

    format: int
    as_of: date
    main: str | None
    scheduled: str | None


def manifest_bytes(
    line: Sequence[tuple[ArchiveCommit, Content | None]], commits: Sequence[str], form: int = FORMAT
) -> bytes:
    """Return the manifest: one line of JSON per change, in the order of the history (day, then policy id).

    ``form`` is the number of the archive's format.
    """
    head = ManifestHead(schema=SCHEMA, format=form, scheduled=commits[-1] if commits else None)
    entries = [
        indented(_entry(change, content, commit), by=0) for (change, content), commit in zip(line, commits, strict=True)
    ]
    return (f'{indented(head, by=0)[:-1]}, "changes": [\n' + ",\n".join(entries) + "\n]}\n").encode()


def _entry(change: ArchiveCommit, content: Content | None, commit: str) -> ManifestEntry:
    return ManifestEntry(
        day=change.day,
        policy=change.policy,
        version=change.version,
        events=change.kinds,
        path=change.path,
        commit=commit,
        blob=content.blob if content else None,
        sha256=content.sha256 if content else None,
        size=content.size if content else None,
    )


def write_state(folder: Path, state: BranchState, form: int = FORMAT) -> None:
    """Write the commits of the branches to a file."""
    file = StateFile(format=form, as_of=state.as_of, main=state.main, scheduled=state.scheduled)
    (folder / STATE).write_bytes(f"{indented(file, by=1)}\n".encode())


def read_state(folder: Path) -> BranchState | None:
    """Return the commits of the branches when the archive was built, or ``None`` if they cannot be read."""
    try:
        facts = json.loads((folder / STATE).read_bytes())
        return BranchState(as_of=date.fromisoformat(facts["as_of"]), main=facts["main"], scheduled=facts["scheduled"])
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None


def manifest_entries(lines: Iterable[bytes]) -> Iterator[dict[str, str]]:
    """Yield the changes in the lines of a manifest; damaged lines, and those without a change, are skipped."""
    for line in lines:
        try:
            entry = json.loads(line.rstrip(b","))
        except ValueError:
            continue
        if isinstance(entry, dict) and entry.keys() >= _FIELDS:
            yield entry
