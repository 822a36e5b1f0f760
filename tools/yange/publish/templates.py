"""The Jinja2 environment of the pages: autoescape on, undefined names refused."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from keyword import iskeyword
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import (
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    Template,
    TemplateError,
)
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.nodes import Call, Expr, Getattr
from jinja2.runtime import Context
from markupsafe import Markup, escape

from yange.problems import YangeError

__all__ = ["CompiledTemplates", "environment", "printed", "rendered", "whole_days"]

_DAY = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")


_SPECIAL = re.compile("[&<>'\"]").search


def printed(value: object) -> str:
    """Return ``value`` escaped: what :func:`markupsafe.escape` does, but text that needs no escaping stays as it is."""
    if type(value) is Markup:
        return value
    if type(value) is str and _SPECIAL(value) is None:
        return value
    return escape(value)


class _Direct(CodeGenerator):
    """Compiles templates to the plain Python that they mean.

    ``{{ … }}`` becomes a call of :func:`printed`: most of what a page prints is a short text without ``<``. A call
    stays a call: Jinja looks at every callable, several times, for one that wants the template's context as its first
    argument, and none of ours does. A point means an attribute and nothing else: our values are records, not mappings.
    """

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.printed(")

    def visit_Call(self, node: Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802 - Jinja's name
        """Write a call without Jinja's detour, but for Python's own names and lists of arguments."""
        if node.dyn_args or node.dyn_kwargs or any(iskeyword(named.key) for named in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Write an attribute as one."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")


class CompiledTemplates(BytecodeCache):
    """Compiled templates, kept in memory for as long as the process runs: a server builds again and again.

    They are code, so none is ever read from a file. (Kept on disk they would save some 0.3 CPU seconds of a command.)
    One instance serves one kind of environment.
    """

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket with what was compiled from the same template."""
        checksum, code = self._known.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        if bucket.code is not None:
            self._known[bucket.key] = (bucket.checksum, bucket.code)


class _Template(Template):
    """Gives its macros to every page as they are: no page of ours has names of its own that they would see."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        return super()._get_default_module()


class _Environment(Environment):
    code_generator_class = _Direct
    template_class = _Template
    printed = staticmethod(printed)


_COMPILED = CompiledTemplates()


def environment(folders: Sequence[Path]) -> Environment:
    """Return an environment that looks for page templates in these folders, the first one first.

    A template ``yange/policy.html`` is always that of the last folder, so that one of the same name can extend it.

    A process compiles a template once, and anew when it has changed.
    """
    own, shipped = (FileSystemLoader([folder / "site" for folder in some]) for some in (folders, folders[-1:]))
    made = _Environment(
        loader=ChoiceLoader([own, PrefixLoader({"yange": shipped})]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
        optimized=False,
        bytecode_cache=_COMPILED,
    )
    made.filters["whole_days"] = whole_days
    return made


def rendered(made: Environment, template: str, values: Mapping[str, object]) -> str:
    """Return a page made from a template.

    Raises:
        YangeError: when the template is missing or at fault.

    """
    try:
        found = made.get_template(template)
        context = found.new_context(dict(values))
        try:
            return "".join(found.root_render_func(context))
        finally:
            # its macros hold the context and the context its macros: all that a page was made of would wait with them
            context.vars.clear()
            context.parent.clear()
    except (TemplateError, AttributeError) as failure:
        if isinstance(failure, AttributeError) and not _asked_by_template(failure):
            raise
        raise YangeError(f"templates/site/{template}: {type(failure).__name__}: {failure}") from failure


def _asked_by_template(failure: AttributeError) -> bool:
    """Return whether it was a template that asked for what is not there: Jinja puts its lines into the traceback."""
    step = failure.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    return step is not None and step.tb_frame.f_code.co_filename.endswith(".html")


def whole_days(words: str) -> Markup:
    """Return words as HTML in which no line ends within a day (2026-06-30)."""
    return Markup(_DAY.sub(r'<span class="y-nowrap">\g<0></span>', str(escape(words))))  # noqa: S704 - escaped on this line
