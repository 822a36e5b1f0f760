"""CONTRIBUTING.md as somebody follows it who has the forge's editor and nothing else; the review runs at the forge."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from gitting import Repo, policy, version

ROOT = Path(__file__).resolve().parents[2]
D = "policies/wanghai/dukou"
OLD, NEW = f"{D}/2020-03-01.md", f"{D}/2020-04-01.md"


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    text = version("2020-03-01", "渡口应当安全。", "本办法自公布之日起施行。").replace("stated", "published")
    repo = Repo.make(tmp_path / "mine", {f"{D}/policy.md": policy(), OLD: text})
    repo.branch("fix")
    return repo


def reviewed(repo: Repo) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(repo.yange("review", "main", "fix", "--json").stdout)
    return told


def paste(repo: Repo, path: str, block: str) -> None:
    """Paste what the comment gives where it says: above the second line of three dashes, with the evidence written."""
    front, dashes, body = (repo.folder / path).read_text(encoding="utf-8").partition("\n---\n\n")
    words = block.replace("evidence: null", "evidence: 《望海市人民政府公报》2020年第3期第8页")
    repo.commit({path: f"{front}\n{words}{dashes}{body}"})


def block_for(repo: Repo, path: str) -> str:
    comment = repo.yange("review", "main...fix", "--markdown").stdout
    found = re.search(rf"<code>{re.escape(path)}</code>, [^\n]*\n\n```yaml\n(.*?)\n```", comment, re.S)
    assert found is not None, comment
    return found[1]


def test_mend_a_word_open_the_request_paste_the_lines(repo: Repo) -> None:
    repo.edit(OLD, ("渡口应当安全", "渡船应当安全"))
    assert not reviewed(repo)["ok"]
    paste(repo, OLD, block_for(repo, OLD))
    told = reviewed(repo)
    assert (told["ok"], told["policies"][0]["kinds"]) == (True, ["correction"])


def test_a_wrong_first_day_is_a_renamed_file_and_the_old_address_leads_on(repo: Repo) -> None:
    repo.git("mv", OLD, NEW)
    repo.edit(NEW, ("effective: 2020-03-01", "effective: 2020-04-01"), ("commenced: 2020-03", "commenced: 2020-04"))
    assert [one["code"] for one in reviewed(repo)["broken"]] == ["effective-changed"]
    paste(repo, NEW, block_for(repo, NEW))
    told = reviewed(repo)
    assert (told["ok"], told["broken"]) == (True, [])
    shown = json.loads(repo.yange("show", "wanghai/dukou", "--on", "2020-04-01", "--json").stdout)
    assert shown["facts"]["corrections"][0]["was"] == "2020-03-01"


def test_a_policy_and_its_text_are_copied_from_the_examples(repo: Repo) -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    facts, text = re.findall(r"^```markdown\n(.*?)^```", page, re.M | re.S)
    folder = "policies/wanghai/dukou-guanli-banfa"
    repo.commit({f"{folder}/2004-01-01.md": text})
    told = reviewed(repo)
    assert [one["code"] for one in told["problems"] if one["severity"] == "error"] == ["no-policy"]
    repo.commit({f"{folder}/policy.md": facts})
    told = reviewed(repo)
    assert (told["ok"], [one["id"] for one in told["policies"]]) == (True, ["wanghai/dukou-guanli-banfa"])


def test_an_amended_text_is_a_copy_of_the_last_with_its_own_days(repo: Repo) -> None:
    text = (repo.folder / OLD).read_text(encoding="utf-8")
    for old, new in (("2020-03-01", "2024-05-01"), ("渡口应当安全", "渡口应当安全和整洁")):
        text = text.replace(old, new)
    repo.commit({f"{D}/2024-05-01.md": text})
    told = reviewed(repo)
    assert (told["broken"], told["policies"][0]["kinds"]) == ([], ["amendment"])
