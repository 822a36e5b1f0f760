"""A version's text as blocks to print: the anchor, printed label, words and depth of each clause.

Blocks are flat and in order of the text; together they hold every word of it. Headings are what the file marks as
headings; every other clause is indented by the labelled clauses above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, groupby

from yange.model import Clause, Provisions
from yange.model import ClauseKind as Kind
from yange.parse import above_label, own_text, plain_text
from yange.publish.facts.letter_lines import roles
from yange.publish.page import Heading

__all__ = ["ClauseBlock", "blocks", "contents"]

_DIVISIONS = {Kind.PART: 2, Kind.CHAPTER: 2, Kind.SECTION: 3, Kind.ANNEX: 2, Kind.COVER: 2}
_OUTLINE = {Kind.OUTLINE_1: 2, Kind.OUTLINE_2: 3, Kind.OUTLINE_3: 4, Kind.OUTLINE_4: 5, Kind.OUTLINE_5: 6}
_LETTERS = {"cover", "preamble", "closing"}
_DEEPEST = 4
_TOP = 2
_MARKED = re.compile(r"\s*#{1,6}[ \t]")
_RULE = re.compile(r"[\s|:-]+")
_CELLS = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class ClauseBlock:
    """One clause as it is printed.

    ``label`` is the printed number with the blank or point after it, ``name`` what the clause is called in links;
    ``level`` is the heading level, 0 for words. ``paragraphs`` are pairs of an anchor (empty where the block's own
    serves) and plain text. ``rows`` are a table's cells, the head first. ``group`` is the annex or notice that it is
    in. ``hangs`` is set where it carries on the words of a numbered clause, ``role`` where it is set as a part of
    a letter (:mod:`~yange.publish.facts.letter_lines`).
    """

    kind: str
    path: str
    name: str
    label: str
    depth: int
    level: int
    paragraphs: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, ...], ...] = ()
    group: str = ""
    hangs: bool = False
    role: str = ""

    @property
    def paths(self) -> tuple[str, ...]:
        """The clauses whose words these are: this one, and its first paragraph where that is printed with it."""
        return (self.path, *(anchor for anchor, _ in self.paragraphs if anchor))


def blocks(provisions: Provisions) -> tuple[ClauseBlock, ...]:
    """Return the blocks of a text in order."""
    found = _stepped(block for child in provisions.root.children for block in _of(provisions, child, 0, "", False))
    return tuple(chain.from_iterable(_lettered(part, list(group)) for part, group in groupby(found, key=_letter)))


def _stepped(found: Iterable[ClauseBlock]) -> Iterator[ClauseBlock]:
    """Yield the blocks with heading levels that leave none out, as a text with 一、 and 1. but without （一） would."""
    above: list[int] = []
    for block in found:
        if not block.level:
            yield block
            continue
        while above and above[-1] >= block.level:
            above.pop()
        above.append(block.level)
        yield replace(block, level=_TOP + len(above) - 1)


def _letter(block: ClauseBlock) -> str:
    """Return which part of a notice or letter an unnumbered block is; empty outside of one."""
    part = block.path.partition("_")[0]
    return part if part in _LETTERS and not block.label and not block.level and block.paragraphs else ""


def _lettered(part: str, group: list[ClauseBlock]) -> Iterator[ClauseBlock]:
    if not part:
        yield from group
        return
    found = roles(["".join(text for _, text in block.paragraphs) for block in group])
    for block, role in zip(group, found, strict=True):
        yield replace(block, role=role) if role else block


def _of(provisions: Provisions, clause: Clause, depth: int, group: str, hangs: bool) -> Iterator[ClauseBlock]:
    level = _level(provisions, clause)
    group = clause.kind.value if clause.kind in {Kind.COVER, Kind.ANNEX} else group
    children = clause.children
    paragraphs = () if clause.kind is Kind.TABLE else _split(provisions, clause)
    if clause.kind is Kind.ARTICLE and not paragraphs and children and children[0].kind is Kind.PARAGRAPH:
        first = children[0]
        lines = enumerate(_split(provisions, first))
        paragraphs = tuple(("" if n else first.path, text) for n, (_, text) in lines)
        children = (*first.children, *children[1:])
    yield ClauseBlock(
        kind=clause.kind.value,
        path=clause.path,
        name=clause.label,
        label=_printed(provisions, clause),
        depth=min(depth, _DEEPEST),
        level=level,
        paragraphs=paragraphs,
        rows=_rows(provisions, clause) if clause.kind is Kind.TABLE else (),
        group=group,
        hangs=hangs and clause.number is None,
    )
    below = depth + (1 if clause.number is not None and not level else 0)
    numbered = clause.number is not None and not level
    for child in children:
        continues = child.kind is Kind.PARAGRAPH and child.number is None
        yield from _of(provisions, child, depth if continues and not level else below, group, continues and numbered)


def _level(provisions: Provisions, clause: Clause) -> int:
    if clause.kind in _DIVISIONS:
        return _DIVISIONS[clause.kind]
    if clause.kind in _OUTLINE and _MARKED.match(provisions.text, clause.start):
        return _OUTLINE[clause.kind]
    return 0


def _split(provisions: Provisions, clause: Clause) -> tuple[tuple[str, str], ...]:
    return tuple(("", line) for line in own_text(provisions, clause).split("\n") if line)


def _printed(provisions: Provisions, clause: Clause) -> str:
    """Return the label as printed with the separator after it, so that copied text reads as the original."""
    if clause.number is None:
        return ""
    return plain_text(provisions.text[above_label(provisions, clause) : clause.words] + ".").removesuffix(".")


def _rows(provisions: Provisions, clause: Clause) -> tuple[tuple[str, ...], ...]:
    lines = provisions.text[clause.start : clause.own_end].strip().split("\n")
    rows = [_CELLS.split(line.strip().removeprefix("|").removesuffix("|")) for line in lines if line.strip()]
    kept = [row for n, row in enumerate(rows) if n != 1 or not _RULE.fullmatch("|".join(row))]
    return tuple(tuple(plain_text(cell).strip() for cell in row) for row in kept)


def contents(printed: tuple[ClauseBlock, ...]) -> tuple[Heading, ...]:
    """Return the table of contents: the top headings; without any, the articles."""
    tops = [block for block in printed if block.level == _TOP]
    if not tops:
        tops = [block for block in printed if block.kind == Kind.ARTICLE.value]
        return tuple(Heading(block.name, block.path) for block in tops)
    return tuple(Heading(_heading(block), block.path) for block in tops)


def _heading(block: ClauseBlock) -> str:
    first = block.paragraphs[0][1] if block.paragraphs else ""
    return f"{block.label}{first}".strip() if block.label else first or block.name
