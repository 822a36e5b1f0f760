"""What the forges run and show is held against their own schemas, and against those who lint for a living.

None of it asks the network: zizmor runs offline, the schemas come with check-jsonschema, shellcheck is Debian's.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
SCHEMAS = (
    ("github-workflows", ".github/workflows/*.yml", ()),
    ("github-issue-forms", ".github/ISSUE_TEMPLATE/[!c]*.yml", ()),
    ("github-issue-forms", ".github/ISSUE_TEMPLATE/correction.yml", ()),
    ("github-issue-config", ".github/ISSUE_TEMPLATE/config.yml", ()),
    ("gitlab-ci", ".gitlab-ci.yml", ("--data-transform", "gitlab-ci")),
)


def run(program: str, *words: str, data: str | None = None) -> subprocess.CompletedProcess[str]:
    path = BIN / program
    if not path.exists():
        pytest.fail(f"{program} belongs to the extra dev: make setup")
    environment = {"PATH": os.environ["PATH"], "HOME": os.devnull, "NO_COLOR": "1", "LC_ALL": "C.UTF-8"}
    line = [str(path), *words]
    return subprocess.run(line, cwd=ROOT, env=environment, input=data, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("schema", "pattern", "more"), SCHEMAS, ids=[f"{one} {which}" for one, which, _ in SCHEMAS])
def test_the_forge_can_read_it(schema: str, pattern: str, more: tuple[str, ...]) -> None:
    files = [str(path) for path in sorted(ROOT.glob(pattern))]
    assert files
    done = run("check-jsonschema", "--builtin-schema", f"vendor.{schema}", *more, *files)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_workflows_pass_the_auditor() -> None:
    done = run("zizmor", "--offline", "--no-progress", "--persona", "regular", ".github")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_auditor_sees_what_it_should(tmp_path: Path) -> None:
    """Guards the test above: a step that puts a stranger's title into a script is found."""
    text = (ROOT / ".github/workflows/review.yml").read_text("utf-8")
    bad = tmp_path / "bad.yml"
    step = '          echo "${{ github.event.pull_request.title }}"\n'
    bad.write_text(text.replace("          mkdir report\n", step), encoding="utf-8")
    done = run("zizmor", "--offline", "--no-progress", str(bad))
    assert (done.returncode != 0, "template-injection" in done.stdout) == (True, True)


def scripts() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / ".github/workflows").glob("*.yml")):
        workflow: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
        for name, job in workflow["jobs"].items():
            for nth, step in enumerate(job["steps"]):
                if "run" in step:
                    yield f"{path.stem}.{name}.{nth}", str(step["run"])
    gitlab: dict[str, Any] = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
    for name, job in gitlab.items():
        if isinstance(job, dict) and "script" in job:
            yield f"gitlab.{name}", "\n".join([*job.get("before_script", ()), *job["script"]])


@pytest.mark.parametrize(("name", "text"), [*scripts(), (".ci/run", (ROOT / ".ci/run").read_text("utf-8"))],
                         ids=[name for name, _ in scripts()] + [".ci/run"])  # fmt: skip
def test_every_script_passes_shellcheck(name: str, text: str, shellcheck: Path) -> None:
    line = [str(shellcheck), "--shell=bash", "--exclude=SC2148", "-"]
    done = subprocess.run(line, input=text, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{name}\n{done.stdout}"
