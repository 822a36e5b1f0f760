"""The fuzzer: many inputs through every reader, in two processes whose hash seeds differ.

Run it: ``make fuzz`` or ``python tests/fuzz/fuzzing.py --inputs 1000000``. Both processes take the same inputs; what
each of them makes of a block of inputs must be the same. An input that failed is told by its number: ``--only NUMBER``
runs it again, with the whole trace. Exit code 1 where any promise was broken.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import resource
import signal
import subprocess
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import TracebackType

sys.path.insert(0, str(Path(__file__).resolve().parent))

from fuzz_inputs import make
from fuzz_invariants import HOLD

__all__ = ["BLOCK", "Tally", "failures_of", "run", "told_by"]

BLOCK, TOLD = 1_000, 50_000
HANGS = 20.0
"""CPU seconds after which an input is stopped and counted as one that hangs."""
SLOW = 0.5, 100_000.0
"""CPU seconds, and characters a CPU second, that an input must take less or be faster than."""


class Hangs(Exception):  # noqa: N818
    """An input took too long."""


class _Stopped:
    """Stops what runs within after ``HANGS`` CPU seconds, and keeps what it raised."""

    def __init__(self) -> None:
        self.failure: BaseException | None = None
        self.trace = ""

    def __enter__(self) -> _Stopped:
        signal.signal(signal.SIGVTALRM, _stop)
        signal.setitimer(signal.ITIMER_VIRTUAL, HANGS)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, failure: BaseException | None, at: TracebackType | None
    ) -> bool:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        if failure is not None and isinstance(failure, Exception):
            self.failure, self.trace = failure, "".join(traceback.format_exception(failure))
            return True
        return False


def _stop(_number: int, _frame: object) -> None:
    raise Hangs


@dataclass
class Tally:
    """What came of some inputs."""

    inputs: Counter[str] = field(default_factory=Counter)
    seconds: Counter[str] = field(default_factory=Counter)
    broken: list[tuple[int, str, str]] = field(default_factory=list)
    slowest: list[tuple[float, int, str, int]] = field(default_factory=list)

    def add(self, number: int, kind: str, text: str, seconds: float, failure: BaseException | None) -> None:
        self.inputs[kind] += 1
        self.seconds[kind] += seconds
        self.slowest = sorted([*self.slowest, (round(seconds, 3), number, kind, len(text))], reverse=True)[:5]
        if failure is not None:
            what = (
                "broken promise"
                if isinstance(failure, AssertionError)
                else "hang"
                if isinstance(failure, Hangs)
                else "traceback"
            )
            self.broken.append((number, kind, f"{what}: {type(failure).__name__}: {str(failure)[:200]}"))
        elif seconds > SLOW[0] and seconds > len(text) / SLOW[1]:
            self.broken.append((number, kind, f"slow: {seconds:.2f} CPU seconds for {len(text)} characters"))


@cache
def _warm(kind: str) -> None:
    """Let what a reader asks be imported, packs and pinyin: that is no part of reading an input."""
    texts = (
        "望海市渡口办法\n\n第一条　甲。\n\n第二条　本办法自2020年1月1日起施行。\n",
        "第一条　甲。\n\nArticle 1\n\nA.\n",
    )
    for text in texts:
        with _Stopped():
            HOLD[kind](text + "\n" * (-len(text) % 12))  # a length that lets the import read it whole and as UTF-8


def told_by(number: int, tally: Tally, kind: str | None = None, *, trace: bool = False) -> str:
    """Put one input through its readers; return what they made of it, or how it failed."""
    kind, text = make(number, kind)
    _warm(kind)
    began = time.process_time()
    outcome = ""
    with _Stopped() as stopped:
        outcome = HOLD[kind](text)
    tally.add(number, kind, text, time.process_time() - began, stopped.failure)
    if trace and stopped.failure is not None:
        print(kind, repr(text[:2_000]), stopped.trace, sep="\n")
    return outcome if stopped.failure is None else type(stopped.failure).__name__


def run(numbers: Sequence[int], tally: Tally, told: Callable[[int, str], None]) -> None:
    """Run inputs by number; tell the digest of what was made of each block."""
    for start in range(0, len(numbers), BLOCK):
        digest = hashlib.sha256()
        for number in numbers[start : start + BLOCK]:
            digest.update(told_by(number, tally).encode("utf-8", "surrogatepass"))
        told(numbers[start], digest.hexdigest())


def failures_of(numbers: Sequence[int], kind: str | None = None) -> list[tuple[int, str, str]]:
    """Return the inputs among some that broke a promise."""
    tally = Tally()
    for number in numbers:
        told_by(number, tally, kind)
    return tally.broken


def _child(first: int, count: int) -> None:
    tally = Tally()

    def tell(start: int, digest: str) -> None:
        broken = [number for number, _, _ in tally.broken]
        print(json.dumps({"block": start, "digest": digest, "broken": broken}), flush=True)

    run(range(first, first + count), tally, tell)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        json.dumps(
            {
                "inputs": tally.inputs,
                "seconds": tally.seconds,
                "broken": tally.broken,
                "slowest": tally.slowest,
                "megabytes": most,
            }
        )
    )


def _started(first: int, count: int, hash_seed: str) -> subprocess.Popen[str]:
    command = [sys.executable, str(Path(__file__).resolve()), "--child", "--first", str(first), "--inputs", str(count)]
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True, encoding="utf-8")


def _lines(process: subprocess.Popen[str]) -> Iterator[dict[str, object]]:
    assert process.stdout is not None
    for line in process.stdout:
        yield json.loads(line)


def _print(answers: Sequence[dict[str, object]], differing: Sequence[int], began: float) -> bool:
    """Print the figures of a run; tell whether all promises were kept."""
    first = answers[0]
    print(f"inputs {sum(first['inputs'].values())} in {time.time() - began:.0f} s, {len(answers)} hash seeds")
    for kind, count in first["inputs"].items():
        print(f"  {kind:14} {count:8}  {1000 * first['seconds'][kind] / count:8.2f} CPU ms each")
    broken = [tuple(one) for one in first["broken"]]
    for what in ("traceback", "hang", "broken promise", "slow"):
        print(f"{what:16} {sum(told.startswith(what) for _, _, told in broken)}")
    print(f"{'hash seed':16} {len(differing)} blocks of {BLOCK} differ {list(differing)[:10]}")
    print("slowest", *first["slowest"], "megabytes", *(answer["megabytes"] for answer in answers))
    for number, kind, told in broken[:40]:
        print(f"  --only {number}  {kind}: {told}")
    return not broken and not differing


def main() -> int:
    """Run the fuzzer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--first", type=int, default=0, help="number of the first input")
    parser.add_argument("--hash-seeds", default="1,2", help="one process each")
    parser.add_argument("--only", type=int, help="run one input again")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.only is not None:
        tally = Tally()
        told_by(asked.only, tally, trace=True)
        print(tally.broken or "no promise was broken", tally.slowest)
        return bool(tally.broken)
    if asked.child:
        _child(asked.first, asked.inputs)
        return 0
    began = time.time()
    processes = [_started(asked.first, asked.inputs, seed) for seed in asked.hash_seeds.split(",")]
    answers: list[dict[str, object]] = []
    differing: list[int] = []
    for lines in zip(*map(_lines, processes), strict=True):
        if "block" not in lines[0]:
            answers = list(lines)
            continue
        if len({line["digest"] for line in lines}) > 1:
            differing.append(lines[0]["block"])
        done = lines[0]["block"] + BLOCK - asked.first
        if done % TOLD == 0:
            broken = lines[0]["broken"]
            told = f"{done} inputs, broken {broken or 'none'}, {len(differing)} blocks differ"
            print(told, file=sys.stderr, flush=True)
    if any(process.wait() for process in processes) or not answers:
        print("fuzzing: a process died", file=sys.stderr)
        return 2
    return 0 if _print(answers, differing, began) else 1


if __name__ == "__main__":
    sys.exit(main())
