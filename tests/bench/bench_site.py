"""How dear the site is, how much of it a second build makes anew, and what the search finds at which price.

The peer is plain MkDocs with Material over the very same pages in the same run: each page's finished words as a
Markdown file of raw HTML, a short nav, search off. What it costs to make those words is left out, in its favour.
CPU seconds are those of one process for each measurement; memory is its largest resident size.

Run it: ``python tests/bench/bench_site.py [policies …]`` (default: 60 120; four texts each).
"""

from __future__ import annotations

import json
import multiprocessing
import os
import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from synthetic import PHRASES, project

os.environ["NO_MKDOCS_2_WARNING"] = "1"
DAY = date(2026, 11, 23)
SIZES = (60, 120)
CHANGED = 3
QUERIES = (
    *PHRASES,
    "街道办事处的申报和审核",
    "百分之5给予补助",
    "不超过88万元",
    "市7府规〔2018〕47号",
    "市7府规2018 47号",
    "網絡安全",
    "財政補貼的撥付",
)
"""What is sought: frequent and rare words, phrases, amounts, a number typed two ways, traditional characters."""


def alone(work: Callable[..., Any], *arguments: object) -> tuple[float, int, Any]:
    """Do ``work`` in a process of its own; return its CPU seconds, its memory in MB, and what it returned."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_measured, (work, arguments))


def _measured(work: Callable[..., Any], arguments: tuple[object, ...]) -> tuple[float, int, Any]:
    start = time.process_time()
    result = work(*arguments)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return time.process_time() - start, memory, result


def ours(root: Path, target: Path) -> int:
    """Build the site; return how many pages it has."""
    from yange.mkdocs_plugin import build_site

    return sum(1 for _ in build_site(root, on=DAY, target=target).rglob("*.html"))


def peer(root: Path, target: Path) -> int:
    """Build the peer's site; return how many pages it has."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    build(load_config(str(root / "mkdocs.yml"), site_dir=str(target)))
    return sum(1 for _ in target.rglob("*.html"))


def peer_project(root: Path, built: Path) -> None:
    """Write the words of every built page as a Markdown file of raw HTML."""
    article = re.compile(r'<article class="md-content__inner md-typeset">(.*)</article>', re.S)
    for path in built.rglob("index.html"):
        found = article.search(path.read_text(encoding="utf-8"))
        if found is not None:
            file = root / "docs" / path.relative_to(built).with_suffix(".md")
            file.parent.mkdir(parents=True, exist_ok=True)
            lines = (line.strip() for line in found[1].splitlines())
            file.write_text("\n".join(line for line in lines if line) + "\n", encoding="utf-8")
    theme = "theme:\n  name: material\n  font: false\n"
    rest = (
        'plugins: []\nnav: [index.md]\nnot_in_nav: "/*/"\nvalidation: {links: {not_found: ignore, anchors: ignore}}\n'
    )
    (root / "mkdocs.yml").write_text(f"site_name: peer\n{theme}{rest}", encoding="utf-8")


class Index:
    """The files of the search read as the browser reads them, with what a query loads counted."""

    def __init__(self, site: Path) -> None:
        self.folder = site / "assets" / "search"
        (self.manifest,) = self._call("manifest.js")
        self.loaded = 0

    def _call(self, name: str) -> list[Any]:
        text = (self.folder / name).read_text(encoding="utf-8")
        return list(json.loads(f"[{text[text.index('(') + 1 : text.rindex(')')]}]"))

    def load(self, name: str) -> list[Any]:
        self.loaded += (self.folder / name).stat().st_size
        return self._call(name)

    def candidates(self, wanted: list[str]) -> set[int]:
        """Return the texts that hold every gram that the browser would ask for."""
        from yange.publish.search.shards import shard_of

        found: set[int] | None = None
        shards: dict[int, dict[str, str]] = {}
        for gram in sorted(asked(wanted)):
            number = shard_of(gram, self.manifest["shards"])
            if number not in shards:
                shards[number] = self.load(f"shard/{number >> 8:02x}/{number:04x}.js")[1]
            numbers = decode(shards[number].get(gram, ""))
            found = numbers if found is None else found & numbers
        return found or set()

    def text(self, number: int, *, counted: bool = True) -> str:
        name = f"text/{number // self.manifest['folder']}/{number}.js"
        clauses = (self.load(name) if counted else self._call(name))[1]
        return "\n".join(words for _, _, words in clauses)

    def head(self, number: int) -> str:
        block = self.manifest["block"]
        facts = self._call(f"facts/{number // block}.js")[1][number % block]
        return "\n".join([facts[1], facts[2], *facts[7]])


