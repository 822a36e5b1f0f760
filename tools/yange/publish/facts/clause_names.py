"""What a clause is called when it is cited: 第五条第二款第（三）项, art. 5 para. 2 item (3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from yange.law.zh_hans.numerals import chinese_numeral
from yange.model import Clause, Provisions
from yange.model import ClauseKind as Kind

__all__ = ["Called", "names_of"]

_NUMERALS = "零一二三四五六七八九十百千"
_OUTLINES = {Kind.OUTLINE_1, Kind.OUTLINE_2, Kind.OUTLINE_3, Kind.OUTLINE_4, Kind.OUTLINE_5}
_ENGLISH = {Kind.ARTICLE: "art.", Kind.PARAGRAPH: "para.", Kind.ITEM: "item", Kind.SUBITEM: "subitem"}
_ENGLISH |= {Kind.PART: "part", Kind.CHAPTER: "ch.", Kind.SECTION: "sec.", Kind.ANNEX: "annex"}
_UNITS = {Kind.ITEM: "项", Kind.SUBITEM: "目"}
_DIVISIONS = {Kind.PART, Kind.CHAPTER, Kind.SECTION}
_EDGES = "、．.。 　\t"


@dataclass(frozen=True, slots=True)
class Called:
    """A clause's name in a citation: as Chinese legal writing has it, and in English."""

    chinese: str
    english: str


def names_of(provisions: Provisions) -> Mapping[str, Called]:
    """Return by path what each clause of a text is called; unnumbered clauses outside articles are left out."""
    return dict(_below(provisions.root, Called("", ""), Kind.DOCUMENT))


def _below(clause: Clause, above: Called, inside: Kind) -> Iterator[tuple[str, Called]]:
    paragraphs = [child for child in clause.children if child.kind is Kind.PARAGRAPH and child.number is None]
    for child in clause.children:
        step = _step(child, paragraphs, clause.kind)
        # a division is named when it is cited itself: the articles run on through the text
        base = Called("", "") if inside in _DIVISIONS and child.kind not in _DIVISIONS else above
        called = base if step is None else _joined(base, step)
        if step is not None:
            yield child.path, called
        yield from _below(child, called, child.kind)


def _step(clause: Clause, paragraphs: list[Clause], parent: Kind) -> Called | None:
    if clause.kind is Kind.PARAGRAPH and clause.number is None:
        if parent is not Kind.ARTICLE:
            return None
        place = paragraphs.index(clause) + 1
        return Called(f"第{chinese_numeral(place)}款", f"para. {place}")
    if clause.number is None and clause.kind is not Kind.ANNEX:
        return None
    label = clause.label.strip(_EDGES)
    if not any("\u4e00" <= character <= "\u9fff" for character in label) and not label.strip("（）()").isdigit():
        return Called(label, label)
    counted = clause.path.rpartition("_")[2]
    value = "-".join(map(str, clause.number.value)) if clause.number is not None else counted
    word = _ENGLISH.get(clause.kind, "point")
    chinese = f"第{label}{_UNITS[clause.kind]}" if clause.kind in _UNITS and parent not in _OUTLINES else label
    return Called(chinese, f"{word} {value}")


def _joined(one: Called, other: Called) -> Called:
    """Join a clause's name to that of the one above: 第五条 + 第二款, but 一、（二）."""
    comma = "、" if one.chinese[-1:] in _NUMERALS and other.chinese.startswith("（") and one.chinese else ""
    english = ", ".join(filter(None, (one.english, other.english)))
    return Called(one.chinese + comma + other.chinese, english)
