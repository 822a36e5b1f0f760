"""Apply instructions to a text: first find every place in the old text, then write all changes at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from yange.amending.edits import (
    MisfitError,
    TextEdit,
    after_label,
    exact_place,
    examples_of,
    first_number,
    gap_of,
    in_print_of,
    label_span,
    line_gap,
    named_places,
    one_clause,
    paragraphs_of,
    printed_label,
    prints_number,
    target_of,
)
from yange.amending.insertions import insertion_edit
from yange.amending.places import TextPlace
from yange.amending.renumber import renumber
from yange.citations import find_label
from yange.law.aspects.amending import AmendingOperation, Instruction
from yange.model import Provisions
from yange.numbering import ClauseNumber
from yange.parse import escape, parse
from yange.problems import Problem, error

__all__ = ["Amended", "amend"]

_REPEATED = re.compile(r"\.\d+$")
"""The end of a path whose number occurs a second time under the same parent."""


@dataclass(frozen=True, slots=True)
class Amended:
    """The new text, or ``None`` if an instruction does not fit, with the problems; check a warning by hand."""

    body: str | None
    problems: tuple[Problem, ...]


def amend(body: str, instructions: Sequence[Instruction], path: str, language: str | None = None) -> Amended:
    """Apply the instructions to a body. Each must fit exactly once; if one does not, no text is returned.

    Args:
        body: the old text; every number in the instructions is one of this text.
        instructions: the instructions of the decision.
        path: the file of the instructions, for messages.
        language: the language of the text; without it, it is detected from the text.

    """
    provisions = parse(body, language)
    edits: list[TextEdit] = []
    problems: list[Problem] = []
    leaving = _leaving(instructions, provisions)
    for instruction in instructions:
        try:
            edits.extend(_edits(instruction, provisions, leaving))
        except MisfitError as misfit:
            problems.append(error("amend-fit", path, str(misfit), hint=misfit.hint, line=instruction.line))
    problems.extend(_overlaps(edits, path))
    if problems:
        return Amended(None, tuple(problems))
    made = _written(body, edits)
    if any(instruction.operation is AmendingOperation.RENUMBER for instruction in instructions):
        made, remarks = renumber(made, path, provisions.language)
        problems.extend(remarks)
    doubled = _doubled(provisions, parse(made, provisions.language), path)
    return Amended(None if doubled else made, (*problems, *doubled))


def _doubled(old: Provisions, new: Provisions, path: str) -> tuple[Problem, ...]:
    """Return an error for each number that is now double: the decision needs a renumbering that nobody wrote."""
    before = {clause.path for clause in old.walk()}
    found = [clause for clause in new.walk() if clause.number and _REPEATED.search(clause.path)]
    return tuple(
        error(
            "amend-double",
            path,
            f"The new text would have two clauses {clause.label} ({clause.path}).",
            hint=f"Give the old one another number: {examples_of(new).relabel}, or renumber the articles.",
        )
        for clause in found
        if clause.path not in before
    )


def _leaving(instructions: Sequence[Instruction], provisions: Provisions) -> Set[str]:
    """Return the paths of the clauses whose numbers become free: those that get another number or are removed."""
    found: set[str] = set()
    for instruction in instructions:
        gone = instruction.operation is AmendingOperation.REMOVE and not instruction.was
        if (gone or instruction.operation is AmendingOperation.RELABEL or instruction.label) and instruction.clause:
            named = find_label(provisions, instruction.clause)
            if instruction.operation is not AmendingOperation.INSERT and len(named) == 1 and not instruction.parts:
                found.add(named[0].path)
    return found


def _edits(instruction: Instruction, provisions: Provisions, leaving: Set[str]) -> Iterator[TextEdit]:
    match instruction.operation:
        case AmendingOperation.REPLACE:
            yield from _replace(instruction, provisions, instruction.now)
        case AmendingOperation.REMOVE if instruction.was:
            yield from _replace(instruction, provisions, "")
        case AmendingOperation.REMOVE:
            yield _remove(instruction, provisions)
        case AmendingOperation.REWRITE:
            yield _rewrite_part(instruction, provisions) if instruction.parts else _rewrite(instruction, provisions)
        case AmendingOperation.RELABEL:
            yield _relabel(instruction, provisions)
        case AmendingOperation.INSERT:
            yield insertion_edit(instruction, provisions, leaving)
        case AmendingOperation.RENUMBER:
            pass


def _remove(instruction: Instruction, provisions: Provisions) -> TextEdit:
    place = exact_place(provisions, target_of(instruction))
    last = exact_place(provisions, instruction.until) if instruction.until else place
    start, text = place.start, provisions.text
    if last.end < place.end:
        raise MisfitError(f"{instruction.until} is before {target_of(instruction)}.", "Name the first one first.")
    if place.clause is None and text[start - 1 : start] == " ":  # a sentence behind another
        start -= 1
    end = last.start + len(text[last.start : last.end].rstrip("\n"))
    if start == place.words and place.clause is None and text[end : end + 1] == " ":  # the first sentence of several
        end += 1
    return TextEdit(start, end, "", instruction.line)


def _relabel(instruction: Instruction, provisions: Provisions) -> TextEdit:
    if not instruction.parts:
        clause = one_clause(provisions, instruction.clause)
    else:
        place = exact_place(provisions, target_of(instruction))
        if place.clause is None:
            raise MisfitError(f"{target_of(instruction)} has no printed number.", "Rewrite the clause instead.")
        clause = place.clause
    start, end = label_span(provisions, clause)
    label = printed_label(provisions, instruction.label)
    old = provisions.text[start:end]
    label = _with_core(old, label) if _CORE.fullmatch(label) else in_print_of(old, label)
    return TextEdit(start, end, label, instruction.line)


_CORE = re.compile(r"(?:[0-9]{1,4}|[IVXLC]{1,8}|[A-Za-z]{1,3})(?:er|[a-z]{1,2}|[º°ª](?!$)|[ -](?:[a-z]{3,9}|[A-Z]))?")
"""The number of a label without what is printed around it: 4 of (4), 3 bis of Article 3 bis."""


def _with_core(printed: str, core: str) -> str:
    """Return a printed label with another number: (4) for (3), ４ for ３."""
    if printed.isdecimal() and not printed.isascii() and core.isdecimal():
        return "".join(chr(ord(printed[0]) - int(printed[0]) + int(figure)) for figure in core)
    found = list(_CORE.finditer(printed))
    return f"{printed[: found[-1].start()]}{core}{printed[found[-1].end() :]}" if found else core


def _replace(instruction: Instruction, provisions: Provisions, now: str) -> Iterator[TextEdit]:
    target = target_of(instruction)
    where = str(target) or "the text"
    if not instruction.was:
        raise MisfitError("The words to be replaced are empty.", "Quote the words between “ and ”.")
    found = sorted(
        {
            span
            for place in named_places(provisions, target)
            for span in _occurrences(provisions.text, place, instruction)
        }
    )
    if len(found) != 1 and not (instruction.every and found):
        appears = f"appears {len(found)} times" if found else "does not appear"
        every = examples_of(provisions).every
        hint = f"Quote more of the words, name the clause more exactly, or write {every} if all of them are meant."
        raise MisfitError(f"“{instruction.was}” {appears} in {where}.", hint)
    for start, end in found:
        yield TextEdit(
            *(_closed_up(provisions.text, start, end) if not now else (start, end)), escape(now), instruction.line
        )


def _occurrences(text: str, place: TextPlace, instruction: Instruction) -> Iterator[tuple[int, int]]:
    """Yield where the words appear as whole words; blanks and apostrophes may be printed in another way."""
    words = text[place.words : place.end]
    was = instruction.was if instruction.was in words else escape(instruction.was)
    pattern = re.escape(was) if was in words else _in_any_print(instruction.was)
    for match in re.finditer(f"(?=({pattern}))", words):
        start, end = place.words + match.start(1), place.words + match.end(1)
        if _cuts_a_word(text, start, end) or (instruction.at_end and text[end : place.end].strip(_AFTER_ALL)):
            continue
        yield start, end


def _in_any_print(words: str) -> str:
    """Return the pattern of words whatever blanks and apostrophes a text prints."""
    pieces = (re.escape(escape(word)) for word in words.split())
    return _BLANKS.join(re.sub("['’]", "['’]", piece) for piece in pieces)


_AFTER_ALL = " \n\u00a0\u202f.;:,"
"""What may be behind words that are at the end of a clause."""
_BLANKS = "[ \u00a0\u202f\n]{1,3}"
_SPACED = re.compile("[0-9A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
"""Figures and letters of the scripts that put blanks between words."""


def _cuts_a_word(text: str, start: int, end: int) -> bool:
    """Return whether a span begins or ends inside a word or a number: may in mayor, 5 in 15."""
    borders = ((text[start - 1 : start], text[start : start + 1]), (text[end - 1 : end], text[end : end + 1]))
    return any(_SPACED.match(before) and _SPACED.match(behind) for before, behind in borders)


def _closed_up(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span to remove, with the space before it if that would be left over next to a space or stop."""
    behind = text[end : end + 1]
    if text[start - 1 : start] == " " and (behind in (" ", "", "\n") or behind in ",;.:)"):
        return start - 1, end
    return start, end


