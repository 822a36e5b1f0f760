"""A program for a subprocess: commands of Yange on a system that lacks what Linux has beyond Windows.

Called as ``foreign_system.py FOLDER``: a project is made below the folder and every kind of command runs in it. Our own
modules are given an ``os`` without the calls and flags that Windows lacks, and cannot import the modules that it lacks.
Links are refused to everybody, a folder can be neither opened nor flushed, and renaming never replaces.
"""

from __future__ import annotations

import builtins
import errno
import os
import sys
import types
from collections.abc import Mapping
from pathlib import Path

NO_MODULES = frozenset({"fcntl", "grp", "pwd", "resource", "termios"})
NO_NAMES = frozenset(
    {"O_DIRECTORY", "O_NOFOLLOW", "O_NONBLOCK", "chown", "fchmod", "fork", "geteuid", "getuid", "lchown", "mkfifo"}
)


class Lacking:
    """What our modules get where they import something; everybody else gets what there is."""

    def __init__(self) -> None:
        self._import = builtins.__import__
        self.lean = types.ModuleType("os")
        self.lean.__dict__.update({name: value for name, value in vars(os).items() if name not in NO_NAMES})
        self.lean.__dict__.update({"name": "nt", "open": open_file, "fsync": flush_file})
        self.asked: set[str] = set()

    def __call__(
        self,
        name: str,
        globals: Mapping[str, object] | None = None,  # noqa: A002 - the names that Python gives
        locals: Mapping[str, object] | None = None,  # noqa: A002
        fromlist: tuple[str, ...] | None = (),
        level: int = 0,
    ) -> types.ModuleType:
        ours = str((globals or {}).get("__name__", "")).partition(".")[0] == "yange"
        if ours and name in NO_MODULES:
            self.asked.add(name)
            raise ImportError(f"there is no {name} here")
        if ours and name == "os":
            return self.lean
        return self._import(name, globals, locals, fromlist or (), level)


def open_file(path: str | os.PathLike[str], flags: int, mode: int = 0o777) -> int:
    if Path(path).is_dir():
        raise PermissionError(errno.EACCES, "Permission denied", os.fspath(path))
    return os.open(path, flags, mode)


def flush_file(handle: int) -> None:
    os.fsync(handle)


def refuse_link(source: object, target: str | os.PathLike[str], *_: object, **__: object) -> None:
    raise OSError(errno.EINVAL, "A required privilege is not held by the client", os.fspath(target))


def rename_only(self: Path, target: str | os.PathLike[str]) -> Path:
    if os.path.lexists(target):
        raise FileExistsError(errno.EEXIST, "Cannot create a file when that file already exists", os.fspath(target))
    os.rename(self, target)  # noqa: PTH104 - this stands for Path.rename
    return Path(target)


def replace_file_only(self: Path, target: str | os.PathLike[str]) -> Path:
    if Path(target).is_dir():
        raise PermissionError(errno.EACCES, "Access is denied", os.fspath(target))
    os.replace(self, target)  # noqa: PTH105 - this stands for Path.replace
    return Path(target)


OLD = "望海市渡口管理办法\n\n第一条　为了加强渡口管理，制定本办法。\n\n第二条　渡口应当配备救生设备。\n"
NEW = OLD.replace("救生设备", "救生设备和照明设备")


def main(folder: Path) -> None:
    lacking = Lacking()
    builtins.__import__ = lacking  # type: ignore[assignment]
    os.symlink = refuse_link  # type: ignore[assignment]
    Path.rename = rename_only  # type: ignore[method-assign,assignment]
    Path.replace = replace_file_only  # type: ignore[method-assign,assignment]

    from click.testing import CliRunner

    from yange.cli.app import group

    project = folder / "mine"

    def run(*arguments: str | Path, status: int = 0) -> str:
        result = CliRunner().invoke(group, ["--project", str(project), *map(str, arguments)])
        if result.exit_code != status:
            print(result.output, result.exception, file=sys.stderr)
            raise SystemExit(f"{arguments} ended with {result.exit_code}")
        return result.output

    old, new = folder / "old.txt", folder / "new.txt"
    old.write_bytes(OLD.replace("\n", "\r\n").encode())
    new.write_bytes(NEW.replace("\n", "\r\n").encode())
    assert "照明" in run("compare", old, new)
    run("compare", old, new, "--format", "docx", "--output", folder / "table.docx")
    run("init", project)
    run(
        *("new", "wanghai/dukou", "--effective", "2020-01-01"),
        *("--title", "望海市渡口管理办法", "--place", "望海市", "--kind", "办法"),
    )
    run("import", old)
    run("check")
    for _ in range(2):  # the second one replaces what the first one made
        run("archive", "--on", "2026-11-23")
        run("archive", "--verify")
        run("build", "--on", "2026-11-23")
    assert "history.git" not in {path.name for path in (project / "archive").iterdir() if path.is_dir()}
    print(sorted(lacking.asked))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
