"""Characters that a review reports: invisible and look-alike ones, and changed widths."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator

from yange.characters import code_and_name
from yange.check.visible_characters import CODE
from yange.model import Version
from yange.problems import Problem, warning

__all__ = ["WIDTH", "misleading", "widths_changed"]

WIDTH = "character-width"


def misleading(problem: Problem) -> bool:
    """Return whether a problem is about a character; a review with such a problem has no green mark."""
    return problem.code in (CODE, WIDTH)


def widths_changed(old: Version, new: Version) -> Iterator[Problem]:
    """Report letters and digits that were replaced by themselves in another width: ３００ for 300.

    Full width is ordinary in Chinese texts, so only a change is reported, once per text.
    """
    before, after = Counter(old.body), Counter(new.body)
    came, gone = after - before, before - after
    changed = {char: min(count, gone[twin]) for char, count in came.items() if (twin := _twin(char)) and gone[twin]}
    if changed:
        first = min(changed)
        more = f" and {len(changed) - 1} others" if len(changed) > 1 else ""
        yield warning(
            WIDTH,
            new.path,
            f"Characters changed only their width: {_twin(first)} is {code_and_name(first)} now{more}.",
            hint="Compare it with the source; a correction of words need not change the width of others.",
            line=new.body_line,
        )


def _twin(char: str) -> str:
    """Return the same letter or digit in the other width, the empty string for other characters."""
    if char.isascii():
        return chr(ord(char) + 0xFEE0) if char.isalnum() else ""
    plain = unicodedata.normalize("NFKC", char)
    wide = unicodedata.decomposition(char).startswith("<wide>")
    return plain if wide and plain.isalnum() else ""
