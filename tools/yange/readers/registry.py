"""List the readers of file formats, and choose the reader of a file by its content.

Other packages provide readers through the entry point ``yange.readers``, each a
:class:`~yange.readers.source_text.DocumentReader`. A built-in reader is asked first, so a package can add a format
but not change how another one is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import cast

from yange.readers.source_text import DocumentReader, DocumentReading

__all__ = ["GROUP", "added_readers", "read", "reader_of", "readers"]

GROUP = "yange.readers"
"""The entry point group of readers."""

_HEADER = re.compile(rb"\s*[A-Za-z-]+:")
_FENCED = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:---|\+\+\+)")


def _packed(_: str, data: bytes) -> bool:
    return data.startswith(b"PK")


def _of_office(name: str, data: bytes) -> bool:
    return _packed(name, data) or data.startswith(b"\xd0\xcf") or b"{\\rtf" in data[:128]


def _tagged(_: str, data: bytes) -> bool:
    return b"<" in data or _HEADER.match(data) is not None


def _marked(name: str, data: bytes) -> bool:
    called = not name.lower().endswith(".txt")
    return called or any(mark in data for mark in (b"#", b"**", b"__")) or _FENCED.match(data) is not None


def _any(_name: str, _data: bytes) -> bool:
    return True


_BUILT_IN: tuple[tuple[str, Callable[[str, bytes], bool]], ...] = (
    ("docx:DocxReader", _packed),
    ("office:OfficeReader", _of_office),
    ("ofd:OfdReader", _packed),
    ("xml.legi_package:LegiPackageReader", _packed),
    ("xml.reader:XmlReader", _tagged),
    ("pdf:PdfReader", _any),
    ("html:HtmlReader", _tagged),
    ("markdown:MarkdownReader", _marked),
    ("text:TextReader", _any),
)
"""Modules below yange.readers and their classes, in the order in which they are asked. A module is imported when a file
comes that it may recognise, since what a reader imports may be large. What the second item refuses, the reader refuses
too. Plain text is the last one, since it refuses nothing but bytes."""


@cache
def readers() -> tuple[DocumentReader, ...]:
    """Return all readers in the order in which they are asked."""
    *ours, last = [_built_in(name) for name, _ in _BUILT_IN]
    return (*ours, *added_readers(), last)


@cache
def added_readers() -> tuple[DocumentReader, ...]:
    """Return the readers of other packages, in order of their names; of two with one name the last counts."""
    others = {entry.name: entry for entry in sorted(entry_points(group=GROUP), key=lambda one: (one.name, one.value))}
    return tuple(cast(type[DocumentReader], entry.load())() for entry in others.values())


@cache
def _built_in(name: str) -> DocumentReader:
    module, _, kind = name.partition(":")
    return cast(type[DocumentReader], getattr(import_module(f"yange.readers.{module}"), kind))()


def reader_of(name: str, data: bytes) -> DocumentReader:
    """Return the reader of a file; plain text is what no other reader recognises."""
    return next(reader for reader in _asked(name, data) if reader.recognises(name, data) or reader is _last())


def _asked(name: str, data: bytes) -> Iterator[DocumentReader]:
    """Yield the readers that may recognise a file, the last one at the end."""
    *ours, _ = _BUILT_IN
    yield from (_built_in(module) for module, may_be in ours if may_be(name, data))
    yield from added_readers()
    yield _last()


def _last() -> DocumentReader:
    return _built_in(_BUILT_IN[-1][0])


def read(name: str, data: bytes) -> DocumentReading:
    """Read a file with the reader of its content."""
    return reader_of(name, data).read(name, data)
