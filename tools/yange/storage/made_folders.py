"""The folders that Yange made for a project on this machine: no other folder is ever emptied, replaced or removed.

A folder is ours when it holds the file :data:`MARKER` and this machine's own state says of its path that yange made it,
and with which marker: the time at which that very file was written, to the nanosecond. A branch can bring a file of
that name, but neither the note nor the time, and of the path of a copy nothing is noted. The marker holds the same
words everywhere, so that two builds of one site are equal to the byte.

Each folder is noted before it is made and until it is gone, so whatever a killed command left is found and
cleared away by the next one that writes. All of this is called under the project's lock.
"""

from __future__ import annotations

import hmac
import json
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from yange.problems import YangeError
from yange.storage.exchange_names import exchange
from yange.storage.machine import remove_tree
from yange.storage.pointers import pointed
from yange.storage.state import ProjectState, put, take

__all__ = ["MARKER", "MadeFolders"]

MARKER = ".yange-made"
_UNFINISHED = f"{MARKER}.new"
_WORDS = b"Yange made this folder and replaces or empties it as a whole. Keep nothing of your own in it.\n"
_NOTES = "folders.json"
_LONGEST = 40


@dataclass
class _Notes:
    """``made``: by folder, the times of markers that make it ours. ``making``: by folder in the making, what it is for.

    ``claiming``: folders that somebody else may have made and that get a marker; only the marker is taken back.
    Paths in the project are relative to it, so that they hold when it is moved.
    """

    made: dict[str, list[int]] = field(default_factory=dict)
    making: dict[str, dict[str, str]] = field(default_factory=dict)
    claiming: list[str] = field(default_factory=list)


