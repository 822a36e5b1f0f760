"""Read chains, lists and ranges of numbered steps, as most languages join them: 第三条第一款、第二款和第五条至第七条.

A pack finds the printed steps (:class:`Group`) and gives the words that join them (:class:`Joints`);
:func:`read_chains` makes references of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from yange.law.aspects.citations import Level, Owner, Reference, Relative, Step

__all__ = ["LONGEST_RANGE", "Group", "Joints", "between", "read_chains"]

LONGEST_RANGE = 200
"""The largest number of members in a range; a longer range is a misread number."""

_ORDER = {level: place for place, level in enumerate(Level)}


@dataclass(frozen=True, slots=True)
class Group:
    """Numbers that share one unit, as printed at ``[start, end)``: 第三、四条 has the values ``(3,)`` and ``(4,)``."""

    start: int
    end: int
    level: Level
    values: tuple[tuple[int, ...], ...]
    relative: Relative = Relative.NO


@dataclass(frozen=True, slots=True)
class Joints:
    """The words that join groups.

    ``separator`` matches the words between two members of a list or range, ``to`` those of a range. ``within`` matches
    the characters between two steps of one clause: none in 第三条第一款, a space in § 5 Abs. 2. ``owner`` returns whose
    clause the first group of a chain is, and where the words that say so begin.
    """

    separator: re.Pattern[str]
    to: re.Pattern[str]
    owner: Callable[[str, Group], tuple[Owner, int]]
    within: re.Pattern[str] | None = None


def read_chains(text: str, groups: Iterable[Group], joints: Joints) -> Iterator[Reference]:
    """Yield a reference for each member of a list; members inherit the steps above their own."""
    chain: list[Group] = []
    for group in sorted(groups, key=lambda group: group.start):
        if chain and group.start < chain[-1].end:
            continue
        if chain and not _continues(text, chain[-1], group, joints):
            yield from _read_chain(text, chain, joints)
            chain = []
        chain.append(group)
    if chain:
        yield from _read_chain(text, chain, joints)


def between(first: tuple[Step, ...], last: tuple[Step, ...]) -> tuple[tuple[Step, ...], ...]:
    """Return the targets strictly between the two ends of a range: 第三条 and 第五条, L. 121-1 and L. 121-3."""
    low, high = first[-1], last[-1]
    if low.level is not high.level or len(first) != len(last) or low.value[:-1] != high.value[:-1]:
        return ()
    above, begin, end = high.value[:-1], low.value[-1], high.value[-1]
    if end - begin > LONGEST_RANGE:
        return ()
    return tuple((*last[:-1], Step(high.level, (*above, n))) for n in range(begin + 1, end))


def _continues(text: str, last: Group, group: Group, joints: Joints) -> bool:
    if _is_deeper_step(text, last, group, joints):
        return _ORDER[group.level] > _ORDER[last.level]
    join = joints.separator.match(text, last.end)
    return join is not None and join.end() == group.start and not group.relative


def _is_deeper_step(text: str, last: Group, group: Group, joints: Joints) -> bool:
    """Return whether two groups name one clause: only characters of ``within`` are between them."""
    if joints.within is None or group.start <= last.end:
        return group.start == last.end
    return joints.within.fullmatch(text, last.end, group.start) is not None


def _read_chain(text: str, chain: Sequence[Group], joints: Joints) -> Iterator[Reference]:
    owner, owner_start = joints.owner(text, chain[0])
    members: list[list[Group]] = []
    ranges: list[bool] = []
    for group in chain:
        if members and _is_deeper_step(text, members[-1][-1], group, joints):
            members[-1].append(group)
        else:
            separator = text[members[-1][-1].end : group.start].strip() if members else ""
            ranges.append(bool(separator) and joints.to.fullmatch(separator) is not None)
            members.append([group])
    above: tuple[Step, ...] = ()
    before: tuple[tuple[Step, ...], ...] = ()
    for k, member in enumerate(members):
        inherited = tuple(step for step in above if _ORDER[step.level] < _ORDER[member[0].level])
        targets = _targets(inherited, member)
        if ranges[k] and before:
            targets = (*between(before[-1], targets[0]), *targets)
        span = (owner_start if k == 0 and owner is Owner.OWN else member[0].start, member[-1].end)
        yield Reference(*span, text[span[0] : span[1]], targets, owner, chain[0].start, k > 0)
        above, before = targets[-1], targets


def _targets(inherited: tuple[Step, ...], member: Sequence[Group]) -> tuple[tuple[Step, ...], ...]:
    targets: list[tuple[Step, ...]] = [inherited]
    for group in member:
        steps = [Step(group.level, value, group.relative) for value in group.values]
        targets = [(*base, step) for base in targets for step in steps]
    return tuple(targets)
