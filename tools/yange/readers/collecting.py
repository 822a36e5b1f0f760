"""Find the files to import in files, folders and archives, and hand them out one by one.

A folder is read with the folders in it, an archive with its members and the archives in it, once. Nothing is followed
that leads out of a folder. What is left out is reported, by kind and number; a file that cannot be read is an error of
its own and stops no other. The files that make one text of LEGI are handed out together, as one container.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from yange.characters import readable_name
from yange.problems import Problem, Severity, YangeError, in_order, warning
from yange.readers import opening, registry
from yange.readers.archives import ArchiveMembers, UnpackingBudget, is_archive, is_hidden
from yange.readers.gathering import GatheredParts
from yange.readers.text import TextReader

__all__ = ["ANSWERS_FILE", "Collection", "FoundFile", "collect", "read_files"]

ANSWERS_FILE = "yange-answers.yml"
"""Where an import keeps the answers to its questions, beside the documents."""
MOST_FILES = 100_000
_DEEPEST = 40
"""Folders in folders, as many as any system's path can have names of some length."""
_MADE = ("__pycache__", "node_modules")
_PROJECT = ("policies", "archive", "build", "site", "templates")
"""Folders of a project of Yange: what was filed already, and what is made of it."""
_BUILDS = ("mkdocs.yml", "pyproject.toml", "package.json", "Makefile")
"""Files beside which a folder ``build`` is what a program made."""
_CACHE = "CACHEDIR.TAG"
_SHOWN = 8
_ABOUT = re.compile(
    r"(?:README|Readme|readme|LICENSE|LICENCE|COPYING|CONTRIBUTING|CHANGELOG|CODE_OF_CONDUCT|AUTHORS)"
    r"(?:\.[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)?(?:\.(?:md|markdown|txt|rst))?"
)
"""Files that say what a folder contains and on what terms, as repositories name them; LICENSE-like names in capitals
only, as a law on licences may be in ``licence.txt``."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to look at. ``name`` is unique and has no part of a path above what was given.

    ``named`` is set if the file itself was given, not a folder that contains it. ``given`` is the argument.
    """

    name: str
    path: Path
    given: str
    named: bool = False


