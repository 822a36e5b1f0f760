"""What import says of the language of a text, and of what it does not read in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from yange.check import unread_numbering
from yange.cli.app import group
from yange.law import law_named
from yange.law.empty import EmptyGrammar
from yange.titles import is_draft_title

FERRY = """Fährenverordnung
Vom 3. März 2020
Auf Grund des § 5 des Hafengesetzes verordnet der Magistrat:
§ 1 Zweck
Die Fähre gehört der Stadt und dient den Bürgern.
§ 2 Gebühr
Die Gebühr beträgt fünf Euro für jede Fahrt.
§ 3 Inkrafttreten
Diese Verordnung tritt am 1. Mai 2020 in Kraft.
"""
GREEK = "Κανονισμός πορθμείου\n\nΤο πορθμείο ανήκει στον δήμο.\n\nΤο τέλος είναι πέντε ευρώ.\n"


def imported(folder: Path, text: str, *options: str) -> Any:
    """Return what import says of a file, and its remarks where it prints a table."""
    (folder / "x.txt").write_text(text, encoding="utf-8")
    done = CliRunner().invoke(group, ["--project", str(folder), "import", "--dry-run", *options, str(folder / "x.txt")])
    return json.loads(done.stdout) if options else (done.stdout, done.stderr)


def test_import_says_which_pack_read_a_document(tmp_path: Path) -> None:
    assert [document["read_as"] for document in imported(tmp_path, FERRY, "--json")["documents"]] == ["de"]
    assert imported(tmp_path, FERRY)[0].split("\n")[1].split()[-4:-2] == ["3", "de"]


def test_a_file_in_no_language_with_a_pack_is_reported(tmp_path: Path) -> None:
    assert "[language-unread]" in imported(tmp_path, GREEK)[1]
    assert "[language-unread]" not in imported(tmp_path, FERRY)[1]


def test_statements_of_effect_that_are_not_read_are_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "[effects-unread]" not in imported(tmp_path, FERRY)[1]
    empty = (EmptyGrammar("de"),)
    monkeypatch.setattr(unread_numbering, "law_named", lambda tag: empty if tag == "de" else law_named(tag))
    assert "[effects-unread]" in imported(tmp_path, FERRY)[1]


def test_a_draft_is_one_in_the_words_of_its_own_language() -> None:
    assert is_draft_title("Harbour Bill 2020", law_named("en"))
    assert not is_draft_title("Harbour Bill 2020", law_named("de"))
