"""The files that ship with the package: templates, the hand-written part of the site, mkdocs.yml.

A project's own files come first, then those of the package: under ``yange/_project`` in a wheel, at the top of the
repository in a checkout.
"""

from __future__ import annotations

from pathlib import Path

__all__ = ["FILE", "LEDGER", "LOOKS", "SOURCES", "folders", "hiding", "shipped"]

FILE = "mkdocs.yml"
"""The file of a project's settings."""
LEDGER = "archive/editions.yml"
"""The file of its published editions."""
SOURCES = "archive/sources"
"""The folder of the originals of its texts, by hash."""

LOOKS = ("site/assets", "site/overrides")
"""The folders of scripts, styles and the theme's templates: a file of the project replaces the package's."""

_PACKAGE = Path(__file__).resolve().parent


def shipped() -> Path:
    """Return the folder of the files shipped with the package."""
    bundled = _PACKAGE / "_project"
    return bundled if bundled.is_dir() else _PACKAGE.parent.parent


def folders(root: Path, name: str) -> tuple[Path, ...]:
    """Return the folders ``name`` in which to search a file: the project's own, then the package's."""
    found = (root / name, shipped() / name)
    return tuple(dict.fromkeys(folder for folder in found if folder.is_dir()))


def hiding(root: Path) -> tuple[Path, ...]:
    """Return the files of a project's looks that hide different ones of the package, as their paths in the project.

    They may be changes that somebody made, or copies of an older version.
    """
    found = []
    for name in LOOKS:
        own, ours = root / name, shipped() / name
        if own.is_dir() and ours.is_dir() and not own.samefile(ours):
            files = (file.relative_to(own) for file in sorted(own.rglob("*")) if file.is_file())
            both = (file for file in files if (ours / file).is_file())
            found += [Path(name) / file for file in both if (own / file).read_bytes() != (ours / file).read_bytes()]
    return tuple(found)
