"""Report files that must not be in a project's git; a folder full of them is reported once.

Local state of a machine (the journal of an interrupted write, a built archive with its hooks and configuration, build
outputs) must not come from a contributor. Files of other kinds are left to their owner.
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
_ORIGINAL = re.compile(r"archive/sources/[0-9a-f]{64}\.(?:[^./]{1,16}|places\.json)")
_EVIDENCE = re.compile(
    r"archive/(?:README[^/]*\.md|editions\.yml|allowed_signers|(?:sources/)?\.git(?:ignore|keep|attributes))"
)
_README = re.compile(r"policies/(?:[^/]+/)?README[^/]*\.md")
_GIT_FILES = frozenset({".gitkeep", ".gitignore", ".gitattributes"})
_GIT_NAMES = frozenset({".git", "git~1"})
_UNTRACK = "Remove it from git: git rm -r --cached {}"
_OUT = "Remove it from the project, or move it to another folder."


def stray_files(files: Iterable[Listed]) -> tuple[Problem, ...]:
    """Return a problem for each tracked file or folder that must not be in git, in order of path."""
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
            yield _problem(path, Severity.ERROR, "a temporary file of Yange is in git", _UNTRACK)
            return
        if _like_git(part):
            yield _problem(path, Severity.ERROR, "some file systems read this name as .git", _OUT)
            return
    if parts[0] == "build":
        yield _problem("build", Severity.WARNING, "the build folder is in git", _UNTRACK)
    elif parts[0] == "archive":
        yield from _in_archive(file, parts)
    elif parts[0] == "policies":
        yield from _in_policies(file, parts)


def _in_archive(file: Listed, parts: list[str]) -> Iterator[Problem]:
    if file.kind is not EntryKind.FILE:
        yield _problem(file.path, Severity.ERROR, f"a {_NAMES[file.kind]} among the evidence", _OUT)
    elif len(parts) > 2 and parts[1] != "sources":
        message = "a built or unknown folder is in git among the evidence"
        yield _problem("/".join(parts[:2]), Severity.ERROR, message, _UNTRACK)
    elif not (_ORIGINAL.fullmatch(file.path) or _EVIDENCE.fullmatch(file.path)):
        hint = "Originals are named by their SHA-256, as import writes them; move other files to another folder."
        yield _problem(file.path, Severity.WARNING, "neither an original nor a record of editions", hint)
    if file.executable:
        yield _executable(file)


def _in_policies(file: Listed, parts: list[str]) -> Iterator[Problem]:
    hidden = next((nth for nth, part in enumerate(parts, 1) if part.startswith(".")), None)
    if hidden is not None and parts[-1] not in _GIT_FILES:
        yield _problem("/".join(parts[:hidden]), Severity.WARNING, "a hidden file, which is not read as a text", _OUT)
    elif hidden is None and len(parts) < 4 and file.path.endswith(".md") and not _README.fullmatch(file.path):
        hint = "A text is at policies/<place>/<name>/<day>.md; notes for contributors are in README.md."
        yield _problem(file.path, Severity.WARNING, "a Markdown file that is not read as a text here", hint)
    if file.executable:
        yield _executable(file)


_NAMES = {
    EntryKind.LINK: "symbolic link",
    EntryKind.SUBMODULE: "submodule",
    EntryKind.FOLDER: "folder",
    EntryKind.OTHER: "special file",
}


def _executable(file: Listed) -> Problem:
    hint = "Remove the executable bit: git update-index --chmod=-x {}"
    return _problem(file.path, Severity.WARNING, "the file is marked as executable", hint)


def _like_git(name: str) -> bool:
    """Return whether a file system may read a name as ``.git``, by case, width, final dots, streams or joiners."""
    plain = unicodedata.normalize("NFKC", without_invisible(name)).casefold()
    return plain.partition(":")[0].rstrip(". ") in _GIT_NAMES


def _problem(path: str, severity: Severity, message: str, hint: str) -> Problem:
    return Problem(path, None, None, CODE, severity, message, hint.format(PurePosixPath(path)))
