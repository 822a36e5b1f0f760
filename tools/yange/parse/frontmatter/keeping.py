"""Changing a version's file where people have been at work: only the lines of what changed are written anew.

Comments, order and spelling of everything else stay as they were. Comments on lines of their own stay above the field
they stand above; a comment behind a value stays behind the field's new value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from yange.model import Version
from yange.parse.frontmatter.reading import read_version, split
from yange.parse.frontmatter.writing import field_lines, version_facts, write_version
from yange.problems import YangeError

__all__ = ["rewrite_version"]

_FIELD = re.compile(r"(?P<name>[A-Za-z_]+):(?:\s|$)")
_COMMENT = re.compile(r"(?:^|\s)(?=(?P<words>#.*)$)")


@dataclass(frozen=True, slots=True)
class _Chunk:
    """The lines of one field: comments above it, then its own."""

    name: str
    above: tuple[str, ...]
    own: tuple[str, ...]


def rewrite_version(text: str, old: Version, new: Version) -> str:
    """Return a version's file with the facts and the body of ``new``.

    Args:
        text: the file as it stands.
        old: what was read from it.
        new: what it is to say.

    Raises:
        YangeError: where the file has comments and is written so that they cannot be kept.

    """
    parts = split(text)
    if parts is None or "#" not in parts[0]:
        return write_version(new)
    chunks, tail = _chunks(parts[0])
    before, after = version_facts(old), version_facts(new)
    lines = [*_lines(chunks, before, after), *tail]
    made = "\n".join(["---", *lines, "---", "", new.body])
    again, problems = read_version(made, new.path, new.policy)
    if problems or again is None or version_facts(again) != after or again.body != new.body:
        raise YangeError(f"{new.path}: the comments in the front matter cannot be kept; write a field to a line")
    return made


def _chunks(front: str) -> tuple[list[_Chunk], list[str]]:
    """Cut front matter into its fields; what stands behind the last are comments."""
    found: list[_Chunk] = []
    above: list[str] = []
    own: list[str] = []
    name = ""
    for line in front.rstrip("\n").split("\n"):
        match = _FIELD.match(line)
        if match or line.startswith("#"):
            if own:
                found.append(_Chunk(name, tuple(above), tuple(own)))
                above, own = [], []
            if match:
                name, own = match["name"], [line]
            else:
                above.append(line)
        elif own:
            own.append(line)
        else:
            above.append(line)
    if own:
        found.append(_Chunk(name, tuple(above), tuple(own)))
        above = []
    return found, above


def _lines(chunks: list[_Chunk], before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    """Yield the front matter's lines; fields that are new come behind the one they follow in the order of all."""
    written = {chunk.name for chunk in chunks}
    waiting = [name for name in after if name not in written and after[name] != before.get(name)]
    order = list(after)
    for chunk in chunks:
        yield from chunk.above
        if chunk.name in after:
            same = before.get(chunk.name) == after[chunk.name]
            yield from chunk.own if same else _changed(chunk, before.get(chunk.name), after[chunk.name])
        else:
            yield from _comments(chunk)
        place = order.index(chunk.name) if chunk.name in order else -1
        while waiting and place >= 0 and order.index(waiting[0]) == place + 1:
            yield from field_lines(waiting[0], after[waiting[0]])
            place += 1
            waiting.pop(0)
    for name in waiting:
        yield from field_lines(name, after[name])


def _changed(chunk: _Chunk, before: Any, after: Any) -> Iterator[str]:
    """Yield a field's new lines. A list that only grew keeps its own; else each record keeps the comment behind it."""
    written = field_lines(chunk.name, after)
    if _only_grew(chunk, before, after, len(written)):
        first = next(line for line in chunk.own[1:] if line.lstrip().startswith("-"))
        indent = first[: len(first) - len(first.lstrip())]
        yield from chunk.own
        yield from (f"{indent}{line.strip()}" for line in written[len(before) + 1 :])
        return
    if len(written) >= len(chunk.own):
        behind = [_behind(line) for line in chunk.own]
        for n, line in enumerate(written):
            words = behind[n] if n < len(behind) else ""
            yield f"{line}  {words}" if words else line
        return
    yield from _comments(chunk)
    yield from written


def _only_grew(chunk: _Chunk, before: Any, after: Any, lines: int) -> bool:
    """Tell whether a list of records, a line to each, has further ones at its end and is else the same."""
    if not (isinstance(before, list) and isinstance(after, list) and before and after[: len(before)] == before):
        return False
    return chunk.own[0].split("#")[0].strip() == f"{chunk.name}:" and lines == len(after) + 1


def _comments(chunk: _Chunk) -> Iterator[str]:
    """Yield the comments of a field whose lines go, each on a line of its own."""
    yield from filter(None, map(_behind, chunk.own))


def _behind(line: str) -> str:
    """Return the comment behind a value, or the line that is one; a mark within quotation marks begins none."""
    for match in _COMMENT.finditer(line):
        before = line[: match.start()]
        if before.count('"') % 2 == before.count("'") % 2 == 0:
            return match["words"].rstrip()
    return ""
