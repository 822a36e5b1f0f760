"""``review`` and ``editions`` as machine output (``yange.review/1``, ``yange.editions/1``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from yange.archive.ledger import Edition
from yange.characters import printable
from yange.coding import UNSET, Output, UnsetType
from yange.compare import Operation
from yange.compare.result import Change
from yange.model import Correction
from yange.problems import ProblemOutput
from yange.review.report import (
    ArchiveDay,
    FieldChange,
    OtherFile,
    PolicyChange,
    ProposedEntry,
    Review,
    ReviewKind,
    VersionChange,
)

__all__ = [
    "EditionCorrection",
    "EditionOutput",
    "EditionsOutput",
    "RebuiltOutput",
    "ReviewOutput",
    "edition_output",
    "review_output",
]


class FieldOutput(Output):
    """A field of front matter before and after."""

    field: str
    was: str
    now: str


class TwinOutput(Output):
    """Another text that has the same wrong words."""

    policy: str
    version: str
    path: str
    line: int
    clause: str
    words: str
    proposed: ProposedEntry


class VersionOutput(Output):
    """What happened to one text."""

    version: str
    path: str
    was: str | None
    """Its former path, where that changed."""
    kinds: tuple[ReviewKind, ...]
    values: tuple[FieldOutput, ...]
    against: str | None
    """Key of the text that a new text was compared with."""
    changes: tuple[Change, ...]
    """As in ``yange.compare/1``, unchanged clauses left out."""
    entries: tuple[Correction, ...]
    """Corrections that are recorded."""
    proposed: tuple[ProposedEntry, ...]
    """Corrections that are missing."""
    twins: tuple[TwinOutput, ...]


class PolicyOutput(Output):
    """What happened to one policy."""

    id: str
    was: str | None
    """Its former id, where that changed."""
    title: str
    kinds: tuple[ReviewKind, ...]
    values: tuple[FieldOutput, ...]
    versions: tuple[VersionOutput, ...]


class ArchiveChange(Output):
    """How the archive will differ."""

    first_day: date | None
    """Ids of all days before it stay."""
    days: tuple[ArchiveDay, ...]


class EditionValidity(Output):
    """A published edition, and whether its ids stay valid."""

    edition: int
    valid: bool


class ReviewOutput(Output, tag_field="schema", tag="yange.review/1"):
    """What a change does to the texts, and what follows."""

    base: str
    """Commit that was compared with."""
    head: str
    ok: bool
    """No promise is broken and no error is new."""
    misleading: bool
    """Invisible or look-alike characters were added, or only widths changed."""
    other_files: tuple[OtherFile, ...]
    """Changed files other than texts and originals, first those that run as code."""
    policies: tuple[PolicyOutput, ...]
    broken: tuple[ProblemOutput, ...]
    """Promises that are broken."""
    problems: tuple[ProblemOutput, ...]
    """Problems that the base does not have."""
    mended: int
    """How many problems of the base are fixed."""
    archive: ArchiveChange
    pages: tuple[str, ...]
    """Addresses of pages that will differ."""
    editions: tuple[EditionValidity, ...]
    remarks: tuple[str, ...]


class EditionCorrection(Output):
    """A correction that was recorded between two editions."""

    policy: str
    version: str
    field: str
    clause: str | None
    was: str | None
    now: str | None
    evidence: str | None


class EditionOutput(Output):
    """One published edition."""

    edition: int
    published: date
    commit: str
    format: int
    as_of: date
    main: str | None
    scheduled: str | None
    manifest: str
    """SHA-256 of the manifest."""
    before: str | None
    """SHA-256 of the line of the edition before."""
    changes: dict[str, int] | UnsetType = UNSET
    """How many policies changed since the edition before, by kind of change; when all are listed."""
    corrections: tuple[EditionCorrection, ...] | UnsetType = UNSET
    """Corrections recorded since the edition before; when all are listed."""


class EditionsOutput(Output, tag_field="schema", tag="yange.editions/1", kw_only=True):
    """The published editions, oldest first; or the one that ``archive --publish`` entered or found the same."""

    entered: bool | UnsetType = UNSET
    """Whether ``archive --publish`` entered an edition: there is none if nothing changed since the last one."""
    editions: tuple[EditionOutput, ...]


class RebuiltOutput(Output, tag_field="schema", tag="yange.editions/1"):
    """An edition that was rebuilt (``archive --edition``)."""

    edition: int
    same: bool
    """Whether its ids match the ledger."""
    target: str
    main: str | None
    scheduled: str | None
    manifest: str


def review_output(found: Review) -> ReviewOutput:
    """Return the output of ``review``."""
    return ReviewOutput(
        base=found.base,
        head=found.head,
        ok=found.ok,
        misleading=found.misleading,
        other_files=tuple(OtherFile(printable(one.path), one.what, one.runs) for one in found.others),
        policies=tuple(_policy(policy) for policy in found.policies),
        broken=tuple(problem.output() for problem in found.broken),
        problems=tuple(problem.output() for problem in found.problems),
        mended=found.mended,
        archive=ArchiveChange(first_day=found.first_day, days=found.archive),
        pages=found.pages,
        editions=tuple(EditionValidity(edition=number, valid=valid) for number, valid in found.editions),
        remarks=found.remarks,
    )


def _policy(policy: PolicyChange) -> PolicyOutput:
    return PolicyOutput(
        id=policy.id,
        was=policy.was,
        title=policy.title,
        kinds=policy.kinds,
        values=_fields(policy.values),
        versions=tuple(_version(version) for version in policy.versions),
    )


def _version(version: VersionChange) -> VersionOutput:
    changes = version.comparison.rounded().changes if version.comparison else ()
    return VersionOutput(
        version=version.version,
        path=version.path,
        was=version.was,
        kinds=version.kinds,
        values=_fields(version.values),
        against=version.against,
        changes=tuple(change for change in changes if change.operation is not Operation.UNCHANGED),
        entries=version.entries,
        proposed=version.proposed,
        twins=tuple(
            TwinOutput(
                policy=twin.policy,
                version=twin.version,
                path=twin.path,
                line=twin.line,
                clause=twin.clause,
                words=twin.words,
                proposed=twin.proposed,
            )
            for twin in version.twins
        ),
    )


def _fields(values: Iterable[FieldChange]) -> tuple[FieldOutput, ...]:
    return tuple(FieldOutput(field=value.name, was=value.was, now=value.now) for value in values)


def edition_output(edition: Edition, since: Review | None = None, *, told: bool = False) -> EditionOutput:
    """Return an edition as machine output; ``told``: with the changes since the edition before."""
    policies = since.policies if since else ()
    counts = Counter(kind for policy in policies for kind in policy.kinds)
    corrections = tuple(
        EditionCorrection(
            policy=policy.id,
            version=version.version,
            field=entry.field,
            clause=entry.clause,
            was=entry.was,
            now=entry.now,
            evidence=entry.evidence,
        )
        for policy in policies
        for version in policy.versions
        for entry in version.entries
    )
    return EditionOutput(
        edition=edition.edition,
        published=edition.published,
        commit=edition.commit,
        format=edition.format,
        as_of=edition.as_of,
        main=edition.main,
        scheduled=edition.scheduled,
        manifest=edition.manifest,
        before=edition.before,
        changes={kind.value: counts[kind] for kind in ReviewKind if counts[kind]} if told else UNSET,
        corrections=corrections if told else UNSET,
    )
