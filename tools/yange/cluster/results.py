"""What the workers of a cluster hand over: sealed files in a folder or an object store that all of them reach.

A result is named by the hash of all that it was made from and by nothing else: which worker made it, and when, changes
no name. So what a worker finished before it ended is there for the next one, and what was finished before a command was
killed is there for the next command. The address is one of fsspec: a path, or ``s3://bucket/folder`` with the packages
and the settings that fsspec names for it.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from typing import Any

from fsspec import url_to_fs

from yange.cache.store import Seal

__all__ = ["Results"]


@dataclass(frozen=True, slots=True)
class Results:
    """Values at an address, sealed with a key; only what bears the seal is read, as the values are Python's pickles."""

    address: str
    key: bytes

    def put(self, name: str, value: object) -> None:
        """Keep a value under a name, the same for all who name it."""
        files, folder = url_to_fs(self.address)
        place = _place(folder, name)
        files.makedirs(place.rpartition("/")[0], exist_ok=True)
        files.pipe_file(place, Seal(self.key).close(pickle.dumps(value), name))

    def get(self, name: str) -> tuple[Any] | None:
        """Return the value in a tuple; ``None`` where there is none that was written whole with this key."""
        files, folder = url_to_fs(self.address)
        try:
            content = Seal(self.key).open(files.cat_file(_place(folder, name)), name)
        except FileNotFoundError:
            return None
        return None if content is None else (pickle.loads(content),)  # noqa: S301 - sealed by this project's key

    def remove(self, name: str) -> None:
        """Remove a value, if it is there."""
        files, folder = url_to_fs(self.address)
        place = _place(folder, name)
        if files.exists(place):
            files.rm_file(place)


def _place(folder: str, name: str) -> str:
    return f"{folder.rstrip('/')}/{name[:2]}/{name}"
