"""The JSON Schemas (2020-12) of machine output, of the site's data and of the files that people write.

They are generated from the types (``make schemas``) and published by every site under ``/schemas/``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

__all__ = ["FOLDER", "schema_files"]

FOLDER = Path(__file__).resolve().parent


def schema_files() -> Iterator[tuple[str, bytes]]:
    """Yield name (``compare.json``) and content of each schema, in order of name."""
    for path in sorted(FOLDER.glob("*.json")):
        yield path.name, path.read_bytes()
