"""The view of an archive on one day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from yange.api.rows import Rows
from yange.api.texts import Text, recorded_text
from yange.model import Policy, Status, Version
from yange.outputs.document import document
from yange.outputs.listing import list_output
from yange.problems import YangeError
from yange.project import Project, find_policy, find_text
from yange.timeline import Standing

__all__ = ["DayView"]


class DayView:
    """The view of an archive on one day."""

    def __init__(self, project: Project, day: date) -> None:
        self.project = project
        self.day = day

    def in_force(self, place: str | None = None) -> Rows[Standing]:
        """Return the status of every policy in force on the day, in order of id; ``place`` limits it to one place.

        Raises:
            YangeError: when no policy of the archive is of that place.

        """
        return self.standings(Status.IN_FORCE, place)

    def standings(self, status: Status | str | None = None, place: str | None = None) -> Rows[Standing]:
        """Return the status of every policy on the day, in order of id; ``status`` and ``place`` limit the policies.

        Raises:
            YangeError: when there is no such status, or no policy of the archive is of that place.

        """
        places = {policy.place for policy in self.project.library.policies}
        if place is not None and place not in places:
            raise YangeError(f"no policy is of the place {place!r}; the archive has {'、'.join(sorted(places))}")
        wanted = _status(status) if status is not None else None
        return self._rows(tuple(standing for _, standing in self.pairs(wanted, place)))

    def pairs(self, status: Status | None = None, place: str | None = None) -> tuple[tuple[Policy, Standing], ...]:
        """Return the policies of ``standings`` with their status; none for an unknown place."""
        policies = (one for one in self.project.library.policies if place is None or one.place == place)
        found = ((policy, self.project.timeline.standing(policy.id, self.day)) for policy in policies)
        return tuple(pair for pair in found if status is None or pair[1].status is status)

    def to_json(self) -> bytes:
        """Return the machine output ``yange.list/1`` of every policy, as ``yange list --json`` prints it, in UTF-8."""
        return document(list_output(self.project.standings(self.day), self.day, self.project.recorded)).encode()

    def _rows(self, standings: tuple[Standing, ...]) -> Rows[Standing]:
        policies = {policy.id: policy for policy in self.project.library.policies}

        def of(get: Callable[[Version], object]) -> Callable[[Standing], object]:
            return lambda standing: get(standing.version) if standing.version is not None else None

        return Rows(
            standings,
            {
                "policy": lambda s: s.policy,
                "status": lambda s: s.status,
                "since": lambda s: s.since,
                "last_day": lambda s: s.last_day,
                "number": of(lambda version: version.number),
                "title": lambda s: s.version.title if s.version else policies[s.policy].title,
            },
            {
                "place": lambda s: policies[s.policy].place,
                "version": of(lambda version: version.key),
                "partial": lambda s: s.partial,
                "not_in_force": lambda s: s.not_in_force,
            },
        )

    def standing(self, policy: str) -> Standing:
        """Return the standing of a policy on the day: status and its days, the text, clauses out of force."""
        return self.project.timeline.standing(find_policy(self.project.library, policy).id, self.day)

    def status(self, policy: str) -> Status:
        """Return the status of a policy on the day, as recorded."""
        return self.standing(policy).status

    def text(self, policy: str) -> Text:
        """Return the text of a policy that is in force on the day.

        Raises:
            YangeError: when none is; the message lists the texts.

        """
        return recorded_text(self.project, find_text(self.project, policy, self.day))

    def __repr__(self) -> str:
        return f"<DayView {self.day}: {len(self.in_force())} of {len(self.project.library.policies)} policies in force>"

    def _repr_html_(self) -> str:
        return self.in_force()._repr_html_()


def _status(status: Status | str) -> Status:
    try:
        return Status(status)
    except ValueError as failure:
        raise YangeError(
            f"{status!r} is not a status; give one of {', '.join(one.value for one in Status)}"
        ) from failure
