"""Git: the only package that runs it, through GitPython.

:class:`CommandLine` runs git with constant arguments and an environment of its own; :class:`ProjectHistory` reads the
project's own history. The compiled archive's repository is built on the former in :mod:`yange.archive.repository`.
"""

from yange.git.commands import CommandLine, GitError, Process
from yange.git.history import CommitTree, ProjectHistory
from yange.git.places import find_repository

__all__ = ["CommandLine", "CommitTree", "GitError", "Process", "ProjectHistory", "find_repository"]
