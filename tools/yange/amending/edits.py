"""Find what an instruction is about, and how a text prints numbers: what every kind of edit needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yange.amending.places import TextPlace, inside
from yange.citations import find_label
from yange.law import Law, law_named
from yange.law.aspects.amending import AmendedClause, AmendingOperation, Examples, Instruction
from yange.law.aspects.citations import Level
from yange.law.numbers import numbers_of, read_number
from yange.model import Clause, Provisions
from yange.numbering import ClauseNumber
from yange.parse import escape

__all__ = [
    "MisfitError",
    "TextEdit",
    "after_label",
    "exact_place",
    "examples_of",
    "first_number",
    "gap_of",
    "in_print_of",
    "label_span",
    "law_of_text",
    "line_gap",
    "named_places",
    "one_clause",
    "paragraphs_of",
    "printed_label",
    "prints_number",
    "target_of",
    "value_of",
]


@dataclass(frozen=True, slots=True)
class TextEdit:
    """A replacement of ``[start, end)`` of the old body with ``text``."""

    start: int
    end: int
    text: str
    line: int


class MisfitError(Exception):
    """An instruction that does not fit; the message says why, and ``hint`` what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def named_places(provisions: Provisions, target: AmendedClause) -> tuple[TextPlace, ...]:
    """Return the places that a target names; several only if its paragraphs can be counted in two ways."""
    clause = one_clause(provisions, target.clause) if target.clause else provisions.root
    found = inside(provisions, clause, target.parts)
    if found and not target.parts:  # blank lines at the end belong to the clause
        return (TextPlace(clause.start, clause.words, clause.end, clause),)
    if not found:
        hint = f"Name the part as the old text numbers it, such as {examples_of(provisions).item}."
        raise MisfitError(f"{target} is not in the text.", hint)
    return found


def exact_place(provisions: Provisions, target: AmendedClause) -> TextPlace:
    """Return the one place that a target names, with certain borders."""
    found = named_places(provisions, target)
    if len(found) > 1:
        hint = "Rewrite the clause around it as a whole."
        raise MisfitError(f"{target} names {len(found)} places, as its parts can be counted in two ways.", hint)
    if not found[0].exact:
        hint = "Rewrite the clause around it as a whole."
        raise MisfitError(f"Where {target} begins and ends is not certain.", hint)
    return found[0]


def target_of(instruction: Instruction) -> AmendedClause:
    """Return the clause and the parts that an instruction is about."""
    return AmendedClause(instruction.clause, instruction.parts)


def one_clause(provisions: Provisions, name: str) -> Clause:
    """Return the one clause with a name; raise :class:`MisfitError` if none or several have it."""
    found = find_label(provisions, name) or _inside(provisions, name)
    if len(found) == 1:
        return found[0]
    many = f"appears {len(found)} times in" if found else "is not in"
    hint = f"Name the clause by its number in the old text, with the clause around it: {examples_of(provisions).item}."
    raise MisfitError(f"{name} {many} the text.", hint)


def _inside(provisions: Provisions, name: str) -> tuple[Clause, ...]:
    """Return the clauses inside an article that a chain of numbers names: Section 4(b)(ii)."""
    named = re.fullmatch(r"(?P<outer>[A-Za-z]+ [0-9]+[A-Z]?)(?P<inner>(?:\([^()]+\))+)", name)
    found = find_label(provisions, named["outer"]) if named else ()
    for label in re.findall(r"\([^()]+\)", named["inner"]) if named else ():
        found = tuple(part for clause in found for part in _parts(clause) if part.label == label)
    return found


def _parts(clause: Clause) -> Iterator[Clause]:
    """Yield the numbered parts of a clause, including those inside its unnumbered paragraphs."""
    for child in clause.children:
        yield child
        if child.number is None:
            yield from _parts(child)


def first_number(instruction: Instruction, provisions: Provisions) -> ClauseNumber | None:
    """Return the number with which the new words begin."""
    words, law = instruction.now.lstrip(), law_of_text(provisions)
    number = read_number(words, law=law)
    if number is None and (instruction.unit is Level.ARTICLE or instruction.operation is AmendingOperation.REWRITE):
        plain = next(iter(numbers_of(law).sections(words)), None)  # 2A Waivers
        numbered = {clause.number.style for clause in provisions.primary if clause.number}
        number = plain if plain is not None and plain.style in numbered else None
    return number


def in_print_of(printed: str, label: str) -> str:
    """Return a label with the word of another one before its number: Article 3 bis for Art. 3 bis."""
    words = [re.match(r"[^\W\d_]{2,}\.?(?=[ \u00a0])", one) for one in (printed, label)]
    return f"{words[0][0]}{label[words[1].end() :]}" if words[0] and words[1] else label


def after_label(instruction: Instruction, first: ClauseNumber) -> str:
    """Return the new words without the number with which they begin, and without what is between."""
    return paragraphs_of(re.sub(r"^[\s.:–—-]+", "", instruction.now.lstrip()[len(first.raw) :]))


def label_span(provisions: Provisions, clause: Clause) -> tuple[int, int]:
    """Return where the printed number of a clause is; raise :class:`MisfitError` if it has none."""
    number = clause.number
    label = "".join(rf"\\?{re.escape(char)}" for char in number.bare) if number else ""
    found = re.compile(label).search(provisions.text, clause.start, clause.words) if label else None
    if found is None:
        raise MisfitError(f"{clause.label or clause.path} has no printed number.", "Rewrite the clause instead.")
    return found.start(), found.end()


def gap_of(provisions: Provisions, clause: Clause) -> str:
    """Return the characters between a printed number and its words."""
    _, end = label_span(provisions, clause)
    return provisions.text[end : clause.words]


def line_gap(provisions: Provisions, clause: Clause) -> str:
    """Return the line breaks after a printed number, if its words begin on another line."""
    words = provisions.text[clause.words : clause.end]
    return words[: len(words) - len(words.lstrip("\n"))]


def law_of_text(provisions: Provisions) -> Law:
    """Return the packs that read a text."""
    return law_named(provisions.language)


def examples_of(provisions: Provisions) -> Examples:
    """Return the examples for hints in the language of the text."""
    return law_of_text(provisions)[0].amending.examples


def printed_label(provisions: Provisions, label: str) -> str:
    """Return a number as a text prints it: （四） for the last part of 第五条第（四）项, (d) of Article 5(d)."""
    return next(filter(None, (grammar.amending.printed(label) for grammar in law_of_text(provisions))), label)


def paragraphs_of(words: str) -> str:
    """Return the lines of a quotation as paragraphs of a text."""
    lines = [escape(line.strip()) for line in words.split("\n")]
    return "\n\n".join(line for line in lines if line)


def value_of(clause: Clause) -> tuple[int, ...]:
    """Return the value of the number of a clause, empty without one."""
    return clause.number.value if clause.number else ()


def prints_number(words: str, label: str, provisions: Provisions) -> bool:
    """Return whether a line of new words begins with a number: below a heading, or in another print."""
    number = read_number(label, law=law_of_text(provisions))
    found = (read_number(line.strip(), law=law_of_text(provisions)) for line in words.split("\n"))
    return number is not None and any(one == number for one in found if one is not None)
