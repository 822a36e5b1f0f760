"""Hold the alignment against pairs of texts that people matched, and fit the weights of the second look to them anew.

Run it: ``python tests/bench/hand_matched.py FOLDER [--fit]``. FOLDER holds one folder for each pair: ``old.md``,
``new.md`` and ``truth.json`` with ``pairs`` (``[{"old": ["第三条"], "new": ["第四条"]}]``; ``debatable: true``
in one where lawyers may differ), ``debatable_edges`` (``[[old, new]]``, neither right nor wrong), ``added`` and
``removed``.
The texts are anybody's own: real laws may be read here, and none stands in this repository.

``--fit`` prints for each pair of texts what the weights fitted on all the others add to it, then the weights fitted on
all of them (logistic regression by Newton's method, with a ridge so small that it only keeps the steps finite).
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench_revisions import interval
from marking import Marking, marking

from yange.compare import compare
from yange.compare.match.alignment import first_look
from yange.compare.match.second_look import SIGNS, Evidence
from yange.compare.text.units import units_of
from yange.compare.text.vocabulary import law_of_both
from yange.compare.weights import WEIGHTS
from yange.parse import parse

_ARTICLE = re.compile(r"第[一二三四五六七八九十百千零〇]+条(?:之[一二三四五六七八九十]+)?")
Edge = tuple[str, str]


@dataclass(frozen=True)
class Pair:
    name: str
    old: str
    new: str
    edges: frozenset[Edge]
    debatable: frozenset[Edge]
    added: frozenset[str]
    removed: frozenset[str]


@dataclass(frozen=True)
class Row:
    """A pair of articles worth a look: its signs, whether it is one, whether the first look found it."""

    edge: Edge
    signs: tuple[float, ...]
    true: bool
    known: bool


def read(folder: Path) -> Iterator[Pair]:
    """Yield the pairs of a folder in order of their names."""
    for truth in sorted(folder.glob("*/truth.json")):
        told = json.loads(truth.read_text(encoding="utf-8"))
        edges, debatable = set(), {(a, b) for a, b in told.get("debatable_edges", [])}
        for group in told["pairs"]:
            found = {(a, b) for a in group["old"] for b in group["new"]}
            edges |= found
            debatable |= found if group.get("debatable") else set()
        old, new = ((truth.parent / name).read_text(encoding="utf-8") for name in ("old.md", "new.md"))
        yield Pair(
            truth.parent.name, old, new, frozenset(edges - debatable), frozenset(debatable),
            frozenset(told.get("added", [])), frozenset(told.get("removed", [])),
        )  # fmt: skip


def article(label: str) -> str:
    return (_ARTICLE.findall(label) or [label])[-1]


def scores(pairs: Sequence[Pair]) -> None:
    """Print precision, recall and F1 of each pair, what is wrong of its inserted and repealed sets, and the bands."""
    bands: dict[str, list[bool]] = defaultdict(list)
    right = found = wanted = 0
    marked = Marking()
    print(f"{'pair':16} {'edges':>5} {'P':>6} {'R':>6} {'F1':>6} {'inserted':>9} {'repealed':>9}")
    for pair in pairs:
        result = compare(parse(pair.old), parse(pair.new))
        own = marking(result)
        marked += own
        edges = {
            (article(edge.old), article(edge.new)): edge.band.value
            for change in result.changes
            for edge in change.edges
            if "art_" in edge.old_path and "art_" in edge.new_path
        }
        asserted = set(edges) - pair.debatable
        for edge in asserted:
            bands[edges[edge]].append(edge in pair.edges)
        true = len(asserted & pair.edges)
        right, found, wanted = right + true, found + len(asserted), wanted + len(pair.edges)
        gone = {article(c.old[0]) for c in result.changes if not c.new and "art_" in c.old_paths[0]}
        come = {article(c.new[0]) for c in result.changes if not c.old and "art_" in c.new_paths[0]}
        wrong_in = len((come ^ pair.added) - {b for _, b in pair.debatable})
        wrong_out = len((gone ^ pair.removed) - {a for a, _ in pair.debatable})
        print(
            f"{pair.name:16} {len(pair.edges):5} {true / len(asserted):6.3f} {true / len(pair.edges):6.3f}"
            f" {2 * true / (len(asserted) + len(pair.edges)):6.3f}"
            f" {wrong_in:3}/{len(pair.added):<5} {wrong_out:3}/{len(pair.removed):<5} marked {own}"
        )
    print(f"all: marked {marked}")
    print(f"all: precision {interval(right, found)}, recall {interval(right, wanted)}")
    for band, told in sorted(bands.items()):
        print(f"band {band}: {interval(sum(told), len(told))} true")


def rows_of(pair: Pair) -> list[Row]:
    """Return the pairs of articles that the second look would judge, with the truth."""
    texts = parse(pair.old), parse(pair.new)
    old, new = map(units_of, texts)
    law = law_of_both(*texts)
    first = first_look(old, new, law)
    evidence = Evidence(old, new, first.keys_old, first.keys_new, first.links, law)
    known = {(link.old, link.new) for link in first.links} | {(trace.old, trace.new) for trace in first.traces}
    rows = []
    for (a, b), signs in evidence.looked_at().items():
        if "art_" in old[a].path and "art_" in new[b].path:
            edge = article(old[a].label), article(new[b].label)
            if edge not in pair.debatable:
                rows.append(Row(edge, signs, edge in pair.edges, (a, b) in known))
    return rows


def fit(rows: Sequence[Row], ridge: float = 1e-3, steps: int = 40) -> tuple[list[float], float]:
    """Return the weights of the signs and the base that make the truth most likely."""
    size = len(SIGNS) + 1
    weights = [0.0] * size
    for _ in range(steps):
        slope = [-ridge * w for w in weights]
        bend = [[ridge * (i == j) for j in range(size)] for i in range(size)]
        for row in rows:
            signs = (*row.signs, 1.0)
            p = _probability(weights, signs)
            for i, sign in enumerate(signs):
                slope[i] += (row.true - p) * sign
                for j in range(size):
                    bend[i][j] += p * (1 - p) * sign * signs[j]
        step = _solved(bend, slope)
        weights = [w + s for w, s in zip(weights, step, strict=True)]
        if max(map(abs, step)) < 1e-6:
            break
    return weights[:-1], weights[-1]


def _probability(weights: Sequence[float], signs: Sequence[float]) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(w * s for w, s in zip(weights, signs, strict=True))))))


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Solve a small set of linear equations by elimination with pivots."""
    size = len(right)
    table = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for at in range(size):
        pivot = max(range(at, size), key=lambda i: abs(table[i][at]))
        table[at], table[pivot] = table[pivot], table[at]
        for below in range(size):
            if below != at:
                factor = table[below][at] / table[at][at]
                table[below] = [x - factor * y for x, y in zip(table[below], table[at], strict=True)]
    return [table[at][size] / table[at][at] for at in range(size)]


