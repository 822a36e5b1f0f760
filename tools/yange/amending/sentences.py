"""Read the amending instructions of a decision: sentences, one in each paragraph, in the languages of a law.

All numbers are those of the text that is amended. Numbering before a sentence (一、 （一） 1.) and lines that begin
with ``#`` are ignored; a quotation may have several lines. The packs' ``amending`` has the forms of sentences, such as
:mod:`yange.law.zh_hans.amending` and :mod:`yange.law.en.amending`. Where decisions name a clause once and then list
its changes, the pack is a :class:`~yange.law.aspects.amending.NestedAmending`, and the numbers of the sentences show
which of them are below which.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from yange.law import Law, law_of, packs
from yange.law.aspects.amending import AmendedClause, Amending, AmendingReading, Instruction, NestedAmending
from yange.law.numbers import read_number
from yange.problems import Problem, error

__all__ = ["read_instructions"]


def read_instructions(text: str, path: str) -> tuple[tuple[Instruction, ...], tuple[Problem, ...]]:
    """Return the instructions of a file, and a problem for each sentence of an unknown form.

    Every pack is asked, that of the file's language first: a single sentence may be too short to show its language.
    """
    law = tuple(dict.fromkeys((*law_of(text), *packs())))
    found: list[Instruction] = []
    problems: list[Problem] = []
    outline = _Outline()
    for line, sentence in _sentences(law, text):
        for one in _read(law, sentence, line, outline):
            found.extend(one.reading.instructions)
            if not one.reading.known:
                problems.append(_unread(path, one.sentence, line))
            elif one.other:
                problems.append(_elsewhere(path, one.reading.instrument, outline.instrument, line))
    if not found and not problems:
        problems.append(_empty(path, law))
    return tuple(found), tuple(problems)


@dataclass(frozen=True, slots=True)
class _ReadSentence:
    """A sentence and what it says; ``other`` is set if it names another instrument than the sentences before it."""

    sentence: str
    reading: AmendingReading
    other: bool = False


@dataclass(slots=True)
class _Outline:
    """The clauses that the sentences around a sentence have named, with the levels of their numbers."""

    opened: list[tuple[int, AmendedClause]] = field(default_factory=list)
    instrument: str = ""

    def within(self, level: int | None) -> AmendedClause | None:
        """Return the clause that a sentence with a number of this level is about, if an earlier one named it."""
        if level is not None:
            while self.opened and self.opened[-1][0] >= level:
                self.opened.pop()
        return self.opened[-1][1] if self.opened else None

    def take(self, level: int | None, reading: AmendingReading) -> bool:
        """Remember what a sentence named; return whether it is about another instrument than the file so far."""
        if reading.opened is not None:
            if level is None:
                self.opened.clear()
            self.opened.append((-1 if level is None else level, reading.opened))
        name = " ".join(reading.instrument.split())
        other = bool(name and self.instrument and name.casefold() != self.instrument.casefold())
        self.instrument = self.instrument or name
        return other


def _unread(path: str, sentence: str, line: int) -> Problem:
    return error(
        "amend-form",
        path,
        f"This is not an instruction of a known form: {sentence[:60]}",
        hint="Write it in one of the forms that `yange amend --help` lists, with each quotation between “ and ”.",
        line=line,
    )


def _elsewhere(path: str, name: str, before: str, line: int) -> Problem:
    return error(
        "amend-other",
        path,
        f"This instruction is about {name[:80]}, and those before it are about {before[:80]}.",
        hint="Keep the instructions for one text in a file, and take those for another out.",
        line=line,
    )


def _empty(path: str, law: Law) -> Problem:
    return error(
        "amend-empty",
        path,
        "The file contains no instruction.",
        hint=f"Write one instruction in each paragraph, such as {law[0].amending.examples.replace}",
        line=1,
    )


def _sentences(law: Law, text: str) -> Iterator[tuple[int, str]]:
    """Yield each sentence with its line: a paragraph, with all the lines of a quotation that begins in it or below."""
    held: _Gathered | None = None
    for number, line in enumerate(text.split("\n"), start=1):
        if held is not None and (held.open or held.goes_on(line)):
            held.add(line)
            continue
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if held is not None:
            yield held.line, held.text
        held = _Gathered(number, _counting(law, line))
        held.add(line)
    if held is not None:
        yield held.line, held.text


@dataclass(slots=True)
class _Gathered:
    """The lines of a sentence, and how many quotations each pack of its language counts as open at their end."""

    line: int
    counting: Sequence[Amending]
    lines: list[str] = field(default_factory=list)
    depths: Sequence[int] = ()

    def add(self, line: str) -> None:
        self.lines.append(line)
        before = self.depths or [0] * len(self.counting)
        self.depths = [
            one.open_after(self.lines[0], line, depth) for one, depth in zip(self.counting, before, strict=True)
        ]

    @property
    def open(self) -> bool:
        return any(self.depths)

    @property
    def text(self) -> str:
        return "\n".join(self.lines).strip()

    def goes_on(self, line: str) -> bool:
        """Return whether a line after closed quotations goes on with them, or brings the one that was announced."""
        return any(pack.continues(self.text, line) for pack in self.counting if isinstance(pack, NestedAmending))


def _nested(law: Law) -> Iterator[NestedAmending]:
    return (grammar.amending for grammar in law if isinstance(grammar.amending, NestedAmending))


def _counting(law: Law, first: str) -> Sequence[Amending]:
    """Return the packs that count the open quotations of a sentence: those that claim it, or else the others."""
    claiming = [pack for pack in _nested(law) if pack.claims(first)]
    return claiming[:1] or [grammar.amending for grammar in law]


def _read(law: Law, sentence: str, line: int, outline: _Outline) -> Iterator[_ReadSentence]:
    """Yield what the first pack that knows the sentence reads; a sentence with a list is several."""
    for grammar in law:
        language = grammar.amending
        if isinstance(language, NestedAmending):
            if language.claims(sentence):
                yield from _read_nested(language, sentence, line, outline)
                return
        elif found := tuple(language.read(_bare(language, sentence), line)):
            yield _ReadSentence(sentence, AmendingReading(found))
            return
    yield _ReadSentence(sentence, AmendingReading())


def _read_nested(language: NestedAmending, sentence: str, line: int, outline: _Outline) -> Iterator[_ReadSentence]:
    for level, piece in language.pieces(sentence):
        reading = language.read_within(piece, line, outline.within(level))
        yield _ReadSentence(piece, reading, outline.take(level, reading))


def _bare(language: Amending, sentence: str) -> str:
    """Take away the numbering before a sentence and the mark that closes it."""
    number = read_number(sentence)
    if number is not None and number.style in language.list_styles:
        sentence = sentence[len(number.raw) :]
    return sentence.strip().rstrip("。；;.").strip()
