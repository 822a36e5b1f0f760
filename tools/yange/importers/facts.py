"""The facts of a document: title, number, issuer, place, days, what it repeals; each only as the text says it.

What may be inferred, and how it is marked, is fixed by design §4: an inferred or doubtful field is named in ``review``
and warned of with its line; everything else that the text does not say stays empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from yange import statements
from yange.dates import last_day_of_months, last_day_of_years
from yange.importers import furniture, naming, patterns
from yange.importers.drafts import Draft, Role
from yange.importers.paragraphs import Paragraph, paragraphs
from yange.importers.places import Gazetteer, Place
from yange.importers.source import SourceText
from yange.model import Amendment, Basis, ClausePeriod, ExpiryBasis
from yange.problems import Problem, warning
from yange.statements import Caption, Commencement, EffectStatement


@dataclass(slots=True)
class Facts:
    """What is known of one document. ``stated`` phrases keep their lines in ``warnings`` where there is doubt."""

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
    review: list[str] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)

    def doubt(self, name: str) -> None:
        """Enter a field in ``review``."""
        if name not in self.review:
            self.review.append(name)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A statement with the line it stands on; ``notice`` says that the covering notice makes it."""

    what: Commencement
    line: int
    notice: bool


class Reader:
    """Reads the facts of one draft."""

    def __init__(self, draft: Draft, source: SourceText, places: Gazetteer) -> None:
        self.draft = draft
        self.source = source
        self.places = places
        parts = [part for part in draft.parts if part.role is not Role.FURNITURE]
        text = source.text
        self.notice = paragraphs([part for part in parts if part.notice], text)
        own = [part for part in parts if not part.notice and part.role is not Role.TITLE]
        self.main = [one for one in paragraphs(own, text) if not one.annexed]
        self.rows = furniture.metadata(draft.texts(Role.FURNITURE))
        self.facts = Facts(page_date=self.rows.page_date)

    def read(self) -> Facts:
        """Return the facts; doubts stand in ``review`` and ``warnings``."""
        caption = self._caption()
        self._names(caption)
        self._signed(caption)
        starts = self._starts()
        self._effective(caption, starts)
        self._expires()
        self._effects()
        return self.facts

    def warn(self, code: str, line: int, message: str, hint: str = "") -> None:
        """Add a warning about a line of the file."""
        self.facts.warnings.append(warning(code, self.source.name, message, hint=hint, line=line))

    def line(self, offset: int) -> int:
        """The line of an offset in the file."""
        return self.source.line(offset)

    @property
    def first_line(self) -> int:
        """The document's first line."""
        return self.line(self.draft.start)

    def _caption(self) -> Caption | None:
        texts = self.draft.texts(Role.CAPTION)
        return statements.caption("".join(texts)) if texts else None

    def _names(self, caption: Caption | None) -> None:
        facts = self.facts
        named = naming.read(self.draft, self.rows, self.places, self.source.text, caption)
        facts.title, facts.cover_title, facts.shown_title = named.title, named.cover_title, named.shown_title
        facts.number, facts.issuer, facts.place = named.number, named.issuer, named.place
        facts.kind, facts.rank, facts.letter = named.kind, named.rank, named.letter
        for name in named.doubtful:
            facts.doubt(name)
        for code, message, hint in named.remarks:
            self.warn(code, self.first_line, message, hint)

    # -- days -------------------------------------------------------------------------------------------------------

    def _signed(self, caption: Caption | None) -> None:
        """The day of signing: the last day alone in a line, of the notice where there is one; else the page's table."""
        facts = self.facts
        days = _date_lines(self.notice) or _date_lines(self.main)
        if days:
            facts.signed = days[-1][0]
            if self.rows.signed and self.rows.signed != facts.signed:
                text = f"the text is signed {facts.signed}, the page's table says {self.rows.signed}"
                self.warn("signed-disagrees", self.line(days[-1][1]), text, "the day in the text was taken")
                facts.doubt("signed")
        elif self.rows.signed:
            facts.signed = self.rows.signed
            facts.doubt("signed")
        if caption is not None and caption.issued is not None:
            facts.published = caption.issued

    def _starts(self) -> list[_Placed]:
        found: list[_Placed] = []
        for notice, texts in ((True, self.notice), (False, self.main)):
            for one in texts:
                found.extend(
                    _Placed(start, self.line(one.start), notice) for start in statements.commencements(one.text)
                )
        return found

    def _effective(self, caption: Caption | None, starts: Sequence[_Placed]) -> None:
        facts = self.facts
        if facts.letter:
            return
        whole = [one for one in starts if not one.what.clauses]
        stated = [one for one in whole if one.what.day is not None]
        day = _choose(stated)
        facts.commenced = day or (caption.commenced if caption else None)
        self._disagreement(stated)
        if caption is not None and caption.amendments and caption.amendments[-1].date is not None:
            facts.amended_by = caption.amendments
            facts.effective, facts.basis = caption.amendments[-1].date, Basis.AMENDMENT
            text = f"amended text: its own first day is taken to be that of the last amending order, {facts.effective}"
            self.warn("effective-amended", self.first_line, text, "the order may name another day")
            facts.doubt("effective")
        elif facts.commenced is not None:
            facts.effective, facts.basis = facts.commenced, Basis.STATED
        else:
            self._relative([one for one in whole if one.what.day is None])
        self._clause_starts(starts)

    def _disagreement(self, stated: Sequence[_Placed]) -> None:
        days = sorted({one.what.day for one in stated if one.what.day})
        row = self.rows.commenced
        if len(days) > 1:
            text = f"the text names {len(days)} first days: {', '.join(map(str, days))}"
            self.warn("effective-several", stated[-1].line, text, "the last one was taken")
            self.facts.doubt("effective")
        if row is not None and days and row not in days:
            self.warn("effective-disagrees", stated[-1].line, f"the page's table gives {row} as the first day")
            self.facts.doubt("effective")

    def _relative(self, relative: Sequence[_Placed]) -> None:
        """自印发之日起, 自发布之日起, or no word on the first day (design §4)."""
        facts = self.facts
        facts.doubt("effective")
        for one in sorted(relative, key=lambda one: one.what.basis is not Basis.SIGNED):
            start = one.what
            day = start.first_day(signed=facts.signed, published=facts.published)
            if day is not None:
                facts.effective, facts.basis = day, start.basis
                self.warn("effective-inferred", one.line, f"in force from {start.phrase}: taken to be {day}")
                return
        if relative:
            known = ", ".join(
                f"{name} {day}" for name, day in (("signed", facts.signed), ("on the page", facts.page_date)) if day
            )
            text = f"in force from {relative[-1].what.phrase}, and that day is not in the text"
            self.warn("effective-unknown", relative[-1].line, text + (f" ({known})" if known else ""))
        elif self.rows.commenced is not None:
            facts.effective, facts.basis = self.rows.commenced, Basis.STATED
            text = f"only the page's table names the first day, {facts.effective}"
            self.warn("effective-from-page", self.first_line, text)
        elif facts.signed is not None:
            facts.effective, facts.basis = facts.signed, Basis.SIGNED
            text = f"no first day is stated: taken to be the day of signing, {facts.signed}"
            self.warn("effective-inferred", self.first_line, text)
        else:
            self.warn("effective-unknown", self.first_line, "neither a first day nor a day of signing is in the text")

    def _clause_starts(self, starts: Sequence[_Placed]) -> None:
        self.facts.clause_periods = tuple(
            ClausePeriod(clause=label, first=one.what.day)
            for one in starts
            if one.what.day is not None
            for label in one.what.clauses
        )

    def _expires(self) -> None:
        facts = self.facts
        found = [(one, expiry) for one in (*self.notice, *self.main) for expiry in statements.expiries(one.text)]
        if not found or facts.letter:
            return
        one, expiry = found[-1]
        if expiry.day is not None:
            facts.expires, facts.expires_basis = expiry.day, ExpiryBasis.STATED
            return
        first = facts.commenced or facts.effective
        if first is None:
            facts.doubt("expires")
            text = f"{expiry.phrase}: the last day cannot be computed without a first day"
            self.warn("expires-unknown", self.line(one.start), text)
            return
        facts.expires = (
            last_day_of_years(first, expiry.years)
            if expiry.years is not None
            else last_day_of_months(first, expiry.months or 0)
        )
        facts.expires_basis = ExpiryBasis.COMPUTED
        if facts.basis not in (Basis.STATED, Basis.AMENDMENT):
            facts.doubt("expires")

    def _effects(self) -> None:
        facts = self.facts
        for name, reader in (
            ("repeals", statements.repeals),
            ("extends", statements.extensions),
            ("suspends", statements.suspensions),
            ("revives", statements.revivals),
            ("lapses", statements.lapses),
        ):
            found: list[EffectStatement] = []
            for one in (*self.notice, *self.main):
                found.extend(effect for effect in reader(one.text) if _new(effect, found))
            setattr(facts, name, tuple(found))


def _new(effect: EffectStatement, found: Sequence[EffectStatement]) -> bool:
    """Tell whether an effect is not already there: notice and text often both say it."""
    return not any(
        (effect.title, effect.number, effect.extent) == (known.title, known.number, known.extent) for known in found
    )


def _date_lines(texts: Sequence[Paragraph]) -> list[tuple[date, int]]:
    found = []
    for one in texts:
        if patterns.is_date(one.text):
            day = statements.read_day(one.text.strip("（）()"))
            if day is not None:
                found.append((day, one.start))
    return found


def _choose(stated: Sequence[_Placed]) -> date | None:
    """The first day as the text itself says it last; the notice speaks where the text is silent."""
    own = [one for one in stated if not one.notice] or list(stated)
    return own[-1].what.day if own else None
