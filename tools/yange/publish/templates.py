"""The Jinja2 environment of the pages: autoescape on, undefined names refused."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.runtime import Context

__all__ = ["environment"]


class _Direct(Context):
    """Calls what a template calls as it is.

    Jinja looks at every callable, several times, for one that wants the template's context as its first argument. None
    of ours does, and a page makes hundreds of calls.
    """

    def call(self, called: Any, *arguments: Any, **named: Any) -> Any:
        """Call it; what the compiled template adds for such callables is left out."""
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return called(*arguments, **named)


def environment(folders: Sequence[Path]) -> Environment:
    """Return an environment that looks for page templates in these folders, the first one first."""
    made = Environment(
        loader=FileSystemLoader([folder / "site" for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
    )
    made.context_class = _Direct
    return made
