"""Make policies of other archives' git repositories: each law with all its states, read from git's objects.

    with open_peer(folder) as peer:
        archive = PeerArchive.of(peer)          # which format it is, and its laws
        for filing in file_laws(archive, held): # one law at a time, nothing else in memory
            filing.files

A repository is recognised by its content. What its register says is recorded with the basis ``register``; what it does
not say is unknown. Nothing here writes.
"""

from yange.importers.git_archives.archive import PeerArchive
from yange.importers.git_archives.filing import LawFiling, file_laws
from yange.importers.git_archives.held import HeldLaws

__all__ = ["HeldLaws", "LawFiling", "PeerArchive", "file_laws"]
