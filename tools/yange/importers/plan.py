"""Plan an import: return what would be filed, as data. Nothing is read from disk or written here."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from yange.importers.answers import NO_ANSWERS, ImportAnswers
from yange.importers.documents import Document, extract_of, furniture_spans, read_documents
from yange.importers.drafts import BlockRole
from yange.importers.filing import Cabinet, Filed
from yange.importers.gaps import remark_gaps
from yange.importers.given import SURROGATE, tidy
from yange.importers.originals import original_path
from yange.importers.outputs import DocumentOutput, DoubtOutput, FilePlace, FurnitureOutput, ImportOutput, RepealOutput
from yange.importers.places import Gazetteer
from yange.importers.structure import remark_structure
from yange.model import Library
from yange.parse.frontmatter import rewrite_version, write_policy, write_version
from yange.problems import Problem, Severity, YangeError, error, in_order
from yange.provenance import places_file, places_path
from yange.provenance.second_reading import remark_second_reading
from yange.readers.registry import read
from yange.readers.source_text import DocumentReading, SourceText

_BLANK_LINES_KEPT = 2


def _nothing(path: str) -> None:
    return None


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A line of the table that ``--dry-run`` prints."""

    source: str
    lines: tuple[int, int]
    reader: str
    title: str
    number: str
    effective: str
    expires: str
    clauses: int
    read_as: str
    path: str
    note: str
    warnings: int


@dataclass(frozen=True, slots=True)
class FileSpan:
    """A stretch of a file, half-open. ``inside`` is the index of the document it is furniture of, else ``None``."""

    source: SourceText
    start: int
    end: int
    inside: int | None


