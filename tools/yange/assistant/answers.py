"""The answers to an assistant's questions, as plain values of JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, wraps
from typing import Any, ParamSpec

from yange.api.archive import Archive
from yange.api.texts import Text, recorded_text
from yange.assistant.refusing import RefusalReason, RefusedError, refusal
from yange.dates import parse_day
from yange.model import Clause, Event, Policy, Status, Version
from yange.problems import YangeError
from yange.project import Asked, LoadedTexts, Project, clauses_called
from yange.publish.addresses import compare_address, policy_address, version_address
from yange.publish.context import SiteContext, public
from yange.publish.parts.citation_forms import forms
from yange.timeline import Standing
from yange.withdrawn import Withdrawn, clause_in_force, mark

__all__ = ["AssistantAnswers", "PublicProject"]

Answer = dict[str, Any]
P = ParamSpec("P")
_MOST = 50
"""Most rows of one answer; the answer says how many there are. At 300 characters a row, 15,000 characters."""
_LONGEST = 30_000
"""Most characters of a text in one answer; a longer one is cut, and the answer says so."""
APPLICABLE = "A text in force need not govern a given case: transitional rules may keep the old law for it."


@dataclass(frozen=True)
class PublicProject(Project):
    """A project as it may be published: private persons are left out of letters unless the settings publish them."""

    def read_texts(self) -> LoadedTexts:
        """Read the texts without private persons."""
        texts = super().read_texts()
        library, _ = public(texts.library, texts.timeline, self.settings)
        return LoadedTexts(library, texts.problems)


def answering(ask: Callable[P, Answer]) -> Callable[P, Answer]:
    """Turn refusals, and names that mean nothing or too much, into answers that say so."""

    @wraps(ask)
    def asked(*args: P.args, **kwargs: P.kwargs) -> Answer:
        try:
            return ask(*args, **kwargs)
        except YangeError as failure:
            return refusal(failure)

    return asked


@dataclass(frozen=True)
class AssistantAnswers:
    """Answers from one state of an archive. ``today`` is the day of the call; no answer is for a day nobody named."""

    project: Project
    today: date

    @cached_property
    def archive(self) -> Archive:
        """The archive."""
        return Archive(self.project)

    @cached_property
    def context(self) -> SiteContext:
        """The citations and comparisons of the archive."""
        texts = self.project.texts
        return SiteContext(texts.library, texts.timeline, self.project.settings, self.today, (), project=None)

    # the tools

    @answering
    def in_force_on(self, day: str, place: str = "", words: str = "") -> Answer:
        """List the policies in force on a day (YYYY-MM-DD), in one place or all, with ``words`` in their titles.

        ``unknown`` are policies of which it is not known whether they are: they must not be taken for repealed.
        """
        asked = _day(day)
        self._place(place)
        found = [pair for pair in self.archive.on(asked).pairs(None, place or None) if words in _titles(pair[0])]
        law = [pair for pair in found if pair[1].in_force]
        unknown = [pair for pair in found if pair[1].status is Status.UNKNOWN]
        return {
            "day": day,
            **_listed("in_force", [self._standing(*pair, asked) for pair in law]),
            **_listed("unknown", [self._standing(*pair, asked) for pair in unknown]),
            "note": APPLICABLE,
        }

    @answering
    def text_on(self, policy: str, day: str) -> Answer:
        """Return the text of a policy in force on a day: its status, its clauses out of force, and its words.

        ``policy`` is an id, a document number or a title.
        """
        asked = _day(day)
        meant = self._policy(policy)
        standing = self.archive.timeline.standing(meant.id, asked)
        said = {"day": day, **self._standing(meant, standing, asked), "note": APPLICABLE}
        if not standing.in_force or standing.version is None:
            return {**said, **refusal(RefusedError(RefusalReason.NOT_IN_FORCE, _why_not(meant, standing, asked)))}
        if not standing.version.held:
            return {**said, **refusal(RefusedError(RefusalReason.NOT_HELD, _unheld(standing.version)))}
        words = self._text(meant, standing.version, asked).words
        return {**said, "words": words[:_LONGEST], "characters": len(words), "cut": len(words) > _LONGEST}

    @answering
    def clause(self, policy: str, clause: str, day: str) -> Answer:
        """Return a clause (第三条, Article 5, or a path) as it is on a day: its words, and whether it is in force."""
        asked = _day(day)
        meant, version = self._law(policy, asked)
        text = self._text(meant, version, asked)
        found = self._clause(text, clause)
        standing = self.archive.timeline.version_standing(version, asked)
        withdrawn = Withdrawn(self.archive.timeline, version, text.provisions)
        outs = [mark(out, asked, "en") for out in withdrawn.covering([found.path])]
        return {
            "day": day,
            **self._standing(meant, standing, asked),
            "clause": found.label,
            "path": found.path,
            "clause_in_force": clause_in_force(standing, withdrawn, found, asked),
            "out_of_force": outs,
            "words": text[found.path].text,
            "citation": self._citation(version, found),
            "address": self._address(f"{version_address(version)}#{found.path}"),
            "note": APPLICABLE,
        }

    @answering
    def compare(self, policy: str, old_day: str, new_day: str) -> Answer:
        """Compare the texts of a policy on two days: each changed clause, and amounts, deadlines and bodies."""
        first, last = _day(old_day), _day(new_day)
        meant, old = self._law(policy, first)
        _, new = self._law(policy, last)
        said = {"day": new_day, "old": self._named(meant, old), "new": self._named(meant, new)}
        if old == new:
            return {**said, "same_text": True, "changes": [], "changes_count": 0}
        report = self.archive.compare(f"{old.policy}@{old.key}", f"{new.policy}@{new.key}")
        changes = [
            {
                "operation": one.operation.value,
                "grade": one.grade.value if one.grade else None,
                "old": list(one.old),
                "new": list(one.new),
                "summary": one.summary,
            }
            for one in report.changes
        ]
        values = [{"kind": one.kind, "old": one.old, "new": one.new, "at": one.at_new} for one in report.values]
        has_page = self.context.pairs.has(old, new)
        page = self._address(compare_address(old, new)) if has_page else None
        return {
            **said,
            "same_text": False,
            **_listed("changes", changes),
            **_listed("values", values),
            "address": page,
        }

    @answering
    def history(self, policy: str, clause: str, day: str) -> Answer:
        """Trace a clause through renumbering, splits, mergers and policies that replaced one another."""
        asked = _day(day)
        meant, version = self._law(policy, asked)
        text = self._text(meant, version, asked)
        found = self.archive.history(text, self._clause(text, clause).path)
        steps = [
            {
                "old": step.old,
                "new": step.new,
                "day": _iso(self._effective(step.new)),
                "operation": step.change.operation.value,
                "from": list(step.change.old),
                "to": list(step.change.new),
                "summary": step.change.summary,
                "not_held_between": [one.key for one in step.not_held],
            }
            for step in found.steps
        ]
        return {"day": day, **self._named(meant, version), "clause": clause, **_listed("steps", steps)}

    @answering
    def cited_by(self, policy: str, clause: str = "") -> Answer:
        """List the clauses of other held policies that cite a policy, or one clause of it by its label or path."""
        meant = self._policy(policy)
        links = self.context.references.cited_by(meant.id)
        if clause:
            held = [one for one in meant.versions if one.held]
            paths = {found.path for one in held for found in clauses_called(self.context.parsed(one.body), clause)}
            if not paths:
                raise RefusedError(RefusalReason.UNKNOWN_CLAUSE, f"no held text of {meant.id} has a clause {clause!r}")
            links = [link for link in links if link.path in paths]
        rows = [
            {
                "policy": link.citing.policy,
                "title": link.citing.title,
                "version": link.citing.key,
                "clause": link.called.own if link.called else None,
                "words": link.text,
                "cites_clause": link.path or None,
                "address": self._address(f"{version_address(link.citing)}#{link.at}"),
            }
            for link in links
        ]
        return {"day": None, "policy": meant.id, "title": meant.title, **_listed("cited_by", rows), "held_only": True}

    @answering
    def changes_between(self, since: str, until: str, place: str = "") -> Answer:
        """List what happened to policies from one day to another, both included: begun, amended, repealed, expired."""
        first, last = _day(since), _day(until)
        if last < first:
            raise RefusedError(RefusalReason.UNKNOWN_DAY, f"{until} is before {since}; give the earlier day first")
        self._place(place)
        policies = {policy.id: policy for policy in self.archive.library.policies}
        events = [
            self._event(event, policies[event.policy])
            for event in self.archive.timeline.events()
            if first <= event.day <= last
            and not self.archive.timeline.is_moot(event)
            and place in {"", policies[event.policy].place}
        ]
        undated = [
            one.id for one in policies.values() if any(v.effective is None and not v.draft for v in one.versions)
        ]
        return {
            "day": until,
            "since": since,
            "until": until,
            **_listed("events", events),
            **_listed("with_undated_texts", undated),
        }

    @answering
    def search(self, words: str, day: str) -> Answer:
        """Find clauses in force on a day that have all of the given words, and policies in force titled so."""
        asked, wanted = _day(day), words.casefold().split()
        if not wanted:
            raise RefusedError(RefusalReason.UNKNOWN_NAME, "give one word or more to look for")
        titled: list[Answer] = []
        hits: list[Answer] = []
        for policy, standing in self.archive.on(asked).pairs(Status.IN_FORCE):
            if _has(_titles(policy), wanted):
                titled.append(self._standing(policy, standing, asked))
            if standing.version is not None and standing.version.held:
                hits += self._hits(policy, standing, asked, wanted)
        held = "only the words of held texts are searched; titles of all policies in force are"
        return {"day": day, **_listed("titles", titled), **_listed("clauses", hits), "note": held}

    @answering
    def coverage(self) -> Answer:
        """Say what the archive has and has not: places, texts held or known only by name, unknown days, problems."""
        library = self.archive.library
        places: dict[str, Counter[str]] = {}
        for policy in library.policies:
            counts = places.setdefault(policy.place, Counter())
            counts["policies"] += 1
            counts["samples"] += policy.sample
            counts["status_unknown"] += self.archive.timeline.standing(policy.id, self.today).status is Status.UNKNOWN
            for version in policy.versions:
                counts["texts_held" if version.held else "texts_not_held"] += 1
                counts["checked"] += version.checked is not None
        days = [one.effective for one in library.versions() if one.effective is not None]
        return {
            "day": self.today.isoformat(),
            "places": [{"place": place, **counts} for place, counts in sorted(places.items())],
            "newest_text": _iso(max(days, default=None)),
            "problems": len(self.archive.problems),
            "note": "What is not listed here is not in the archive; that says nothing about whether it exists.",
        }

    # parts of answers

    def _policy(self, name: str) -> Policy:
        return self.archive.policy(name)

    def _place(self, place: str) -> None:
        places = sorted({policy.place for policy in self.archive.library.policies})
        if place and place not in places:
            raise RefusedError(RefusalReason.UNKNOWN_NAME, f"no policy is of the place {place!r}", places)

    def _law(self, name: str, day: date) -> tuple[Policy, Version]:
        """Return the held text of a policy that is in force on a day.

        Raises:
            RefusedError: where none is, or its words are not held.

        """
        policy = self._policy(name)
        standing = self.archive.timeline.standing(policy.id, day)
        if not standing.in_force or standing.version is None:
            raise RefusedError(RefusalReason.NOT_IN_FORCE, _why_not(policy, standing, day))
        if not standing.version.held:
            raise RefusedError(RefusalReason.NOT_HELD, _unheld(standing.version))
        return policy, standing.version

    def _text(self, policy: Policy, version: Version, day: date) -> Text:
        return recorded_text(self.project, Asked(policy, version, day, exact=True))

    def _clause(self, text: Text, name: str) -> Clause:
        found = clauses_called(text.provisions, name)
        if len(found) == 1:
            return found[0]
        if found:
            paths = [one.path for one in found]
            raise RefusedError(
                RefusalReason.AMBIGUOUS_NAME, f"{len(found)} clauses are called {name!r}; give a path", paths
            )
        labels = [one.label for one in text.provisions.primary]
        raise RefusedError(RefusalReason.UNKNOWN_CLAUSE, f"{text.name} has no clause {name!r}", labels[:_MOST])

    def _named(self, policy: Policy, version: Version) -> Answer:
        return {
            "policy": policy.id,
            "title": version.title,
            "place": policy.place,
            "number": version.number,
            "version": version.key,
            "effective": _iso(version.effective),
            "effective_basis": version.effective_basis.value,
            "inferred_or_doubtful": list(version.review),
            "checked": _iso(version.checked.date) if version.checked else None,
            "held": version.held,
            "condition": version.condition.value,
            "sample": policy.sample,
            "citation": self._citation(version),
            "address": self._address(version_address(version)),
        }

    def _standing(self, policy: Policy, standing: Standing, day: date) -> Answer:
        ended = standing.ended_by
        status = {
            "status": standing.status.value,
            "status_on": day.isoformat(),
            "since": _iso(standing.since),
            "status_last_day": _iso(standing.last_day),
            "partly": standing.partial,
            "clauses_out_of_force": list(standing.not_in_force),
            "ended_by": self._event(ended, policy) if ended is not None else None,
        }
        if standing.version is None:
            named = {"policy": policy.id, "title": policy.title, "place": policy.place, "version": None}
            return {**named, "address": self._address(policy_address(policy.id)), **status}
        return {**self._named(policy, standing.version), **status}

    def _event(self, event: Event, policy: Policy) -> Answer:
        return {
            "day": event.day.isoformat(),
            "kind": event.kind.value,
            "policy": event.policy,
            "title": policy.title,
            "version": event.version,
            "by": event.by_policy,
            "number": event.number,
            "clauses": list(event.clauses),
        }

    def _hits(self, policy: Policy, standing: Standing, day: date, wanted: Sequence[str]) -> Iterable[Answer]:
        version = standing.version
        assert version is not None  # noqa: S101  the caller looked
        text = self._text(policy, version, day)
        withdrawn = Withdrawn(self.archive.timeline, version, text.provisions)
        for one in text.clauses:
            law = clause_in_force(standing, withdrawn, one.clause, day)
            if law is not False and _has(one.text, wanted):
                yield {
                    "policy": policy.id,
                    "title": version.title,
                    "clause": one.label,
                    "clause_in_force": law,
                    "words": one.text[:300],
                    "citation": self._citation(version, one.clause),
                    "address": self._address(f"{version_address(version)}#{one.path}"),
                }

    def _citation(self, version: Version, clause: Clause | None = None) -> str:
        called = self.context.called(version.body).get(clause.path) if clause is not None else None
        return forms(version, self.context.english).clause(called)

    def _effective(self, name: str) -> date | None:
        policy, _, key = name.partition("@")
        found = self.context.policies[policy].version(key)
        return found.effective if found is not None else None

    def _address(self, page: str) -> str:
        return f"{self.project.settings.address or ''}{page}"


def _day(day: str) -> date:
    try:
        return parse_day(day)
    except ValueError as failure:
        raise RefusedError(RefusalReason.UNKNOWN_DAY, f"{day!r} is not a day; write it as YYYY-MM-DD") from failure


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _titles(policy: Policy) -> str:
    return "\n".join(dict.fromkeys((policy.title, *(version.title for version in policy.versions))))


def _has(text: str, wanted: Sequence[str]) -> bool:
    folded = text.casefold()
    return all(word in folded for word in wanted)


def _listed(name: str, rows: Sequence[object]) -> Mapping[str, object]:
    return {name: list(rows[:_MOST]), f"{name}_count": len(rows)}


def _unheld(version: Version) -> str:
    return f"the words of {version.policy}@{version.key} are not held; only facts about it are known"


def _why_not(policy: Policy, standing: Standing, day: date) -> str:
    if standing.status is Status.UNKNOWN:
        return f"it is not known whether {policy.id} is in force on {day}"
    return f"{policy.id} is not in force on {day}: {standing.status.value.replace('-', ' ')}"
