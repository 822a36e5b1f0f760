"""What ``yange init`` writes for a publisher at each kind of forge, held against schemas and auditors."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from yange.cli.app import group
from yange.settings import read_settings

BIN = Path(sys.executable).parent
NAME = "林岸 *法规库* & <Co>"
FORGES = {
    "github": ("https://github.com/linan/laws", ".github"),
    "gitlab": ("https://git.example.org/linan/laws", ".gitlab"),
    "gitea": ("https://codeberg.org/linan/laws", ".gitea"),
}
NEEDED = {
    "github": ["check", "comment", "digest", "pages", "review", "watch"],
    "gitea": ["check", "digest", "pages", "watch"],
}
COMMON = {"CONTRIBUTING.md", "README.md", "requirements.txt", ".pre-commit-config.yaml", ".gitattributes"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    found = {}
    for kind, (repository, _) in FORGES.items():
        root = tmp_path_factory.mktemp(kind) / "mine"
        words = ["--name", NAME, "--contact", "laws@example.org", "--repository", repository, "--forge", kind]
        result = CliRunner().invoke(group, ["init", str(root), *words, "--address", "https://laws.example.org/"])
        assert result.exit_code == 0, result.output
        found[kind] = root
    return found


def run(*words: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "HOME": os.devnull, "NO_COLOR": "1", "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        [str(BIN / words[0]), *words[1:]], env=environment, capture_output=True, text=True, check=False
    )


def texts(root: Path) -> dict[str, str]:
    files = (path for path in root.rglob("*") if path.is_file() and "site" not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in files}


@pytest.mark.parametrize("kind", FORGES)
def test_a_project_has_its_name_contact_and_forge(made: dict[str, Path], kind: str) -> None:
    root = made[kind]
    assert {path.name for path in root.iterdir()} >= COMMON
    settings = read_settings(root)
    assert (settings.repository, settings.forge, settings.branch) == (FORGES[kind][0], kind, "main")
    values = yaml.safe_load((root / "mkdocs.yml").read_text("utf-8"))
    assert (values["site_name"], values["site_url"]) == (NAME, "https://laws.example.org/")
    about = (root / "site/pages/about.md").read_text("utf-8")
    assert "laws@example.org" in about
    assert r"林岸 \*法规库\* &amp; &lt;Co\>" in about
    for page in (about, (root / "site/pages/en/about.md").read_text("utf-8")):
        assert not re.search("SECURITY|望海|Wanghai", page)


@pytest.mark.parametrize("kind", FORGES)
def test_nothing_of_this_repository_alone_is_left(made: dict[str, Path], kind: str) -> None:
    for path, text in texts(made[kind]).items():
        assert not re.search(r"\bmake (setup|site|lint|test|-C)|@[A-Z]{4,}@|For coders|pypi|test_[a-z]{4}", text), path
        assert "policies/wanghai" not in text or "CONTRIBUTING" in path or "correction" in path, path
    contributing = texts(made[kind])["CONTRIBUTING.md"]
    assert "rules-on-small-craft-berths" not in contributing
    assert "Three rules that never change" in contributing


def test_the_forges_can_read_what_is_written(made: dict[str, Path]) -> None:
    checks = [
        ("github-workflows", [*(made["github"] / ".github/workflows").glob("*.yml")], ()),
        ("github-workflows", [*(made["gitea"] / ".gitea/workflows").glob("*.yml")], ()),
        ("github-issue-forms", [*(made["github"] / ".github/ISSUE_TEMPLATE").glob("[!c]*.yml")], ()),
        ("github-issue-forms", [made["gitea"] / ".gitea/ISSUE_TEMPLATE/correction.yml"], ()),
        ("github-issue-config", [made["github"] / ".github/ISSUE_TEMPLATE/config.yml"], ()),
        ("gitlab-ci", [made["gitlab"] / ".gitlab-ci.yml"], ("--data-transform", "gitlab-ci")),
    ]
    for schema, files, more in checks:
        assert files
        done = run("check-jsonschema", "--builtin-schema", f"vendor.{schema}", *more, *map(str, files))
        assert done.returncode == 0, done.stdout + done.stderr


def test_the_auditor_finds_nothing(made: dict[str, Path]) -> None:
    for folder in (made["github"] / ".github/workflows", made["gitea"] / ".gitea/workflows"):
        files = map(str, sorted(folder.glob("*.yml")))
        done = run("zizmor", "--offline", "--no-progress", "--persona", "regular", *files)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("kind", NEEDED)
def test_workflows_give_least_rights_and_start_nothing_of_a_stranger(made: dict[str, Path], kind: str) -> None:
    folder = made[kind] / FORGES[kind][1] / "workflows"
    assert [path.stem for path in sorted(folder.glob("*.yml"))] == NEEDED[kind]
    for path in folder.glob("*.yml"):
        text = path.read_text("utf-8")
        workflow: dict[Any, Any] = yaml.safe_load(text)
        assert "pull_request_target" not in text
        assert ("secrets." in text) is (path.stem == "watch")  # the server that mails wants a password
        assert "permissions" in workflow
        if path.stem == "watch":
            assert set(workflow[True]) == {"schedule", "workflow_dispatch"}
            steps = workflow["jobs"]["watch"]["steps"]
            with_secrets = [step for step in steps if "secrets." in str(step)]
            assert [step["name"] for step in with_secrets] == ["Send it"]
            assert "secrets." not in str(with_secrets[0]["run"])
        if "pull_request" in workflow[True]:
            assert workflow["permissions"] == {"contents": "read"}
            checkouts = [step for job in workflow["jobs"].values() for step in job["steps"] if "checkout" in str(step)]
            assert checkouts
            for step in checkouts:
                if "uses" in step:
                    assert "base.sha" in step["with"]["ref"]
                    assert step["with"]["persist-credentials"] is False
        for job in workflow["jobs"].values():
            for step in job["steps"]:
                assert "${{" not in str(step.get("run", "")), path
                assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step.get("uses", f"actions/x@{'0' * 40}"))


@pytest.mark.parametrize("kind", FORGES)
def test_every_script_passes_shellcheck(made: dict[str, Path], kind: str, shellcheck: Path) -> None:
    scripts = []
    for path, text in texts(made[kind]).items():
        if not path.endswith(".yml") or path == "mkdocs.yml":
            continue
        for job in (yaml.safe_load(text).get("jobs") or yaml.safe_load(text)).values():
            if isinstance(job, dict):
                steps = [step["run"] for step in job.get("steps", ()) if "run" in step]
                scripts += [*steps, *(["\n".join(job["script"])] if "script" in job else [])]
    assert scripts
    for script in scripts:
        line = [str(shellcheck), "--shell=bash", "--exclude=SC2148", "-"]
        done = subprocess.run(line, input=script, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout


def test_a_language_without_pages_gets_one_and_no_page_is_in_a_foreign_language(tmp_path: Path) -> None:
    root = tmp_path / "lois"
    result = CliRunner().invoke(group, ["init", str(root), "--name", "Lois", "--languages", "fr,en"])
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in (root / "site/pages").iterdir() if path.is_dir()) == ["en", "fr"]
    assert not list((root / "site/pages").glob("*.md"))
    assert (root / "site/pages/fr/about.md").read_text("utf-8") == "# Lois\n"
    assert yaml.safe_load((root / "mkdocs.yml").read_text("utf-8"))["nav"] == ["index.md", "about.md"]
    assert not (root / ".github").exists()


def test_init_asks(tmp_path: Path) -> None:
    answers = "Laws of Linan\nlaws@example.org\n\nhttps://codeberg.org/linan/laws\n"
    result = CliRunner().invoke(group, ["init", str(tmp_path / "mine"), "--ask"], input=answers)
    assert result.exit_code == 0, result.output
    assert (tmp_path / "mine/.gitea/workflows/check.yml").exists()
    assert "Laws of Linan" in (tmp_path / "mine/mkdocs.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--address", "example.org"], "address"),
        (["--repository", "https://git.example.org/x/y"], "add forge"),
        (["--languages", "xx"], "languages"),
        (["--name", "a\nb"], "one line"),
    ],
)
def test_what_the_settings_would_refuse_writes_nothing(tmp_path: Path, words: list[str], message: str) -> None:
    result = CliRunner().invoke(group, ["init", str(tmp_path / "mine"), *words])
    assert result.exit_code == 2
    assert message in result.stderr
    assert not (tmp_path / "mine").exists()
