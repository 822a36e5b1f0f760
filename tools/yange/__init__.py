"""Yange (沿革): a timeline and versioning archive for government policies.

The front door for Python: :func:`open` an archive, :func:`compare` two texts. Names load at their first use.
"""

from __future__ import annotations

import sys
from types import ModuleType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from yange.api import (
        Archive,
        DayView,
        Given,
        MissingClauseError,
        Problem,
        Rows,
        Status,
        Text,
        TextClause,
        YangeError,
        compare,
        open,  # noqa: A004  the name that users read: yange.open
    )
    from yange.api.changes import ClauseChange
    from yange.api.comparison import TextComparison
    from yange.api.histories import ClauseHistory, TextBlame

__version__ = "0.1.0"

__all__ = [
    "Archive",
    "ClauseChange",
    "ClauseHistory",
    "DayView",
    "MissingClauseError",
    "Problem",
    "Rows",
    "Status",
    "Text",
    "TextBlame",
    "TextClause",
    "TextComparison",
    "YangeError",
    "compare",
    "open",
]

_HOMES = {
    "ClauseChange": "yange.api.changes",
    "ClauseHistory": "yange.api.histories",
    "TextBlame": "yange.api.histories",
    "TextComparison": "yange.api.comparison",
}


def _loaded(name: str) -> object:
    """Return a name of the front door, loaded at its first use (PEP 562)."""
    if name not in __all__:
        raise AttributeError(f"module 'yange' has no attribute {name!r}")
    from importlib import import_module

    if name == "compare":
        return import_module("yange.compare")
    value: object = getattr(import_module(_HOMES.get(name, "yange.api")), name)
    globals()[name] = value
    return value


if not TYPE_CHECKING:  # a type checker must only accept the names above
    __getattr__ = _loaded


def __dir__() -> list[str]:
    """Return the names of the front door, and the names that are loaded."""
    return sorted({*globals(), *__all__})


class _CallablePackage(ModuleType):
    """A package that can be called, because a function of the front door has its name."""

    def __call__(
        self, old: Given, new: Given, *, archive: Archive | None = None, chars: bool = False, steps: bool = False
    ) -> TextComparison:
        """Compare two texts: see :func:`yange.api.compare`."""
        from yange.api import compare as front

        return front(old, new, archive=archive, chars=chars, steps=steps)


class _FrontDoor(ModuleType):
    """The module ``yange``: ``yange.compare`` is a package and a function (docs/decisions/0024).

    Python binds a package to its parent when any import loads it; from then on it can be called.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if name == "compare" and isinstance(value, ModuleType):
            value.__class__ = _CallablePackage
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _FrontDoor
