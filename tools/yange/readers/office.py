"""Read the formats of older word processors, of WPS and of OpenDocument through LibreOffice, as Word files.

DOC, WPS and RTF are formats of many thousand pages; LibreOffice has read them for decades, and the packages of Python
for them (docx2txt, striprtf, olefile) give words without numbers, tables or notes. Places in a text are those of the
Word file that it makes.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

from yange.problems import Problem, error
from yange.readers.docx import DocxReader
from yange.readers.soffice import ConversionFailed, OfficeMissing, office_version, to_docx
from yange.readers.source_text import DocumentReading, SourceText
from yange.readers.zipped import ZipRefused, is_zip, open_zip

__all__ = ["OfficeReader"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.text"
_LONGEST_BLANK = 64
_MEDIA = {
    ".doc": "application/msword",
    ".rtf": "application/rtf",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".wps": "application/vnd.ms-works",
}
_INSTALL = "install LibreOffice (Debian: libreoffice-writer-nogui), or save the file as .docx and import that"


class OfficeReader:
    """Read DOC, WPS, RTF and ODT where LibreOffice is installed; elsewhere say what to install."""

    name = "office"
    suffixes = (".doc", ".dot", ".wps", ".wpt", ".rtf", ".odt", ".ott")

    def recognises(self, name: str, data: bytes) -> bool:
        """Return whether the content is of one of these formats, or is another file of an office program."""
        return data.startswith(_OLE) or _suffix(data) is not None

    def read(self, name: str, data: bytes) -> DocumentReading:
        """Read a file as one text with blocks."""
        suffix = _suffix(data)
        if suffix is None:
            return DocumentReading(problems=(_other(name, data),))
        refused = _refused(name, data)
        if refused is not None:
            return DocumentReading(problems=(refused,))
        try:
            reading = DocxReader().read(name, to_docx(data, suffix))
            made = tuple(_record(text, data, suffix) for text in reading.texts)
        except OfficeMissing:
            message = f"a {suffix} file is read with LibreOffice, which is not installed"
            return DocumentReading(problems=(error("source-needs-program", name, message, hint=_INSTALL),))
        except ConversionFailed as failed:
            return DocumentReading(problems=(_unread(name, failed.message),))
        return replace(reading, texts=made)


def _record(text: SourceText, data: bytes, suffix: str) -> SourceText:
    return replace(
        text,
        sha256=hashlib.sha256(data).hexdigest(),
        media=_MEDIA[suffix],
        reader=OfficeReader.name,
        library=f"{office_version()}, {text.library}",
    )


def _suffix(data: bytes) -> str | None:
    """Return what the content is, as the ending that LibreOffice knows it by; ``None`` for anything else."""
    if data[:_LONGEST_BLANK].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_RTF):
        return ".rtf"
    if is_zip(data):
        return ".odt" if data[30:38] == b"mimetype" and data[38:].startswith(_OPEN_DOCUMENT) else None
    if not data.startswith(_OLE):
        return None
    if _has_stream(data, "WordDocument"):
        return ".doc"
    return ".wps" if _has_stream(data, "MatOST") else None


def _has_stream(data: bytes, name: str) -> bool:
    """Return whether an OLE file has a stream of this name; its directory has names in UTF-16."""
    return name.encode("utf-16-le") + b"\0\0" in data


def _other(name: str, data: bytes) -> Problem:
    if _has_stream(data, "EncryptedPackage"):
        message, hint = "the file is encrypted", "open it with its password, save it without one and import that"
        return error("source-encrypted", name, message, hint=hint)
    kinds = {"Workbook": "a spreadsheet", "Book": "a spreadsheet", "PowerPoint Document": "a presentation"}
    kind = next((said for stream, said in kinds.items() if _has_stream(data, stream)), "no text document")
    message = f"the file is {kind} of an office program"
    return error("source-binary", name, message, hint="save its text as .docx or .txt and import that")


def _refused(name: str, data: bytes) -> Problem | None:
    """Return why a container is not handed to LibreOffice: its own limits are not known."""
    if not is_zip(data):
        return None
    try:
        container = open_zip(data)
        for entry in container.entries:
            container.read(entry.name)
    except ZipRefused as refused:
        return _unread(name, refused.message)
    return None


def _unread(name: str, why: str) -> Problem:
    hint = "open it in a word processor, save it as .docx and import that"
    return error("source-damaged", name, f"the file cannot be read: {why}", hint=hint)
