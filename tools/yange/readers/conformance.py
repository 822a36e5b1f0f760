"""Test the promises of a reader; the tests of every reader's package import this module.

A reader's test calls :func:`broken_reader_promises` with sound files of its format and asserts that there is no answer.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from yange.readers.source_text import BLOCK_SEPARATOR, DocumentReader, DocumentReading, SourceText

__all__ = ["broken_reader_promises"]

_STRANGE = (b"", b"\0", b"\xff\xfe", b"%PDF-1.7", b"PK\x03\x04", b"<", b"\xd0\xcf\x11\xe0", "渡口".encode())


def broken_reader_promises(reader: DocumentReader, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Return each promise of :class:`~yange.readers.source_text.DocumentReader` that a reader breaks, as a sentence.

    ``files`` are sound files of the format by their names; each must give a text. The reader is also given halves of
    them and bytes that are no file of any format: it must report those, not raise.
    """
    return (*_identity(reader), *(broken for name, data in files.items() for broken in _file(reader, name, data)))


def _identity(reader: DocumentReader) -> Iterator[str]:
    if not re.fullmatch(r"[a-z][a-z0-9-]*", reader.name):
        yield f"name: {reader.name!r} is no short name in lower case such as html"
    for suffix in reader.suffixes:
        if not re.fullmatch(r"\.[a-z0-9]+", suffix):
            yield f"suffixes: {suffix!r} is no ending in lower case with its dot"


def _file(reader: DocumentReader, name: str, data: bytes) -> Iterator[str]:
    if reader.recognises(name, data) is not True:
        yield f"{name}: recognises() does not return True for a file of its format"
    reading = reader.read(name, data)
    if not reading.texts:
        yield f"{name}: read() gives no text"
    if reader.read(name, data) != reading:
        yield f"{name}: read() gives another result the second time"
    for text in reading.texts:
        yield from (f"{name}: {broken}" for broken in _text(reader, text, data))
    for part in (data[: len(data) // 2], data[len(data) // 2 :], *_STRANGE):
        if not isinstance(reader.recognises(name, part), bool):
            yield f"{name}: recognises() returns no bool for {part[:8]!r}"
        if not isinstance(reader.read(name, part), DocumentReading):
            yield f"{name}: read() returns no DocumentReading for {part[:8]!r}"


def _text(reader: DocumentReader, text: SourceText, data: bytes) -> Iterator[str]:
    if text.sha256 != hashlib.sha256(data).hexdigest():
        yield "sha256 is not the hash of the file"
    if text.reader != reader.name and not text.reader.startswith(f"{reader.name}-"):
        yield f"reader is {text.reader!r}, not the reader's name, alone or with a vocabulary (xml-akn)"
    if "\r" in text.text or "\ufeff" in text.text or not text.text.strip():
        yield "the text is empty, or has a carriage return or a byte order mark"
    yield from _blocks(text)


def _blocks(text: SourceText) -> Iterator[str]:
    for block in text.blocks:
        words = text.text[block.start : block.end]
        if not words or words != words.strip():
            yield f"the block at {block.start} is empty or has white space at an end"
        if not words.startswith(block.label):
            yield f"the block at {block.start} does not begin with its label {block.label!r}"
    for before, after in pairwise(text.blocks):
        if text.text[before.end : after.start] != BLOCK_SEPARATOR:
            yield f"the blocks at {before.start} and {after.start} are not parted by a blank line"
