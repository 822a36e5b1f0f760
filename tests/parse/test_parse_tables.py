"""Texts as people write them and the tree each must give: tests/data/parse/*.txt, one case a file.

A case has three parts: ``=== text``; ``=== outline`` with a line for each clause (its step of the path, its label or
``-``, its first words), indented by depth; ``=== primary`` with the labels of the units by which the text is cited.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from yange.model import Clause, Provisions
from yange.parse import format_provisions, own_text, parse

CASES = sorted((Path(__file__).parent.parent / "data" / "parse").glob("*.txt"))
WIDTH = 24


def outline(provisions: Provisions, clause: Clause, depth: int = 0) -> Iterator[str]:
    """Yield a line for each clause below ``clause``."""
    for child in clause.children:
        words = own_text(provisions, child).replace("\n", "⏎")
        shown = words if len(words) <= WIDTH else words[:WIDTH] + "…"
        step = child.path.removeprefix(f"{clause.path}__")
        yield f"{'  ' * depth}{step} {child.label or '-'} {shown}".rstrip()
        yield from outline(provisions, child, depth + 1)


def sections(case: str) -> dict[str, str]:
    what, *parts = case.split("\n=== ")
    found = {name: body for name, _, body in (part.partition("\n") for part in parts)}
    return {"what": what, **{name: body.rstrip("\n") for name, body in found.items()}}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_text_gives_its_tree(path: Path) -> None:
    case = sections(path.read_text(encoding="utf-8"))
    provisions = parse(case["text"])
    assert "\n".join(outline(provisions, provisions.root)) == case["outline"], case["what"]
    assert " ".join(clause.label for clause in provisions.primary) == case["primary"], case["what"]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_text_comes_back_byte_for_byte(path: Path) -> None:
    text = sections(path.read_text(encoding="utf-8"))["text"]
    for variant in (text, text + "\n", text.replace("\n", "\r\n"), text.replace("\n\n", "\n"), "\ufeff" + text):
        assert format_provisions(parse(variant)) == variant


def test_there_are_cases() -> None:
    assert len(CASES) >= 30
