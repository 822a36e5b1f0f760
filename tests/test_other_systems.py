"""Yange without what Linux has beyond Windows: modules, calls, flags, links."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from foreign_system import NO_MODULES

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parent / "tools" / "yange"


def test_every_kind_of_command_runs_there(tmp_path: Path) -> None:
    environment = {**os.environ, "XDG_STATE_HOME": str(tmp_path / "state"), "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [sys.executable, str(HERE / "foreign_system.py"), str(tmp_path)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == "['pwd']\n", "the one module that is asked for, in a function that does without it"


def unguarded(source: str) -> list[str]:
    """Return what a module imports on loading that Windows does not have."""
    found = []
    for node in ast.parse(source).body:
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found.append(node.module or "")
    return [name for name in found if name in NO_MODULES]


def test_nothing_is_imported_that_is_not_everywhere() -> None:
    assert [path.name for path in PACKAGE.rglob("*.py") if unguarded(path.read_text("utf-8"))] == []
    assert unguarded("import fcntl\nfrom pwd import getpwuid\ndef f():\n    import grp") == ["fcntl", "pwd"]


@pytest.mark.parametrize("name", ["write_text", "open"])
def test_text_files_are_written_with_lf(name: str) -> None:
    """Windows would write CRLF where a file is opened for text; ours are written as bytes."""
    wrong = []
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            called = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == name
            if called and (name == "write_text" or any(_text_mode(value) for value in node.args)):
                wrong.append(f"{path.name}:{node.lineno}")
    assert wrong == []


def _text_mode(value: ast.expr) -> bool:
    mode = value.value if isinstance(value, ast.Constant) else None
    return isinstance(mode, str) and mode.strip("+t") in {"w", "a", "x"}
