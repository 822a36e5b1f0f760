"""Read the whole library from ``policies/``.

A mistake in a text never raises: it is a :class:`~yange.problems.Problem` with file and line, and the rest is read. A
fault of the machine raises :class:`~yange.problems.YangeError`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from yange.characters import unix_lines
from yange.dates import parse_day
from yange.model import DRAFTS, Library, Policy, Version
from yange.names import DEVICES
from yange.parse.frontmatter import plain_values, read_policy, read_version
from yange.problems import Problem, YangeError, error, in_order
from yange.storage.snapshots import at_one_moment
from yange.trees import POLICIES, EntryKind, Tree, TreeEntry, UnreadableError

__all__ = [
    "ALIGNMENT",
    "LARGEST",
    "POLICIES",
    "free_stem",
    "load",
    "load_policy",
    "load_tree",
    "policies_alone",
    "policy_folders",
    "read_text",
    "version_order",
    "with_drafts",
    "with_versions",
]

ALIGNMENT = "alignment.yml"

_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?")
_KEY = re.compile(r"(?:\d{4}-\d{2}-\d{2}(?:\.[2-9]|\.[1-9]\d)?|undated(?:\.[2-9]|\.[1-9]\d)?)", re.ASCII)
LARGEST = 16 * 1024 * 1024
"""Bytes of the largest file that is read."""


def load(root: Path) -> tuple[Library, tuple[Problem, ...]]:
    """Read every policy below ``root/policies`` in one consistent state between two writes.

    Returns:
        The library in order of id, and the problems of files and front matter in order of place.

    Raises:
        YangeError: if ``root`` has no ``policies`` folder, or the machine cannot read it.

    """

    def read(tree: Tree) -> tuple[Library, tuple[Problem, ...]]:
        if tree.entries(POLICIES) is None:
            raise YangeError(
                f"{root / POLICIES}: no such folder; call yange in a project (yange init makes one) or name it with"
                " --project"
            )
        return load_tree(tree)

    return at_one_moment(root, read)


def load_tree(tree: Tree) -> tuple[Library, tuple[Problem, ...]]:
    """Read every policy below ``policies`` in a tree of files; without that folder the library is empty.

    Returns:
        The same as :func:`load`; paths in problems are those of the tree.

    Raises:
        YangeError: if the machine cannot read it.

    """
    problems: list[Problem] = []
    policies = []
    for place in policy_folders(tree, POLICIES, problems):
        for slug in policy_folders(tree, place, problems):
            policy = load_policy(tree, slug, problems)
            if policy is not None:
                policies.append(policy)
    return Library(tuple(sorted(policies, key=lambda policy: policy.id))), in_order(problems)


def policies_alone(tree: Tree) -> Iterable[Policy]:
    """Yield every policy in a tree of files without its versions; one that cannot be read is left out."""
    nowhere: list[Problem] = []
    for place in policy_folders(tree, POLICIES, nowhere):
        for folder in policy_folders(tree, place, nowhere):
            path = f"{folder}/policy.md"
            if all(entry.name != "policy.md" for entry in tree.entries(folder) or ()):
                continue
            text = read_text(tree, path, nowhere)
            policy = read_policy(text, path)[0] if text is not None else None
            if policy is not None:
                yield policy


def with_versions(tree: Tree, policy: Policy) -> tuple[Policy, tuple[Problem, ...]]:
    """Return a policy of :func:`policies_alone` with its versions, and the problems of its files."""
    problems: list[Problem] = []
    found = load_policy(tree, policy.path.rpartition("/")[0], problems)
    return found or policy, in_order(problems)


def policy_folders(tree: Tree, folder: str, problems: list[Problem]) -> Iterable[str]:
    """Yield the folders of places in ``policies``, or of policies in a place; report what else is there."""
    for entry in tree.entries(folder) or ():
        where = f"{folder}/{entry.name}"
        if entry.name.startswith(".") or (entry.kind is not EntryKind.FOLDER and entry.suffix == ".md"):
            continue
        if entry.kind is EntryKind.LINK:
            problems.append(error("symlink", where, "a symbolic link", hint="put the folder itself here"))
        elif entry.kind is not EntryKind.FOLDER:
            problems.append(_stray(where, entry, "not a text of this library", "move it out of policies/"))
        elif not _ID.fullmatch(entry.name) or entry.name in DEVICES:
            hint = "use lower-case ASCII letters, digits and hyphens, and no name of a Windows device such as con"
            problems.append(error("folder-name", where, f"{entry.name!r} cannot be part of an address", hint=hint))
        else:
            yield where


def _stray(where: str, entry: TreeEntry, message: str, hint: str) -> Problem:
    if entry.kind is EntryKind.SUBMODULE:
        hint = "put the texts themselves here; another repository is never followed"
        return error("submodule", where, "a submodule", hint=hint)
    if entry.kind is EntryKind.LINK:
        return error("symlink", where, "a symbolic link, which is never followed", hint="put the text itself here")
    return error("stray-file", where, message, hint=hint)


def load_policy(tree: Tree, folder: str, problems: list[Problem]) -> Policy | None:
    """Read the policy in a folder such as ``policies/wanghai/dukou``, and add its problems to ``problems``."""
    policy: Policy | None = None
    versions: list[Version] = []
    alignment: object = None
    policy_id = folder.removeprefix(f"{POLICIES}/")
    entries = tree.entries(folder) or ()
    for entry in with_drafts(tree, folder, entries):
        path = f"{folder}/{entry.name}"
        if entry.name.startswith("."):
            continue
        if entry.name == ALIGNMENT and entry.kind is EntryKind.FILE:
            alignment = _load_alignment(tree, path, problems)
            continue
        if entry.kind is not EntryKind.FILE or entry.suffix != ".md":
            hint = "only policy.md and versions named by their day may be here"
            problems.append(_stray(path, entry, "not a text of this policy", hint))
            continue
        text = read_text(tree, path, problems)
        if text is None:
            continue
        if entry.name == "policy.md":
            policy, found = read_policy(text, path)
            problems.extend(found)
            policy_id = policy.id if policy and policy.id else policy_id
        else:
            stem = entry.name.rpartition("/")[2].removesuffix(".md")
            version = _load_version(text, path, stem, policy_id, problems)
            versions.extend([] if version is None else [version])
    if policy is None:
        if all(entry.name != "policy.md" for entry in entries):
            hint = (
                f"add policy.md: a line ---, then `id: {policy_id}`, `title: …`, `place: …` each on a line, a line ---"
            )
            problems.append(error("no-policy", folder, "the folder has no policy.md", hint=hint))
        return None
    owned = tuple(replace(version, policy=policy.id) for version in sorted(versions, key=version_order))
    return replace(policy, versions=owned, alignment=alignment)


def with_drafts(tree: Tree, folder: str, entries: Iterable[TreeEntry]) -> tuple[TreeEntry, ...]:
    """Return the entries of a policy's folder, and those of the folder of its drafts in place of that."""
    found: list[TreeEntry] = []
    for entry in entries:
        if entry.name == DRAFTS and entry.kind is EntryKind.FOLDER:
            drafts = tree.entries(f"{folder}/{DRAFTS}") or ()
            found += [replace(one, name=f"{DRAFTS}/{one.name}") for one in drafts if not one.name.startswith(".")]
        else:
            found.append(entry)
    return tuple(found)


