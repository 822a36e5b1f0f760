"""Find footnotes: ① 引航费指… below the articles, if an article says 引航费①."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from yange.law.unit_names import NOTE
from yange.parse.evidence import closes_sentence
from yange.parse.marks import Line

__all__ = ["notes"]


def notes(lines: Sequence[Line]) -> Mapping[int, str]:
    """Return the footnotes by index of the line, each with its label (注①).

    A footnote begins with a symbol that follows a word in the text above, and does not continue a list: the line above
    ends a sentence and does not introduce a list, or is a footnote itself.
    """
    found: dict[int, str] = {}
    if not any(map(_noted, lines)):
        return found
    referred: set[str] = set()
    for at, line in enumerate(lines):
        match = _noted(line) if not line.is_quoted(0) else None
        if match and match["sign"] in referred and at and (at - 1 in found or _is_closed(lines[at - 1])):
            found[at] = NOTE + match["sign"]
            referred.discard(match["sign"])
        referred.update(_referred(line, match.end() if match else 0))
    return found


def _noted(line: Line) -> re.Match[str] | None:
    """Return the symbol at the start of a line, if it may be that of a footnote."""
    return line.once("note", lambda: line.rules.note.match(line.plain))


def _referred(line: Line, start: int) -> tuple[str, ...]:
    """Return the symbols of footnotes after words of a line, from a column on."""
    found = (one["sign"] or one["last"] for one in line.rules.noted.finditer(line.plain, start))
    return line.once(("notes", start), lambda: tuple(found))


def _is_closed(line: Line) -> bool:
    """Return whether a line ends a sentence, with or without a footnote symbol after it."""
    sign = line.rules.note_behind.search(line.plain)
    end = sign.start() if sign else len(line.plain)
    return end > 0 and closes_sentence(line, end) and line.plain[end - 1] not in "：:；;"
