"""What ``make mutants`` tries and what it says of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from mutants import NEAREST, PACKAGE, PROSE, ROOT, drawn, named, nearest, report


@pytest.mark.parametrize(
    ("module", "tests"),
    [
        ("timeline/line.py", ("tests/timeline",)),
        ("parse/articles.py", ("tests/parse", "tests/law")),
        ("persons.py", ("tests/persons",)),
        ("dates.py", ("tests/test_dates.py",)),
        ("scaffold.py", ("tests",)),
    ],
)
def test_the_nearest_tests(module: str, tests: tuple[str, ...]) -> None:
    assert nearest(Path(module)) == tests


def test_every_place_named_is_there() -> None:
    assert [part for part in NEAREST if not (ROOT / PACKAGE / part).is_dir()] == []
    assert [path for paths in NEAREST.values() for path in paths if not (ROOT / path).exists()] == []


def test_folders_and_files_are_modules() -> None:
    assert Path("timeline/line.py") in named(["timeline"])
    assert named(["dates.py"]) == [Path("dates.py")]
    with pytest.raises(SystemExit, match="no module"):
        named(["nowhere"])


def test_a_sample_is_the_same_each_time() -> None:
    names = [f"yange.a.x_b__mutmut_{at}" for at in range(100)]
    assert drawn(names, 10) == drawn(names[::-1], 10)
    assert len(drawn(names, 200)) == 100


@pytest.mark.parametrize(
    ("line", "prose"),
    [
        ('                f"The last day in force ({last}) lies before the first.",', True),
        ('            hint="Check both days.",', True),
        ("    return first < last", False),
        ('    kind = "article"', False),
        ('    if word == "in force" and day < last:', False),
    ],
)
def test_lines_of_words_for_a_reader_are_left_out(line: str, *, prose: bool) -> None:
    assert any(re.search(pattern, line) for pattern in PROSE) is prose


def test_the_report_counts_what_was_noticed() -> None:
    told = report(
        {"yange.a.x_b__mutmut_1": "killed", "yange.a.x_b__mutmut_2": "survived", "yange.c.x_d__mutmut_1": "timeout"}
    )
    assert "    1 of     2   50.0%  yange.a" in told
    assert "    2 of     3   66.7%  all" in told
    assert "yange.a.x_b__mutmut_2: survived" in told
    assert "timeout" not in told
