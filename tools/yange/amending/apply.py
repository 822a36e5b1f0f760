"""Apply instructions to a text: first find every place in the old text, then write all changes at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from yange.amending.renumber import renumber
from yange.citations import find_label
from yange.law import Law, law_named
from yange.law.aspects.amending import AmendingOperation, Examples, InsertionPlace, Instruction
from yange.law.aspects.citations import Level
from yange.law.numbers import read_number
from yange.model import Clause, ClauseKind, Provisions
from yange.parse import escape, parse
from yange.problems import Problem, error

__all__ = ["Amended", "amend"]


_MOST_INSERTED = 1000
_REPEATED = re.compile(r"\.\d+$")
"""The end of a path whose number occurs a second time under the same parent."""


@dataclass(frozen=True, slots=True)
class Amended:
    """The new text, or ``None`` if an instruction does not fit, with the problems; check a warning by hand."""

    body: str | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Edit:
    """A replacement of ``[start, end)`` of the old body with ``text``."""

    start: int
    end: int
    text: str
    line: int


class _MisfitError(Exception):
    """An instruction that does not fit; the message says why, and ``hint`` what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def amend(body: str, instructions: Sequence[Instruction], path: str, language: str | None = None) -> Amended:
    """Apply the instructions to a body. Each must fit exactly once; if one does not, no text is returned.

    Args:
        body: the old text; every number in the instructions is one of this text.
        instructions: the instructions of the decision.
        path: the file of the instructions, for messages.
        language: the language of the text; without it, it is detected from the text.

    """
    provisions = parse(body, language)
    edits: list[_Edit] = []
    problems: list[Problem] = []
    for instruction in instructions:
        try:
            edits.extend(_edits(instruction, provisions))
        except _MisfitError as misfit:
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
            hint=f"Give the old one another number: {_examples(new).relabel}, or renumber the articles.",
        )
        for clause in found
        if clause.path not in before
    )


def _edits(instruction: Instruction, provisions: Provisions) -> Iterator[_Edit]:
    match instruction.operation:
        case AmendingOperation.REPLACE:
            yield from _replace(instruction, provisions, instruction.now)
        case AmendingOperation.REMOVE if instruction.was:
            yield from _replace(instruction, provisions, "")
        case AmendingOperation.REMOVE:
            clause = _one(provisions, instruction.clause)
            words = provisions.text[clause.start : clause.end].rstrip("\n")
            yield _Edit(clause.start, clause.start + len(words), "", instruction.line)
        case AmendingOperation.REWRITE:
            yield _rewrite(instruction, provisions)
        case AmendingOperation.RELABEL:
            clause = _one(provisions, instruction.clause)
            yield _Edit(*_label_span(provisions, clause), _printed(provisions, instruction.label), instruction.line)
        case AmendingOperation.INSERT:
            yield _insert(instruction, provisions)
        case AmendingOperation.RENUMBER:
            pass


def _one(provisions: Provisions, name: str) -> Clause:
    found = find_label(provisions, name) or _inside(provisions, name)
    if len(found) == 1:
        return found[0]
    many = f"appears {len(found)} times in" if found else "is not in"
    hint = f"Name the clause by its number in the old text, with the clause around it: {_examples(provisions).item}."
    raise _MisfitError(f"{name} {many} the text.", hint)


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


def _replace(instruction: Instruction, provisions: Provisions, now: str) -> Iterator[_Edit]:
    clause = _one(provisions, instruction.clause) if instruction.clause else provisions.root
    where = instruction.clause or "the text"
    if not instruction.was:
        raise _MisfitError("The words to be replaced are empty.", "Quote the words between “ and ”.")
    text = provisions.text[clause.words : clause.end]
    words = instruction.was if instruction.was in text else escape(instruction.was)
    places = [match.start() for match in re.finditer(f"(?={re.escape(words)})", text)]
    if len(places) != 1 and not (instruction.every and places):
        appears = f"appears {len(places)} times" if places else "does not appear"
        every = _examples(provisions).every
        hint = f"Quote more of the words, name the clause more exactly, or write {every} if all of them are meant."
        raise _MisfitError(f"“{instruction.was}” {appears} in {where}.", hint)
    for place in places:
        start = clause.words + place
        end = start + len(words)
        yield _Edit(
            *(_closed_up(provisions.text, start, end) if not now else (start, end)), escape(now), instruction.line
        )


