"""What the site costs, how much of it a second build makes anew, and what the search finds at which price.

The settings are those that ship. The peer is plain MkDocs with Material over the same pages in the same run, with a
short nav and search off, twice: each page's finished words as a Markdown file of raw HTML, and the same words as plain
Markdown. What it costs to make those words is left out, in its favour. What whole commands cost is in bench_build.py.
CPU seconds are those of one process for each measurement, the kernel's share included; memory is its largest resident
size. Everything is written to memory where the machine has a folder for that: what a disk makes of ten thousand small
files is the same for every generator, and differs from machine to machine. Set TMPDIR to measure on a disk.

Run it: ``python tests/bench/bench_site.py [pages …]`` (default: 1000 2000; policies of four texts, so that there are
nearly that many pages). ``make bench ARGS="site 20000"`` does the same. 20,000 pages take a quarter of an hour.
"""

from __future__ import annotations

import html
import importlib
import importlib.util
import json
import multiprocessing
import os
import re
import resource
import shutil
import sys
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pagefind_peer
from synthetic import PHRASES, project
from targets import Targets

os.environ["NO_MKDOCS_2_WARNING"] = "1"
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # measured is a program as it stands once it is installed: compiled
DAY = date(2026, 11, 23)
SIZES = (1000, 2000)
PAGES_PER_POLICY = 26
GROWTH, AHEAD_OF_HTML, AHEAD_OF_MARKDOWN, LARGEST = 2.4, 3.0, 1.0, 300_000
"""What is wanted: CPU for twice the pages; pages a CPU second to the peer's on HTML and on Markdown; a page's bytes."""
RECALL = 1.0
TARGETS = Targets()
MEMORY = Path("/dev/shm")
QUERIES = (
    *PHRASES,
    "街道办事处的申报和审核",
    "百分之5给予补助",
    "不超过88万元",
    "市7府规〔2018〕47号",
    "市7府规2018 47号",
    "網絡安全",
    "財政補貼的撥付",
    "第十二条",
    "第三条　申请人的委托",
)
"""What is sought: frequent and rare words, phrases, amounts, a number typed two ways, traditional signs, labels."""


def alone(work: Callable[..., Any], *arguments: object) -> tuple[float, int, Any]:
    """Do ``work`` in a process of its own; return its CPU seconds, its memory in MB, and what it returned."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_measured, (work, arguments))


def _measured(work: Callable[..., Any], arguments: tuple[object, ...]) -> tuple[float, int, Any]:
    start = time.process_time()
    result = work(*arguments)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return time.process_time() - start, memory, result


def loaded() -> None:
    """Load all that a build loads, so that it stands there compiled."""
    importlib.import_module("yange.mkdocs_plugin.mkdocs_build")


def ours(root: Path, target: Path) -> tuple[int, int, float]:
    """Build the site; return its pages, the bytes of the largest, and the CPU seconds that went into comparing."""
    from yange.mkdocs_plugin import build_site
    from yange.publish import context

    compare, comparing = context.compare_units, [0.0]

    def timed(*arguments: Any) -> Any:
        start = time.process_time()
        made = compare(*arguments)
        comparing[0] += time.process_time() - start
        return made

    context.compare_units = timed
    sizes = [path.stat().st_size for path in build_site(root, on=DAY, target=target).rglob("*.html")]
    return len(sizes), max(sizes), comparing[0]


def again(root: Path, target: Path) -> None:
    """Build the site once more, with nothing loaded but what that takes."""
    from yange.mkdocs_plugin import build_site

    build_site(root, on=DAY, target=target)


def peer(root: Path, target: Path) -> int:
    """Build the peer's site; return how many pages it has."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    build(load_config(str(root / "mkdocs.yml"), site_dir=str(target)))
    return sum(1 for _ in target.rglob("*.html"))


