"""Work out the numbers of Word's lists: 第三条, 2.1, （一） (ECMA-376, 17.9).

A paragraph names a list (``num``) and a level; the list is an instance of an abstract one, whose counters all of its
instances share. Nothing of a number is in the file, so each one is marked as computed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from yange.readers.docx_numerals import HIGHEST, is_known_format, numeral
from yange.readers.docx_symbols import symbol
from yange.readers.ooxml import attribute, child, is_on, short_name, value_of
from yange.readers.xml_tree import XmlElement

__all__ = ["LEVELS", "ListLevel", "ListNumber", "Numbering"]

LEVELS = 9
"""Levels of a list."""

_LONGEST = 100
"""Characters of the pattern of a number; Word allows 31 of them around the numbers."""
_PLACE = re.compile("%([1-9])")
_PADDED = re.compile(r"(0{1,8})1, ")
_SEPARATORS = {"nothing": "", "space": " ", "tab": "\t"}


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How a level of a list is numbered. ``restart`` is the level (from 1) after which it begins anew, 0 for never."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    separator: str = " "
    legal: bool = False
    restart: int | None = None
    named_by: str = ""
    width: int = 0


_PLAIN = ListLevel()


@dataclass(frozen=True, slots=True)
class ListNumber:
    """A number as Word prints it, what follows it, and whether it is sure."""

    text: str
    separator: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class _List:
    """An instance of an abstract list, by its identifier, with levels and starts of its own."""

    abstract: str
    levels: Mapping[int, ListLevel] = field(default_factory=dict)
    starts: Mapping[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a document and how far each has been counted."""

    def __init__(self, root: XmlElement | None, list_of_style: Callable[[str], int | None]) -> None:
        self._abstract: dict[str, dict[int, ListLevel]] = {}
        self._linked: dict[str, str] = {}
        self._lists: dict[int, _List] = {}
        self._list_of_style = list_of_style
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[int, int]] = set()
        self._own: dict[int, Mapping[int, ListLevel]] = {}
        for element in () if root is None else root:
            self._add(element)

    def _add(self, element: XmlElement) -> None:
        name = short_name(element.tag)
        if name == "w:abstractNum":
            key = attribute(element, "abstractNumId") or ""
            self._abstract.setdefault(key, _levels(element))
            link = value_of(element, "w:numStyleLink")
            if link:
                self._linked[key] = link
        elif name == "w:num":
            self._lists.setdefault(_identifier(attribute(element, "numId")), _list(element))

    def level_of(self, number: int, style: str) -> int | None:
        """Return the level of a list that a paragraph style is tied to (17.9.23), or ``None``."""
        one = self._lists.get(number)
        if one is None or not style:
            return None
        levels = self._abstract.get(self._root_of(one.abstract), {})
        return next((depth for depth, level in levels.items() if level.named_by == style), None)

    def next(self, number: int, depth: int) -> ListNumber | None:
        """Count on a list at a level from 0, and return the number there; ``None`` if there is no such list."""
        one = self._lists.get(number)
        if one is None or not 0 <= depth < LEVELS:
            return None
        key = self._root_of(one.abstract)
        levels = self._levels_of(number, one, key)
        counts = self._counts.setdefault(key, [None] * LEVELS)
        self._begin(number, depth, one, counts)
        skipped = _count(counts, levels, depth)
        return _printed(counts, levels, depth, skipped)

    def _levels_of(self, number: int, one: _List, abstract: str) -> Mapping[int, ListLevel]:
        if number not in self._own:
            levels = {**self._abstract.get(abstract, {}), **one.levels}
            starts = {depth: start for depth, start in one.starts.items() if depth in levels}
            self._own[number] = levels | {depth: replace(levels[depth], start=start) for depth, start in starts.items()}
        return self._own[number]

    def _begin(self, number: int, depth: int, one: _List, counts: list[int | None]) -> None:
        """Begin a level anew where an instance with a start of its own for it is first used there; others go on."""
        if depth in one.starts and (number, depth) not in self._begun:
            self._begun.add((number, depth))
            counts[depth] = None

    def _root_of(self, abstract: str) -> str:
        """Return the abstract list behind one that only refers to a numbering style."""
        seen = {abstract}
        while abstract in self._linked:
            behind = self._lists.get(self._list_of_style(self._linked[abstract]) or -1)
            if behind is None or behind.abstract in seen:
                break
            abstract = behind.abstract
            seen.add(abstract)
        return abstract


