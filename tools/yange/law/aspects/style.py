"""The aspect of style: words that drafters exchange without changing a rule, and words of duty, permission, bounds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

__all__ = ["Style"]


@dataclass(frozen=True, slots=True)
class Style:
    """The style and modality words of one language, in match keys."""

    exchanged: tuple[tuple[str, str], ...] = ()
    """Pairs of words that differ only in style: each first word is read as the second, in this order."""
    under: tuple[tuple[str, str], ...] = ()
    """Further pairs that differ only in style if the whole phrase says under which rule one acts."""
    joining: frozenset[str] = frozenset()
    """Words for "and" that a comma of a list may replace."""
    modality: tuple[tuple[str, re.Pattern[str]], ...] = ()
    """Words of duty, permission and bounds by group; only words of one group replace one another."""
    whole_words: bool = True
    """Whether a word of duty begins and ends where words do: 有权 in 所有权 is none. Endings of verbs do not."""
    alone: frozenset[str] = frozenset()
    """Words of duty whose insertion or deletion alone changes a rule: 可以并处罚款 → 并处罚款."""
    same: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Words of duty, with the word of the same meaning."""
    bounds: tuple[tuple[str, str], ...] = ()
    """Pairs of equal words inside a word of bounds: 不得超过 and 不超过 are the same bound."""
    equal_force: tuple[frozenset[str], ...] = ()
    """Words of duty of which drafting rules say that they demand the same: 必须 and 应当, *shall* and *must*.

    Where a text exchanges one for the other throughout, that is told once and not with each clause.
    """
