"""Two texts in different scripts: their match keys in one of them, so that script does not affect matching.

The words stay as printed: what differs in script alone comes back as an edit of the grade ``script``
(:mod:`yange.compare.diff.rebuild`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from yange.chinese_scripts import has_traditional, traditional_share
from yange.compare.text.units import Unit

__all__ = ["in_one_script"]

_HALF = 0.5


def in_one_script(old: Sequence[Unit], new: Sequence[Unit]) -> tuple[Sequence[Unit], Sequence[Unit]]:
    """Return the units of two texts with keys in one script.

    Where one text is in simplified and the other in traditional characters, the keys of both are in simplified ones;
    else the units are those given: two texts in traditional characters are compared as they are.
    """
    keys = ["\n".join(unit.key.text for unit in side) for side in (old, new)]
    if not any(map(has_traditional, keys)):
        return old, new
    shares = [traditional_share(key) for key in keys]
    if None in shares or len({share > _HALF for share in shares if share is not None}) == 1:
        return old, new
    return [_simplified(unit) for unit in old], [_simplified(unit) for unit in new]


def _simplified(unit: Unit) -> Unit:
    return replace(unit, key=unit.key.in_simplified(), parts=tuple(map(_simplified, unit.parts)))
