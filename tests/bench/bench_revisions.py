"""Ordinary revisions of made-up laws: edges, inserted, repealed and moved articles against the known truth, and bands.

Run it: ``python tests/bench/bench_revisions.py``. Intervals are Wilson's at 95 per cent.
"""

from __future__ import annotations

import math
import re
import sys
import time
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "compare"))

from statutes import revise, statute

from yange.compare import Comparison, Operation, compare
from yange.parse import parse

KINDS = (
    ("anew", 0.1, "markdown"),
    ("anew", 0.1, "plain"),
    ("inserted", 0.1, "run-on"),
    ("anew", 0.3, "markdown"),
)


def is_article(label: str) -> bool:
    return re.search("第.*条", label) is not None


def articles(result: Comparison) -> dict[tuple[str, str], str]:
    """Return the found edges between articles and their bands."""
    edges = (edge for change in result.changes for edge in change.edges)
    return {(e.old, e.new): e.band.value for e in edges if is_article(e.old) and is_article(e.new)}


def interval(right: int, total: int) -> str:
    """Return a proportion with its 95 per cent interval."""
    if not total:
        return "–"
    part, z = right / total, 1.96
    middle = (part + z * z / (2 * total)) / (1 + z * z / total)
    half = z * math.sqrt(part * (1 - part) / total + z * z / (4 * total * total)) / (1 + z * z / total)
    return f"{part:.4f} [{middle - half:.3f}, {middle + half:.3f}]"


def main(seeds: range = range(1, 4)) -> None:
    """Print a line for each size and kind of revision, and how true each band is."""
    bands: dict[str, list[bool]] = defaultdict(list)
    print(f"{'articles':>8} {'numbers':9} part  {'layout':9} {'edges':>6} {'precision':25} {'recall':25} sets seconds")
    for count in (15, 70, 150, 300, 650):
        for numbering, strength, layout in KINDS:
            hits = given = told = wrong_sets = 0
            spent = 0.0
            for seed in seeds:
                revision = revise(statute(count, seed, 4 if count >= 300 else 0), seed + 1, strength, numbering)
                old, new = parse(revision.old.print()), parse(revision.new.print(layout))
                begin = time.perf_counter()
                result = compare(old, new)
                spent += time.perf_counter() - begin
                found, wanted = articles(result), revision.edges()
                hits, given, told = hits + len(set(found) & wanted), given + len(wanted), told + len(found)
                for edge, band in found.items():
                    bands[band].append(edge in wanted)
                labels = set(revision.old.labels().values()), set(revision.new.labels().values())
                gone = {c.old[0] for c in result.changes if c.operation is Operation.REPEALED and is_article(c.old[0])}
                come = {c.new[0] for c in result.changes if c.operation is Operation.INSERTED and is_article(c.new[0])}
                wrong_sets += len(gone ^ (labels[0] - {a for a, _ in wanted}))
                wrong_sets += len(come ^ (labels[1] - {b for _, b in wanted}))
            print(
                f"{count:8} {numbering:9} {strength:5} {layout:9} {given:6} {interval(hits, told):25} "
                f"{interval(hits, given):25} {wrong_sets:4} {spent / len(seeds):8.3f}"
            )
    for band, right in bands.items():
        print(f"{band:14} {interval(sum(right), len(right))} of {len(right)}")


if __name__ == "__main__":
    compare(parse("第一条　甲。\n"), parse("第一条　乙。\n"))  # the dictionary is read once
    main()
