"""``archive`` and ``archive --verify`` as machine output (``yange.archive/1``)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from yange.archive.build import BuildResult
from yange.archive.signatures import SignatureResult
from yange.archive.verify import VerifyResult
from yange.coding import UNSET, Output, UnsetType
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


class EditionSignature(Output):
    """An edition with a good signature."""

    edition: int
    published: date
    signer: str
    """The name of the key, its kind and its fingerprint."""


class SignaturesOutput(Output):
    """Whether the editions are signed by those who may (``--signatures``)."""

    ok: bool
    signed: tuple[EditionSignature, ...]
    """Those that were checked: with ``--seen``, the ones after it."""
    unsigned: tuple[int, ...]
    """Editions before the first that is signed."""
    first_use: bool
    """Whether the keys were taken from the repository itself, so that only their succession was checked."""
    problems: tuple[ProblemOutput, ...]


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
    signatures: SignaturesOutput | UnsetType = UNSET
    """With ``--signatures``."""


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


def _signatures(found: SignatureResult) -> SignaturesOutput:
    signed = (
        EditionSignature(edition=one.edition.edition, published=one.edition.published, signer=one.signer)
        for one in found.signed
    )
    return SignaturesOutput(
        ok=found.ok,
        signed=tuple(signed),
        unsigned=tuple(one.edition for one in found.unsigned),
        first_use=found.first_use,
        problems=tuple(problem.output() for problem in found.problems),
    )


def verify_output(
    found: VerifyResult, shown: Callable[[Path], str], checked: SignatureResult | None = None
) -> VerifyOutput:
    """Return the output of ``archive --verify``; ``shown`` as in :func:`archive_output`."""
    return VerifyOutput(
        target=shown(found.target),
        as_of=found.as_of,
        main=found.main,
        scheduled=found.scheduled,
        files=found.files,
        ok=found.ok,
        problems=tuple(problem.output() for problem in found.problems),
        signatures=_signatures(checked) if checked is not None else UNSET,
    )
