"""Arguments of callers: a text given in one of several ways, a day as a string or a date."""

from __future__ import annotations

import os
from datetime import date

from yange.api.texts import Text, recorded_text
from yange.characters import printable
from yange.dates import parse_day
from yange.problems import YangeError
from yange.project import Project, find_text
from yange.readers.one_file import file_and_number

__all__ = ["Given", "day_or_none", "read_day", "text_of"]

Given = Text | os.PathLike[str] | str
"""The ways to give a text; ``text_of`` says how a string is understood."""

_LONGEST_PATH = 4096


def text_of(given: Given, project: Project | None = None, called: str = "text") -> Text:
    """Return the given text, without guessing.

    A ``Text`` is itself, a path a file. A string of several lines is the text itself. A string of one line is the name
    of a text where there is an archive, else the path of a file that exists, with ``#2`` behind it the second text in
    the file. ``called`` is the name of a text that is given as words.

    Raises:
        YangeError: where a string of one line is no such name or path.
        TypeError: for anything else.

    """
    if isinstance(given, Text):
        return given
    if isinstance(given, os.PathLike):
        return Text.read(given)
    if not isinstance(given, str):
        raise TypeError(f"a text is given as a Text, a path or a string, not as {type(given).__name__}")
    if "\n" in given.strip():
        return Text.of(given, called)
    if project is not None:
        if _is_file(given):
            raise YangeError(f"{given}: a file has this name; for the file give pathlib.Path({given!r})")
        return recorded_text(project, find_text(project, given))
    if _is_file(given):
        return Text.read(given)
    shown = given if len(given) <= 60 else f"{given[:59]}…"
    raise YangeError(
        f"'{printable(shown)}' is no file; a text of an archive is compared by archive.compare, words of one line"
        " are given as yange.Text.of(…)"
    )


def _is_file(name: str) -> bool:
    return len(name.encode("utf-8", "surrogatepass")) < _LONGEST_PATH and file_and_number(name) is not None


def day_or_none(day: str | date | None) -> date | None:
    """Return a day that may be omitted; see ``read_day``."""
    return None if day is None else read_day(day)


def read_day(day: str | date) -> date:
    """Return the day that ``YYYY-MM-DD`` or a ``date`` means.

    Raises:
        YangeError: when it is not a day.

    """
    if isinstance(day, date):
        return day
    try:
        return parse_day(day)
    except ValueError as failure:
        raise YangeError(f"{day!r} is not a day; write it as YYYY-MM-DD, such as 2024-06-01") from failure
