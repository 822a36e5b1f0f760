"""The folder of the site in the making: files are written or linked into it, and what was put there is remembered.

Paths are plain text here: a site has so many files that ``Path`` objects for them cost some hundredths of a build.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from yange.publish import Asset

__all__ = ["SiteFolder", "linked"]


def linked(known: str, name: str) -> None:
    """Give the file ``known`` a second name; a copy takes that name where the file system has no such links."""
    try:
        os.link(known, name)
    except FileExistsError:
        raise
    except OSError:
        shutil.copyfile(known, name)


class SiteFolder:
    """A fresh folder. ``digests`` tells by address what was put into it.

    A file that stands there already gives way as a whole: it may have a second name among what is kept.
    """

    def __init__(self, place: Path) -> None:
        self._place = str(place)
        self._folders: set[str] = set()
        self.digests: dict[str, str] = {}

    def write(self, asset: Asset, digest: str) -> str:
        """Write a file of this digest; return where it stands."""
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
        """Let the file ``known``, of this digest, stand at an address too."""
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
