"""Read references that name the inner step first: điểm a khoản 2 Điều 5, of which the first member lacks what follows.

:mod:`yange.law.chains` reads those that name the outer step first. Members of a list inherit the steps above their own
from the members behind them: điểm a khoản 1, khoản 2 Điều 5.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from yange.law.aspects.citations import Level, Owner, Reference, Step
from yange.law.chains import Group, between

__all__ = ["read_inward_chains"]

_ORDER = {level: place for place, level in enumerate(Level)}


def read_inward_chains(
    text: str,
    groups: Iterable[Group],
    separator: re.Pattern[str],
    to: re.Pattern[str],
    within: re.Pattern[str],
    owner: Callable[[str, int], Owner],
) -> Iterator[Reference]:
    """Yield a reference for each member of a list.

    ``separator`` matches the words between two members, ``to`` those of a range, ``within`` the characters between two
    steps of one clause; ``owner`` returns whose clauses the list names, by the words behind it.
    """
    chain: list[list[Group]] = []
    ranges: list[bool] = []
    for group in sorted(groups, key=lambda group: group.start):
        last = chain[-1][-1] if chain else None
        if last is not None and group.start < last.end:
            continue
        if (
            last is not None
            and within.fullmatch(text, last.end, group.start)
            and _ORDER[group.level] < _ORDER[last.level]
        ):
            chain[-1].append(group)
            continue
        join = separator.fullmatch(text, last.end, group.start) if last is not None else None
        if last is not None and join is None:
            yield from _read(text, chain, ranges, owner)
            chain, ranges = [], []
        ranges.append(bool(join) and to.search(text, last.end if last else 0, group.start) is not None)
        chain.append([group])
    if chain:
        yield from _read(text, chain, ranges, owner)


def _read(
    text: str, chain: Sequence[Sequence[Group]], ranges: Sequence[bool], owner: Callable[[str, int], Owner]
) -> Iterator[Reference]:
    whose = owner(text, chain[-1][-1].end)
    above: tuple[Step, ...] = ()
    targets: list[tuple[tuple[Step, ...], ...]] = []
    for member in reversed(chain):
        outermost = _ORDER[member[-1].level]
        own = _targets(tuple(step for step in above if _ORDER[step.level] < outermost), list(reversed(member)))
        above = own[0]
        targets.append(own)
    targets.reverse()
    for k, member in enumerate(chain):
        found = (*between(targets[k - 1][-1], targets[k][0]), *targets[k]) if ranges[k] and k else targets[k]
        span = member[0].start, member[-1].end
        yield Reference(*span, text[span[0] : span[1]], found, whose, chain[0][0].start, k > 0)


def _targets(inherited: tuple[Step, ...], member: Sequence[Group]) -> tuple[tuple[Step, ...], ...]:
    targets: list[tuple[Step, ...]] = [inherited]
    for group in member:
        steps = [Step(group.level, value, group.relative) for value in group.values]
        targets = [(*base, step) for base in targets for step in steps]
    return tuple(targets)
