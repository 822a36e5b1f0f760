"""The sample city exported once, in the formats with tables."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from exports import DAY, export


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory, project_root: Path) -> Path:
    """A project with the exports ``archive.sqlite``, ``package`` and ``parquet`` beside its texts."""
    project = tmp_path_factory.mktemp("exported")
    shutil.copytree(project_root / "policies", project / "policies")
    shutil.copy(project_root / "mkdocs.yml", project)
    for form, name in (("sqlite", "archive.sqlite"), ("datapackage", "package"), ("parquet", "parquet")):
        result = export(project, form, str(project / name), "--on", DAY)
        assert result.exit_code == 0, result.output
    return project


@pytest.fixture(scope="session")
def base(exported: Path) -> Iterator[sqlite3.Connection]:
    """The database."""
    with closing(sqlite3.connect(exported / "archive.sqlite")) as opened:
        yield opened
