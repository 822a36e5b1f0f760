"""Yange beside other tools, in one run and on the same texts: seconds, and which article became which.

The peers align no articles. In their favour an alignment is read off what they print: two articles belong together
where a part of the shorter one's characters was found equal, and of three such parts (15, 30, 50 %) the best is
printed. xmldiff is given one element for each article and asked which it takes for the same. Each measurement runs in
a process of its own, for at most ``LIMIT`` seconds; Yange's includes parsing. MB is the most memory the process held,
Python and the tool included. The floor is rapidfuzz's Indel over the two texts.

Run it: ``python tests/bench/bench_peers.py [articles …]`` (default: 50 150 650).
"""

from __future__ import annotations

import difflib
import multiprocessing
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "compare"))

from mutations import Pair, insert, law, move, paraphrase, rewrite, score

LIMIT = 30
PARTS = (0.15, 0.3, 0.5)
SIZES = (50, 150, 650)
LARGE = 500  # above this the slow ones would take longer than the rest together

Piece = tuple[str, str, str]
"""What an operation does: ``equal`` or not, the words of the old side, the words of the new side."""
Edges = set[tuple[int, int]]


def yange(old: str, new: str) -> Edges:
    from yange.compare import compare
    from yange.parse import parse

    result = compare(parse(old), parse(new))
    number = re.compile(r"art_(\d+)$")
    edges: Edges = set()
    for change in result.changes:
        for edge in change.edges:
            ends = number.search(edge.old_path), number.search(edge.new_path)
            if ends[0] and ends[1]:
                edges.add((int(ends[0][1]) - 1, int(ends[1][1]) - 1))
    return edges


def redlines(old: str, new: str) -> Iterator[Piece]:
    from redlines import Redlines

    for done in Redlines(old, new)._diff_ops:
        op, a, b, c, d = done.opcodes
        was, now = "".join(done.source_chunk.text[a:b]), "".join(done.test_chunk.text[c:d])
        yield op, was.replace("¶", ""), now.replace("¶", "")


def diff_match_patch(old: str, new: str) -> Iterator[Piece]:
    from diff_match_patch import diff_match_patch as peer

    tool = peer()
    tool.Diff_Timeout = 0
    diffs = tool.diff_main(old, new)
    tool.diff_cleanupSemantic(diffs)
    for op, text in diffs:
        yield "equal" if op == 0 else "", text if op <= 0 else "", text if op >= 0 else ""


def difflib_chars(old: str, new: str) -> Iterator[Piece]:
    for op, a, b, c, d in difflib.SequenceMatcher(None, old, new).get_opcodes():
        yield op, old[a:b], new[c:d]


def git_words(old: str, new: str) -> Iterator[Piece]:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("old", old), ("new", new)):
            (Path(folder) / name).write_text(text, encoding="utf-8")
        command = [
            "git",
            "diff",
            "--no-index",
            "--word-diff=porcelain",
            "--word-diff-regex=.",
            "-U1000000",
            "old",
            "new",
        ]
        environment = {**os.environ, "LC_ALL": "C.UTF-8"}
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    lines = done.stdout.decode("utf-8").split("\n")
    start = next(at for at, line in enumerate(lines) if line.startswith("@@")) + 1
    for line in lines[start:]:
        op, text = line[:1], line[1:]
        if op in {" ", "-", "+"}:
            yield "equal" if op == " " else "", text if op != "+" else "", text if op != "-" else ""


def indel(old: str, new: str) -> Iterator[Piece]:
    from rapidfuzz.distance import Indel

    for op, a, b, c, d in Indel.opcodes(old, new).as_list():
        yield op, old[a:b], new[c:d]


def xmldiff(old: str, new: str) -> Edges:
    from lxml import etree
    from xmldiff import diff

    def tree(text: str) -> etree._Element:
        root = etree.Element("law")
        for words in articles(text):
            etree.SubElement(root, "article").text = words
        return root

    one, other = tree(old), tree(new)
    matched = diff.Differ(best_match=True).match(one, other)
    pairs = [(a, b) for a, b, *_ in matched if a.tag == b.tag == "article"]
    return {(a.getparent().index(a), b.getparent().index(b)) for a, b in pairs}


def articles(text: str) -> list[str]:
    return re.findall(
        r"^第[一二三四五六七八九十百零〇]+条　(.*(?:\n(?!第[一二三四五六七八九十百零〇]+[条章]).*)*)",
        text,
        re.MULTILINE,
    )


