"""From a reference to the clauses it means, within one text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from yange.citations.scan import Level, Reference, Step, references
from yange.model import Clause, ClauseKind, Provisions

__all__ = ["chain_at", "find_label", "resolve"]

_OUTLINES = {
    ClauseKind.OUTLINE_1,
    ClauseKind.OUTLINE_2,
    ClauseKind.OUTLINE_3,
    ClauseKind.OUTLINE_4,
    ClauseKind.OUTLINE_5,
}
_LISTED = {ClauseKind.ITEM, ClauseKind.SUBITEM, *_OUTLINES}
_DIVISIONS = {
    Level.PART: ClauseKind.PART,
    Level.CHAPTER: ClauseKind.CHAPTER,
    Level.SECTION: ClauseKind.SECTION,
    Level.ARTICLE: ClauseKind.ARTICLE,
}


def chain_at(provisions: Provisions, offset: int) -> tuple[Clause, ...]:
    """Return the clauses that hold the character at ``offset``, the document first, the innermost last."""
    chain = [provisions.root]
    while True:
        inner = next((child for child in chain[-1].children if child.start <= offset < child.end), None)
        if inner is None:
            return tuple(chain)
        chain.append(inner)


def resolve(provisions: Provisions, reference: Reference, at: int) -> tuple[Clause | None, ...]:
    """Return the clause each target of a reference means when it is read at offset ``at``; ``None`` where none is."""
    chain = chain_at(provisions, at)
    return tuple(_target(provisions, chain, steps) for steps in reference.targets)


def find_label(provisions: Provisions, label: str) -> tuple[Clause, ...]:
    """Return the clauses that a label names: as printed (第三条, （八）, 附件1), composed (第三条第二款), or a path.

    Several where the label stands more than once (（一） under several headings); primary units are preferred.
    """
    wanted = _plain(label)
    for clauses in (provisions.primary, tuple(provisions.walk())):
        same = tuple(clause for clause in clauses if clause.label and _plain(clause.label) == wanted)
        if same:
            return same
    by_path = provisions.at(label)
    if by_path is not None and label:
        return (by_path,)
    read = references(label)
    if read and read[0].start == 0 and read[-1].end == len(label):
        found = [clause for one in read for clause in resolve(provisions, one, _body_start(provisions))]
        return tuple(clause for clause in found if clause is not None) if None not in found else ()
    return ()


def _body_start(provisions: Provisions) -> int:
    return provisions.primary[0].start if provisions.primary else 0


def _plain(label: str) -> str:
    plain = unicodedata.normalize("NFKC", label)
    return "".join(plain.split()).rstrip("、.,:")


def _target(provisions: Provisions, chain: Sequence[Clause], steps: Sequence[Step]) -> Clause | None:
    here: Sequence[Clause] = chain
    found: Clause | None = None
    for k, step in enumerate(steps):
        base = found if k else None
        found = _relative(here, step) if step.relative else _absolute(provisions, here, base, step)
        if found is None:
            return None
        here = chain_at(provisions, found.start) if found.start < found.end else here
        here = _up_to(here, found)
    return found


def _up_to(chain: Sequence[Clause], clause: Clause) -> Sequence[Clause]:
    return chain[: chain.index(clause) + 1] if clause in chain else (*chain, clause)


def _absolute(provisions: Provisions, chain: Sequence[Clause], base: Clause | None, step: Step) -> Clause | None:
    if step.level in _DIVISIONS:
        return _division(provisions, chain, base, step)
    if step.level is Level.ANNEX:
        return _annex(provisions, step.value)
    if step.level is Level.PARAGRAPH:
        article = base or _enclosing(chain, {ClauseKind.ARTICLE})
        return _paragraph(article or chain[-1], step.value[0])
    places = [base] if base else [c for c in reversed(chain) if c.kind is not ClauseKind.DOCUMENT]
    for place in places:
        listed = _listed(place, step.value)
        if listed is not None:
            return listed
    return None if base else _by_value(provisions.primary, step.value)


def _division(provisions: Provisions, chain: Sequence[Clause], base: Clause | None, step: Step) -> Clause | None:
    """Find a numbered division: below the one named before it, else in the same annex, else in the body."""
    kind = _DIVISIONS[step.level]
    annex = _enclosing(chain, {ClauseKind.ANNEX})
    near = _enclosing(chain, {ClauseKind.CHAPTER}) if step.level is Level.SECTION else None
    for place in (base, near, annex):
        if place is not None:
            found = _by_value((c for c in place.walk() if c.kind is kind), step.value)
            if found is not None or place is base:
                return found
    found = _by_value((c for c in _body(provisions.root) if c.kind is kind), step.value)
    if found is None and step.level is Level.ARTICLE and not _has_articles(provisions):
        return _by_value(provisions.primary, step.value)
    if found is None and step.level in (Level.SECTION, Level.PART):
        return _by_value((c for c in _body(provisions.root) if c.kind is ClauseKind.OUTLINE_1), step.value)
    return found


def _has_articles(provisions: Provisions) -> bool:
    return any(clause.kind is ClauseKind.ARTICLE for clause in provisions.primary)


def _body(clause: Clause) -> Iterable[Clause]:
    """Yield the clauses of the body: all but the annexes, whose numbering never mixes with the body's."""
    for child in clause.children:
        if child.kind is not ClauseKind.ANNEX:
            yield child
            yield from _body(child)


