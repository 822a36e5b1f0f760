"""The parts of a Markdown file of an archive: its front matter as plain values, and its words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from yange.characters import lines_at_cr
from yange.dates import parse_day
from yange.parse.frontmatter import plain_values

__all__ = ["day_in", "decoded", "front_matter", "trailers"]

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.S | re.M)
_SIMPLE = re.compile(
    r"(?P<key>[A-Za-z_][\w-]{0,60}):(?: +(?:\"(?P<text>[^\"\\]*)\"|(?P<bare>[\w./:-][^\"'#&*!|>%@`{}\[\],]*)))?[ \t]*"
)
_LONGEST_FRONT = 64 * 1024
_TRAILER = re.compile(r"^(?P<key>[A-Z][A-Za-z]*(?:-[A-Za-z]+)+):[ \t]*(?P<value>.{0,1000})$", re.M)


def decoded(data: bytes) -> str | None:
    """Return the text of a UTF-8 file with lines at LF, ``None`` if it is none."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else lines_at_cr(text)


def front_matter(text: str) -> tuple[Mapping[str, str], str]:
    """Return the values of the front matter that are text, numbers or days, and the words after it.

    Values are data: anything else than a plain value is left out.
    """
    found = _FRONT.match(text, 0, _LONGEST_FRONT)
    if found is None:
        return {}, text
    return _simple(found[1]) or _values(found[1]), text[found.end() :]


def _simple(front: str) -> dict[str, str]:
    """Read lines of the form ``key: "value"``; empty if one has another form."""
    values = {}
    for line in front.split("\n"):
        match = _SIMPLE.fullmatch(line)
        if match is None and line.strip():
            return {}
        if match is not None:
            values[match["key"]] = (match["text"] or match["bare"] or "").strip()
    return values


def _values(front: str) -> dict[str, str]:
    values, _ = plain_values(front, "")
    if not isinstance(values, dict):
        return {}
    return {str(key): str(value) for key, value in values.items() if isinstance(value, str | int | float | date)}


def trailers(message: str) -> dict[str, str]:
    """Return the trailers of a commit message; of a key that is there twice, the last counts, as for git."""
    return {found["key"]: found["value"].strip() for found in _TRAILER.finditer(message)}


def day_in(value: str | None) -> date | None:
    """Return the day of a value ``YYYY-MM-DD``, ``None`` if it is none."""
    try:
        return parse_day(value) if value else None
    except ValueError:
        return None
