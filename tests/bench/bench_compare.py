"""Scores per mutation kind, and time beside the floor (rapidfuzz Indel over the two whole documents).

Run it: ``python tests/bench/bench_compare.py``. Both numbers of a line are taken in one run, on the same texts.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections import defaultdict
from pathlib import Path

from rapidfuzz.distance import Indel

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "compare"))

from marking import Marking, marking
from mutations import Pair, insert, law, mistold, move_sentence, pairs, reword, rewrite, score

from yange.compare import Comparison, Operation, compare
from yange.compare.text.spans import equal_runs
from yange.parse import parse


def articles(result: Comparison) -> set[tuple[int, int]]:
    """Return the found edges between articles, by index from 0."""
    return {
        (int(edge.old_path.rsplit("art_", 1)[1]) - 1, int(edge.new_path.rsplit("art_", 1)[1]) - 1)
        for change in result.changes
        for edge in change.edges
        if "art_" in edge.old_path and "art_" in edge.new_path
    }


def scores(count: int = 60, seeds: range = range(1, 6)) -> None:
    """Print precision, recall and F1 for each kind of mutation, what is told wrongly, and how much is marked.

    ``moves``: articles told as moved that are not, or not told that are; ``marked``: see :mod:`marking`.
    """
    sums: dict[str, list[tuple[set[tuple[int, int]], set[tuple[int, int]]]]] = defaultdict(list)
    moves: dict[str, int] = defaultdict(int)
    wrong: dict[str, int] = defaultdict(int)
    marked: dict[str, Marking] = defaultdict(Marking)
    for seed in seeds:
        for pair in pairs(count, seed):
            result = compare(parse(pair.old.print()), parse(pair.new.print()))
            wrong[pair.kind] += len(mistold(result, pair))
            marked[pair.kind] += marking(result)
            shift = 1000 * seed
            sums[pair.kind].append(
                (
                    {(a + shift, b) for a, b in articles(result)},
                    {(a + shift, b) for a, b in pair.edges()},
                )
            )
            found = {
                int(c.old_paths[0].rsplit("art_", 1)[1]) - 1
                for c in result.changes
                if c.flags.moved and "art_" in c.old_paths[0]
            }
            moves[pair.kind] += len(found ^ pair.moved) if pair.kind not in {"rewrite", "move-sentence"} else 0
    print(f"{'mutation':14} {'edges':>6} {'P':>6} {'R':>6} {'F1':>6} {'moves':>6} {'mistold':>8} marked")
    for kind, both in sums.items():
        found = set().union(*(f for f, _ in both))
        wanted = set().union(*(w for _, w in both))
        precision, recall, f1 = score(found, wanted)
        print(
            f"{kind:14} {len(wanted):6} {precision:6.3f} {recall:6.3f} {f1:6.3f} {moves[kind]:6} {wrong[kind]:8}"
            f" {marked[kind]}"
        )


def bands(count: int = 60, seeds: range = range(1, 6)) -> None:
    """Print how often an edge of each band is true, over all kinds of mutation."""
    right: dict[str, list[bool]] = defaultdict(list)
    for seed in seeds:
        for pair in pairs(count, seed):
            wanted = pair.edges()
            for change in compare(parse(pair.old.print()), parse(pair.new.print())).changes:
                for edge in change.edges:
                    if "art_" in edge.old_path:
                        ends = [int(path.rsplit("art_", 1)[1]) - 1 for path in (edge.old_path, edge.new_path)]
                        right[edge.band.value].append(tuple(ends) in wanted)
    print(f"{'band':14} {'edges':>6} {'true':>6}")
    for band, told in right.items():
        print(f"{band:14} {len(told):6} {sum(told) / len(told):6.3f}")


def timed(pair: Pair) -> tuple[float, float, int]:
    """Return the seconds of the comparison and of the floor, and the characters of both sides."""
    old, new = pair.old.print(), pair.new.print()
    one, other = parse(old), parse(new)
    begin = time.perf_counter()
    result = compare(one, other)
    own = time.perf_counter() - begin
    begin = time.perf_counter()
    Indel.opcodes(old, new)
    assert result.stats[Operation.UNCHANGED.value] >= 0
    return own, time.perf_counter() - begin, len(old) + len(new)


def times() -> None:
    """Print the time for ordinary revisions and for rewrites of three sizes."""
    print(f"{'articles':>8} {'kind':14} {'characters':>10} {'seconds':>8} {'floor':>8} {'ratio':>7}")
    for count in (50, 150, 650):
        base = law(count, 7)
        for kind in (insert, move_sentence, reword, rewrite):
            own, floor, size = timed(kind(base, random.Random(3)))
            print(f"{count:8} {kind.__name__:14} {size:10} {own:8.3f} {floor:8.3f} {own / floor:7.1f}")


def long_texts() -> dict[str, tuple[str, str]]:
    """Return clauses of many pages, and one that says one thing over and over; all made up, without numbers."""
    chance = random.Random(11)
    signs = "".join(chr(0x4E00 + min(2_500, int(3 * chance.paretovariate(0.7)))) for _ in range(60_000))
    words = [f"{'bcdfgh'[n % 6]}{'aeiou'[n % 5]}{'lmnrst'[n // 7 % 6]}{'aeiou'[n // 3 % 5]}" for n in range(5_000)]
    prose = [words[min(4_999, int(5 * chance.paretovariate(0.6)))] for _ in range(40_000)]
    repeated = ["甲方应当支付；"] * 9_140
    edited = [part if at % 30 else "乙方可以收取五元；" for at, part in enumerate(repeated)]
    reworded = [word if at % 70 else "may" for at, word in enumerate(prose[:22_000])]
    pairs = {
        "repeated, 300 edits": ("".join(repeated), "".join(edited)),
        "Chinese, unlike": (signs[:17_700], signs[20_000:37_700]),
        "Chinese, edited": (signs, "".join(sign if at % 200 else "变" for at, sign in enumerate(signs))),
        "English, unlike": (" ".join(prose[:20_000]), " ".join(prose[20_000:])),
        "English, edited": (" ".join(prose[:22_000]), " ".join(reworded)),
    }
    return {name: (f"第一条　{old}。", f"第一条　{new}。") for name, (old, new) in pairs.items()}


def long_clauses() -> None:
    """Print the CPU time for very long clauses, how it grows from half of them, and that of the bare alignment.

    The floor is rapidfuzz's alignment of the characters, cut where texts are huge. Time that grows with the text gives
    a growth of 2, time that grows with its square one of 4.
    """
    print(f"{'long clause':20} {'characters':>10} {'CPU s':>7} {'growth':>7} {'floor':>7} {'ratio':>7}")
    for name, (old, new) in long_texts().items():
        halves = old[: len(old) // 2], new[: len(new) // 2]
        half, whole = _seconds(*halves), _seconds(old, new)
        begin = time.process_time()
        equal_runs(old, new)
        floor = time.process_time() - begin
        print(f"{name:20} {len(old):10} {whole:7.2f} {whole / half:7.1f} {floor:7.3f} {whole / floor:7.1f}")
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def _seconds(old: str, new: str) -> float:
    one, other = parse(old), parse(new)
    begin = time.process_time()
    compare(one, other)
    return time.process_time() - begin


if __name__ == "__main__":
    compare(parse("第一条　甲。\n"), parse("第一条　乙。\n"))  # the dictionary is read once
    long_clauses()  # first: the memory told is its own
    scores()
    bands()
    times()