class MadeFolders:
    """The folders of one project. Every path that is given must be absolute, with the links in it resolved."""

    def __init__(self, state: ProjectState) -> None:
        """Take the project's state, as :func:`yange.storage.locking.project_lock` gives it."""
        self._state = state
        self._root = state.root

    def ours(self, folder: Path) -> bool:
        """Return whether yange made the folder that is at this path now."""
        return self._mark(folder) in self._read().made.get(self._name(folder), ())

    def vacant(self, folder: Path) -> bool:
        """Return whether a folder may be made at this path: nothing is there, or an empty folder."""
        try:
            return {entry.name for entry in folder.iterdir()} <= {_UNFINISHED}
        except FileNotFoundError:
            return not os.path.lexists(folder)
        except OSError:
            return False

    def fresh(self, folder: Path, place: Path) -> Path:
        """Make a folder that is to take the place of another, or to be found behind the link ``place``.

        Raises:
            OSError: when the machine refuses, or something is there already.

        """
        notes = self._read()
        if os.path.lexists(folder):
            raise FileExistsError(17, "something is there already", str(folder))
        notes.making[self._name(folder)] = {"place": self._name(place)}
        self._write(notes)
        folder.mkdir()
        return folder

    def beside(self, place: Path) -> Path:
        """Make a folder beside ``place`` that is ours, to take its place when it is complete."""
        folder = self.fresh(next(self._free(place)), place)
        self.claim(folder)
        return folder

    def claim(self, folder: Path) -> None:
        """Mark a folder that is there, and was :meth:`vacant` or made by :meth:`fresh`, as ours.

        Raises:
            OSError: when the machine refuses.

        """
        unfinished = folder / _UNFINISHED
        notes, name = self._read(), self._name(folder)
        if name not in notes.making and name not in notes.claiming:
            notes.claiming.append(name)
            self._write(notes)
        with suppress(FileNotFoundError):
            unfinished.unlink()
        with unfinished.open("xb") as file:
            file.write(_WORDS)
        notes = self._read()
        notes.made[self._name(folder)] = [unfinished.lstat().st_mtime_ns]
        self._write(notes)
        unfinished.replace(folder / MARKER)

    def settle(self, folder: Path) -> None:
        """Note that a folder in the making is in use: it is behind the link that it was made for."""
        notes = self._read()
        notes.making.pop(self._name(folder), None)
        self._write(notes)

    def replace(self, fresh: Path, place: Path) -> None:
        """Let a folder that :meth:`beside` made take a place: one that is ours already, or :meth:`vacant`.

        Where the system can exchange names there is a whole folder at the place at every moment. Elsewhere there is
        none between two renames; a command that is killed just there leaves that to the next one that writes.

        Raises:
            YangeError: where something that is not ours came to be there; it is there still.
            OSError: when the machine refuses; what was there before is there still.

        """
        notes = self._read()
        mine = notes.made[self._name(fresh)]
        before = notes.made.get(self._name(place), [])
        notes.made[self._name(place)] = [*before, *mine]
        self._write(notes)
        if self.vacant(place):
            with suppress(FileNotFoundError):
                (place / _UNFINISHED).unlink()
                place.rmdir()  # where it is empty, and no other
            fresh.rename(place)
        else:
            self._exchange(fresh, place, before)
        notes = self._read()
        notes.made[self._name(place)] = mine
        plan = notes.making.get(self._name(fresh), {})
        if not any(os.path.lexists(self._path(name)) for name in (self._name(fresh), plan.get("aside", "")) if name):
            self._forget(notes, fresh)  # else the old folder could not be removed whole: finish() tries again
        self._write(notes)

    def discard(self, folder: Path) -> None:
        """Remove a folder that is ours or was being made.

        It stays noted until :meth:`finish` finds it gone: a process that is dying still may write to it once more.
        """
        notes = self._read()
        if self._name(folder) not in notes.making:
            notes.making[self._name(folder)] = {"place": self._name(folder)}
            with suppress(OSError):  # a full disk, perhaps; then there is room afterwards
                self._write(notes)
        remove_tree(folder)

    def finish(self, only: Path | None = None) -> None:
        """Clear away what a killed command left in the making, and put back what it had taken from its place.

        Args:
            only: the place for which something was in the making; else all of them.

        Raises:
            OSError: when the state cannot be written.

        """
        notes = self._read()
        gone = any(not os.path.lexists(self._path(name)) for name in notes.made)
        if not (notes.making or notes.claiming or gone):
            return
        for name in notes.claiming:
            with suppress(FileNotFoundError, NotADirectoryError):
                (self._path(name) / _UNFINISHED).unlink()
        notes.claiming.clear()
        for name, plan in list(notes.making.items()):
            folder, place = self._path(name), self._path(plan["place"])
            if only not in {None, place}:
                continue
            aside = self._path(plan["aside"]) if "aside" in plan else None
            left = [one for one in (folder, aside) if one is not None and os.path.lexists(one)]
            if aside is not None and not os.path.lexists(place):
                with suppress(OSError):
                    aside.rename(place)
            if pointed(place) == folder.name:
                notes.making.pop(name)
            elif left:
                for one in left:
                    remove_tree(one)
            else:
                self._forget(notes, folder)
        for name in [name for name in notes.made if not os.path.lexists(self._path(name))]:
            del notes.made[name]
        self._write(notes)

    def _exchange(self, fresh: Path, place: Path, before: list[int]) -> None:
        out = fresh if exchange(fresh, place) else self._renamed(fresh, place)
        if self._mark(out) not in before:
            if out != fresh:
                place.rename(fresh)
                out.rename(place)
            else:
                exchange(fresh, place)
            raise YangeError(f"{place}: somebody else's files came to be there meanwhile; they are left as they are")
        remove_tree(out)

    def _renamed(self, fresh: Path, place: Path) -> Path:
        aside = next(self._free(place))
        notes = self._read()
        notes.making[self._name(fresh)]["aside"] = self._name(aside)
        self._write(notes)
        place.rename(aside)
        try:
            fresh.rename(place)
        except OSError:
            aside.rename(place)
            raise
        return aside

    def _free(self, place: Path) -> Iterator[Path]:
        """Yield names beside ``place`` that nothing bears and nobody could guess without the key of the state."""
        key, number = self._state.key(), 0
        while True:
            said = hmac.digest(key, f"{self._name(place)}\0{number}".encode("utf-8", "surrogateescape"), "sha256")
            found = place.with_name(f".{place.name[:_LONGEST]}-{said.hex()[:16]}")
            if not os.path.lexists(found):
                yield found
            number += 1

    def _mark(self, folder: Path) -> int | None:
        """Return the time of the marker in a folder; ``None`` where there is none that yange wrote."""
        marker = folder / MARKER
        try:
            if not stat.S_ISDIR(folder.lstat().st_mode) or not stat.S_ISREG(marker.lstat().st_mode):
                return None
            return marker.lstat().st_mtime_ns if marker.read_bytes() == _WORDS else None
        except OSError:
            return None

    def _name(self, path: Path) -> str:
        return str(path.relative_to(self._root)) if path.is_relative_to(self._root) else str(path)

    def _path(self, name: str) -> Path:
        return self._root / name

    def _forget(self, notes: _Notes, folder: Path) -> None:
        notes.making.pop(self._name(folder), None)
        notes.made.pop(self._name(folder), None)

    def _read(self) -> _Notes:
        kept = (take(folder / _NOTES) for folder in self._state.found())
        found = next(filter(None, kept), None)
        if found is None:
            return _Notes()
        try:
            read = json.loads(found)
            return _Notes(read["made"], read["making"], read.get("claiming", []))
        except (ValueError, KeyError, TypeError):  # of another version; then nothing is known to be ours
            return _Notes()

    def _write(self, notes: _Notes) -> None:
        put(self._state.made() / _NOTES, json.dumps(asdict(notes)).encode())
