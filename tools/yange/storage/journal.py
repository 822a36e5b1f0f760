"""The journal of one write: several files of a project change together, whatever fails and whenever it is killed.

The journal is a folder of this machine's state (:mod:`yange.storage.state`), never of the project; its name says what
whoever finds it has to do. ``stage``: nothing yet. ``undo``: the plan is complete, and new contents are being laid
beside their targets under names that the plan gives; old contents count. ``redo``: one renaming has decided; the
contents take their places by renaming within their folder, so the state may lie on another file system; new contents
count. ``done``: only to be cleared away. A failure turns ``redo`` back into ``undo``.

A plan is carried out only if it is authenticated with the key of the project's state and the project's real path,
and only for the files it names. A file that holds neither its old nor its new content was changed by a person since: it
is left alone.
"""

from __future__ import annotations

import hmac
import json
import os
import shutil
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from pathlib import Path, PurePosixPath

from yange.problems import YangeError
from yange.storage.machine import flush
from yange.storage.state import ProjectState, UntrustedError, put, take, take_key, write_new

__all__ = ["Direction", "Journal", "begin", "find", "inside", "last_write", "sweep", "written"]

_STAGE, _DONE = "stage", "done"
_PLAN, _CONTENTS = "plan", "contents"
_LAST, _WRITTEN = "last", "written.json"
_FORMS = ("config.yml", "correction.yml", "text.yml")
_DOTTED_FILES = frozenset(
    {
        *(".gitignore", ".gitattributes", ".pre-commit-config.yaml", ".gitlab-ci.yml"),
        *(f".github/workflows/{name}.yml" for name in ("check", "comment", "digest", "pages", "review", "watch")),
        *(f".gitea/workflows/{name}.yml" for name in ("check", "digest", "pages", "watch")),
        *(f"{folder}/ISSUE_TEMPLATE/{name}" for folder in (".github", ".gitea") for name in _FORMS),
        *(f".gitlab/issue_templates/{name}.md" for name in ("correction", "text")),
        *(f"{folder}/pull_request_template.md" for folder in (".github", ".gitea")),
        ".gitlab/merge_request_templates/Default.md",
        *(f"{folder}/CODEOWNERS" for folder in (".github", ".gitea", ".gitlab")),
    }
)
"""The only files with a dot in a name's front that a command plans, each in full: such names steer git or a forge."""
_DOTTED = _DOTTED_FILES | {str(up) for path in _DOTTED_FILES for up in PurePosixPath(path).parents if up.name}


class Direction(StrEnum):
    """Which contents count while a journal is there."""

    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class _Piece:
    """A content: where it begins in the journal's file of contents, its length in bytes, its SHA-256."""

    start: int
    length: int
    digest: str


@dataclass(frozen=True, slots=True)
class _Step:
    """What happens to a file: ``None`` for a content means that there is none. ``mode`` are the new file's bits."""

    path: str
    old: _Piece | None
    new: _Piece | None
    mode: int

    def piece(self, direction: Direction) -> _Piece | None:
        """Return the content that counts."""
        return self.new if direction is Direction.REDO else self.old


@dataclass(frozen=True, slots=True)
class _Plan:
    """``folders`` are new with the write, outermost first."""

    command: str
    token: str
    steps: tuple[_Step, ...]
    folders: tuple[str, ...]


