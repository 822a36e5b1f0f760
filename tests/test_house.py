"""The house: what stands at the top of the repository, what may not stand in it, and that it installs from a wheel."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import textwrap
import tomllib
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import yaml

import yange
from small_projects import BERTHS
from yange.parse import parse
from yange.parse.frontmatter import read_policy, read_version

ROOT = Path(__file__).resolve().parent.parent

TOP_LEVEL = {
    ".ci",
    ".github",
    ".gitattributes",
    ".gitignore",
    ".gitlab-ci.yml",
    ".pre-commit-config.yaml",
    ".pre-commit-hooks.yaml",
    "CHANGELOG.md",
    "CITATION.cff",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "README.zh-CN.md",
    "SECURITY.md",
    "archive",
    "docs",
    "mkdocs.yml",
    "policies",
    "pyproject.toml",
    "requirements.lock",
    "site",
    "templates",
    "tests",
    "tools",
}

# Written so that this file does not match itself.
REGISTRIES = re.compile(r"p[y]pi\.org|p[y]thonhosted\.|n[p]mjs\.|[d]eb\.debian\.|[c]rates\.io|r[u]bygems\.")
MACHINE_PATHS = re.compile(
    r"(?<![\w./~$}>-])/(?:w[o]rk|f[a]rm|h[o]me/\w+|r[o]ot|U[s]ers/\w+|t[m]p|var/tmp)(?:/|\b)|[A-Z]:\\U[s]ers\\"
)
NOT_OURS = re.compile(r"[^\u3400-\u9fffA-Za-z0-9]+")
FACT_LINE = re.compile(r"(?:title|number)\s*:")
RUN = 40


def git(*arguments: str) -> str:
    """Return what git says about the repository; skip where there is none, as in an unpacked release."""
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        pytest.skip("not a git checkout")
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, check=True, text=True).stdout


def tracked() -> list[str]:
    return [name for name in git("ls-files", "-z").split("\0") if name and (ROOT / name).is_file()]


def tracked_texts() -> Iterator[tuple[str, str]]:
    """Yield name and content of every tracked file that is text."""
    for name in tracked():
        data = (ROOT / name).read_bytes()
        if b"\0" not in data[:4096]:
            yield name, data.decode("utf-8", "replace")


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in tracked_texts()
        for number, line in enumerate(text.split("\n"), 1)
        if pattern.search(line)
    ]


def test_the_top_level_is_what_the_design_names() -> None:
    assert {name.split("/")[0] for name in tracked()} == TOP_LEVEL


def test_what_is_built_is_ignored() -> None:
    built = [
        ".venv/x",
        "build/site/index.html",
        "archive/history.git",
        "archive/.history-1/HEAD",
        "archive/edition-1.git",
        "archive/sources/x",
        ".hypothesis/x",
    ]
    assert git("check-ignore", *built).split() == built
    assert [name for name in tracked() if name.startswith(("build/", "archive/history.git", "archive/sources/"))] == []


def test_no_registry_is_named() -> None:
    assert lines_with(REGISTRIES) == []


def test_no_path_of_a_machine_is_named() -> None:
    assert lines_with(MACHINE_PATHS) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("see /t" + "mp/x", True),
        ('open("/h' + 'ome/ann/x")', True),
        ("cd /w" + "ork/main", True),
        ("`/r" + "oot`", True),
        ("frame/work/main", False),
        ("tools/yange/home/x", False),
        ("<ph-root>", False),
    ],
)
def test_the_measure_of_machine_paths(line: str, *, found: bool) -> None:
    assert bool(MACHINE_PATHS.search(line)) is found


def runs_of(text: str) -> Iterator[str]:
    """Yield every run of :data:`RUN` characters, marks and blanks set aside."""
    plain = NOT_OURS.sub("", text)
    return (plain[start : start + RUN] for start in range(len(plain) - RUN + 1))


def shared_runs(texts: Iterable[tuple[str, str]], known: set[str]) -> list[str]:
    found = []
    for name, text in texts:
        words = "\n".join(line for line in text.split("\n") if not FACT_LINE.search(line))
        hit = next((run for run in runs_of(words) if run in known), None)
        if hit is not None:
            found.append(f"{name}: {hit}…")
    return found


def test_no_sentence_of_the_real_documents_is_ours_to_give_out(corpus: Path) -> None:
    known = {run for path in sorted(corpus.glob("*.txt")) for run in runs_of(path.read_text("utf-8", "replace"))}
    assert len(known) > 1_000
    assert shared_runs(tracked_texts(), known) == []


def test_a_copied_sentence_would_be_found() -> None:
    sentence = (
        "市人民政府每年安排资金，支持港口、码头和航道的养护，"
        "并向社会公布使用情况，接受审计机关和公众的监督，具体办法另行制定。"
    )
    known = set(runs_of(f"前文。{sentence}后文。"))
    assert shared_runs([("copy.md", f"# 题\n\n{sentence[:45]}\n{sentence[45:]}")], known)
    assert not shared_runs([("facts.md", f"title: {sentence}")], known)
    assert not shared_runs([("half.md", sentence[:30])], known)


def locked() -> list[str]:
    return (ROOT / "requirements.lock").read_text("utf-8").replace("\\\n", " ").splitlines()


def test_every_line_of_the_lock_is_pinned_and_hashed() -> None:
    loose = [
        line
        for line in locked()
        if not re.fullmatch(r"[\w.\[\]-]+==[^\s;]+( ; [^-]+)?(\s+--hash=sha256:[0-9a-f]{64})+\s*", line)
    ]
    assert loose == []


def test_the_lock_holds_everything_that_is_asked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    extras = project["project"]["optional-dependencies"]
    asked = [*project["project"]["dependencies"], *extras["dev"], *extras["docs"], *extras["bench"]]
    asked += project["build-system"]["requires"]
    held = {line.split("==")[0].lower().replace("_", "-") for line in locked()}
    assert {re.split(r"[<>=~!\[; ]", name)[0].lower().replace("_", "-") for name in asked} - held == set()


def test_versions_agree() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert yange.__version__ == version
    headings = re.findall(r"^## \[([^\]]+)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert headings[0] == version
    assert f"\nversion: {version}\n" in (ROOT / "CITATION.cff").read_text("utf-8")


def test_the_licence_is_whole() -> None:
    words = (ROOT / "LICENSE").read_text("utf-8").split()
    assert words[:3] == ["Apache", "License", "Version"]
    assert "END OF TERMS AND CONDITIONS" in " ".join(words)


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md", "CONTRIBUTING.md", "archive/README.md"])
def test_links_between_files_lead_somewhere(name: str) -> None:
    page = ROOT / name
    links = re.findall(r"\]\(([^)#\s]+)", page.read_text("utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


def test_both_readmes_show_the_same_commands() -> None:
    def commands(name: str) -> list[str]:
        return re.findall(r"^\$ (.*)$", (ROOT / name).read_text("utf-8"), re.MULTILINE)

    assert commands("README.md") == commands("README.zh-CN.md")
    assert commands("README.md")


def test_the_examples_for_contributors_are_read_without_a_problem() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    policy, example = re.findall(r"^```markdown\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    (entry,) = re.findall(r"^  ```yaml\n(.*?)^  ```", page, re.MULTILINE | re.DOTALL)
    made, wrong = read_policy(policy, "policies/wanghai/dukou-guanli-banfa/policy.md")
    assert (wrong, made is not None and made.id) == ((), "wanghai/dukou-guanli-banfa")
    text = example.replace("text: held\n", "text: held\n" + textwrap.dedent(entry))
    version, problems = read_version(
        text, "policies/wanghai/dukou-guanli-banfa/2004-01-01.md", "wanghai/dukou-guanli-banfa"
    )
    assert problems == ()
    assert version is not None
    assert [correction.clause for correction in version.corrections] == ["第七条"]
    assert [clause.label for clause in parse(version.body).primary] == ["第一条", "第二条"]


def test_no_two_test_modules_share_a_name() -> None:
    """The folders of tests are no packages: of two modules with one name pytest imports the first for both."""
    names = [Path(name).name for name in tracked() if name.startswith("tests/") and name.endswith(".py")]
    assert sorted({name for name in names if names.count(name) > 1} - {"conftest.py"}) == []


def workflows() -> Iterator[tuple[str, str, dict[str, object]]]:
    for path in sorted((ROOT / ".github" / "workflows").iterdir()):
        text = path.read_text("utf-8")
        yield path.name, text, yaml.load(text, yaml.BaseLoader)


def test_workflows_may_only_read_unless_a_job_says_more() -> None:
    assert {name: content["permissions"] for name, _, content in workflows()} == {
        "ci.yml": {"contents": "read"},
        "comment.yml": {},
        "pages.yml": {"contents": "read"},
        "review.yml": {"contents": "read"},
    }


def test_workflows_use_the_forges_own_actions_and_no_secret() -> None:
    for name, text, _ in workflows():
        assert "secrets." not in text, name
        assert [use for use in re.findall(r"uses: (\S+)", text) if not use.startswith("actions/")] == []


def test_workflows_call_targets_that_exist() -> None:
    targets = set(re.findall(r"^(\w+):.*##", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    scripts = [text for _, text, _ in workflows()] + [(ROOT / ".ci" / "run").read_text("utf-8")]
    called = {target for text in scripts for target in re.findall(r"(?:run: |^)make (\w+)", text, re.MULTILINE)}
    assert called
    assert called - targets == set()


def test_ci_ends_with_the_tests_and_lets_none_be_skipped() -> None:
    lines = [line for line in (ROOT / ".ci" / "run").read_text("utf-8").splitlines() if line]
    assert lines[-1] == "make test"
    assert any("YANGE_REQUIRE_ALL=1" in line for line in lines)
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from a copy of what is tracked, by the locked build backend, with no network."""
    copy = tmp_path_factory.mktemp("source")
    for name in tracked():
        if not name.startswith(("policies/", "tests/")):
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, copy / name)
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", "out"]
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (built,) = (copy / "out").glob("*.whl")
    return built


