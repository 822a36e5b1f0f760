"""List the readers of file formats, and choose the reader of a file by its content.

Other packages provide readers through the entry point ``yange.readers``, each a
:class:`~yange.readers.source_text.DocumentReader`. A built-in reader is asked first, so a package can add a format
but not change how another one is read.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import cast

from yange.readers.source_text import DocumentReader, DocumentReading

__all__ = ["GROUP", "read", "reader_of", "readers"]

GROUP = "yange.readers"
"""The entry point group of readers."""

_BUILT_IN = (
    "docx:DocxReader",
    "office:OfficeReader",
    "ofd:OfdReader",
    "xml.reader:XmlReader",
    "pdf:PdfReader",
    "html:HtmlReader",
    "markdown:MarkdownReader",
    "text:TextReader",
)
"""Modules below yange.readers and their classes, in the order in which they are asked. They are imported when the first
file is read: what a reader imports may be large. Plain text is the last one, since it refuses nothing but bytes."""


@cache
def readers() -> tuple[DocumentReader, ...]:
    """Return all readers in the order in which they are asked."""
    *ours, last = [_built_in(name) for name in _BUILT_IN]
    others = {entry.name: entry for entry in sorted(entry_points(group=GROUP), key=lambda one: (one.name, one.value))}
    added = [cast(type[DocumentReader], entry.load())() for entry in others.values()]
    return (*ours, *added, last)


def _built_in(name: str) -> DocumentReader:
    module, _, kind = name.partition(":")
    return cast(type[DocumentReader], getattr(import_module(f"yange.readers.{module}"), kind))()


def reader_of(name: str, data: bytes) -> DocumentReader:
    """Return the reader of a file; plain text is what no other reader recognises."""
    *others, text = readers()
    return next((reader for reader in others if reader.recognises(name, data)), text)


def read(name: str, data: bytes) -> DocumentReading:
    """Read a file with the reader of its content."""
    return reader_of(name, data).read(name, data)
