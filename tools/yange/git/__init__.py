"""The only package that runs git, through GitPython.

:class:`CommandLine` runs git with constant arguments and an environment of its own; :class:`ProjectHistory` reads the
project's own history, :class:`WorkingTree` the folder beside it. The compiled archive's repository is built on
:class:`CommandLine` in :mod:`yange.archive.repository`.
"""

from yange.git.commands import CommandLine, GitError, Process
from yange.git.history import CommitTree, ProjectHistory
from yange.git.repository_place import find_repository
from yange.git.working import WorkingTree, blob_id

__all__ = [
    "CommandLine",
    "CommitTree",
    "GitError",
    "Process",
    "ProjectHistory",
    "WorkingTree",
    "blob_id",
    "find_repository",
]
