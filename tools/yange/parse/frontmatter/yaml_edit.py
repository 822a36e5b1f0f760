"""Change values in YAML that people have written; everything else is kept byte for byte.

The text is cut at the positions that the parser reports, and only changed values are replaced. A library that reads
and writes YAML with comments would reformat flow collections and indentation and move comments. Fields of other
programs, comments, order, quotation marks and line breaks are kept. A removed record with fields of another program
is kept as a comment.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from yange.parse.frontmatter.write import field_lines
from yange.parse.frontmatter.yaml_text import (
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    comments,
    compose,
    flow_text,
    plain_value,
)

__all__ = ["CannotKeepError", "changed"]


class CannotKeepError(ValueError):
    """A value that cannot be changed without losing something; the message names the field."""


def changed(text: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """Return a YAML mapping with the values of ``after`` where they differ from ``before``.

    Args:
        text: the present YAML, a mapping of names to values.
        before: the plain values that were read from it, by name; other names in the text are not changed.
        after: the values to write; new fields are added in this order.

    Raises:
        CannotKeepError: if a change cannot be made without losing what somebody wrote.

    """
    root, problems = compose(text, "")
    if problems or not isinstance(root, MappingNode):
        raise CannotKeepError("title")
    whole = text if text.endswith("\n") else f"{text}\n"
    editor = _Editor(whole, list(comments(whole)))
    editor.mapping(root, before, after, top=True)
    return editor.result().removesuffix(whole[len(text) :])


@dataclass
class _Editor:
    """A list of cuts, each a replacement of ``text[start:end]``."""

    text: str
    comments: Sequence[tuple[int, int]]
    cuts: list[tuple[int, int, str]] = field(default_factory=list)

    def result(self) -> str:
        parts, at = [], 0
        for start, end, new in sorted(self.cuts, key=lambda cut: cut[:2]):
            if start < at:
                raise CannotKeepError("title")
            parts += [self.text[at:start], new]
            at = end
        return "".join([*parts, self.text[at:]])

    # -- mappings ---------------------------------------------------------------------------------------------------

    def mapping(self, node: MappingNode, before: Mapping[str, Any], after: Mapping[str, Any], *, top: bool) -> None:
        """Change a mapping; ``top``: each record in a list of it has a line of its own."""
        pairs: dict[str, tuple[Node, Node]] = {}
        for key, value in node.value:
            pairs.setdefault(str(key.value), (key, value))
        fresh: dict[str | None, list[str]] = {}
        anchor: str | None = None
        for name, value in after.items():
            if name in pairs:
                anchor = name
                if before.get(name) != value:
                    self._value(*pairs[name], before.get(name), value, top=top)
            elif before.get(name) != value:
                fresh.setdefault(anchor, []).append(name)
        for name in [name for name in before if name not in after and name in pairs]:
            self._gone(*pairs[name], before[name], whole=top and not node.flow_style)
        for behind, names in fresh.items():
            self._insert(node, pairs.get(behind or ""), {name: after[name] for name in names}, top=top)

    def _insert(
        self, node: MappingNode, behind: tuple[Node, Node] | None, fields: Mapping[str, Any], *, top: bool
    ) -> None:
        """Insert new fields after an existing one, or at the beginning."""
        if node.flow_style:
            written = ", ".join(f"{name}: {flow_text(value)}" for name, value in fields.items())
            at = self._end(behind[1]) if behind else node.start_mark.index + 1
            new = f", {written}" if behind else f"{written}, " if node.value else written
            self.cuts.append((at, at, new))
            return
        indent = " " * node.value[0][0].start_mark.column
        lines = [line for name, value in fields.items() for line in _lines(name, value, top=top)]
        if behind is None:
            at = node.start_mark.index
            self.cuts.append((at, at, "".join(f"{line}\n{indent}" for line in lines)))
        else:
            self._line_below(behind[1], [f"{indent}{line}" for line in lines], len(indent))

    def _value(self, key: Node, node: Node, before: Any, after: Any, *, top: bool) -> None:
        """Change the value of a field."""
        if isinstance(node, MappingNode) and isinstance(before, dict) and isinstance(after, dict):
            self.mapping(node, before, after, top=False)
        elif isinstance(before, list) and isinstance(after, list) and before:
            self._list(key, node, before, after)
        else:
            self._replace(key, node, before, after, top=top)

    def _replace(self, key: Node, node: Node, before: Any, after: Any, *, top: bool) -> None:
        """Replace a value; comments inside it are moved above the field.

        A value that does not read as ``before`` could not be read: it is a mistake that its author has to correct.
        """
        if not _reads_as(plain_value(node), before):
            raise CannotKeepError(str(key.value))
        colon = self.text.index(":", key.end_mark.index) + 1
        start, end = node.start_mark.index, self._end(node)
        inside = self._comments_in(colon, end)
        lines = _lines("", after, top=top)
        if len(lines) == 1 and not inside:
            self.cuts.append((max(start, colon), max(end, colon), f"{'' if start > colon else ' '}{lines[0][2:]}"))
            return
        if inside:
            self._above(key, inside)
        indent = "\n" + " " * key.start_mark.column
        self.cuts.append((colon, max(end, colon), lines[0][1:] + "".join(f"{indent}{line}" for line in lines[1:])))

    def _gone(self, key: Node, node: Node, before: Any, *, whole: bool) -> None:
        """Remove a field: its lines if it has lines of its own, or else its value."""
        if not whole:
            self._replace(key, node, before, None, top=False)
            return
        if not _reads_as(plain_value(node), before):
            raise CannotKeepError(str(key.value))
        start = self._line_start(key.start_mark.index)
        end = self._next_line(self._end(node))
        self.cuts.append((start, end, "".join(f"{words}\n" for words in self._comments_in(start, end))))

    # -- lists ------------------------------------------------------------------------------------------------------

    def _list(self, key: Node, node: Node, before: list[Any], after: list[Any]) -> None:
        """Change a list: unchanged records are kept as they are, others are changed, added or removed."""
        if not isinstance(node, SequenceNode):
            self._single(key, node, before, after)
        elif len(node.value) != len(before):
            raise CannotKeepError(str(key.value))
        elif node.flow_style:
            self._flow(key, node, before, after)
        else:
            self._block(node, before, after)

    def _single(self, key: Node, node: Node, before: list[Any], after: list[Any]) -> None:
        """Change a single value written for a list of one; it becomes a list if there are more."""
        if not after or not _same(before[0], after[0]):
            if not isinstance(node, ScalarNode):
                raise CannotKeepError(str(key.value))
            self._replace(key, node, before, after, top=False)
            return
        self._item(node, before[0], after[0])
        more = "".join(f", {flow_text(item)}" for item in after[1:])
        if more:
            if isinstance(node, MappingNode) and not node.flow_style:
                raise CannotKeepError(str(key.value))
            start, end = node.start_mark.index, self._end(node)
            self.cuts += [(start, start, "["), (end, end, f"{more}]")]

    def _flow(self, key: Node, node: SequenceNode, before: list[Any], after: list[Any]) -> None:
        if len(after) >= len(before) and all(map(_same, before, after)):
            for item, old, new in zip(node.value, before, after, strict=False):
                self._item(item, old, new)
            end = self._end(node.value[-1])
            more = "".join(f", {flow_text(item)}" for item in after[len(before) :])
            self.cuts.append((end, end, more))
        elif any(isinstance(item, MappingNode) for item in node.value):
            raise CannotKeepError(str(key.value))
        else:
            self._replace(key, node, before, after, top=False)

    def _block(self, node: SequenceNode, before: list[Any], after: list[Any]) -> None:
        indent = " " * node.start_mark.column
        for start, end, first, last in _steps(before, after):
            for item, old, new in zip(node.value[start:end], before[start:end], after[first:last], strict=False):
                self._item(item, old, new)
            paired = min(end - start, last - first)
            for nth in range(start + paired, end):
                self._item_gone(node, nth, before[nth])
            added = after[first + paired : last]
            lines = [f"{indent}- {flow_text(item)}" for item in added]
            if lines and end:
                self._line_below(node.value[end - 1], lines, len(indent))
            elif lines:
                at = self._dash_line(node.value[0])
                self.cuts.append((at, at, "".join(f"{line}\n" for line in lines)))

    def _item(self, item: Node, before: Any, after: Any) -> None:
        if before == after:
            return
        if isinstance(item, MappingNode) and isinstance(before, dict) and isinstance(after, dict):
            self.mapping(item, before, after, top=False)
        else:
            self.cuts.append((item.start_mark.index, self._end(item), flow_text(after)))

    def _item_gone(self, node: SequenceNode, nth: int, before: Any) -> None:
        """Remove an item's lines, but keep comments, and keep as a comment an item with fields of another program."""
        item = node.value[nth]
        start, end = self._dash_line(item), self._next_line(self._end(item))
        indent = " " * node.start_mark.column
        foreign = isinstance(item, MappingNode) and any(str(key.value) not in before for key, _ in item.value)
        if foreign:
            kept = [f"# {line.strip()}" for line in self.text[start:end].splitlines()]
        else:
            kept = self._comments_in(start, end)
        self.cuts.append((start, end, "".join(f"{indent}{line}\n" for line in kept)))

    # -- places -----------------------------------------------------------------------------------------------------

    def _end(self, node: Node) -> int:
        """Return the offset after the last character of a value; a block collection ends with its last value."""
        if isinstance(node, MappingNode) and not node.flow_style and node.value:
            return self._end(node.value[-1][1])
        if isinstance(node, SequenceNode) and not node.flow_style and node.value:
            return self._end(node.value[-1])
        start, end = node.start_mark.index, node.end_mark.index
        return start + len(self.text[start:end].rstrip("\n"))

    def _next_line(self, at: int) -> int:
        return self.text.index("\n", at) + 1

    def _line_below(self, node: Node, lines: Sequence[str], indent: int) -> None:
        """Insert lines below a value and below the comments under it that are indented further than the lines."""
        at = self._next_line(self._end(node))
        while any(
            start > at + indent and self.text[at:start].isspace() and "\n" not in self.text[at:start]
            for start, _ in self.comments
        ):
            at = self._next_line(at)
        self.cuts.append((at, at, "".join(f"{line}\n" for line in lines)))

    def _line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def _dash_line(self, item: Node) -> int:
        """Return the offset of the line that has the item's hyphen."""
        return self._line_start(self.text.rindex("-", 0, item.start_mark.index))

    def _comments_in(self, start: int, end: int) -> list[str]:
        return [self.text[a:b] for a, b in self.comments if start <= a < end]

    def _above(self, key: Node, kept: list[str]) -> None:
        at = self._line_start(key.start_mark.index)
        indent = self.text[at : key.start_mark.index]
        if indent.strip():
            raise CannotKeepError(str(key.value))
        self.cuts.append((at, at, "".join(f"{indent}{words}\n" for words in kept)))


