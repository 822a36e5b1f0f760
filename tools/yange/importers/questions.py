"""The questions of an import that a person can answer once for many documents.

Only what the texts leave open is asked: a place that is not known or inferred, a kind that the title does not name, a
language that no pack is sure of, and whether a text of a known title is a version, a copy, or another policy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from yange.importers.answers import AnsweredDocument, ImportAnswer, ImportAsk, answered_document
from yange.importers.documents import Document
from yange.importers.plan import ImportPlan
from yange.model import Version

__all__ = ["AskedDocument", "ImportQuestion", "divided", "questions"]


@dataclass(frozen=True, slots=True)
class AskedDocument:
    """A document that a question is about. ``policy`` is the one of the same title, for a question of the series."""

    document: AnsweredDocument
    policy: str | None = None


@dataclass(frozen=True, slots=True)
class ImportQuestion:
    """One question about some documents; ``found`` is what was inferred for all of them, empty if nothing was."""

    ask: ImportAsk
    found: str
    asked: tuple[AskedDocument, ...]

    def answered(self, answer: str) -> tuple[ImportAnswer, ...]:
        """Return the answer for all documents: one record, or one for each policy that the series names."""
        policies = dict.fromkeys(one.policy for one in self.asked)
        return tuple(
            ImportAnswer(self.ask, answer, tuple(one.document for one in self.asked if one.policy == policy), policy)
            for policy in policies
        )


def questions(plan: ImportPlan) -> tuple[tuple[ImportQuestion, ...], ...]:
    """Return the open questions of a plan in the order in which they are to be answered.

    The language decides how a text is read, and place and kind decide with which texts it is compared: after an answer
    the questions of later groups may be others.
    """
    return tuple(_of_language(plan)), (*_of_place(plan), *_of_kind(plan)), tuple(_of_series(plan))


def divided(question: ImportQuestion) -> tuple[ImportQuestion, ...]:
    """Return a question in parts: by policy, else by folder, else by document; alone if it is about one document."""
    by: tuple[Callable[[AskedDocument], str], ...] = (
        lambda one: one.policy or "",
        lambda one: PurePosixPath(one.document.name).parent.as_posix(),
        lambda one: repr(one.document.key),
    )
    for key in by:
        groups: dict[str, list[AskedDocument]] = {}
        for one in question.asked:
            groups.setdefault(key(one), []).append(one)
        if len(groups) > 1:
            return tuple(ImportQuestion(question.ask, question.found, tuple(group)) for group in groups.values())
    return (question,)


def _fresh(plan: ImportPlan) -> Iterator[tuple[Document, Version]]:
    """Yield the documents that are filed as new texts, with their records: what people recorded before is theirs."""
    for document, place in zip(plan.documents, plan.filed, strict=True):
        if place.entry.changed and place.duplicate_of is None and place.entry.known is None:
            yield document, place.entry.version


def _grouped(ask: ImportAsk, asked: Sequence[tuple[str, Document]]) -> Iterator[ImportQuestion]:
    groups: dict[str, list[AskedDocument]] = {}
    for found, document in asked:
        groups.setdefault(found, []).append(AskedDocument(answered_document(document)))
    for found, group in groups.items():
        yield ImportQuestion(ask, found, tuple(group))


def _of_language(plan: ImportPlan) -> Iterator[ImportQuestion]:
    asked = []
    for document, version in _fresh(plan):
        doubted = any(problem.code == "language-unread" for problem in document.facts.warnings)
        if not document.source.given.language and (doubted or "language" in version.review):
            asked.append((document.provisions.language, document))
    yield from _grouped(ImportAsk.LANGUAGE, asked)


def _of_place(plan: ImportPlan) -> Iterator[ImportQuestion]:
    asked = []
    for document, _ in _fresh(plan):
        facts = document.facts
        if facts.place is None and not document.is_national:
            asked.append(("", document))
        elif facts.place is not None and "place" in facts.review:
            asked.append((facts.place.name, document))
    yield from _grouped(ImportAsk.PLACE, asked)


def _of_kind(plan: ImportPlan) -> Iterator[ImportQuestion]:
    yield from _grouped(ImportAsk.KIND, [("", one) for one, _ in _fresh(plan) if one.facts.kind is None])


def _of_series(plan: ImportPlan) -> Iterator[ImportQuestion]:
    asked = dict.fromkeys(AskedDocument(answered_document(one), policy) for one, policy in plan.cabinet.same_titles)
    if asked:
        yield ImportQuestion(ImportAsk.SERIES, "", tuple(asked))