def test_the_wheel_holds_what_a_project_needs(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    shipped = {name for name in tracked() if name.startswith(("templates/", "site/")) or name == "mkdocs.yml"}
    assert {f"yange/_project/{name}" for name in shipped} - names == set()
    ours = {name.removeprefix("tools/") for name in tracked() if name.startswith("tools/yange/")}
    assert ours - names == set()
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    (entries,) = (name for name in names if name.endswith(".dist-info/entry_points.txt"))
    assert "yange = yange.cli:main" in zipfile.ZipFile(wheel).read(entries).decode()


def test_the_wheel_runs_away_from_the_repository(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "lib")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "lib")}

    def run(*arguments: str) -> str:
        program = "import sys, yange.cli; assert sys.argv.pop(1) in yange.__file__; sys.exit(yange.cli.main())"
        command = [sys.executable, "-c", program, str(tmp_path), *arguments]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert yange.__version__ in run("--version")
    run("init", "mine")
    shutil.copytree(ROOT / "policies" / BERTHS, tmp_path / "mine" / "policies" / BERTHS)
    run("--project", "mine", "build", "--on", "2026-11-23")
    page = (tmp_path / "mine" / "build" / "site" / "index.html").read_text("utf-8")
    assert "望海市" in page
    assert (tmp_path / "mine" / "archive" / "history.git").is_dir()
