"""Write the data files of the site, from the code that the site has them from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from yange.export.printer import FolderPrinter
from yange.publish.assets import Asset
from yange.publish.context import SiteContext
from yange.publish.files.data import FOLDER, lines, tables

__all__ = ["CsvFiles", "JsonLines"]


class _SiteFiles(FolderPrinter):
    """Some of the files below ``data/`` of the site, in a folder."""

    suffix: str

    def write(self, context: SiteContext, target: Path) -> str:
        """Write the folder."""
        names = []
        for asset in self._assets(context):
            name = asset.address.removeprefix(FOLDER)
            if name.endswith(self.suffix):
                file = target / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(asset.content)
                names.append(name)
        return f"{len(names)} files: {', '.join(names)}"

    def _assets(self, context: SiteContext) -> Iterator[Asset]:
        yield from tables(context)


class CsvFiles(_SiteFiles):
    """The format ``csv``."""

    name = "csv"
    about = "texts and events for a spreadsheet, as on the site"
    suffix = ".csv"


class JsonLines(_SiteFiles):
    """The format ``jsonl``."""

    name = "jsonl"
    about = "policies and texts with their clauses, one JSON document a line, as on the site"
    suffix = ".jsonl"

    def _assets(self, context: SiteContext) -> Iterator[Asset]:
        yield from tables(context)
        yield from lines(context)