class Collection:
    """The files that were given or found, as pairs of name and bytes; only one of them is in memory at a time.

    ``problems`` is complete when all have been read: files that cannot be read, and what was left out.
    """

    def __init__(self, files: Iterable[FoundFile], problems: Iterable[Problem], also: tuple[str, ...] = ()) -> None:
        """Begin; files with the endings ``also`` are taken besides those that a reader knows."""
        self._also = also
        self.files = tuple(files)
        self._found = tuple(problems)
        self._read: list[Problem] = []
        self._unread: dict[str, Counter[str]] = {}
        self._about: dict[str, list[str]] = {}
        self._first: dict[str, str] = {}
        self._names: set[str] = set()

    def __len__(self) -> int:
        """Return the number of files that were given or found; an archive counts as one."""
        return len(self.files)

    @property
    def read(self) -> int:
        """The number of files that were handed out so far."""
        return len(self._names)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems so far, in order of place."""
        kinds = (_unread_kinds(given, counted) for given, counted in self._unread.items())
        about = (_left_alone(given, names) for given, names in self._about.items())
        return in_order((*self._found, *self._read, *kinds, *about))

    def __iter__(self) -> Iterator[tuple[str, bytes]]:
        for _, name, data in self.numbered():
            yield name, data

    def numbered(self) -> Iterator[tuple[int, str, bytes]]:
        """Yield the number (from 1) of the file that was given or found, the name, and the bytes of what is in it.

        Files of LEGI, each a part of a text, are put together and come last.
        """
        self._names, self._read, self._unread, self._about, self._first = set(), [], {}, {}, {}
        parts = GatheredParts()
        for number, file in enumerate(self.files, 1):
            for name, data in self._contents(file):
                free = _free(name, self._names)
                if not self._is_repeated(free, data):
                    self._names.add(free)
                    if not parts.take(free, data):
                        yield number, free, data
        for name, data in parts.files():
            yield len(self.files), name, data

    def _contents(self, file: FoundFile) -> Iterator[tuple[str, bytes]]:
        try:
            with opening.opened(file.path, follow=file.named) as handle:
                if is_archive(handle):
                    yield from self._members(file.name, handle, UnpackingBudget.whole(), file.given)
                    return
        except (opening.NotAFileError, OSError) as failure:
            self._read.append(opening.refusal(file.name, failure))
            return
        data = opening.read_bytes(file.path, file.name, follow=file.named)
        if isinstance(data, Problem):
            self._read.append(data)
        elif file.named or self._is_known(file.name, data, file.given):
            yield file.name, data

    def _members(
        self, name: str, file: BinaryIO, budget: UnpackingBudget, given: str, *, inner: bool = False
    ) -> Iterator[tuple[str, bytes]]:
        """Yield the files of an archive, and those of the archives in it; archives in these are reported."""
        members = ArchiveMembers(name, file, budget)
        for member, data in members:
            within = io.BytesIO(data)
            if not is_archive(within):
                if self._is_known(member, data, given):
                    yield member, data
            elif inner:
                self._read.append(_nested(member))
            else:
                yield from self._members(member, within, budget, given, inner=True)
        self._read += members.problems
        self._read += _left_out(name, {"hidden files": members.hidden, "symbolic links": members.links})

    def _is_known(self, name: str, data: bytes, given: str) -> bool:
        """Return whether a file that was not named itself is of a kind that is read; count the others."""
        if _ABOUT.fullmatch(PurePosixPath(name).name):
            self._about.setdefault(given, []).append(name)
            return False
        if _is_known(name, data) or name.lower().endswith(self._also):
            return True
        suffix = PurePosixPath(name).suffix.lower() or "without an ending"
        self._unread.setdefault(given, Counter())[suffix] += 1
        return False

    def _is_repeated(self, name: str, data: bytes) -> bool:
        key = hashlib.sha256(data).hexdigest()
        first = self._first.setdefault(key, name)
        if first == name or not data.strip():
            return False
        message = f"the same bytes as {first}"
        self._read.append(warning("source-repeated", name, message, hint="it was read once, under the other name"))
        return True


def collect(paths: Iterable[Path], *, also: tuple[str, ...] = ()) -> Collection:
    """Return the files of files, folders and archives: folders are searched now, files are read one by one.

    Args:
        paths: the files and folders, in the order in which they are to be read. The files of a folder are in order of
            their names, path by path.
        also: endings of files that are taken besides those that a reader knows.

    Raises:
        YangeError: if there is no file or folder of a name, or a folder has too many files.

    """
    problems: list[Problem] = []
    found: dict[str, FoundFile] = {}
    for path in paths:
        for file in _files(path, problems):
            found.setdefault(os.path.abspath(file.path), file)  # noqa: PTH100 - resolve() follows links
            if len(found) > MOST_FILES:
                raise YangeError(f"{path}: more than {MOST_FILES:,} files; import them folder by folder")
    return Collection(_named_apart(list(found.values())), problems, also)


def read_files(paths: Iterable[Path]) -> tuple[tuple[str, bytes], ...]:
    """Return all files at once, for a few of them.

    Raises:
        YangeError: as :func:`collect`, and if one of them cannot be read.

    """
    collection = collect(paths)
    files = tuple(collection)
    for problem in collection.problems:
        if problem.severity is Severity.ERROR:
            raise YangeError(f"{problem.where}: {problem.message}; {problem.hint}")
    return files


def _files(path: Path, problems: list[Problem]) -> Iterator[FoundFile]:
    try:
        is_folder = path.is_dir()
        if not is_folder:
            path.stat()
    except (OSError, ValueError) as failure:
        reason = (failure.strerror if isinstance(failure, OSError) else None) or str(failure)
        raise YangeError(f"{path}: cannot be read ({reason}); check the name and its permissions") from failure
    if is_folder:
        yield from _Walk(path, problems).files()
    else:
        yield FoundFile(readable_name(path.name), path, readable_name(path.name), named=True)


class _Walk:
    """A search of one folder. No link is followed, and nothing is opened."""

    def __init__(self, folder: Path, problems: list[Problem]) -> None:
        self._folder = folder
        self._given = readable_name(Path(os.path.abspath(folder)).name) or "/"  # noqa: PTH100 - links stay
        self._problems = problems
        self._left: Counter[str] = Counter()

    def files(self) -> list[FoundFile]:
        """Return the files of the folder and of the folders in it, in order of their paths."""
        found: list[tuple[tuple[str, ...], Path]] = []
        waiting: list[tuple[tuple[str, ...], Path]] = [((), self._folder)]
        while waiting:
            parts, folder = waiting.pop()
            for entry in self._entries(folder, parts):
                place = (*parts, entry.name)
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((place, Path(entry.path)))
                else:
                    found.append((place, Path(entry.path)))
            if len(found) > MOST_FILES or len(parts) > _DEEPEST:
                raise YangeError(f"{folder}: too many files or folders; import them folder by folder")
        self._problems += _left_out(self._given, self._left)
        return [self._file(place, path) for place, path in sorted(found)]

    def _file(self, parts: tuple[str, ...], path: Path) -> FoundFile:
        return FoundFile("/".join(map(readable_name, parts)), path, self._given)

    def _entries(self, folder: Path, parts: tuple[str, ...]) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(folder) as listing:
                entries = [entry for entry in listing if entry.name != ANSWERS_FILE]
            return [entry for entry in entries if self._is_kept(entry, entries, folder)]
        except OSError as failure:
            name = "/".join((self._given, *map(readable_name, parts)))
            self._problems.append(opening.refusal(name, failure))
            return []

    def _is_kept(self, entry: os.DirEntry[str], beside: list[os.DirEntry[str]], folder: Path) -> bool:
        if is_hidden(entry.name):
            kind = "hidden files or folders"
        elif entry.is_symlink():
            kind = "symbolic links"
        elif entry.is_dir(follow_symlinks=False):
            made = _is_made(entry, {other.name for other in beside}, folder)
            kind = "folders of a project or a program" if made else ""
        else:
            kind = "" if entry.is_file(follow_symlinks=False) else "pipes or devices"
        self._left[kind] += bool(kind)
        return not kind


def _is_made(entry: os.DirEntry[str], beside: set[str], folder: Path) -> bool:
    """Return whether a folder is not a person's: made by a program, or part of a project of Yange."""
    if entry.name in _MADE or Path(entry.path, _CACHE).is_file():
        return True
    if entry.name == "build" and not beside.isdisjoint(_BUILDS):
        return True
    return entry.name in _PROJECT and "policies" in beside and _is_project(folder)


