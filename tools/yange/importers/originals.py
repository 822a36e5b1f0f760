"""Name the files in which the originals of texts are kept: by hash, with the suffix of what they are."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

__all__ = ["FOLDER", "original_path", "suffix_of"]

FOLDER = "archive/sources"

_SUFFIXES = {
    "application/epub+zip": ".epub",
    "application/json": ".json",
    "application/jsonl": ".jsonl",
    "application/msword": ".doc",
    "application/ofd": ".ofd",
    "application/pdf": ".pdf",
    "application/rtf": ".rtf",
    "application/vnd.ms-excel": ".xls",
    "application/vnd.ms-works": ".wps",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/wps-office.wps": ".wps",
    "application/x-legi+zip": ".zip",
    "application/x-ndjson": ".jsonl",
    "application/xhtml+xml": ".xhtml",
    "application/xml": ".xml",
    "application/zip": ".zip",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/tiff": ".tif",
    "text/csv": ".csv",
    "text/html": ".html",
    "text/markdown": ".md",
    "text/plain": ".txt",
    "text/rtf": ".rtf",
    "text/xml": ".xml",
}
"""Media types (IANA, and those that Office suites write) and the suffix of their files. The table of the system is not
used: it differs from machine to machine, and a file must have one name."""
_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")


def suffix_of(media: str, name: str = "") -> str:
    """Return the suffix of files of a media type; of an unknown one that of the ``name``, if it is a plain one."""
    known = _SUFFIXES.get(media.partition(";")[0].strip().lower())
    own = PurePosixPath(name).suffix.lower()
    return known or (own if _SUFFIX.fullmatch(own) else ".bin")


def original_path(sha256: str, media: str, name: str = "") -> str:
    """Return where an original is kept, relative to the project."""
    return f"{FOLDER}/{sha256}{suffix_of(media, name)}"
