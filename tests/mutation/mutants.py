"""Mutation testing: small faults are put into modules one by one, and the tests nearest to them must notice each.

Run it: ``make mutants`` tries the modules that differ from the branch ``main``, ``make mutants REV=HEAD~3`` those that
differ from a commit, ``make mutants MODULES="timeline check/days.py"`` those named (paths below ``tools/yange``).
mutmut makes the faults. It knows no source folder named ``tools``, so the project is copied to ``build/mutants`` with
its code in ``src``. It changes the bodies of functions only: numbers at the top of a module, and functions under a
decorator, are not tried. Lines that are nothing but words for a reader (messages and hints) are left out.

``SAMPLE=200`` tries so many of the faults, drawn at random from a fixed seed; the printed share then has an interval.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = Path("tools/yange")
PLACE = ROOT / "build" / "mutants"
COPIED = ("archive", "docs", "mkdocs.yml", "policies", "pyproject.toml", "site", "templates", "tests", "tools")
SEED = 20260301

PROSE = (
    r"^\s*(?:hint=|message = )?f?[\"'].* .*[\"'],?$",
    r"^\s*raise YangeError",
)
"""Lines of words for a reader: a test that holds every one of them word for word would be a copy of them."""

NEAREST: dict[str, tuple[str, ...]] = {
    "check": ("tests/check",),
    "compare": ("tests/compare",),
    "parse": ("tests/parse", "tests/law"),
    "review": ("tests/review",),
    "statements": ("tests/statements",),
    "timeline": ("tests/timeline",),
}
"""The tests of a part of the package, where they are not the folder or the file of its name."""

# mutmut collects the tests twice in one process; pytest then escapes the characters of a test's name twice
PLAIN_NAMES = "disable_test_id_escaping_and_forfeit_all_rights_to_community_support=true"

TABLES_FIRST = '''"""Run property tests last: they take a hundred times as long, and the first failure ends a run."""


def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: hasattr(getattr(item, "obj", None), "hypothesis"))
'''

DETECTED = frozenset({"killed", "timeout", "suspicious", "segfault", "caught by type check"})


def nearest(module: Path) -> tuple[str, ...]:
    """Return the tests nearest to a module (a path below the package), the whole of ``tests`` where none is near."""
    part = module.parts[0].removesuffix(".py")
    near = NEAREST.get(part) or tuple(
        path for path in (f"tests/{part}", f"tests/test_{part}.py") if (ROOT / path).exists()
    )
    return near or ("tests",)


def named(paths: list[str]) -> list[Path]:
    """Return the modules that paths below the package name: files, or all of a folder."""
    found: list[Path] = []
    for path in paths:
        place = ROOT / PACKAGE / path
        files = sorted(place.rglob("*.py")) if place.is_dir() else [place]
        if not all(file.is_file() for file in files) or not files:
            raise SystemExit(f"mutants: there is no module {PACKAGE / path}")
        found += [file.relative_to(ROOT / PACKAGE) for file in files]
    return found


def changed(since: str) -> list[Path]:
    """Return the modules that differ between the working tree and where it left a commit or branch."""
    base = _git("merge-base", "HEAD", since).strip()
    paths = _git("diff", "--name-only", "--diff-filter=d", base, "--", f"{PACKAGE}/*.py").split()
    return [Path(path).relative_to(PACKAGE) for path in paths]


def _git(*arguments: str) -> str:
    return subprocess.run(["git", "-C", ROOT, *arguments], check=True, capture_output=True, text=True).stdout


def laid_out(modules: list[Path]) -> None:
    """Copy the project to where mutmut can work on it, and write its settings."""
    shutil.rmtree(PLACE, ignore_errors=True)
    PLACE.mkdir(parents=True)
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, PLACE / name, symlinks=True, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, PLACE / name)
    shutil.copytree(ROOT / "tools", PLACE / "src", ignore=shutil.ignore_patterns("__pycache__"))
    (PLACE / ".git").mkdir()  # nothing in it may ask the repository around it
    (PLACE / "tables_first.py").write_text(TABLES_FIRST, "utf-8")
    settings = {
        "source_paths": ["src"],
        "only_mutate": [f"src/yange/{module}" for module in modules],
        "do_not_mutate_patterns": list(PROSE),
        "also_copy": [*COPIED, "tables_first.py"],
        "pytest_add_cli_args": ["-n", "0", "-m", "", "-p", "no:cacheprovider", "-p", "tables_first", "-o", PLAIN_NAMES],
        "pytest_add_cli_args_test_selection": sorted({test for module in modules for test in nearest(module)}),
    }
    table = "\n".join(f"{name} = {json.dumps(value)}" for name, value in settings.items())
    with (PLACE / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n[tool.mutmut]\n{table}\n")


def mutmut(*arguments: str, quiet: bool = False) -> str:
    """Run mutmut and return what it printed; its progress goes to the terminal unless ``quiet``."""
    command = [str(Path(sys.executable).with_name("mutmut")), *arguments]
    done = subprocess.run(command, cwd=PLACE, check=False, text=True, stdout=subprocess.PIPE if quiet else None)
    return done.stdout or ""


def results() -> dict[str, str]:
    """Return every fault and what became of it."""
    rows = re.findall(r"^\s+(\S+): (.+)$", mutmut("results", "--all", "true", quiet=True), re.MULTILINE)
    return dict(rows)


def drawn(names: list[str], size: int) -> list[str]:
    """Return so many of the names, drawn at random from a fixed seed."""
    return sorted(random.Random(SEED).sample(sorted(names), min(size, len(names))))


def report(found: dict[str, str]) -> str:
    """Return the share of the faults that the tests noticed, by module, and the faults that no test noticed."""
    lines: list[str] = []
    by_module: dict[str, Counter[bool]] = {}
    for name, status in found.items():
        by_module.setdefault(name.partition(".x")[0], Counter())[status in DETECTED] += 1
    every: Counter[bool] = sum(by_module.values(), Counter())
    for module, counts in [*sorted(by_module.items()), ("all", every)]:
        lines.append(f"{counts[True]:5} of {counts.total():5}  {counts[True] / counts.total():6.1%}  {module}")
    left = [f"{name}: {status}" for name, status in sorted(found.items()) if status not in DETECTED]
    return "\n".join([*lines, "", *left, "", f"To see one: cd {PLACE.relative_to(ROOT)} && mutmut show NAME"])


def main() -> int:
    """Try the faults and return 0 where the share that was noticed is at least ``--least``."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("modules", nargs="*", help="files and folders below tools/yange; default: what changed")
    arguments.add_argument("--since", default="main", help="the commit or branch that what changed differs from")
    arguments.add_argument("--sample", type=int, help="try so many faults only")
    arguments.add_argument("--least", type=float, default=0.9, help="share that must be noticed (0 to 1)")
    arguments.add_argument("--children", type=int, default=os.cpu_count() or 1, help="processes")
    given = arguments.parse_args()
    modules = named(given.modules) if given.modules else changed(given.since)
    if not modules:
        print(f"mutants: no module differs from {given.since}")
        return 0
    laid_out(modules)
    children = f"--max-children={given.children}"
    if given.sample:
        mutmut("run", children, "none.x_none*", quiet=True)
        names = drawn(list(results()), given.sample)
        mutmut("run", children, *names)
        found = {name: status for name, status in results().items() if name in set(names)}
    else:
        mutmut("run", children)
        found = results()
    if not found:
        print("mutants: nothing was tried; the tests may fail without any fault", file=sys.stderr)
        return 1
    print(report(found))
    return int(sum(status in DETECTED for status in found.values()) < given.least * len(found))


if __name__ == "__main__":
    sys.exit(main())
