"""The Python page and the notebook print what they show; tests/docs builds the reference on the page."""

from __future__ import annotations

import json
import re
import socket
from pathlib import Path

import pytest

from cells import PAGES, Cell, Session, cells_of, outputs_of, readers_folder

PAGE, NOTEBOOK = PAGES


@pytest.fixture
def _offline(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a page went to the network")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)


@pytest.mark.usefixtures("_offline")
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_cell_prints_what_is_written_below_it(path: Path) -> None:
    with readers_folder(path):
        for cell, said, _ in outputs_of(path):
            if cell.kind == "python":
                assert said.removesuffix("\n") == cell.output.removesuffix("\n"), cell.code


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_python_of_a_readme_runs(name: str, project_root: Path) -> None:
    with readers_folder(project_root / name) as folder:
        (cell,) = (cell for cell in cells_of(project_root / name) if cell.kind == "python")
        said, _ = Session().run(cell)
        assert re.findall(r"print\(change\)  # (.*)", cell.code)[0] in said.splitlines()
        assert (folder / "table.docx").is_file()


def test_a_page_has_no_code_that_is_not_run() -> None:
    fences = re.findall(r"^```(\w*)", PAGE.read_text("utf-8"), re.MULTILINE)
    assert {fence for fence in fences if fence} == {"python", "console", "text"}
    assert len(cells_of(PAGE)) == fences.count("python") + fences.count("console") > 15


def test_a_wrong_output_would_be_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("```python\nx = 1\nprint(x)\nx + 1\n```\n\n```text\n1\n3\n```\n", "utf-8")
    ((cell, said, value),) = outputs_of(page)
    assert (cell, said, value) == (Cell("python", "x = 1\nprint(x)\nx + 1\n", "1\n3\n", 0, 52), "1\n2\n", 2)


def test_the_notebook_is_one_that_others_can_open() -> None:
    notebook = json.loads(NOTEBOOK.read_text("utf-8"))
    assert (notebook["nbformat"], notebook["metadata"]["kernelspec"]["language"]) == (4, "python")
    assert len({cell["id"] for cell in notebook["cells"]}) == len(notebook["cells"]) > 20
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))
    shown = [one for cell in code for one in cell["outputs"] if one["output_type"] == "execute_result"]
    assert all("".join(one["data"]["text/html"]).startswith("<table>") for one in shown if "text/html" in one["data"])
