"""Running the code of a page or a notebook, cell by cell, as a reader would: what a cell prints, and its last value.

A kernel would do the same through some twenty packages and a process with sockets (nbclient, ipykernel, pyzmq …); this
needs neither. ``python tests/cells.py FILE…`` writes the outputs anew; look at the difference then.
"""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from yange.cli.app import group

ROOT = Path(__file__).resolve().parent.parent
PAGES = (ROOT / "docs" / "python.md", ROOT / "docs" / "yange-in-ten-minutes.ipynb")

_BLOCK = re.compile(
    r"^```(?P<kind>python|console)\n(?P<code>.*?)^```\n(?:\n```text\n(?P<output>.*?)^```\n)?", re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True)
class Cell:
    """One piece of code, the output that is written below it, and where that output is in the file."""

    kind: str
    code: str
    output: str
    start: int
    end: int


def cells_of(path: Path) -> list[Cell]:
    """Return the code of a page (blocks of python and console) or of a notebook, in order."""
    text = path.read_text("utf-8")
    if path.suffix == ".ipynb":
        code = [cell for cell in json.loads(text)["cells"] if cell["cell_type"] == "code"]
        return [Cell("python", "".join(cell["source"]), _stored(cell), 0, 0) for cell in code]
    return [Cell(m["kind"], m["code"], m["output"] or "", m.start(), m.end()) for m in _BLOCK.finditer(text)]


def _stored(cell: dict[str, Any]) -> str:
    out = ""
    for one in cell["outputs"]:
        out += "".join(one["text"] if one["output_type"] == "stream" else one["data"]["text/plain"])
    return out


class Session:
    """What cells share: the names they define. A cell that fails ends the run."""

    def __init__(self) -> None:
        self.names: dict[str, Any] = {"__name__": "__main__"}

    def run(self, cell: Cell) -> tuple[str, object]:
        """Return what a cell prints, its last value included, and that value."""
        if cell.kind == "console":
            return "".join(_command(line[2:]) for line in cell.code.splitlines() if line.startswith("$ ")), None
        tree = ast.parse(cell.code)
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        with redirect_stdout(StringIO()) as said:
            exec(compile(tree, "<cell>", "exec"), self.names)
            value = None if last is None else eval(compile(ast.Expression(last.value), "<cell>", "eval"), self.names)
            if value is not None:
                print(repr(value))
        return said.getvalue(), value


def _command(line: str) -> str:
    program, *words = line.split()
    if program == "cd":
        os.chdir(words[0])
        return ""
    assert program == "yange", line
    done = CliRunner().invoke(group, words, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


@contextmanager
def readers_folder(path: Path) -> Iterator[Path]:
    """Go to where a reader runs a file: a folder with the sample city in it, for a notebook the folder docs in that."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "policies" / "wanghai", folder / "policies" / "wanghai")
        (folder / "docs").mkdir()
        os.chdir(folder / "docs" if path.suffix == ".ipynb" else folder)
        try:
            yield folder
        finally:
            os.chdir(before)


def outputs_of(path: Path) -> Iterator[tuple[Cell, str, object]]:
    """Run a page or notebook from top to bottom; yield each cell with what it printed and its last value."""
    session = Session()
    for cell in cells_of(path):
        yield cell, *session.run(cell)


def rewrite(path: Path) -> None:
    """Write the outputs of a page or notebook anew."""
    with readers_folder(path):
        found = list(outputs_of(path))
    if path.suffix == ".ipynb":
        _rewrite_notebook(path, found)
        return
    text = path.read_text("utf-8")
    for cell, said, _ in reversed(found):
        if cell.kind == "python":
            block = f"```python\n{cell.code}```\n" + (f"\n```text\n{said}```\n" if said else "")
            text = text[: cell.start] + block + text[cell.end :]
    path.write_text(text, "utf-8")


def _rewrite_notebook(path: Path, found: list[tuple[Cell, str, object]]) -> None:
    notebook = json.loads(path.read_text("utf-8"))
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    for number, (cell, (_, said, value)) in enumerate(zip(code, found, strict=True), 1):
        shown = repr(value) + "\n" if value is not None else ""
        printed = said.removesuffix(shown)
        cell["execution_count"] = number
        stream = {"name": "stdout", "output_type": "stream", "text": printed.splitlines(keepends=True)}
        cell["outputs"] = [stream] if printed else []
        if value is not None:
            data: dict[str, Any] = {"text/plain": repr(value).splitlines(keepends=True)}
            if hasattr(value, "_repr_html_"):
                data["text/html"] = value._repr_html_().splitlines(keepends=True)
            cell["outputs"].append(
                {"data": data, "execution_count": number, "metadata": {}, "output_type": "execute_result"}
            )
    path.write_text(json.dumps(notebook, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    for name in sys.argv[1:] or PAGES:
        rewrite(Path(name).resolve())
