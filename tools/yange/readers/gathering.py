"""Keep files back that only together make a text, until all files of an import have been seen.

So far these are the files of LEGI (:mod:`yange.readers.xml.legi_package`); their reader is loaded when one comes.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Protocol, cast

__all__ = ["GatheredParts"]

_HEAD = 1_000
_MARKS = (b"<ARTICLE", b"<SECTION_TA", b"<TEXTELR", b"<TEXTE_VERSION")


class _Files(Protocol):
    def take(self, name: str, data: bytes) -> bool: ...
    def files(self) -> Iterator[tuple[str, bytes]]: ...


class GatheredParts:
    """The files that were kept back."""

    def __init__(self) -> None:
        self._legi: _Files | None = None

    def take(self, name: str, data: bytes) -> bool:
        """Keep a file back if it is a part of a text; return whether it was."""
        if not any(mark in data[:_HEAD] for mark in _MARKS):
            return False
        if self._legi is None:
            self._legi = cast(_Files, import_module("yange.readers.xml.legi_package").LegiFiles())
        return self._legi.take(name, data)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield one file for each text, and as they are the parts of texts that are not there as a whole."""
        if self._legi is not None:
            yield from self._legi.files()
