"""What the amending sentences of Japanese, Korean and Dutch share: chains of changes, and new text below the sentence.

A sentence is a chain of changes, each with its verb at its end; only the last may announce new text, which stands
in the lines below it without marks. A pack derives its sentences from :class:`AnnouncedAmending` and gives the pattern
of what announces new text, that of the places where one change ends and the next begins, and its forms.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from yange.law.aspects.amending import AmendedClause, AmendingReading, Instruction
from yange.law.nested_amending import Said, SpacedAmending
from yange.law.quoting import Masked, masked

__all__ = ["AnnouncedAmending"]

_LONGEST = 4000
"""Characters of a sentence without the new text below it; a longer one is none."""


@dataclass(frozen=True, kw_only=True)
class AnnouncedAmending(SpacedAmending):
    """The amending sentences of a language; see :class:`yange.law.aspects.amending.NestedAmending`.

    ``verbs`` match a whole line that is an amending sentence. ``announces`` matches at the end of one with new text
    below it, ``links`` between two changes.
    """

    announces: re.Pattern[str]
    links: re.Pattern[str]

    def claims(self, first: str) -> bool:
        """Return whether a line, its quotations and its number apart, is an amending sentence of the language."""
        line = first.strip().partition("\n")[0]
        if len(line) > _LONGEST:
            return False
        entry = self.entries.match(line)
        plain = self._outside(line[entry.end() :] if entry else line)
        return self.verbs.fullmatch(plain.rstrip("。. ")) is not None

    def continues(self, before: str, line: str) -> bool:
        """Return whether a line belongs to the new text that the sentence announced."""
        first = before.partition("\n")[0].rstrip("。. \u3000")
        announced = self.announces.search(self._outside(first)) is not None
        return announced and not line.lstrip().startswith("#") and not (line.strip() and self.claims(line))

    def read_within(self, sentence: str, line: int, within: AmendedClause | None) -> AmendingReading:
        """Return what a sentence says; nothing if a part of it has no known form, or its new text is missing."""
        head, _, block = sentence.strip().partition("\n")
        words = masked(head.strip(), self.marks) if len(head) <= _LONGEST else None
        if words is None:
            return AmendingReading()
        said = words.words.rstrip("。. ")
        if bool(block.strip()) is not (self.announces.search(said) is not None):
            return AmendingReading()
        if block.strip():
            said += f"⟦{len(words.quotations)}⟧"
            words = replace(words, quotations=(*words.quotations, block.strip()))
        return self._chain(said, words, line, within)

    def _chain(self, said: str, words: Masked, line: int, within: AmendedClause | None) -> AmendingReading:
        found: list[Instruction] = []
        for piece in self.links.split(said):
            reading = self.form(Said(replace(words, words=piece.strip()), line, within))
            if reading is None:
                return AmendingReading()
            if reading.opened is not None:
                return AmendingReading() if found or piece.strip() != said.strip() else reading
            found += reading.instructions
            last = reading.instructions[-1]
            within = AmendedClause(last.clause, last.parts) if last.clause else within
        return AmendingReading(tuple(found))
