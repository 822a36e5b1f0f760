"""Read the documents of a file: span, facts, body, proof, clauses and condition of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from yange.check.unread_numbering import effects_remark
from yange.importers import body as bodies
from yange.importers import doubts
from yange.importers.drafts import BlockRole, Draft
from yange.importers.facts import Reader
from yange.importers.forms import JoinedForms, forms_of, is_closed_sentence
from yange.importers.page_breaks import LinePiece
from yange.importers.places import Gazetteer
from yange.importers.reading import Facts
from yange.importers.segment import segment
from yange.importers.tongue import language_of, law_of_source
from yange.law import Law, law_named, law_of
from yange.model import Clause, Condition, Extract, Provisions, Source, Units
from yange.parse import own_text, parse
from yange.parse.label_remarks import NO_CLAUSES, label_remarks
from yange.problems import Problem, error, warning
from yange.readers.source_text import SourceText
from yange.readers.text import TextReader

MOST_OUTSIDE = 0.05
"""The largest share of a file's words outside all documents that is only a warning.

Of five scraped pages the highest share is 2.0 %, an editor's introduction; a dropped text on a page of two is half of
the file. A sample of every 12th of 3,423 laws has no such words.
"""
_FEW_WORDS = 40
"""Characters. Fewer are a slogan or the caption of a picture, whatever their share."""


@dataclass
class Document:
    """A document as read. ``end`` is the offset after its last word; spans are half-open, in the file's text."""

    source: SourceText
    draft: Draft
    facts: Facts
    body: str
    provisions: Provisions
    condition: Condition
    law: Law
    alone: bool = True
    """Whether it is the only document of its file."""
    number: int = 1
    """Which of the texts of its file it is in, from 1."""

    @property
    def is_national(self) -> bool:
        """Whether its issuer or its title is of the whole country, so that it has no place."""
        facts = self.facts
        return any(map(self.forms.is_national, (*facts.issuer, facts.cover_title or "", facts.title or "")))

    @property
    def span(self) -> tuple[int, int] | None:
        """The lines of the document, ``None`` if the format says that it is the whole file."""
        return None if self.source.whole else self.lines

    @property
    def forms(self) -> JoinedForms:
        """The import forms of the document's law."""
        return forms_of(self.law)

    @property
    def clauses(self) -> list[str]:
        """The printed numbers of the primary citable units, separators left out."""
        return [clause.number.bare if clause.number else clause.label for clause in self.provisions.primary]

    @property
    def lines(self) -> tuple[int, int]:
        """The first and the last line in the file, from 1, both included."""
        return self.source.line(self.draft.start), self.source.line(self.draft.end - 1)

    @property
    def units(self) -> Units | None:
        """The number and kind of the primary units, without placeholders."""
        primary = self.provisions.counted
        return Units(kind=primary[0].kind.value, count=len(primary)) if primary else None

    @property
    def savings(self) -> tuple[str, ...]:
        """Labels of the clauses that keep old rules for pending matters."""
        return self._labels[0]

    @property
    def prevails(self) -> tuple[str, ...]:
        """Labels of the clauses that let this text prevail over others."""
        return self._labels[1]

    def is_of(self, source: Source) -> bool:
        """Return whether a recorded source is this document: its file and lines, and of several texts in it, the same.

        Another version of a reader may find another text in a file: the name of the source tells which one it was.
        """
        if source.sha256 != self.source.sha256 or source.lines not in (None, self.lines):
            return False
        if source.extract is None or source.extract.sha256 == self.source.text_sha256:
            return True
        return source.name == self.source.name

    def witness(self, variants: tuple[str, ...] = ()) -> Source:
        """Return the file as a source of the version."""
        source, given = self.source, self.source.given
        return Source(
            name=source.name,
            url=given.url,
            page_date=self.facts.page_date,
            sha256=source.sha256,
            media=source.media,
            lines=self.span,
            variants=variants,
            register=given.register,
            identifier=given.identifier if self.alone else None,
            extract=extract_of(source),
        )

    @cached_property
    def _labels(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        saves: dict[str, None] = {}
        prevails: dict[str, None] = {}
        _search(self.provisions, self.provisions.root, "", ((self.forms.saves, saves), (self.forms.prevails, prevails)))
        return tuple(saves), tuple(prevails)


def extract_of(source: SourceText) -> Extract | None:
    """Return how the words of a file were read; ``None`` for plain text, whose words are those of the file."""
    if source.reader == TextReader.name:
        return None
    return Extract(reader=source.reader, library=source.library or None, sha256=source.text_sha256)


def _search(
    provisions: Provisions, clause: Clause, label: str, wanted: Sequence[tuple[Callable[[str], bool], dict[str, None]]]
) -> None:
    """Add the label of every clause whose own words match; an unlabelled clause has the label of its parent."""
    if clause.label:
        label = clause.number.bare if clause.number else clause.label
    words = own_text(provisions, clause) if label else ""
    for says, found in wanted if label else ():
        if says(words):
            found[label] = None
    for child in clause.children:
        _search(provisions, child, label, wanted)


def read_documents(
    source: SourceText, places: Gazetteer
) -> tuple[list[Document], tuple[tuple[int, int], ...], list[Problem]]:
    """Read a file's documents.

    Returns:
        The documents in order, the spans of words outside all documents, and the problems. A document whose words
        would change has an error there.

    """
    drafts, outer = segment(source, places)
    documents, problems = [], []
    alone = len(drafts) == 1
    for draft in drafts:
        reader = Reader(draft, source, places, alone=alone)
        facts = reader.read()
        text = source.body or bodies.body(draft, source.text, reader.forms)
        problem = _proof(draft, source, text)
        if problem is not None:
            problems.append(problem)
        condition = doubts.judge(reader)
        provisions = parse(text, language_of(source))
        _remark_labels(reader, provisions)
        _remark_language(reader, text, provisions.language, language_of(source))
        documents.append(Document(source, draft, facts, text, provisions, condition, reader.law, alone))
    if not documents:
        message, hint = "no document was found in the file", "see in the documentation how titles are recognised"
        problems.append(error("no-document", source.name, message, hint=hint))
        problems.extend(_no_clauses(source))
        problems.extend(_no_language(source))
    problems.extend(_outside(source, outer))
    return documents, tuple((block.start, block.end) for block in outer), problems


def _no_clauses(source: SourceText) -> Iterator[Problem]:
    """Report a file without a document whose lines begin like numbers of a form that no pack reads."""
    for remark in label_remarks(parse(source.text, language_of(source))):
        if remark.code == NO_CLAUSES:
            yield warning(remark.code, source.name, remark.message(), hint=remark.hint)


def _no_language(source: SourceText) -> Iterator[Problem]:
    """Report a file without a document whose words are in no language that a pack reads."""
    if _in_no_language(source.text):
        message = "The language of this file is not read yet."
        yield warning("language-unread", source.name, message, hint="No document of this language can be found.")


def _outside(source: SourceText, outer: Sequence[LinePiece]) -> Iterator[Problem]:
    """Report words that are in no document and are not page furniture of a known form."""
    forms = forms_of(law_of_source(source))
    words = [block for block in outer if not (forms.is_furniture(block.text) or forms.is_running(block.text))]
    count = sum(len(bodies.words(block.text)) for block in words)
    text = [block for block in words if forms.label(block.text) or is_closed_sentence(block.text)]
    if count < _FEW_WORDS or not text:
        return
    share = count / len(bodies.words(source.text))
    message = f"{count} characters ({share:.0%} of the file) are in no document: {text[0].text[:24]}…"
    hint = "see in the documentation how titles are recognised, or import the text as a separate file"
    report = error if share > MOST_OUTSIDE else warning
    yield report("words-outside", source.name, message, hint=hint, line=source.line(text[0].start))


def _remark_labels(reader: Reader, provisions: Provisions) -> None:
    """Warn of numbering that was not read, at the line of its first number in the file."""
    for remark in label_remarks(provisions, reader.facts.title or ""):
        words = provisions.text[remark.start :].split("\n", 1)[0].strip() if remark.labels else ""
        at = reader.source.text.find(words, reader.draft.start) if words else -1
        line = reader.line(at) if at >= 0 else reader.first_line
        labels = ", ".join(remark.labels[:3]) + (", …" if remark.count > 3 else "")
        message = (
            f"{remark.count} × {labels}: begins like a number but opens no clause"
            if remark.labels
            else remark.message()
        )
        reader.warn(remark.code, line, message, remark.hint)


NO_LANGUAGE = 0.5
"""The share of a text in Latin letters without a common word of a language: see the English pack."""


def _in_no_language(body: str) -> bool:
    """Return whether a text is in the words of no pack; a text without words is in none, and nothing is said of it."""
    if not bodies.words(body):
        return False
    read = law_of(body)[0]
    return read.share(body) <= (0 if read.tag.startswith("zh-") else NO_LANGUAGE)


def _remark_language(reader: Reader, body: str, language: str, given: str | None) -> None:
    """Warn of a text in a language without a pack, or whose statements of effect are not read."""
    if _in_no_language(body) if given is None else not law_named(given):
        message = f"The language of this text is not read yet; it was read as {language}."
        hint = "Check its clauses and its days, and write its language (BCP 47) in `language`."
        reader.warn("language-unread", reader.first_line, message, hint)
    elif message := effects_remark(language):
        hint = "Read the days and repeals in the text and write them; import cannot."
        reader.warn("effects-unread", reader.first_line, message, hint)


def _proof(draft: Draft, source: SourceText, text: str) -> Problem | None:
    """Return an error if the body has other words, or another order, than the file without its furniture."""
    if source.body:
        return None
    printed, wanted = bodies.printed_words(text), bodies.source_words(draft, source.text)
    at = bodies.first_difference(printed, wanted)
    if at is None:
        return None
    message = f"words would change: the file has “{wanted[at : at + 12]}” where the text has “{printed[at : at + 12]}”"
    hint = "nothing was filed; this is a bug in Yange: please report it with this file"
    return error("words-changed", source.name, message, hint=hint, line=source.line(draft.start))


def furniture_spans(document: Document) -> list[tuple[int, int]]:
    """Return the spans of furniture inside a document."""
    return [(part.block.start, part.block.end) for part in document.draft.parts if part.role is BlockRole.FURNITURE]
