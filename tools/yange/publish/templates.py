"""The Jinja2 environment of the pages: autoescape on, undefined names refused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from jinja2.runtime import Context
from markupsafe import Markup, escape

__all__ = ["environment", "printed", "whole_days"]

_DAY = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")


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


_SPECIAL = re.compile("[&<>'\"]").search


def printed(value: object) -> str:
    """Return ``value`` escaped: what :func:`markupsafe.escape` does, but text that needs no escaping stays as it is."""
    if type(value) is Markup:
        return value
    if type(value) is str and _SPECIAL(value) is None:
        return value
    return escape(value)


class _Printing(CodeGenerator):
    """Compiles ``{{ … }}`` to a call of :func:`printed`: most of what a page prints is a short text without ``<``."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.printed(")


class _Environment(Environment):
    code_generator_class = _Printing
    context_class = _Direct
    printed = staticmethod(printed)


def environment(folders: Sequence[Path]) -> Environment:
    """Return an environment that looks for page templates in these folders, the first one first."""
    made = _Environment(
        loader=FileSystemLoader([folder / "site" for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
    )
    made.filters["whole_days"] = whole_days
    return made


def whole_days(words: str) -> Markup:
    """Return words as HTML in which no line ends within a day (2026-06-30)."""
    return Markup(_DAY.sub(r'<span class="y-nowrap">\g<0></span>', str(escape(words))))  # noqa: S704 - escaped on this line
