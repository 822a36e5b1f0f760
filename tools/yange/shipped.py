"""The files that ship with the package: templates, the hand-written part of the site, mkdocs.yml.

A project's own files come first, then those of the package: under ``yange/_project`` in a wheel, at the top of the
repository in a checkout.
"""

from __future__ import annotations

from pathlib import Path

__all__ = ["FILE", "LEDGER", "SOURCES", "folders", "shipped"]

FILE = "mkdocs.yml"
"""The file of a project's settings."""
LEDGER = "archive/editions.yml"
"""The file of its published editions."""
SOURCES = "archive/sources"
"""The folder of the originals of its texts, by hash."""

_PACKAGE = Path(__file__).resolve().parent


def shipped() -> Path:
    """Return the folder of the files shipped with the package."""
    bundled = _PACKAGE / "_project"
    return bundled if bundled.is_dir() else _PACKAGE.parent.parent


def folders(root: Path, name: str) -> tuple[Path, ...]:
    """Return the folders ``name`` in which to search a file: the project's own, then the package's."""
    found = (root / name, shipped() / name)
    return tuple(dict.fromkeys(folder for folder in found if folder.is_dir()))
