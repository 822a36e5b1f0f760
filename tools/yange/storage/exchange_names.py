"""Letting two folders exchange their names in one step, where the system can do that.

Python has no call for it, and no kept-up library does; Linux has ``renameat2(2)`` since 3.15, macOS ``renamex_np(2)``.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

__all__ = ["exchange"]

_HERE = -100
_CALLS = {"linux": ("renameat2", 2), "darwin": ("renamex_np", 2)}
"""By system the call, and its flag for an exchange."""
_UNABLE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}


def exchange(one: Path, other: Path) -> bool:
    """Let two folders on one file system exchange their names: every reader sees each name lead to a whole folder.

    Returns:
        ``False`` where the system or the file system cannot do it; nothing happened then.

    Raises:
        OSError: when the machine refuses; nothing happened.

    """
    sys.audit("yange.storage.exchange_names", str(one), str(other))
    names = (os.fsencode(one), os.fsencode(other))
    if os.name == "nt" or sys.platform not in _CALLS:
        return False
    call, swap = _CALLS[sys.platform]
    try:
        function = getattr(ctypes.CDLL(None, use_errno=True), call)
    except (AttributeError, OSError):
        return False
    arguments = (*names, swap) if sys.platform == "darwin" else (_HERE, names[0], _HERE, names[1], swap)
    if function(*arguments) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNABLE:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))
