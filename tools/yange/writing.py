"""Writing files of a project all or nothing, whatever fails and whenever the process is killed.

New contents are staged aside with a plan of what goes where; renaming the stage to :data:`JOURNAL` decides. From then
on the write will be finished: at once, or by :func:`recover` before the next reading or writing. Before that, nothing
has happened. What fails without a kill is taken back at once from copies of the old files.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from yange.problems import YangeError

__all__ = ["JOURNAL", "recover", "write_files"]

JOURNAL = ".yange-write"
_STAGE = ".yange-stage-"
_PLAN = "plan.json"


def write_files(root: Path, files: Mapping[str, str | bytes], remove: Iterable[str] = ()) -> tuple[str, ...]:
    """Write files below ``root``, all or nothing. Files that already hold the same bytes are left alone.

    Args:
        root: the project.
        files: content by path relative to ``root``, with ``/``.
        remove: paths to remove with it (a record that is named by another day now); missing ones are fine.

    Returns:
        The paths that were written, in order.

    Raises:
        YangeError: for a path outside ``root`` or through a symbolic link, and when the machine refuses; nothing was
            written then.

    """
    targets = {path: (_inside(root, path), _bytes(content)) for path, content in sorted(files.items())}
    gone = [path for path in sorted(set(remove) - set(files)) if _inside(root, path).is_file()]
    with _locked(root):
        _finish(root)
        changed = {path: content for path, (target, content) in targets.items() if not _same(target, content)}
        if changed or gone:
            _write(root, changed, gone)
    return tuple(changed)


def recover(root: Path) -> None:
    """Finish a write that was killed after it was decided, and clear away one that was killed before.

    Raises:
        YangeError: when the machine refuses to finish it.

    """
    if any(root.glob(".yange-*")):
        with _locked(root):
            _finish(root)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a stage holds: paths to write (their contents by position), paths to remove, folders that are new."""

    write: tuple[str, ...]
    remove: tuple[str, ...]
    folders: tuple[str, ...]

    def to_bytes(self) -> bytes:
        return json.dumps({"write": self.write, "remove": self.remove, "folders": self.folders}).encode()


@contextmanager
def _locked(root: Path) -> Iterator[None]:
    """Hold the project's folder, so that two writers cannot mix; a killed one lets go by itself."""
    try:
        handle = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as failure:
        raise YangeError(f"{root}: cannot be opened: {failure.strerror}; nothing was written") from failure
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _write(root: Path, changed: Mapping[str, bytes], gone: list[str]) -> None:
    try:
        stage = Path(tempfile.mkdtemp(dir=root, prefix=_STAGE))
    except OSError as failure:
        raise _refused(root, failure) from failure
    try:
        plan = _stage(root, stage, changed, gone)
        stage.rename(root / JOURNAL)
    except OSError as failure:
        shutil.rmtree(stage, ignore_errors=True)
        raise _refused(root, failure) from failure
    except BaseException:
        shutil.rmtree(stage, ignore_errors=True)
        raise
    try:
        _apply(root, plan)
    except BaseException as failure:
        _take_back(root, plan)
        if isinstance(failure, OSError):
            raise _refused(root, failure) from failure
        raise
    shutil.rmtree(root / JOURNAL)


def _refused(root: Path, failure: OSError) -> YangeError:
    reason = f"{failure.strerror} ({failure.filename})" if failure.filename else str(failure.strerror)
    return YangeError(f"{root}: nothing was written: {reason}; mend that and call again")


def _stage(root: Path, stage: Path, changed: Mapping[str, bytes], gone: list[str]) -> _Plan:
    """Put the new contents, copies of the old ones and the plan into ``stage``."""
    plan = _Plan(tuple(changed), tuple(gone), tuple(_missing_folders(root, changed)))
    for position, (path, content) in enumerate(changed.items()):
        _put(stage / f"new-{position}", content)
        _keep(root / path, stage / f"old-{position}")
    for position, path in enumerate(gone):
        _keep(root / path, stage / f"gone-{position}")
    _put(stage / _PLAN, plan.to_bytes())
    return plan


def _missing_folders(root: Path, paths: Iterable[str]) -> list[str]:
    """Name the folders that must be made, outermost first."""
    parents = {parent for path in paths for parent in PurePosixPath(path).parents}
    return [str(parent) for parent in sorted(parents) if not (root / parent).is_dir()]


def _put(file: Path, content: bytes) -> None:
    with file.open("wb") as handle:
        handle.write(content)
        handle.flush()
        os.fsync(handle.fileno())
    file.chmod(0o644)


def _keep(target: Path, copy: Path) -> None:
    if target.exists():
        shutil.copyfile(target, copy)


def _apply(root: Path, plan: _Plan) -> None:
    """Move everything into place; what was moved before a kill is moved already."""
    for folder in plan.folders:
        (root / folder).mkdir(exist_ok=True)
    for position, path in enumerate(plan.write):
        new = root / JOURNAL / f"new-{position}"
        if new.exists():
            new.replace(root / path)
    for path in plan.remove:
        (root / path).unlink(missing_ok=True)


def _take_back(root: Path, plan: _Plan) -> None:
    """Put the old files back; where the machine refuses even that, the journal stays and is finished later."""
    journal = root / JOURNAL
    with suppress(OSError):
        for position, path in enumerate(plan.write):
            old = journal / f"old-{position}"
            if old.exists():
                old.replace(root / path)
            elif not (journal / f"new-{position}").exists():
                (root / path).unlink(missing_ok=True)
        for position, path in enumerate(plan.remove):
            (journal / f"gone-{position}").replace(root / path)
        for folder in reversed(plan.folders):
            if (root / folder).is_dir():
                (root / folder).rmdir()
        shutil.rmtree(journal)


def _finish(root: Path) -> None:
    """Clear stages that were never decided and carry out the one that was."""
    for stage in root.glob(f"{_STAGE}*"):
        shutil.rmtree(stage, ignore_errors=True)
    journal = root / JOURNAL
    if not journal.is_dir():
        return
    try:
        found = json.loads((journal / _PLAN).read_bytes())
        plan = _Plan(tuple(found["write"]), tuple(found["remove"]), tuple(found["folders"]))
        for path in (*plan.write, *plan.remove, *plan.folders):
            _inside(root, path)
        _apply(root, plan)
        shutil.rmtree(journal)
    except (OSError, ValueError, KeyError, TypeError) as failure:
        raise YangeError(f"{journal}: a write that broke off cannot be finished: {failure}; mend that") from failure


def _bytes(content: str | bytes) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else content


def _same(target: Path, content: bytes) -> bool:
    try:
        return target.read_bytes() == content
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as failure:
        raise YangeError(f"{target}: cannot be read: {failure.strerror}; nothing was written") from failure


def _inside(root: Path, path: str) -> Path:
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or not pure.parts or "\0" in path:
        raise YangeError(f"{path}: lies outside the project {root}; nothing was written")
    target = root.joinpath(*pure.parts)
    if target.is_symlink() or not target.parent.resolve().is_relative_to(root.resolve()):
        raise YangeError(f"{path}: leads out of the project {root} through a symbolic link; nothing was written")
    return target
