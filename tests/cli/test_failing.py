"""However a command ends, it says so on one line and with an exit code; no trace reaches a person who did not ask."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from small_projects import small_project
from yange.cli.app import group
from yange.cli.project import CommandProject
from yange.problems import YangeError

ROOT = Path(__file__).resolve().parents[2]
YANGE = [sys.executable, "-c", "from yange.cli import main; main()", "--project", str(ROOT)]
FERRIES = ("wanghai/dukou-guanli-banfa", "wanghai/dukou-chuanzhi-anquan-guanli-zanxing-guize")
NO_TERMINAL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")


def ends(monkeypatch: pytest.MonkeyPatch, failure: BaseException, *words: str) -> Result:
    def library(project: CommandProject) -> object:
        raise failure

    monkeypatch.setattr(CommandProject, "library", property(library))
    return CliRunner().invoke(group, [*words, "--project", str(ROOT), "list"])


@pytest.mark.parametrize(
    ("failure", "code", "said"),
    [
        (YangeError("a.md: no such text"), 2, "yange: a.md: no such text"),
        (TypeError("unhashable type: 'dict'"), 2, "unexpected error: TypeError: unhashable type: 'dict' ("),
        (ValueError("\x1b[31mred\x1b[0m\n::error::x\u202e"), 2, r"ValueError: \x1b[31mred\x1b[0m ::error::x\u202e ("),
        (KeyError("x" * 10_000), 2, "xxx"),
        (AssertionError(), 2, "unexpected error: AssertionError ("),
        (RecursionError("maximum recursion depth exceeded"), 2, "unexpected error: RecursionError: maximum"),
        (MemoryError(), 2, "yange: there is not enough memory for this"),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"), 2, "UnicodeDecodeError: 'utf-8' codec"),
        (OSError(28, "No space left on device", "a/b.md"), 2, "a/b.md: No space left on device; free some space"),
        (PermissionError(13, "Permission denied", b"a/\xff.md"), 2, r"a/\xff.md: Permission denied; check the file"),
        (OSError("said nothing"), 2, "unexpected error: OSError: said nothing ("),
        (KeyboardInterrupt(), 130, ""),
        (BrokenPipeError(32, "Broken pipe"), 141, ""),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else None,
)
def test_it_ends_with_one_line_and_its_code(
    monkeypatch: pytest.MonkeyPatch, failure: BaseException, code: int, said: str
) -> None:
    result = ends(monkeypatch, failure)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (code, "", 1 if said else 0)
    assert said in result.stderr
    assert not NO_TERMINAL.search(result.stderr)
    assert len(result.stderr) < 1000
    assert ("report this line" in result.stderr) == ("unexpected" in said or "Error" in said or "xxx" in said)


def test_the_trace_is_printed_on_demand_and_the_place_always(monkeypatch: pytest.MonkeyPatch) -> None:
    assert re.search(r"\(yange/(?:cli/listing|project)\.py:\d+\)", ends(monkeypatch, TypeError("x")).stderr)
    assert "Traceback" not in ends(monkeypatch, TypeError("x")).stderr
    assert "Traceback" in ends(monkeypatch, TypeError("x"), "--debug").stderr


def run(*words: str, root: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*YANGE[:-1], str(root), *words], env={**os.environ, **environment}, capture_output=True, check=False
    )


@pytest.mark.parametrize("words", [("list",), ("list", "--json"), ("show", "dukou-guanli-banfa"), ("check", "--json")])
def test_an_ascii_stream_gets_escapes(tmp_path: Path, words: tuple[str, ...]) -> None:
    root = small_project(tmp_path / "mine", *FERRIES)
    done = run(*words, root=root, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr.isascii(), done.stdout.isascii()) == (0, True, True)
    assert rb"\u671b\u6d77" in done.stdout or words[0] == "check"


@pytest.mark.parametrize("encoding", ["ascii", "gb18030"])
def test_machine_output_is_json_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    for name, word in (("old.txt", "甲é😀"), ("new.txt", "乙é😀")):
        (tmp_path / name).write_text(f"办法\n\n第一条　{word}。\n", encoding="utf-8")
    done = run("compare", str(tmp_path / "old.txt"), str(tmp_path / "new.txt"), "--json", PYTHONIOENCODING=encoding)
    assert done.stdout.isascii()
    assert "甲é😀" in json.dumps(json.loads(done.stdout), ensure_ascii=False)


def test_a_machine_without_a_locale_prints_what_others_print() -> None:
    plain = run("list", PYTHONUTF8="1")
    assert run("list", LC_ALL="C", LANG="C", PYTHONIOENCODING="").stdout == plain.stdout
    assert "望海市".encode() in plain.stdout


def test_whoever_stops_reading_is_left_alone() -> None:
    process = subprocess.Popen([*YANGE, "list", "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), said) == (141, b"")


def test_ctrl_c_ends_it_quietly(tmp_path: Path) -> None:
    (tmp_path / "policies/a").mkdir(parents=True)
    heard = "import os, signal; signal.signal(signal.SIGINT, signal.default_int_handler)"  # a background job is deaf
    struck = "import yange.cli.importing as at; at.collect = lambda *a, **k: os.kill(os.getpid(), signal.SIGINT)"
    call = [sys.executable, "-c", f"{heard}; {struck}; {YANGE[2]}", "--project", str(tmp_path), "import", "a.txt"]
    done = subprocess.run(call, capture_output=True, timeout=120, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_a_link_that_leads_to_itself_is_no_project(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    result = CliRunner().invoke(group, ["--project", str(tmp_path / "loop"), "list"])
    assert (result.exit_code, "Traceback" in result.output) == (2, False)
