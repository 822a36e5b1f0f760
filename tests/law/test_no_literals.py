"""The engines contain no legal words of any language: all words for reading the law are in ``law/``.

A legal literal is a string constant outside docstrings that has a Han character or an English legal word. Punctuation
(，。、；：「」《》), figures and letters in brackets belong to no language and may be anywhere.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "tools" / "yange"

ENGINES = ("parse", "compare", "citations", "statements", "amending")
"""The folders that hold none."""

SAID = frozenset({"a repeal"})
"""Words of messages to people, which are in English whatever the language of a text is."""

HAN = re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff]")
WORDS = re.compile(
    r"\b(?:article|section|chapter|part|schedule|annex|appendix|paragraph|subsection|regulations?|rules?|act|ordinance"
    r"|shall|must|repeal(?:ed|s)?|revok(?:ed|es)|commenc(?:e|es|ed|ement)|force|amend(?:ed|s)?|substitut(?:e|ed)"
    r"|insert(?:ed)?|omit(?:ted)?|whereas|hereby|thereof|notwithstanding)s?\b",
    re.I,
)
NO_TEXT = {"__all__", "_HINTS", "hint", "message"}
"""Names whose value is a list of names, or words of the tool to its user."""
ELSEWHERE = ("parse/frontmatter",)
"""The file format: its values are names, in no text's language."""


def literals(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield line and text of each string constant of a module that is no docstring and no part of a message."""
    skipped = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skipped.add(node.value)
        if isinstance(node, ast.Raise) or (isinstance(node, ast.keyword) and node.arg == "hint"):
            skipped.update(each for each in ast.walk(node) if isinstance(each, ast.Constant))
        if isinstance(node, ast.Assign) and any(getattr(target, "id", "") in NO_TEXT for target in node.targets):
            skipped.update(each for each in ast.walk(node) if isinstance(each, ast.Constant))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in skipped:
            yield node.lineno, node.value


def is_legal(text: str) -> bool:
    """Tell whether a literal has a Han character, or an English legal word and is no name."""
    return HAN.search(text) is not None or (WORDS.search(text) is not None and not re.fullmatch(r"[a-z_-]+", text))


def found(folder: str) -> list[str]:
    files = sorted((PACKAGE / folder).rglob("*.py"))
    return [
        f"{path.relative_to(PACKAGE)}:{line}: {text[:60]!r}"
        for path in files
        if not str(path.relative_to(PACKAGE)).startswith(ELSEWHERE)
        for line, text in literals(ast.parse(path.read_text(encoding="utf-8")))
        if is_legal(text) and text not in SAID
    ]


@pytest.mark.parametrize("folder", ENGINES)
def test_the_engines_hold_no_legal_words(folder: str) -> None:
    left = found(folder)
    assert left == [], "move these to the packs in law/:\n" + "\n".join(left)


@pytest.mark.parametrize(
    ("source", "counted"),
    [
        ("X = '第三条'", 1), ("X = 'Article 3'", 1), ("X = r'(?:shall|must) not'", 1), ("X = f'第{n}'", 1),
        ("'第三条'", 0), ("def f():\n    \"\"\"第三条\"\"\"", 0), ("X = 'article'", 0), ("X = '。；「」'", 0),
        ("raise E('no Article')", 0), ("f(hint='Write 第三条')", 0),
    ],
)  # fmt: skip
def test_what_a_legal_literal_is(source: str, counted: int) -> None:
    assert sum(is_legal(text) for _, text in literals(ast.parse(source))) == counted