@dataclass(frozen=True)
class ImportPlan:
    """What an import would do. A text with an error in ``problems`` is not filed at all; the others are."""

    documents: tuple[Document, ...]
    filed: tuple[Filed, ...]
    furniture: tuple[FileSpan, ...]
    problems: tuple[Problem, ...]
    cabinet: Cabinet
    originals: tuple[tuple[SourceText, bytes | None], ...]
    """Every file of which a document is filed: one of its texts, and its bytes if they were handed over."""
    placed: Mapping[str, tuple[SourceText, ...]] = field(default_factory=dict)
    """The texts of each original whose format gives places, by its hash."""
    remarks: tuple[Problem, ...] = ()
    """Warnings about files, not about one of their documents."""

    @property
    def ok(self) -> bool:
        """Whether there is no error."""
        return not any(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """All warnings about documents and files, in order of place."""
        doubts = (problem for document in self.documents for problem in document.facts.warnings)
        return in_order((*doubts, *self.remarks))

    def files(
        self,
        held: Callable[[str], str | None] = _nothing,
        again: Iterable[tuple[str, bytes]] = (),
        is_kept: Callable[[str], bool] = lambda path: False,
    ) -> dict[str, str | bytes]:
        """Return what to write, by path relative to the project: changed records, and the originals by hash.

        A text with an error is left out as a whole. Originals are left out with ``catalogue_only``. ``held`` returns
        the present text of a file of the project (``None``: no such file), so that comments in it are kept.

        Args:
            held: returns the present text of a file of the project.
            again: name and bytes of the files whose bytes were not handed over to the plan.
            is_kept: returns whether an original is in the project already; it is then left out.

        Raises:
            YangeError: if a file has changed since it was read.

        """
        found: dict[str, str | bytes] = {}
        for shelf in self.cabinet.shelves:
            if shelf.changed:
                found[shelf.policy.path] = write_policy(shelf.policy)
            for entry in shelf.entries:
                if entry.changed:
                    text = held(entry.known.path) if entry.known else None
                    if text is None or entry.known is None:
                        found[entry.version.path] = write_version(entry.version)
                    else:
                        found[entry.version.path] = rewrite_version(text, entry.known, entry.version)
        if not self.cabinet.catalogue_only:
            found.update(self._originals(again, is_kept))
            for sha256, texts in self.placed.items():
                found[places_path(sha256)] = places_file(sha256, texts)
        return dict(sorted(found.items()))

    def _originals(
        self, again: Iterable[tuple[str, bytes]], is_kept: Callable[[str], bool]
    ) -> Iterator[tuple[str, bytes]]:
        places = {one.sha256: original_path(one.sha256, one.media, one.name) for one, _ in self.originals}
        missing = {one.sha256: one.name for one, data in self.originals if data is None}
        missing = {sha256: name for sha256, name in missing.items() if not is_kept(places[sha256])}
        yield from ((places[one.sha256], data) for one, data in self.originals if data is not None)
        for _, data in again if missing else ():
            sha256 = hashlib.sha256(data).hexdigest()
            if missing.pop(sha256, None) is not None:
                yield places[sha256], data
        for name in missing.values():
            raise YangeError(f"{name}: the file has changed since it was read; nothing was written; import it again")

    def removed(self) -> tuple[str, ...]:
        """Return the old paths of records that are now filed under another day, to be removed after writing."""
        return tuple(sorted(self.cabinet.removed))

    def rows(self) -> tuple[PlanRow, ...]:
        """Return the table of what would be filed, one row per document."""
        return tuple(self._row(document, place) for document, place in zip(self.documents, self.filed, strict=True))

    def output(self, others: Sequence[Problem] = ()) -> ImportOutput:
        """Return the plan as machine output; ``others`` are problems of files that were not handed in."""
        return ImportOutput(
            documents=tuple(self._document(k) for k in range(len(self.documents))),
            furniture=tuple(
                FurnitureOutput(
                    source=span.source.name,
                    start=_place(span.source, span.start),
                    end=_place(span.source, span.end),
                    inside=span.inside,
                )
                for span in self.furniture
            ),
            problems=tuple(problem.output() for problem in in_order((*self.problems, *self.remarks, *others))),
        )

    def _row(self, document: Document, place: Filed) -> PlanRow:
        facts = document.facts
        note = "" if place.duplicate_of is None else f"copy of document {place.duplicate_of + 1}"
        if not note and not place.entry.changed:
            note = "known"
        return PlanRow(
            document.source.name,
            document.lines,
            document.source.reader,
            facts.title or f"({facts.shown_title})",
            facts.number or "",
            str(facts.effective or "")
            + ("" if facts.basis.value in ("stated", "unknown") else f" ({facts.basis.value})"),
            str(facts.expires or ""),
            len(document.provisions.primary),
            document.provisions.language,
            place.entry.version.path,
            note or ("" if document.condition.value == "complete" else document.condition.value),
            len(facts.warnings),
        )

    def _document(self, index: int) -> DocumentOutput:
        document, place = self.documents[index], self.filed[index]
        facts, source = document.facts, document.source
        return DocumentOutput(
            source=source.name,
            start=_place(source, _first(document)),
            end=_place(source, self._ends[index]),
            policy=place.shelf.policy.id,
            path=place.entry.version.path,
            title=facts.title,
            cover_title=facts.cover_title,
            number=facts.number,
            issuer=facts.issuer,
            place=facts.place.name if facts.place else None,
            kind=facts.kind,
            signed=facts.signed,
            published=facts.published,
            effective=facts.effective,
            effective_basis=facts.basis,
            commenced=facts.commenced,
            expires=facts.expires,
            expires_basis=facts.expires_basis,
            repeals=tuple(
                RepealOutput(title=effect.title, number=effect.number, extent=effect.extent or "whole")
                for effect in facts.repeals
            ),
            read_as=document.provisions.language,
            clauses=tuple(document.clauses),
            duplicate_of=place.duplicate_of,
            condition=document.condition,
            review=tuple(facts.review),
            warnings=tuple(
                DoubtOutput(code=problem.code, line=problem.line, message=problem.message)
                for problem in sorted(facts.warnings, key=lambda problem: (problem.line or 0, problem.code))
            ),
            page_date=facts.page_date,
            inferred_title=None if facts.title else facts.shown_title,
        )

    @property
    def _ends(self) -> list[int]:
        return [_end(document, self.documents) for document in self.documents]


def plan(
    sources: Sequence[tuple[str, bytes]],
    library: Library,
    *,
    catalogue_only: bool = False,
    places: Iterable[str] = (),
    answers: ImportAnswers = NO_ANSWERS,
) -> ImportPlan:
    """Read files and decide where every document in them is filed.

    Args:
        sources: name and bytes of each file, as :func:`yange.importers.collect` gives them.
        library: the library that the documents are filed in.
        catalogue_only: file facts only, without words and originals.
        places: full names of places that are not in the table (a project's setting).
        answers: what people answered to the questions of an earlier plan.

    Returns:
        The plan. Problems of files are in its ``problems``, doubts about documents in its ``warnings``.

    """
    read_files = [(data, read(name, data)) for name, data in sources]
    return plan_readings(read_files, library, catalogue_only=catalogue_only, places=places, answers=answers)


def plan_readings(
    readings: Sequence[tuple[bytes | None, DocumentReading]],
    library: Library,
    *,
    catalogue_only: bool = False,
    places: Iterable[str] = (),
    answers: ImportAnswers = NO_ANSWERS,
) -> ImportPlan:
    """Decide where every document in files that were read is filed: see :func:`plan`.

    Args:
        readings: the bytes of each file, and what its reader found in it. Without the bytes, ``files`` needs them.
        library: the library that the documents are filed in.
        catalogue_only: file facts only, without words and originals.
        places: full names of places that are not in the table (a project's setting).
        answers: what people answered to the questions of an earlier plan.

    Returns:
        The plan. Of a file whose reading has an error no text is filed; of the others, every text without an error.

    """
    files = [(data, _tidied(reading)) for data, reading in readings]
    numbered = [
        (number, answers.in_language(text, number))
        for _, reading in files
        if not _errors(reading.problems)
        for number, text in enumerate(reading.texts, 1)
    ]
    texts = [text for _, text in numbered]
    problems = [problem for _, reading in files for problem in (*reading.problems, *remark_second_reading(reading))]
    gazetteer = Gazetteer.of([text.text for text in texts], _places_known(places, library, texts))
    documents: list[Document] = []
    for number, text in numbered:
        found, _, wrong = read_documents(text, gazetteer)
        problems.extend(wrong)
        if not _errors(wrong):
            documents.extend(replace(document, number=number) for document in found)
    for document in documents:
        remark_gaps(document)
        remark_structure(document)
    answers.settle(documents, gazetteer)
    cabinet = Cabinet(library, gazetteer, catalogue_only=catalogue_only, answers=answers)
    filed = cabinet.file(documents)
    kept = {document.source.sha256: document.source for document in documents}
    originals = tuple((kept[key], data) for key, data in _by_hash(files).items() if key in kept)
    return ImportPlan(
        documents=tuple(documents),
        filed=tuple(filed),
        furniture=tuple(span for text in texts for span in _spans(text, documents)),
        problems=in_order(_errors(problems)),
        cabinet=cabinet,
        originals=originals,
        placed=_placed(texts, {text.sha256 for text, _ in originals}),
        remarks=in_order(problem for problem in problems if problem.severity is not Severity.ERROR),
    )


def _placed(texts: Sequence[SourceText], kept: Set[str]) -> dict[str, tuple[SourceText, ...]]:
    """Return the texts of each original that is kept, if a reader read them from more than plain text."""
    found: dict[str, tuple[SourceText, ...]] = {}
    for text in texts:
        if text.sha256 in kept and extract_of(text) is not None:
            found[text.sha256] = (*found.get(text.sha256, ()), text)
    return found


def _errors(problems: Iterable[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def _tidied(reading: DocumentReading) -> DocumentReading:
    """Return a reading whose given facts are on one line each, without the texts that no file of ours can hold."""
    texts = tuple(replace(text, given=tidy(text.given)) for text in reading.texts)
    broken = [text.name for text in texts if SURROGATE.search(text.text)]
    message, hint = (
        "the text has halves of characters (surrogates)",
        "convert the file to another format and import that",
    )
    problems = (*reading.problems, *(error("source-characters", name, message, hint=hint) for name in broken))
    return replace(reading, texts=tuple(text for text in texts if text.name not in broken), problems=problems)


def _places_known(places: Iterable[str], library: Library, texts: Sequence[SourceText]) -> tuple[str, ...]:
    """Return the names of places that are in no table: of the settings, the library and the data of the files."""
    given = (text.given.place for text in texts)
    known = (policy.place for policy in library.policies)
    return tuple(dict.fromkeys((*places, *filter(None, known), *filter(None, given))))


def _by_hash(files: Sequence[tuple[bytes | None, DocumentReading]]) -> dict[str, bytes | None]:
    """Return the bytes of each file by the hash that its texts name; a file is kept as it is, or not at all."""
    found: dict[str, bytes | None] = {}
    for data, reading in files:
        for text in reading.texts:
            if text.sha256 not in found and (data is None or hashlib.sha256(data).hexdigest() == text.sha256):
                found[text.sha256] = data
    return found


def _first(document: Document) -> int:
    """Return the offset at which a document begins, with the indentation of its line."""
    start = document.draft.start
    line = document.source.starts[document.source.line(start) - 1]
    return start if document.source.text[line:start].strip() else line


def _end(document: Document, documents: Sequence[Document]) -> int:
    """Return the offset after a document's last word, and after at most two blank lines before page furniture."""
    text, end = document.source.text, document.draft.end
    if document.draft.parts[-1].role is BlockRole.FURNITURE:
        return end
    following = [other for other in documents if other.source is document.source and other.draft.start >= end]
    limit = _first(min(following, key=lambda other: other.draft.start)) if following else len(text)
    if not text[end:limit].strip():
        return end
    at = end
    for _ in range(_BLANK_LINES_KEPT):
        line_end = text.find("\n", text.find("\n", at) + 1) if "\n" in text[at:limit] else -1
        if line_end < 0 or line_end > limit or text[at:line_end].strip():
            break
        at = line_end
    return at


def _spans(source: SourceText, documents: Sequence[Document]) -> list[FileSpan]:
    """Return the furniture of a file in order: all that is outside documents, and the furniture inside them."""
    spans: list[FileSpan] = []
    at = 0
    for index, document in enumerate(documents):
        if document.source is not source:
            continue
        start, end = _first(document), _end(document, documents)
        if start > at:
            spans.append(FileSpan(source, at, start, None))
        spans.extend(FileSpan(source, left, right, index) for left, right in furniture_spans(document))
        at = end
    if at < len(source.text):
        spans.append(FileSpan(source, at, len(source.text), None))
    return spans


def _place(source: SourceText, offset: int) -> FilePlace:
    line, column = source.place(offset)
    return FilePlace(line=line, column=column)
