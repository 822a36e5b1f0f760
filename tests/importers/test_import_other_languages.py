"""Import of a text whose language says nothing about importing: it is found, or the command says it is not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from yange.cli.app import group


def imported(text: str, folder: Path) -> tuple[int, dict[str, Any]]:
    (folder / "policies").mkdir()
    (folder / "text.txt").write_text(text, "utf-8")
    words = ["--project", str(folder), "import", "--dry-run", "--json", str(folder / "text.txt")]
    result = CliRunner().invoke(group, words)
    return result.exit_code, json.loads(result.stdout)


def test_a_japanese_act_is_a_document_with_its_articles(tmp_path: Path) -> None:
    text = "渡船法\n\n第一条　渡船は、許可を要する。\n\n第二条の二　許可は、大臣が行う。\n"
    code, found = imported(text, tmp_path)
    assert (code, [one["clauses"] for one in found["documents"]]) == (0, [["第一条", "第二条の二"]])


def test_a_title_of_no_known_form_is_that_of_the_articles_below_it(tmp_path: Path) -> None:
    text = "Fährengesetz\n\n§ 1\nFähren bedürfen der Genehmigung.\n\n§ 2\nDie Behörde erteilt sie.\n"
    code, found = imported(text, tmp_path)
    assert (code, [(one["title"], one["clauses"]) for one in found["documents"]]) == (
        0,
        [("Fährengesetz", ["§ 1", "§ 2"])],
    )


def test_one_article_below_such_a_title_is_no_document_and_that_is_said(tmp_path: Path) -> None:
    code, found = imported("Fährenwesen\n\n§ 1\nFähren bedürfen der Genehmigung.\n", tmp_path)
    assert (code, found["documents"]) == (1, [])
    assert [problem["code"] for problem in found["problems"]] == ["no-document", "words-outside"]
