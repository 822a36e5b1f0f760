"""The real documents beside the repository: nothing found before may be lost again."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from yange.coding import plain
from yange.importers import ImportPlan, plan, read_files
from yange.importers.body import printed_words, source_words
from yange.library import load
from yange.storage.writing import write_files

FACTS = Path(__file__).parent.parent / "data" / "corpus_facts.yml"
pytestmark = pytest.mark.xdist_group("corpus-import")


@pytest.fixture
def made(corpus_plan: ImportPlan) -> ImportPlan:
    return corpus_plan


@pytest.fixture(scope="module")
def expected() -> list[dict[str, Any]]:
    documents: list[dict[str, Any]] = yaml.safe_load(FACTS.read_text(encoding="utf-8"))["documents"]
    return documents


def test_every_fact_of_every_document(made: ImportPlan, expected: list[dict[str, Any]]) -> None:
    found = plain(made.output())["documents"]
    assert made.problems == ()
    assert [one["title"] for one in found] == [one["title"] for one in expected]
    for have, want in zip(found, expected, strict=True):
        assert {name: have[name] for name in want} == want


def test_the_hand_made_truth_is_met(made: ImportPlan, gold: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    out.write_text(json.dumps(plain(made.output()), ensure_ascii=False), encoding="utf-8")
    script = gold.parent / "score_import.py"
    done = subprocess.run([sys.executable, script, out, gold], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_no_word_of_any_document_is_changed(made: ImportPlan) -> None:
    for document in made.documents:
        assert printed_words(document.body) == source_words(document.draft, document.source.text)


def test_both_pairs_of_versions_and_the_copy_are_recognised(made: ImportPlan) -> None:
    held: dict[str, list[str]] = {}
    for row in plain(made.output())["documents"]:
        held.setdefault(row["policy"], []).append(row["path"].rsplit("/", 1)[-1])
    several = sorted(names for names in held.values() if len(names) > 1)
    assert several == [
        ["2019-01-06.md", "2020-03-01.md"],
        ["2020-07-01.md", "2018-08-01.md"],
        ["undated.md", "undated.md"],
    ]
    assert [row["duplicate_of"] for row in plain(made.output())["documents"] if row["duplicate_of"] is not None] == [28]


def files_in(root: Path) -> dict[Path, bytes]:
    return {path.relative_to(root): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def test_catalogue_first_and_texts_later_is_the_same_as_at_once(corpus: Path, made: ImportPlan, tmp_path: Path) -> None:
    sources = read_files(sorted(corpus.glob("*.txt")))
    whole, root = tmp_path / "at-once", tmp_path / "in-steps"
    for folder in (whole, root):
        (folder / "policies").mkdir(parents=True)
    write_files(whole, made.files(), made.removed())
    for catalogue_only in (True, False, False):
        library, problems = load(root)
        assert problems == ()
        step = plan(sources, library, catalogue_only=catalogue_only)
        written = write_files(root, step.files(), step.removed())
    assert files_in(root) == files_in(whole)
    assert written == ()


def test_the_committed_facts_hold_no_sentence_of_the_texts(corpus: Path) -> None:
    facts = FACTS.read_text(encoding="utf-8")
    assert "。" not in facts.replace("No sentence", "")
    for path in corpus.glob("*.txt"):
        for line in path.read_text(encoding="utf-8").split("\n"):
            sentences = [part for part in line.split("。") if len(part) >= 40 and "，" in part]
            assert not [part for part in sentences if part[:40] in facts]
