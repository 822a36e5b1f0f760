"""A review that reads only what a change can concern says what a review of the whole library says."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from gitting import Repo
from library_edits import EditedLibrary
from yange.cli import reviewing
from yange.index import kept

COMMON = ("change_words", "change_words", "correct", "correct", "rewrite_text", "add_text", "answer", "remove_text")


class ReviewedLibrary(EditedLibrary):
    """A library with the ordinary corrections of a pull request, in which few texts act on others."""

    POLICIES = 14
    ACTING = 0.06

    def change_words(self) -> None:
        """Change the words of a text, and nothing above them."""
        path = self.chance.choice(self.texts)
        front, fence, words = path.read_bytes().decode().rpartition("---\n")
        one, other = self.chance.sample("甲乙丙", 2)
        path.write_bytes((front + fence + words.replace(f"{one}方", f"{other}方")).encode())

    def correct(self) -> None:
        """Correct a word, and record it."""
        path = self.chance.choice(self.texts)
        text = path.read_bytes().decode()
        entry = "{date: 2026-01-01, field: text, clause: 第一条, was: 支付, now: 付款, evidence: 公报, by: 甲}"
        if "corrections:" not in text and text.startswith("---\ntitle: 甲办法"):
            text = text.replace("---\ntitle", f"---\ncorrections: [{entry}]\ntitle", 1).replace("应当支付", "应当付款")
        path.write_bytes(text.encode())


@pytest.fixture
def hidden(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[int]:
    """Return how many folders each review left out."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    counts: list[int] = []
    real = reviewing.left_out

    def noted(*words: Any) -> frozenset[str]:
        found = real(*words)
        counts.append(len(found))
        return found

    monkeypatch.setattr(reviewing, "left_out", noted)
    return counts


def review(repo: Repo, least: int, monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.setattr(kept, "LEAST", least)
    result = repo.yange("review", "main", "fix", "--json")
    assert result.exit_code in (0, 1), result.output
    return json.loads(result.stdout)


@pytest.mark.parametrize("seed", range(2))
def test_a_narrow_review_says_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hidden: list[int], seed: int
) -> None:
    chance = random.Random(seed)
    repo = Repo.make(tmp_path / "mine")
    library = ReviewedLibrary(repo.folder, chance)
    repo.commit({}, message="start")
    narrow = 0
    for _ in range(5):
        repo.git("checkout", "-qB", "fix", "main")
        ways = [chance.choice(COMMON) for _ in range(chance.randint(1, 2))]
        for way in ways:
            getattr(library, way)()
        repo.commit({}, message="proposed")
        at_fix = chance.random() < 0.5
        if chance.random() < 0.3:
            repo.git("checkout", "-q", "main")
            library.change_words()
            repo.commit({}, message="meanwhile")
        repo.git("checkout", "-q", "fix" if at_fix else "main")
        narrowed = review(repo, 0, monkeypatch)
        narrow += hidden[-1] > 0
        assert narrowed == review(repo, 1_000_000, monkeypatch), ways
        repo.git("checkout", "-qB", "main", chance.choice(["fix", "main"]))
    assert narrow >= 2, hidden


def test_what_others_depend_on_is_no_plain_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hidden: list[int]
) -> None:
    repo = Repo.make(tmp_path / "mine")
    ReviewedLibrary(repo.folder, random.Random(0))
    text = repo.folder / "policies" / "wanghai" / "dukou" / "2020-03-01.md"
    before = text.read_bytes().decode()
    repo.commit({}, message="start")
    for was, now, plain in (
        ("常识产权", "知识产权", True),
        ("第二条", "第五条", False),
        ("制定本办法。", "制定本办法，《甲办法》（望市〔2001〕1号）同时废止。", False),
        ("number: 望府规〔2020〕1号", "number: 望府规〔2020〕2号", False),
        ("effective: 2020-03-01", "effective: 2020-03-02", False),
    ):
        assert was in before
        repo.git("checkout", "-qB", "fix", "main")
        text.write_bytes(before.replace(was, now, 1).encode())
        repo.commit({}, message="proposed")
        review(repo, 0, monkeypatch)
        assert (hidden[-1] > 0) is plain, now
