"""The command line: the only place (with the MkDocs plugin) that reads the clock, asks the terminal and prints."""

from yange.cli.app import main

__all__ = ["main"]
