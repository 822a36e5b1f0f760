"""One document while its facts are read: its parts, its lines, and the facts found so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from yange import statements
from yange.importers.drafts import BlockRole, Draft
from yange.importers.forms import forms_of
from yange.importers.paragraphs import Paragraph, paragraphs
from yange.importers.places import Place
from yange.importers.tongue import law_of_source
from yange.model import Amendment, Basis, ClausePeriod, ExpiryBasis
from yange.problems import Problem, warning
from yange.readers.places import place_name
from yange.readers.source_text import GivenFacts, SourceText
from yange.statements import EffectStatement, UnreadSentence


@dataclass(slots=True)
class Facts:
    """The facts of one document, with a warning and its line for each doubt."""

    title: str | None = None
    shown_title: str = ""
    cover_title: str | None = None
    number: str | None = None
    issuer: tuple[str, ...] = ()
    place: Place | None = None
    kind: str | None = None
    rank: str | None = None
    signed: date | None = None
    published: date | None = None
    page_date: date | None = None
    effective: date | None = None
    basis: Basis = Basis.UNKNOWN
    commenced: date | None = None
    amended_by: tuple[Amendment, ...] = ()
    expires: date | None = None
    expires_basis: ExpiryBasis | None = None
    clause_periods: tuple[ClausePeriod, ...] = ()
    repeals: tuple[EffectStatement, ...] = ()
    extends: tuple[EffectStatement, ...] = ()
    suspends: tuple[EffectStatement, ...] = ()
    revives: tuple[EffectStatement, ...] = ()
    lapses: tuple[EffectStatement, ...] = ()
    page_name: str | None = None
    letter: bool = False
    draft: bool = False
    review: list[str] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)

    def doubt(self, name: str) -> None:
        """Add a field to ``review``."""
        if name not in self.review:
            self.review.append(name)


@dataclass(frozen=True, slots=True)
class PlacedUnread:
    """A sentence that was not read, with its line in the file."""

    what: UnreadSentence
    line: int


def remark(source: SourceText, code: str, line: int, message: str, hint: str = "") -> Problem:
    """Return a warning about a line of a file; of a format without lines, with the page or path in its message."""
    if source.flat:
        return warning(code, source.name, message, hint=hint, line=line)
    start = source.starts[line - 1]
    block = source.block_at(start) or next((one for one in source.blocks if one.start >= start), None)
    return warning(code, f"{source.name}{place_name(block.place) if block else ''}", message, hint=hint)


class DraftReading:
    """A draft with its paragraphs and the facts found so far."""

    def __init__(self, draft: Draft, source: SourceText, given: GivenFacts) -> None:
        self.draft = draft
        self.source = source
        self.given = given
        parts = [part for part in draft.parts if part.role is not BlockRole.FURNITURE]
        text = source.text
        self.law = law_of_source(source, draft.start, draft.end)
        self.forms = forms_of(self.law)
        self.notice = paragraphs([part for part in parts if part.notice], text, self.forms)
        own = [part for part in parts if not part.notice and part.role is not BlockRole.TITLE]
        self.main = [one for one in paragraphs(own, text, self.forms) if not one.annexed]
        self.rows = self.forms.rows(draft.texts(BlockRole.FURNITURE))
        self.facts = Facts(page_date=self.rows.page_date or given.page_date)

    def warn_unread(self, one: PlacedUnread) -> None:
        """Warn of a sentence that was not read, and add its field to ``review``."""
        self.facts.doubt(one.what.field)
        self.warn("unread-statement", one.line, *one.what.remark)

    def texts(self) -> list[Paragraph]:
        """Return the paragraphs that may state a first or last day: the notice, then the text without its title."""
        apart = (BlockRole.HEAD, BlockRole.NUMBER, BlockRole.CAPTION)
        return [one for one in (*self.notice, *self.main) if one.role not in apart]

    def unread(self) -> tuple[PlacedUnread, ...]:
        """Return the sentences on commencement, expiry or effects that were not read in full."""
        texts = self.texts()
        found = statements.unread([one.text for one in texts], self.law)
        return tuple(PlacedUnread(one, self.line(texts[one.paragraph].start)) for one in found)

    def warn(self, code: str, line: int, message: str, hint: str = "") -> None:
        """Add a warning about a line of the file."""
        self.facts.warnings.append(remark(self.source, code, line, message, hint))

    def line(self, offset: int) -> int:
        """Return the line of an offset in the file, from 1."""
        return self.source.line(offset)

    @property
    def first_line(self) -> int:
        """The document's first line in the file."""
        return self.line(self.draft.start)
