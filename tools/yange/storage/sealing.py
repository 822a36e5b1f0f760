"""Content that only this machine's own state for a project can have written.

Caches lie in the project, where a branch can bring any file. What is read from one counts only where its seal is right,
and the key of the seal lies outside everything that git carries (:mod:`yange.storage.state`).
"""

from __future__ import annotations

import hmac

__all__ = ["Seal"]


class Seal:
    """Seals what is kept, and opens only what it sealed itself."""

    def __init__(self, key: bytes) -> None:
        """Take the key of a project's state."""
        self._key = key

    def close(self, content: bytes) -> bytes:
        """Return the content with its seal before it, on a line of its own."""
        return self._mark(content) + b"\n" + content

    def open(self, data: bytes) -> bytes | None:
        """Return the content of what :meth:`close` returned, ``None`` for anything else."""
        mark, _, content = data.partition(b"\n")
        return content if hmac.compare_digest(mark, self._mark(content)) else None

    def _mark(self, content: bytes) -> bytes:
        return hmac.digest(self._key, content, "sha256").hex().encode()
