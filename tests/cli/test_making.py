"""Starting a project, a policy and a version from the command line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gitting import Repo
from yange.cli.app import group
from yange.library import load
from yange.scaffold.card import CARD, named_card

ROOT = Path(__file__).resolve().parents[2]


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(group, ["--project", str(root), *words])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "mine"
    result = CliRunner().invoke(group, ["init", str(root)])
    assert result.exit_code == 0, result.output
    return root


def test_init_makes_the_layout_and_an_empty_library(project: Path) -> None:
    names = {entry.name for entry in project.iterdir()}
    assert {"policies", "archive", "site", "templates", "mkdocs.yml", ".gitignore", ".gitattributes"} <= names
    library, problems = load(project)
    assert (library.policies, problems) == ((), ())
    assert run(project, "check").exit_code == 0


def test_init_draws_the_site_s_name_on_its_card(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = (ROOT / "site/assets/card.png").read_bytes()
    card = named_card("DejaVu", ROOT / "site/assets/card.png")
    if card is None:
        pytest.skip("this machine has none of the usual fonts")
    assert card.startswith(b"\x89PNG")
    assert card not in (plain, named_card("DejaVv", ROOT / "site/assets/card.png"))
    run = CliRunner().invoke
    assert run(group, ["init", str(tmp_path / "one"), "--name", "DejaVu"]).exit_code == 0
    assert (tmp_path / "one" / CARD).read_bytes() == card
    monkeypatch.setattr("yange.scaffold.card._FONTS", ())
    assert run(group, ["init", str(tmp_path / "two"), "--name", "DejaVu"]).exit_code == 0
    assert not (tmp_path / "two" / CARD).exists()


@pytest.mark.parametrize("name", ["\ue000 private", "long " * 60])
def test_a_name_that_cannot_be_drawn_has_no_card(name: str) -> None:
    assert named_card(name, ROOT / "site/assets/card.png") is None


def test_texts_and_originals_of_a_project_keep_their_line_ends_under_any_setting(project: Path) -> None:
    """As on Windows, where git turns line ends unless the project says otherwise; this repository says the same."""
    text, original = project / "policies/a/b/2020-01-01.md", project / "archive/sources/0.txt"
    repo = Repo(project)
    repo.git("init", "-q", "-b", "main")
    repo.git("config", "core.autocrlf", "true")
    content = b"a\nb\n"
    repo.commit({text.relative_to(project).as_posix(): content, original.relative_to(project).as_posix(): content})
    text.unlink()
    original.unlink()
    repo.git("checkout", "-q", "-f", "HEAD", "--", ".")
    assert (text.read_bytes(), original.read_bytes()) == (content, content)
    assert (project / ".gitattributes").read_bytes() == (ROOT / ".gitattributes").read_bytes()


def test_init_leaves_a_project_that_stands_alone(project: Path) -> None:
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    again = CliRunner().invoke(group, ["init", str(project)])
    assert again.exit_code == 2
    assert "nothing was written" in again.stderr
    assert before == {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}


def test_new_starts_a_policy_and_a_version_that_reads_back(project: Path) -> None:
    result = run(
        project,
        "new",
        "linan/qiao-liang-banfa",
        "--title",
        "临安市桥梁办法",
        "--place",
        "临安市",
        "--effective",
        "2025-05-01",
    )
    assert result.exit_code == 0, result.output
    assert result.stdout.split() == [
        "policies/linan/qiao-liang-banfa/2025-05-01.md",
        "policies/linan/qiao-liang-banfa/policy.md",
    ]
    library, problems = load(project)
    assert problems == ()
    version = library.policies[0].versions[0]
    assert (version.title, version.key, version.body.splitlines()[0]) == (
        "临安市桥梁办法",
        "v2025-05-01",
        "# 临安市桥梁办法",
    )


def test_new_can_begin_with_an_earlier_text_and_never_overwrites(project: Path) -> None:
    words = ("new", "linan/qiao-liang-banfa", "--effective", "2025-05-01")
    assert run(project, *words, "--title", "临安市桥梁办法", "--place", "临安市").exit_code == 0
    first = project / "policies/linan/qiao-liang-banfa/2025-05-01.md"
    first.write_text(first.read_text().replace("第一条　", "第一条　为了修桥，制定本办法。"))
    second = run(project, *words, "--from", "v2025-05-01")
    assert second.stdout.split() == ["policies/linan/qiao-liang-banfa/2025-05-01.2.md"]
    assert "为了修桥" in (project / second.stdout.strip()).read_text()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("new", "linan/qiao"), "give --title and --place"),
        (("new", "../evil", "--title", "恶", "--place", "恶"), "no policy is called"),
        (("new", "linan/qiao", "--effective", "2025-02-30"), "is not a day"),
    ],
)
def test_new_refuses_what_cannot_be_filed(project: Path, words: tuple[str, ...], message: str) -> None:
    result = run(project, *words)
    assert result.exit_code == 2
    assert message in result.stderr
    assert load(project)[0].policies == ()


def test_a_build_says_what_it_does_beside_its_results(project: Path) -> None:
    result = run(project, "build", "--on", "2026-11-23")
    assert result.exit_code == 0, result.output
    assert [line.split()[0] for line in result.stdout.splitlines()] == ["archive", "site"]
    assert "reading the texts …\nchecking 0 texts of 0 policies …\n" in result.stderr
    assert re.search(r"^site: pages \(\d+\) …\nsite: search and data …$", result.stderr, re.M)
