"""The page on formats names every field that a command prints for machines, in both languages."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from gitting import Repo, policy, version

pytestmark = pytest.mark.xdist_group("formats of commands")

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("formats.md", "en/formats.md")
D = "policies/wanghai/dukou"
FREE = {"facts", "stats", "flags", "clause_periods"}
"""Fields whose own fields are those of front matter, or counts."""


def section(page: str, schema: str) -> str:
    text = (ROOT / "site/pages" / page).read_text(encoding="utf-8")
    found = re.search(rf"^### [^\n]*`{re.escape(schema)}`[^\n]*\n(.*?)(?=^###? |\Z)", text, re.M | re.S)
    assert found is not None, f"{page} has no section on {schema}"
    return found[1]


def names(value: object) -> set[str]:
    if isinstance(value, list):
        return set().union(*map(names, value)) if value else set()
    if not isinstance(value, dict):
        return set()
    return set(value).union(*(names(one) for name, one in value.items() if name not in FREE))


@pytest.fixture(scope="module")
def repo(tmp_path_factory: pytest.TempPathFactory) -> Repo:
    second = version("2022-03-01", "为了保护知识产权，制定本办法。", "市海事局负责渡口的日常管理。",
                     "本办法自{day}起施行。", number="望府规〔2022〕1号")  # fmt: skip
    first = {f"{D}/policy.md": policy(), f"{D}/2020-03-01.md": version()}
    repo = Repo.make(tmp_path_factory.mktemp("formats") / "mine", {**first, f"{D}/2022-03-01.md": second})
    repo.branch("fix")
    repo.edit(f"{D}/2020-03-01.md", ("常识产权", "知识产权"))
    document = "望海市浮标办法\n望府规〔2021〕5号\n\n第一条　浮标应当发光。\n\n第二条　本办法自2021年5月1日起施行。\n"
    (repo.folder / "in.txt").write_text(document, encoding="utf-8")
    return repo


CALLS = {
    "import": ("import", "in.txt", "--dry-run", "--json"),
    "list": ("list", "--json"),
    "compare": ("compare", "dukou@2020-03-01", "dukou@2022-03-01", "--json"),
    "blame": ("blame", "dukou", "--json"),
    "history": ("history", "dukou", "第一条", "--json"),
    "check": ("check", "--json"),
    "show": ("show", "dukou@2022-03-01", "--json"),
    "timeline": ("timeline", "dukou", "--json"),
    "archive": ("archive", "--json"),
    "review": ("review", "main", "fix", "--json"),
    "editions": ("editions", "--json"),
}


LEANS = {"import": ("check",), "history": ("compare",), "review": ("check", "compare")}
"""Sections that another one refers to."""


@pytest.mark.parametrize("command", CALLS)
def test_every_field_a_command_prints_is_named(repo: Repo, command: str) -> None:
    words = [str(repo.folder / word) if word == "in.txt" else word for word in CALLS[command]]
    done = repo.yange(*words)
    assert done.exit_code in {0, 1}, done.output
    value = json.loads(done.stdout)
    schema = value.pop("schema")
    assert schema == f"yange.{command}/1"
    for page in PAGES:
        told = set(
            re.findall(r"\w+", "".join(section(page, f"yange.{one}/1") for one in (command, *LEANS.get(command, ()))))
        )
        assert sorted(names(value) - told) == [], f"{page}: {schema}"
