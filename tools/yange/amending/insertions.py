"""Insert articles, parts, sentences and words into a text."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from yange.amending.edits import (
    MisfitError,
    TextEdit,
    exact_place,
    examples_of,
    first_number,
    gap_of,
    in_print_of,
    law_of_text,
    line_gap,
    one_clause,
    paragraphs_of,
    printed_label,
    prints_number,
    target_of,
    value_of,
)
from yange.amending.places import TextPlace
from yange.law import Law
from yange.law.aspects.amending import InsertionPlace, Instruction
from yange.law.aspects.citations import Level
from yange.law.numbers import numbers_of, read_number
from yange.model import Clause, ClauseKind, Provisions
from yange.numbering import ClauseNumber, NumberedUnit
from yange.parse import escape

__all__ = ["insertion_edit"]
_MOST_INSERTED = 1000


def insertion_edit(instruction: Instruction, provisions: Provisions, leaving: Set[str]) -> TextEdit:
    """Return the edit of an insertion; ``leaving`` are the paths of clauses that other instructions take away."""
    if instruction.unit is None or instruction.unit is Level.SENTENCE:
        return _insert_words(instruction, provisions)
    words = paragraphs_of(instruction.now)
    first = first_number(instruction, provisions)
    numbered = instruction.unit is Level.PARAGRAPH and instruction.place is InsertionPlace.END and first is not None
    if instruction.place is InsertionPlace.BEFORE or instruction.parts or (numbered and instruction.clause):
        return _insert_beside(instruction, provisions, words)
    if instruction.unit is Level.ARTICLE:
        before, label = _before_article(instruction, provisions, leaving)
        gap = f"{gap_of(provisions, before)}{line_gap(provisions, before)}"
        if first is not None and before.number is not None and first.style == before.number.style:
            words, label = _in_print_of_text(instruction.now, before, gap, law_of_text(provisions)), ""
    else:
        before, label = _before_part(instruction, provisions, leaving)
        gap = ""
    printed = first is not None and first.bare == label
    if label and not printed and not prints_number(instruction.now, label, provisions):
        words = f"{label}{gap}{words}"
    return _block(provisions, before.end, before.end, words, instruction.line)


def _in_print_of_text(now: str, before: Clause, gap: str, law: Law) -> str:
    """Return new articles with their numbers printed as in the text: on a line of their own, Article for Art."""
    lines: list[str] = []
    for line in now.split("\n"):
        number = read_number(line.strip(), law=law)
        if number is None or before.number is None or number.style != before.number.style:
            lines.append(line)
            continue
        label = in_print_of(before.label, number.bare)
        if label == number.bare and "\n" not in gap:
            lines.append(line)
            continue
        rest = re.sub(r"^[\s.:–—-]+", "", line.strip()[len(number.raw) :])
        lines += [label, rest] if "\n" in gap else [f"{label}{gap or ' '}{rest}"]
    return paragraphs_of("\n".join(lines))


def _block(provisions: Provisions, start: int, end: int, words: str, line: int) -> TextEdit:
    """Return the edit that puts paragraphs at a seam of the text."""
    body = provisions.text
    while start > 0 and body[start - 1] == "\n":
        start -= 1
    while end < len(body) and body[end] == "\n":
        end += 1
    before = "\n\n" if start > 0 else ""
    return TextEdit(start, end, f"{before}{words}" + ("\n\n" if end < len(body) else "\n"), line)


def _insert_beside(instruction: Instruction, provisions: Provisions, words: str) -> TextEdit:
    """Return the insertion of paragraphs or numbered parts before, after or at the end of a place."""
    place = exact_place(provisions, target_of(instruction))
    if instruction.place is InsertionPlace.BEFORE:
        start = place.start
        if place.clause is not None and place.clause.kind is ClauseKind.ARTICLE:
            start = place.clause.start
        return _block(provisions, start, start, words, instruction.line)
    if instruction.place is InsertionPlace.END and (lower := _sibling_before(instruction, place, provisions)):
        return _block(provisions, lower.end, lower.end, words, instruction.line)
    end = place.start + len(provisions.text[place.start : place.end].rstrip())
    if provisions.text[end : end + 1] not in ("\n", ""):
        raise MisfitError(f"{target_of(instruction)} ends within a line.", "Rewrite the clause around it as a whole.")
    return _block(provisions, end, place.end, words, instruction.line)


def _sibling_before(instruction: Instruction, place: TextPlace, provisions: Provisions) -> Clause | None:
    """Return the numbered part after which a new part with its number belongs, if there are such parts."""
    first = first_number(instruction, provisions)
    if first is None or place.clause is None:
        return None
    alike = [one for one in place.clause.walk() if one.number is not None and one.number.style == first.style]
    lower = [one for one in alike if one is not place.clause and value_of(one) < first.value]
    return lower[-1] if lower and lower[-1] is not alike[-1] else None


def _insert_words(instruction: Instruction, provisions: Provisions) -> TextEdit:
    """Return the insertion of words or sentences in a line, before, after or at the end of a place."""
    place = exact_place(provisions, target_of(instruction))
    text, words = provisions.text, escape(" ".join(instruction.now.split()))
    if instruction.place is InsertionPlace.BEFORE:
        start = place.words + len(text[place.words : place.end]) - len(text[place.words : place.end].lstrip())
        return TextEdit(start, start, f"{words} ", instruction.line)
    end = place.words + len(text[place.words : place.end].rstrip())
    if instruction.unit is Level.SENTENCE:
        listed = place.clause is not None and any(
            one.number is not None and one is not place.clause and one.end >= end for one in place.clause.walk()
        )
        blank = "\n\n" if listed else " "
        return TextEdit(end, end, f"{blank}{words}", instruction.line)
    stop = end - 1 if text[end - 1 : end] in (".", ";", ",", ":") else end
    while text[stop - 1 : stop] in (" ", "\u00a0"):
        stop -= 1
    blank = "" if words[:1] in (",", ";", ".", ":", ")") else " "
    kept = text[stop:end]
    return TextEdit(stop, end, f"{blank}{words}{'' if words.endswith(kept.strip()) else kept}", instruction.line)


def _before_article(instruction: Instruction, provisions: Provisions, leaving: Set[str]) -> tuple[Clause, str]:
    """Return the article after which the new one is inserted, and the number of the new one."""
    before = one_clause(provisions, instruction.clause) if instruction.clause else None
    articles = [clause for clause in provisions.primary if clause.number]
    words = examples_of(provisions)
    label = instruction.label or (_next_inserted(provisions, before, articles) if before else "")
    law = law_of_text(provisions)
    number = read_number(label, law=law) or next(iter(numbers_of(law).sections(label)), None)
    if number is None:
        raise MisfitError("The new article has no number.", f"Write {words.numbered}, or {words.behind}.")
    articles = [clause for clause in articles if clause.number and clause.number.style == number.style]
    if any(value_of(clause) == number.value and clause.path not in leaving for clause in articles):
        hint = f"Write {words.behind}, and {words.renumber} if the numbers move."
        raise MisfitError(f"The text already has {label}.", hint)
    if before is not None and instruction.place is InsertionPlace.END:
        inside = [clause for clause in articles if before.start <= clause.start < before.end]
        if not inside:
            raise MisfitError(f"{before.label} contains no article.", "Name the article after which to insert it.")
        before = inside[-1]
    if before is None:
        lower = [clause for clause in articles if value_of(clause) < number.value]
        if not lower:
            hint = f"Name the article after which to insert it: {words.place}."
            raise MisfitError(f"The text has no article before {label}.", hint)
        before = lower[-1]
    return before, label


def _next_inserted(provisions: Provisions, before: Clause, articles: Sequence[Clause]) -> str:
    """Return the first free number after an article, such as 第三条之一, if the language has such numbers."""
    taken = {value_of(clause) for clause in articles}
    number = before.number
    if number is not None:
        nth = next(n for n in range(1, _MOST_INSERTED) if (number.value[0], n) not in taken)
        written = (grammar.amending.inserted(number, nth) for grammar in law_of_text(provisions))
        if label := next(filter(None, written), None):
            return label
    words = examples_of(provisions)
    hint = f"Write {words.numbered}, or begin the quotation with the number: {words.number}."
    raise MisfitError(f"The article to insert after {before.label} has no number.", hint)


def _before_part(instruction: Instruction, provisions: Provisions, leaving: Set[str]) -> tuple[Clause, str]:
    """Return the paragraph or item after which the new one is inserted, and the printed number of the new one."""
    if instruction.place is InsertionPlace.AFTER:
        before = one_clause(provisions, instruction.clause)
        label = printed_label(provisions, instruction.label) if instruction.label else ""
        if instruction.unit is Level.PARAGRAPH:
            return before, ""
        if not label:
            raise MisfitError("The new item has no number.", f"Write {examples_of(provisions).item_number}.")
        return before, label
    parent = one_clause(provisions, instruction.clause) if instruction.clause else None
    if parent is not None and instruction.place is InsertionPlace.END and instruction.unit is Level.PARAGRAPH:
        return parent, ""
    if parent is None or not instruction.label:
        hint = f"Write {examples_of(provisions).insert_item}."
        raise MisfitError("The place of the new paragraph or item is not given.", hint)
    if instruction.unit is Level.PARAGRAPH:
        return _before_paragraph(instruction, provisions, parent), ""
    label = printed_label(provisions, instruction.label)
    number = read_number(label, law=law_of_text(provisions)) or first_number(instruction, provisions)
    siblings = [c for c in parent.walk() if c.number and number and c.number.style == number.style and c is not parent]
    if number is None or any(value_of(c) == number.value and c.path not in leaving for c in siblings):
        hint = f"Give it the next free number, or {examples_of(provisions).inserted}."
        raise MisfitError(f"{parent.label} already has {label}.", hint)
    lower = [c for c in siblings if value_of(c) < number.value]
    if not lower and not siblings and instruction.place is InsertionPlace.END and _may_be_first(number):
        return parent, label
    if not lower:
        raise MisfitError(f"{parent.label} has no item before {label}.", "Rewrite the clause as a whole.")
    return lower[-1], label


def _before_paragraph(instruction: Instruction, provisions: Provisions, parent: Clause) -> Clause:
    named = (grammar.amending.paragraph(instruction.label) for grammar in law_of_text(provisions))
    nth = next((number for number in named if number is not None), None)
    paragraphs = [child for child in parent.children if child.kind is ClauseKind.PARAGRAPH] or [parent]
    if nth is None or not 1 < nth <= len(paragraphs) + 1:
        raise MisfitError(
            f"{instruction.label} cannot be added to {parent.label}.",
            f"{parent.label} has {len(paragraphs)} paragraphs; for a new first paragraph, rewrite the clause.",
        )
    return paragraphs[nth - 2]


def _may_be_first(number: ClauseNumber) -> bool:
    """Return whether a number can be the first that is printed: 1, or 2 where the first paragraph prints none."""
    return number.value == ((2,) if number.style.unit is NumberedUnit.ARTICLE_PARAGRAPH else (1,))
