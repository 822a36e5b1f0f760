"""Run LibreOffice on one file, apart from its user: a profile and a folder of its own that are removed afterwards.

Macros are off, links are never updated, fields keep their last values, and whatever would go to a network is sent to a
closed port. Time, processor time and memory are bounded. It is the only module besides git's that starts a program;
where the program is found is of no matter to what a text says, and its version is recorded with the text.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import tempfile
from functools import cache
from pathlib import Path

__all__ = ["ConversionFailed", "OfficeMissing", "office_version", "to_docx"]

SECONDS = 120
"""Time for one file. A text of a hundred pages takes three seconds on a small machine."""
MEMORY = 4 * 1024 * 1024
"""Kilobytes of address space, of which LibreOffice takes about one million when it starts."""
LARGEST_MADE = 256 * 1024 * 1024
"""Bytes of a file that it may write."""

_NAMES = ("soffice", "libreoffice")
_ELSEWHERE = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
_VERSION = re.compile(r"LibreOffice[^\d]{0,40}(\d[\d.]*)")
_CLOSED_PORT = "9"
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Writer/Content/Update", "Field", "false"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    *((("Inet/Settings", f"ooInet{kind}ProxyName", "127.0.0.1")) for kind in ("HTTP", "HTTPS", "FTP")),
    *((("Inet/Settings", f"ooInet{kind}ProxyPort", _CLOSED_PORT)) for kind in ("HTTP", "HTTPS", "FTP")),
    ("Inet/Settings", "ooInetNoProxy", ""),
)


class OfficeMissing(Exception):  # noqa: N818 - a fact about the machine
    """LibreOffice is not installed."""


class ConversionFailed(Exception):  # noqa: N818 - a fact about the file
    """LibreOffice made nothing of the file, or took too long. ``message`` says which."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@cache
def office_version() -> str:
    """Return the name and version of LibreOffice: ``LibreOffice 7.4.7.2``.

    Raises:
        OfficeMissing: if it is not installed.

    """
    with tempfile.TemporaryDirectory(prefix="yange-") as folder:
        said = _run([_program(), _profile(Path(folder)), "--version"], Path(folder))
    found = _VERSION.search(said)
    return f"LibreOffice {found[1]}" if found else "LibreOffice"


def to_docx(data: bytes, suffix: str) -> bytes:
    """Return a document as a Word file; ``suffix`` (``.doc``) is what its content is.

    Raises:
        OfficeMissing: if LibreOffice is not installed.
        ConversionFailed: if it makes no file of it, or takes more than :data:`SECONDS`.

    """
    program = _program()
    with tempfile.TemporaryDirectory(prefix="yange-") as made:
        folder = Path(made)
        source, out = folder / f"document{suffix}", folder / "out"
        source.write_bytes(data)
        profile = _profile(folder)
        command = [program, profile, "--headless", "--norestore", "--nolockcheck", "--nologo", "--nodefault"]
        _run([*command, "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(out), str(source)], folder)
        try:
            return (out / "document.docx").read_bytes()
        except FileNotFoundError as missing:
            raise ConversionFailed("LibreOffice made nothing of it; it may be damaged or have a password") from missing


def _program() -> str:
    found = next(filter(None, map(shutil.which, (*_NAMES, *_ELSEWHERE))), None)
    if found is None:
        raise OfficeMissing
    return found


def _profile(folder: Path) -> str:
    """Write a profile with our settings, and return the option that names it."""
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop>'
        "</item>"
        for path, name, value in _SETTINGS
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    (user / "registrymodifications.xcu").write_bytes(f"{head}{items}</oor:items>".encode())
    return f"-env:UserInstallation={user.parent.as_uri()}"


def _run(command: list[str], folder: Path) -> str:
    """Run a command within bounds, and return what it printed; its children end with it."""
    posix = os.name == "posix"
    bounds = f'ulimit -v {MEMORY} && ulimit -t {SECONDS} && ulimit -f {LARGEST_MADE // 512} && exec "$@"'
    process = subprocess.Popen(  # noqa: S603 - the words are ours, the file is named by us
        ["/bin/sh", "-c", bounds, "sh", *command] if posix else command,
        cwd=folder,
        env=_environment(folder) if posix else None,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=posix,
    )
    try:
        out, _ = process.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired as late:
        raise ConversionFailed(f"LibreOffice took more than {SECONDS} seconds") from late
    finally:
        _end(process)
    return out[:10_000].decode("utf-8", "replace")


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program and those that it started."""
    if os.name != "posix":
        process.kill()
    else:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return  # all of them have ended
    process.wait()


def _environment(folder: Path) -> dict[str, str]:
    proxy = f"http://127.0.0.1:{_CLOSED_PORT}"
    names = ("http_proxy", "https_proxy", "ftp_proxy", "all_proxy")
    home = {"HOME": str(folder), "TMPDIR": str(folder), "PATH": os.defpath, "LANG": "C.UTF-8"}
    return {**home, "SAL_USE_VCLPLUGIN": "svp", **dict.fromkeys(names, proxy)}
