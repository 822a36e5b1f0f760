"""The front door: what ``import yange`` offers. Every name here is a name of ``yange`` itself.

The modules below do not import it; the commands and the plugin call it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from yange.api.archive import Archive
from yange.api.archive import open_archive as open  # noqa: A004  the name that users read: yange.open
from yange.api.day_view import DayView
from yange.api.given import Given, text_of
from yange.api.rows import Rows
from yange.api.texts import MissingClauseError, Text, TextClause
from yange.model import Status
from yange.problems import Problem, YangeError

if TYPE_CHECKING:
    from yange.api.comparison import TextComparison

__all__ = [
    "Archive",
    "DayView",
    "Given",
    "MissingClauseError",
    "Problem",
    "Rows",
    "Status",
    "Text",
    "TextClause",
    "YangeError",
    "compare",
    "open",
]


def compare(
    old: Given, new: Given, *, archive: Archive | None = None, chars: bool = False, steps: bool = False
) -> TextComparison:
    """Compare two texts clause by clause and word by word.

    Args:
        old: the older text: a ``Text``, a path (``pathlib.Path``, or a string that names a file), a string of several
            lines, which is the text itself, or with ``archive`` the name of one of its texts (``policy@day``).
        new: the newer text, given in any of the same ways.
        archive: the archive in which names of texts are looked up.
        chars: mark the fewest characters that differ, even within words.
        steps: also compare through the texts between the two, and report where the two ways disagree.

    Returns: The comparison. Nothing in it depends on the clock, the locale or the machine. People's answers
        (``alignment.yml``) are followed if the texts are in an archive.

    Raises:
        YangeError: when a string of one line is neither a name nor a file, a file cannot be read, a text is not held,
            or no steps lead from one text to the other.

    """
    from yange.api.comparison import compared  # loads slowly, and most answers need no comparison

    project = archive.project if archive is not None else None
    return compared(text_of(old, project, "old"), text_of(new, project, "new"), chars=chars, steps=steps)