def _by_value(clauses: Iterable[Clause], value: tuple[int, ...]) -> Clause | None:
    return next((c for c in clauses if c.number is not None and c.number.value == value), None)


def _annex(provisions: Provisions, value: tuple[int, ...]) -> Clause | None:
    annexes = [clause for clause in provisions.root.walk() if clause.kind is ClauseKind.ANNEX]
    named = next((a for a in annexes if a.path.split("__")[-1] == f"annex_{value[0]}"), None)
    return named or (annexes[value[0] - 1] if value[0] <= len(annexes) else None)


def _paragraph(article: Clause, nth: int) -> Clause | None:
    paragraphs = [child for child in article.children if child.kind is ClauseKind.PARAGRAPH]
    if not paragraphs:
        return article if nth == 1 else None
    return paragraphs[nth - 1] if nth <= len(paragraphs) else None


def _listed(place: Clause, value: tuple[int, ...]) -> Clause | None:
    """Find a numbered item below a clause, the shallowest level first."""
    level: list[Clause] = list(place.children)
    while level:
        found = _by_value((clause for clause in level if clause.kind in _LISTED), value)
        if found is not None:
            return found
        level = [child for clause in level for child in clause.children]
    return None


def _enclosing(chain: Sequence[Clause], kinds: set[ClauseKind]) -> Clause | None:
    return next((clause for clause in reversed(chain) if clause.kind in kinds), None)


_AROUND = {
    Level.ARTICLE: {ClauseKind.ARTICLE},
    Level.PARAGRAPH: {ClauseKind.PARAGRAPH},
    Level.ITEM: _LISTED,
    Level.CHAPTER: {ClauseKind.CHAPTER},
    Level.SECTION: {ClauseKind.SECTION},
}


def _relative(chain: Sequence[Clause], step: Step) -> Clause | None:
    """Resolve 本条, 前条, 前款, 前项 from where they are read. An article of one paragraph is its own 本款."""
    around = _enclosing(chain, _AROUND.get(step.level, set()))
    if around is None and step.level is Level.PARAGRAPH:
        around = _enclosing(chain, {ClauseKind.ARTICLE, *_LISTED}) if step.relative == "本" else None
    if around is None or step.relative == "本":
        return around
    parents = [clause for clause in chain if around in clause.children]
    if step.level is Level.ARTICLE:
        siblings = [clause for clause in chain[0].walk() if clause.kind is ClauseKind.ARTICLE]
    else:
        siblings = [c for c in parents[-1].children if c.kind is around.kind] if parents else []
    place = siblings.index(around) - step.value[0] if around in siblings else -1
    return siblings[place] if place >= 0 else None