def peer_project(root: Path, built: Path, *, markdown: bool) -> None:
    """Write the words of every built page as a Markdown file: of raw HTML, or as plain ``markdown``."""
    article = re.compile(r'<article class="md-content__inner md-typeset">(.*)</article>', re.S)
    for path in built.rglob("index.html"):
        found = article.search(path.read_text(encoding="utf-8"))
        if found is not None:
            file = root / "docs" / path.relative_to(built).with_suffix(".md")
            file.parent.mkdir(parents=True, exist_ok=True)
            lines = _paragraphs(found[1]) if markdown else [line.strip() for line in found[1].splitlines()]
            between = "\n\n" if markdown else "\n"
            file.write_text(between.join(line for line in lines if line) + "\n", encoding="utf-8")
    theme = "theme:\n  name: material\n  font: false\n"
    rest = (
        'plugins: []\nnav: [index.md]\nnot_in_nav: "/*/"\nvalidation: {links: {not_found: ignore, anchors: ignore}}\n'
    )
    (root / "mkdocs.yml").write_text(f"site_name: peer\n{theme}{rest}", encoding="utf-8")


def _paragraphs(words: str) -> list[str]:
    """Return the words of a page as paragraphs and headings of Markdown."""
    shown = re.sub(r"<(script|style|svg|template)\b.*?</\1>", "", words, flags=re.S)
    headed = re.sub(r"<h([1-6])\b[^>]*>", lambda found: f"\n{'#' * int(found[1])} ", shown)
    bare = re.sub(r"<[^>]*>", "", re.sub(r"<(?:p|div|li|tr|dt|dd|td|th|section|summary)\b[^>]*>", "\n", headed))
    return [re.sub(r"([\\`*_{}\[\]<>|])", r"\\\1", html.unescape(line)).strip() for line in bare.splitlines()]


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
        from yange.publish.search.search_documents import line

        clauses = (self.load(name) if counted else self._call(name))[1]
        return "\n".join(line(*names_and_words) for _, *names_and_words in clauses)

    def facts(self, number: int) -> list[Any]:
        block = self.manifest["block"]
        return list(self._call(f"facts/{number // block}.js")[1][number % block])

    def head(self, number: int) -> str:
        facts = self.facts(number)
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


_TRADITIONAL = str.maketrans("網絡財補貼撥", "网络财补贴拨")
"""The traditional characters of :data:`QUERIES`."""


def words_of(text: str) -> str:
    """Return the characters and words of a text one after another, each between two zeros, by rules of our own."""
    plain = unicodedata.normalize("NFKC", text).lower().translate(_TRADITIONAL)
    return "\0".join(("", *re.findall("[0-9a-z]+|[\u4e00-\u9fff]|[。;!?\n]+", plain), ""))


def texts_of(root: Path) -> dict[str, str]:
    """Return the words of each text of a project by its address, read from its file: title, number, issuer and body."""
    found = {}
    for path in root.glob("policies/*/*/2*.md"):
        _, facts, body = path.read_text(encoding="utf-8").split("---\n", 2)
        said = re.findall(r"^(?:title|number|issuer): (.*)$", facts, re.M)
        policy = path.parent.relative_to(root / "policies").as_posix()
        found[f"{policy}/v{path.stem}"] = words_of("\n".join((*said, body)))
    return found


def truths(index: Index, root: Path) -> Iterable[tuple[str, list[str], set[int]]]:
    """Yield each query, the units it is made of, and the texts that hold them one after another, by their files."""
    from yange.publish.search.folding import BREAK, fold, units

    texts = texts_of(root)
    joined = [texts[index.facts(number)[0].strip("/")] for number in range(index.manifest["texts"])]
    for query in QUERIES:
        wanted = [unit for unit in units(fold(query)) if unit != BREAK]
        needle = words_of(query)
        yield query, wanted, {number for number, text in enumerate(joined) if needle in text}


