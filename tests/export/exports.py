"""What the tests of exports share."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from yange.cli.app import group

DAY = "2024-10-01"


def export(project: Path, *arguments: str) -> Result:
    """Run ``yange export`` in a project."""
    return CliRunner().invoke(group, ["--project", str(project), "export", *arguments])
