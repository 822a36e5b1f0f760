"""From marks to the tree of clauses: nesting, ends, labels and paths."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from yange.model import Clause
from yange.model import ClauseKind as Kind
from yange.numbering import chinese_numeral, read_chinese_numeral
from yange.parse.markdown import EDGES
from yange.parse.marks import Mark

__all__ = ["build"]

_PREFIX = {
    Kind.TITLE: "title",
    Kind.HEADING: "heading",
    Kind.COVER: "cover",
    Kind.CAPTION: "caption",
    Kind.PREAMBLE: "preamble",
    Kind.PART: "part",
    Kind.CHAPTER: "chp",
    Kind.SECTION: "sec",
    Kind.ARTICLE: "art",
    Kind.PARAGRAPH: "para",
    Kind.ITEM: "item",
    Kind.SUBITEM: "subitem",
    Kind.OUTLINE_1: "l1",
    Kind.OUTLINE_2: "l2",
    Kind.OUTLINE_3: "l3",
    Kind.OUTLINE_4: "l4",
    Kind.OUTLINE_5: "l5",
    Kind.CLOSING: "closing",
    Kind.ANNEX: "annex",
    Kind.TABLE: "table",
}
_UNNUMBERED = {Kind.TITLE: "标题", Kind.COVER: "通知", Kind.CAPTION: "题注", Kind.PREAMBLE: "序言"}
_APART = {Kind.TITLE, Kind.HEADING, Kind.COVER, Kind.CAPTION, Kind.PREAMBLE, Kind.CLOSING}
_ONCE = {Kind.TITLE, Kind.COVER, Kind.CAPTION, Kind.PREAMBLE}


def build(text: str, marks: Sequence[Mark]) -> Clause:
    """Nest ``marks`` by rank and return the document clause that partitions ``text``."""
    root = Mark(Kind.DOCUMENT, 0, 0, 0)
    stack = [root]
    for mark in marks:
        while stack[-1].rank >= mark.rank or _shuts(mark, stack[-1]):
            stack.pop()
        stack[-1].children.append(mark)
        stack.append(mark)
    _paragraphs(root, text)
    _subitems(root)
    return _freeze(root, len(text), "", root.kind)


def _shuts(mark: Mark, above: Mark) -> bool:
    """Numbered clauses never stand inside a title or a preamble, and headings never inside a paragraph."""
    if mark.number is None:
        return False
    return above.kind in _APART or (above.kind in {Kind.PARAGRAPH, Kind.TABLE} and mark.kind is not Kind.ITEM)


def _paragraphs(mark: Mark, text: str) -> None:
    """Give a first paragraph a clause of its own where further ones follow, and lists to their paragraphs.

    第三条第二款第（一）项: an item belongs to the paragraph it follows. An article of one paragraph has none below it.
    """
    for child in mark.children:
        _paragraphs(child, text)
    several = any(child.kind is Kind.PARAGRAPH for child in mark.children)
    if not several or mark.kind not in {Kind.ARTICLE, Kind.ITEM, Kind.PREAMBLE}:
        return
    grouped: list[Mark] = []
    if text[mark.words : mark.children[0].start].strip(EDGES + "\n"):
        grouped.append(Mark(Kind.PARAGRAPH, mark.words, mark.words, mark.rank + 1))
    for child in mark.children:
        if child.kind is Kind.PARAGRAPH or not grouped:
            grouped.append(child)
        else:
            grouped[-1].children.append(child)
    mark.children = grouped


def _subitems(mark: Mark, below: bool = False) -> None:
    for child in mark.children:
        if child.kind is Kind.ITEM and below:
            child.kind = Kind.SUBITEM
        _subitems(child, below or child.kind in {Kind.ITEM, Kind.SUBITEM})


def _freeze(mark: Mark, end: int, path: str, parent: Kind) -> Clause:
    if not mark.children:
        return Clause(mark.kind, mark.label, path, mark.start, end, min(mark.words, end), mark.number)
    ends = [*(child.start for child in mark.children[1:]), end]
    seen: Counter[str] = Counter()
    order: Counter[Kind] = Counter()
    children = []
    for child, child_end in zip(mark.children, ends, strict=False):
        order[child.kind] += 1
        segment = _segment(child, order[child.kind])
        seen[segment] += 1
        if seen[segment] > 1:
            segment = f"{segment}.{seen[segment]}"
        address = f"{path}__{segment}" if path else segment
        children.append(_freeze(_labelled(child, order[child.kind]), child_end, address, mark.kind))
    return Clause(mark.kind, mark.label, path, mark.start, end, min(mark.words, end), mark.number, tuple(children))


def _segment(mark: Mark, nth: int) -> str:
    prefix = _PREFIX[mark.kind]
    if mark.number is not None:
        return f"{prefix}_{mark.number.dashed}"
    if mark.kind in _ONCE:
        return prefix
    if mark.kind is Kind.ANNEX and mark.label:
        value = read_chinese_numeral(mark.label)
        return f"{prefix}_{mark.label.lower() if value is None else value}"
    return f"{prefix}_{nth}"


def _labelled(mark: Mark, nth: int) -> Mark:
    """Name the unnumbered units as design §7 does: 序言, 尾段一, 附件一."""
    if mark.number is None:
        if mark.kind is Kind.CLOSING:
            mark.label = f"尾段{chinese_numeral(nth)}"
        elif mark.kind is Kind.ANNEX:
            value = read_chinese_numeral(mark.label) if mark.label else nth
            mark.label = f"附件{mark.label if value is None else chinese_numeral(value)}"
        else:
            mark.label = _UNNUMBERED.get(mark.kind, "")
    return mark
