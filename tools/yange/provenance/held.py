"""Read the places of a text from its project."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from yange.model import Clause, Source, Version
from yange.provenance.clause_places import FoundPlaces, TextPlaces, text_places
from yange.provenance.places_file import PlacedText, places_path, read_places

__all__ = ["ClausePlaces", "VersionPlaces"]

_LARGEST = 256 * 1024 * 1024
"""Bytes of a file of places: four times the largest file that is imported."""


@dataclass(frozen=True, slots=True)
class ClausePlaces:
    """The places of a clause in its source: ``found.blocks`` in order, none if the place is not known."""

    source: Source
    found: FoundPlaces


class VersionPlaces:
    """The places of the clauses of one version, in the first of its sources that has places."""

    def __init__(self, root: Path, version: Version) -> None:
        """Set the folder of the project, and the version."""
        self._root, self._version = root, version

    @cached_property
    def _held(self) -> tuple[Source, TextPlaces] | None:
        for source in self._version.sources if self._version.held else ():
            text = _placed_text(self._root, source)
            if text is not None:
                return source, text_places(self._version.body, text, source.lines)
        return None

    def of(self, clause: Clause) -> ClausePlaces | None:
        """Return the places of a clause of the version; ``None`` if no source of it has places."""
        if self._held is None:
            return None
        source, places = self._held
        return ClausePlaces(source, places.find(clause.start, clause.end))


def _placed_text(root: Path, source: Source) -> PlacedText | None:
    """Return the text that the record names, with its places, if they are in the project and are those of the text."""
    if source.sha256 is None or source.extract is None:
        return None
    file = root / places_path(source.sha256)
    if not file.is_file() or file.is_symlink() or file.stat().st_size > _LARGEST:
        return None
    places = read_places(file.read_bytes(), source.sha256)
    for text in places.texts if places else ():
        if text.sha256 == source.extract.sha256 == hashlib.sha256(text.text.encode()).hexdigest():
            return text
    return None
