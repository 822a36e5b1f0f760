"""Comparisons kept on disk by what they were made from, so that a second build compares only what changed.

A kept result is used when the two texts, a person's answers and the algorithm are the same to the byte, and when this
machine wrote it. Anything else in its place (cut short, edited, brought by a branch, made by another version) counts as
nothing and is written anew.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from yange.coding import encoded, reader
from yange.compare.answers import NO_ANSWERS, Answers
from yange.compare.compare import VERSION
from yange.compare.result import Comparison
from yange.storage.replacing import replace_file
from yange.storage.sealing import Seal

__all__ = ["Keep", "Kept", "algorithm", "dumps", "loads", "not_kept"]

Keep = Callable[[str, str, Callable[[], Comparison], Answers], Comparison]
"""Given two texts, the work of comparing them and a person's answers, return the comparison: kept or worked out."""

_SCHEMA = "yange.compare-cache/2"
_SOURCES = ("compare", "parse", "model.py", "numbering.py")
_LIBRARIES = ("cn2an", "diff-match-patch", "msgspec", "rapidfuzz", "rjieba")


@cache
def algorithm() -> str:
    """Return what names the algorithm: its number, its code and the versions of the libraries it stands on.

    The number alone would be forgotten when a list of words is mended; the code cannot be.
    """
    package = Path(__file__).resolve().parent.parent
    sources = sorted(path for name in _SOURCES for path in _python_files(package / name))
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


class Kept:
    """A folder of kept comparisons. Call it with two texts and the work, and it returns the comparison.

    A folder that cannot be written costs time and changes no result: :attr:`refused` then holds what the machine said.
    """

    def __init__(self, folder: Path, seal: Seal) -> None:
        self._folder = folder
        self._seal = seal
        self.refused: OSError | None = None
        self.found = 0
        self.made = 0

    def __call__(self, old: str, new: str, work: Callable[[], Comparison], answers: Answers = NO_ANSWERS) -> Comparison:
        """Return the kept comparison of two texts; else work it out and keep it."""
        head = _head(old, new, answers)
        place = self._folder / f"{sha256('|'.join(head[key] for key in _KEYS).encode()).hexdigest()[:40]}.json"
        kept = self._read(place, head)
        if kept is not None:
            self.found += 1
            return kept
        made = work()
        self.made += 1
        self._write(place, head, made)
        return made

    def _write(self, place: Path, head: Mapping[str, str], made: Comparison) -> None:
        if self.refused is None:
            body = dumps(made)
            first = json.dumps(head, sort_keys=True)
            try:
                if not self._folder.is_dir():
                    self._folder.mkdir(parents=True)
                replace_file(place, self._seal.close(b"%s\n%s\n" % (first.encode(), body)))
            except OSError as failure:
                self.refused = failure

    def _read(self, place: Path, head: Mapping[str, str]) -> Comparison | None:
        """Return what is kept at a place, or ``None`` where it is not exactly what was once written for this pair."""
        try:
            kept = self._seal.open(place.read_bytes())
            first, _, rest = (kept or b"").partition(b"\n")
            return loads(rest.removesuffix(b"\n")) if kept and json.loads(first) == head else None
        except (OSError, ValueError, RecursionError):
            return None


_KEYS = ("old", "new", "answers")  # not the algorithm: a new one takes the old one's place


def _head(old: str, new: str, answers: Answers) -> dict[str, str]:
    said = json.dumps(asdict(answers), ensure_ascii=False, sort_keys=True)
    return {
        "schema": _SCHEMA,
        "algorithm": algorithm(),
        "old": _digest(old),
        "new": _digest(new),
        "answers": _digest(said),
    }


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def dumps(comparison: Comparison) -> bytes:
    """Return a comparison as JSON that :func:`loads` reads back to an equal value; nothing is rounded or left out."""
    return encoded(comparison)


def loads(data: bytes) -> Comparison:
    """Read a comparison back.

    Raises:
        ValueError: when the data is not what :func:`dumps` writes, to the last byte.

    """
    return _READ(data)


_READ = reader(Comparison)
