"""Check the sources of texts: the originals have their hashes, and reading them again gives the same words.

Nothing is filed. A library of another version that reads other words is reported with both readings, and so is a file
of places that is no longer what the reader makes. An original that is not kept here is said; that is no error.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from yange.model import Extract, Source, Version
from yange.problems import Problem, Severity, error, in_order, warning
from yange.provenance.differences import ReadPiece, differences
from yange.provenance.places_file import SUFFIX, places_file, places_path, read_places
from yange.readers.registry import reader_of
from yange.readers.source_text import DocumentReading, SourceText

__all__ = ["check_sources"]

_FOLDER = "archive/sources"
_MOST = 5
_SHOWN = 40
_LARGEST = 256 * 1024 * 1024
_NUMBER = re.compile(r"#[1-9][0-9]*$")
"""Behind the name of a file, which of its texts it is."""


def check_sources(root: Path, versions: Iterable[Version]) -> tuple[Problem, ...]:
    """Return what is wrong or different in the sources of the texts below ``root``, in order of place.

    Each original is read once, by the readers that are installed.
    """
    originals = _originals(root)
    cited: dict[str, list[tuple[Version, Source]]] = {}
    for version in versions:
        for source in version.sources:
            if source.sha256:
                cited.setdefault(source.sha256, []).append((version, source))
    found = (p for sha256, uses in sorted(cited.items()) for p in _original(root, originals.get(sha256), sha256, uses))
    return in_order(found)


def _originals(root: Path) -> dict[str, Path]:
    """Return the originals that are kept, by the hash in their names; a link is none."""
    folder = root / _FOLDER
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    kept = (file for file in files if not file.name.endswith(SUFFIX) and file.is_file() and not file.is_symlink())
    return {file.name.partition(".")[0]: file for file in kept}


def _original(root: Path, file: Path | None, sha256: str, uses: list[tuple[Version, Source]]) -> Iterator[Problem]:
    version, source = uses[0]
    if file is None:
        if any(version.held for version, _ in uses):
            message = f"The original of {source.name} is not kept here: its words cannot be checked."
            hint = f"Put it at {_FOLDER}/{sha256}, with the suffix of its format."
            yield warning("source-missing", version.path, message, hint=hint)
        return
    path = file.relative_to(root).as_posix()
    if file.stat().st_size > _LARGEST:
        yield warning("source-large", path, "The original is too large to be read.", hint="Check it by hand.")
        return
    data = file.read_bytes()
    if hashlib.sha256(data).hexdigest() != sha256:
        message = "The original is not the file that was imported: its hash differs from its name."
        yield error("source-changed", path, message, hint="Restore it from git, or import the document anew.")
        return
    extracts = {one.extract.sha256: (version, one) for version, one in uses if one.extract is not None}
    if extracts:
        yield from _read_again(_Kept(root, path, sha256, data), extracts)


@dataclass(frozen=True, slots=True)
class _Kept:
    """An original with its hash, and the project that it is in."""

    root: Path
    path: str
    sha256: str
    data: bytes

    def places(self) -> bytes | None:
        """Return the file of places beside it, if there is one."""
        file = self.root / places_path(self.sha256)
        whole = file.is_file() and not file.is_symlink() and file.stat().st_size <= _LARGEST
        return file.read_bytes() if whole else None


def _read_again(kept: _Kept, extracts: Mapping[str, tuple[Version, Source]]) -> Iterator[Problem]:
    """Read an original again, and report each text that differs from what was recorded."""
    name = _NUMBER.sub("", next(source.name for _, source in extracts.values()))
    reading = reader_of(name, kept.data).read(name, kept.data)
    broken = [problem.message for problem in reading.problems if problem.severity is Severity.ERROR]
    if broken:
        message = f"The original cannot be read: {broken[0]}"
        yield warning("source-unread", kept.path, message, hint="Install the reader that it was imported with.")
        return
    now = {text.text_sha256: text for text in reading.texts}
    for sha256, (version, source) in sorted(extracts.items()):
        if sha256 not in now and source.extract is not None:
            yield from _differs(kept, reading, version, source, source.extract)
    yield from _places(kept, reading, extracts)


def _differs(
    kept: _Kept, reading: DocumentReading, version: Version, source: Source, extract: Extract
) -> Iterator[Problem]:
    text = _same_text(reading, source)
    if text is None:
        message = f"{source.name} is no longer read from the original."
        yield warning("source-unread", version.path, message, hint="Install the reader that it was imported with.")
        return
    before, after = _made_with(extract.reader, extract.library), _made_with(text.reader, text.library)
    if before == after:
        message = f"{before} reads other words in {source.name} than those recorded."
        hint = "The same reader must find the same words: check `sources` and the original."
        yield error("source-reads-otherwise", version.path, message, hint=hint)
    else:
        message = f"{source.name}: {after} reads other words than {before}; nothing was filed."
        hint = "Compare the places with the original, and correct the text where the newer reading is right."
        yield warning("source-read-anew", version.path, message, hint=hint)
    yield from _listed(kept, version, source, text, extract)


def _same_text(reading: DocumentReading, source: Source) -> SourceText | None:
    """Return the text of a reading that a source is: the only one, or the one of its name."""
    if len(reading.texts) == 1:
        return reading.texts[0]
    return next((text for text in reading.texts if text.name == source.name), None)


def _made_with(reader: str, library: str | None) -> str:
    return f"{reader} ({library})" if library else reader


def _listed(kept: _Kept, version: Version, source: Source, text: SourceText, extract: Extract) -> Iterator[Problem]:
    """Report the differences from the text that was read at import, as the file of places has it."""
    data = kept.places()
    places = read_places(data, kept.sha256) if data is not None else None
    old = next((one.text for one in places.texts if one.sha256 == extract.sha256), None) if places else None
    if old is None or hashlib.sha256(old.encode()).hexdigest() != extract.sha256:
        message = f"What was read from {source.name} at import is not kept, so the differences are not known."
        yield warning("source-read-anew", version.path, message, hint="Import the original into another project.")
        return
    lines = [ReadPiece(line, nth) for nth, line in enumerate(old.split("\n"))]
    found = differences(lines, text.text)
    for one in found[:_MOST]:
        after = f" after “{one.before}”" if one.before else ""
        message = f"{source.name}{after}: read before “{_short(one.ours)}”, now “{_short(one.theirs)}”"
        yield warning("source-read-anew", version.path, message, hint="Compare the place with the original.")
    if len(found) > _MOST:
        message = f"{source.name}: {len(found) - _MOST} more differences"
        yield warning("source-read-anew", version.path, message, hint="Compare the text with the original.")


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}… ({len(words)} characters)"


def _places(kept: _Kept, reading: DocumentReading, extracts: Mapping[str, tuple[Version, Source]]) -> Iterator[Problem]:
    """Report a file of places that the same readers make otherwise: it names pages for clauses."""
    data = kept.places()
    same = {text.text_sha256 for text in reading.texts} >= set(extracts)
    if not same:
        return
    path = places_path(kept.sha256)
    libraries = {(one.reader, one.library) for _, source in extracts.values() if (one := source.extract)}
    if libraries != {(text.reader, text.library or None) for text in reading.texts if text.text_sha256 in extracts}:
        return
    if data is None:
        message = "The places of an original are not kept: no clause can name its page."
        yield warning("places-missing", path, message, hint="Import the original again: it is made anew.")
    elif data != places_file(kept.sha256, reading.texts):
        message = "The file of places is not what the reader makes of the original."
        yield warning("places-changed", path, message, hint="Remove it, and import the original again.")
