"""The words of an edge as HTML: what stayed, what went, what came, and where it went to or came from."""

from __future__ import annotations

from markupsafe import Markup, escape

from yange.compare.report import Edge, Edit
from yange.publish.context import View

__all__ = ["new_side", "pieces"]


def pieces(view: View, edge: Edge) -> Markup:
    """Return both sides of an edge in one run of words, with ``<ins>`` and ``<del>``."""
    return Markup("".join(_piece(view, edit) for edit in edge.edits if edit.text))  # noqa: S704 - escaped piece by piece


def new_side(view: View, edge: Edge) -> Markup:
    """Return the newer side alone, what came marked."""
    shown = (edit for edit in edge.edits if edit.text and edit.op != "delete")
    return Markup("".join(_piece(view, edit) for edit in shown))  # noqa: S704 - escaped piece by piece


def _piece(view: View, edit: Edit) -> str:
    """Return an edit as HTML; its words are escaped."""
    if edit.op == "equal":
        return escape(edit.text)
    name, words = ("ins", "compare.from") if edit.op == "insert" else ("del", "compare.to")
    css = "elsewhere" if edit.elsewhere else edit.grade or "plain"
    start = len(edit.text) - len(edit.text.lstrip("\n"))
    breaks, text = edit.text[:start], edit.text[start:]
    note = ""
    if edit.elsewhere and text:
        note = f'<span class="y-else">{escape(view.words(words, label=edit.elsewhere))}</span>'
    return f'{breaks}<{name} class="y-{css}">{escape(text)}{note}</{name}>'