def _closed_up(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span to remove, with the space before it if that would be left over next to a space or stop."""
    behind = text[end : end + 1]
    if text[start - 1 : start] == " " and (behind in (" ", "", "\n") or behind in ",;.:)"):
        return start - 1, end
    return start, end


def _rewrite(instruction: Instruction, provisions: Provisions) -> _Edit:
    clause = _one(provisions, instruction.clause)
    end = clause.start + len(provisions.text[clause.start : clause.end].rstrip("\n"))
    words = _paragraphs(instruction.now)
    own = clause.number.bare if clause.number else clause.label
    new_label = _printed(provisions, instruction.label) if instruction.label else own
    first = read_number(words, law=_law(provisions))
    if first is not None and first.bare == new_label:
        return _Edit(clause.start, end, words, instruction.line)
    if not instruction.label:
        return _Edit(clause.words, end, words, instruction.line)
    start, _ = _label_span(provisions, clause)
    return _Edit(start, end, f"{new_label}{_gap(provisions, clause)}{words}", instruction.line)


def _label_span(provisions: Provisions, clause: Clause) -> tuple[int, int]:
    at = provisions.text.find(clause.label, clause.start, clause.words) if clause.label else -1
    if at < 0 or clause.number is None:
        raise _MisfitError(f"{clause.label or clause.path} has no printed number.", "Rewrite the clause instead.")
    return at, at + len(clause.number.bare)


def _gap(provisions: Provisions, clause: Clause) -> str:
    """Return the characters between a printed number and its words."""
    _, end = _label_span(provisions, clause)
    return provisions.text[end : clause.words]


def _law(provisions: Provisions) -> Law:
    return law_named(provisions.language)


def _examples(provisions: Provisions) -> Examples:
    """Return the examples for hints in the language of the text."""
    return _law(provisions)[0].amending.examples


def _printed(provisions: Provisions, label: str) -> str:
    """Return a number as a text prints it: （四） for the last part of 第五条第（四）项, (d) of Article 5(d)."""
    return next(filter(None, (grammar.amending.printed(label) for grammar in _law(provisions))), label)


def _paragraphs(words: str) -> str:
    lines = [escape(line.strip()) for line in words.split("\n")]
    return "\n\n".join(line for line in lines if line)


def _insert(instruction: Instruction, provisions: Provisions) -> _Edit:
    words = _paragraphs(instruction.now)
    if instruction.unit is Level.ARTICLE:
        before, label = _before_article(instruction, provisions)
        gap = _gap(provisions, before)
    else:
        before, label = _before_part(instruction, provisions)
        gap = ""
    first = read_number(words, law=_law(provisions))
    if label and not (first is not None and first.bare == label):
        words = f"{label}{gap}{words}"
    body, start, end = provisions.text, before.end, before.end
    while start > 0 and body[start - 1] == "\n":
        start -= 1
    while end < len(body) and body[end] == "\n":
        end += 1
    return _Edit(start, end, f"\n\n{words}" + ("\n\n" if end < len(body) else "\n"), instruction.line)


def _before_article(instruction: Instruction, provisions: Provisions) -> tuple[Clause, str]:
    """Return the article after which the new one is inserted, and the number of the new one."""
    before = _one(provisions, instruction.clause) if instruction.clause else None
    articles = [clause for clause in provisions.primary if clause.number]
    words = _examples(provisions)
    label = instruction.label or (_next_inserted(provisions, before, articles) if before else "")
    number = read_number(label, law=_law(provisions))
    if number is None:
        raise _MisfitError("The new article has no number.", f"Write {words.numbered}, or {words.behind}.")
    articles = [clause for clause in articles if clause.number and clause.number.style == number.style]
    if any(_value(clause) == number.value for clause in articles):
        hint = f"Write {words.behind}, and {words.renumber} if the numbers move."
        raise _MisfitError(f"The text already has {label}.", hint)
    if before is not None and instruction.place is InsertionPlace.END:
        inside = [clause for clause in articles if before.start <= clause.start < before.end]
        if not inside:
            raise _MisfitError(f"{before.label} contains no article.", "Name the article after which to insert it.")
        before = inside[-1]
    if before is None:
        lower = [clause for clause in articles if _value(clause) < number.value]
        if not lower:
            hint = f"Name the article after which to insert it: {words.place}."
            raise _MisfitError(f"The text has no article before {label}.", hint)
        before = lower[-1]
    return before, label


def _value(clause: Clause) -> tuple[int, ...]:
    return clause.number.value if clause.number else ()


def _next_inserted(provisions: Provisions, before: Clause, articles: Sequence[Clause]) -> str:
    """Return the first free number after an article, such as 第三条之一, if the language has such numbers."""
    taken = {_value(clause) for clause in articles}
    number = before.number
    if number is not None:
        nth = next(n for n in range(1, _MOST_INSERTED) if (number.value[0], n) not in taken)
        written = (grammar.amending.inserted(number, nth) for grammar in _law(provisions))
        if label := next(filter(None, written), None):
            return label
    words = _examples(provisions)
    hint = f"Write {words.numbered}, or begin the quotation with the number: {words.number}."
    raise _MisfitError(f"The article to insert after {before.label} has no number.", hint)


def _before_part(instruction: Instruction, provisions: Provisions) -> tuple[Clause, str]:
    """Return the paragraph or item after which the new one is inserted, and the printed number of the new one."""
    if instruction.place is InsertionPlace.AFTER:
        before = _one(provisions, instruction.clause)
        label = _printed(provisions, instruction.label) if instruction.label else ""
        if instruction.unit is Level.PARAGRAPH:
            return before, ""
        if not label:
            raise _MisfitError("The new item has no number.", f"Write {_examples(provisions).item_number}.")
        return before, label
    parent = _one(provisions, instruction.clause) if instruction.clause else None
    if parent is not None and instruction.place is InsertionPlace.END and instruction.unit is Level.PARAGRAPH:
        return ([child for child in parent.children if child.kind is ClauseKind.PARAGRAPH] or [parent])[-1], ""
    if parent is None or not instruction.label:
        hint = f"Write {_examples(provisions).insert_item}."
        raise _MisfitError("The place of the new paragraph or item is not given.", hint)
    if instruction.unit is Level.PARAGRAPH:
        return _before_paragraph(instruction, provisions, parent), ""
    label = _printed(provisions, instruction.label)
    number = read_number(label, law=_law(provisions))
    siblings = [c for c in parent.walk() if c.number and number and c.number.style == number.style and c is not parent]
    if number is None or any(_value(c) == number.value for c in siblings):
        hint = f"Give it the next free number, or {_examples(provisions).inserted}."
        raise _MisfitError(f"{parent.label} already has {label}.", hint)
    lower = [c for c in siblings if _value(c) < number.value]
    if not lower:
        raise _MisfitError(f"{parent.label} has no item before {label}.", "Rewrite the clause as a whole.")
    return lower[-1], label


def _before_paragraph(instruction: Instruction, provisions: Provisions, parent: Clause) -> Clause:
    named = (grammar.amending.paragraph(instruction.label) for grammar in _law(provisions))
    nth = next((number for number in named if number is not None), None)
    paragraphs = [child for child in parent.children if child.kind is ClauseKind.PARAGRAPH] or [parent]
    if nth is None or not 1 < nth <= len(paragraphs) + 1:
        raise _MisfitError(
            f"{instruction.label} cannot be added to {parent.label}.",
            f"{parent.label} has {len(paragraphs)} paragraphs; for a new first paragraph, rewrite the clause.",
        )
    return paragraphs[nth - 2]


def _overlaps(edits: Sequence[_Edit], path: str) -> Iterator[Problem]:
    """Yield an error for two instructions on the same words; several insertions at one place are fine."""
    ordered = sorted(edits, key=lambda edit: (edit.start, edit.end, edit.line))
    for one, other in pairwise(ordered):
        same_seam = (one.start, one.end) == (other.start, other.end) and one.text[:2] == other.text[:2] == "\n\n"
        if other.start < one.end and not same_seam:
            hint = "Write all changes of one clause in one instruction."
            message = f"This instruction changes the same words as the one on line {one.line}."
            yield error("amend-overlap", path, message, hint=hint, line=other.line)


def _written(body: str, edits: Sequence[_Edit]) -> str:
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end, edit.line)):
        if edit.start < at:  # a second insertion at the same place
            pieces[-1] = pieces[-1].rstrip("\n")
        pieces += [body[at : edit.start] if edit.start >= at else "", edit.text]
        at = max(at, edit.end)
    made = "".join([*pieces, body[at:]])
    return re.sub(r"\n{3,}", "\n\n", made).rstrip("\n") + "\n"
