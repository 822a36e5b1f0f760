"""A text in which no pack recognises a clause is reported by check, import, compare and review, in any script."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from gitting import Repo, version

LINES = {
    "2021-01-01": "Pasal {} Dermaga ini milik kota.",
    "2021-01-02": "มาตรา {} ท่าเรือเป็นของเมือง",
    "2021-01-03": "Άρθρο {}. Η αποβάθρα ανήκει στην πόλη.",
    "2021-01-04": "Статья {}. Причал принадлежит городу.",
    "2021-01-05": "المادة {} المرسى ملك للمدينة.",
    "2021-01-06": "第{}条　渡口由市管理。",
}
READ = "2021-01-06"
TITLE = "望海市渡口办法"
FOLDER = "policies/wanghai/dukou"


def body(line: str) -> str:
    return "\n\n".join(line.format(nth) for nth in (1, 2, 3)) + "\n"


def filed(day: str) -> str:
    head, fence, _ = version(day, number=f"望府规〔2021〕{day[-1]}号").partition(f"# {TITLE}\n\n")
    return head + fence + body(LINES[day])


def said(problems: Iterable[Mapping[str, Any]]) -> set[str]:
    """Return the days of the texts that are said to have no clauses."""
    return {Path(problem["path"]).stem for problem in problems if problem["code"] == "no-clauses"}


def test_each_command_says_so(tmp_path: Path) -> None:
    repo = Repo.make(tmp_path / "mine")
    repo.branch("fix")
    repo.commit({f"{FOLDER}/{day}.md": filed(day) for day in LINES})
    unread = set(LINES) - {READ}
    assert said(json.loads(repo.yange("check", "--json").stdout)["problems"]) == unread
    assert said(json.loads(repo.yange("review", "main...fix", "--json").stdout)["problems"]) == unread

    files = {day: tmp_path / f"{day}.txt" for day in LINES}
    for day, file in files.items():
        file.write_text(f"{TITLE}\n\n{body(LINES[day])}", encoding="utf-8")
    imported = json.loads(repo.yange("import", *map(str, files.values()), "--dry-run", "--json").stdout)
    warned = [
        {"code": remark["code"], "path": one["source"]} for one in imported["documents"] for remark in one["warnings"]
    ]
    assert said([*imported["problems"], *warned]) == unread
    for day, file in files.items():
        compared = json.loads(repo.yange("compare", str(file), str(files[READ]), "--json").stdout)
        assert ("no-clauses" in {remark["code"] for remark in compared["old"]["remarks"]}) is (day in unread)


def test_a_language_without_a_pack_is_said(tmp_path: Path) -> None:
    repo = Repo.make(tmp_path / "mine")
    languages = {"2021-01-01": "pl", "2021-01-02": "zh", "2021-01-03": "zh-Hant", "2021-01-04": "en"}
    repo.commit(
        {f"{FOLDER}/{day}.md": version(day, facts=f"language: {language}\n") for day, language in languages.items()}
    )
    problems = json.loads(repo.yange("check", "--json").stdout)["problems"]
    found = [problem for problem in problems if problem["code"] == "language-unread"]
    assert [(Path(problem["path"]).stem, problem["message"]) for problem in found] == [
        ("2021-01-01", "Texts in pl are not read yet; this one was read as zh-Hans.")
    ]
