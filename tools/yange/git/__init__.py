"""The only package that runs git, through GitPython.

:class:`CommandLine` runs git with constant arguments and an environment of its own; :class:`ProjectHistory` reads the
project's own history, :class:`WorkingTree` the folder beside it. Another
archive's repository is read by :class:`PeerRepository`. The compiled archive's repository is built on
:class:`CommandLine` in :mod:`yange.archive.repository`.
"""

from yange.git.commands import CommandLine, GitError, Process
from yange.git.history import CommitTree, ProjectHistory
from yange.git.peer import PeerChange, PeerCommit, PeerRepository, open_peer
from yange.git.working import WorkingTree, blob_id
from yange.repository_place import find_repository

__all__ = [
    "CommandLine",
    "CommitTree",
    "GitError",
    "PeerChange",
    "PeerCommit",
    "PeerRepository",
    "Process",
    "ProjectHistory",
    "WorkingTree",
    "blob_id",
    "find_repository",
    "open_peer",
]