def _levels(element: XmlElement) -> dict[int, ListLevel]:
    found: dict[int, ListLevel] = {}
    for one in element:
        if short_name(one.tag) == "w:lvl":
            depth = _whole(attribute(one, "ilvl"), -1)
            if 0 <= depth < LEVELS:
                found.setdefault(depth, _level(one))
    return found


def _level(element: XmlElement) -> ListLevel:
    style, width = _format(element)
    text = (value_of(element, "w:lvlText") or "")[:_LONGEST]
    if style == "bullet":
        fonts = child(element, "w:rPr", "w:rFonts")
        font = (attribute(fonts, "ascii") or attribute(fonts, "hAnsi") or "") if fonts is not None else ""
        text = "".join(symbol(character, font) or "•" for character in text)
    restart = value_of(element, "w:lvlRestart")
    return ListLevel(
        start=_whole(value_of(element, "w:start"), 0),
        style=style,
        text=text,
        separator=_SEPARATORS.get(value_of(element, "w:suff") or "tab", "\t"),
        legal=bool(is_on(child(element, "w:isLgl"))),
        restart=None if restart is None else _whole(restart, 0),
        named_by=value_of(element, "w:pStyle") or "",
        width=width,
    )


def _format(element: XmlElement) -> tuple[str, int]:
    """Return the format of a level, and the least number of figures of one that Word writes as a pattern: 001, 002."""
    element = next((one for one in element if short_name(one.tag) == "mc:AlternateContent"), element)
    chosen = child(element, "mc:Choice")
    found = child(element if chosen is None else chosen, "w:numFmt")
    if found is None:
        return "decimal", 0
    padded = _PADDED.match(attribute(found, "format") or "")
    style = attribute(found, "val") or "decimal"
    return ("decimal", len(padded[1]) + 1) if style == "custom" and padded else (style, 0)


def _list(element: XmlElement) -> _List:
    levels: dict[int, ListLevel] = {}
    starts: dict[int, int] = {}
    for one in element:
        depth = _whole(attribute(one, "ilvl"), -1)
        if short_name(one.tag) != "w:lvlOverride" or not 0 <= depth < LEVELS:
            continue
        start = value_of(one, "w:startOverride")
        if start is not None:
            starts[depth] = _whole(start, 1)
        own = child(one, "w:lvl")
        if own is not None:
            levels[depth] = _level(own)
    return _List(value_of(element, "w:abstractNumId") or "", levels, starts)


def _count(counts: list[int | None], levels: Mapping[int, ListLevel], depth: int) -> bool:
    """Count one on at a level, begin the deeper ones anew; return whether a level above had no number yet."""
    skipped = False
    for above in range(depth):
        if counts[above] is None:
            counts[above] = levels.get(above, _PLAIN).start
            skipped = True
    now = counts[depth]
    counts[depth] = levels.get(depth, _PLAIN).start if now is None else min(now + 1, HIGHEST)
    for below in range(depth + 1, LEVELS):
        after = levels.get(below, _PLAIN).restart
        if after is None or depth < after:
            counts[below] = None
    return skipped


def _printed(counts: list[int | None], levels: Mapping[int, ListLevel], depth: int, skipped: bool) -> ListNumber:
    level = levels.get(depth)
    if level is None:
        return ListNumber("", "", "its list does not define the level")
    unknown: list[str] = []

    def place(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        shown = levels.get(at, _PLAIN)
        if level.legal and shown.style not in ("none", "bullet"):
            shown = replace(shown, style="decimal")
        if not is_known_format(shown.style):
            unknown.append(shown.style)
        value = counts[at]
        return numeral(shown.start if value is None else value, shown.style).rjust(shown.width, "0")

    text = _PLACE.sub(place, level.text) if level.style != "bullet" else level.text
    doubt = f"the format {unknown[0]} is printed as figures" if unknown else ""
    if skipped and len(_PLACE.findall(level.text)) > 1:
        doubt = doubt or "a level above it has no number yet"
    return ListNumber(text, level.separator if text else "", doubt)


def _identifier(value: str | None) -> int:
    return int(value) if value and len(value) <= 10 and value.isdecimal() else -1


def _whole(value: str | None, default: int) -> int:
    if value is None or len(value) > 9 or not value.lstrip("-").isdecimal():
        return default
    return max(-1, min(int(value), HIGHEST))
