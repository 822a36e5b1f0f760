"""Writing one file whole or not at all, anywhere on the machine (:mod:`yange.writing` is for a project's texts)."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path

__all__ = ["replace_file"]


def replace_file(path: Path, data: bytes) -> None:
    """Put ``data`` where ``path`` is: a reader sees the old file or the new one, never a part.

    Raises:
        OSError: when the machine refuses; the old file then still stands, and nothing is left beside it.

    """
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name[:40]}-", delete=False) as aside:
        fresh = Path(aside.name)
        try:
            aside.write(data)
            aside.flush()
            fresh.chmod(0o644)
            fresh.replace(path)
        except BaseException:
            with suppress(OSError):
                fresh.unlink()
            raise