def _rewrite(instruction: Instruction, provisions: Provisions) -> TextEdit:
    clause = one_clause(provisions, instruction.clause)
    end = clause.start + len(provisions.text[clause.start : clause.end].rstrip("\n"))
    words = paragraphs_of(instruction.now)
    own = clause.number.bare if clause.number else clause.label
    new_label = printed_label(provisions, instruction.label) if instruction.label else own
    first = first_number(instruction, provisions)
    if first is not None and first.bare == new_label:
        return TextEdit(label_span(provisions, clause)[0], end, words, instruction.line)
    if first is None and clause.number is not None and prints_number(instruction.now, new_label, provisions):
        return TextEdit(clause.start, end, words, instruction.line)  # with a heading above the number
    if not instruction.label:
        if first is not None and clause.number is not None and _same_number(first, clause.number):
            words = f"{line_gap(provisions, clause)}{after_label(instruction, first)}"
        return TextEdit(clause.words, end, words, instruction.line)
    start, _ = label_span(provisions, clause)
    return TextEdit(start, end, f"{new_label}{gap_of(provisions, clause)}{words}", instruction.line)


def _same_number(one: ClauseNumber, other: ClauseNumber) -> bool:
    """Return whether two labels name the same clause, whatever their print: Art. 5. – and Article 5."""
    return (one.style, one.value) == (other.style, other.value)