def search_rows(site: Path, root: Path) -> Iterable[tuple[str, int, float, float, int]]:
    """Yield for each query: how many texts hold it, recall, precision before verifying, bytes for ten results."""
    index = Index(site)
    for query, wanted, truth in truths(index, root):
        index.loaded = 0
        found = index.candidates(wanted)
        for number in sorted(found)[:10]:
            index.text(number)
        recall = len(truth & found) / len(truth) if truth else 1.0
        precision = share(truth, found)
        yield query, len(truth), recall, precision, index.loaded


def own_index(root: Path) -> tuple[float, int]:
    """Make our search files alone; return the CPU seconds and how many there are."""
    from yange.library import load
    from yange.publish.context import SiteContext
    from yange.publish.search import search_files
    from yange.settings import read_settings
    from yange.shipped import folders
    from yange.timeline import build_timeline

    library, _ = load(root)
    context = SiteContext(library, build_timeline(library), read_settings(root), DAY, folders(root, "templates"))
    start = time.process_time()
    count = sum(1 for _ in search_files(context))
    return time.process_time() - start, count


def pagefind_rows(site: Path, folder: Path, root: Path) -> None:
    """Ask Pagefind the same, over pages with the same words, and print what it finds at which price."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if importlib.util.find_spec("pagefind") is None or chromium is None:
        print("Pagefind was not asked: the extra bench or a Chromium is missing")
        return
    index = Index(site)
    numbers = range(index.manifest["texts"])
    pagefind_peer.write_pages(folder, [(index.head(n), index.text(n, counted=False)) for n in numbers])
    cpu, memory = pagefind_peer.index(folder)
    index_size = pagefind_peer.size(folder) / 2**20
    print(f"Pagefind, {len(numbers)} pages: index {index_size:.1f} MB; {cpu:.1f} CPU s, {memory} MB")
    print(f"{'query':24}{'texts':>7}{'recall':>8}{'precision':>11}{'in 10':>7}{'bytes':>9}")
    known = list(truths(index, root))
    for name, form in (("mean", "{}"), ("mean, each query in quotes", '"{}"')):
        rows = []
        asked = pagefind_peer.ask(folder, [form.format(query) for query in QUERIES], Path(chromium))
        for (query, _, truth), answer in zip(known, asked, strict=True):
            found, ten = set(answer.found), set(answer.found[:10])
            recall = len(truth & found) / len(truth) if truth else 1.0
            rows.append((recall, share(truth, found), share(truth, ten), answer.loaded))
            if form == "{}":
                print(f"{query:24}{len(truth):7}{recall:8.2f}{rows[-1][1]:11.2f}{rows[-1][2]:7.2f}{answer.loaded:9}")
        mean = [sum(values) / len(rows) for values in zip(*rows, strict=True)]
        print(f"{name:31}{mean[0]:8.2f}{mean[1]:11.2f}{mean[2]:7.2f}{mean[3]:9.0f}")


def share(truth: set[int], found: set[int]) -> float:
    """Return how much of what was found is right; all of it where nothing was."""
    return len(truth & found) / len(found) if found else 1.0


def size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def main() -> None:
    """Measure and print."""
    sizes = [int(argument) for argument in sys.argv[1:]] or list(SIZES)
    costs = []
    alone(loaded)
    print(f"{'':48}{'pages':>7}{'CPU s':>8}{'pages/s':>9}{'of first':>9}{'MB':>6}")
    with tempfile.TemporaryDirectory(dir=scratch_folder()) as scratch:
        for asked in sizes:
            out = Path(scratch) / f"site{asked}"
            costs.append(measured(Path(scratch) / f"project{asked}", out, max(1, asked // PAGES_PER_POLICY)))
            if asked != sizes[-1]:
                shutil.rmtree(out)
        worded_anew(Path(scratch), max(1, sizes[0] // PAGES_PER_POLICY))
        if len(costs) > 1:
            (fewer, cheap), (more, dear) = costs[0], costs[-1]
            most = GROWTH if more / fewer < GROWTH else GROWTH / 2 * more / fewer
            TARGETS.said(
                "growth",
                f"{dear / cheap:.2f} × CPU for {more / fewer:.2f} × pages",
                dear / cheap <= most,
                f"{most:.1f}",
            )
        search(Path(scratch) / f"project{sizes[-1]}", out)
        pagefind_rows(out, Path(scratch) / "pagefind", Path(scratch) / f"project{sizes[-1]}")
    TARGETS.end()


def measured(root: Path, out: Path, policies: int) -> tuple[int, float]:
    """Print what the site of so many policies costs; return its pages and the CPU seconds of a first build."""
    root.mkdir()
    texts = project(root, policies)
    first, memory, (pages, largest, comparing) = alone(ours, root, out)
    row(f"first build, {texts} texts", pages, first, first, memory)
    row("  comparing", pages, comparing, first, memory)
    row("  all the rest", pages, first - comparing, first, memory)
    changed = sorted(root.rglob("2018-*.md"))[policies // 2]
    changed.write_text(changed.read_text(encoding="utf-8").replace("应当", "必须"), encoding="utf-8")
    cpu, memory, _ = alone(again, root, out)
    row("second build, 1 text changed", pages, cpu, first, memory)
    for name, markdown, wanted in (("HTML", False, AHEAD_OF_HTML), ("Markdown", True, AHEAD_OF_MARKDOWN)):
        other = root.with_name(f"peer{policies}{name}")
        peer_project(other, out, markdown=markdown)
        plain, memory, found = alone(peer, other, other / "site")
        row(f"plain MkDocs + Material, same pages as {name}", found, plain, first, memory)
        shutil.rmtree(other)
        ahead = pages / first / (found / plain)
        TARGETS.said(f"to the peer on {name}", f"{ahead:.2f} × its pages per CPU second", ahead >= wanted, wanted)
    TARGETS.said("largest page", f"{largest / 1000:.0f} kB", largest <= LARGEST, f"{LARGEST / 1000:.0f} kB")
    return pages, first


def worded_anew(scratch: Path, policies: int) -> None:
    """Print what it costs where every article that changes is worded wholly anew: nothing then explains it."""
    root, out = scratch / "anew", scratch / "anew-site"
    root.mkdir()
    texts = project(root, policies, anew=True)
    first, memory, (pages, _, comparing) = alone(ours, root, out)
    row(f"first build, {texts} texts worded anew", pages, first, first, memory)
    row("  comparing", pages, comparing, first, memory)
    shutil.rmtree(root)
    shutil.rmtree(out)


def search(root: Path, out: Path) -> None:
    """Print what the search index of a project's site costs, and what it finds at which price."""
    index = size(out / "assets" / "search")
    _, memory, (seconds, files) = alone(own_index, root)
    print(f"search index {index / 2**20:.1f} MB of {size(out) / 2**20:.1f} MB, {files} files", end="; ")
    print(f"{seconds:.1f} CPU s, {memory} MB")
    print(f"{'query':24}{'texts':>7}{'recall':>8}{'precision':>11}{'bytes':>9}")
    rows = list(search_rows(out, root))
    for query, count, recall, precision, loaded in rows:
        print(f"{query:24}{count:7}{recall:8.2f}{precision:11.2f}{loaded:9}")
    mean = [sum(values) / len(rows) for values in zip(*(row[2:] for row in rows), strict=True)]
    print(f"{'mean (before verifying)':31}{mean[0]:8.2f}{mean[1]:11.2f}{mean[2]:9.0f}")
    TARGETS.said("recall", f"{mean[0]:.2f}", mean[0] >= RECALL, RECALL)


def scratch_folder() -> Path | None:
    """Return where to measure: in memory where that is possible and nothing else is asked for."""
    return MEMORY if "TMPDIR" not in os.environ and os.access(MEMORY, os.W_OK) else None


def row(name: str, pages: int, cpu: float, first: float, memory: int) -> None:
    """Print one measurement."""
    print(f"{name:48}{pages:7}{cpu:8.1f}{pages / cpu:9.0f}{cpu / first:9.0%}{memory:6}", flush=True)


if __name__ == "__main__":
    main()