class Journal:
    """A journal that is there: the plan is complete and this machine's own."""

    def __init__(self, state: ProjectState, folder: Path, direction: Direction, plan: _Plan) -> None:
        self._state = state
        self._root = state.root
        self._folder = folder
        self._plan = plan
        self.direction = direction

    # -- what others may know --------------------------------------------------------------------------------------

    @property
    def root(self) -> Path:
        """The project's real path."""
        return self._root

    @property
    def command(self) -> str:
        """The command that began the write."""
        return self._plan.command

    @property
    def token(self) -> str:
        """A random name of the write."""
        return self._plan.token

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders that are new with the write."""
        return self._plan.folders

    def contents(self) -> dict[str, bytes | None] | None:
        """Return what counts of each file of the plan, but for files that a person has changed since.

        ``None`` where the journal has been cleared away meanwhile.

        Raises:
            YangeError: when the machine refuses to read it.

        """
        data = take(self._folder / self.direction / _CONTENTS)
        if data is None:
            return None
        return {
            step.path: None if (piece := step.piece(self.direction)) is None else _cut(data, piece)
            for step in self._plan.steps
            if not self._changed_since(step)
        }

    # -- the way of a write -----------------------------------------------------------------------------------------

    def prepare(self) -> None:
        """Make the new folders and write the new contents beside their targets, once the plan is on the disk.

        Raises:
            OSError: when the machine refuses; :meth:`back` clears it away.

        """
        flush(self._folder)
        for folder in self._plan.folders:
            inside(self._root, folder).mkdir()
        data = self._data
        for nth, step in enumerate(self._plan.steps):
            if step.new is not None:
                self._lay(nth, step, _cut(data, step.new))

    def turn(self, direction: Direction) -> None:
        """Let the other contents count: this decides. Either can be carried out from any mixture of the two.

        Raises:
            OSError: when the machine refuses; nothing has changed then.

        """
        (self._folder / self.direction).rename(self._folder / direction)
        self.direction = direction

    def forward(self) -> tuple[str, ...]:
        """Put the new contents in place; return the files that hold neither content, and are left alone.

        Raises:
            OSError: when the machine refuses.

        """
        for folder in self._plan.folders:
            inside(self._root, folder).mkdir(exist_ok=True)
        left = self._set_all()
        self._flush_targets()
        return left

    def back(self) -> tuple[str, ...]:
        """Put the old contents in place, and clear away what :meth:`prepare` made; return what is left alone.

        Raises:
            OSError: when the machine refuses.

        """
        left = self._set_all()
        self._clear_laid()
        for folder in reversed(self._plan.folders):
            place = self._root / folder
            if place.is_dir() and not place.is_symlink() and not any(place.iterdir()):
                place.rmdir()
        return left

    def close(self) -> None:
        """Note what was written and clear the journal away.

        Raises:
            OSError: when the machine refuses; the journal then stays, and the command that finds it has nothing to do.

        """
        folder = self._state.made()
        if self.direction is Direction.REDO:
            self._clear_laid()
            noted = written(self._state)
            for step in self._plan.steps:
                if step.new is None:
                    noted.pop(step.path, None)
                else:
                    noted[step.path] = step.new.digest
            put(folder / _WRITTEN, json.dumps(noted, ensure_ascii=False, indent=0, sort_keys=True).encode())
        put(folder / _LAST, self.token.encode())
        (self._folder / self.direction).rename(self._folder / _DONE)
        shutil.rmtree(self._folder / _DONE, ignore_errors=True)

    def finish(self) -> tuple[str, ...]:
        """Finish or undo a write that broke off; return the files that a person has changed since, left as they are.

        A write that was decided is undone where a person went on with the old content of one of its files.

        Raises:
            OSError: when the machine refuses.

        """
        steps = enumerate(self._plan.steps)
        if self.direction is Direction.REDO and any(
            self._changed_since(step) and self._laid(nth, step).exists() for nth, step in steps
        ):
            self.turn(Direction.UNDO)
        left = self.forward() if self.direction is Direction.REDO else self.back()
        self.close()
        return left

    # -- inside -----------------------------------------------------------------------------------------------------

    @cached_property
    def _data(self) -> bytes:
        return take(self._folder / self.direction / _CONTENTS) or b""

    def _laid(self, nth: int, step: _Step) -> Path:
        return inside(self._root, step.path).with_name(f".yange-{self.token}-{nth}")

    def _lay(self, nth: int, step: _Step, content: bytes) -> Path:
        place = self._laid(nth, step)
        with suppress(FileNotFoundError):
            place.unlink()
        write_new(place, content, step.mode)
        return place

    def _set_all(self) -> tuple[str, ...]:
        return tuple(step.path for nth, step in enumerate(self._plan.steps) if not self._set(nth, step))

    def _set(self, nth: int, step: _Step) -> bool:
        """Replace the other content with the one that counts; return whether the target has it now."""
        target = inside(self._root, step.path)
        due = step.piece(self.direction)
        found = _digest(target)
        if found == _of(due):
            return True
        if found not in {_of(step.old), _of(step.new)}:
            return False
        if due is None:
            target.unlink(missing_ok=True)
            return True
        laid = self._laid(nth, step)
        if _digest(laid) != due.digest:
            self._lay(nth, step, _cut(self._data, due))
        laid.replace(target)
        return True

    def _clear_laid(self) -> None:
        for nth, step in enumerate(self._plan.steps):
            with suppress(FileNotFoundError, NotADirectoryError):
                self._laid(nth, step).unlink()

    def _changed_since(self, step: _Step) -> bool:
        return _digest(inside(self._root, step.path)) not in {_of(step.old), _of(step.new)}

    def _flush_targets(self) -> None:
        parents = {inside(self._root, step.path).parent for step in self._plan.steps}
        for parent in sorted(parents):
            if parent.is_dir():
                flush(parent)


def begin(
    state: ProjectState, command: str, changed: Mapping[str, bytes], gone: Sequence[str], old: Mapping[str, bytes]
) -> Journal:
    """Lay down the plan of a write; nothing of the project is touched. Call it under the lock, after :func:`sweep`.

    Args:
        state: the project's.
        command: what the write is part of.
        changed: new contents by path.
        gone: paths to remove.
        old: the present contents by path; none for a path that is missing.

    Raises:
        OSError: when the machine refuses.

    """
    folder = state.made()
    stage = folder / _STAGE
    stage.mkdir(mode=0o700)
    contents = bytearray()

    def piece(content: bytes | None) -> _Piece | None:
        if content is None:
            return None
        contents.extend(content)
        return _Piece(len(contents) - len(content), len(content), sha256(content).hexdigest())

    steps = tuple(
        _Step(path, piece(old.get(path)), piece(changed.get(path)), _mode(state.root / path))
        for path in sorted({*changed, *gone})
    )
    plan = _Plan(command, os.urandom(8).hex(), steps, tuple(_missing_folders(state.root, changed)))
    write_new(stage / _CONTENTS, bytes(contents), 0o600)
    write_new(stage / _PLAN, _sealed(state, plan), 0o600)
    stage.rename(folder / Direction.UNDO)
    return Journal(state, folder, Direction.UNDO, plan)


def find(state: ProjectState) -> Journal | None:
    """Return the journal that is there.

    Raises:
        UntrustedError: for one that this machine did not write for this project at this place.
        YangeError: when the machine refuses to read it.

    """
    for folder in state.found():
        for direction in (Direction.REDO, Direction.UNDO):
            data = take(folder / direction / _PLAN)
            if data is not None:
                return Journal(state, folder, direction, _opened(state, folder / direction, data))
    return None


def last_write(state: ProjectState) -> tuple[bytes | None, ...]:
    """Return what changes with every write that has come to its end."""
    return tuple(take(folder / _LAST) for folder in state.found())


def written(state: ProjectState) -> dict[str, str]:
    """Return the SHA-256 of what Yange last wrote, by path. A list that cannot be read is an empty one."""
    found: dict[str, str] = {}
    for folder in reversed(list(state.found())):
        with suppress(ValueError):
            noted = json.loads(take(folder / _WRITTEN) or b"{}")
            if isinstance(noted, dict):
                found |= noted
    return found


def sweep(state: ProjectState) -> None:
    """Clear away what was never planned to the end, or is done. Call it under the lock.

    Raises:
        OSError: when the machine refuses.

    """
    for folder in state.found():
        for name in (_STAGE, _DONE, *Direction):
            place = folder / name
            if place.is_dir() and (name in {_STAGE, _DONE} or not (place / _PLAN).exists()):
                shutil.rmtree(place)
        for fresh in folder.glob("*.new"):
            fresh.unlink()


def inside(root: Path, path: str) -> Path:
    """Return the place on the disk of a path of the project.

    Raises:
        YangeError: for a path that leads out of the project or through a link, or a name with a dot in front.

    """
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or not pure.parts or "\0" in path:
        raise YangeError(f"{path}: is outside the project {root}; nothing was written")
    if path not in _DOTTED and any(part.startswith(".") for part in pure.parts):
        raise YangeError(f"{path}: a name with a dot in front is never written; nothing was written")
    target = root
    for part in pure.parts:
        target /= part
        if target.is_symlink():
            raise YangeError(f"{target}: is a symbolic link, which is never written through; nothing was written")
    return target


def _sealed(state: ProjectState, plan: _Plan) -> bytes:
    steps = [[step.path, _plain(step.old), _plain(step.new), step.mode] for step in plan.steps]
    fields = {"command": plan.command, "token": plan.token, "steps": steps, "folders": plan.folders}
    body = json.dumps({"root": os.fspath(state.root), **fields}).encode()
    return _seal(state.key(), body) + b"\n" + body


def _opened(state: ProjectState, place: Path, data: bytes) -> _Plan:
    seal, _, body = data.partition(b"\n")
    key = take_key(place.parent)
    if key is None or not hmac.compare_digest(seal, _seal(key, body)):
        raise UntrustedError(f"{place}: was not written by this machine's yange and is not obeyed; remove it")
    fields = json.loads(body)
    if fields["root"] != os.fspath(state.root):
        raise UntrustedError(
            f"{place}: a write broke off while the project was at {fields['root']}; move it back there and write again,"
            f" or look at the texts and remove the folder"
        )
    steps = tuple(_Step(path, _piece(old), _piece(new), mode) for path, old, new, mode in fields["steps"])
    return _Plan(fields["command"], fields["token"], steps, tuple(fields["folders"]))


def _seal(key: bytes, body: bytes) -> bytes:
    return hmac.digest(key, body, "sha256").hex().encode()


def _plain(piece: _Piece | None) -> list[object] | None:
    return None if piece is None else [piece.start, piece.length, piece.digest]


def _piece(plain: Sequence[object] | None) -> _Piece | None:
    return None if plain is None else _Piece(*plain)  # type: ignore[arg-type]


def _cut(data: bytes, piece: _Piece) -> bytes:
    content = data[piece.start : piece.start + piece.length]
    if sha256(content).hexdigest() != piece.digest:
        raise YangeError("the journal of a write that broke off is damaged; look at the texts (git diff) and remove it")
    return content


def _of(piece: _Piece | None) -> str | None:
    return None if piece is None else piece.digest


def _digest(file: Path) -> str | None:
    try:
        return sha256(file.read_bytes()).hexdigest()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _mode(target: Path) -> int:
    try:
        return stat.S_IMODE(target.lstat().st_mode) & 0o777
    except (FileNotFoundError, NotADirectoryError):
        return 0o644


def _missing_folders(root: Path, paths: Iterable[str]) -> Iterator[str]:
    """Yield the folders that must be made, outermost first."""
    parents = {parent for path in paths for parent in PurePosixPath(path).parents}
    yield from (str(parent) for parent in sorted(parents) if not (root / parent).is_dir())
