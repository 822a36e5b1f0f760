"""Read YAML into nodes with lines, read values by schema, and write values as YAML on one line. Only user of PyYAML.

Scalars are read as text and by the caller's schema, never by the implicit types of YAML 1.1 (in which ``on`` and
``no`` are booleans and 2020-03-01 is only sometimes a date). libyaml composes recursively and crashes the process on
100,000 open brackets, so the depth is first checked on the flat stream of events.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode

from yange.characters import printable
from yange.coding import Record, fields_of
from yange.dates import parse_day
from yange.parse.frontmatter.schema import about
from yange.problems import Problem, error

__all__ = [
    "FieldReader",
    "MappingNode",
    "Node",
    "ScalarNode",
    "SequenceNode",
    "comments",
    "compose",
    "field_lines",
    "flow_text",
    "plain_value",
    "plain_values",
    "value_lines",
]

E = TypeVar("E", bound=StrEnum)
_NULLS = {"", "null", "~"}
_DEEPEST = 16
_SHOWN = 80
_LONGEST = 1024 * 1024


@dataclass
class FieldReader:
    """Reader of nodes by schema, which collects their problems in ``problems``.

    ``path`` is the file's path for messages, ``first_line`` the line of the file on which the YAML begins. Every method
    returns the empty value of its type for ``None``, a missing field.
    """

    path: str
    first_line: int
    problems: list[Problem] = field(default_factory=list)
    _fields: dict[int, tuple[type[Record], str]] = field(default_factory=dict)
    """The record and the field of each value, by the identity of its node."""

    def wrong(self, node: Node, message: str, hint: str, code: str = "front-matter") -> None:
        """Add a problem at the place of ``node``; the hint ends with the description of its field."""
        mark = node.start_mark
        if id(node) in self._fields:
            kind, name = self._fields[id(node)]
            hint = f"{hint} ({name}: {about(kind, name)})"
        self.problems.append(
            error(code, self.path, message, hint=hint, line=mark.line + self.first_line, column=mark.column)
        )

    def mapping(self, node: Node, kind: type[Record], what: str) -> dict[str, Node]:
        """Return the values of a mapping by key; keys that ``kind`` does not have, and repeated ones, are problems."""
        if not isinstance(node, yaml.MappingNode):
            self.wrong(node, f"{what} must be a mapping of names to values", "write it as name: value")
            return {}
        found: dict[str, Node] = {}
        names = fields_of(kind)
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.wrong(key, f"a name in {what} must be a single word", "write it as name: value")
            elif key.value not in names:
                self.wrong(key, f"unknown field {_shown(key.value)} in {what}", f"known fields: {', '.join(names)}")
            elif key.value in found:
                self.wrong(key, f"field {_shown(key.value)} occurs twice in {what}", "keep one of them")
            else:
                found[key.value] = value
                self._fields[id(value)] = (kind, key.value)
        return found

    def text(self, node: Node | None) -> str | None:
        """Return a single value as it is written, ``None`` for null."""
        if node is None:
            return None
        if not isinstance(node, yaml.ScalarNode):
            self.wrong(node, "expected a single value here", "write one value, or null")
            return None
        plain = node.style in (None, "")
        return None if plain and node.value in _NULLS else str(node.value)

    def day(self, node: Node | None) -> date | None:
        """Return a day written as YYYY-MM-DD."""
        value = self.text(node)
        if value is None or node is None:
            return None
        try:
            return parse_day(value)
        except ValueError:
            self.wrong(
                node,
                f"{_shown(value)} is not a day",
                "write it as YYYY-MM-DD, or null if it is not known",
                "bad-day",
            )
            return None

    def flag(self, node: Node | None) -> bool:
        """Return ``true`` or ``false``; false for an empty value."""
        value = self.text(node)
        if value not in (None, "true", "false") and node is not None:
            self.wrong(node, f"{_shown(value)} is neither true nor false", "write true or false")
        return value == "true"

    def integer(self, node: Node | None) -> int | None:
        """Return a whole number of at most nine digits."""
        value = self.text(node)
        if value is None or node is None:
            return None
        if not value.isascii() or not value.isdigit() or len(value) > 9:
            self.wrong(node, f"{_shown(value)} is not a whole number", "write a whole number")
            return None
        return int(value)

    def choice(self, node: Node | None, kind: type[E], default: E | None) -> E | None:
        """Return one of the words of ``kind``, or ``default`` for an empty value."""
        value = self.text(node)
        if value is None or node is None:
            return default
        try:
            return kind(value)
        except ValueError:
            self.wrong(node, f"{_shown(value)} is not one of {', '.join(kind)}", "use one of them")
            return default

    def items(self, node: Node | None) -> Sequence[Node]:
        """Return the entries of a list; a single value counts as a list of one, null as an empty one."""
        if node is None or (isinstance(node, yaml.ScalarNode) and self.text(node) is None):
            return ()
        if isinstance(node, yaml.SequenceNode):
            if id(node) in self._fields:
                self._fields.update((id(item), self._fields[id(node)]) for item in node.value)
            return list(node.value)
        return [node]

    def texts(self, node: Node | None) -> tuple[str, ...]:
        """Return a list of single values."""
        return tuple(value for value in map(self.text, self.items(node)) if value is not None)

    def records(self, node: Node | None, kind: type[Record], what: str) -> list[dict[str, Node]]:
        """Return a list of mappings, each as values by key."""
        return [self.mapping(item, kind, what) for item in self.items(node)]


def _shown(value: str | None) -> str:
    """Return a value for a message, shortened if it is long."""
    return repr(value) if value is None or len(value) <= _SHOWN else f"{value[:_SHOWN]!r}…"


def compose(text: str, path: str, first_line: int = 1) -> tuple[Node | None, tuple[Problem, ...]]:
    """Read YAML into nodes; ``None`` for an empty text.

    Args:
        text: the YAML.
        path: the file's path for messages.
        first_line: the line of the file on which ``text`` begins.

    Returns:
        The root node and the problems: text that is not YAML, is nested deeper than any record, or has aliases.

    """
    try:
        refused = _refusal(text)
        if refused is not None:
            line, message = refused
            hint = "write the facts as names and values, lists and records, each in full"
            return None, (error("yaml", path, message, hint=hint, line=first_line + line),)
        return yaml.compose(text, Loader=yaml.CSafeLoader), ()
    except yaml.MarkedYAMLError as failure:
        mark = failure.problem_mark
        what = " ".join(str(part) for part in (failure.context, failure.problem) if part)
        hint = "correct the YAML; a value with a colon or a leading bracket needs quotation marks"
        line, column = (mark.line, mark.column) if mark else (0, 0)
        return None, (
            error("yaml", path, f"this is not YAML: {what}", hint=hint, line=first_line + line, column=column),
        )
    except yaml.YAMLError as failure:
        message = f"this is not YAML: {str(failure).splitlines()[0]}"
        return None, (error("yaml", path, message, hint="remove the character", line=first_line),)


def _refusal(text: str) -> tuple[int, str] | None:
    """Return the line (from 0) and the reason why nodes must not be composed, or ``None``."""
    if len(text) > _LONGEST:
        return 0, "the facts are longer than a million characters"
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        line = event.start_mark.line if event.start_mark else 0
        if isinstance(event, yaml.AliasEvent):
            return line, "an alias (*name) stands for a value written elsewhere"
        if depth > _DEEPEST:
            return line, f"values are nested deeper than {_DEEPEST} levels"
    return None


def plain_values(text: str, path: str) -> tuple[object, tuple[Problem, ...]]:
    """Read a plain YAML file such as mkdocs.yml as mappings, lists, texts, and ``None`` for null; tags are ignored.

    Numbers, days and booleans are returned as the text in the file.
    """
    node, problems = compose(text, path)
    return (None if node is None else plain_value(node)), problems


def plain_value(node: Node) -> object:
    """Return the value of a node: mappings, lists, texts, and ``None`` for null."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): plain_value(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [plain_value(item) for item in node.value]
    plain = isinstance(node, yaml.ScalarNode) and node.style in (None, "")
    return None if plain and node.value in _NULLS else str(node.value)


