"""What the archive said on a day about a day, from the history of ``policies/``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gitting import Repo, version

T = "policies/wanghai/dukou/2020-03-01.md"
NEW = "policies/wanghai/dukou/2024-01-01.md"


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """Recorded on 1 May; on 3 May a word was corrected, on 5 May a later text was found."""
    repo = Repo.make(tmp_path / "mine")
    repo.edit(T, ("常识产权", "知识产权"), day="2026-05-03")
    repo.commit({NEW: version("2024-01-01", number="望府规〔2023〕8号")}, day="2026-05-05")
    return repo


@pytest.mark.parametrize(
    ("point", "words", "key"),
    [
        ("2026-05-02", "常识产权", "v2020-03-01"),
        ("2026-05-03", "知识产权", "v2020-03-01"),
        ("2026-05-04", "知识产权", "v2020-03-01"),
        ("HEAD~1", "知识产权", "v2020-03-01"),
        ("2026-05-05", "常识产权", "v2024-01-01"),
    ],
)
def test_what_was_said_then(repo: Repo, point: str, words: str, key: str) -> None:
    said = json.loads(repo.yange("show", "dukou", "--on", "2025-01-01", "--as-recorded", point, "--json").stdout)
    assert said["version"] == key
    assert words in said["text"]
    listed = json.loads(repo.yange("list", "--on", "2025-01-01", "--as-recorded", point, "--json").stdout)
    assert [policy["version"] for policy in listed["policies"]] == [key]
    assert listed["as_recorded"] == said["as_recorded"]


def test_the_folder_is_not_looked_at(repo: Repo) -> None:
    (repo.folder / T).write_text("broken", encoding="utf-8")
    assert repo.yange("show", "dukou@2020-03-01", "--as-recorded", "HEAD").exit_code == 0
    compared = repo.yange("compare", "dukou@2020-03-01", "dukou@2024-01-01", "--as-recorded", "2026-05-05")
    assert "{+常识产权+}" in compared.stdout


@pytest.mark.parametrize(
    ("point", "message"), [("2026-04-30", "nothing was recorded by 2026-04-30"), ("--help", "cannot name a commit")]
)
def test_what_was_not_recorded(repo: Repo, point: str, message: str) -> None:
    result = repo.yange("list", f"--as-recorded={point}")
    assert (result.exit_code, message in result.output) == (2, True)
