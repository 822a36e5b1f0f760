"""Comparisons kept on disk, so that a second build compares only what changed.

A kept comparison is used if the two texts, a person's answers and the algorithm are the same to the byte.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from yange.cache.store import Store
from yange.coding import encoded, reader
from yange.compare.answers import NO_ANSWERS, Answers
from yange.compare.compare import VERSION
from yange.compare.result import Comparison

__all__ = ["MOST", "SOURCES", "Keep", "KeptComparisons", "algorithm", "not_kept"]

Keep = Callable[[str, str, Callable[[], Comparison], Answers], Comparison]
"""Given two texts, the work of comparing them and a person's answers, return the comparison: kept or worked out."""

MOST = 1 << 29
"""Bytes that kept comparisons may take."""

SOURCES = (
    "compare",
    "parse",
    "law",
    "coding.py",
    "model.py",
    "numbering.py",
    "dates.py",
    "names.py",
    "characters.py",
    "chinese_scripts.py",
    "problems.py",
)
_LIBRARIES = ("cn2an", "diff-match-patch", "msgspec", "opencc", "rapidfuzz", "regex", "rjieba", "text2num")
_READ = reader(Comparison)


@cache
def algorithm() -> str:
    """Return what names the algorithm: its number, its code and the versions of the libraries that it uses.

    The number alone could be forgotten when a list of words changes; the code cannot be.
    """
    package = Path(__file__).resolve().parent.parent
    sources = sorted(path for name in SOURCES for path in _python_files(package / name))
    digest = sha256()
    for path in sources:
        digest.update(f"{path.relative_to(package).as_posix()}\0".encode())
        digest.update(sha256(path.read_bytes()).digest())
    for name in _LIBRARIES:
        digest.update(f"{name}=={version(name)}\0".encode())
    return f"{VERSION}-{digest.hexdigest()}"


def _python_files(path: Path) -> list[Path]:
    return [path] if path.is_file() else list(path.rglob("*.py"))


def not_kept(_old: str, _new: str, work: Callable[[], Comparison], _answers: Answers) -> Comparison:
    """Work the comparison out and keep nothing."""
    return work()


class KeptComparisons:
    """Comparisons in a store. Call it with two texts and the work, and it returns the comparison.

    ``found`` and ``made`` count the comparisons that were in the store and those that were worked out.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self.found = 0
        self.made = 0

    def __call__(self, old: str, new: str, work: Callable[[], Comparison], answers: Answers = NO_ANSWERS) -> Comparison:
        """Return the kept comparison of two texts; else work it out and keep it."""
        name = _name(old, new, answers)
        kept = self.store.get(name, algorithm(), _READ)
        if kept is not None:
            self.found += 1
            return kept
        made = work()
        self.made += 1
        self.store.put(name, algorithm(), made)
        return made

    def close(self) -> None:
        """Remove the oldest comparisons where this build has added some and all together take too much room."""
        if self.made:
            self.store.trim()


def _name(old: str, new: str, answers: Answers) -> str:
    """Return the name of an entry. The algorithm is not in it: a new one takes the place of the old one."""
    parts = (_digest(old), _digest(new), sha256(encoded(answers)).hexdigest())
    return sha256("|".join(parts).encode()).hexdigest()[:40]


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
