"""What whole commands cost that answer a question: CPU seconds and memory, by the number of texts.

The first row is the first answer about a library, which makes the index; the others have it. ``check`` is measured
without any findings kept, by one process and by all, and again. CPU seconds are those of the command and of all its
processes.

Run it: ``python tests/bench/bench_commands.py [texts …]`` (default: 1000 4000; policies of four texts). At
16,000 texts it takes a quarter of an hour, at 100,000 two hours, most of which the checks take. ``ROOT`` in the
environment names a project that was made before, instead of a size.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench_site import scratch_folder
from synthetic import project
from targets import Targets

SIZES = (1000, 4000)
PER_POLICY = 4
ANSWER, MEMORY = 1.0, 100
"""What is wanted of a command that asks about one policy or one day: CPU seconds and MB, at any size."""
HELP, VERSION = 0.35, 0.15
COLD, WARM, OF_A_PROCESS = 2.0, 0.1, 300
"""What is wanted of ``check``: CPU milliseconds a text, with nothing kept and with everything kept; MB a process."""
ASKED = "policy-00003"
QUESTIONS = (
    ("list", "--on", "2024-01-01"),
    ("show", ASKED, "--on", "2024-01-01"),
    ("timeline", ASKED),
    ("compare", f"{ASKED}@2012-12-31", f"{ASKED}@2024-01-01"),
    ("blame", f"{ASKED}@2024-01-01"),
    ("history", ASKED, "第三条"),
)


def call(root: Path, *arguments: str) -> tuple[float, int, float]:
    """Call the command; return its CPU seconds, the MB of its largest process and the seconds it took."""
    state = {"XDG_STATE_HOME": str(_state(root)), "NO_MKDOCS_2_WARNING": "1"}
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-m", "yange", "--project", str(root), *arguments]
    began = time.monotonic()
    with subprocess.Popen(command, env=kept | state, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(arguments)} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024, time.monotonic() - began


def _state(root: Path) -> Path:
    return root.with_name(f"{root.name}-state")


def _row(root: Path, name: str, *arguments: str) -> tuple[float, int]:
    cpu, memory, seconds = call(root, *arguments)
    print(f"  {name:44}{cpu:8.2f} s {memory:6} MB {seconds:8.1f} s by the clock", flush=True)
    return cpu, memory


def measured(root: Path, texts: int, targets: Targets) -> None:
    """Print what the commands cost in a project of so many texts."""
    print(f"{texts} texts")
    call(root, "--version")  # compiles what it loads
    for name, wanted in (("--version", VERSION), ("--help", HELP)):
        cpu, _ = _row(root, name, name)
        targets.said(name, f"{cpu:.2f} s", cpu <= wanted, f"{wanted} s")
    _row(root, "the first answer (makes the index)", *QUESTIONS[0])
    for question in QUESTIONS:
        cpu, memory = _row(root, " ".join(question), *question)
        held = cpu <= ANSWER and memory <= MEMORY
        targets.said(question[0], f"{cpu:.2f} s, {memory} MB", held, f"{ANSWER} s, {MEMORY} MB")
    cold, most = _row(root, "check, nothing kept, one process", "check", "--jobs", "1")
    warm, _ = _row(root, "check, nothing changed", "check")
    shutil.rmtree(_state(root))
    _row(root, "the first answer", *QUESTIONS[0])
    _, each = _row(root, "check, nothing kept, all processors", "check")
    started, _, _ = call(root, "timeline", ASKED)
    found = (cold - started) / texts * 1000, max(0.0, warm - started) / texts * 1000
    targets.said("check, nothing kept", f"{found[0]:.1f} ms a text", found[0] <= COLD, f"{COLD} ms")
    targets.said("check, nothing changed", f"{found[1]:.2f} ms a text", found[1] <= WARM, f"{WARM} ms")
    targets.said("memory of check", f"{max(most, each)} MB", max(most, each) <= OF_A_PROCESS, f"{OF_A_PROCESS} MB")


def _projects(scratch: Path) -> Iterator[tuple[Path, int]]:
    """Yield the projects to measure, each with the number of its texts."""
    if "ROOT" in os.environ:
        root = Path(os.environ["ROOT"])
        yield root, sum(1 for _ in root.glob("policies/*/*/2*.md"))
        return
    for texts in [int(argument) for argument in sys.argv[1:]] or SIZES:
        root = scratch / f"project{texts}"
        root.mkdir()
        yield root, project(root, texts // PER_POLICY)


def main() -> None:
    """Measure and print."""
    targets = Targets()
    with tempfile.TemporaryDirectory(dir=scratch_folder()) as scratch:
        for root, texts in _projects(Path(scratch)):
            shutil.rmtree(_state(root), ignore_errors=True)
            measured(root, texts, targets)
    targets.end()


if __name__ == "__main__":
    main()
