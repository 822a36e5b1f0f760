"""The command line: the only place (with the MkDocs plugin) that reads the clock, asks the terminal and prints."""

import sys

from yange import __version__

__all__ = ["main"]


def main() -> None:
    """Run the command line."""
    if sys.argv[1:] == ["--version"]:  # click, which says the same, takes five times as long to load as Python to start
        sys.stdout.write(f"yange, version {__version__}\n")
        return
    from yange.cli.app import main as run

    run()