def _load_alignment(tree: Tree, path: str, problems: list[Problem]) -> object:
    text = read_text(tree, path, problems)
    if text is None:
        return None
    values, found = plain_values(text, path)
    problems.extend(found)
    return values


def _load_version(text: str, path: str, key: str, policy_id: str, problems: list[Problem]) -> Version | None:
    if not _KEY.fullmatch(key):
        hint = "name it by its effective day: 2020-03-01.md, a second on one day 2020-03-01.2.md, undated.md if unknown"
        problems.append(error("file-name", path, f"{key!r} is not an effective day", hint=hint))
        return None
    day = key.partition(".")[0]
    if day != "undated" and not _is_day(day):
        hint = "name it by its effective day, or undated.md if that is unknown"
        problems.append(error("file-name", path, f"{day} is not a day of the calendar", hint=hint))
        return None
    version, found = read_version(text, path, policy_id)
    problems.extend(found)
    return version


def _is_day(text: str) -> bool:
    try:
        parse_day(text)
    except ValueError:
        return False
    return True


def version_order(version: Version) -> tuple[str, int]:
    """Return the sort key of a version: the day in its file name, then the number after it.

    Undated texts are last, and drafts behind them.
    """
    last = "~~" if version.kept_as_draft else ""
    return (last + ("~" if version.named_day == "undated" else version.named_day), version.nth_on_day)


def free_stem(day: str, taken: Iterable[str]) -> str:
    """Return the file name for another text of a day (or ``undated``), after the existing ones.

    ``taken`` are the names of the policy's files, without ``.md``.
    """
    there = [int(nth or 1) for name, _, nth in (stem.partition(".") for stem in taken) if name == day]
    return f"{day}.{max(there) + 1}" if there else day


def read_text(tree: Tree, path: str, problems: list[Problem]) -> str | None:
    """Return the text of a UTF-8 file of a tree, and add its problems to ``problems``.

    A byte order mark is removed. CR LF or CR alone is a problem (it breaks hashes and diffs) but is read as LF, so that
    other problems and changes can also be reported.
    """
    try:
        if tree.size(path) > LARGEST:
            hint = "no text of a policy is that long; check what the file contains"
            problems.append(error("too-large", path, "the file is larger than 16 MB", hint=hint))
            return None
        data = tree.read(path)
    except UnreadableError as failure:
        hint = "check the file's owner and permissions"
        problems.append(error("unreadable", path, f"cannot be read: {failure}", hint=hint))
        return None
    return _text(data, path, problems)


def _text(data: bytes, shown: str, problems: list[Problem]) -> str | None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        line = data[: failure.start].count(b"\n") + 1
        hint = "save it as UTF-8; if it is not a text, remove it"
        problems.append(error("encoding", shown, "the file is not UTF-8 text", hint=hint, line=line))
        return None
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        problems.append(
            error("binary", shown, "the file contains NUL bytes, so it is not text", hint="remove it", line=line)
        )
        return None
    if "\r" in text:
        line = text[: text.index("\r")].count("\n") + 1
        problems.append(
            error(
                "line-ends",
                shown,
                "the file has Windows line ends" if "\r\n" in text else "lines end with CR alone (old Mac line ends)",
                hint="save it with LF line ends",
                line=line,
            )
        )
    return unix_lines(text)
