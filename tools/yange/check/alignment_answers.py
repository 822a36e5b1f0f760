"""Check the answers in ``alignment.yml``: each names held versions and clauses that exist."""

from __future__ import annotations

from collections.abc import Iterator

from yange.check.subject import Subject
from yange.compare.answers import pair_of, read_answers, unknown_clauses
from yange.problems import Problem, warning

__all__ = ["answers_name_clauses"]


def answers_name_clauses(subject: Subject) -> Iterator[Problem]:
    """Yield a problem for each part of an ``alignment.yml`` that has no effect."""
    for policy in subject.library.policies:
        path = f"{policy.path.rpartition('/')[0]}/alignment.yml"
        answers, problems = read_answers(policy.alignment, path)
        yield from problems
        for key, said in answers.items():
            old, new = pair_of(subject.library, policy, key)
            if old is None or new is None:
                message = f"{key[0]} and {key[1]} are not both held versions, so the answers for them have no effect"
                yield warning("answers-version", path, message, hint="name versions by their keys, such as 2020-03-01")
            else:
                yield from unknown_clauses(said, subject.provisions(old), subject.provisions(new), path)
