"""Tell Markdown from plain text, by what is at the beginning of its lines."""

from __future__ import annotations

import re

from yange.readers.markdown.front_matter import FrontMatter, FrontMatterFormat

__all__ = ["SUFFIXES", "is_markdown"]

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd")
_BOLD = re.compile(r"^(\*\*|__)(?=\S)[^*_\n]{1,200}?(?<=\S)\1", re.M)
_HEADING = re.compile(r"^#{1,6}[ \t]+\S", re.M)
_DEEPER = re.compile(r"^#{2,6}[ \t]+\S", re.M)
_MARK = re.compile(
    r"^(?:#{1,6}[ \t]+\S|>[ \t]|[-*+][ \t]+\S|\d{1,9}[.)][ \t]+\S|\|.*\|[ \t]*$|```|~~~|<!--|\[\^?[^\]\n]{1,80}\]:)"
    r"|\*\*\S|__\S|\]\(\S|\[\^\w{1,20}\]|\\[.)#*_\[>|-]",
    re.M,
)
_FEWEST = 2
"""Lines that begin with bold words, or headings, in a text that is not called Markdown: those of a converted page."""


def is_markdown(name: str, text: str, front: FrontMatter | None) -> bool:
    """Return whether a text is Markdown.

    A file with front matter is, and one that is called so and has any mark of it. Another one is if the labels of
    several lines are in bold type, or if it has several headings, one of them below the first level: a plain text
    with a ``*``, or with a line of ``#``, is not.
    """
    if name.lower().endswith(SUFFIXES):
        return front is not None or _MARK.search(text) is not None
    if front is not None and front.known is not FrontMatterFormat.OTHER:
        return True
    if _several(_BOLD, text):
        return True
    return _several(_HEADING, text) and _DEEPER.search(text) is not None


def _several(pattern: re.Pattern[str], text: str) -> bool:
    return sum(1 for _, _ in zip(pattern.finditer(text), range(_FEWEST), strict=False)) == _FEWEST
