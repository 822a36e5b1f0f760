"""Import scraped texts as filed policies: find documents, read their facts, prove that no word changed.

    plan(collect(paths), library)  →  an ImportPlan: documents, furniture, problems, what to write

Nothing here writes: the caller hands :meth:`ImportPlan.files` to :meth:`yange.storage.writing.WriteSession.write`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yange.importers.plan import ImportPlan, PlanRow, plan, plan_readings
    from yange.readers.collecting import Collection, collect, read_files

__all__ = ["Collection", "ImportPlan", "PlanRow", "collect", "plan", "plan_readings", "read_files"]

_COLLECTING = frozenset({"Collection", "collect", "read_files"})


def _loaded(name: str) -> object:
    """Load a name of this package when it is asked for: a comparison of two files needs none of them."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = "yange.readers.collecting" if name in _COLLECTING else "yange.importers.plan"
    value: object = getattr(import_module(home), name)
    globals()[name] = value
    return value


if not TYPE_CHECKING:  # a type checker must only accept the names above
    __getattr__ = _loaded
