"""An archive of policies, as ``yange.open`` returns it."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from yange.api.day_view import DayView
from yange.api.given import Given, day_or_none, read_day, text_of
from yange.api.rows import Rows
from yange.api.texts import Text, recorded_text
from yange.library import POLICIES
from yange.model import Event, Library, Policy
from yange.problems import Problem, YangeError
from yange.project import Asked, Project, commit_of, find_policy, find_text, with_clause
from yange.timeline import Timeline
from yange.timeline.line import age

if TYPE_CHECKING:
    from yange.api.comparison import TextComparison
    from yange.api.histories import ClauseHistory, TextBlame
    from yange.api.stale_result import StaleCitation

__all__ = ["Archive", "open_archive"]


def open_archive(path: str | os.PathLike[str] = ".") -> Archive:
    """Open a folder of texts and read its state at one moment; open it again to see later changes.

    Args:
        path: a project's folder, or the folder ``policies`` in it.

    Raises:
        YangeError: when there is no such folder or the machine refuses to read it. Mistakes in texts do not raise: they
            are in ``Archive.problems``, and the rest is read.

    """
    folder = Path(path)
    if folder.name == POLICIES and folder.is_dir() and not (folder / POLICIES).is_dir():
        folder = folder.absolute().parent
    if not folder.is_dir():
        raise YangeError(f"{path}: no such folder; name a project's folder (yange init makes one)")
    if not (folder / POLICIES).is_dir():
        raise YangeError(f"{path}: has no folder {POLICIES}; name a project's folder (yange init makes one)")
    project = Project(folder)
    project.texts  # noqa: B018  read now, so that an error of the machine is raised here
    return Archive(project)


class Archive:
    """Every policy and text of a project, read once. ``repr`` and notebooks show the policies.

    No answer depends on the clock: if a day matters, give it.
    """

    def __init__(self, project: Project) -> None:
        self.project = project

    @property
    def library(self) -> Library:
        """The policies and texts as the library returns them."""
        return self.project.library

    @property
    def timeline(self) -> Timeline:
        """Periods, statuses and events of every policy and text."""
        return self.project.timeline

    @property
    def problems(self) -> Rows[Problem]:
        """Problems of files and front matter found on reading, in order of path and line; see ``check``."""
        return _problem_rows(self.project.problems)

    @property
    def policies(self) -> Rows[Policy]:
        """Every policy in order of id."""
        return Rows(
            self.library.policies,
            {
                "id": lambda p: p.id,
                "title": lambda p: p.title,
                "place": lambda p: p.place,
                "kind": lambda p: p.kind,
                "texts": lambda p: len(p.versions),
            },
        )

    @property
    def recorded(self) -> str | None:
        """The commit from which everything is read; ``None`` for the folder."""
        return self.project.recorded

    def policy(self, name: str) -> Policy:
        """Return the policy with a name: an id, a former id, the last part of one, a 文号, or a title.

        Raises:
            YangeError: when nothing or more than one policy has the name.

        """
        return find_policy(self.library, name)

    def texts(self, policy: str) -> Rows[Text]:
        """Return every text of a policy in order of first day, undated ones last; each as of its own first day."""
        known = self.policy(policy)
        texts = (
            recorded_text(self.project, Asked(known, version, version.effective, exact=True))
            for version in known.versions
        )
        return Rows(
            texts,
            {
                "name": lambda t: t.name,
                "effective": lambda t: t.effective,
                "number": lambda t: t.number,
                "held": lambda t: t.held,
                "title": lambda t: t.title,
            },
        )

    def text(self, name: str, on: str | date | None = None) -> Text:
        """Return one text.

        Args:
            name: ``policy@day`` is the law of that day; ``policy@key`` (``x@v2020-03-01.2``) the text with that key; a
                policy's name with ``on`` the law of that day; a 文号 the text that has it. ``Archive.policy`` lists the
                names of policies.
            on: the day, ``YYYY-MM-DD`` or a ``date``.

        Raises:
            YangeError: when there is no such text, none was in force on the day, or the name means more than one text.

        """
        return recorded_text(self.project, find_text(self.project, name, day_or_none(on)))

    def on(self, day: str | date) -> DayView:
        """Return the view of one day (``YYYY-MM-DD`` or a ``date``)."""
        return DayView(self.project, read_day(day))

    def compare(self, old: Given, new: Given, *, chars: bool = False, steps: bool = False) -> TextComparison:
        """Compare two texts; a string of one line is the name of a text, as in ``text``.

        The other arguments and the errors are those of ``yange.compare``; people's answers in ``alignment.yml`` are
        followed.
        """
        from yange.api.comparison import (
            compared,  # here, because its word lists load more slowly than most answers take
        )

        return compared(text_of(old, self.project, "old"), text_of(new, self.project, "new"), chars=chars, steps=steps)

    def history(self, policy: str | Text, clause: str, on: str | date | None = None) -> ClauseHistory:
        """Return the history of a clause, through renumbering, splits, merges and policies that were replaced.

        Args:
            policy: a name as in ``text``, or a text. Without a day or key, the clause is looked for in the latest
                text that has it; ``history.text`` is that text.
            clause: a printed label (第十五条) or a path (``chp_3__art_15``).
            on: the day whose text has the clause.

        Raises:
            YangeError: when there is no such text or clause, or the text is not held.

        """
        from yange.api.histories import traced

        if isinstance(policy, Text):
            return traced(self.project, policy, clause)
        given = on is not None or "@" in policy
        asked = find_text(self.project, policy, day_or_none(on)) if given else self._latest(policy)
        asked, _ = with_clause(asked, clause, given=given)
        return traced(self.project, recorded_text(self.project, asked), clause)

    def _latest(self, name: str) -> Asked:
        policy = self.policy(name)
        held = [version for version in policy.versions if version.held]
        latest = max((one for one in held if not one.draft), key=age, default=max(held, key=age, default=None))
        if latest is None:
            raise YangeError(f"{policy.id}: no text is held, so its clauses cannot be traced")
        return Asked(policy, latest, latest.effective, exact=False)

    def blame(self, text: str | Text) -> TextBlame:
        """Return for every clause of a text the version that last changed it and the one that first had it.

        Raises:
            YangeError: when there is no such text, or it is not held.

        """
        from yange.api.histories import blamed

        return blamed(self.project, text if isinstance(text, Text) else self.text(text))

    def stale(self, on: str | date) -> Rows[StaleCitation]:
        """Return the citations in texts in force on a day that rest on law that is gone (失去依据).

        Each says which clause cites what, what became of it, and how to cite it on the day; what the archive cannot
        tell has the kind ``unknown``.
        """
        from yange.api.stale import stale_citations

        return stale_citations(self, read_day(on))

    def events(self, policy: str | None = None) -> Rows[Event]:
        """Return the past and future events of one policy or of all, in order of day."""
        events = self.timeline.events(None if policy is None else self.policy(policy).id)
        return Rows(
            events,
            {
                "day": lambda e: e.day,
                "kind": lambda e: e.kind,
                "policy": lambda e: e.policy,
                "version": lambda e: e.version,
                "clauses": lambda e: e.clauses,
                "by": lambda e: e.by_policy if e.by_policy != e.policy else e.number,
            },
        )

    def check(self) -> Rows[Problem]:
        """Check every text against every promise; return all problems, in order of path and line."""
        return _problem_rows(self.project.all_problems())

    def as_recorded(self, point: str | date) -> Archive:
        """Return the archive as its git history recorded it at the end of a day, or in a commit.

        Raises:
            YangeError: where nothing was recorded by then, git knows no such commit, or the project has no history.

        """
        return Archive(replace(self.project, recorded=commit_of(self.project, point)))

    def __repr__(self) -> str:
        recorded = f" as recorded in {self.recorded[:12]}" if self.recorded else ""
        texts = sum(1 for _ in self.library.versions())
        return f"<Archive {self.project.root}{recorded}: {len(self.library.policies)} policies, {texts} texts>"

    def _repr_html_(self) -> str:
        return self.policies._repr_html_()


def _problem_rows(problems: tuple[Problem, ...]) -> Rows[Problem]:
    return Rows(
        problems,
        {
            "where": lambda p: p.where,
            "severity": lambda p: p.severity,
            "code": lambda p: p.code,
            "message": lambda p: p.message,
        },
        {"path": lambda p: p.path, "line": lambda p: p.line, "column": lambda p: p.column, "hint": lambda p: p.hint},
    )
