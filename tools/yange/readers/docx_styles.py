"""Resolve the styles of a Word file: what a paragraph inherits along ``basedOn`` (ECMA-376, 17.7).

Built-in styles have English names in any language of Word (17.7.4.9); WPS and other programs write translated ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from yange.readers.ooxml import attribute, child, is_on, short_name, value_of
from yange.readers.xml_tree import XmlElement

__all__ = ["NO_STYLE", "InheritedStyle", "StyleSheet", "number_reference", "outline_level"]

_DEEPEST_OUTLINE = 9
_HEADING = re.compile(
    r"(?:heading|标题|標題|見出し|제목|überschrift|titre|título|titolo|kop|címsor|pealkiri|tiêu đề) ?([1-9])",
    re.IGNORECASE,
)
_TITLES = frozenset(
    ("title", "标题", "標題", "表題", "제목", "titel", "titre", "título", "titolo", "cím", "pealkiri", "tiêu đề")
)
_CONTENTS = re.compile(r"(?:toc|目录|目錄|目次|목차|verzeichnis|tm) ?[1-9]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class InheritedStyle:
    """What a style and those that it is based on say about a paragraph or a run; ``None`` where they say nothing.

    ``level`` is that of the outline, from 1; 0 is body text. ``number`` is a list (0: none), ``depth`` the level in it
    from 0, and ``numbered_by`` the style that names the list.
    """

    title: bool = False
    contents: bool = False
    level: int | None = None
    number: int | None = None
    depth: int | None = None
    numbered_by: str = ""
    hidden: bool | None = None


NO_STYLE = InheritedStyle()


class StyleSheet:
    """The styles of a document by their identifiers."""

    def __init__(self, root: XmlElement | None) -> None:
        self._elements: dict[str, XmlElement] = {}
        self._default = ""
        self._resolved: dict[str, InheritedStyle] = {}
        for element in () if root is None else root:
            if short_name(element.tag) == "w:style":
                self._add(element)

    def _add(self, element: XmlElement) -> None:
        key = attribute(element, "styleId") or ""
        self._elements.setdefault(key, element)
        if attribute(element, "type") == "paragraph" and attribute(element, "default") in ("1", "true", "on"):
            self._default = self._default or key

    def paragraph(self, key: str | None) -> InheritedStyle:
        """Return the style of a paragraph; the default one if it names none, or one that does not exist."""
        return self.named(key if key in self._elements else self._default)

    def named(self, key: str | None) -> InheritedStyle:
        """Return a style by its identifier; a circle of styles ends where it closes."""
        chain: dict[str, XmlElement] = {}
        while key and key in self._elements and key not in self._resolved and key not in chain:
            chain[key] = self._elements[key]
            key = value_of(chain[key], "w:basedOn")
        style = self._resolved.get(key or "", NO_STYLE)
        for name, element in reversed(chain.items()):
            style = self._resolved[name] = _merged(style, name, element)
        return style

    def list_of(self, key: str) -> int | None:
        """Return the list that a numbering style names (17.9.21), or ``None``."""
        number = value_of(self._elements.get(key), "w:pPr", "w:numPr", "w:numId")
        return _whole(number)


def _merged(base: InheritedStyle, key: str, element: XmlElement) -> InheritedStyle:
    name = (value_of(element, "w:name") or key).strip()
    properties = child(element, "w:pPr")
    heading = _HEADING.fullmatch(name)
    style = replace(base, title=name.lower() in _TITLES or (base.title and heading is None))
    level = int(heading[1]) if heading else outline_level(properties)
    if level is not None:
        style = replace(style, level=level)
    if _CONTENTS.fullmatch(name):
        style = replace(style, contents=True, level=0)
    number, depth = number_reference(properties)
    if number is not None:
        style = replace(style, number=number, numbered_by=key, depth=depth)
    elif depth is not None:
        style = replace(style, depth=depth)
    hidden = is_on(child(element, "w:rPr", "w:vanish"))
    return style if hidden is None else replace(style, hidden=hidden)


def outline_level(properties: XmlElement | None) -> int | None:
    """Return the level of the outline that properties of a paragraph give, from 1; 0 for body text."""
    value = _whole(value_of(properties, "w:outlineLvl"))
    if value is None:
        return None
    return value + 1 if 0 <= value < _DEEPEST_OUTLINE else 0


def number_reference(properties: XmlElement | None) -> tuple[int | None, int | None]:
    """Return the list and the level in it (from 0) that properties of a paragraph give."""
    reference = child(properties, "w:numPr")
    return _whole(value_of(reference, "w:numId")), _whole(value_of(reference, "w:ilvl"))


def _whole(value: str | None) -> int | None:
    if value is None or len(value) > 9 or not value.lstrip("-").isdecimal():
        return None
    return int(value)
