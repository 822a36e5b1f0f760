"""Apply instructions to a text: first find every place in the old text, then write all changes at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from yange.amending.places import TextPlace, inside
from yange.amending.renumber import renumber
from yange.citations import find_label
from yange.law import Law, law_named
from yange.law.aspects.amending import AmendedClause, AmendingOperation, Examples, InsertionPlace, Instruction
from yange.law.aspects.citations import Level
from yange.law.numbers import read_number
from yange.model import Clause, ClauseKind, Provisions
from yange.numbering import ClauseNumber, NumberedUnit
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
    leaving = _leaving(instructions, provisions)
    for instruction in instructions:
        try:
            edits.extend(_edits(instruction, provisions, leaving))
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


def _edits(instruction: Instruction, provisions: Provisions, leaving: Set[str]) -> Iterator[_Edit]:
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
            yield _insert(instruction, provisions, leaving)
        case AmendingOperation.RENUMBER:
            pass


def _places(provisions: Provisions, target: AmendedClause) -> tuple[TextPlace, ...]:
    """Return the places that a target names; several only if its paragraphs can be counted in two ways."""
    clause = _one(provisions, target.clause) if target.clause else provisions.root
    found = inside(provisions, clause, target.parts)
    if found and not target.parts:  # blank lines at the end belong to the clause
        return (TextPlace(clause.start, clause.words, clause.end, clause),)
    if not found:
        hint = f"Name the part as the old text numbers it, such as {_examples(provisions).item}."
        raise _MisfitError(f"{target} is not in the text.", hint)
    return found


def _exact(provisions: Provisions, target: AmendedClause) -> TextPlace:
    """Return the one place that a target names, with certain borders."""
    found = _places(provisions, target)
    if len(found) > 1:
        hint = "Rewrite the clause around it as a whole."
        raise _MisfitError(f"{target} names {len(found)} places, as its parts can be counted in two ways.", hint)
    if not found[0].exact:
        hint = "Rewrite the clause around it as a whole."
        raise _MisfitError(f"Where {target} begins and ends is not certain.", hint)
    return found[0]


def _target(instruction: Instruction) -> AmendedClause:
    return AmendedClause(instruction.clause, instruction.parts)


def _remove(instruction: Instruction, provisions: Provisions) -> _Edit:
    place = _exact(provisions, _target(instruction))
    last = _exact(provisions, instruction.until) if instruction.until else place
    start, text = place.start, provisions.text
    if last.end < place.end:
        raise _MisfitError(f"{instruction.until} is before {_target(instruction)}.", "Name the first one first.")
    if place.clause is None and text[start - 1 : start] == " ":  # a sentence behind another
        start -= 1
    end = last.start + len(text[last.start : last.end].rstrip("\n"))
    if start == place.words and place.clause is None and text[end : end + 1] == " ":  # the first sentence of several
        end += 1
    return _Edit(start, end, "", instruction.line)


def _relabel(instruction: Instruction, provisions: Provisions) -> _Edit:
    if not instruction.parts:
        clause = _one(provisions, instruction.clause)
    else:
        place = _exact(provisions, _target(instruction))
        if place.clause is None:
            raise _MisfitError(f"{_target(instruction)} has no printed number.", "Rewrite the clause instead.")
        clause = place.clause
    start, end = _label_span(provisions, clause)
    label = _printed(provisions, instruction.label)
    old = provisions.text[start:end]
    label = _with_core(old, label) if _CORE.fullmatch(label) else _in_print_of(old, label)
    return _Edit(start, end, label, instruction.line)


_CORE = re.compile(r"(?:[0-9]{1,4}|[IVXLC]{1,8}|[A-Za-z]{1,3})(?:er|[a-z]{1,2}|[º°ª](?!$)|[ -](?:[a-z]{3,9}|[A-Z]))?")
"""The number of a label without what is printed around it: 4 of (4), 3 bis of Article 3 bis."""


def _with_core(printed: str, core: str) -> str:
    """Return a printed label with another number: (4) for (3), ４ for ３."""
    if printed.isdecimal() and not printed.isascii() and core.isdecimal():
        return "".join(chr(ord(printed[0]) - int(printed[0]) + int(figure)) for figure in core)
    found = list(_CORE.finditer(printed))
    return f"{printed[: found[-1].start()]}{core}{printed[found[-1].end() :]}" if found else core


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
    target = _target(instruction)
    where = str(target) or "the text"
    if not instruction.was:
        raise _MisfitError("The words to be replaced are empty.", "Quote the words between “ and ”.")
    found = sorted(
        {span for place in _places(provisions, target) for span in _occurrences(provisions.text, place, instruction)}
    )
    if len(found) != 1 and not (instruction.every and found):
        appears = f"appears {len(found)} times" if found else "does not appear"
        every = _examples(provisions).every
        hint = f"Quote more of the words, name the clause more exactly, or write {every} if all of them are meant."
        raise _MisfitError(f"“{instruction.was}” {appears} in {where}.", hint)
    for start, end in found:
        yield _Edit(
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


def _rewrite(instruction: Instruction, provisions: Provisions) -> _Edit:
    clause = _one(provisions, instruction.clause)
    end = clause.start + len(provisions.text[clause.start : clause.end].rstrip("\n"))
    words = _paragraphs(instruction.now)
    own = clause.number.bare if clause.number else clause.label
    new_label = _printed(provisions, instruction.label) if instruction.label else own
    first = _first_number(instruction, provisions)
    if first is not None and first.bare == new_label:
        return _Edit(_label_span(provisions, clause)[0], end, words, instruction.line)
    if first is None and clause.number is not None and _prints(instruction.now, new_label, provisions):
        return _Edit(clause.start, end, words, instruction.line)  # with a heading above the number
    if not instruction.label:
        if first is not None and clause.number is not None and _same_number(first, clause.number):
            words = f"{_line_gap(provisions, clause)}{_after_label(instruction, first)}"
        return _Edit(clause.words, end, words, instruction.line)
    start, _ = _label_span(provisions, clause)
    return _Edit(start, end, f"{new_label}{_gap(provisions, clause)}{words}", instruction.line)


def _first_number(instruction: Instruction, provisions: Provisions) -> ClauseNumber | None:
    """Return the number with which the new words begin."""
    return read_number(instruction.now.lstrip(), law=_law(provisions))


def _same_number(one: ClauseNumber, other: ClauseNumber) -> bool:
    """Return whether two labels name the same clause, whatever their print: Art. 5. – and Article 5."""
    return (one.style, one.value) == (other.style, other.value)


def _in_print_of(printed: str, label: str) -> str:
    """Return a label with the word of another one before its number: Article 3 bis for Art. 3 bis."""
    words = [re.match(r"[^\W\d_]{2,}\.?(?=[ \u00a0])", one) for one in (printed, label)]
    return f"{words[0][0]}{label[words[1].end() :]}" if words[0] and words[1] else label


def _after_label(instruction: Instruction, first: ClauseNumber) -> str:
    """Return the new words without the number with which they begin, and without what is between."""
    return _paragraphs(re.sub(r"^[\s.:–—-]+", "", instruction.now.lstrip()[len(first.raw) :]))


def _rewrite_part(instruction: Instruction, provisions: Provisions) -> _Edit:
    """Return the edit that rewrites a part of a clause; the quotation may begin with the number of the part."""
    place = _exact(provisions, _target(instruction))
    words = _paragraphs(instruction.now)
    clause = place.clause
    if clause is None or clause.number is None:
        return _Edit(place.words, place.end, words, instruction.line)
    first = _first_number(instruction, provisions)
    if first is not None and _same_number(first, clause.number):
        words = words if first.bare == clause.number.bare else _after_label(instruction, first)
        start = place.start if first.bare == clause.number.bare else place.words
        return _Edit(start, place.end, words, instruction.line)
    if first is not None and first.style == clause.number.style:
        hint = "Write the number of the part, or none, before its new words."
        raise _MisfitError(f"The new words of {_target(instruction)} begin with {first.bare}.", hint)
    return _Edit(place.words, place.end, words, instruction.line)


def _label_span(provisions: Provisions, clause: Clause) -> tuple[int, int]:
    number = clause.number
    label = "".join(rf"\\?{re.escape(char)}" for char in number.bare) if number else ""
    found = re.compile(label).search(provisions.text, clause.start, clause.words) if label else None
    if found is None:
        raise _MisfitError(f"{clause.label or clause.path} has no printed number.", "Rewrite the clause instead.")
    return found.start(), found.end()


def _gap(provisions: Provisions, clause: Clause) -> str:
    """Return the characters between a printed number and its words."""
    _, end = _label_span(provisions, clause)
    return provisions.text[end : clause.words]


def _line_gap(provisions: Provisions, clause: Clause) -> str:
    """Return the line breaks after a printed number, if its words begin on another line."""
    words = provisions.text[clause.words : clause.end]
    return words[: len(words) - len(words.lstrip("\n"))]


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


def _insert(instruction: Instruction, provisions: Provisions, leaving: Set[str]) -> _Edit:
    if instruction.unit is None or instruction.unit is Level.SENTENCE:
        return _insert_words(instruction, provisions)
    words = _paragraphs(instruction.now)
    first = _first_number(instruction, provisions)
    numbered = instruction.unit is Level.PARAGRAPH and instruction.place is InsertionPlace.END and first is not None
    if instruction.place is InsertionPlace.BEFORE or instruction.parts or (numbered and instruction.clause):
        return _insert_beside(instruction, provisions, words)
    if instruction.unit is Level.ARTICLE:
        before, label = _before_article(instruction, provisions, leaving)
        gap = f"{_gap(provisions, before)}{_line_gap(provisions, before)}"
        if first is not None and before.number is not None and first.style == before.number.style:
            words, label = _in_print_of_text(instruction.now, before, gap, _law(provisions)), ""
    else:
        before, label = _before_part(instruction, provisions, leaving)
        gap = ""
    if label and not (first is not None and first.bare == label) and not _prints(instruction.now, label, provisions):
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
        label = _in_print_of(before.label, number.bare)
        if label == number.bare and "\n" not in gap:
            lines.append(line)
            continue
        rest = re.sub(r"^[\s.:–—-]+", "", line.strip()[len(number.raw) :])
        lines += [label, rest] if "\n" in gap else [f"{label}{gap or ' '}{rest}"]
    return _paragraphs("\n".join(lines))


def _prints(words: str, label: str, provisions: Provisions) -> bool:
    """Return whether a line of new words begins with a number: below a heading, or in another print."""
    number = read_number(label, law=_law(provisions))
    found = (read_number(line.strip(), law=_law(provisions)) for line in words.split("\n"))
    return number is not None and any(one == number for one in found if one is not None)


def _block(provisions: Provisions, start: int, end: int, words: str, line: int) -> _Edit:
    """Return the edit that puts paragraphs at a seam of the text."""
    body = provisions.text
    while start > 0 and body[start - 1] == "\n":
        start -= 1
    while end < len(body) and body[end] == "\n":
        end += 1
    before = "\n\n" if start > 0 else ""
    return _Edit(start, end, f"{before}{words}" + ("\n\n" if end < len(body) else "\n"), line)


def _insert_beside(instruction: Instruction, provisions: Provisions, words: str) -> _Edit:
    """Return the insertion of paragraphs or numbered parts before, after or at the end of a place."""
    place = _exact(provisions, _target(instruction))
    if instruction.place is InsertionPlace.BEFORE:
        start = place.start
        if place.clause is not None and place.clause.kind is ClauseKind.ARTICLE:
            start = place.clause.start
        return _block(provisions, start, start, words, instruction.line)
    if instruction.place is InsertionPlace.END and (lower := _sibling_before(instruction, place, provisions)):
        return _block(provisions, lower.end, lower.end, words, instruction.line)
    end = place.start + len(provisions.text[place.start : place.end].rstrip())
    if provisions.text[end : end + 1] not in ("\n", ""):
        raise _MisfitError(f"{_target(instruction)} ends within a line.", "Rewrite the clause around it as a whole.")
    return _block(provisions, end, place.end, words, instruction.line)


def _sibling_before(instruction: Instruction, place: TextPlace, provisions: Provisions) -> Clause | None:
    """Return the numbered part after which a new part with its number belongs, if there are such parts."""
    first = _first_number(instruction, provisions)
    if first is None or place.clause is None:
        return None
    alike = [one for one in place.clause.walk() if one.number is not None and one.number.style == first.style]
    lower = [one for one in alike if one is not place.clause and _value(one) < first.value]
    return lower[-1] if lower and lower[-1] is not alike[-1] else None


def _insert_words(instruction: Instruction, provisions: Provisions) -> _Edit:
    """Return the insertion of words or sentences in a line, before, after or at the end of a place."""
    place = _exact(provisions, _target(instruction))
    text, words = provisions.text, escape(" ".join(instruction.now.split()))
    if instruction.place is InsertionPlace.BEFORE:
        start = place.words + len(text[place.words : place.end]) - len(text[place.words : place.end].lstrip())
        return _Edit(start, start, f"{words} ", instruction.line)
    end = place.words + len(text[place.words : place.end].rstrip())
    if instruction.unit is Level.SENTENCE:
        listed = place.clause is not None and any(
            one.number is not None and one is not place.clause and one.end >= end for one in place.clause.walk()
        )
        blank = "\n\n" if listed else " "
        return _Edit(end, end, f"{blank}{words}", instruction.line)
    stop = end - 1 if text[end - 1 : end] in (".", ";", ",", ":") else end
    while text[stop - 1 : stop] in (" ", "\u00a0"):
        stop -= 1
    blank = "" if words[:1] in (",", ";", ".", ":", ")") else " "
    kept = text[stop:end]
    return _Edit(stop, end, f"{blank}{words}{'' if words.endswith(kept.strip()) else kept}", instruction.line)


def _before_article(instruction: Instruction, provisions: Provisions, leaving: Set[str]) -> tuple[Clause, str]:
    """Return the article after which the new one is inserted, and the number of the new one."""
    before = _one(provisions, instruction.clause) if instruction.clause else None
    articles = [clause for clause in provisions.primary if clause.number]
    words = _examples(provisions)
    label = instruction.label or (_next_inserted(provisions, before, articles) if before else "")
    number = read_number(label, law=_law(provisions))
    if number is None:
        raise _MisfitError("The new article has no number.", f"Write {words.numbered}, or {words.behind}.")
    articles = [clause for clause in articles if clause.number and clause.number.style == number.style]
    if any(_value(clause) == number.value and clause.path not in leaving for clause in articles):
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


def _before_part(instruction: Instruction, provisions: Provisions, leaving: Set[str]) -> tuple[Clause, str]:
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
        return parent, ""
    if parent is None or not instruction.label:
        hint = f"Write {_examples(provisions).insert_item}."
        raise _MisfitError("The place of the new paragraph or item is not given.", hint)
    if instruction.unit is Level.PARAGRAPH:
        return _before_paragraph(instruction, provisions, parent), ""
    label = _printed(provisions, instruction.label)
    number = read_number(label, law=_law(provisions)) or _first_number(instruction, provisions)
    siblings = [c for c in parent.walk() if c.number and number and c.number.style == number.style and c is not parent]
    if number is None or any(_value(c) == number.value and c.path not in leaving for c in siblings):
        hint = f"Give it the next free number, or {_examples(provisions).inserted}."
        raise _MisfitError(f"{parent.label} already has {label}.", hint)
    lower = [c for c in siblings if _value(c) < number.value]
    if not lower and not siblings and instruction.place is InsertionPlace.END and _may_be_first(number):
        return parent, label
    if not lower:
        raise _MisfitError(f"{parent.label} has no item before {label}.", "Rewrite the clause as a whole.")
    return lower[-1], label


def _may_be_first(number: ClauseNumber) -> bool:
    """Return whether a number can be the first that is printed: 1, or 2 where the first paragraph prints none."""
    return number.value == ((2,) if number.style.unit is NumberedUnit.ARTICLE_PARAGRAPH else (1,))


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
