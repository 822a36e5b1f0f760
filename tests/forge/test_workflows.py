"""What the forge runs: each step's shell is run here, with stubs for the forge's programs and a stranger's words."""

from __future__ import annotations

import json
import os
import re
import subprocess
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from gitting import Repo

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in (ROOT / ".github/workflows").glob("*.yml")}
TEXT = "policies/wanghai/dukou/2020-03-01.md"
MARK = "<!-- yange-review -->"
TOOLS = "mkdir -p base/.venv/bin && ln -s ../../../.venv/bin/yange base/.venv/bin/yange"
"""What stands for the set-up of the base branch's tools."""


def steps(workflow: str, job: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = WORKFLOWS[workflow]["jobs"][job]["steps"]
    return found


def script(workflow: str, job: str, name: str) -> str:
    return next(str(step["run"]) for step in steps(workflow, job) if step.get("name") == name)


def sh(folder: Path, text: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a step as the forge does."""
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    environment = {"PATH": path, "HOME": str(folder), "LC_ALL": "C.UTF-8", **variables}
    (folder / "step.sh").write_text(text, encoding="utf-8")
    line = ["bash", "--noprofile", "--norc", "-e", "step.sh"]
    return subprocess.run(line, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def program(folder: Path, name: str, text: str) -> None:
    (folder / "bin").mkdir(exist_ok=True)
    path = folder / "bin" / name
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


def test_what_a_stranger_starts_can_only_read() -> None:
    for name, workflow in WORKFLOWS.items():
        triggers = workflow[True] if True in workflow else workflow["on"]
        assert "pull_request_target" not in triggers, name
        if "pull_request" in triggers:
            text = (ROOT / f".github/workflows/{name}.yml").read_text("utf-8")
            assert workflow["permissions"] == {"contents": "read"}, name
            assert "secrets." not in text, name
            assert all("permissions" not in job for job in workflow["jobs"].values()), name
        for job in workflow["jobs"].values():
            for step in job["steps"]:
                if str(step.get("uses", "")).startswith("actions/checkout@"):
                    assert step["with"]["persist-credentials"] is False, name


def test_no_step_puts_a_strangers_words_into_a_script() -> None:
    for workflow in WORKFLOWS.values():
        for job in workflow["jobs"].values():
            assert [step["run"] for step in job["steps"] if "${{" in str(step.get("run", ""))] == []


def test_what_may_write_runs_nothing_of_the_repository() -> None:
    workflow = WORKFLOWS["comment"]
    assert workflow["permissions"] == {}
    assert [step.get("uses") for step in steps("comment", "comment") if "uses" in step] == []
    assert workflow[True]["workflow_run"]["workflows"] == [WORKFLOWS["review"]["name"]]
    condition = workflow["jobs"]["comment"]["if"]
    assert "event.workflow_run.path, '.github/workflows/review.yml'" in condition, "no other file of that name"


def test_every_action_is_pinned_to_a_commit_with_its_version_beside_it() -> None:
    for path in (ROOT / ".github/workflows").glob("*.yml"):
        uses = [line for line in path.read_text("utf-8").splitlines() if re.search(r"\buses:", line)]
        bad = [line for line in uses if not re.search(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line)]
        assert bad == [], path.name


def test_one_action_has_one_pin() -> None:
    texts = "".join(path.read_text("utf-8") for path in (ROOT / ".github/workflows").glob("*.yml"))
    pins = set(re.findall(r"uses: (\S+)@(\S+)", texts))
    assert len(pins) == len({name for name, _ in pins})


def test_nothing_is_kept_from_one_run_to_another() -> None:
    """What a pull request puts into a cache, a build of the main branch would run."""
    for path in (*(ROOT / ".github/workflows").glob("*.yml"), ROOT / ".gitlab-ci.yml"):
        assert re.findall(r"^.*\bcache\b.*:.*$", path.read_text("utf-8"), re.M) == [], path.name


def test_what_is_published_is_built_from_the_main_branch_alone() -> None:
    workflow = WORKFLOWS["pages"]
    assert set(workflow[True]) == {"push", "schedule", "workflow_dispatch"}
    assert workflow[True]["push"] == {"branches": ["main"]}
    assert "run-id" not in (ROOT / ".github/workflows/pages.yml").read_text("utf-8"), "no artefact of another run"


@pytest.fixture
def proposed(tmp_path: Path) -> tuple[Path, str, str]:
    """A clone with the tools at hand and a pull request at the forge; returns folder, base and head."""
    upstream = Repo.make(tmp_path / "upstream")
    base = upstream.git("rev-parse", "HEAD")
    upstream.branch("fix")
    head = upstream.edit(TEXT, ("常识产权", "知识产权"))
    upstream.git("update-ref", "refs/pull/7/head", head)
    upstream.git("checkout", "-q", "main")
    upstream.git("branch", "-q", "-D", "fix")
    folder = tmp_path / "clone"
    upstream.git("clone", "-q", str(upstream.folder), str(folder))
    (folder / ".venv/bin").mkdir(parents=True)
    (folder / ".venv/bin/yange").symlink_to(ROOT / ".venv/bin/yange")
    if not (ROOT / ".venv/bin/yange").exists():
        pytest.skip("the environment is not .venv")
    return folder, base, head


def test_the_report_is_made_without_checking_out_what_is_proposed(proposed: tuple[Path, str, str]) -> None:
    folder, base, head = proposed
    env = {"BASE": base, "HEAD": head, "NUMBER": "7", "GITHUB_STEP_SUMMARY": str(folder / "summary")}
    fetched = sh(folder, script("review", "report", "Fetch what is proposed, without checking it out"), **env)
    assert fetched.returncode == 0, fetched.stderr
    assert "常识产权" in (folder / TEXT).read_text("utf-8")
    made = sh(folder, script("review", "report", "Review"), **env)
    assert made.returncode == 0, made.stderr
    comment = (folder / "report/comment.md").read_text("utf-8")
    assert comment.startswith(MARK)
    assert "was: 常识产权, now: 知识产权" in comment
    assert (folder / "summary").read_text("utf-8") == comment
    assert (folder / "report/status").read_text() == "1\n"
    assert sh(folder, script("review", "report", "Fail where a promise is broken")).returncode == 1


def test_a_review_that_cannot_be_made_says_so_in_the_comment(proposed: tuple[Path, str, str]) -> None:
    folder, base, _ = proposed
    env = {"BASE": base, "HEAD": "0" * 40, "NUMBER": "7", "GITHUB_STEP_SUMMARY": str(folder / "summary")}
    made = sh(folder, script("review", "report", "Review"), **env)
    assert made.returncode == 0, made.stderr
    assert "git knows no commit" in (folder / "report/comment.md").read_text("utf-8")
    assert (folder / "report/status").read_text() == "2\n"


GH = """
case "$*" in
  *--paginate*) [ -z "$OLD" ] || echo "$OLD" ;;
  *issues/*) echo "$*" > called ;;
  *artifacts/5/zip*) cat artefact.zip ;;
  *artifacts\\?name=review*) [ ! -f artefact.zip ] || echo 5 ;;
  *compare/*) echo "$*" > asked; cat compared ;;
  *"--method GET repos/o/r/pulls"*) echo "$*" > listed; cat pulls ;;
  *) echo "unexpected: $*" >&2; exit 1 ;;
esac
"""
CHANGED = ("policies/wanghai/dukou/2020-03-01.md",)


def comment(
    folder: Path,
    text: str | bytes,
    stands: str = "abc",
    old: str = "",
    changed: Sequence[str] = CHANGED,
    branch: str = "fix",
) -> dict[str, Any]:
    """Run the steps that write on a report; return what was sent, and how."""
    program(folder, "gh", GH)
    with zipfile.ZipFile(folder / "artefact.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("comment.md", text)
        packed.writestr("../escaped", "out")
    pulls = [{"number": 6, "head": {"sha": "other"}, "base": {"sha": "b1"}},
             {"number": 7, "head": {"sha": stands}, "base": {"sha": "b2"}}]  # fmt: skip
    (folder / "pulls").write_text(json.dumps(pulls), encoding="utf-8")
    (folder / "compared").write_text(json.dumps({"files": [{"filename": name} for name in changed]}), encoding="utf-8")
    for step in steps("comment", "comment"):
        done = sh(folder, str(step["run"]), SHA="abc", RUN="99", REPOSITORY="o/r", OLD=old, OWNER="stranger",
                  BRANCH=branch, GITHUB_SERVER_URL="https://forge.example")  # fmt: skip
        assert done.returncode == 0, done.stderr
    called = folder / "called"
    sent = json.loads((folder / "body.json").read_text("utf-8")) if called.exists() else {}
    return {"call": called.read_text() if called.exists() else "", **sent}


@pytest.mark.usefixtures("jq", "unzip")
class TestComment:
    """The trusted half on what a stranger hands over."""

    def test_the_first_is_written_and_later_ones_take_its_place(self, tmp_path: Path) -> None:
        first, second = tmp_path / "a", tmp_path / "b"
        first.mkdir()
        second.mkdir()
        told = comment(first, f"{MARK}\n## 沿革\n")
        assert "POST repos/o/r/issues/7/comments" in told["call"]
        assert told["body"].startswith(f"{MARK}\n## 沿革")
        assert "https://forge.example/o/r/actions/runs/99" in told["body"]
        assert "PATCH repos/o/r/issues/comments/5 " in comment(second, "x", old="5")["call"]

    def test_the_forge_says_which_pull_request_it_is_and_what_it_changes(self, tmp_path: Path) -> None:
        comment(tmp_path, "x", branch="a b;$(touch pwned)")
        assert "head=stranger:a b;$(touch pwned)" in (tmp_path / "listed").read_text()
        assert "repos/o/r/compare/b2...abc" in (tmp_path / "asked").read_text()
        assert not (tmp_path / "pwned").exists()

    def test_a_report_for_another_commit_is_not_written(self, tmp_path: Path) -> None:
        assert comment(tmp_path, "x", stands="another")["call"] == ""

    def test_a_forged_report_mentions_nobody_refers_to_nothing_and_is_cut(self, tmp_path: Path) -> None:
        forged = (
            f"{MARK}\n@everyone #12 GH-12 $(touch pwned) `touch pwned` ' \" \\\n".encode()
            + b"\xff\xfe"
            + "长".encode() * 300_000
        )
        told = comment(tmp_path, forged)
        assert not re.search(r"@everyone|#12|GH-12", told["body"])
        assert len(told["body"]) < 65_536
        assert told["body"].count(MARK) == 1
        assert not (tmp_path / "pwned").exists()
        assert not (tmp_path.parent / "escaped").exists()

    @pytest.mark.parametrize("name", [
        ".github/workflows/review.yml", ".gitlab-ci.yml", ".ci/run", "templates/site/version.html", "mkdocs.yml",
        "site/overrides/main.html", "Makefile", "pyproject.toml", "requirements.lock", "tools/yange/__init__.py",
        "policies/.gitattributes", "policies/wanghai/dukou/run.py", ".gitattributes", "sitecustomize.py",
        "policies/wanghai/dukou/../../x.md", "CONTRIBUTING.md",
    ])  # fmt: skip
    def test_a_change_of_anything_but_texts_is_said_first_and_nothing_of_it_is_ours(
        self, tmp_path: Path, name: str
    ) -> None:
        told = comment(tmp_path, "## ✅\n\n````\n[ours](https://evil.example) <img src=x>", changed=(*CHANGED, name))
        head, _, rest = told["body"].partition("````text\n")
        assert head.startswith(f"{MARK}\n> [!CAUTION]")
        assert f"> - `{name}`" in head
        assert CHANGED[0] not in head
        assert "actions/runs" not in told["body"], "its preview is not linked"
        assert rest.count("`") == 4, "nothing ends the block before its end"
        assert rest.endswith("\n````")

    def test_names_of_files_are_words_of_a_stranger(self, tmp_path: Path) -> None:
        told = comment(tmp_path, "x", changed=("a`\n# @all [x](y) <b>\u202e", *(f"n{n}" for n in range(60))))
        head = told["body"].partition("````text\n")[0]
        assert not re.search(r"@all|\n# |\[x\]|<b>|\u202e", head)
        assert "- … 61" in head

    def test_more_files_than_the_forge_names_are_not_taken_for_texts(self, tmp_path: Path) -> None:
        changed = [f"policies/wanghai/dukou/2020-03-{n}.md" for n in range(300)]
        told = comment(tmp_path, "x", changed=changed)
        assert "more files than the forge names" in told["body"]
        assert "actions/runs" not in told["body"]


def test_gitlab_reviews_and_comments_alike(proposed: tuple[Path, str, str], jq: Path) -> None:
    folder, base, head = proposed
    gitlab = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
    env = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base, "CI_COMMIT_SHA": head, "CI_API_V4_URL": "https://forge.example/api/v4",
           "CI_PROJECT_ID": "3", "CI_MERGE_REQUEST_IID": "7", "YANGE_COMMENT_TOKEN": "s3cret"}  # fmt: skip
    sh(folder, script("review", "report", "Fetch what is proposed, without checking it out"), NUMBER="7")
    lines = [line.replace("make -C base setup", TOOLS) for line in gitlab["review"]["script"]]
    made = sh(folder, "\n".join(lines), **env)
    assert (made.returncode, MARK in made.stdout) == (1, True)
    program(folder, "curl", 'case "$*" in *--request*) echo "$*" > called ;; *) echo "$NOTES" ;; esac')
    for notes, call in (("[]", "POST"), (f'[{{"id": 5, "body": "{MARK} x"}}]', "PUT")):
        written = sh(folder, "\n".join(gitlab["comment"]["script"]), NOTES=notes, **env)
        assert written.returncode == 0, written.stderr
        called = (folder / "called").read_text()
        assert call in called
        assert ("notes/5" in called) is (call == "PUT")
        assert "s3cret" not in called


def test_gitlab_checks_the_texts_of_a_request_with_the_tools_it_goes_to(proposed: tuple[Path, str, str]) -> None:
    folder, base, head = proposed
    sh(folder, script("review", "report", "Fetch what is proposed, without checking it out"), NUMBER="7")
    gitlab = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
    lines = "\n".join(line.replace("make -C base setup", TOOLS) for line in gitlab["texts"]["script"])
    made = sh(folder, lines, CI_MERGE_REQUEST_DIFF_BASE_SHA=base, CI_COMMIT_SHA=head)
    assert made.returncode == 0, made.stdout + made.stderr
    assert "知识产权" in (folder / "base" / TEXT).read_text("utf-8")


def test_a_gitlab_comment_runs_no_command(tmp_path: Path, jq: Path) -> None:
    gitlab = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
    (tmp_path / "report").mkdir()
    (tmp_path / "report/comment.md").write_text("/merge\n  /close @all #12 !3\na/b\n", encoding="utf-8")
    line = next(line for line in gitlab["comment"]["script"] if line.startswith("jq"))
    assert sh(tmp_path, line).returncode == 0
    body = json.loads((tmp_path / "body.json").read_text("utf-8"))["body"]
    assert not re.search(r"^[ \t]*/|@all|#12|!3", body, re.M)
    assert "a/b" in body


def test_gitlab_shows_no_secret_to_a_fork() -> None:
    gitlab = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
    using = [name for name, job in gitlab.items() if "YANGE_COMMENT_TOKEN" in json.dumps(job)]
    assert using == ["comment"]
    assert gitlab["comment"]["variables"]["GIT_STRATEGY"] == "none"
    assert "$CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_PROJECT_ID" in gitlab["comment"]["rules"][0]["if"]


def test_every_place_has_a_line_for_its_owners_and_nobody_invented_is_asked() -> None:
    text = (ROOT / ".github/CODEOWNERS").read_text("utf-8")
    rules = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert [rule for rule in rules if "YOUR-ORGANISATION" in rule] == [], "filled in halfway"
    filled = subprocess.run(["sed", "s/^#@ //; s/YOUR-ORGANISATION/o/"], input=text, capture_output=True, text=True,
                            check=True).stdout.splitlines()  # fmt: skip
    owners = dict(line.split() for line in filled if line and not line.startswith("#"))
    assert all(re.fullmatch(r"@[\w-]+/[\w-]+", owner) for owner in owners.values())
    places = {f"/policies/{path.name}/" for path in (ROOT / "policies").iterdir() if path.is_dir()}
    assert places - owners.keys() == set()
    assert [rule for rule in owners if rule.endswith("/") and not (ROOT / rule.strip("/")).is_dir()] == []


@pytest.mark.parametrize("name", ["correction", "text"])
def test_an_issue_form_asks_for_what_a_correction_needs(name: str) -> None:
    form = yaml.safe_load((ROOT / f".github/ISSUE_TEMPLATE/{name}.yml").read_text("utf-8"))
    ids = [field["id"] for field in form["body"] if "id" in field]
    assert len(ids) == len(set(ids))
    kinds = {"markdown", "input", "textarea", "checkboxes", "dropdown"}
    assert all(field["type"] in kinds for field in form["body"])
    if name == "correction":
        assert {"path", "clause", "was", "now", "evidence"} <= set(ids)
    labels = [field["attributes"].get("label", "") for field in form["body"] if field["type"] != "markdown"]
    assert all(" · " in label for label in labels), "each label in both languages"


def test_the_hooks_call_what_there_is(tmp_path: Path) -> None:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
    repo = Repo.make(tmp_path / "mine")
    path = repo.folder / TEXT
    path.write_text(path.read_text("utf-8").replace("常识产权", "知识产权"), encoding="utf-8")
    codes = {}
    for hook in config["repos"][0]["hooks"]:
        program_name, *words = hook["entry"].split()
        if program_name.endswith("yange"):
            codes[hook["id"]] = repo.yange(*words).exit_code
    assert codes == {"texts": 0, "review": 1}
    provided = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert [hook["entry"].split()[0] for hook in provided] == ["yange", "yange"]
