"""The clauses of a text as HTML, as far as the pages of all languages have it alike: words, anchor, name, citation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from yange.publish.citing import Forms
from yange.publish.clauses import Called
from yange.publish.templates import printed
from yange.publish.text import Block
from yange.publish.words import Words

__all__ = ["Clause", "Groups", "Permalinks", "clauses"]


@dataclass(frozen=True, slots=True)
class Clause:
    """A block ready to print.

    ``words`` is the clause's element without its end; ``called`` its name and ``named`` the attributes that tell
    scripts of it, empty where it has none; ``quoted`` its citation. All but ``called`` is HTML.
    """

    block: Block
    words: Markup
    called: Called | None
    named: str
    quoted: str


Groups = list[tuple[str, list[Clause]]]
"""Clauses by the annex or notice they stand in."""


def clauses(blocks: Iterable[Block], names: Mapping[str, Called], forms: Forms) -> Groups:
    """Return the blocks of a text ready to print, by the annex or notice they stand in."""
    made = (_clause(block, names.get(block.path), forms) for block in blocks)
    return [(group, list(members)) for group, members in groupby(made, key=lambda clause: clause.block.group)]


def _clause(block: Block, called: Called | None, forms: Forms) -> Clause:
    if called is None:
        return Clause(block, _words(block), None, "", "")
    named = f' data-zh="{printed(called.chinese)}" data-en="{printed(called.english)}"'
    return Clause(block, _words(block), called, named, printed(forms.clause(called)))


def _words(block: Block) -> Markup:
    css = f"y-clause y-{block.kind} y-d{block.depth}{' y-numbered' if block.label else ''}"
    css += f"{' y-hangs' if block.hangs else ''}{f' y-as-{block.role}' if block.role else ''}"
    label = f'<span class="y-label">{printed(block.label)}</span>' if block.label else ""
    lines = "".join(
        f'<p id="{printed(anchor)}">{printed(text)}</p>' if anchor else f"<p>{printed(text)}</p>"
        for anchor, text in block.paragraphs
    )
    return Markup(  # noqa: S704 - escaped piece by piece
        f'<div class="{css}" id="{printed(block.path)}">{label}<div class="y-words">{lines}</div>'
    )


class Permalinks:
    """Makes the link of a clause to itself, in one language."""

    def __init__(self, words: Words) -> None:
        """Take the language's words."""
        self._plain = printed(words("version.permalink.plain"))
        self._before, self._after = map(printed, words("version.permalink", label="\0").split("\0"))
        self._language = printed(words.html_language)

    def of(self, clause: Clause) -> Markup:
        """Return the link as HTML."""
        block = clause.block
        said = f"{self._before}{printed(block.name)}{self._after}" if block.name else self._plain
        link = f'<a class="y-perma" href="#{printed(block.path)}" lang="{self._language}" aria-label="{said}"'
        return Markup(f"{link}{clause.named}>#</a>")  # noqa: S704 - escaped piece by piece
