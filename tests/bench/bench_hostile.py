"""Long and hostile texts: a token repeated over 30,000 characters, beside ordinary text of the same length.

Run it: ``python tests/bench/bench_hostile.py`` or ``make bench ARGS=hostile``. A figure is CPU time over that of an
ordinary made-up law of as many characters, read by the same reader in the same run: it does not depend on the machine.
A size among the arguments is that of the texts, in characters. Nothing fails here; ``tests/fuzz`` and
``tests/compare/test_long_texts.py`` hold that each text comes to an end.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "fuzz"))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "compare"))

from fuzz_inputs import TOKENS
from statutes import statute
from test_fuzz import ROWS

from yange.check import check
from yange.compare import compare
from yange.importers import plan
from yange.model import Library, Policy, Version
from yange.parse import parse
from yange.timeline import build_timeline

SIZE = 30_000
WIDEST = 24


def checked(text: str) -> None:
    """Check a library of one text."""
    version = Version(policy="a/b", key="v2020-01-01", path="policies/a/b/2020-01-01.md", title="甲办法", body=text)
    library = Library((Policy(id="a/b", title="甲办法", place="", versions=(version,)),))
    check(library, build_timeline(library))


READERS: dict[str, Callable[[str], object]] = {
    "parse": parse,
    "check": checked,
    "import": lambda text: plan([("a.txt", text.encode())], Library()),
    "compare": lambda text: compare(parse(text), parse(text.replace("一", "二").replace("e", "a"))),
}


def seconds(reader: Callable[[str], object], text: str, runs: int = 1) -> float:
    """Return the least CPU time of some runs, none of which finds its text in a cache."""
    spent = []
    for nth in range(runs):
        one = f"{text}{nth}"
        begin = time.process_time()
        reader(one)
        spent.append(time.process_time() - begin)
    return min(spent)


def ordinary(size: int) -> str:
    """Return an ordinary made-up law of so many characters."""
    text = ""
    for seed in range(1, 100):
        text += statute(150, seed, 6).print()
        if len(text) >= size:
            break
    return text[:size]


def hostile(size: int) -> dict[str, str]:
    """Return the texts by the token that each repeats."""
    tokens = dict.fromkeys([*ROWS, *TOKENS])
    return {token: f"第一条　甲。\n\n{(token * size)[:size]}变" for token in tokens if token}


def main(size: int = SIZE) -> None:
    """Print a line for each token, the most expensive last, and the worst of each reader."""
    plain = {name: seconds(reader, ordinary(size), 3) for name, reader in READERS.items()}
    print(f"{'ordinary text, CPU s':{WIDEST}}", *(f"{plain[name]:9.3f}" for name in READERS))
    print(f"{f'repeated {size:,} ×':{WIDEST}}", *(f"{name:>9}" for name in READERS))
    rows: dict[str, dict[str, float]] = {}
    for token, text in hostile(size).items():
        rows[token] = {name: seconds(reader, text) / plain[name] for name, reader in READERS.items()}
    for token, ratios in sorted(rows.items(), key=lambda row: max(row[1].values())):
        print(f"{repr(token)[:WIDEST]:{WIDEST}}", *(f"{ratios[name]:9.2f}" for name in READERS))
    print(f"{'worst':{WIDEST}}", *(f"{max(row[name] for row in rows.values()):9.2f}" for name in READERS))


if __name__ == "__main__":
    sizes = [int(argument) for argument in sys.argv[1:] if argument.isdigit()]
    main(*sizes[:1])
