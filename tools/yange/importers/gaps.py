"""Find gaps in the numbering and references to missing clauses: both show that words of a text may be lost.

``yange check`` applies the same promises. What it would report as an error is filed as a doubt about ``condition``,
because a law may itself print a wrong reference; a person has to decide which it is.
"""

from __future__ import annotations

from dataclasses import replace

from yange.check.citing import citations_of_own_clauses_resolve
from yange.check.clauses import numbers_follow
from yange.check.subject import Subject
from yange.importers.documents import Document
from yange.importers.reading import remark
from yange.importers.records import version_of
from yange.model import Library, Policy
from yange.problems import Problem, Severity
from yange.timeline import build_timeline


def remark_gaps(document: Document) -> None:
    """Warn of every gap that ``yange check`` would report as an error, and add ``condition`` to ``review``."""
    version = replace(version_of(document, catalogue_only=False), policy="a/b", key="undated")
    library = Library((Policy(id="a/b", title=version.title, place="", versions=(version,)),))
    subject = Subject(library, build_timeline(library))
    for promise in (numbers_follow, citations_of_own_clauses_resolve):
        for problem in promise(subject):
            if problem.severity is Severity.ERROR:
                document.facts.doubt("condition")
                document.facts.warnings.append(_in_file(document, problem, version.body_line))


def _in_file(document: Document, problem: Problem, body_line: int) -> Problem:
    """Return a problem of the body as a warning at its line in the file."""
    words = document.body.split("\n")[(problem.line or body_line) - body_line].strip("# ")[:20]
    at = document.source.text.find(words, document.draft.start)
    line = document.source.line(at if at >= 0 else document.draft.start)
    return remark(document.source, problem.code, line, problem.message, problem.hint)
