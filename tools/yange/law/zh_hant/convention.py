"""Decide the levels of 項 and 款: 條, 項, 款, 目 in Taiwan, but 條, 款, 項, 目 in Macau and on the mainland."""

from __future__ import annotations

import re
from functools import lru_cache

from yange.law.aspects.citations import Level
from yange.law.zh_hans.citations import UNITS
from yange.law.zh_hant.script import as_written

__all__ = ["MAINLAND", "TAIWAN", "is_taiwan", "units_of"]

MAINLAND = {as_written(unit): level for unit, level in UNITS.items()}
TAIWAN = {**MAINLAND, "項": Level.PARAGRAPH, "款": Level.ITEM}
"""The units in Taiwan's order."""

_N = "[一二三四五六七八九十百零〇0-9０-９]{1,5}"
_TAIWAN = re.compile(rf"項第{_N}款|條(?:之{_N})?第{_N}項(?!目)|前項")
_OTHER = re.compile(rf"款第?[（(]?{_N}[）)]?項|[（(]{_N}[）)]項|第[（(]{_N}[）)]款")


@lru_cache(maxsize=64)
def is_taiwan(text: str) -> bool:
    """Return whether a text has Taiwan's order, also if it shows neither order or both equally."""
    return len(_TAIWAN.findall(text)) >= len(_OTHER.findall(text))


def units_of(text: str) -> dict[str, Level]:
    """Return the level of each unit in a text."""
    return TAIWAN if is_taiwan(text) else MAINLAND
