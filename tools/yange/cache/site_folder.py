"""The folder that a site is built in: files are written or linked into it, and their digests are noted.

Paths are plain strings here: a site has so many files that ``Path`` objects for them cost some hundredths of a build.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["Asset", "SiteFolder", "linked"]


@dataclass(frozen=True, slots=True)
class Asset:
    """One file of the site: its address below the site's root, without a slash in front, and its content.

    A file without an address is not published: it is kept with its page, for what is made out of all pages later.
    """

    address: str
    content: bytes = field(repr=False)


def linked(known: str, name: str) -> None:
    """Give the file ``known`` a second name; where the file system has no hard links, copy it."""
    try:
        os.link(known, name)
    except FileExistsError:
        raise
    except OSError:
        shutil.copyfile(known, name)


class SiteFolder:
    """A fresh folder. ``digests`` holds the SHA-256 of every file that was put into it, by address.

    A file that is there already is replaced, not written into: it may have a second name in a cache.
    """

    def __init__(self, place: Path) -> None:
        self._place = str(place)
        self._folders: set[str] = set()
        self.digests: dict[str, str] = {}

    def write(self, asset: Asset, digest: str) -> str:
        """Write a file that has this digest; return its path."""
        file = self._named(asset.address, digest)
        try:
            out = open(file, "xb")  # noqa: PTH123, SIM115 - see above; closed below
        except FileExistsError:
            os.unlink(file)  # noqa: PTH108
            out = open(file, "xb")  # noqa: PTH123, SIM115
        with out:
            out.write(asset.content)
        return file

    def link(self, known: str, address: str, digest: str) -> None:
        """Give the file ``known``, which has this digest, an address in the site."""
        file = self._named(address, digest)
        try:
            linked(known, file)
        except FileExistsError:
            os.unlink(file)  # noqa: PTH108
            linked(known, file)

    def _named(self, address: str, digest: str) -> str:
        file = f"{self._place}/{address}"
        folder = address.rpartition("/")[0]
        if folder not in self._folders:
            Path(f"{self._place}/{folder}").mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)
        self.digests[address] = digest
        return file