def asked(wanted: list[str]) -> set[str]:
    """Return every second pair of each run of Han characters, and the words: what the browser asks for."""
    found, run = set(), ""
    for unit in [*wanted, "\n"]:
        if unit >= "\u3005":
            run += unit
            continue
        found |= {run[at : at + 2] for at in range(0, len(run) - 1, 2)} | ({run[-2:]} if len(run) > 1 else set())
        run = ""
        found |= {unit} - {"\n"}
    return found


def decode(text: str) -> set[int]:
    from yange.publish.search.shards import DIGITS

    numbers, last, rest, shift = set(), -1, 0, 0
    for character in text:
        value = DIGITS.index(character)
        rest |= (value & 31) << shift
        shift += 5
        if not value & 32:
            last += rest + 1
            numbers.add(last)
            rest = shift = 0
    return numbers


def search_rows(site: Path) -> Iterable[tuple[str, int, float, float, int]]:
    """Yield for each query: how many texts hold it, recall, precision before verifying, bytes for ten results."""
    from yange.publish.search.folding import BREAK, fold, units

    index = Index(site)
    texts = [units(fold(f"{index.head(n)}\n{index.text(n, counted=False)}")) for n in range(index.manifest["texts"])]
    joined = [f"\0{chr(0).join(unit for unit in text)}\0" for text in texts]
    for query in QUERIES:
        wanted = [unit for unit in units(fold(query)) if unit != BREAK]
        needle = f"\0{chr(0).join(wanted)}\0"
        truth = {number for number, text in enumerate(joined) if needle in text}
        index.loaded = 0
        found = index.candidates(wanted)
        for number in sorted(found)[:10]:
            index.text(number)
        recall = len(truth & found) / len(truth) if truth else 1.0
        precision = len(truth & found) / len(found) if found else 1.0
        yield query, len(truth), recall, precision, index.loaded


def size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def main() -> None:
    """Measure and print."""
    sizes = [int(argument) for argument in sys.argv[1:]] or list(SIZES)
    costs = []
    print(f"{'':42}{'pages':>7}{'CPU s':>8}{'pages/s':>9}{'of first':>9}{'MB':>6}")
    with tempfile.TemporaryDirectory() as scratch:
        for policies in sizes:
            root, out = Path(scratch) / f"p{policies}", Path(scratch) / f"site{policies}"
            root.mkdir()
            texts = project(root, policies)
            cpu, memory, pages = alone(ours, root, out)
            first = cpu
            costs.append((pages, cpu))
            row(f"first build, {texts} texts", pages, cpu, first, memory)
            (root / "build" / "cache" / "pages.sqlite").unlink()
            row("comparisons kept, pages made anew", pages, *_of(alone(ours, root, out), first))
            row("second build, nothing changed", pages, *_of(alone(ours, root, out), first))
            for path in sorted(root.rglob("2018-*.md"))[:CHANGED]:
                path.write_text(path.read_text(encoding="utf-8").replace("应当", "必须"), encoding="utf-8")
            row(f"second build, {CHANGED} texts changed", pages, *_of(alone(ours, root, out), first))
            other = Path(scratch) / f"peer{policies}"
            peer_project(other, out)
            row("plain MkDocs + Material, same pages", *_peer(other, first))
        if len(costs) > 1:
            (fewer, cheap), (more, dear) = costs[0], costs[-1]
            print(f"growth: {dear / cheap:.2f} × CPU for {more / fewer:.2f} × pages")
        index = size(out / "assets" / "search")
        print(f"search index {index / 2**20:.1f} MB of {size(out) / 2**20:.1f} MB")
        print(f"{'query':24}{'texts':>7}{'recall':>8}{'precision':>11}{'bytes':>9}")
        rows = list(search_rows(out))
        for query, count, recall, precision, loaded in rows:
            print(f"{query:24}{count:7}{recall:8.2f}{precision:11.2f}{loaded:9}")
        mean = [sum(values) / len(rows) for values in zip(*(row[2:] for row in rows), strict=True)]
        print(f"{'mean (before verifying)':31}{mean[0]:8.2f}{mean[1]:11.2f}{mean[2]:9.0f}")


def _of(measured: tuple[float, int, Any], first: float) -> tuple[float, float, int]:
    return measured[0], first, measured[1]


def _peer(root: Path, first: float) -> tuple[int, float, float, int]:
    cpu, memory, pages = alone(peer, root, root / "site")
    return pages, cpu, first, memory


def row(name: str, pages: int, cpu: float, first: float, memory: int) -> None:
    """Print one measurement."""
    print(f"{name:42}{pages:7}{cpu:8.1f}{pages / cpu:9.0f}{cpu / first:9.0%}{memory:6}", flush=True)


if __name__ == "__main__":
    main()
