"""The Jinja2 environment of the pages: autoescape on, undefined names refused."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

__all__ = ["environment"]


def environment(folders: Sequence[Path]) -> Environment:
    """Return an environment that looks for page templates in these folders, the first one first."""
    return Environment(
        loader=FileSystemLoader([folder / "site" for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
    )
