"""What every promise is checked on: the library, its timeline, and each text parsed once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache

from yange.check.text_findings import TextFindings, text_findings
from yange.citations import Citation, PolicyIndex, citations
from yange.law import Law, law_of
from yange.model import Condition, Library, Policy, Provisions, Version
from yange.parse import parse_version
from yange.problems import Problem, Severity
from yange.timeline import Timeline

__all__ = ["Promise", "Subject", "itself"]


def itself(policy: Policy) -> Policy:
    """Return the policy, which has its words."""
    return policy


class Subject:
    """The library that is checked, with results that several promises need."""

    def __init__(self, library: Library, timeline: Timeline | None, whole: Callable[[Policy], Policy] = itself) -> None:
        """Take the library; ``whole`` returns a policy with its words, where texts have a mark in their place."""
        self.library = library
        self._whole = whole
        self._timeline = timeline
        self._findings: dict[str, TextFindings] = {}
        self._policies = {former: policy for policy in library.policies for former in policy.was}
        self._policies |= {policy.id: policy for policy in library.policies}
        self._provisions: dict[str, Provisions] = {}
        self._citations: dict[str, tuple[Citation, ...]] = {}
        self._laws: dict[str, Law] = {}
        self._with_words: dict[str, Version] = {}

    @classmethod
    def alone(cls, policy: Policy) -> Subject:
        """Return a policy as a subject for the promises that ask nothing of other policies or of the timeline."""
        return cls(Library((policy,)), None)

    @property
    def timeline(self) -> Timeline:
        """The timeline of the library."""
        if self._timeline is None:
            raise RuntimeError("a promise that is kept for one policy alone asks for the timeline")
        return self._timeline

    @cached_property
    def index(self) -> PolicyIndex:
        """The policies of the library by title and number."""
        if self._timeline is None:
            raise RuntimeError("a promise that is kept for one policy alone asks for other policies")
        return PolicyIndex(self.library)

    def policy(self, policy_id: str) -> Policy | None:
        """Return the policy with this id or former id."""
        return self._policies.get(policy_id)

    def pairs(self) -> Iterator[tuple[Policy, Version]]:
        """Yield every text with its policy."""
        for policy in self.library.policies:
            for version in policy.versions:
                yield policy, version

    def held(self) -> Iterator[tuple[Policy, Version]]:
        """Yield every text with words, with its policy."""
        return ((policy, version) for policy, version in self.pairs() if version.held and version.body.strip())

    def enacted(self) -> Iterator[tuple[Policy, Version]]:
        """Yield every held text that is not a draft, with its policy."""
        return ((policy, version) for policy, version in self.held() if not version.draft)

    def provisions(self, version: Version) -> Provisions:
        """Return the text parsed."""
        if version.path not in self._provisions:
            self._provisions[version.path] = parse_version(self.with_words(version))
        return self._provisions[version.path]

    def with_words(self, version: Version) -> Version:
        """Return a text of the library with its words."""
        if self._whole is itself:
            return version
        if version.path not in self._with_words:
            owner = self._whole(self._owners[version.path])
            self._with_words.update((text.path, text) for text in owner.versions)
        return self._with_words[version.path]

    @cached_property
    def _owners(self) -> dict[str, Policy]:
        return {version.path: policy for policy, version in self.pairs()}

    def know(self, version: Version, provisions: Provisions) -> None:
        """Take a text that is parsed already, so that it is not parsed again."""
        self._provisions[version.path] = provisions

    def law(self, version: Version) -> Law:
        """Return the packs of the language that the record names."""
        if version.path not in self._laws:
            self._laws[version.path] = law_of(version.body, version.language)
        return self._laws[version.path]

    def citations(self, version: Version) -> tuple[Citation, ...]:
        """Return the references of a text."""
        if version.path not in self._citations:
            self._citations[version.path] = citations(self.provisions(version))
        return self._citations[version.path]

    def findings(self, version: Version) -> TextFindings:
        """Return what a held text says of other instruments."""
        if version.path not in self._findings:
            self._findings[version.path] = text_findings(version, self.citations(version), self.law(version))
        return self._findings[version.path]

    def take(self, policy: Policy, found: Sequence[TextFindings]) -> None:
        """Take what the texts of a policy say of other instruments, so that it is not read again."""
        self._findings.update(zip((version.path for version in policy.versions), found, strict=True))


Promise = Callable[[Subject], Iterator[Problem]]
"""One promise: yields a problem wherever it is broken."""


def in_body(severity: Severity, code: str, version: Version, at: int, message: str, hint: str) -> Problem:
    """Return a problem at an offset of the body (characters)."""
    starts = _line_starts(version.body)
    nth = bisect_right(starts, at) - 1
    return Problem(version.path, version.body_line + nth, at - starts[nth], code, severity, message, hint)


@lru_cache(maxsize=4)
def _line_starts(body: str) -> Sequence[int]:
    """Return the offset of each line. Cached: a text with one problem often has thousands."""
    return [0, *(match.end() for match in re.finditer("\n", body))]


def whole(version: Version) -> bool:
    """Return whether the text is complete as it was issued, so that a gap in it is a mistake."""
    return version.condition is Condition.COMPLETE


def sure_whole(version: Version) -> bool:
    """Return whether the text is complete without doubt: an import that doubts it lists ``condition`` in ``review``."""
    return whole(version) and "condition" not in version.review


def line_of(version: Version, *names: str) -> int | None:
    """Return the line of the first of these front matter fields that the file has."""
    return next((version.lines[name] for name in names if name in version.lines), 1 if version.lines else None)
