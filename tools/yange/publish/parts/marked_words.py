"""The words of an edge as HTML: what stayed, what went, what came, and where it went to or came from."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from yange.compare.result import Edge, Edit
from yange.publish.facts.words import Words
from yange.publish.templates import printed

__all__ = ["names_others", "new_side", "pieces"]


def names_others(edge: Edge) -> bool:
    """Return whether an edge's pieces name other clauses, in words of the page's language."""
    return any(edit.elsewhere for edit in edge.edits)


def pieces(edge: Edge, words: Words | None = None) -> Markup:
    """Return both sides of an edge in one run of words, with ``<ins>`` and ``<del>``.

    ``words`` are needed where it :func:`names_others`.
    """
    return _joined(edge.edits, words)


def new_side(edge: Edge, words: Words | None = None) -> Markup:
    """Return the newer side alone, what came marked; ``words`` as for :func:`pieces`."""
    return _joined((edit for edit in edge.edits if edit.op != "delete"), words)


def _joined(edits: Iterable[Edit], words: Words | None) -> Markup:
    return Markup("".join(_piece(edit, words) for edit in edits if edit.text))  # noqa: S704 - escaped piece by piece


def _piece(edit: Edit, words: Words | None) -> str:
    """Return an edit as HTML; its words are escaped."""
    if edit.op == "equal":
        return printed(edit.text)
    name = "ins" if edit.op == "insert" else "del"
    css = "elsewhere" if edit.elsewhere else edit.grade or "plain"
    text = edit.text.lstrip("\n")
    breaks = "\n" * (len(edit.text) - len(text))
    note = f'<span class="y-else">{_note(edit, words)}</span>' if edit.elsewhere and text else ""
    return f'{breaks}<{name} class="y-{css}">{printed(text)}{note}</{name}>'


def _note(edit: Edit, words: Words | None) -> str:
    if words is None:
        raise ValueError("the piece names another clause, and there are no words to say so")
    return words.html("compare.from" if edit.op == "insert" else "compare.to", label=words.label(edit.elsewhere))
