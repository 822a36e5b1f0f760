"""Building the site into a fresh folder that takes the old one's place, and serving it while texts are edited.

MkDocs and what makes the pages are loaded only where something is to be built.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from yange.cache.site_record import inputs, standing
from yange.storage.state import ProjectState
from yange.storage.writing import at_work

if TYPE_CHECKING:
    from yange.project import LoadedTexts

__all__ = ["build_site", "prepared_site", "serve_site"]


def build_site(root: Path, *, on: date | None = None, target: Path | None = None, jobs: int = 1) -> Path:
    """Build the site of the project at ``root``, strictly, into a fresh folder that then takes the old one's place.

    The build is skipped if inputs and outputs are unchanged.

    Args:
        root: the project.
        on: the day for which statuses are shown; else the setting, else today.
        target: where the site goes; else ``site_dir`` of mkdocs.yml.
        jobs: how many processes make pages.

    Returns:
        The folder of the finished site.

    Raises:
        YangeError: when the site cannot be built; the target is then as it was before.

    """
    with at_work(root, "build") as session:
        return prepared_site(session.state, root, on=on, target=target, jobs=jobs)(None)


def prepared_site(
    state: ProjectState,
    root: Path,
    *,
    on: date | None = None,
    target: Path | None = None,
    progress: Callable[[str, int, int], None] | None = None,
    jobs: int = 1,
) -> Callable[[LoadedTexts | None], Path]:
    """See that the site can be put where it is to be, and return what builds it of texts that were read since.

    The arguments are those of :func:`build_site`, and the project's state, under its lock. What is returned reads the
    texts itself where it is given none. ``progress`` is called with what is written, how many of it, and of how many.
    ``jobs`` is how many processes make pages; with more than one, the script that is run must be importable.

    Raises:
        YangeError: when mkdocs.yml is at fault, or yange must not put a site there; nothing was touched then.

    """
    read = inputs(root)
    found = standing(state, on, target, read, datetime.now(UTC))

    def anew() -> Callable[[LoadedTexts | None], Path]:
        from yange.mkdocs_plugin.mkdocs_build import prepared

        return prepared(state, root, on, target, read, progress, jobs)

    if found is None:
        return anew()
    return lambda texts: found if inputs(root) == read else anew()(texts)


def serve_site(root: Path, *, on: date | None = None, address: str = "127.0.0.1:8000") -> None:
    """Serve the site with MkDocs' own server until it is stopped; ``policies`` and templates are watched.

    Raises:
        YangeError: when mkdocs.yml is at fault or the site cannot be built.

    """
    from yange.mkdocs_plugin.mkdocs_build import serve_anew

    serve_anew(root, on, address)
