"""What a clause is called when it is cited: 第五条第二款第（三）项, art. 5, para. 2, item 3."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from yange.law import law_named
from yange.law.aspects.citing import CitationForms
from yange.law.en import ENGLISH
from yange.model import Clause, Provisions
from yange.model import ClauseKind as Kind
from yange.reports.clause_labels import printed_annex

__all__ = ["Called", "names_of"]

_OUTLINES = {Kind.OUTLINE_1, Kind.OUTLINE_2, Kind.OUTLINE_3, Kind.OUTLINE_4, Kind.OUTLINE_5}
_DIVISIONS = {Kind.PART, Kind.CHAPTER, Kind.SECTION}
_EDGES = "、．.。 　\t"


@dataclass(frozen=True, slots=True)
class Called:
    """A clause's name in a citation: as legal writing in the language of its text has it, and in English."""

    own: str
    english: str


def names_of(provisions: Provisions) -> Mapping[str, Called]:
    """Return by path what each clause of a text is called; unnumbered clauses outside articles are left out."""
    law = law_named(provisions.language)[0]
    annexes = _annexes(provisions, law.tag)
    own = dict(_below(provisions.root, (), Kind.DOCUMENT, law.citing.of_text(provisions.text), annexes))
    in_english = annexes if law.tag == ENGLISH.tag else {}
    english = dict(_below(provisions.root, (), Kind.DOCUMENT, ENGLISH.citing, in_english))
    return {path: Called(name, english[path]) for path, name in own.items()}


def _annexes(provisions: Provisions, tag: str) -> Mapping[str, str]:
    """Return by path what the annexes of a text call themselves: their labels are Chinese in every language."""
    if tag.startswith("zh"):
        return {}
    lines = {
        clause.path: provisions.text[clause.start : clause.end].split("\n", 1)[0].lstrip("# ")
        for clause in provisions.root.children
        if clause.kind is Kind.ANNEX
    }
    return {path: name for path, line in lines.items() if (name := printed_annex(line, tag))}


def _below(
    clause: Clause, above: tuple[str, ...], inside: Kind, citing: CitationForms, annexes: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    paragraphs = [child for child in clause.children if child.kind is Kind.PARAGRAPH and child.number is None]
    for child in clause.children:
        step = annexes.get(child.path) or _step(child, paragraphs, clause.kind, citing)
        # a division is named when it is cited itself: the articles run on through the text
        base = () if inside in _DIVISIONS and child.kind not in _DIVISIONS else above
        called = base if step is None else (*base, step)
        if step is not None:
            yield child.path, citing.joined(called)
        yield from _below(child, called, child.kind, citing, annexes)


def _step(clause: Clause, paragraphs: list[Clause], parent: Kind, citing: CitationForms) -> str | None:
    if clause.kind is Kind.PARAGRAPH and clause.number is None:
        return citing.paragraph(paragraphs.index(clause) + 1) if parent is Kind.ARTICLE else None
    if clause.number is None and clause.kind is not Kind.ANNEX:
        return None
    counted = clause.path.rpartition("_")[2]
    value = "-".join(map(str, clause.number.value)) if clause.number is not None else counted
    return citing.part(clause.kind, clause.label.strip(_EDGES), value, in_outline=parent in _OUTLINES)
