"""Open the package of a Word file (ECMA-376): its parts, how they refer to one another, and short names of elements.

Both forms of the standard are read, Transitional and Strict: they differ in the names of namespaces, so elements have
the short name that the standard prints, ``w:p`` in either.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from yange.readers.xml_tree import XmlElement, XmlRefused, parse_xml
from yange.readers.zipped import ZipContainer, ZipRefused, is_zip, open_zip

__all__ = [
    "OfficeRefused",
    "PackageRelation",
    "WordPackage",
    "attribute",
    "child",
    "is_on",
    "is_word",
    "short_name",
    "value_of",
]

_W = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_R = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_PREFIXES = {
    **dict.fromkeys(_W, "w"),
    **dict.fromkeys(_R, "r"),
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
    "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    "http://purl.org/dc/elements/1.1/": "dc",
}
_CONTENT_TYPES = "[Content_Types].xml"
_WORD_TYPES = (b"wordprocessingml", b"ms-word.document", b"ms-word.template")


class OfficeRefused(Exception):  # noqa: N818 - it may be a hostile file as well as a broken one
    """The package is not read: broken, encrypted, or beyond the limits."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, slots=True)
class PackageRelation:
    """What a part refers to: ``kind`` is the last part of its type, ``target`` the name of a part or an address."""

    kind: str
    target: str
    external: bool


@lru_cache(maxsize=4096)
def short_name(tag: str) -> str:
    """Return the name of an element as the standard prints it: ``w:p``; without a prefix if we do not know it."""
    space, _, name = tag.removeprefix("{").rpartition("}")
    prefix = _PREFIXES.get(space)
    return f"{prefix}:{name}" if prefix else name


@lru_cache(maxsize=1024)
def _keys(name: str) -> tuple[str, ...]:
    spaces = _R if name.startswith("r:") else _W
    plain = name.removeprefix("r:")
    return (*(f"{{{space}}}{plain}" for space in spaces), plain)


def attribute(element: XmlElement, name: str) -> str | None:
    """Return an attribute of the main namespace by its name, or of that of relations: ``val``, ``r:id``."""
    for key in _keys(name):
        value = element.get(key)
        if value is not None:
            return value
    return None


def child(element: XmlElement | None, *names: str) -> XmlElement | None:
    """Return the first child of this name, and of that its first child of the next; ``None`` where there is none."""
    for name in names:
        if element is None:
            return None
        element = next((one for one in element if short_name(one.tag) == name), None)
    return element


def value_of(element: XmlElement | None, *names: str) -> str | None:
    """Return the attribute ``val`` of a child (of a child …), or ``None``."""
    found = child(element, *names)
    return None if found is None else attribute(found, "val")


def is_on(element: XmlElement | None) -> bool | None:
    """Return whether a property that is on or off is on; ``None`` if there is no element for it."""
    if element is None:
        return None
    return attribute(element, "val") not in ("0", "false", "off")


def is_word(name: str, data: bytes) -> bool:
    """Return whether the bytes are a Word package; a container that cannot be opened counts by its name."""
    if not is_zip(data):
        return False
    try:
        container = open_zip(data)
        types = container.read(_CONTENT_TYPES) if _CONTENT_TYPES in container else b""
    except ZipRefused:
        return name.lower().endswith((".docx", ".docm", ".dotx", ".dotm"))
    return any(mark in types for mark in _WORD_TYPES)


class WordPackage:
    """The parts of a Word file.

    Raises:
        OfficeRefused: from the constructor and :meth:`part`, if the container or a part is not read.

    """

    def __init__(self, data: bytes) -> None:
        try:
            self._container: ZipContainer = open_zip(data)
        except ZipRefused as refused:
            raise OfficeRefused(refused.message) from refused
        self._bytes: dict[str, bytes] = {}
        self._roots: dict[str, XmlElement] = {}
        mains = [
            one.target for one in self._relations("").values() if one.kind == "officeDocument" and not one.external
        ]
        self.main = mains[0] if mains else "word/document.xml"
        self.relations = self._relations(self.main)

    def of_kind(self, kind: str) -> Iterator[str]:
        """Yield the names of the parts to which the main part refers by a kind of relation, each once."""
        found = dict.fromkeys(one.target for one in self.relations.values() if one.kind == kind and not one.external)
        yield from (name for name in found if name in self._container)

    def data(self, name: str) -> bytes:
        """Return the bytes of a part."""
        if name not in self._bytes:
            if name not in self._container:
                raise OfficeRefused(f"it has no part {name}")
            try:
                self._bytes[name] = self._container.read(name)
            except ZipRefused as refused:
                raise OfficeRefused(refused.message) from refused
        return self._bytes[name]

    def part(self, name: str) -> XmlElement:
        """Return the root element of a part."""
        if name not in self._roots:
            try:
                self._roots[name] = parse_xml(self.data(name))
            except XmlRefused as refused:
                line = f", line {refused.line}" if refused.line else ""
                raise OfficeRefused(f"{name}{line}: {refused.message}") from refused
        return self._roots[name]

    def first(self, kind: str) -> XmlElement | None:
        """Return the root element of the first part of a kind, or ``None``."""
        name = next(self.of_kind(kind), None)
        return None if name is None else self.part(name)

    @property
    def has_macros(self) -> bool:
        """Whether the package contains a program."""
        return any(entry.name.lower().endswith("vbaproject.bin") for entry in self._container.entries)

    @property
    def core_name(self) -> tuple[str, ...]:
        """The name of the part with the properties that a user enters: title, author; empty if there is none."""
        names = [one.target for one in self._relations("").values() if one.kind.startswith("core")]
        return tuple(name for name in names[:1] if name in self._container)

    def _relations(self, part: str) -> dict[str, PackageRelation]:
        folder, name = posixpath.split(part)
        listed = posixpath.join(folder, "_rels", f"{name}.rels")
        if listed not in self._container:
            return {}
        found = {}
        for one in self.part(listed):
            kind = (one.get("Type") or "").rpartition("/")[2]
            external = one.get("TargetMode") == "External"
            target = one.get("Target") or ""
            where = target if external else posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[one.get("Id") or ""] = PackageRelation(kind, where, external)
        return found
