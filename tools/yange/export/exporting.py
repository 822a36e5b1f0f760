"""Write an export: aside first, then in its place, and never over what Yange did not write."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

from yange.cache.comparisons import MOST, KeptComparisons
from yange.cache.folder import cache_folder
from yange.cache.store import Seal, Store
from yange.export.printer import Printer
from yange.problems import YangeError
from yange.project import Project
from yange.publish.context import SiteContext
from yange.storage.made_folders import MadeFolders
from yange.storage.state import ProjectState
from yange.storage.writing import replacing, sweep_beside

__all__ = ["write_export"]


def write_export(
    project: Project, state: ProjectState, printer: Printer, target: Path, on: date, place: Callable[[Path], Path]
) -> str:
    """Write an export and return a line about it.

    Args:
        project: what is exported, as it may be published.
        state: of the project, under its lock.
        printer: the format.
        target: the file or folder; an earlier export in the same format is replaced.
        on: the day of the statuses.
        place: returns the real path of a folder that may be written, as builds of the site use it.

    Raises:
        YangeError: when something else is there, or the machine refuses; what was there before is unchanged.

    """
    kept = KeptComparisons(Store(cache_folder(state, "compare"), Seal(state.key()), most=MOST))
    context = SiteContext(project.library, project.timeline, project.settings, on, (), kept, project=project.root)
    try:
        write = _folder if printer.folder else _file
        return write(context, printer, target, state, place)
    except OSError as failure:
        raise YangeError(f"{target}: the export was not written: {failure.strerror or failure}") from failure
    finally:
        kept.close()


def _file(
    context: SiteContext, printer: Printer, target: Path, _state: ProjectState, _place: Callable[[Path], Path]
) -> str:
    if os.path.lexists(target) and not (target.is_file() and not target.is_symlink() and printer.is_own(target)):
        raise YangeError(
            f"{target}: something is there that is no export in the format {printer.name}, so nothing was written;"
            " name another file"
        )
    sweep_beside(target)
    with replacing(target) as aside:
        return printer.write(context, Path(aside.name))


def _folder(
    context: SiteContext, printer: Printer, target: Path, state: ProjectState, place: Callable[[Path], Path]
) -> str:
    made, real = MadeFolders(state), place(target)
    made.finish(real)
    real.parent.mkdir(parents=True, exist_ok=True)
    fresh = made.beside(real)
    try:
        said = printer.write(context, fresh)
        made.replace(fresh, real)
    except BaseException:
        made.discard(fresh)
        raise
    return said
