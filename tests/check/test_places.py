"""Where each broken promise is reported: code, weight, file, line and column, held against ``places.txt``.

To write it anew: ``python tests/check/test_places.py``, then read the difference.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from test_promises import CASES, EXTENDS, PARTIAL, broken, problems_of, project

PLACES = Path(__file__).with_name("places.txt")


def places(folder: Path, number: int) -> str:
    """Return what is reported for a case of ``test_promises``, a line for each problem."""
    codes, path, there, becomes = CASES[number]
    files = broken(path, there, becomes)
    if codes == "extension-shorter":
        files[PARTIAL] = files[PARTIAL].replace("text: held", EXTENDS + "text: held")
    found = problems_of(project(folder, files))
    rows = [f"{one.severity.value} {one.code} {one.path}:{one.line or '-'}:{one.column or '-'}" for one in found]
    return "\n".join(
        [f"== {path}: {' '.join((there or 'all').split())[:60]} → {' '.join(becomes.split())[:60]}", *rows]
    )


@pytest.fixture(scope="module")
def written() -> list[str]:
    return PLACES.read_text("utf-8").rstrip("\n").split("\n\n")


@pytest.mark.parametrize("number", range(len(CASES)))
def test_where_a_broken_promise_is_reported(tmp_path: Path, number: int, written: list[str]) -> None:
    assert len(written) == len(CASES)
    assert places(tmp_path, number).split("\n") == written[number].split("\n")


if __name__ == "__main__":
    rows = []
    for each in range(len(CASES)):
        with tempfile.TemporaryDirectory() as folder:
            rows.append(places(Path(folder), each))
    PLACES.write_text("\n\n".join(rows) + "\n", "utf-8")