def refit(pairs: Sequence[Pair]) -> None:
    """Print what weights fitted on the other texts add to each text, then the weights fitted on all."""
    every = {pair.name: rows_of(pair) for pair in pairs}
    enough = WEIGHTS.second_look.enough
    added = true = 0
    for name, rows in every.items():
        weights, base = fit([row for other, found in every.items() if other != name for row in found])
        over = [row for row in rows if not row.known and _probability([*weights, base], (*row.signs, 1.0)) >= enough]
        added, true = added + len(over), true + sum(row.true for row in over)
        print(f"{name}: {len(over)} above {enough}, false: {[row.edge for row in over if not row.true]}")
    print(f"held out: {true} of {added} true")
    weights, base = fit([row for rows in every.values() for row in rows])
    print("weights:", dict(zip(SIGNS, (round(w, 2) for w in weights), strict=True)), "base:", round(base, 2))


if __name__ == "__main__":
    arguments = [one for one in sys.argv[1:] if one != "--fit"]
    if len(arguments) != 1 or not (texts := list(read(Path(arguments[0])))):
        print("usage: python tests/bench/hand_matched.py FOLDER [--fit]; FOLDER/*/truth.json", file=sys.stderr)
        sys.exit(2)
    scores(texts)
    if "--fit" in sys.argv:
        refit(texts)
