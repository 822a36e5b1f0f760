"""Write the tables as files beside a ``datapackage.json``, which says what every column is (Data Package 1)."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from hashlib import file_digest
from io import TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import Any

from yange.characters import formula_free
from yange.coding import indented
from yange.export.columns import Column, ColumnType, Row, Table, plain_cell
from yange.export.tables import TABLES
from yange.problems import YangeError
from yange.publish.context import SiteContext

__all__ = ["CsvPackage", "ParquetPackage"]

_ROW_GROUP = 10_000
"""Rows held at a time while a Parquet file is written: at 1 kB a clause, 10 MB."""
_FILE = "datapackage.json"
_FIELD_TYPES = {ColumnType.JSON: "array"}


class _Package:
    """A folder of one file a table, and the description of all."""

    folder = True
    suffix: str
    media: str

    def is_own(self, file: Path) -> bool:
        """Return false: a folder is recognised by the project's own notes."""
        return False

    def write(self, context: SiteContext, target: Path) -> str:
        """Write the folder."""
        resources = []
        rows = 0
        for table in TABLES:
            file = target / f"{table.name}.{self.suffix}"
            rows += self._table(context, table, file)
            resources.append(self._resource(table, file))
        described = {
            "profile": "data-package" if self.suffix == "parquet" else "tabular-data-package",
            "name": "yange",
            "title": "Policies, texts and clauses",
            "created": f"{context.on.isoformat()}T00:00:00Z",
            "description": "Days are legal days: valid_from is the first day in force, valid_to the first day out.",
            "resources": resources,
        }
        (target / _FILE).write_bytes(f"{indented(described)}\n".encode())
        return f"{len(TABLES)} tables, {rows} rows"

    def _table(self, context: SiteContext, table: Table, file: Path) -> int:
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

    def _table(self, context: SiteContext, table: Table, file: Path) -> int:
        count = 0
        with file.open("wb") as binary, TextIOWrapper(binary, encoding="utf-8", newline="") as opened:
            writer = csv.writer(opened, lineterminator="\r\n")
            writer.writerow([column.name for column in table.columns])
            for row in table.rows(context):
                writer.writerow([_csv_cell(cell) for cell in row])
                count += 1
        return count


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

    def _table(self, context: SiteContext, table: Table, file: Path) -> int:
        arrow, parquet = _arrow()
        schema = arrow.schema([_arrow_field(arrow, column) for column in table.columns])
        columns = list(zip(table.columns, map(_converter, table.columns), strict=True))
        count = 0
        with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
            for rows in _batches(table.rows(context)):
                cells = {
                    column.name: [convert(row[at]) for row in rows] for at, (column, convert) in enumerate(columns)
                }
                writer.write_table(arrow.Table.from_pydict(cells, schema))
                count += len(rows)
        return count


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while batch := list(islice(rows, _ROW_GROUP)):
        yield batch


def _converter(column: Column) -> Callable[[object], object]:
    return (lambda cell: list(cell)) if column.type is ColumnType.ARRAY else (lambda cell: cell)  # type: ignore[call-overload]


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
