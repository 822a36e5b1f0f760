"""Compare the clauses that a format gives with those that the parser finds in the body.

The words are the same; that an article begins is said twice, by the format and by the printed number. Each difference
is a warning: an article that the format gives is never lost without a word.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from yange.importers.documents import Document
from yange.importers.drafts import BlockRole, Part
from yange.importers.reading import remark
from yange.model import Clause, ClauseKind
from yange.parse.cells import rows_of
from yange.provenance.printed import body_lines
from yange.readers.source_text import SourceBlock, SourceBlockKind

__all__ = ["remark_structure"]

_MOST = 20
"""Differences of a document that are listed; the others are counted."""
_ARTICLE = ClauseKind.ARTICLE
_DIVISIONS = frozenset({ClauseKind.PART, ClauseKind.CHAPTER, ClauseKind.SECTION})
_BELOW = frozenset({ClauseKind.PARAGRAPH, ClauseKind.ITEM, ClauseKind.SUBITEM})
_HINT = "check the numbers of the text; a clause that is not read cannot be cited or compared"
_Begun = Mapping[int, Sequence[Clause]]


def remark_structure(document: Document) -> None:
    """Warn of each clause that the format gives and the parser does not find, and of articles that it adds."""
    found = list(_differences(document))
    warnings = document.facts.warnings
    for start, message in found[:_MOST]:
        line = document.source.line(start)
        warnings.append(remark(document.source, "structure-differs", line, message, _HINT))
    if len(found) > _MOST:
        line = document.source.line(found[_MOST][0])
        message = f"{len(found) - _MOST} more differences between the clauses of the format and those of the text"
        warnings.append(remark(document.source, "structure-differs", line, message, _HINT))


def _differences(document: Document) -> Iterator[tuple[int, str]]:
    """Yield the start and the message of each difference, those of articles first."""
    begun = _clauses_by_line(document)
    blocks = [(given, begun.get(line, ())) for given, line in _placed(document)]
    lost = [(given, message) for given, clauses in blocks if (message := _lost(given, clauses))]
    yield from ((given.start, message) for given, message in lost if given.unit is _ARTICLE)
    if any(given.unit is _ARTICLE for given, _ in blocks):
        yield from _added(blocks)
    yield from ((given.start, message) for given, message in lost if given.unit is not _ARTICLE)


def _added(blocks: Sequence[tuple[SourceBlock, Sequence[Clause]]]) -> Iterator[tuple[int, str]]:
    """Yield the articles that only the parser finds, in a text whose articles the format names."""
    for given, clauses in blocks:
        articles = [clause.label for clause in clauses if clause.kind is _ARTICLE]
        if articles and given.unit is not _ARTICLE:
            yield given.start, f"{articles[0]} is read as an article, but the format begins none here"


def _lost(given: SourceBlock, clauses: Sequence[Clause]) -> str:
    """Return what is wrong with a clause that the format gives, empty if it is read as one of its kind."""
    if given.unit is None and not given.label:
        return ""
    if given.unit in _BELOW and not given.label:
        return ""
    name = " ".join(filter(None, (given.unit.value if given.unit else "clause", given.label)))
    fitting = [clause for clause in clauses if _fits(given.unit, clause.kind)]
    if not fitting:
        read = ", ".join(dict.fromkeys(clause.kind.value for clause in clauses)) or "words of the clause before"
        return f"the format begins {name} here, which is read as {read}"
    if given.label and not any(_same_label(given.label, clause) for clause in fitting):
        return f"the format begins {name} here, which is read as {fitting[0].label or fitting[0].kind.value}"
    return ""


def _fits(unit: ClauseKind | None, kind: ClauseKind) -> bool:
    if unit is None:
        return True
    if unit is _ARTICLE:
        return kind is _ARTICLE
    if unit in _DIVISIONS:
        return kind is not _ARTICLE and kind not in _BELOW
    return kind is not _ARTICLE and kind not in _DIVISIONS if unit in _BELOW else True


def _same_label(label: str, clause: Clause) -> bool:
    wanted, found = _folded(label), _folded(clause.label)
    return bool(wanted) and (wanted == found or wanted in found or (bool(found) and found in wanted))


def _folded(label: str) -> str:
    plain = unicodedata.normalize("NFKC", label).casefold()
    return "".join(sign for sign in plain if sign.isalnum())


def _placed(document: Document) -> Iterator[tuple[SourceBlock, int]]:
    """Yield the blocks of a document in order, each with the offset of its line in the body.

    Body and file have the same words in the same order, so the words before a block lead to its line.
    """
    offsets = [at for line in body_lines(document.body) for at in line.at]
    words = 0
    for part in document.draft.parts:
        if part.role is BlockRole.FURNITURE:
            continue
        given = part.block.given
        if given is not None and part.block.start == given.start and words < len(offsets):
            yield given, document.body.rfind("\n", 0, offsets[words]) + 1
        words += _count(part)


def _count(part: Part) -> int:
    """Return the number of words (characters) that a part has in the body."""
    text = part.block.text
    if part.block.said is SourceBlockKind.TABLE:
        text = "".join(cell for row in rows_of(text) for cell in row)
    return len("".join(text.replace("\ufeff", "").replace("\u200b", "").split()))


def _clauses_by_line(document: Document) -> dict[int, list[Clause]]:
    """Return the clauses that begin on each line of the body, by the offset of the line that has their number."""
    found: dict[int, list[Clause]] = {}
    for clause in document.provisions.walk():
        if clause.kind is not ClauseKind.DOCUMENT:
            at = document.body.rfind(clause.label, clause.start, clause.words) if clause.label else -1
            start = clause.start if at < 0 else at
            found.setdefault(document.body.rfind("\n", 0, start) + 1, []).append(clause)
    return found
