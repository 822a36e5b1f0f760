"""How long an answer of ``yange mcp`` may be: each bound from both sides."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from yange.assistant import AssistantAnswers
from yange.assistant.answers import PublicProject

DAY = "2026-12-01"
POLICY = "---\nid: city/{name}\ntitle: {title}\nplace: 某市\nkind: 办法\n---\n"
TEXT = """---
title: {title}
number: null
issuer: [某市人民政府]
signed: 2020-01-01
effective: 2020-01-01
effective_basis: stated
text: held
---

# {title}

第一条　{words}
"""


def asked(root: Path, texts: dict[str, str]) -> AssistantAnswers:
    """Return the answers about policies with these words in their only article."""
    root.mkdir(exist_ok=True)
    (root / "mkdocs.yml").write_text("site_name: 某\n", encoding="utf-8")
    for name, words in texts.items():
        folder = root / "policies" / "city" / name
        folder.mkdir(parents=True)
        title = f"某市第{name}办法"
        (folder / "policy.md").write_text(POLICY.format(name=name, title=title), encoding="utf-8")
        (folder / "2020-01-01.md").write_text(TEXT.format(title=title, words=words), encoding="utf-8")
    return AssistantAnswers(PublicProject(root), date.fromisoformat(DAY))


@pytest.mark.parametrize(("held", "listed"), [(50, 50), (51, 50)])
def test_an_answer_has_at_most_fifty_rows_and_says_how_many_there_are(held: int, listed: int, tmp_path: Path) -> None:
    answers = asked(tmp_path, {str(nth): "为了管理。" for nth in range(held)})
    found = answers.in_force_on(DAY)
    assert (len(found["in_force"]), found["in_force_count"]) == (listed, held)


@pytest.mark.parametrize("more", [0, 1])
def test_a_text_is_cut_after_thirty_thousand_characters(more: int, tmp_path: Path) -> None:
    frame = len(asked(tmp_path / "frame", {"1": "字"}).text_on("city/1", DAY)["words"]) - 1
    answers = asked(tmp_path / "whole", {"1": "字" * (30_000 - frame + more)})
    found = answers.text_on("city/1", DAY)
    assert (found["characters"], len(found["words"]), found["cut"]) == (30_000 + more, 30_000, bool(more))