def implied(old: str, new: str, pieces: Iterable[Piece]) -> Counter[tuple[int, int]]:
    """Count the characters of each old article that were found equal in each new one; blanks do not count."""
    owners = _owners(old), _owners(new)
    found: Counter[tuple[int, int]] = Counter()
    here = there = 0
    for op, was, now in pieces:
        was, now = _unblank(was), _unblank(now)
        if op == "equal":
            found.update(zip(owners[0][here : here + len(was)], owners[1][there : there + len(now)], strict=False))
        here, there = here + len(was), there + len(now)
    return found


def _owners(text: str) -> list[int]:
    """Return for every character but blanks the article it stands in, -1 outside."""
    owners: list[int] = []
    at = -1
    for line in text.split("\n"):
        if re.match(r"第[一二三四五六七八九十百零〇]+条　", line):
            at += 1
        owners += [at] * len(_unblank(line))
    return owners


def _unblank(text: str) -> str:
    return re.sub(r"\s+", "", text)


def best(old: str, new: str, found: Counter[tuple[int, int]], wanted: Edges) -> tuple[float, float, float]:
    sizes = [Counter(_owners(text)) for text in (old, new)]
    tried = []
    for part in PARTS:
        edges = {
            (a, b)
            for (a, b), count in found.items()
            if a >= 0 and b >= 0 and count >= part * min(sizes[0][a], sizes[1][b])
        }
        tried.append(score(edges, wanted))
    return max(tried, key=lambda tried: tried[2])


ALIGNING: dict[str, Callable[[str, str], Edges]] = {"yange": yange, "xmldiff": xmldiff}
DRAWING: dict[str, Callable[[str, str], Iterator[Piece]]] = {
    "indel (floor)": indel,
    "difflib": difflib_chars,
    "diff-match-patch": diff_match_patch,
    "redlines": redlines,
    "git --word-diff": git_words,
}


def measure(name: str, old: str, new: str, wanted: Edges) -> tuple[float, tuple[float, float, float]]:
    """Return the seconds one tool takes, and precision, recall and F1 of the edges it finds."""
    if name in ALIGNING:
        ALIGNING[name]("第一条　甲。\n", "第一条　乙。\n")  # word lists and modules are loaded once
        begin = time.perf_counter()
        edges = ALIGNING[name](old, new)
        return time.perf_counter() - begin, score(edges, wanted)
    list(DRAWING[name]("甲", "乙"))
    begin = time.perf_counter()
    pieces = list(DRAWING[name](old, new))
    return time.perf_counter() - begin, best(old, new, implied(old, new, pieces), wanted)


def _answer(queue: multiprocessing.Queue[object], name: str, old: str, new: str, wanted: Edges) -> None:
    try:
        seconds, found = measure(name, old, new, wanted)
        queue.put((seconds, found, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))
    except ImportError as failure:
        queue.put(f"not installed ({failure.name}): pip install -e '.[bench]'")


def limited(name: str, old: str, new: str, wanted: Edges) -> object:
    """Return what :func:`measure` does, or a remark where the tool is missing or took longer than ``LIMIT``."""
    context = multiprocessing.get_context("spawn")
    queue: multiprocessing.Queue[object] = context.Queue()
    process = context.Process(target=_answer, args=(queue, name, old, new, wanted))
    process.start()
    process.join(LIMIT)
    if process.is_alive():
        process.kill()
        process.join()
        return f"more than {LIMIT} s"
    return queue.get(timeout=5) if not process.exitcode else f"failed ({process.exitcode})"


def show(pair: Pair, count: int) -> None:
    old, new = pair.old.print(), pair.new.print()
    print(f"\n{count} articles, {pair.kind}: {len(old) + len(new)} characters, {len(pair.edges())} edges", flush=True)
    print(f"{'tool':18} {'seconds':>9} {'MB':>6} {'P':>6} {'R':>6} {'F1':>6}")
    for name in ("yange", *DRAWING, "xmldiff"):
        said = limited(name, old, new, pair.edges())
        if isinstance(said, tuple):
            seconds, found, memory = said
            print(f"{name:18} {seconds:9.3f} {memory:6.0f} {found[0]:6.3f} {found[1]:6.3f} {found[2]:6.3f}", flush=True)
        else:
            print(f"{name:18} {said}", flush=True)


def main(sizes: Iterable[int]) -> None:
    for count in sizes:
        base = law(count, 7)
        for kind in (insert, move, paraphrase, rewrite) if count < LARGE else (insert, rewrite):
            show(kind(base, random.Random(3)), count)


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or SIZES)
