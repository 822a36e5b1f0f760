"""Every problem a contributor can meet has its title in Chinese and English."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from yange.messages import LANGUAGES, messages

PACKAGE = Path(__file__).resolve().parents[2] / "tools/yange"
PLACES = ("check", "parse/frontmatter", "library.py", "review", "cli/reviewing.py", "archive/ledger.py")
MAKERS = {"error": 0, "warning": 0, "in_body": 1, "wrong": 3}


def codes() -> Iterator[str]:
    for place in PLACES:
        path = PACKAGE / place
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Call):
                    at = MAKERS.get(getattr(node.func, "id", getattr(node.func, "attr", "")))
                    code = node.args[at] if at is not None and len(node.args) > at else None
                    if isinstance(code, ast.Constant):
                        yield str(code.value)


def test_each_code_has_its_title() -> None:
    known = set(codes())
    assert len(known) > 80
    for language in LANGUAGES:
        titles = {key.removeprefix("problem.") for key in messages(language).keys if key.startswith("problem.")}
        assert known - titles == set()
