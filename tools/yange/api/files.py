"""A text from a file of any format: the words that an import would file, or a version's own file with its facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from yange.api.texts import Text, TextReading
from yange.characters import readable_name
from yange.importers.file_texts import FileText, file_texts
from yange.model import Version
from yange.parse import own_text, parse
from yange.parse.frontmatter import plain_values, read_version, split
from yange.parse.frontmatter.schema import VersionFields, fields_of
from yange.problems import Problem, YangeError
from yange.project import Project
from yange.readers.one_file import file_and_number, read_one
from yange.readers.opening import named_bytes
from yange.readers.text import decode

__all__ = ["file_text"]

_SHOWN = 20


def file_text(path: Path, called: str = "") -> Text:
    """Read a text from a file; its format is chosen by its content.

    Args:
        path: the file, or with ``#2`` behind its name the second text of a file with several.
        called: its name in reports, by default the given path.

    Raises:
        YangeError: when it cannot be read, holds no text or several, or a text is longer than one of a policy can be.

    """
    name = readable_name(called or str(path))
    file, number = file_and_number(path) or (path, None)
    text = _filed_text(file, name)
    if text is not None:
        return text if number in (None, 1) else _refuse(file, name, 1, number)
    found = file_texts(read_one(file))
    if number is None and len(found) > 1:
        raise YangeError(f"{name}: {len(found)} texts are in this file; name one: {_listed(name, found)}")
    at = (number or 1) - 1
    return _read_text(found[at], name) if at < len(found) else _refuse(file, name, len(found), number)


def _refuse(file: Path, name: str, count: int, number: int | None) -> Text:
    texts = "one text is" if count == 1 else f"{count} texts are"
    raise YangeError(f"{name}: {texts} in {readable_name(file.name)}, and none is number {number}")


def _listed(name: str, found: Sequence[FileText]) -> str:
    titles = [f"{name}#{nth} ({text.title or 'no title'})" for nth, text in enumerate(found[:_SHOWN], 1)]
    return "; ".join(titles) + (f"; and {len(found) - _SHOWN} more" if len(found) > _SHOWN else "")


def _read_text(found: FileText, name: str) -> Text:
    reading = TextReading(found.source, found.remarks)
    title = found.provisions.at("title")
    printed = own_text(found.provisions, title) if title else ""
    return Text(name, printed, found.provisions, reading=reading)


def _filed_text(path: Path, name: str) -> Text | None:
    """Return the text of a version's file, with its facts; ``None`` for any other file."""
    source, _ = decode(readable_name(path.name), named_bytes(path))
    parts = split(source.text) if source is not None else None
    if source is None or parts is None or not _has_our_fields(parts[0]):
        return None
    version, problems = read_version(source.text, path.name, "")
    return None if version is None else _text_of(version, parts[1], problems, name, path)


def _text_of(version: Version, body: str, problems: tuple[Problem, ...], name: str, path: Path) -> Text:
    provisions = parse(body.lstrip("\n"), version.language)
    title = provisions.at("title")
    printed = own_text(provisions, title) if title else ""
    return Text(name, printed, provisions, version, problems=problems, project=_project_of(path))


def _has_our_fields(front: str) -> bool:
    """Return whether front matter is that of a version: it has a title and no field of another kind of file."""
    values, _ = plain_values(front, "")
    return isinstance(values, Mapping) and "title" in values and set(values) <= set(fields_of(VersionFields))


def _project_of(path: Path) -> Project | None:
    """Return the project that contains a file among its texts, for people's answers about that text."""
    for folder in path.absolute().parents:
        if folder.name == "policies":
            return Project(folder.parent)
    return None
