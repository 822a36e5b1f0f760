"""``import yange``: cheap, typed, and ``yange.compare`` both a package and a function whatever was imported first."""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import yange
import yange.api

IMPORTS = {
    "front door": "import yange",
    "a module below": "from yange.compare.text.units import units_of",
    "the engine": "from yange.compare import compare as engine; assert engine.__name__ == 'compare'",
    "the package": "import yange.compare",
    "the name": "from yange import compare as front; assert callable(front)",
    "the function": "import yange.api",
}
CALL = """
import sys, yange, yange.compare.text.units as units
assert yange.compare is sys.modules["yange.compare"] and yange.compare.text.units is units
try:
    yange.compare("one line", "another")
except yange.YangeError as refusal:
    assert "'one line' is no file" in str(refusal)
else:
    raise AssertionError
"""
FORGET = "for name in [name for name in sys.modules if name.partition('.')[0] == 'yange']: del sys.modules[name]"


def run(*lines: str) -> None:
    done = subprocess.run([sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_compare_is_a_package_and_can_be_called_whatever_was_imported_first() -> None:
    firsts = list(IMPORTS.values())
    orders = [(first, firsts[place - 1]) for place, first in enumerate(firsts)]
    run("import sys", *(line for first, then in orders for line in (first, then, CALL, FORGET)))


def test_to_import_yange_loads_nothing() -> None:
    run(
        "import sys",
        "before = set(sys.modules)",
        "import yange",
        "more = {name.partition('.')[0] for name in set(sys.modules) - before if name != 'yange'}",
        "assert more <= set(sys.stdlib_module_names), more",
    )


def test_to_open_an_archive_loads_no_heavy_thing(project_root: Path) -> None:
    heavy = {"click", "rjieba", "pypinyin", "mkdocs", "docx", "rich", "yange.compare", "yange.check"}
    run(
        "import sys, yange",
        f"archive = yange.open({str(project_root)!r})",
        "archive.on('2020-06-01').in_force()",
        f"assert not {heavy!r} & set(sys.modules), {heavy!r} & set(sys.modules)",
    )


def test_a_notebook_shows_what_compare_takes() -> None:
    assert [*inspect.signature(yange.compare).parameters] == [*inspect.signature(yange.api.compare).parameters]
    assert inspect.signature(yange.open).parameters["path"].default == "."


def test_every_name_of_the_front_door_is_there() -> None:
    for name in yange.__all__:
        assert getattr(yange, name) is not None
    assert set(yange.__all__) <= set(dir(yange))
    with pytest.raises(AttributeError, match="'opne'"):
        yange.opne  # type: ignore[attr-defined]  # noqa: B018


def test_python_dash_m() -> None:
    done = subprocess.run([sys.executable, "-m", "yange", "--version"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, f"yange, version {yange.__version__}")


GOOD = """
import yange
from yange.compare.text.units import units_of
from datetime import date

archive = yange.open("policies")
text: yange.Text = archive.text("dukou-guanli-banfa", on=date(2016, 1, 1))
words: str = text["第一条"].text
comparison: yange.TextComparison = yange.compare(text, "a\\nb")
for change in comparison.changes:
    line: str = str(change.operation.value) + change.old_text
first: yange.ClauseChange = comparison.changes[0]
history: yange.ClauseHistory = archive.history("dukou", "第三条")
status: yange.Status = archive.on("2020-01-01").status("dukou")
problems: yange.Rows[yange.Problem] = archive.check()
units = units_of(text.provisions)
"""
BAD = [
    ("yange.opne()", "attr-defined"),
    ("yange.compare('a')", "call-arg"),
    ("yange.open('x').text(3)", "arg-type"),
    ("yange.compare('a', 'b').changes[0].operatoin", "attr-defined"),
]


def test_a_users_script_is_checked_by_mypy(tmp_path: Path, project_root: Path) -> None:
    script, wrong = tmp_path / "good.py", tmp_path / "bad.py"
    script.write_text(GOOD, "utf-8")
    wrong.write_text("import yange\n" + "".join(f"{line}\n" for line, _ in BAD), "utf-8")
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--config-file",
        str(project_root / "pyproject.toml"),
        str(script),
        str(wrong),
    ]
    done = subprocess.run(command, cwd=project_root, capture_output=True, text=True, check=False)
    said = [line for line in done.stdout.splitlines() if ": error:" in line]
    assert [line for line in said if "bad.py" not in line] == []
    found = [(int(line.split("bad.py:")[1].split(":")[0]), line.rsplit("[", 1)[1].rstrip("]")) for line in said]
    assert found == [(number, code) for number, (_, code) in enumerate(BAD, 2)]
