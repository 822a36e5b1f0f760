"""Read the one file that a call is about, of any format, chosen by its content."""

from __future__ import annotations

import re
from pathlib import Path

from yange.characters import readable_name
from yange.parse import LONGEST_TEXT
from yange.problems import Problem, Severity, YangeError
from yange.readers import registry
from yange.readers.opening import named_bytes
from yange.readers.source_text import DocumentReading

__all__ = ["file_and_number", "read_one", "read_words"]

_NUMBERED = re.compile(r"(?P<file>.+)#(?P<number>[1-9][0-9]{0,4})", re.DOTALL)


def file_and_number(name: str | Path) -> tuple[Path, int | None] | None:
    """Return the file that a name means, ``None`` if there is none.

    ``a.pdf#2`` is the second text in ``a.pdf``, if no file has that name itself.
    """
    if _is_file(name):
        return Path(name), None
    found = _NUMBERED.fullmatch(str(name))
    return (Path(found["file"]), int(found["number"])) if found and _is_file(found["file"]) else None


def _is_file(name: str | Path) -> bool:
    try:
        return bool(str(name)) and Path(name).is_file()
    except (OSError, ValueError):  # a name that no file can have
        return False


def read_one(path: Path) -> DocumentReading:
    """Return the texts of a file, with the warnings of its reader.

    Raises:
        YangeError: if the file cannot be read or holds no text, or a text is longer than one of a policy can be.

    """
    reading = registry.read(readable_name(path.name), named_bytes(path))
    errors = [problem for problem in reading.problems if problem.severity is Severity.ERROR]
    if errors or not reading.texts:
        raise YangeError("; ".join(map(_told, errors)) or f"{path}: no text is in this file")
    for text in reading.texts:
        if len(text.text) > LONGEST_TEXT:
            size = f"{len(text.text):,} characters (at most {LONGEST_TEXT:,})"
            raise YangeError(f"{path}: the text has {size}; divide it into its documents")
    return reading


def read_words(path: Path) -> tuple[str, tuple[Problem, ...]]:
    """Return the words of a file, one paragraph after the other, and the warnings of its reader.

    Raises:
        YangeError: as :func:`read_one`.

    """
    reading = read_one(path)
    return "\n\n".join(text.text for text in reading.texts), reading.problems


def _told(problem: Problem) -> str:
    return f"{problem.where}: {problem.message}; {problem.hint}"
