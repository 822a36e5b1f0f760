"""What is found out about one policy alone, so that it can be kept until its files change.

    check(library, timeline, kept_findings(state, write=True, make=True, jobs=4))

A finding depends on the policy and on the program, and on nothing else: a kept one is used only for the same policy to
the byte, read by the same program. Whatever is found by comparing policies is worked out anew by every check.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256

from yange.cache.folder import cache_folder
from yange.cache.inputs import program
from yange.cache.store import Seal, Store
from yange.check.text_findings import TextFindings
from yange.coding import encoded, reader
from yange.model import Policy
from yange.problems import Problem
from yange.processes import LateProcesses, in_turn
from yange.storage.state import ProjectState

__all__ = ["Keep", "PolicyFindings", "kept_findings", "not_kept", "worked_out"]

MOST = 1 << 29
"""Bytes that kept findings may take."""


@dataclass(frozen=True, slots=True)
class PolicyFindings:
    """The problems that a policy has by itself, and what each of its texts says of others, in order."""

    problems: tuple[Problem, ...]
    texts: tuple[TextFindings, ...]


Keep = Callable[[Iterable[Policy], Callable[[Policy], PolicyFindings]], Iterator[PolicyFindings]]
"""Given policies and what checks one, yield the findings of each: kept or worked out."""
FIRST_HERE = 50
"""Policies that are checked before other processes are started: to start takes two as long as to check 25 of them."""
AHEAD = 4
"""How many policies a process may be ahead of what is taken, so that memory stays small."""


def not_kept(policies: Iterable[Policy], work: Callable[[Policy], PolicyFindings]) -> Iterator[PolicyFindings]:
    """Work the findings out and keep nothing."""
    return map(work, policies)


def worked_out(
    policies: Iterable[Policy], jobs: int, begin: Callable[[LateProcesses, Policy], Callable[[], PolicyFindings]]
) -> Iterator[PolicyFindings]:
    """Yield the findings of policies in their order, worked out by up to ``jobs`` processes.

    ``begin`` begins with a policy and returns what waits for its findings.
    """
    with LateProcesses(jobs, FIRST_HERE) as processes:
        yield from in_turn(policies, partial(begin, processes), AHEAD * jobs)


def kept_findings(state: ProjectState, *, write: bool, make: bool = False, jobs: int = 1) -> Keep:
    """Return what keeps findings in the cache of a project.

    Args:
        state: of this machine for the project.
        write: whether to keep what is worked out; the caller then holds the project's lock. Commands that read use
            what is there and write nothing.
        make: whether to make the folder of caches, as a build does; else one that is there is used.
        jobs: how many processes check policies.

    """
    key = state.key() if write else state.known_key()
    if key is None:
        return not_kept
    return KeptFindings(Store(cache_folder(state, "check", make=make), Seal(key), most=MOST), write=write, jobs=jobs)


_READ = reader(PolicyFindings)


class KeptFindings:
    """Findings in a store, one entry a policy; ``made`` counts those that were worked out."""

    def __init__(self, store: Store, *, write: bool, jobs: int = 1) -> None:
        """Take the store, whether to add to it, and how many processes check policies."""
        self._store = store
        self._write = write
        self._jobs = jobs
        self.made = 0

    def __call__(
        self, policies: Iterable[Policy], work: Callable[[Policy], PolicyFindings]
    ) -> Iterator[PolicyFindings]:
        """Yield the kept findings of each policy; else work them out."""
        return worked_out(policies, self._jobs, partial(self._begin, work))

    def _begin(
        self, work: Callable[[Policy], PolicyFindings], processes: LateProcesses, policy: Policy
    ) -> Callable[[], PolicyFindings]:
        name, basis = sha256(policy.path.encode()).hexdigest()[:40], _basis(policy)
        kept = self._store.get(name, basis, _READ)
        if kept is not None:
            return lambda: kept
        found = processes.begin(work, policy, policy.path)

        def made() -> PolicyFindings:
            self.made += 1
            findings = found()
            if self._write:
                self._store.put(name, basis, findings)
            return findings

        return made


def _basis(policy: Policy) -> str:
    """Return the hash of all that a check of the policy alone reads; people's answers on alignments are not read."""
    return f"{program()}-{sha256(encoded(replace(policy, alignment=None))).hexdigest()}"
