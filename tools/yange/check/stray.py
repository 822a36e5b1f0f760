"""Files that have no business in a project's git: each is named once, a folder full of them by the folder.

What this machine keeps (a journal of a write that broke off, a built archive with its hooks and configuration, what is
made of the texts) is never somebody else's to bring. Files of other kinds are their owner's, and nothing is said.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from yange.characters import without_invisible
from yange.problems import Problem, Severity, in_order
from yange.trees import EntryKind, Listed

__all__ = ["stray_files"]

CODE = "stray-file"
_ORIGINAL = re.compile(r"archive/sources/[0-9a-f]{64}\.[^./]{1,16}")
_EVIDENCE = re.compile(r"archive/(?:README[^/]*\.md|editions\.yml|(?:sources/)?\.git(?:ignore|keep|attributes))")
_README = re.compile(r"policies/(?:[^/]+/)?README[^/]*\.md")
_GIT_FILES = frozenset({".gitkeep", ".gitignore", ".gitattributes"})
_GIT_NAMES = frozenset({".git", "git~1"})
_UNTRACK = "Take it out of git: git rm -r --cached {}"
_OUT = "Take it out of the project, or move it to where it belongs."


def stray_files(files: Iterable[Listed]) -> tuple[Problem, ...]:
    """Return a problem for each tracked file, or folder of them, that has no business there, in order of place."""
    found: dict[str, Problem] = {}
    for file in files:
        for problem in _stray(file):
            found.setdefault(problem.path + problem.message, problem)
    return in_order(found.values())


def _stray(file: Listed) -> Iterator[Problem]:
    parts = file.path.split("/")
    for nth, part in enumerate(parts, 1):
        path = "/".join(parts[:nth])
        if part.startswith(".yange-"):
            yield _problem(path, Severity.ERROR, "what Yange keeps while it writes on one machine is in git", _UNTRACK)
            return
        if _like_git(part):
            yield _problem(path, Severity.ERROR, "the name is read as .git on some machines", _OUT)
            return
    if parts[0] == "build":
        yield _problem("build", Severity.WARNING, "what is made of the texts is in git", _UNTRACK)
    elif parts[0] == "archive":
        yield from _in_archive(file, parts)
    elif parts[0] == "policies":
        yield from _in_policies(file, parts)


def _in_archive(file: Listed, parts: list[str]) -> Iterator[Problem]:
    if file.kind is not EntryKind.FILE:
        yield _problem(file.path, Severity.ERROR, f"a {_NAMES[file.kind]} among the evidence", _OUT)
    elif len(parts) > 2 and parts[1] != "sources":
        message = "a folder that this machine builds, or nobody knows, is in git among the evidence"
        yield _problem("/".join(parts[:2]), Severity.ERROR, message, _UNTRACK)
    elif not (_ORIGINAL.fullmatch(file.path) or _EVIDENCE.fullmatch(file.path)):
        hint = "Originals are named by their SHA-256, as import writes them; anything else belongs elsewhere."
        yield _problem(file.path, Severity.WARNING, "neither an original nor a record of editions", hint)
    if file.executable:
        yield _executable(file)


def _in_policies(file: Listed, parts: list[str]) -> Iterator[Problem]:
    hidden = next((nth for nth, part in enumerate(parts, 1) if part.startswith(".")), None)
    if hidden is not None and parts[-1] not in _GIT_FILES:
        yield _problem("/".join(parts[:hidden]), Severity.WARNING, "a hidden file, which nobody reads as a text", _OUT)
    elif hidden is None and len(parts) < 4 and file.path.endswith(".md") and not _README.fullmatch(file.path):
        hint = "A text is at policies/<place>/<name>/<day>.md; notes for contributors are called README.md."
        yield _problem(file.path, Severity.WARNING, "a file that is read as no text here", hint)
    if file.executable:
        yield _executable(file)


_NAMES = {
    EntryKind.LINK: "symbolic link",
    EntryKind.SUBMODULE: "submodule",
    EntryKind.FOLDER: "folder",
    EntryKind.OTHER: "special file",
}


def _executable(file: Listed) -> Problem:
    hint = "Take the right to execute it away: git update-index --chmod=-x {}"
    return _problem(file.path, Severity.WARNING, "the file is marked as a program", hint)


def _like_git(name: str) -> bool:
    """Tell whether a file system may read a name as ``.git``: case, width, dots at the end, streams, joiners."""
    plain = unicodedata.normalize("NFKC", without_invisible(name)).casefold()
    return plain.partition(":")[0].rstrip(". ") in _GIT_NAMES


def _problem(path: str, severity: Severity, message: str, hint: str) -> Problem:
    return Problem(path, None, None, CODE, severity, message, hint.format(PurePosixPath(path)))
