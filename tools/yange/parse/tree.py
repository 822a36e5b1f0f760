"""Build the tree of clauses from marks: nesting, ends, labels and paths."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from yange.law.unit_names import UNNUMBERED, annex_name, closing_name
from yange.model import Clause
from yange.model import ClauseKind as Kind
from yange.parse.markdown import EDGES
from yange.parse.marks import Mark
from yange.parse.placeholders import is_placeholder, may_be_placeholder
from yange.parse.rules import Rules
from yange.parse.text import plain_text
from yange.parse.zones import annex_values

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
    Kind.NOTE: "note",
    Kind.ANNEX: "annex",
    Kind.TABLE: "table",
}
_INTRODUCTION = "intro"
_APART = {Kind.TITLE, Kind.HEADING, Kind.COVER, Kind.CAPTION, Kind.PREAMBLE, Kind.CLOSING}
_LONGEST_PLACEHOLDER = 240
_LONGEST_HEADING = 100
_LONGEST_HAN_HEADING = 20
_MOST_BETWEEN = 4
_INTRODUCES = frozenset("：:")
_ENDS_SENTENCE = frozenset("。；：，、！？.;:,!?")
_ONCE = {Kind.TITLE, Kind.COVER, Kind.CAPTION, Kind.PREAMBLE}


def build(text: str, marks: Sequence[Mark], rules: Rules) -> Clause:
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
    return _freeze(root, len(text), "", text, rules)


def _shuts(mark: Mark, above: Mark) -> bool:
    """Return whether a mark ends the one above: a title or preamble has no numbered clause, a paragraph no heading."""
    if mark.number is None:
        return False
    return above.kind in _APART or (above.kind in {Kind.PARAGRAPH, Kind.TABLE} and mark.kind is not Kind.ITEM)


def _paragraphs(mark: Mark, text: str) -> None:
    """Make the first paragraph a clause of its own if others follow, and put lists into their paragraphs.

    An item is in the paragraph that it follows (第三条第二款第（一）项). An article of one paragraph has no paragraph
    clause.
    """
    for child in mark.children:
        _paragraphs(child, text)
    several = any(child.kind is Kind.PARAGRAPH for child in mark.children)
    if not several or mark.kind not in {Kind.ARTICLE, Kind.ITEM, Kind.PREAMBLE}:
        return
    grouped: list[Mark] = []
    between = text[mark.words : mark.children[0].start]
    first = mark.children[0]
    counts = first.kind is Kind.PARAGRAPH and (first.number is None or first.number.value == (1,))
    headed = mark.kind is Kind.ARTICLE and counts and _is_heading(mark, between, text)
    if between.strip(EDGES + "\n") and not headed:
        grouped.append(Mark(Kind.PARAGRAPH, mark.words, mark.words, mark.rank + 1))
    for child in mark.children:
        if child.kind is Kind.PARAGRAPH or not grouped:
            if not _resumes(grouped, child, text):
                grouped.append(child)
        elif grouped[-1].kind is Kind.PARAGRAPH:
            grouped[-1].children.append(child)
        else:
            grouped.append(child)  # (2) behind (1) that opens the article
    mark.children = grouped


def _is_heading(mark: Mark, between: str, text: str) -> bool:
    """Return whether the first words of an article are its heading: short, not a sentence, before a paragraph."""
    own = between.strip(EDGES + "\n")
    if not text[mark.children[0].words : mark.children[0].words + 1].isalnum():
        return False
    longest = _LONGEST_HEADING if own.isascii() or "\n" in between[: between.find(own)] else _LONGEST_HAN_HEADING
    return "\n" not in own and len(own) <= longest and own[-1:] not in _ENDS_SENTENCE


def _resumes(grouped: list[Mark], paragraph: Mark, text: str) -> bool:
    """Move a paragraph between two entries of one list into the first of them; return whether it was moved.

    A paragraph that introduces another list is not moved.
    """
    entry = next(iter(paragraph.children), None)
    if paragraph.number is not None or entry is None or entry.number is None:
        return False
    if text[paragraph.words : entry.start].rstrip()[-1:] in _INTRODUCES:
        return False
    item = next((nth for nth in range(len(grouped) - 1, -1, -1) if grouped[nth].kind is Kind.ITEM), None)
    if item is not None and len(grouped) - item <= _MOST_BETWEEN and _goes_on(grouped[item], entry):
        entries, paragraph.children = paragraph.children, []
        grouped[item].children.extend((*grouped[item + 1 :], paragraph))
        grouped[item + 1 :] = entries
        return True
    listed = next((nth for nth in range(len(grouped) - 1, -1, -1) if grouped[nth].children), None)
    if listed is None or len(grouped) - listed > _MOST_BETWEEN:
        return False
    last = grouped[listed].children[-1]
    if not _goes_on(last, entry):
        return False
    entries, paragraph.children = paragraph.children, []
    last.children.extend((*grouped[listed + 1 :], paragraph))
    grouped[listed].children.extend(entries)
    del grouped[listed + 1 :]
    return True


def _goes_on(last: Mark, entry: Mark) -> bool:
    """Return whether an entry is the next one of a list."""
    if last.number is None or entry.number is None or last.rank != entry.rank:
        return False
    return entry.number.follows(last.number)


def _subitems(mark: Mark, below: bool = False) -> None:
    for child in mark.children:
        if child.kind is Kind.ITEM and below:
            child.kind = Kind.SUBITEM
        _subitems(child, below or child.kind in {Kind.ITEM, Kind.SUBITEM})


def _freeze(mark: Mark, end: int, path: str, text: str, rules: Rules) -> Clause:
    words = min(mark.words, end)
    plain = all(child.number is None and child.kind is Kind.PARAGRAPH for child in mark.children)
    gone = plain and mark.number is not None and _is_placeholder(text[words:end], rules)
    if not mark.children:
        return Clause(mark.kind, mark.label, path, mark.start, end, words, mark.number, placeholder=gone)
    ends = [*(child.start for child in mark.children[1:]), end]
    seen: Counter[str] = Counter()
    order: Counter[Kind] = Counter()
    introduction = _introduction(mark.children)
    children = []
    for child, child_end in zip(mark.children, ends, strict=False):
        order[child.kind] += 1
        segment = _INTRODUCTION if child is introduction else _segment(child, order[child.kind], rules)
        seen[segment] += 1
        if seen[segment] > 1:
            segment = f"{segment}.{seen[segment]}"
        address = f"{path}__{segment}" if path else segment
        children.append(_freeze(_labelled(child, order[child.kind], rules), child_end, address, text, rules))
    return Clause(mark.kind, mark.label, path, mark.start, end, words, mark.number, tuple(children), gone)


def _introduction(children: Sequence[Mark]) -> Mark | None:
    """Return the paragraph without a number before a paragraph that is printed with the number 1: the caput of Brazil.

    It is no paragraph 1, so that § 1º is the only one at that address.
    """
    first = next((nth for nth, child in enumerate(children) if child.number and child.number.value == (1,)), 0)
    before = children[first - 1] if first else None
    paragraphs = before is not None and children[first].kind is before.kind is Kind.PARAGRAPH
    return before if paragraphs else None


def _is_placeholder(words: str, rules: Rules) -> bool:
    if len(words) > _LONGEST_PLACEHOLDER or not may_be_placeholder(words, rules):
        return False
    return is_placeholder(plain_text(words), rules)


def _segment(mark: Mark, nth: int, rules: Rules) -> str:
    prefix = _PREFIX[mark.kind]
    if mark.number is not None:
        return f"{prefix}_{mark.number.dashed}"
    if mark.kind in _ONCE:
        return prefix
    if mark.kind is Kind.ANNEX and (mark.label or mark.called):
        values = annex_values(mark.label, rules)
        return f"{prefix}_{'-'.join(map(str, values)) if values else (mark.called or mark.label).lower()}"
    return f"{prefix}_{nth}"


def _labelled(mark: Mark, nth: int, rules: Rules) -> Mark:
    """Return the mark with a label if it has no number: 序言, 尾段一, 附件一."""
    if mark.number is None:
        if mark.kind is Kind.CLOSING:
            mark.label = closing_name(nth)
        elif mark.kind is Kind.ANNEX:
            values = annex_values(mark.label, rules) if mark.label else (nth,)
            mark.label = mark.called or annex_name(values, mark.label)
        elif mark.kind is not Kind.NOTE:
            mark.label = UNNUMBERED.get(mark.kind, "")
    return mark
