"""A branch whose settings, hooks, templates and build files attack: the forge's jobs run none of them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from test_workflows import ROOT, TEXT, WORKFLOWS, sh

from gitting import Repo, policy, version

SETTINGS = """site_name: 某库
docs_dir: site/pages
site_dir: build/site
theme: {name: material, custom_dir: site/overrides, language: zh, font: false}
plugins:
  - yange: {on: 2026-01-01}
"""
MAKEFILE = ".PHONY: site\nsite:\n\t.venv/bin/yange build\n"
RUNS = "import pathlib\npathlib.Path('pwned').touch()\n"
HOSTILE: dict[str, str | bytes | None] = {
    "mkdocs.yml": SETTINGS + "hooks: [hook.py]\n",
    "hook.py": RUNS,
    "sitecustomize.py": RUNS,
    "conftest.py": RUNS,
    "pyproject.toml": "[build-system]\nrequires = []\nbuild-backend = 'hook'\nbackend-path = ['.']\n",
    "setup.py": RUNS,
    "Makefile": ".PHONY: site setup\nsite setup:\n\ttouch pwned\n",
    "templates/site/version.html": "pwned-template {{ view.context.library }}",
    "site/overrides/main.html": "pwned-override",
    "site/pages/about.md": "pwned-page",
    "site/assets/page.js": "'pwned-script'",
    ".gitattributes": "*.md filter=evil\n",
    ".github/workflows/review.yml": "on: pull_request_target\n",
    ".yange-write/plan.json": "{}",
    "tools/yange/__init__.py": RUNS,
}


def run_job(folder: Path, workflow: str, job: str, base: str, head: str) -> tuple[int, str]:
    """Run the steps of a job as the forge does for a pull request; the environment is there already."""
    env = {"BASE": base, "HEAD": head, "NUMBER": "7", "GITHUB_STEP_SUMMARY": str(folder / "summary")}
    said = ""
    for step in WORKFLOWS[workflow]["jobs"][job]["steps"]:
        if "run" in step and step["run"] != "make setup":
            done = sh(folder, str(step["run"]), **env)
            said += done.stdout + done.stderr
            if done.returncode:
                return done.returncode, said
    return 0, said


def proposal(tmp_path: Path, files: dict[str, str | bytes | None]) -> tuple[Path, str, str]:
    """A clone at the base branch, and a pull request with a corrected text and ``files``."""
    if not (ROOT / ".venv/bin/yange").exists():
        pytest.skip("the environment is not .venv")
    upstream = Repo.make(tmp_path / "upstream", {"mkdocs.yml": SETTINGS, "Makefile": MAKEFILE, TEXT: version(),
                                                 "policies/wanghai/dukou/policy.md": policy(),
                                                 ".gitignore": ".venv\nbuild\nbin\n"})  # fmt: skip
    shutil.copytree(ROOT / "site", upstream.folder / "site")
    base = upstream.commit({})
    upstream.branch("fix")
    upstream.edit(TEXT, ("常识产权", "知识产权"))
    head = upstream.commit(files)
    upstream.git("update-ref", "refs/pull/7/head", head)
    upstream.git("checkout", "-q", "main")
    folder = tmp_path / "clone"
    upstream.git("clone", "-q", "-b", "main", str(upstream.folder), str(folder))
    (folder / ".venv/bin").mkdir(parents=True)
    (folder / ".venv/bin/yange").symlink_to(ROOT / ".venv/bin/yange")
    return folder, base, head


def test_the_preview_has_the_texts_proposed_in_the_dress_of_the_base_branch(tmp_path: Path) -> None:
    folder, base, head = proposal(tmp_path, HOSTILE)
    code, said = run_job(folder, "review", "site", base, head)
    assert code == 0, said
    page = (folder / "build/site/wanghai/dukou/v2020-03-01/index.html").read_text("utf-8")
    assert "知识产权" in page
    assert not list(folder.rglob("pwned"))
    built = [path for path in (folder / "build/site").rglob("*") if path.is_file()]
    assert [path.name for path in built if b"pwned" in path.read_bytes()] == []
    assert (folder / "mkdocs.yml").read_text("utf-8") == SETTINGS


def test_the_attack_would_work_on_who_checks_the_branch_out(tmp_path: Path) -> None:
    """Guards the test above: the hook runs where a branch is checked out and built."""
    folder, _, head = proposal(tmp_path, {name: HOSTILE[name] for name in ("mkdocs.yml", "hook.py")})
    sh(folder, f"git fetch -q origin refs/pull/7/head && git checkout -q {head} && .venv/bin/yange build")
    assert (folder / "pwned").exists()


def test_the_texts_are_checked_and_reviewed_by_the_tools_of_the_base_branch(tmp_path: Path) -> None:
    folder, base, head = proposal(tmp_path, HOSTILE)
    code, said = run_job(folder, "ci", "texts", base, head)
    assert code == 0, said
    assert "知识产权" in (folder / TEXT).read_text("utf-8")
    code, said = run_job(folder, "review", "report", base, head)
    assert "was: 常识产权, now: 知识产权" in (folder / "report/comment.md").read_text("utf-8"), said
    assert not list(folder.rglob("pwned"))


def test_what_is_no_text_in_the_folder_of_texts_is_named_and_nothing_is_built(tmp_path: Path) -> None:
    others = ("policies/.gitattributes", "policies/wanghai/dukou/hook.py", "policies/x.html")
    folder, base, head = proposal(tmp_path, dict.fromkeys(others, "*.md filter=evil\n"))
    code, said = run_job(folder, "review", "site", base, head)
    assert code == 1
    assert [name for name in others if f"{name}: error: A file that is not a text" not in said] == []
    assert not (folder / "build/site").exists()


def test_links_and_submodules_are_never_followed(tmp_path: Path) -> None:
    repo = Repo.make(tmp_path / "mine")
    (repo.folder / "policies/wanghai/dukou/2021-01-01.md").symlink_to("/etc/passwd")
    (repo.folder / "policies/wanghai/lian").symlink_to("../../..")
    repo.git("add", "-A")
    repo.git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},policies/wanghai/sub")
    repo.git("commit", "-q", "-m", "links")
    done = repo.yange("take", "HEAD", str(tmp_path / "out"))
    assert done.exit_code == 1
    for name in ("wanghai/dukou/2021-01-01.md", "wanghai/lian", "wanghai/sub"):
        assert f"policies/{name}: error" in done.output
    taken = {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    assert taken == {"wanghai/dukou/policy.md", "wanghai/dukou/2020-03-01.md"}


def test_texts_are_taken_byte_for_byte_into_a_new_folder_alone(tmp_path: Path) -> None:
    raw = b"---\r\n\xff\x00 $Id$ \r\n"
    files: dict[str, str | bytes] = {"policies/a/b/policy.md": raw, "policies/a/b/alignment.yml": b"[]",
                                     ".gitattributes": "*.md text eol=lf ident filter=evil\n"}  # fmt: skip
    repo = Repo.make(tmp_path / "mine")
    repo.git("config", "filter.evil.smudge", "touch pwned")
    for name, content in files.items():
        path = repo.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    blob = repo.git("hash-object", "-w", "--stdin", data=raw)
    repo.git("add", "-A")
    repo.git("update-index", "--cacheinfo", f"100644,{blob},policies/a/b/policy.md")
    repo.git("commit", "-q", "-m", "filters")
    out = tmp_path / "out"
    assert repo.yange("take", "HEAD", str(out)).exit_code == 0
    assert (out / "a/b/policy.md").read_bytes() == raw
    assert (out / "a/b/alignment.yml").read_bytes() == b"[]"
    again = repo.yange("take", "HEAD", str(out))
    assert (again.exit_code, "exists already" in again.output) == (2, True)
    assert not list(tmp_path.rglob("pwned"))
