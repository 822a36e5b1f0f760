"""``archive`` and ``archive --verify`` as machine output (``yange.archive/1``)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from yange.archive.build import BuildResult
from yange.archive.verify import VerifyResult
from yange.coding import Output
from yange.problems import ProblemOutput

__all__ = ["ArchiveOutput", "VerifyOutput", "archive_output", "verify_output"]


class ArchiveOutput(Output, tag_field="schema", tag="yange.archive/1"):
    """What was built. Ids are ``null`` where there is no such branch."""

    target: str
    """Path of the repository."""
    as_of: date
    """The day up to which branch ``main`` goes."""
    main: str | None
    """Id of the last commit of ``main``."""
    scheduled: str | None
    """Id of the last commit of all, future ones included."""
    commits: int
    commits_main: int
    policies: int
    files: int
    """How many different files there are."""
    bytes: int
    """Their size."""
    manifest: str
    """Path of the manifest."""
    manifest_sha256: str
    format: int
    """Number of the archive's format: with the texts it determines every id."""


class VerifyOutput(Output, tag_field="schema", tag="yange.archive/1"):
    """Whether the archive is, byte for byte, what the texts make it (``--verify``)."""

    target: str
    as_of: date | None
    main: str | None
    scheduled: str | None
    files: int
    """How many files were checked."""
    ok: bool
    problems: tuple[ProblemOutput, ...]


def archive_output(made: BuildResult, shown: Callable[[Path], str]) -> ArchiveOutput:
    """Return the output of ``archive``; ``shown`` gives a path as it is to be printed."""
    return ArchiveOutput(
        target=shown(made.target),
        as_of=made.as_of,
        main=made.main,
        scheduled=made.scheduled,
        commits=made.commits,
        commits_main=made.commits_main,
        policies=made.policies,
        files=made.files,
        bytes=made.bytes,
        manifest=shown(made.manifest),
        manifest_sha256=made.manifest_sha256,
        format=made.format,
    )


def verify_output(found: VerifyResult, shown: Callable[[Path], str]) -> VerifyOutput:
    """Return the output of ``archive --verify``; ``shown`` as in :func:`archive_output`."""
    return VerifyOutput(
        target=shown(found.target),
        as_of=found.as_of,
        main=found.main,
        scheduled=found.scheduled,
        files=found.files,
        ok=found.ok,
        problems=tuple(problem.output() for problem in found.problems),
    )
