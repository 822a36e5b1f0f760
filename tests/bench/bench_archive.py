"""What the archive costs: CPU seconds of each part and of the check before it, against the floor of the same run.

The floor is plain ``git fast-import`` reading the very same stream from a file: what git itself costs. Run it with
``python tests/bench/bench_archive.py [versions]``; CPU seconds are those of this process and of git together, best of
three.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from targets import Targets

from yange.archive import build, verify
from yange.archive.build import silent, write_history
from yange.archive.daily_tree import changes
from yange.archive.repository import Repository
from yange.archive.stream import FastImport
from yange.check import check
from yange.model import Basis, Library, Policy, Version
from yange.timeline import build_timeline

VERSIONS = 2_000
ALONE = 1.5
"""What is wanted of the archive without the check, to the floor."""
PER_POLICY = 4
AS_OF = date(2026, 1, 1)
ROUNDS = 3
CHARACTERS = [chr(code) for code in range(0x4E00, 0x4E00 + 2_500)]


def clause(chance: random.Random, number: int) -> str:
    """Return an article of some seventy characters."""
    return f"第{number}条　{''.join(chance.choices(CHARACTERS, k=70))}。"


def texts(count: int) -> Library:
    """Return policies of four versions each, of which each changes a tenth of its some 25 articles (5 KB)."""
    chance = random.Random(1)
    policies = []
    for number in range(count // PER_POLICY):
        policy = f"city-{number % 40}/policy-{number}"
        clauses = [clause(chance, n) for n in range(1, 26)]
        versions = []
        for turn in range(PER_POLICY):
            for n in chance.sample(range(25), 3):
                clauses[n] = clause(chance, n + 1)
            day = date(1990 + 8 * turn + number % 8, 1 + number % 12, 1 + number % 28)
            versions.append(
                Version(
                    policy=policy,
                    key=day.isoformat(),
                    path=f"policies/{policy}/{day}.md",
                    title=f"某市第{number}号办法",
                    number=f"某府规〔{day.year}〕{number}号",
                    issuer=("某市人民政府",),
                    signed=day,
                    effective=day,
                    effective_basis=Basis.STATED,
                    body="# 办法\n\n" + "\n\n".join(clauses) + "\n",
                )
            )
        policies.append(Policy(id=policy, title="办法", place=policy.split("/")[0], versions=tuple(versions)))
    return Library(tuple(sorted(policies, key=lambda policy: policy.id)))


def cpu() -> float:
    """Return the CPU seconds used so far by this process and its ended children."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in both)


def best(work: Callable[[Path], object]) -> float:
    """Return the fewest CPU seconds of a few rounds, each in a folder of its own."""
    seconds = []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            before = cpu()
            work(Path(folder))
            seconds.append(cpu() - before)
    return min(seconds)


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if sys.argv[1:] else VERSIONS
    library = texts(count)
    timeline = build_timeline(library)
    made = list(changes(library, timeline))
    with tempfile.TemporaryDirectory() as scratch:
        stream = Path(scratch) / "stream"
        with stream.open("wb") as file, FastImport(file.write) as writer:
            write_history(writer, made, AS_OF, silent)

        def floor(folder: Path) -> None:
            Repository.create(folder)
            with stream.open("rb") as file:
                line = ["git", "-C", str(folder), "-c", "fastimport.unpackLimit=1", "fast-import", "--quiet"]
                subprocess.run(line, stdin=file, check=True, stdout=subprocess.DEVNULL)

        def ours(folder: Path) -> None:
            with Repository.create(folder).fast_import() as writer:
                write_history(writer, made, AS_OF, silent)

        def whole(folder: Path) -> None:
            build(library, timeline, folder / "history.git", as_of=AS_OF)

        rows = {
            "floor: git fast-import of the ready stream": best(floor),
            "history written through GitPython": best(ours),
            "changes worked out from the timeline": best(lambda _: list(changes(library, timeline))),
            "the archive (with fsck, commit-graph, manifest)": best(whole),
            "check of the texts, nothing kept": best(lambda _: check(library, timeline)),
        }
        rows["yange archive: check and archive"] = sum(list(rows.values())[-2:])
        with tempfile.TemporaryDirectory() as folder:
            whole(Path(folder))
            before = cpu()
            result = verify(library, timeline, Path(folder) / "history.git")
            rows["yange archive --verify"] = cpu() - before
            size = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file()) / 2**20
        megabytes = stream.stat().st_size / 2**20
    least, targets = rows["floor: git fast-import of the ready stream"], Targets()
    print(f"{len(made)} commits of {count} versions, stream {megabytes:.1f} MB, archive {size:.1f} MB, {result.ok=}")
    for name, seconds in rows.items():
        print(f"{name:52} {seconds:7.2f} s  {seconds / least:5.2f} × floor  {len(made) / seconds:7.0f} commits/s")
    alone = rows["the archive (with fsck, commit-graph, manifest)"] / least
    targets.said("the archive without its check", f"{alone:.2f} × floor", alone <= ALONE, ALONE)
    targets.said("verified", str(result.ok), result.ok, "True")
    targets.end()


if __name__ == "__main__":
    main()
