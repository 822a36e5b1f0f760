"""The archive: the texts compiled into a git repository that anyone can use with git alone.

:func:`build` makes it, :func:`verify` proves it. Both are functions of the library and a day; nothing of the
machine they run on reaches the result.
"""

from yange.archive.build import STEPS, BuildResult, PastEdition, Progress, build
from yange.archive.daily_tree import changes
from yange.archive.formats import FORMAT, FORMATS
from yange.archive.verify import VerifyResult, verify

__all__ = [
    "FORMAT",
    "FORMATS",
    "STEPS",
    "BuildResult",
    "PastEdition",
    "Progress",
    "VerifyResult",
    "build",
    "changes",
    "verify",
]
