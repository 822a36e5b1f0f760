"""Commands of Yange called in this process: one of its own takes .4 to 1 CPU second to load what it needs."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import chdir
from pathlib import Path

from click.testing import CliRunner, Result

from yange.cli.app import group


def call(words: Sequence[str], folder: Path) -> Result:
    """Call ``yange`` with these words from a folder, as a person types them there; its output goes into a pipe."""
    with chdir(folder):
        return CliRunner().invoke(group, words, prog_name="yange", env={"NO_COLOR": "1"})