def comments(text: str) -> Iterator[tuple[int, int]]:
    """Yield the span of each comment of a YAML text: the characters between two tokens that are not white space."""
    at = 0
    for token in yaml.scan(text, Loader=yaml.CSafeLoader):
        yield from _comments_between(text, at, token.start_mark.index)
        at = max(at, token.end_mark.index)
    yield from _comments_between(text, at, len(text))


def _comments_between(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while (found := text.find("#", start, end)) >= 0:
        start = min(end, text.find("\n", found) if "\n" in text[found:end] else end)
        yield found, start


def value_lines(text: str) -> dict[tuple[str | int, ...], int]:
    """Return the line (from 1) of every value of a plain YAML file, by its path of names and list indices.

    The result is empty for a text that :func:`plain_values` refuses.
    """
    node, problems = compose(text, "")
    return {} if node is None or problems else dict(_places(node, ()))


def _places(node: yaml.Node, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], int]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield (*path, str(key.value)), key.start_mark.line + 1
            yield from _places(value, (*path, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for at, value in enumerate(node.value):
            yield (*path, at), value.start_mark.line + 1
            yield from _places(value, (*path, at))


def field_lines(node: Node, first_line: int) -> dict[str, int]:
    """Return the line of each field of a mapping."""
    if not isinstance(node, yaml.MappingNode):
        return {}
    return {str(key.value): key.start_mark.line + first_line for key, _ in node.value}


class _Dumper(yaml.SafeDumper):
    """Dumper that writes plain scalars wherever :class:`FieldReader` reads them back."""


_Dumper.yaml_implicit_resolvers = {
    letter: [
        (tag, pattern) for tag, pattern in resolvers if tag in {"tag:yaml.org,2002:null", "tag:yaml.org,2002:merge"}
    ]
    for letter, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


def _represent_text(dumper: yaml.SafeDumper, value: str) -> yaml.Node:
    """Return a text as a node, quoted if it has line breaks or invisible characters, so that it stays on its line."""
    style = '"' if printable(value) != value else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(
    bool, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:str", str(value).lower())
)
_Dumper.add_representer(int, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:str", str(value)))
_Dumper.add_representer(date, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:str", value.isoformat()))


def flow_text(value: Any) -> str:
    """Return a value as YAML on one line that :class:`FieldReader` reads back."""
    dumped: str = yaml.dump(
        value, Dumper=_Dumper, allow_unicode=True, default_flow_style=True, sort_keys=False, width=10**9
    )
    line = dumped.removesuffix("\n").removesuffix("\n...").removesuffix("\n")
    return printable(
        line
    )  # PyYAML escapes control characters only; the others are in double quotes, where YAML escapes work
