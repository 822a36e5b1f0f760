"""The tutorial as a reader does it: save its files, run its commands in order, compare what they print."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from test_readme import matches, run

PAGE = Path(__file__).resolve().parents[2] / "docs" / "tutorial.md"
FILE = re.compile(r'^```text title="([^"]+)"\n(.*?)^```', re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)


def steps(page: str) -> list[tuple[str, str]]:
    """Return each command of the page with the output below it."""
    pieces = [piece for block in BLOCK.findall(page) for piece in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]
    return [(command, output.strip("\n")) for command, _, output in (piece.partition("\n") for piece in pieces)]


def test_the_tutorial_works_word_for_word(tmp_path: Path) -> None:
    page = PAGE.read_text("utf-8")
    for name, text in FILE.findall(page):
        (tmp_path / name).write_text(text, "utf-8")
    folder, ran = tmp_path, []
    for command, shown in steps(page):
        program, *words = shlex.split(command)
        if program == "cd":
            folder = folder / words[0]
        elif words[0] != "serve":
            code, out, err = run(command, folder)
            assert code == 0, (command, err)
            assert not shown or matches(shown, out), (command, out)
            ran.append(words[0])
    assert ran == ["init", "import", "import", "check", "list", "timeline", "compare", "build"]
    assert (folder / "build" / "site" / "index.html").is_file()
