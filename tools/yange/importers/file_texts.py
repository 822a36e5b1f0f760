"""The texts of one file for a comparison: the words that an import would file, and nothing filed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yange.importers.documents import Document, read_documents
from yange.importers.places import Gazetteer
from yange.importers.tongue import language_of
from yange.model import Provisions
from yange.parse import parse
from yange.problems import Problem, Severity, warning
from yange.readers.source_text import DocumentReading, LeftOutReason, SourceText

__all__ = ["FileText", "file_texts"]

_OF_WORDS = frozenset({"text-fragment", "text-truncated", "words-replaced", "image-missing"})
"""Doubts about the words of a document; those about its facts do not touch a comparison."""
_FURNITURE = frozenset({LeftOutReason.METADATA, LeftOutReason.NAVIGATION})
"""What no reader of a page takes for its text."""


@dataclass(frozen=True, slots=True)
class FileText:
    """A text of a file. ``title`` is the one it prints, else what it would be filed under.

    ``remarks`` are those of its reader and those about its words.
    """

    source: SourceText
    title: str
    provisions: Provisions
    remarks: tuple[Problem, ...]


def file_texts(reading: DocumentReading) -> tuple[FileText, ...]:
    """Return the texts of a file in order. A file in which no document is found is one text as it stands."""
    places = Gazetteer.of([source.text for source in reading.texts])
    found: list[FileText] = []
    for source in reading.texts:
        documents, _, problems = read_documents(source, places)
        general = (*reading.problems, *_left_out(source))
        errors = [problem for problem in problems if problem.severity is Severity.ERROR]
        if errors or not documents:
            found.append(_as_it_stands(source, general, errors))
            continue
        said = [problem for problem in problems if problem.code == "words-outside"]
        found += [_text_of(document, (*general, *said)) for document in documents]
    return tuple(found)


def _text_of(document: Document, general: Sequence[Problem]) -> FileText:
    facts = document.facts
    own = [problem for problem in facts.warnings if problem.code in _OF_WORDS]
    return FileText(document.source, facts.shown_title, document.provisions, (*general, *own))


def _as_it_stands(source: SourceText, general: Sequence[Problem], errors: Sequence[Problem]) -> FileText:
    why = "; ".join(problem.message for problem in errors)
    message = f"the whole file is compared as it stands: {why}"
    hint = "import would refuse this file; see in the documentation how documents are recognised"
    remark = warning("compared-as-it-stands", source.name, message, hint=hint)
    return FileText(source, "", parse(source.text, language_of(source)), (*general, remark))


def _left_out(source: SourceText) -> Iterator[Problem]:
    counted = Counter(one.reason for one in source.left_out if one.reason not in _FURNITURE)
    if counted:
        kinds = ", ".join(f"{reason.value} ({count})" for reason, count in sorted(counted.items()))
        yield warning("words-left-out", source.name, f"words of the file that are not in the text: {kinds}")
