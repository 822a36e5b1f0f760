"""The Python page and the notebook do what they print, and the reference is made from docstrings without a warning."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from cells import PAGES, Cell, Session, cells_of, outputs_of, readers_folder

PAGE, NOTEBOOK = PAGES
HANDLER = {
    "paths": ["tools"],
    "options": {
        "docstring_style": "google",
        "docstring_options": {"returns_multiple_items": False, "warn_unknown_params": True},
        "members_order": "source",
        "separate_signature": True,
        "show_root_heading": True,
        "show_signature_annotations": True,
        "show_source": False,
    },
}


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


def test_the_reference_is_made_from_docstrings_without_a_warning(tmp_path: Path, project_root: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "python.md").write_bytes(PAGE.read_bytes())
    for name in re.findall(r"\]\((\S+?)\)", PAGE.read_text("utf-8")):
        (docs / name).write_text("# Another page\n", "utf-8")
    handler = {**HANDLER, "paths": [str(project_root / "tools")]}
    plugins = [{"mkdocstrings": {"handlers": {"python": handler}}}]
    settings = {"site_name": "Yange", "theme": {"name": "mkdocs"}, "plugins": plugins, "strict": True}
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(settings), "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    made = (tmp_path / "site" / "python" / "index.html").read_text("utf-8")
    assert ('id="yange.api.compare"' in made, "Raises" in made, ":class:" in made, ":attr:" in made) == (
        True,
        True,
        False,
        False,
    )
