"""Write the tables as files beside a ``datapackage.json``, which says what every column is (Data Package 1)."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from hashlib import file_digest
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from yange.characters import formula_free
from yange.coding import indented
from yange.export.columns import Column, ColumnType, Row, Table, plain_cell
from yange.export.printer import FolderPrinter
from yange.export.tables import TABLES, rows
from yange.problems import YangeError
from yange.publish.context import SiteContext

__all__ = ["CsvPackage", "ParquetPackage"]

_ROW_GROUP = 10_000
"""Rows held at a time while a Parquet file is written: at 1 kB a clause, 10 MB."""
_FILE = "datapackage.json"
_FIELD_TYPES = {ColumnType.JSON: "array"}


class _Package(FolderPrinter):
    """A folder of one file a table, and the description of all."""

    suffix: str
    media: str

    def write(self, context: SiteContext, target: Path) -> str:
        """Write the folder."""
        files = {table.name: target / f"{table.name}.{self.suffix}" for table in TABLES}
        count = 0
        with ExitStack() as opened:
            add = {table.name: self._writer(table, files[table.name], opened) for table in TABLES}
            for table, found in rows(context):
                add[table.name](found)
                count += len(found)
        resources = [self._resource(table, files[table.name]) for table in TABLES]
        described = {
            "profile": "data-package" if self.suffix == "parquet" else "tabular-data-package",
            "name": "yange",
            "title": "Policies, texts and clauses",
            "created": f"{context.on.isoformat()}T00:00:00Z",
            "description": "Days are legal days: valid_from is the first day in force, valid_to the first day out.",
            "resources": resources,
        }
        (target / _FILE).write_bytes(f"{indented(described)}\n".encode())
        return f"{len(TABLES)} tables, {count} rows"

    def _writer(self, table: Table, file: Path, opened: ExitStack) -> Callable[[Sequence[Row]], object]:
        """Return what adds rows to the file of a table, which is closed with ``opened``."""
        raise NotImplementedError

    def _resource(self, table: Table, file: Path) -> dict[str, object]:
        with file.open("rb") as opened:
            digest = file_digest(opened, "sha256").hexdigest()
        return {
            "name": table.name.replace("_", "-"),
            "path": file.name,
            "description": table.about,
            "format": self.suffix,
            "mediatype": self.media,
            "bytes": file.stat().st_size,
            "hash": f"sha256:{digest}",
            **({"profile": "tabular-data-resource", "encoding": "utf-8"} if self.suffix == "csv" else {}),
            "schema": {
                "fields": [_field(column) for column in table.columns],
                "primaryKey": list(table.key),
                "foreignKeys": [
                    {
                        "fields": list(link.columns),
                        "reference": {"resource": link.table.replace("_", "-"), "fields": list(link.target)},
                    }
                    for link in table.links
                ],
                "missingValues": [""],
            },
        }


def _field(column: Column) -> dict[str, object]:
    constraints = {"constraints": {"required": True}} if column.required and column.name != "words" else {}
    return {
        "name": column.name,
        "type": _FIELD_TYPES.get(column.type, column.type.value),
        "description": column.about,
        **constraints,
    }


class CsvPackage(_Package):
    """The format ``datapackage``."""

    name = "datapackage"
    about = "every table as CSV, described by datapackage.json (Frictionless)"
    suffix = "csv"
    media = "text/csv"

    def _writer(self, table: Table, file: Path, opened: ExitStack) -> Callable[[Sequence[Row]], object]:
        binary = opened.enter_context(file.open("wb"))
        text = opened.enter_context(TextIOWrapper(binary, encoding="utf-8", newline=""))
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow([column.name for column in table.columns])
        return lambda found: writer.writerows(map(_csv_cell, row) for row in found)


def _csv_cell(cell: object) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    plain = plain_cell(cell)  # type: ignore[arg-type]
    return "" if plain is None else str(plain) if isinstance(plain, int) else formula_free(plain)


class ParquetPackage(_Package):
    """The format ``parquet``, which needs the package pyarrow."""

    name = "parquet"
    about = "every table as Parquet, for DuckDB, pandas and Arrow (needs yange[parquet])"
    suffix = "parquet"
    media = "application/vnd.apache.parquet"

    def _writer(self, table: Table, file: Path, opened: ExitStack) -> Callable[[Sequence[Row]], object]:
        arrow, parquet = _arrow()
        schema = arrow.schema([_arrow_field(arrow, column) for column in table.columns])
        writer = opened.enter_context(parquet.ParquetWriter(file, schema, compression="zstd"))
        waiting = _RowGroups(table.columns, lambda cells: writer.write_table(arrow.Table.from_pydict(cells, schema)))
        opened.callback(waiting.flush)
        return waiting.add


class _RowGroups:
    """Rows that wait until there are enough for a group of a Parquet file, column by column."""

    def __init__(self, columns: Sequence[Column], write: Callable[[dict[str, list[object]]], object]) -> None:
        self._columns = columns
        self._write = write
        self._rows: list[Row] = []

    def add(self, found: Sequence[Row]) -> None:
        self._rows.extend(found)
        if len(self._rows) >= _ROW_GROUP:
            self.flush()

    def flush(self) -> None:
        """Write what waits; nothing if nothing does."""
        if self._rows:
            cells = zip(self._columns, zip(*self._rows, strict=True), strict=True)
            self._write({column.name: _converted(column, found) for column, found in cells})
            self._rows = []


def _converted(column: Column, cells: Sequence[object]) -> list[object]:
    return [list(cell) for cell in cells] if column.type is ColumnType.ARRAY else list(cells)  # type: ignore[call-overload]


def _arrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as failure:
        raise YangeError(f"Parquet needs pyarrow ({failure}): python -m pip install 'yange[parquet]'") from failure
    return pyarrow, pyarrow.parquet


def _arrow_field(arrow: Any, column: Column) -> Any:
    types: Mapping[ColumnType, Any] = {
        ColumnType.INTEGER: arrow.int64(),
        ColumnType.BOOLEAN: arrow.bool_(),
        ColumnType.DATE: arrow.date32(),
        ColumnType.ARRAY: arrow.list_(arrow.string()),
    }
    kind = types.get(column.type, arrow.string())
    return arrow.field(column.name, kind, nullable=not column.required, metadata={"about": column.about})
