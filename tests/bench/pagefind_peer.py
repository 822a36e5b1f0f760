"""Pagefind over the same texts and with the same queries, asked in a real browser as its readers ask it.

It is given one page for each text: the words that our index holds of it, title and number first, and nothing else. The
build that cuts Chinese into words is used. What a query loads is what the browser asked the server for, a fresh
window for each query, with the pages of the first ten results.
"""

from __future__ import annotations

import html
import resource
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "site"))

__all__ = ["Asked", "ask", "index", "size", "write_pages"]

SEARCH = """async ([words, most]) => {
  const pagefind = await import("/pagefind/pagefind.js");
  await pagefind.init();
  const { results } = await pagefind.search(words);
  const data = await Promise.all(results.slice(0, most).map(one => one.data()));
  return data.map(one => one.url);
}"""
TEN, ALL = 10, 100_000


@dataclass(frozen=True, slots=True)
class Asked:
    """What a query gave: the numbers of the texts found, best first, and the bytes that ten results cost."""

    found: tuple[int, ...]
    loaded: int


def write_pages(folder: Path, texts: Sequence[tuple[str, str]]) -> None:
    """Write one page for each text, a pair of its head and its clauses."""
    for number, (head, words) in enumerate(texts):
        page = folder / f"{number}" / "index.html"
        page.parent.mkdir(parents=True)
        lines = "".join(f"<p>{html.escape(line)}</p>" for line in words.split("\n"))
        title = html.escape(head.split("\n")[0])
        facts = "".join(f"<p>{html.escape(line)}</p>" for line in head.split("\n")[1:])
        page.write_text(
            f'<!doctype html><html lang="zh"><title>{title}</title><body data-pagefind-body><h1>{title}</h1>'
            f"{facts}{lines}</body></html>",
            encoding="utf-8",
        )
    (folder / "index.html").write_text('<!doctype html><html lang="zh"><title>-</title>', encoding="utf-8")


def index(folder: Path) -> tuple[float, int]:
    """Index the pages; return the CPU seconds and the most MB that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "pagefind", "--site", str(folder), "--quiet"]
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, after.ru_maxrss // 1024


def ask(folder: Path, queries: Sequence[str], chromium: Path) -> Iterator[Asked]:
    """Ask each query in a window of its own."""
    from serving import serve

    from browsing import started

    server = serve(folder)
    base = f"http://127.0.0.1:{server.server_port}/"
    with started(chromium) as browser:
        for query in queries:
            loaded: dict[str, int] = {}
            page = browser.new_page()
            page.goto(base)
            page.on("response", lambda response, loaded=loaded: _count(loaded, response.url, folder, base))
            page.evaluate(SEARCH, [query, TEN])
            cost = sum(loaded.values())
            urls = page.evaluate(SEARCH, [query, ALL])
            yield Asked(tuple(int(url.strip("/").split("/")[-1]) for url in urls), cost)
            page.close()
    server.shutdown()


def _count(loaded: dict[str, int], url: str, folder: Path, base: str) -> None:
    """Count a file that was sent once; the server sends it as it stands."""
    file = folder / url.removeprefix(base).partition("?")[0]
    if file.is_file():
        loaded[url] = file.stat().st_size


def size(folder: Path) -> int:
    """Return the bytes of the index."""
    return sum(path.stat().st_size for path in (folder / "pagefind").rglob("*") if path.is_file())
