"""``list``: policies as machine output."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from yange.coding import UNSET, Output, UnsetType
from yange.listing import ListedRow
from yange.model import Holding, Status

__all__ = ["ListOutput", "list_output"]


class ListedPolicy(Output):
    """A policy and how it stands on the day."""

    id: str
    title: str
    place: str
    kind: str | None
    status: Status
    partial: bool
    """Whether clauses of the text are out of force on the day."""
    version: str | None
    """Key of the text of the day, or of the one that was last or will be first."""
    number: str | None
    effective: date | None
    expires: date | None
    """The last day in force, extensions counted."""
    versions: int
    """How many texts are recorded."""
    status_first_day: date | None
    """First day of this status."""
    status_last_day: date | None
    """Last day of this status; it belongs to it."""
    not_in_force: tuple[str, ...]
    """Labels of the clauses that are out of force on the day."""
    text: Holding | None
    review: tuple[str, ...]
    """Fields that were inferred, are in doubt or could not be read."""
    sample: bool
    """Whether the text is invented."""


class ListOutput(Output, tag_field="schema", tag="yange.list/1", kw_only=True):
    """The policies with their standing on a day."""

    on: date
    as_recorded: str | UnsetType = UNSET
    """The commit that was asked, with ``--as-recorded``."""
    policies: tuple[ListedPolicy, ...]


def list_output(rows: Iterable[ListedRow], on: date, recorded: str | None = None) -> ListOutput:
    """Return the output of ``list``: policies with their standing on the day ``on``.

    ``recorded`` is the commit whose record was read; ``None`` for the folder as it is.
    """
    return ListOutput(on=on, as_recorded=recorded or UNSET, policies=tuple(map(_listed, rows)))


def _listed(row: ListedRow) -> ListedPolicy:
    return ListedPolicy(
        id=row.policy,
        title=row.policy_title if row.title is None else row.title,
        place=row.place,
        kind=row.kind,
        status=row.status,
        partial=row.partial,
        version=row.version,
        number=row.number,
        effective=row.effective,
        expires=row.expires,
        versions=row.versions,
        status_first_day=row.since,
        status_last_day=row.last_day,
        not_in_force=row.not_in_force,
        text=row.text,
        review=row.review,
        sample=row.sample,
    )
