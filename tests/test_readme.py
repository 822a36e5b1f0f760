"""The tour in the README is run: each command of the sample city prints what the page says it prints.

In a ``console`` block a line ``$ yange …`` or ``$ git …`` is a command and the lines up to the next one are what it
prints; a line that is only ``…`` stands for any lines left out, a ``…`` within a line for anything in it.
"""

from __future__ import annotations

import os
import re
import runpy
import shlex
import shutil
import subprocess
import tomllib
from functools import cache
from pathlib import Path

import pytest

from calling import call
from yange.forge import forge_at

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("README.md", "README.zh-CN.md", "archive/README.md")
# Commands that set up, serve, write into the reader's own folders or name files of the reader's.
NOT_RUN = re.compile(r"(?:git clone|cd|make|\.|yange (?:init|import|serve|build)|python3?)(?=\s|$)")


def sessions(page: str) -> list[tuple[str, str]]:
    """Return each command of a page with the output that is shown below it."""
    blocks = re.findall(r"^```console\n(.*?)^```", (ROOT / page).read_text("utf-8"), re.MULTILINE | re.DOTALL)
    found = []
    for block in blocks:
        for piece in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = piece.partition("\n")
            found.append((command.partition("  #")[0].strip(), output.strip("\n")))
    return found


def matches(shown: str, printed: str) -> bool:
    """Tell whether what was printed is what is shown, where ``…`` stands for anything."""
    pattern = ""
    for line in shown.split("\n"):
        pattern += r"(?:.*\n)+" if line.strip() == "…" else re.escape(line.rstrip()).replace("…", ".*") + r"\n"
    return re.fullmatch(pattern, "".join(f"{line.rstrip()}\n" for line in printed.strip("\n").split("\n"))) is not None


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("one\ntwo", "one\ntwo\n", True),
        ("one\ntwo", "one\ntwo\nthree", False),
        ("one\n…", "one\ntwo\nthree", True),
        ("…\nthree", "one\ntwo\nthree", True),
        ("one\n…\nthree", "one\nthree", False),
        ("one\n…\nthree", "one\ntwo\nand\nthree", True),
        ("id … day", "id 3f2a day", True),
        ("id … day", "id 3f2a\nday", False),
    ],
)
def test_the_measure(shown: str, printed: str, *, same: bool) -> None:
    assert matches(shown, printed) is same


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the tour reads, so that nothing is written into the repository."""
    copy = tmp_path_factory.mktemp("tour")
    for name in ("policies", "templates", "site"):
        shutil.copytree(ROOT / name, copy / name)
    shutil.copyfile(ROOT / "mkdocs.yml", copy / "mkdocs.yml")
    return copy


@cache
def run(command: str, project: Path) -> tuple[int, str, str]:
    """Return exit code, standard output and standard error of a command in the project.

    The pages show the same commands, none of which changes what another prints; each is run once.
    """
    words = shlex.split(command)
    if words[0] == "yange":
        called = call(words[1:], project)
        return called.exit_code, called.stdout, called.stderr
    environment = {**os.environ, "GIT_PAGER": "cat", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(words, cwd=project, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.xdist_group("readme")
@pytest.mark.parametrize("page", PAGES)
def test_every_command_prints_what_the_page_says(page: str, project: Path) -> None:
    wrong = []
    if page.startswith("archive/"):
        assert run("yange archive --on 2026-11-23", project)[0] == 0
    for command, shown in sessions(page):
        if NOT_RUN.match(command):
            continue
        code, out, err = run(command, project)
        if code != 0 or (shown and not matches(shown, out)):
            wrong.append(f"$ {command}\n{out}{err}\n--- the page shows:\n{shown}")
    assert not wrong, "\n\n".join(wrong)


def test_the_tour_is_not_empty() -> None:
    for page in PAGES[:2]:
        ran = [command for command, shown in sessions(page) if shown and not NOT_RUN.match(command)]
        assert len(ran) >= 5


PACKAGE = runpy.run_path(str(ROOT / "tools" / "package_metadata.py"))
LEFT = re.compile(r"\]\((?!https?:)[^)]*\)")


@pytest.mark.parametrize(
    ("repository", "shown", "addresses"),
    [
        ("https://github.com/o/n", "[SECURITY.md](https://github.com/o/n/blob/main/SECURITY.md)", 3),
        ("https://gitlab.com/o/n", "[SECURITY.md](https://gitlab.com/o/n/-/blob/main/SECURITY.md)", 3),
        ("https://codeberg.org/o/n", "[SECURITY.md](https://codeberg.org/o/n/src/branch/main/SECURITY.md)", 3),
        (None, "; SECURITY.md says what is defended", 0),
    ],
)
def test_a_registry_shows_a_readme_whose_links_lead_somewhere(repository: str, shown: str, addresses: int) -> None:
    forge = forge_at(repository)
    words = PACKAGE["readme"]((ROOT / "README.md").read_text("utf-8"), forge)
    assert shown in words.replace("\n", " ")
    assert LEFT.findall(words) == []
    urls = PACKAGE["urls"](forge, "")
    assert len(urls) == addresses
    assert all(url.startswith(str(repository)) for url in urls.values())


def test_every_python_that_is_said_to_work_is_tried() -> None:
    """The classifiers, the least version and the workflow name the same versions."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    said = [found[1] for one in project["classifiers"] if (found := re.fullmatch(r".*Python :: (3\.\d+)", one))]
    workflow = (ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8")
    assert re.search(r"python: \[(.*)\]", workflow)[1].replace('"', "").split(", ") == said  # type: ignore[index]
    assert project["requires-python"] == f">={said[0]}"
    assert f"Python {said[0]} to {said[-1]}" in (ROOT / "README.md").read_text("utf-8")