def _is_project(folder: Path) -> bool:
    return next((folder / "policies").glob("*/*/policy.md"), None) is not None


def _is_known(name: str, data: bytes) -> bool:
    """Return whether a reader knows the content, or the ending says that it is a document: a broken one is an error."""
    reader = registry.reader_of(name, data)
    if not isinstance(reader, TextReader):
        return True
    suffix = PurePosixPath(name).suffix.lower()
    return suffix in _suffixes() or (not suffix and reader.recognises(name, data))


def _suffixes() -> frozenset[str]:
    return frozenset(suffix for reader in registry.readers() for suffix in reader.suffixes)


def _named_apart(files: list[FoundFile]) -> list[FoundFile]:
    """Return the files with unique names: where two have the same, both are named with the folders above."""
    names = [file.name for file in files]
    parts = [_all_parts(file) for file in files]
    longer = 0
    while len(set(names)) < len(names):
        longer += 1
        count = Counter(names)
        names = [
            "/".join(every[-(file.name.count("/") + 1 + longer) :]) if count[name] > 1 else name
            for name, file, every in zip(names, files, parts, strict=True)
        ]
        if longer > max(map(len, parts)):  # two names that read alike: their bytes differ, their characters do not
            names = [_numbered(name, nth) for nth, name in enumerate(names, 1)]
    return [FoundFile(name, file.path, file.given, file.named) for name, file in zip(names, files, strict=True)]


def _free(name: str, taken: set[str]) -> str:
    """Return the name, or with a number the name of a member of an archive that reads like another's."""
    nth, free = 1, name
    while free in taken:
        nth, free = nth + 1, _numbered(name, nth + 1)
    return free


def _numbered(name: str, number: int) -> str:
    ending = PurePosixPath(name).suffix
    return f"{name.removesuffix(ending)} ({number}){ending}"


def _all_parts(file: FoundFile) -> tuple[str, ...]:
    absolute = Path(os.path.abspath(file.path))  # noqa: PTH100 - resolve() follows links
    return tuple(map(readable_name, absolute.parts[1:]))


def _left_out(name: str, counted: dict[str, int]) -> Iterator[Problem]:
    for kind, count in sorted(counted.items()):
        if kind and count:
            message = f"left out: {kind} ({count})"
            yield warning("left-out", name, message, hint="what is to be imported all the same has to be named itself")


def _unread_kinds(given: str, counted: Counter[str]) -> Problem:
    kinds = sorted(counted.items(), key=lambda one: (-one[1], one[0]))
    shown = ", ".join(f"{suffix} ({count})" for suffix, count in kinds[:_SHOWN])
    more = sum(count for _, count in kinds[_SHOWN:])
    message = f"not read, because no reader knows their kind: {shown}{f' and {more} others' if more else ''}"
    return warning("kind-unread", given, message, hint="name a file itself to see why it is not read")


def _left_alone(given: str, names: list[str]) -> Problem:
    shown = ", ".join(names[:_SHOWN])
    more = f" and {len(names) - _SHOWN} others" if len(names) > _SHOWN else ""
    message = f"left alone, as no law by their names ({len(names)}): {shown}{more}"
    return warning("left-out", given, message, hint="what is to be imported all the same has to be named itself")


def _nested(name: str) -> Problem:
    message = "an archive in an archive in an archive is not opened"
    return warning("archive-nested", name, message, hint="unpack it yourself and import its files")