def _rewrite_part(instruction: Instruction, provisions: Provisions) -> TextEdit:
    """Return the edit that rewrites a part of a clause; the quotation may begin with the number of the part."""
    place = exact_place(provisions, target_of(instruction))
    words = paragraphs_of(instruction.now)
    clause = place.clause
    if clause is None or clause.number is None:
        return TextEdit(place.words, place.end, words, instruction.line)
    first = first_number(instruction, provisions)
    if first is not None and _same_number(first, clause.number):
        words = words if first.bare == clause.number.bare else after_label(instruction, first)
        start = place.start if first.bare == clause.number.bare else place.words
        return TextEdit(start, place.end, words, instruction.line)
    if first is not None and first.style == clause.number.style:
        hint = "Write the number of the part, or none, before its new words."
        raise MisfitError(f"The new words of {target_of(instruction)} begin with {first.bare}.", hint)
    return TextEdit(place.words, place.end, words, instruction.line)


def _overlaps(edits: Sequence[TextEdit], path: str) -> Iterator[Problem]:
    """Yield an error for two instructions on the same words; several insertions at one place are fine."""
    ordered = sorted(edits, key=lambda edit: (edit.start, edit.end, edit.line))
    for one, other in pairwise(ordered):
        same_seam = (one.start, one.end) == (other.start, other.end) and one.text[:2] == other.text[:2] == "\n\n"
        if other.start < one.end and not same_seam:
            hint = "Write all changes of one clause in one instruction."
            message = f"This instruction changes the same words as the one on line {one.line}."
            yield error("amend-overlap", path, message, hint=hint, line=other.line)


def _written(body: str, edits: Sequence[TextEdit]) -> str:
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end, edit.line)):
        if edit.start < at:  # a second insertion at the same place
            pieces[-1] = pieces[-1].rstrip("\n")
        pieces += [body[at : edit.start] if edit.start >= at else "", edit.text]
        at = max(at, edit.end)
    made = "".join([*pieces, body[at:]])
    return re.sub(r"\n{3,}", "\n\n", made).rstrip("\n") + "\n"
