"""Signed tags of the project's repository: which there are, what they name, and whose SSH signature they have.

Git itself asks ``ssh-keygen``; which keys are good is given by the caller, never by the repository's settings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from yange.git.commands import CommandLine
from yange.repository_place import find_repository

__all__ = ["SignedTag", "SignedTags"]

_HEAD = re.compile(rb"object ([0-9a-f]{40,64})\ntype commit\ntag ([^\n]+)\ntagger [^\n]*> (\d{1,12}) [+-]\d{4}\n")
_GOOD = re.compile(r'Good "git" signature for (\S+) with (\S+) key (SHA256:\S+)')
_CONFIGURATION = (
    *("-c", "gpg.format=ssh", "-c", "gpg.ssh.program=ssh-keygen", "-c", "gpg.ssh.revocationFile="),
    *("-c", "gpg.program=false", "-c", "gpg.x509.program=false", "-c", "gpg.minTrustLevel=undefined"),
)
"""What a repository's own settings could set otherwise: they name programs that git runs."""


@dataclass(frozen=True, slots=True)
class SignedTag:
    """An annotated tag on a commit. ``own_name`` is the name in the tag itself, ``made`` the tagger's day (UTC)."""

    name: str
    id: str
    own_name: str
    commit: str
    made: datetime


class SignedTags:
    """The tags of the repository that contains a project."""

    def __init__(self, root: Path) -> None:
        place = find_repository(root)
        self._git = CommandLine(place.folder, place.common)

    def named(self, prefix: str) -> Iterator[SignedTag | str]:
        """Yield the tags whose names begin with ``prefix``; of one that is no annotated tag of a commit, its name."""
        out = self._git.run("for-each-ref", "--format=%(refname:strip=2) %(objectname)", f"refs/tags/{prefix}*")
        with self._git.process(["git", "cat-file", "--batch"], read=True) as process:
            for line in out.splitlines():
                name, _, identity = line.rpartition(" ")
                found = process.object(identity)
                head = _HEAD.match(found[1]) if found is not None and found[0] == "tag" else None
                if head is None:
                    yield name
                    continue
                made = datetime.fromtimestamp(int(head[3]), UTC)
                yield SignedTag(name, identity, head[2].decode("utf-8", "replace"), head[1].decode(), made)

    def signer(self, tag: SignedTag, signers: str) -> str | None:
        """Return whose good signature a tag has: principal, kind and fingerprint of the key; ``None`` without one.

        Args:
            tag: one of this repository.
            signers: the keys that may sign, as ``ssh-keygen`` reads them (ALLOWED SIGNERS); a key must be valid at the
                time that the tag gives.

        """
        with TemporaryDirectory(prefix="yange-signers-") as aside:
            file = Path(aside) / "allowed_signers"
            file.write_bytes(signers.encode())
            configuration = (*_CONFIGURATION, "-c", f"gpg.ssh.allowedSignersFile={file}")
            status, _, said = self._git.ask("verify-tag", "--raw", tag.id, configuration=configuration)
        good = _GOOD.search(said)
        return f"{good[1]} {good[2]} {good[3]}" if status == 0 and good else None
