"""Read and decode scraped files, and find lines and columns in them.

Encodings are UTF-8, with or without byte order mark, and GB18030 (which contains GBK and GB2312). Both are strict in
Python's standard codecs, so trying UTF-8 and then GB18030 is exact for such texts. A statistical detector such as
charset-normalizer guesses, and a wrong guess would change words.
"""

from __future__ import annotations

import hashlib

from yange.characters import lines_at_cr
from yange.problems import Problem, error
from yange.readers.source_text import DocumentReading, SourceText

LONGEST_LINE = 500_000
"""Characters. The longest line seen in a real scrape has about a hundred thousand."""


class TextReader:
    """Read plain text: UTF-8 or GB18030. It is asked last, and reports what is no text at all."""

    name = "text"
    suffixes = (".txt",)

    def recognises(self, name: str, data: bytes) -> bool:
        """Return whether the content is text."""
        return decode(name, data)[0] is not None

    def read(self, name: str, data: bytes) -> DocumentReading:
        """Read a file as flat text."""
        source, problems = decode(name, data)
        return DocumentReading(() if source is None else (source,), problems)


def decode(
    name: str, data: bytes, *, longest_line: int = LONGEST_LINE
) -> tuple[SourceText | None, tuple[Problem, ...]]:
    """Return a decoded file, or an error if it is empty, binary, in another encoding, or has a line too long."""
    if not data.strip():
        return None, (error("source-empty", name, "the file is empty", hint="leave it out, or download it again"),)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = "the file is UTF-16"
        return None, (error("source-encoding", name, message, hint="save it as UTF-8 and import it again"),)
    if b"\0" in data or data.startswith((b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        message = "the file is binary, not text"
        return None, (error("source-binary", name, message, hint="import text: save the page as plain text"),)
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        plain = lines_at_cr(text.removeprefix("\ufeff"))
        source = SourceText(name=name, sha256=hashlib.sha256(data).hexdigest(), text=plain, encoding=encoding)
        return _checked(source, longest_line)
    message = "the file is neither UTF-8 nor GB18030"
    return None, (error("source-encoding", name, message, hint="save it as UTF-8 and import it again"),)


def _checked(source: SourceText, longest_line: int) -> tuple[SourceText | None, tuple[Problem, ...]]:
    controls = sum(1 for sign in source.text if sign < " " and sign not in "\t\n\r\f\v")
    if controls > 8 and controls * 200 > len(source.text):
        message = "the file contains control characters, so it is not text"
        return None, (error("source-binary", source.name, message, hint="save it as plain text and import it again"),)
    lines = (*source.starts[1:], len(source.text) + 1)
    for number, (start, end) in enumerate(zip(source.starts, lines, strict=True), 1):
        if end - start - 1 > longest_line:
            message = (
                f"the line has {end - start - 1:,} characters, more than the {longest_line:,} of a text of a policy"
            )
            hint = "add line breaks to the file and import it again"
            return None, (error("source-line-too-long", source.name, message, hint=hint, line=number),)
    return source, ()
