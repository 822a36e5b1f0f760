"""Building the site into a fresh folder that takes the old one's place, and serving it while texts are edited.

MkDocs and what makes the pages are loaded only where something is to be built.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from yange.mkdocs_plugin.unchanged import inputs, standing

__all__ = ["build_site", "serve_site"]


def build_site(root: Path, *, on: date | None = None, target: Path | None = None) -> Path:
    """Build the site of the project at ``root``, strictly, into a fresh folder that then takes the old one's place.

    A site that stands there already as it would be built is left as it is.

    Args:
        root: the project.
        on: the day on which statuses are told; else the setting, else today.
        target: where the site goes; else ``site_dir`` of mkdocs.yml.

    Returns:
        The folder of the finished site.

    Raises:
        YangeError: when the site cannot be built; what stood in the target before then still stands there.

    """
    read = inputs(root)
    found = standing(root, on, target, read)
    if found is not None:
        return found
    from yange.mkdocs_plugin.building import build_anew

    return build_anew(root, on, target, read)


def serve_site(root: Path, *, on: date | None = None, address: str = "127.0.0.1:8000") -> None:
    """Serve the site with MkDocs' own server until it is stopped; ``policies`` and templates are watched.

    Raises:
        YangeError: when mkdocs.yml is at fault or the site cannot be built.

    """
    from yange.mkdocs_plugin.building import serve_anew

    serve_anew(root, on, address)
