"""Clauses of held texts that rest on law that is gone: repealed, expired, renumbered or replaced (失去依据).

A citation means the law of the day on which its clause got its words. It is followed from there to the day that is
asked. Only what the archive knows is asserted: what it does not have, or cannot follow, is ``unknown``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from yange.api.archive import Archive
from yange.api.cite_check.checking import CheckedCitation, CitationChecker
from yange.api.cite_check.result import FindingCode, Verdict
from yange.api.histories import blamed
from yange.api.rows import Rows
from yange.api.stale_result import StaleCitation, StaleKind, StaleOutput
from yange.api.texts import Text, recorded_text
from yange.citations import Citation, CitationKind
from yange.compare.result import is_apart
from yange.model import Clause, Policy, Version
from yange.project import Asked
from yange.publish.parts.citation_forms import forms
from yange.timeline import Standing
from yange.withdrawn import Withdrawn, clause_in_force

__all__ = ["stale_citations", "stale_output"]


_KINDS = {
    FindingCode.ENDED_SINCE: StaleKind.ENDED,
    FindingCode.NOT_IN_FORCE: StaleKind.ENDED,
    FindingCode.CLAUSE_GONE_SINCE: StaleKind.CLAUSE_GONE,
    FindingCode.CLAUSE_NOT_IN_FORCE: StaleKind.CLAUSE_GONE,
    FindingCode.RENUMBERED_SINCE: StaleKind.RENUMBERED,
    FindingCode.NO_SUCH_CLAUSE: StaleKind.NO_SUCH_CLAUSE,
    FindingCode.OTHER_TEXT_IN_FORCE: StaleKind.OTHER_TEXT,
}
_ORDER = (
    StaleKind.ENDED,
    StaleKind.CLAUSE_GONE,
    StaleKind.NO_SUCH_CLAUSE,
    StaleKind.RENUMBERED,
    StaleKind.OTHER_TEXT,
)


def stale_citations(archive: Archive, day: date, policies: Iterable[Policy] | None = None) -> Rows[StaleCitation]:
    """Return the citations in texts in force on a day that rest on law that is gone, or of which that is not known.

    Left out are captions, and what a text says about instruments on which it acts itself (repeals, extends, replaces).

    Args:
        archive: whose texts are read.
        day: on which the texts are in force, and for which the cited law is looked at.
        policies: only these; default: all.

    """
    return Rows(
        _Reader(archive, day, policies).found(),
        {
            "kind": lambda one: one.kind,
            "policy": lambda one: one.policy,
            "clause": lambda one: one.clause,
            "cites": lambda one: one.cites,
            "today": lambda one: one.today,
        },
        {"version": lambda one: one.version, "written": lambda one: one.written, "messages": lambda one: one.messages},
    )


def stale_output(archive: Archive, day: date, policies: Iterable[Policy] | None = None) -> StaleOutput:
    """Return the machine output ``yange.stale/1`` as a value."""
    reader = _Reader(archive, day, policies)
    found = tuple(reader.found())
    counts = Counter(one.kind for one in found)
    return StaleOutput(
        on=day,
        texts=reader.texts,
        citations=reader.citations,
        counts={kind: counts[kind] for kind in StaleKind},
        stale=found,
    )


class _Reader:
    def __init__(self, archive: Archive, day: date, policies: Iterable[Policy] | None) -> None:
        self.archive = archive
        self.day = day
        self.policies = archive.library.policies if policies is None else tuple(policies)
        self.checker = CitationChecker(archive, day)
        self.texts = 0
        self.citations = 0

    def found(self) -> Iterator[StaleCitation]:
        self.texts = self.citations = 0
        for policy in self.policies:
            standing = self.archive.timeline.standing(policy.id, self.day)
            if standing.in_force and standing.version is not None and standing.version.held:
                self.texts += 1
                yield from self._of(policy, standing, standing.version)

    def _of(self, policy: Policy, standing: Standing, version: Version) -> Iterator[StaleCitation]:
        text = recorded_text(self.archive.project, Asked(policy, version, self.day, exact=True))
        acted = {effect.policy for one in policy.versions for _, effect in one.acts if effect.policy} | {policy.id}
        withdrawn = Withdrawn(self.archive.timeline, version, text.provisions)
        written = _Written(self.archive, policy, version, text)
        for one in self.checker.checked(text.provisions, written.day, policy.place):
            clause = text.provisions.at(one.citation.at)
            if clause is None or is_apart(clause.path):
                continue
            self.citations += 1
            own = one.policy is not None and one.policy.id in acted
            if own or clause_in_force(standing, withdrawn, clause, self.day) is False:
                continue
            told = self._told(one)
            if told is not None:
                kind, messages, today = told
                yield self._made(kind, messages, today, one, version, clause)

    def _told(self, one: CheckedCitation) -> tuple[StaleKind, tuple[str, ...], str | None] | None:
        """Return what became of the cited law; ``None`` where the citation is right on the day."""
        codes = (*one.findings, *one.since)
        messages = tuple(finding.message for finding in codes)
        if one.verdict is Verdict.UNKNOWN:
            return StaleKind.UNKNOWN, messages, None
        assert one.policy is not None  # noqa: S101  a citation of no policy is unknown
        standing = self.archive.timeline.standing(one.policy.id, self.day)
        kinds = {_KINDS[finding.code] for finding in codes if finding.code in _KINDS}
        if standing.in_force:
            kinds.discard(StaleKind.ENDED)
            if one.citation.kind is CitationKind.INSTRUMENT:
                return self._of_number(one, standing)
            if not one.since and any(finding.code is FindingCode.NOT_IN_FORCE for finding in one.findings):
                return None if self._has_now(one, standing) else (StaleKind.UNKNOWN, messages, None)
        elif StaleKind.ENDED in kinds:
            return StaleKind.ENDED, messages, one.today or self._successor(standing)
        for kind in _ORDER:
            if kind in kinds:
                return kind, messages, one.today
        if any(finding.code is FindingCode.NOT_FOLLOWED for finding in codes) and one.today is None:
            return StaleKind.UNKNOWN, messages, None
        return None

    def _of_number(
        self, one: CheckedCitation, standing: Standing
    ) -> tuple[StaleKind, tuple[str, ...], str | None] | None:
        """Return whether an instrument that is in force is cited by the number of a text that is not."""
        meant = self.checker.index.find(one.citation.title, one.citation.number)
        named, law = meant.version if meant is not None else None, standing.version
        if named is None or law is None or named == law or named.number == law.number:
            return None
        message = f"{named.number} is the number of the text from {named.effective or named.key}, which was replaced"
        return StaleKind.OTHER_TEXT, (message,), forms(law, self.checker.context.english).clause(None)

    def _has_now(self, one: CheckedCitation, standing: Standing) -> bool:
        """Return whether the text of the day has a clause that was cited before there was one."""
        if standing.version is None or not standing.version.held or one.policy is None:
            return False
        return self.checker.once(one.citation, one.policy, self.day).verdict is Verdict.RIGHT

    def _successor(self, standing: Standing) -> str | None:
        """Return how to cite the text that took the place of a policy that has ended, if it is law on the day."""
        here = standing.version
        after = {(old.policy, old.key): new for old, new in self.archive.timeline.superseding_pairs()}
        seen: set[tuple[str, str]] = set()
        while here is not None and (here.policy, here.key) not in seen:
            seen.add((here.policy, here.key))
            now = self.archive.timeline.standing(here.policy, self.day)
            if now.in_force and now.version is not None:
                return forms(now.version, self.checker.context.english).clause(None)
            here = after.get((here.policy, here.key))
        return None

    def _made(
        self,
        kind: StaleKind,
        messages: tuple[str, ...],
        today: str | None,
        one: CheckedCitation,
        version: Version,
        clause: Clause,
    ) -> StaleCitation:
        called = self.checker.context.called(version.body).get(clause.path)
        title = f"《{one.citation.title}》" if one.citation.kind is CitationKind.FOREIGN and one.citation.title else ""
        return StaleCitation(
            kind=kind,
            policy=version.policy,
            title=version.title,
            version=version.key,
            clause=called.own if called is not None else clause.label,
            path=clause.path,
            cites=f"{title}{one.citation.text}",
            written=one.day,
            cited_policy=one.policy.id if one.policy is not None else None,
            cited_clause=one.cited.path if one.cited is not None else None,
            messages=tuple(dict.fromkeys(messages)),
            today=today,
        )


class _Written:
    """On which day the clauses of a text got their words: worked out when a text first cites a clause of another."""

    def __init__(self, archive: Archive, policy: Policy, version: Version, text: Text) -> None:
        self._archive = archive
        self._policy = policy
        self._version = version
        self._text = text
        self._days: dict[str, date] | None = None

    def day(self, citation: Citation) -> date | None:
        own = self._version.effective or self._version.signed
        if citation.kind is not CitationKind.FOREIGN or len(self._policy.versions) == 1:
            return own
        if self._days is None:
            self._days = dict(self._read())
        path = citation.at
        while path and path not in self._days:
            path = path.rpartition("__")[0]
        return self._days.get(path, own) if own is not None else None

    def _read(self) -> Iterator[tuple[str, date]]:
        for line in blamed(self._archive.project, self._text):
            version = self._policy.version(line.changed)
            if version is not None and version.effective is not None:
                yield line.path, version.effective
