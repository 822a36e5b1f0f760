"""Machine output as a document."""

from __future__ import annotations

from yange.characters import escaped_json
from yange.coding import Output, indented

__all__ = ["document"]


def document(output: Output) -> str:
    """Return machine output as the JSON document that commands print; what prints nothing is escaped."""
    return escaped_json(indented(output)) + "\n"
