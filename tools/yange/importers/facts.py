"""Read the facts of a document as the text states them: title, number, issuer, place, days, effects.

An inferred or doubtful field is listed in ``review`` and has a warning with its line; what the text does not state
is left empty. What may be inferred is described in docs/design/policy-on-disk.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from yange import statements
from yange.importers import days, naming
from yange.importers.drafts import BlockRole, Draft
from yange.importers.forms import forms_of
from yange.importers.given import fill_days, fill_register_days, of_one_text
from yange.importers.paragraphs import Paragraph
from yange.importers.places import Gazetteer
from yange.importers.reading import DraftReading, Facts, PlacedUnread
from yange.law import Law
from yange.readers.source_text import SourceText
from yange.statements import Caption, EffectStatement


class Reader(DraftReading):
    """Reads the facts of one draft."""

    def __init__(self, draft: Draft, source: SourceText, places: Gazetteer, *, alone: bool = True) -> None:
        """Set what is read; ``alone`` is set if it is the only document of its file."""
        super().__init__(draft, source, of_one_text(source.given, alone=alone))
        self.places = places

    def read(self) -> Facts:
        """Return the facts, with their doubts in ``review`` and ``warnings``."""
        caption = self._caption()
        self._names(caption)
        self._signed(caption)
        fill_days(self)
        left = () if self.facts.draft else self.unread()
        if not (self.facts.letter or self.facts.draft):
            days.read_first_day(self, caption, [one for one in left if one.what.field == "effective"])
            days.read_last_day(self, [one for one in left if one.what.field == "expires"])
            fill_register_days(self)
        if not self.facts.draft:
            self._effects([one for one in left if one.what.field not in ("effective", "expires")])
        return self.facts

    def _caption(self) -> Caption | None:
        texts = self.draft.texts(BlockRole.CAPTION)
        found = statements.caption("\n".join(texts), self.law) if texts else None
        for phrase in found.unread if found else ():
            message = f"the caption says “{phrase}”, which was not read"
            self.warn("caption-unread", self.first_line, message, "record what happened on that day")
            self.facts.doubt("effective")
        return found

    def _names(self, caption: Caption | None) -> None:
        facts = self.facts
        named = naming.read(self.draft, self.rows, self.places, self.source.text, caption, self.law, self.given)
        facts.title, facts.cover_title, facts.shown_title = named.title, named.cover_title, named.shown_title
        facts.number, facts.issuer, facts.place = named.number, named.issuer, named.place
        facts.kind, facts.rank, facts.letter = named.kind, named.rank, named.letter
        facts.draft = named.draft or self.given.draft
        for name in named.doubtful:
            facts.doubt(name)
        for code, message, hint in named.remarks:
            self.warn(code, self.first_line, message, hint)

    # -- days -------------------------------------------------------------------------------------------------------

    def _signed(self, caption: Caption | None) -> None:
        """Record the day of signing: the last line that is only a date, in the notice if there is one.

        Otherwise it is the day on which an assembly or meeting passed the text (通过; GB/T 9704—2012, 7.3.5), or that
        of the page's table.
        """
        facts = self.facts
        days = _date_lines(self.notice, self.law) or _date_lines(self.main, self.law)
        if days:
            facts.signed = days[-1][0]
            if self.rows.signed and self.rows.signed != facts.signed:
                text = f"the text is signed on {facts.signed}, but the page's table says {self.rows.signed}"
                self.warn("signed-disagrees", self.line(days[-1][1]), text, "the day in the text was used")
                facts.doubt("signed")
        elif caption is not None and caption.adopted is not None:
            facts.signed = caption.adopted
        elif self.rows.signed:
            facts.signed = self.rows.signed
            facts.doubt("signed")
        if caption is not None:
            facts.published = caption.issued

    def _effects(self, left: Sequence[PlacedUnread]) -> None:
        facts = self.facts
        for unread in left:
            self.warn_unread(unread)
        for name, reader in (
            ("repeals", statements.repeals),
            ("extends", statements.extensions),
            ("suspends", statements.suspensions),
            ("revives", statements.revivals),
            ("lapses", statements.lapses),
        ):
            found: list[EffectStatement] = []
            for one in (*self.notice, *self.main):
                found.extend(effect for effect in reader(one.text, self.law) if _new(effect, found))
            setattr(facts, name, tuple(found))
        for effect in facts.extends:
            if effect.until is None:
                facts.doubt("extends")
                text = f"{effect.phrase}: the new last day is not printed; it is computed if the old one is known"
                self.warn("extension-inferred", self.first_line, text, "check `until` under `extends`")


def _new(effect: EffectStatement, found: Sequence[EffectStatement]) -> bool:
    """Return whether an effect is not in ``found`` yet: notice and text often both state it."""
    return not any(
        (effect.title, effect.number, effect.extent) == (known.title, known.number, known.extent) for known in found
    )


def _date_lines(texts: Sequence[Paragraph], law: Law) -> list[tuple[date, int]]:
    found = []
    for one in texts:
        phrase = forms_of(law).signing_day(one.text)
        day = statements.read_day(phrase, law) if phrase is not None else None
        if day is not None:
            found.append((day, one.start))
    return found
