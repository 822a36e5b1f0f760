"""What people answered to questions of an import: place, kind, language, and the series that a text belongs to.

An answer holds for the documents that it was asked for, and for no other: a document is known by the hash of its file
and its lines. It fills what the text leaves open; where a text itself says something else, the text stands and a
warning names both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from yange.importers.documents import Document
from yange.importers.places import Gazetteer
from yange.importers.reading import remark
from yange.law.aspects.titles import Bearer
from yange.readers.source_text import SourceText
from yange.titles import rank_of

__all__ = [
    "NO_ANSWERS",
    "AnsweredDocument",
    "ImportAnswer",
    "ImportAnswers",
    "ImportAsk",
    "SeriesAnswer",
    "answered_document",
]


class ImportAsk(StrEnum):
    """What a question is about."""

    LANGUAGE = "language"
    PLACE = "place"
    KIND = "kind"
    SERIES = "series"


class SeriesAnswer(StrEnum):
    """What a text is to a policy of the same title."""

    VERSION = "version"
    COPY = "copy"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class AnsweredDocument:
    """A document by what does not change: the hash of its file, the number of the text in the file, its lines."""

    sha256: str
    text: int
    lines: tuple[int, int]
    name: str = ""
    title: str = ""

    @property
    def key(self) -> tuple[str, int, tuple[int, int]]:
        """What two names of one document have in common."""
        return self.sha256, self.text, self.lines


@dataclass(frozen=True, slots=True)
class ImportAnswer:
    """One answer for some documents; ``policy`` is the id of the policy that a question of the series names."""

    ask: ImportAsk
    answer: str
    documents: tuple[AnsweredDocument, ...]
    policy: str | None = None


class ImportAnswers:
    """Answers, looked up by document."""

    def __init__(self, answers: Iterable[ImportAnswer] = ()) -> None:
        self.answers = tuple(answers)
        self._by_document = {
            (answer.ask, document.key, answer.policy): answer.answer
            for answer in self.answers
            for document in answer.documents
        }
        self._languages = {
            (document.sha256, document.text): answer.answer
            for answer in self.answers
            if answer.ask is ImportAsk.LANGUAGE
            for document in answer.documents
        }

    def with_more(self, more: Iterable[ImportAnswer]) -> ImportAnswers:
        """Return these answers and further ones."""
        return ImportAnswers((*self.answers, *more))

    def in_language(self, source: SourceText, number: int) -> SourceText:
        """Return a text in the language that was answered for it; what its format says is not overruled."""
        answer = self._languages.get((source.sha256, number))
        if answer is None or source.given.language:
            return source
        return replace(source, given=replace(source.given, language=answer))

    def series(self, document: Document, policy: str) -> SeriesAnswer | None:
        """Return what a document is to a policy, if that was answered."""
        key = answered_document(document).key
        found = self._by_document.get((ImportAsk.SERIES, key, policy))
        return None if found is None else SeriesAnswer(found)

    def policies(self, document: Document, answer: SeriesAnswer) -> tuple[str, ...]:
        """Return the ids of the policies for which this was answered of a document."""
        key = answered_document(document).key
        return tuple(
            policy
            for (ask, asked, policy), found in self._by_document.items()
            if ask is ImportAsk.SERIES and asked == key and found == answer and policy is not None
        )

    def settle(self, documents: Sequence[Document], places: Gazetteer) -> None:
        """Give documents the place and the kind that were answered for them, as facts without a doubt."""
        for document in documents:
            key = answered_document(document).key
            place = self._by_document.get((ImportAsk.PLACE, key, None))
            kind = self._by_document.get((ImportAsk.KIND, key, None))
            if place is not None:
                _settle_place(document, place, places)
            if kind is not None:
                _settle_kind(document, kind)


NO_ANSWERS = ImportAnswers()


def answered_document(document: Document) -> AnsweredDocument:
    """Return the name of a document for an answer."""
    source, title = document.source, document.facts.shown_title
    return AnsweredDocument(source.sha256, document.number, document.lines, source.name, title)


def _settle_place(document: Document, answer: str, places: Gazetteer) -> None:
    facts, found = document.facts, places.called(answer)
    if facts.place is not None and facts.place != found and "place" not in facts.review:
        _overruled(document, "place", facts.place.name, answer)
        return
    facts.place = found
    _confirm(document, "place", "place-inferred")


def _settle_kind(document: Document, answer: str) -> None:
    facts = document.facts
    if facts.kind is not None and facts.kind != answer and "kind" not in facts.review:
        _overruled(document, "kind", facts.kind, answer)
        return
    facts.kind = answer
    if not facts.letter:
        facts.rank = rank_of(Bearer(answer, facts.number or "", facts.issuer, facts.place is not None))
    _confirm(document, "kind", "")


def _confirm(document: Document, field: str, code: str) -> None:
    facts = document.facts
    facts.review = [name for name in facts.review if name != field]
    facts.warnings = [problem for problem in facts.warnings if problem.code != code]


def _overruled(document: Document, field: str, printed: str, answer: str) -> None:
    message = f"{field}: the text has {printed}, the answer of a person is {answer}"
    hint = "the text was used; correct the file of answers, or the record after the import"
    found = remark(document.source, "answer-disagrees", document.lines[0], message, hint)
    document.facts.warnings.append(found)
