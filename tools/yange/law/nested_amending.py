"""What the amending sentences of spaced languages share: lists of changes below the clause that they are about.

A pack derives from :class:`SpacedAmending` and gives its marks, its numbers of list entries, its way to name clauses,
and its forms: patterns of a masked sentence (:mod:`yange.law.quoting`), each with a function that makes instructions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field, replace

from yange.law.aspects.amending import (
    AmendedClause,
    AmendingOperation,
    AmendingReading,
    ClausePart,
    Examples,
    InsertionPlace,
    Instruction,
    PartKind,
)
from yange.law.aspects.citations import Level
from yange.law.quoting import Masked, Quotations, masked
from yange.numbering import ClauseNumber, NumberStyle

__all__ = ["Said", "SentenceForm", "SpacedAmending", "compose", "insertion", "put_beside"]

_LONGEST = 200_000
"""Characters of a sentence with its quotations; a longer one is none."""
_MOST_HALVES = 12
"""Places at which a sentence is tried as two."""


@dataclass(frozen=True, slots=True)
class Said:
    """A masked sentence, its line, and the clause that an earlier sentence named."""

    masked: Masked
    line: int
    within: AmendedClause | None


@dataclass(frozen=True, slots=True)
class SentenceForm:
    """A form of sentence, and what it means: ``None`` if the words that the pattern leaves open are not understood."""

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Said], AmendingReading | None]


_RANK = {PartKind.HEADING: 9, PartKind.INTRODUCTION: 8, PartKind.SENTENCE: 7, PartKind.SOMEWHERE: 10}


def compose(
    within: AmendedClause | None, named: AmendedClause, rank: Callable[[ClausePart], int]
) -> AmendedClause | None:
    """Return the clause that words name: themselves, or a part of the clause that an earlier sentence named.

    ``rank`` orders numbered and counted parts from the outermost; of the earlier clause the parts outside are kept.
    """
    if named.clause:
        return named
    if within is None:
        return None
    if not named.parts:
        return within
    first = _RANK.get(named.parts[0].kind) or rank(named.parts[0])
    kept = tuple(part for part in within.parts if (_RANK.get(part.kind) or rank(part)) < first)
    return AmendedClause(within.clause, (*kept, *named.parts))


def put_beside(after: str, now: str) -> str:
    """Return words with others behind them, a blank between them unless punctuation needs none."""
    return f"{after}{'' if now[:1] in ',;.:)' or after[-1:] in '(-' else ' '}{now}"


def insertion(
    target: AmendedClause, unit: Level | None, place: InsertionPlace, now: str, line: int, label: str = ""
) -> Instruction:
    """Return an insertion beside a target."""
    return Instruction(
        operation=AmendingOperation.INSERT,
        line=line,
        clause=target.clause,
        parts=target.parts,
        now=now,
        label=label,
        unit=unit,
        place=place,
    )


def about(change: Instruction, target: AmendedClause, *, every: bool) -> Instruction:
    """Return a change of words as one of a clause."""
    return replace(change, clause=target.clause, parts=target.parts, every=every or change.every)


def removals(named: Sequence[tuple[AmendedClause, bool]], line: int) -> AmendingReading | None:
    """Return the removal of the clauses of a list, each with whether it is the last of a range; none without names."""
    if not named or not all(target.clause for target, _ in named):
        return None
    ends = [place for place, (_, last) in enumerate(named) if last]
    return AmendingReading(
        tuple(
            Instruction(
                operation=AmendingOperation.REMOVE,
                line=line,
                clause=target.clause,
                parts=target.parts,
                until=named[place + 1][0] if place + 1 in ends else None,
            )
            for place, (target, last) in enumerate(named)
            if not last
        )
    )


def rewriting(named: Sequence[tuple[AmendedClause, bool]] | None, now: str, line: int) -> AmendingReading | None:
    """Return the rewriting of clauses as one piece of text; none of a range, whose members are not known."""
    if not named or any(last for _, last in named) or not named[0][0].clause:
        return None
    first = named[0][0]
    rewritten = Instruction(
        operation=AmendingOperation.REWRITE, line=line, clause=first.clause, parts=first.parts, now=now
    )
    others = removals(named[1:], line)
    return AmendingReading((rewritten, *(others.instructions if others else ())))


@dataclass(frozen=True, kw_only=True)
class SpacedAmending:
    """The amending sentences of a language; see :class:`yange.law.aspects.amending.NestedAmending`.

    ``verbs`` match in every amending sentence of the language, ``entries`` a number before a sentence, with one group
    for each level, the outermost first; ``breaks`` where an entry begins inside a paragraph. ``halves`` match between
    two sentences that are printed as one, ``ignored`` lines that say nothing. ``spelling`` makes the words outside
    quotations the same whatever their print.
    """

    examples: Examples
    marks: Quotations
    verbs: re.Pattern[str]
    entries: re.Pattern[str]
    breaks: re.Pattern[str]
    halves: re.Pattern[str]
    forms: tuple[SentenceForm, ...]
    article: re.Pattern[str]
    article_list: re.Pattern[str]
    ignored: re.Pattern[str] = re.compile("(?!)")
    spelling: Callable[[str], str] = str
    list_styles: Set[NumberStyle] = field(default_factory=frozenset)

    def open_after(self, first: str, line: str, before: int) -> int:
        """Return what is open after a line; the marks of one kind are counted."""
        return self.marks.depth(line, before) if self.claims(first) else 0

    def claims(self, first: str) -> bool:
        """Return whether the words outside quotations have an amending verb of the language."""
        return self.verbs.search(self._outside(first)) is not None or self.ignored.fullmatch(first.strip()) is not None

    def _outside(self, sentence: str) -> str:
        opening = re.escape(self.marks.opening)
        closing = re.escape("".join(self.marks.closing.values()) + '"')
        return re.sub(f"[{opening}][^{opening}{closing}]*+(?:[{closing}]|$)", "⟦0⟧", sentence[:_LONGEST])

    def continues(self, before: str, line: str) -> bool:
        """Return whether a line begins with a quotation that the sentence before it announced or began."""
        begins = line.lstrip()[:1]
        return bool(begins) and begins in self.marks.opening and (
            before.rstrip().endswith(":") or before.rstrip(" .;\u00a0")[-1:] in "".join(self.marks.closing.values())
        )  # fmt: skip

    def pieces(self, paragraph: str) -> Iterable[tuple[int | None, str]]:
        """Return the sentences of a paragraph, each with the level of its number."""
        for piece in self._split(paragraph):
            entry = self.entries.match(piece)
            if entry is None or entry.end() == len(piece.strip()):
                yield None, piece
                continue
            level = next(place for place, group in enumerate(entry.groups()) if group is not None)
            rest = piece[entry.end() :]
            inner = self.entries.match(rest)  # 1. a) In Absatz 1 …
            if inner is not None and (place := _level(inner)) > level:
                yield place, rest[inner.end() :]
            else:
                yield level, rest

    def _split(self, paragraph: str) -> Iterator[str]:
        """Yield a paragraph in pieces, cut before each number of a list that follows a stop outside quotations."""
        cuts = [0]
        spans = list(self._quoted(paragraph))
        for match in self.breaks.finditer(paragraph):
            if not any(start < match.end() <= end for start, end in spans):
                cuts.append(match.end())
        for start, end in zip(cuts, [*cuts[1:], len(paragraph)], strict=True):
            if paragraph[start:end].strip():
                yield paragraph[start:end].strip()

    def _quoted(self, paragraph: str) -> Iterator[tuple[int, int]]:
        at = 0
        opening = re.compile(f"[{re.escape(self.marks.opening)}]")
        while (match := opening.search(paragraph, at)) is not None:
            end = self.marks.ends(paragraph, match.start())
            yield match.start(), len(paragraph) if end is None else end
            at = len(paragraph) if end is None else end + 1

    def read(self, sentence: str, line: int) -> Iterable[Instruction]:
        """Return the instructions of a sentence that names its clause."""
        return self.read_within(sentence, line, None).instructions

    def read_within(self, sentence: str, line: int, within: AmendedClause | None) -> AmendingReading:
        """Return what a sentence says; nothing if it, or a part of it, has no known form."""
        if len(sentence) > _LONGEST:
            return AmendingReading()
        if self.ignored.fullmatch(sentence.strip()):
            return AmendingReading(opened=AmendedClause())
        for whole in (False, True):
            if whole and '"' not in sentence:
                break
            words = masked(sentence.strip(), self.marks, whole)
            if words is not None:
                words = replace(words, words=self.spelling(words.words).rstrip(" .;,").strip())
                found = self._matched(Said(words, line, within))
                if found is not None:
                    return found
        return AmendingReading()

    def _matched(self, said: Said) -> AmendingReading | None:
        return self.form(said) or self._as_two(said)

    def form(self, said: Said) -> AmendingReading | None:
        """Return what a masked sentence says that is one sentence, or ``None``."""
        for form in self.forms:
            match = form.pattern.fullmatch(said.masked.words)
            reading = form.read(match, said) if match else None
            if reading is not None and reading.known:
                return reading
        return None

    def _as_two(self, said: Said) -> AmendingReading | None:
        """Read two sentences printed as one: the second may go on with the clause of the first."""
        words = said.masked.words
        for count, match in enumerate(self.halves.finditer(words)):
            if count >= _MOST_HALVES:
                return None
            first = self.form(replace(said, masked=replace(said.masked, words=words[: match.start()].rstrip(" ,;"))))
            if first is None or not first.instructions or first.opened is not None:
                continue
            last = first.instructions[-1]
            within = AmendedClause(last.clause, last.parts) if last.clause else said.within
            rest = replace(said.masked, words=words[match.end() :])
            second = self._matched(Said(rest, said.line, within))
            if second is not None and second.instructions:
                return AmendingReading((*first.instructions, *second.instructions), second.opened, first.instrument)
        return None

    def printed(self, label: str) -> str | None:
        """Return nothing: labels are the numbers alone."""
        return None

    def paragraph(self, label: str) -> int | None:
        """Return nothing: paragraphs are parts."""
        return None

    def inserted(self, before: ClauseNumber, nth: int) -> str | None:
        """Return nothing: the sentence or the quotation has the number of what is inserted."""
        return None

    def renumbered(self, label: str, nth: int) -> str | None:
        """Return a label with the number of the ``nth`` article: § 3 for the third."""
        match = re.match(r"\D*", label)
        return f"{match[0]}{nth}" if match and self.article.match(label) else None


def _level(entry: re.Match[str]) -> int:
    return next(place for place, group in enumerate(entry.groups()) if group is not None)
