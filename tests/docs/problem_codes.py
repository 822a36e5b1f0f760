"""Every code of a problem, read from the calls that make problems, with its words and its way out."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "tools" / "yange"
CALLS: Mapping[str, tuple[int, int | None, int | None]] = {
    "error": (0, 2, None),
    "warning": (0, 2, None),
    "report": (0, 2, None),
    "wrong": (3, 1, 2),
    "warn": (0, 2, 3),
    "remark": (1, 3, 4),
    "in_body": (1, 4, 5),
    "LabelRemark": (0, None, None),
    "Doubt": (0, 1, 2),
}
"""Of each function that makes a problem: the places of the code, of the message and of the hint among its arguments."""
DEFAULTS = {"wrong": "front-matter"}
ELSEWHERE: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("archive/verify", "code"): (),  # the calls of _problem, below
    ("check/days", "f'basis-{name}'"): ("basis-signed", "basis-published"),
    ("check/stated_facts", "f\"says-{field.replace('_', '-')}\""): ("says-repeals", "says-extends", "says-suspends"),
    ("parse/frontmatter/read", "f'no-{name}'"): ("no-id", "no-title", "no-place"),
}
"""What an expression that is no constant can be; anything else that cannot be read here fails the test."""
PASSED_ON = {"one.code", "problem.code", "remark.code", "doubt.code", "code"}
"""Expressions that hand on a code which another call has named."""


PARTS = (
    "amending",
    "archive",
    "check",
    "compare",
    "importers",
    "library",
    "parse",
    "provenance",
    "readers",
    "review",
    "timeline",
)
_CODE = re.compile(r"[a-z]+(?:-[a-z]+)+")


@dataclass
class Code:
    """A code: how grave it is, in which part of the program it arises, and what is said (``…`` stands for a value)."""

    name: str
    parts: set[str] = field(default_factory=set)
    severities: set[str] = field(default_factory=set)
    messages: list[str] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Call:
    """A call that makes a problem."""

    module: str
    line: int
    name: str
    codes: tuple[str, ...]
    unread: str
    message: str
    hint: str


@cache
def calls() -> tuple[Call, ...]:
    """Return every call of the package that makes a problem."""
    return tuple(_calls())


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def words_like_codes() -> Mapping[str, str]:
    """Return the strings with a hyphen in modules that make problems, each with a module that has it."""
    found: dict[str, str] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        module = path.relative_to(PACKAGE).with_suffix("").as_posix()
        if module.split("/")[0] in {*PARTS, "withdrawn"}:
            for node in ast.walk(_tree(path)):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and _CODE.fullmatch(node.value):
                    found.setdefault(node.value, module)
    return found


def makers() -> set[str]:
    """Return the modules that take the functions that make problems."""
    return {
        path.relative_to(PACKAGE).as_posix()
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in _tree(path).body
        if isinstance(node, ast.ImportFrom) and node.module == "yange.problems"
        if {alias.name for alias in node.names} & {"error", "warning"}
    }


def _calls() -> Iterator[Call]:
    for path in sorted(PACKAGE.rglob("*.py")):
        module = path.relative_to(PACKAGE).with_suffix("").as_posix()
        if module.split("/")[0] not in PARTS and module != "cli/reviewing":
            continue
        tree = _tree(path)
        constants = {**_constants(tree), **_imported(tree)}
        for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.Module)):
            known = {**constants, **_assigned(function)}
            for node in _own(function):
                if isinstance(node, ast.Call):
                    yield from _call(module, node, known)
                elif isinstance(node, ast.Tuple):
                    yield from _row(module, node, known)


@cache
def codes() -> dict[str, Code]:
    """Return every code in order."""
    found: dict[str, Code] = {}
    for call in calls():
        for name in call.codes:
            code = found.setdefault(name, Code(name))
            code.parts.add(call.module.replace("cli/reviewing", "review").split("/")[0])
            code.severities |= {call.name} & {"error", "warning"} or {"error" if call.name == "wrong" else "warning"}
            for words, into in ((call.message, code.messages), (call.hint, code.hints)):
                if words and words not in into:
                    into.append(words)
    return dict(sorted(found.items()))


def _own(function: ast.FunctionDef | ast.Module) -> Iterator[ast.AST]:
    """Yield the nodes of a function that belong to no function inside it."""
    waiting: list[ast.AST] = list(function.body)
    while waiting:
        node = waiting.pop()
        if not isinstance(node, ast.FunctionDef):
            yield node
            waiting.extend(ast.iter_child_nodes(node))
        elif isinstance(function, ast.Module):
            continue
    if isinstance(function, ast.Module):
        return


def _call(module: str, node: ast.Call, known: Mapping[str, list[ast.expr]]) -> Iterator[Call]:
    name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
    if name == "_problem" and module == "archive/verify":
        places: tuple[int, int, int | None] = (0, 1, None)
    elif name == "Problem" and isinstance(node.func, ast.Name):
        places = (3, 5, 6)
    elif name in CALLS and not (name in {"error", "warning"} and isinstance(node.func, ast.Attribute)):
        places = CALLS[name]
    else:
        return
    named = {keyword.arg: keyword.value for keyword in node.keywords}

    def argument(place: int | None, keyword: str) -> ast.expr | None:
        if keyword in named:
            return named[keyword]
        return node.args[place] if place is not None and len(node.args) > place else None

    code = argument(places[0], "code")
    message, hint = argument(places[1], "message"), argument(places[2], "hint")
    found = _texts(code, known) if code is not None else [DEFAULTS.get(name, "")]
    source = ast.unparse(code) if code is not None else ""
    if (module, source) in ELSEWHERE:
        found = list(ELSEWHERE[module, source])
    elif any("…" in text for text in found):
        found = []
    unread = "" if found or (module, source) in ELSEWHERE or source in PASSED_ON else source
    words = " / ".join(dict.fromkeys(_texts(message, known))), " / ".join(dict.fromkeys(_texts(hint, known)))
    yield Call(module, node.lineno, name, tuple(found), unread, *words)


def _row(module: str, node: ast.Tuple, known: Mapping[str, list[ast.expr]]) -> Iterator[Call]:
    """Yield what a row (code, message, hint) says that a later call makes a problem of."""
    if len(node.elts) != 3 or module not in {"check/record", "importers/naming"}:
        return
    code, message, hint = (" / ".join(_texts(one, known)) for one in node.elts)
    if _CODE.fullmatch(code) or code == "telephone":
        yield Call(module, node.lineno, "warn", (code,), "", message, hint)


def _texts(node: ast.expr | None, known: Mapping[str, list[ast.expr]], deep: int = 0) -> list[str]:
    """Return the texts that an expression can be, values in them as ``…``; none where that cannot be read."""
    if node is None or deep > 4:
        return []
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.JoinedStr):
        return ["".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)]
    if isinstance(node, ast.IfExp):
        return _texts(node.body, known, deep + 1) + _texts(node.orelse, known, deep + 1)
    if isinstance(node, ast.Name):
        return [text for value in known.get(node.id, []) for text in _texts(value, known, deep + 1)]
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
        held = [value for value in known.get(node.value.id, []) if isinstance(value, ast.Dict)]
        return [text for value in held for one in value.values for text in _texts(one, known, deep + 1)]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left = _texts(node.left, known, deep + 1)
        return [f"{text}…" if not text.endswith("…") else text for text in left]
    return []


def _constants(tree: ast.Module) -> dict[str, list[ast.expr]]:
    return {
        target.id: [node.value]
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _imported(tree: ast.Module) -> dict[str, list[ast.expr]]:
    """Return the constants that a module takes from others of ours."""
    found: dict[str, list[ast.expr]] = {}
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("yange."):
            path = PACKAGE / f"{(node.module or '').removeprefix('yange.').replace('.', '/')}.py"
            if path.is_file() and any(alias.name.isupper() for alias in node.names):
                theirs = _constants(_tree(path))
                found |= {alias.name: theirs[alias.name] for alias in node.names if alias.name in theirs}
    return found


def _assigned(function: ast.FunctionDef | ast.Module) -> dict[str, list[ast.expr]]:
    """Return what each name of a function is set to, in pairs of a tuple too."""
    found: dict[str, list[ast.expr]] = {}
    if isinstance(function, ast.Module):
        return found
    for node in _own(function):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                _pair(target, node.value, found)
        elif isinstance(node, ast.For) and isinstance(node.iter, ast.Tuple):
            for one in node.iter.elts:
                _pair(node.target, one, found)
    return found


def _pair(target: ast.expr, value: ast.expr, found: dict[str, list[ast.expr]]) -> None:
    if isinstance(target, ast.Name):
        found.setdefault(target.id, []).append(value)
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts):
        for one, other in zip(target.elts, value.elts, strict=True):
            _pair(one, other, found)
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.IfExp):
        _pair(target, value.body, found)
        _pair(target, value.orelse, found)
