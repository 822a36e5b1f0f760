"""Check each citation of a text against the law of a day, and follow what it cites to today."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from yange.api.archive import Archive
from yange.api.cite_check.result import CitationCheck, CitedText, Finding, FindingCode, Verdict
from yange.api.histories import ClauseStep
from yange.api.texts import recorded_text
from yange.citations import Citation, CitationKind, Meant, PolicyIndex, citations, find_label
from yange.compare import Grade
from yange.law.aspects.citations import Owner
from yange.model import Clause, Policy, Provisions, Status, Version
from yange.parse import full_text, parse, parse_version
from yange.project import Asked
from yange.publish.context import SiteContext
from yange.publish.parts.citation_forms import forms
from yange.withdrawn import Withdrawn, clause_in_force, mark

__all__ = ["CheckedCitation", "CitationChecker", "check_citations"]

_GONE = {FindingCode.ENDED_SINCE, FindingCode.CLAUSE_GONE_SINCE, FindingCode.NOT_FOLLOWED}


def check_citations(archive: Archive, lines: Sequence[str], day: date, today: date) -> tuple[CitationCheck, ...]:
    """Return what is to be said of every citation of another instrument in a text.

    Args:
        archive: against which they are checked.
        lines: the text, one paragraph each, without line breaks.
        day: the day for which the citations are meant: of the memo, of the facts of a case.
        today: to which provisions are followed.

    """
    text = "\n\n".join(lines) + "\n"
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 2)
    found = []
    for one in CitationChecker(archive, today).checked(parse(text), lambda _: day, bare=True):
        cited = one.citation
        number = bisect_right(starts, cited.start)
        offset = cited.start - starts[number - 1]
        found.append(
            CitationCheck(
                line=number,
                start=offset,
                end=offset + cited.end - cited.start,
                words=text[cited.start : cited.end],
                verdict=one.verdict,
                findings=one.findings,
                since=one.since,
                cited=one.cited,
                today=one.today,
            )
        )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class CheckedCitation:
    """A citation, and what is to be said of it. ``policy`` is the policy that it names, ``None`` if none is known."""

    citation: Citation
    day: date
    policy: Policy | None
    verdict: Verdict
    findings: tuple[Finding, ...]
    since: tuple[Finding, ...]
    cited: CitedText | None
    today: str | None


@dataclass(frozen=True, slots=True)
class _Target:
    """What a citation means: a text of the day, and in it a clause or the whole."""

    policy: Policy
    version: Version
    clause: Clause | None


class CitationChecker:
    """Checks the citations of texts against one archive; ``today`` is the day to which provisions are followed."""

    def __init__(self, archive: Archive, today: date) -> None:
        self.archive = archive
        self.today = today
        self.day = today
        self.index = PolicyIndex(archive.library)
        texts = [(policy, text.title) for policy in archive.library.policies for text in policy.versions]
        titles = {
            (title, policy.id) for policy, title in (*texts, *((one, one.title) for one in archive.library.policies))
        }
        self.titles = sorted(titles)
        project = archive.project
        self.context = SiteContext(archive.library, archive.timeline, project.settings, today, (), project=None)

    def checked(
        self,
        provisions: Provisions,
        day: Callable[[Citation], date | None],
        place: str = "",
        *,
        bare: bool = False,
    ) -> Iterator[CheckedCitation]:
        """Yield the checks in order of the text; of an instrument named with its clause, the clause alone.

        Args:
            provisions: the text.
            day: the day for which a citation is meant; ``None`` leaves it out.
            place: of the text: a title without a place is one of this place.
            bare: also clauses without a name that the text itself does not have: it is no law, so they are another's.

        """
        found = list(_of_others(citations(provisions), bare=bare))
        instruments = [one for one in found if one.kind is CitationKind.INSTRUMENT]
        giving = set(_giving_short_names(instruments))
        for nth, one in enumerate(found):
            if one in giving:
                continue
            following = found[nth + 1] if nth + 1 < len(found) else None
            if one.kind is CitationKind.INSTRUMENT and _continues(one, following, provisions.text):
                continue
            meant = self.index.find(one.title, one.number, place)
            if meant is None and one.kind is CitationKind.FOREIGN:
                named = self._only_named(one, instruments, provisions.text, place)
                meant = Meant(named) if named is not None else None
            on = day(one)
            if on is not None:
                self.day = on
                yield self._check(one, meant)

    def once(self, citation: Citation, policy: Policy, day: date) -> CheckedCitation:
        """Return the check of one citation of a policy for another day."""
        self.day = day
        return self._check(citation, Meant(policy))

    def _only_named(self, one: Citation, instruments: Sequence[Citation], text: str, place: str) -> Policy | None:
        """Return the only policy that the paragraph of a citation names, ``None`` if there is not one."""
        start = text.rfind("\n", 0, one.start) + 1
        end = text.find("\n", one.start)
        words = text[start : end if end >= 0 else len(text)]
        named = {policy for title, policy in self.titles if title in words}
        found = [other for other in instruments if start <= other.start < start + len(words)]
        others = [self.index.find(other.title, other.number, place) for other in found]
        agreed = len(named) == 1 and all(other is not None and other.policy.id in named for other in others)
        return self.context.policies[next(iter(named))] if agreed else None

    def _check(self, one: Citation, meant: Meant | None) -> CheckedCitation:
        findings: list[Finding] = []
        target = self._meant(one, meant, findings)
        verdict = _verdict(findings)
        since: list[Finding] = []
        now = None
        if target is not None and verdict is not Verdict.UNKNOWN:
            now = self._followed(target, since) if self._was_law(target) else None
            if one.kind is CitationKind.FOREIGN and target.clause is None:
                now = None  # the whole instrument is not the provision that was meant
        return CheckedCitation(
            citation=one,
            day=self.day,
            policy=meant.policy if meant is not None else None,
            verdict=verdict,
            findings=tuple(findings),
            since=tuple(since),
            cited=self._cited(target) if target is not None else None,
            today=now,
        )

    # on the day

    def _meant(self, one: Citation, meant: Meant | None, findings: list[Finding]) -> _Target | None:
        """Return what a citation means on the day, and note what is wrong with it or not known."""
        name = one.title or one.number
        if meant is None and not name:
            message = "the paragraph does not say of which instrument this is, or names several"
            findings.append(_finding(FindingCode.INSTRUMENT_NOT_NAMED, message))
            return None
        if meant is None:
            findings.append(_finding(FindingCode.POLICY_NOT_IN_ARCHIVE, f"the archive has no policy called {name}"))
            return None
        if not meant.agrees:
            message = f"title and number are not of one instrument: {one.number} is {meant.policy.title}"
            findings.append(_finding(FindingCode.NAMES_DISAGREE, message))
        policy = meant.policy
        standing = self.archive.timeline.standing(policy.id, self.day)
        if standing.status is Status.UNKNOWN:
            message = f"it is not known whether {policy.title} was in force on {self.day}"
            findings.append(_finding(FindingCode.STATUS_UNKNOWN, message))
            return None
        version = meant.version or standing.version
        if not standing.in_force or standing.version is None:
            status = standing.status.value.replace("-", " ")
            since = f" since {standing.since}" if standing.since else ""
            message = f"{policy.title} was not in force on {self.day}: {status}{since}"
            findings.append(_finding(FindingCode.NOT_IN_FORCE, message))
        elif meant.version is not None and meant.version != standing.version:
            same = [one for one in policy.versions if one.number == meant.version.number]
            if standing.version in same:
                version = standing.version
            else:
                other = standing.version
                message = (
                    f"on {self.day} another text was in force: {other.number or other.key}, from {other.effective}"
                )
                findings.append(_finding(FindingCode.OTHER_TEXT_IN_FORCE, message))
        if version is None:
            return None
        if one.kind is CitationKind.INSTRUMENT:
            return _Target(policy, version, None)
        return self._clause(one, policy, version, findings)

    def _clause(self, one: Citation, policy: Policy, version: Version, findings: list[Finding]) -> _Target | None:
        if not version.held:
            message = f"the text of {policy.title} of that day is not held, so the clause cannot be looked up"
            findings.append(_finding(FindingCode.TEXT_NOT_HELD, message))
            return _Target(policy, version, None)
        provisions = parse_version(version)
        found = find_label(provisions, one.text)
        if not found:
            where = self._elsewhere(one, policy, version)
            message = f"{policy.title} had no {one.text} on {self.day}{where}"
            findings.append(_finding(FindingCode.NO_SUCH_CLAUSE, message))
            return _Target(policy, version, None)
        if len({clause.label for clause in found}) < len(found):
            message = f"{len(found)} clauses of {policy.title} are called {one.text}"
            findings.append(_finding(FindingCode.SEVERAL_CLAUSES, message))
            return _Target(policy, version, None)
        standing = self.archive.timeline.version_standing(version, self.day)
        withdrawn = Withdrawn(self.archive.timeline, version, provisions)
        if standing.in_force and clause_in_force(standing, withdrawn, found[0], self.day) is False:
            outs = "; ".join(
                mark(out, self.day, "en") for out in withdrawn.covering([found[0].path]) if out.on(self.day)
            )
            message = f"{one.text} was not in force on {self.day}: {outs}"
            findings.append(_finding(FindingCode.CLAUSE_NOT_IN_FORCE, message))
        return _Target(policy, version, found[0])

    def _elsewhere(self, one: Citation, policy: Policy, version: Version) -> str:
        """Return where a clause that is missing on the day is: in other texts of the policy."""
        others = [text for text in policy.versions if text.held and text != version]
        found = [str(text.effective or text.key) for text in others if find_label(parse_version(text), one.text)]
        return f"; the text from {', '.join(found)} has one" if found else ""

    def _was_law(self, target: _Target) -> bool:
        return self.archive.timeline.version_standing(target.version, self.day).in_force

    def _cited(self, target: _Target) -> CitedText:
        version, clause = target.version, target.clause
        return CitedText(
            policy=target.policy.id,
            title=version.title,
            version=version.key,
            number=version.number,
            status=self.archive.timeline.version_standing(version, self.day).status.value,
            clause=clause.label if clause is not None else None,
            path=clause.path if clause is not None else None,
            words=full_text(parse_version(version), clause) if clause is not None else None,
        )

    # since the day

    def _followed(self, target: _Target, since: list[Finding]) -> str | None:
        """Return how to cite the provision today, and note what happened to it since the day."""
        policy = target.policy
        standing = self.archive.timeline.standing(policy.id, self.today)
        if standing.status is Status.UNKNOWN:
            since.append(
                _finding(FindingCode.NOT_FOLLOWED, f"it is not known whether {policy.title} is in force today")
            )
            return None
        if not standing.in_force or standing.version is None:
            since.append(_finding(FindingCode.ENDED_SINCE, self._end(policy)))
        elif target.clause is None:
            if standing.version != target.version:
                message = f"amended; the text of today is from {standing.version.effective}"
                since.append(_finding(FindingCode.AMENDED_SINCE, message))
            return forms(standing.version, self.context.english).clause(None)
        if target.clause is None:
            return None
        return self._clause_today(target, standing.version if standing.in_force else None, since)

    def _end(self, policy: Policy) -> str:
        standing = self.archive.timeline.standing(policy.id, self.today)
        by = standing.ended_by
        other = by is not None and by.by_policy not in {None, policy.id}
        named = f" by {by.number or by.by_policy}" if by is not None and other else ""
        status = standing.status.value.replace("-", " ")
        return f"{policy.title} is {status}{f' since {standing.since}' if standing.since else ''}{named}"

    def _clause_today(self, target: _Target, present: Version | None, since: list[Finding]) -> str | None:
        clause = target.clause
        assert clause is not None  # noqa: S101  the caller looked
        version = target.version
        paths: tuple[str, ...] = (clause.path,)
        text = recorded_text(self.archive.project, Asked(target.policy, version, self.day, exact=True))
        history = self.archive.history(text, clause.path)
        for step in _later(history.steps, f"{version.policy}@{version.key}"):
            begins = self._named(step.new).effective
            if begins is None or begins > self.today:
                break  # a text of the future, or of an unknown day, is not what is cited today
            self._told(step, since)
            paths = step.step.new_line
            if not paths:
                return None
            version = self._named(step.new)
        if present is not None and version != present:
            message = f"the text of today ({present.key}) is not held, so the clause was not followed to it"
            since.append(_finding(FindingCode.NOT_FOLLOWED, message))
            return None
        if any(one.code in _GONE for one in since) and present is None and version.policy == target.policy.id:
            return None
        provisions = parse_version(version)
        if self._out_today(version, paths, since):
            return None
        called = self.context.called(version.body)
        whole = clause.path if paths == (history.found.unit,) and provisions.at(clause.path) is not None else paths[0]
        return forms(version, self.context.english).clause(called.get(whole) or called.get(paths[0]))

    def _told(self, step: ClauseStep, since: list[Finding]) -> None:
        change = step.change
        day = self._named(step.new).effective
        if not step.step.new_line:
            since.append(_finding(FindingCode.CLAUSE_GONE_SINCE, f"gone from the text of {day}"))
            return
        if step.not_held:
            keys = ", ".join(one.key for one in step.not_held)
            message = f"texts between are not held ({keys}); what they changed shows on {day}"
            since.append(_finding(FindingCode.NOT_FOLLOWED, message))
        if change.grade is Grade.SUBSTANTIVE:
            since.append(_finding(FindingCode.AMENDED_SINCE, f"{day}: {change.summary}"))
        if change.old != change.new:
            message = f"{day}: {'、'.join(change.old)} → {'、'.join(change.new)}"
            since.append(_finding(FindingCode.RENUMBERED_SINCE, message))

    def _out_today(self, version: Version, paths: Sequence[str], since: list[Finding]) -> bool:
        withdrawn = Withdrawn(self.archive.timeline, version, parse_version(version))
        outs = [out for out in withdrawn.covering(paths) if out.on(self.today)]
        for out in outs:
            since.append(_finding(FindingCode.CLAUSE_GONE_SINCE, mark(out, self.today, "en")))
        return bool(outs)

    def _named(self, name: str) -> Version:
        policy, _, key = name.partition("@")
        found = self.context.policies[policy].version(key)
        assert found is not None  # noqa: S101  a history is made of the texts of the library
        return found


def _later(steps: Sequence[ClauseStep], name: str) -> Iterator[ClauseStep]:
    """Yield the steps from a text on, each from the text of the one before."""
    for step in steps:
        if step.old == name:
            yield step
            name = step.new


def _giving_short_names(instruments: Iterable[Citation]) -> Iterator[Citation]:
    """Yield the first place of each short name (以下简称《办法》): it gives the name, and cites nothing."""
    titles: set[str] = set()
    short: set[str] = set()
    for one in instruments:
        if one.title is None:
            continue
        if one.title in titles and one.title not in one.text and one.text not in short:
            short.add(one.text)
            yield one
        titles.add(one.title)


def _of_others(found: Iterable[Citation], *, bare: bool) -> Iterator[Citation]:
    """Yield the citations of other instruments."""
    for one in found:
        if one.kind in {CitationKind.INSTRUMENT, CitationKind.FOREIGN}:
            yield one
        elif bare and one.kind is CitationKind.CLAUSE and one.missing:
            own = one.reference is not None and one.reference.owner is Owner.OWN
            if not own:
                yield replace(one, kind=CitationKind.FOREIGN)


def _continues(one: Citation, following: Citation | None, text: str) -> bool:
    """Return whether a clause of the instrument is cited just behind its name: then the clause is what is checked."""
    if following is None or following.kind is not CitationKind.FOREIGN:
        return False
    between = text[one.end : following.start]
    return len(between) <= len(one.text) + 40 and not set(between) & set("。；;\n") and _same_name(one, following)


def _same_name(one: Citation, following: Citation) -> bool:
    """Return whether a clause is of the instrument named before it, in full or by its short name."""
    return following.title == one.title or bool(following.title and following.title in one.text)


def _finding(code: FindingCode, message: str) -> Finding:
    return Finding(code=code, message=message)


def _verdict(findings: Sequence[Finding]) -> Verdict:
    unknown = {
        FindingCode.INSTRUMENT_NOT_NAMED,
        FindingCode.POLICY_NOT_IN_ARCHIVE,
        FindingCode.STATUS_UNKNOWN,
        FindingCode.TEXT_NOT_HELD,
        FindingCode.SEVERAL_CLAUSES,
    }
    if any(one.code not in unknown for one in findings):
        return Verdict.WRONG
    return Verdict.UNKNOWN if findings else Verdict.RIGHT
