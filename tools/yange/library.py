"""``policies/`` on disk: reading the whole library, and writing files all or nothing.

Reading never raises for what stands in a text: every mistake is a :class:`~yange.problems.Problem` with file and line,
and the rest is read. It raises :class:`~yange.problems.YangeError` where the machine is at fault.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path, PurePosixPath

from yange.dates import parse_day
from yange.model import Library, Policy, Version
from yange.parse.frontmatter import read_policy, read_version
from yange.problems import Problem, YangeError, error, in_order

__all__ = ["load", "read_text", "version_order", "write_files"]

_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?")
_KEY = re.compile(r"(?:\d{4}-\d{2}-\d{2}(?:\.[2-9]|\.[1-9]\d)?|undated(?:\.[2-9]|\.[1-9]\d)?)")
_LARGEST = 16 * 1024 * 1024


def load(root: Path) -> tuple[Library, tuple[Problem, ...]]:
    """Read every policy below ``root/policies``.

    Returns:
        The library in order of id, and the problems of files and front matter in order of place.

    Raises:
        YangeError: when ``root`` has no ``policies`` folder or the machine refuses to read it.

    """
    folder = root / "policies"
    if not folder.is_dir():
        raise YangeError(
            f"{folder}: no such folder; call yange in a project (yange init makes one) or name it with --project"
        )
    problems: list[Problem] = []
    policies = []
    for place in _folders(folder, root, problems):
        for slug in _folders(place, root, problems):
            policy = _load_policy(slug, root, problems)
            if policy is not None:
                policies.append(policy)
    return Library(tuple(sorted(policies, key=lambda policy: policy.id))), in_order(problems)


def _folders(folder: Path, root: Path, problems: list[Problem]) -> Iterable[Path]:
    for entry in _entries(folder):
        where = entry.relative_to(root).as_posix()
        if entry.name.startswith(".") or (not entry.is_dir() and entry.suffix == ".md"):
            continue
        if entry.is_symlink():
            problems.append(error("symlink", where, "a symbolic link", hint="put the folder itself here"))
        elif not entry.is_dir():
            problems.append(error("stray-file", where, "not a text of this library", hint="move it out of policies/"))
        elif not _ID.fullmatch(entry.name):
            hint = "use lower-case ASCII letters, digits and hyphens"
            problems.append(error("folder-name", where, f"{entry.name!r} cannot be part of an address", hint=hint))
        else:
            yield entry


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as failure:
        raise YangeError(f"{folder}: cannot be read: {failure.strerror}") from failure


def _load_policy(folder: Path, root: Path, problems: list[Problem]) -> Policy | None:
    where = folder.relative_to(root).as_posix()
    policy: Policy | None = None
    versions: list[Version] = []
    policy_id = f"{folder.parent.name}/{folder.name}"
    for entry in _entries(folder):
        path = entry.relative_to(root).as_posix()
        if entry.name.startswith(".") or entry.name == "alignment.yml":
            continue
        if entry.is_symlink() or not entry.is_file() or entry.suffix != ".md":
            hint = "only policy.md and versions named by their day belong here"
            problems.append(error("stray-file", path, "not a text of this policy", hint=hint))
            continue
        text = read_text(entry, path, problems)
        if text is None:
            continue
        if entry.name == "policy.md":
            policy, found = read_policy(text, path)
            problems.extend(found)
            policy_id = policy.id if policy and policy.id else policy_id
        else:
            version = _load_version(text, path, entry.stem, policy_id, problems)
            versions.extend([] if version is None else [version])
    if policy is None:
        if not (folder / "policy.md").exists():
            hint = "add one with id, title and place (yange new writes it)"
            problems.append(error("no-policy", where, "the folder has no policy.md", hint=hint))
        return None
    owned = tuple(replace(version, policy=policy.id) for version in sorted(versions, key=version_order))
    return replace(policy, versions=owned)


def _load_version(text: str, path: str, key: str, policy_id: str, problems: list[Problem]) -> Version | None:
    if not _KEY.fullmatch(key):
        hint = "name it by its effective day: 2020-03-01.md, a second on one day 2020-03-01.2.md, undated.md if unknown"
        problems.append(error("file-name", path, f"{key!r} is not an effective day", hint=hint))
        return None
    day = key.partition(".")[0]
    if day != "undated" and not _is_day(day):
        hint = "name it by its effective day, or undated.md if that is unknown"
        problems.append(error("file-name", path, f"{day} is no day of the calendar", hint=hint))
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
    """Order versions by the day in their key, then by the number behind it; undated texts stand last."""
    day, _, nth = version.key.partition(".")
    return ("~" if day == "undated" else day, int(nth or 1))


def read_text(path: Path, shown: str, problems: list[Problem]) -> str | None:
    """Read a UTF-8 file; what is wrong with it goes to ``problems`` under the path ``shown``.

    A byte order mark is taken away; line ends are read as they stand (CRLF is a problem: it breaks hashes and diffs).
    """
    try:
        if path.stat().st_size > _LARGEST:
            problems.append(
                error(
                    "too-large",
                    shown,
                    "the file is larger than 16 MB",
                    hint="a policy's text is never that long",
                )
            )
            return None
        data = path.read_bytes()
    except OSError as failure:
        hint = "check the file's owner and rights"
        problems.append(error("unreadable", shown, f"cannot be read: {failure.strerror}", hint=hint))
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        line = data[: failure.start].count(b"\n") + 1
        hint = "save it as UTF-8; if it is no text, remove it"
        problems.append(error("encoding", shown, "the file is not UTF-8 text", hint=hint, line=line))
        return None
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        problems.append(error("binary", shown, "the file holds NUL bytes: it is no text", hint="remove it", line=line))
        return None
    if "\r" in text:
        line = text[: text.index("\r")].count("\n") + 1
        problems.append(
            error(
                "line-ends",
                shown,
                "the file has Windows line ends",
                hint="save it with LF line ends",
                line=line,
            )
        )
    return text


def write_files(root: Path, files: Mapping[str, str | bytes], remove: Iterable[str] = ()) -> tuple[str, ...]:
    """Write files below ``root``, all or nothing: every file is written aside first, then all are renamed into place.

    Files that already hold the same bytes are left alone. Whatever fails, the folder is left as it was; a process that
    is killed while files are renamed leaves each file whole, old or new.

    Args:
        root: the project.
        files: content by path relative to ``root``, with ``/``.
        remove: paths to remove once all is in place (a record that is named by another day now); missing ones are fine.

    Returns:
        The paths that were written, in order.

    Raises:
        YangeError: for a path outside ``root`` or through a symbolic link, and when the machine refuses.

    """
    plans = {path: (_inside(root, path), _bytes(content)) for path, content in sorted(files.items())}
    gone = [target for path in sorted(set(remove) - set(files)) if (target := _inside(root, path)).is_file()]
    changed = {path: plan for path, plan in plans.items() if not _same(*plan)}
    undo: list[Callable[[], object]] = []
    try:
        aside = [(_write_aside(target, content, undo), target) for target, content in changed.values()]
        kept = {target: _keep_aside(target, undo) for target in [*gone, *(target for _, target in aside)]}
        for name, target in aside:
            _exchange(target, kept[target], undo)
            name.replace(target)
        for target in gone:
            _exchange(target, kept[target], undo)
            target.unlink()
    except BaseException as failure:
        _take_back(undo)
        if isinstance(failure, OSError):
            reason = f"{failure.strerror} ({failure.filename})"
            raise YangeError(f"{root}: nothing was written: {reason}; mend that and call again") from failure
        raise
    for old in kept.values():
        if old is not None:
            old.unlink(missing_ok=True)
    return tuple(changed)


def _write_aside(target: Path, content: bytes, undo: list[Callable[[], object]]) -> Path:
    """Write ``content`` to a file of another name beside ``target``; what is made is noted in ``undo``."""
    _make_folder(target.parent, undo)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".yange-")
    aside = Path(name)
    undo.append(lambda: aside.unlink(missing_ok=True))
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    aside.chmod(0o644)
    return aside


def _make_folder(folder: Path, undo: list[Callable[[], object]]) -> None:
    if not folder.is_dir():
        _make_folder(folder.parent, undo)
        folder.mkdir()
        undo.append(folder.rmdir)


def _keep_aside(target: Path, undo: list[Callable[[], object]]) -> Path | None:
    """Copy the old file, so that it can be put back; ``None`` where there is none."""
    if not target.exists():
        return None
    old = target.with_name(f".yange-old-{target.name}")
    undo.append(lambda: old.unlink(missing_ok=True))
    shutil.copyfile(target, old)
    return old


def _take_back(undo: Sequence[Callable[[], object]]) -> None:
    """Undo the last step first; where the machine refuses one of them, the others are undone all the same."""
    for step in reversed(undo):
        with suppress(OSError):
            step()


def _exchange(target: Path, old: Path | None, undo: list[Callable[[], object]]) -> None:
    """Note how ``target`` is put back as it was."""
    undo.append((lambda: target.unlink(missing_ok=True)) if old is None else (lambda: old.replace(target)))


def _bytes(content: str | bytes) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else content


def _same(target: Path, content: bytes) -> bool:
    try:
        return target.read_bytes() == content
    except FileNotFoundError:
        return False
    except OSError as failure:
        raise YangeError(f"{target}: cannot be read: {failure.strerror}") from failure


def _inside(root: Path, path: str) -> Path:
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or not pure.parts or "\0" in path:
        raise YangeError(f"{path}: lies outside the project {root}; nothing was written")
    target = root.joinpath(*pure.parts)
    if target.is_symlink() or not target.parent.resolve().is_relative_to(root.resolve()):
        raise YangeError(f"{path}: leads out of the project {root} through a symbolic link; nothing was written")
    return target
