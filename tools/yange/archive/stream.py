"""The language of ``git fast-import``, as far as the archive speaks it.

The stream begins with ``feature done`` and ends with ``done``, so that git refuses a stream whose writer
died: without it a truncated history would look like a whole one. Everything that comes from a text goes in
with a byte count.
"""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType

from yange.archive.git_dates import ZONE
from yange.archive.tree_paths import is_tree_path
from yange.problems import YangeError

AUTHOR = "Yange <archive@yange.invalid>"
"""The same for every commit: who ran the tool is nobody's business and would change the ids."""

_CHUNK = 1 << 20


_BESIDE = frozenset({".legalize.yml"})
"""Paths beside those of policies that an export writes."""


class FastImport:
    """Writer of blobs and commits to ``write``; a context manager that ends with ``done`` only without errors."""

    def __init__(self, write: Callable[[bytes], object]) -> None:
        self._write = write
        self._pending = bytearray()
        self._marks = 0

    def __enter__(self) -> FastImport:
        """Open the stream."""
        self._put(b"feature done\n")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the stream; after an error it stays open-ended, and git throws everything away."""
        if kind is None:
            self._put(b"done\n")
            self._flush()

    def blob(self, content: bytes) -> int:
        """Write a file's content and return its mark."""
        mark = self._mark()
        self._put(b"blob\nmark :%d\ndata %d\n" % (mark, len(content)))
        self._put(content)
        self._put(b"\n")
        return mark

    def commit(self, branch: str, when: int, message: bytes, path: str, blob: int | None) -> int:
        """Write a commit on ``branch`` that sets one path to a blob, or removes it, and return its mark.

        ``when`` is in seconds since 1970-01-01 UTC.

        Raises:
            YangeError: for a path that the archive never writes.

        """
        if not is_tree_path(path) and path not in _BESIDE:
            raise YangeError(f"archive: refused to write the path {path!r}")
        mark = self._mark()
        who = f"{AUTHOR} {when} {ZONE}"
        change = f"D {path}" if blob is None else f"M 100644 :{blob} {path}"
        self._put(
            f"commit refs/heads/{branch}\nmark :{mark}\nauthor {who}\ncommitter {who}\ndata {len(message)}\n".encode()
        )
        self._put(message)
        self._put(f"\n{change}\n\n".encode())
        return mark

    def branch(self, name: str, commit: int) -> None:
        """Set a branch to a commit of this stream."""
        self._put(f"reset refs/heads/{name}\nfrom :{commit}\n\n".encode())

    def _mark(self) -> int:
        self._marks += 1
        return self._marks

    def _put(self, data: bytes) -> None:
        self._pending += data
        if len(self._pending) >= _CHUNK:
            self._flush()

    def _flush(self) -> None:
        self._write(bytes(self._pending))
        self._pending.clear()
