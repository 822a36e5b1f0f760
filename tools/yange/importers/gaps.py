"""Find gaps in the numbering and references to missing clauses: both show that words of a text may be lost.

``yange check`` applies the same promises. What it would report as an error is filed as a doubt about ``condition``,
because a law may itself print a wrong reference; a person has to decide which it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from yange.check.citing import citations_of_own_clauses_resolve
from yange.check.clauses import clauses_named_exist, numbers_follow
from yange.check.subject import Subject
from yange.importers.documents import Document
from yange.importers.reading import remark
from yange.importers.records import version_of
from yange.model import Policy, Provisions, Version
from yange.problems import Problem, Severity


def remark_gaps(document: Document) -> None:
    """Warn of every gap that ``yange check`` would report as an error, and add ``condition`` to ``review``."""
    version = replace(version_of(document, catalogue_only=False), policy="a/b", key="undated")
    found = gaps(version, document.provisions)
    if found:
        document.facts.doubt("condition")
    document.facts.warnings += gaps_in_file(document, version, found)


def gaps(version: Version, provisions: Provisions) -> tuple[Problem, ...]:
    """Return what ``yange check`` would report as an error of the numbers of a text, and of clauses that are named."""
    subject = Subject.alone(Policy(id="a/b", title=version.title, place="", versions=(version,)))
    subject.know(version, provisions)
    promises = (numbers_follow, citations_of_own_clauses_resolve, clauses_named_exist)
    found = (problem for promise in promises for problem in promise(subject))
    return tuple(problem for problem in found if problem.severity is Severity.ERROR)


def gaps_in_file(document: Document, version: Version, found: Sequence[Problem]) -> Iterator[Problem]:
    """Yield problems of the body as warnings at their lines in the file."""
    lines = document.body.split("\n") if found else []
    for problem in found:
        yield _in_file(document, problem, lines[(problem.line or version.body_line) - version.body_line])


def _in_file(document: Document, problem: Problem, line_words: str) -> Problem:
    words = line_words.strip("# ")[:20]
    at = document.source.text.find(words, document.draft.start)
    line = document.source.line(at if at >= 0 else document.draft.start)
    return remark(document.source, problem.code, line, problem.message, problem.hint)
