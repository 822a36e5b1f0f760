"""The clauses of a text as HTML, as far as the pages of all languages have it alike: words, anchor, name, citation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from markupsafe import Markup

from yange.publish.facts.blocks import ClauseBlock
from yange.publish.facts.clause_names import Called
from yange.publish.facts.words import Words
from yange.publish.parts.citation_forms import Forms
from yange.publish.templates import printed
from yange.timeline import Out
from yange.withdrawn import Withdrawn, last_out, mark, state

__all__ = ["ClauseHtml", "Groups", "Permalinks", "clauses"]


@dataclass(frozen=True, slots=True)
class ClauseHtml:
    """A block ready to print.

    ``opening`` begins the clause's element, with its label; ``words`` goes on with all but its end. ``outs`` are those
    that the record names this clause for, each with the label where it is for a part only. ``gone`` is the class of a
    clause that is out of force, by itself or with the one it stands in, and ``outside`` the attributes that tell
    scripts on which days. ``called`` is its name and ``named`` the attributes that tell scripts of it, empty where it
    has none; ``quoted`` its citation. All but ``called`` and ``outs`` is HTML.
    """

    block: ClauseBlock
    opening: Markup
    words: Markup
    outs: Sequence[tuple[str, Out]]
    gone: str
    outside: Markup
    called: Called | None
    named: str
    quoted: str


Groups = list[tuple[str, list[ClauseHtml]]]
"""Clauses by the annex or notice that contains them."""


def clauses(
    blocks: Iterable[ClauseBlock], names: Mapping[str, Called], forms: Forms, withdrawn: Withdrawn, on: date
) -> Groups:
    """Return the blocks of a text ready to print, by the annex or notice that contains them.

    Clauses out of force on the day ``on`` are marked.
    """
    language = "zh" if forms.chinese else "en"
    made = (_clause(block, names.get(block.path), forms, _Effect(block, withdrawn, on, language)) for block in blocks)
    return [(group, list(members)) for group, members in groupby(made, key=lambda clause: clause.block.group)]


class _Effect:
    """Whether a clause is out of force on a day, and on which days besides, in the words of the text's language."""

    def __init__(self, block: ClauseBlock, withdrawn: Withdrawn, on: date, language: str) -> None:
        outs = withdrawn.covering(block.paths)
        now = last_out(outs, on)
        self.outs = withdrawn.naming(block.paths) if outs else ()
        self.gone = f" y-gone y-gone-{state(now)}" if now is not None else ""
        self.said = mark(now, on, language) if now is not None else ""
        days = "\n".join(_days(out, language) for out in outs)
        self.outside = Markup(f' data-outs="{printed(days)}"' if days else "")  # noqa: S704 - escaped on this line


def _days(out: Out, language: str) -> str:
    """Return an out as scripts read it: first day, first day in again, what the clause is, the words of a citation."""
    said = mark(out, out.first or date.min, language)
    return "\t".join((str(out.first or ""), str(out.until or ""), state(out), said))


def _clause(block: ClauseBlock, called: Called | None, forms: Forms, effect: _Effect) -> ClauseHtml:
    parts = (_opening(block, effect), _words(block), effect.outs, effect.gone, effect.outside)
    if called is None:
        return ClauseHtml(block, *parts, None, "", "")
    named = f' data-zh="{printed(called.own)}" data-en="{printed(called.english)}"'
    named += " data-shared" if forms.is_shared(called) else ""
    return ClauseHtml(block, *parts, called, named, printed(forms.clause(called, effect.said)))


def _opening(block: ClauseBlock, effect: _Effect) -> Markup:
    css = f"y-clause y-{block.kind} y-d{block.depth}{' y-numbered' if block.label else ''}"
    css += f"{' y-hangs' if block.hangs else ''}{f' y-as-{block.role}' if block.role else ''}"
    label = f'<span class="y-label">{printed(block.label)}</span>' if block.label else ""
    return Markup(  # noqa: S704 - escaped piece by piece
        f'<div class="{css}{effect.gone}" id="{printed(block.path)}"{effect.outside}>{label}'
    )


def _words(block: ClauseBlock) -> Markup:
    lines = "".join(
        f'<p id="{printed(anchor)}">{printed(text)}</p>' if anchor else f"<p>{printed(text)}</p>"
        for anchor, text in block.paragraphs
    )
    return Markup(f'<div class="y-words">{lines}</div>')  # noqa: S704 - escaped piece by piece


class Permalinks:
    """Makes the link of a clause to itself, in one language."""

    def __init__(self, words: Words, within: str = "") -> None:
        """Take the language's words. ``within`` is the language tag of the text, which is not said again."""
        self._plain = printed(words("version.permalink.plain"))
        self._before, self._after = map(printed, words("version.permalink", label="\0").split("\0"))
        self._language = f' lang="{printed(words.html_language)}"' if words.html_language != within else ""

    def of(self, clause: ClauseHtml) -> Markup:
        """Return the link as HTML."""
        block = clause.block
        said = f"{self._before}{printed(block.name)}{self._after}" if block.name else self._plain
        link = f'<a class="y-perma" href="#{printed(block.path)}"{self._language} aria-label="{said}"'
        return Markup(f"{link}{clause.named}>#</a>")  # noqa: S704 - escaped piece by piece