def _lines(name: str, value: Any, *, top: bool) -> list[str]:
    return field_lines(name, value) if top else [f"{name}: {flow_text(value)}"]


def _reads_as(found: object, value: Any) -> bool:
    """Return whether the plain values in a text are those that were read from it; an empty value reads as none."""
    if found in (None, [], {}, value):
        return True
    if isinstance(value, list):
        items = found if isinstance(found, list) else [found]
        return len(items) == len(value) and all(map(_reads_as, items, value))
    if isinstance(value, dict):
        return isinstance(found, dict) and all(_reads_as(found.get(name), item) for name, item in value.items())
    return value is not None and found == str(value)


def _same(old: Any, new: Any) -> bool:
    """Return whether two records are the same one before and after a change: they begin with the same value."""
    if isinstance(old, dict) and isinstance(new, dict):
        return next(iter(old.items()), None) == next(iter(new.items()), None)
    return bool(old == new)


def _steps(before: list[Any], after: list[Any]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the differing ranges of ``before`` and of ``after`` (half-open); paired items are changed in place.

    A changed record is paired with its new form; a removed record and an added one are not paired.
    """
    matcher = SequenceMatcher(None, [_name(item) for item in before], [_name(item) for item in after], autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            yield start, end, first, last
        else:
            if end > start:
                yield start, end, first, first
            if last > first:
                yield end, end, first, last


def _name(item: Any) -> str:
    return repr(next(iter(item.items()), None) if isinstance(item, dict) else item)
