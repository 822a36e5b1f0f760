"""What moved: former addresses of pages, under a policy's former id or under a day that was recorded wrongly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from yange.model import Library, Policy, Version, stem_of, version_key
from yange.names import RESERVED, is_id
from yange.publish.addresses import (
    annotated_address,
    choosing_address,
    compare_address,
    history_address,
    policy_address,
    version_address,
)
from yange.publish.context import SiteContext
from yange.publish.facts.former_keys import was_called

__all__ = ["moved"]


def moved(context: SiteContext) -> Iterator[tuple[str, str]]:
    """Yield the old and the new address, without language, of all that moved; an address in use is never given away."""
    names = _names(context.library, context.settings.languages[1:])
    given: set[str] = set()
    for policy in context.library.policies:
        for now, once in _pages(context, policy, names):
            for old in once:
                if old != now and old not in given:
                    given.add(old)
                    yield old, now


@dataclass(frozen=True, slots=True)
class _Names:
    """What policies and texts are called, and were: by id, and by id and key. What they are called now comes first."""

    ids: Mapping[str, Sequence[str]]
    keys: Mapping[tuple[str, str], Sequence[str]]

    def of_text(self, version: Version) -> Iterator[tuple[str, str]]:
        """Yield each pair of an id and a key under which a text is or was published."""
        return product(self.ids[version.policy], self.keys[version.policy, version.key])


def _pages(context: SiteContext, policy: Policy, names: _Names) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield the address of every page below a policy's, with all addresses under which it may be asked for."""
    ids = names.ids[policy.id]
    yield policy_address(policy.id), map(policy_address, ids)
    for part in range(1, context.history_parts(policy) + 1):
        yield history_address(policy.id, part), (history_address(name, part) for name in ids)
    if context.has_history(policy):
        yield annotated_address(policy.id), map(annotated_address, ids)
    if context.has_choosing(policy):
        yield choosing_address(policy.id), map(choosing_address, ids)
    for version in policy.versions:
        yield version_address(version), (f"{name}/{key}/" for name, key in names.of_text(version))
    for old, new in context.pairs.of(policy.id):
        yield compare_address(old, new), _comparisons(old, new, names)


def _comparisons(old: Version, new: Version, names: _Names) -> Iterator[str]:
    """Yield the addresses under which the comparison of two texts may be requested, in both orders of the days."""
    for (new_id, new_key), (old_id, old_key) in product(names.of_text(new), names.of_text(old)):
        if old.policy != new.policy:
            yield f"{new_id}/{new_key}/compare/{old_id}/{old_key}/"
        elif new_id == old_id:
            yield f"{new_id}/{new_key}/compare/{old_key}/"
            if stem_of(new_key) < stem_of(old_key) and (new_key, old_key) != (new.key, old.key):
                yield f"{new_id}/{old_key}/compare/{new_key}/"


def _names(library: Library, languages: Sequence[str]) -> _Names:
    taken = {policy.id for policy in library.policies}
    folders = RESERVED.union(languages)
    ids: dict[str, Sequence[str]] = {}
    for policy in library.policies:
        former = [name for name in dict.fromkeys(policy.was) if name not in taken and _fits(name, folders)]
        taken.update(former)
        ids[policy.id] = (policy.id, *former)
    return _Names(ids, {key: names for policy in library.policies for key, names in _keys(policy)})


def _fits(name: str, folders: frozenset[str]) -> bool:
    """Return whether an id can have been an address of this site."""
    return is_id(name) and name.partition("/")[0] not in folders


def _keys(policy: Policy) -> Iterator[tuple[tuple[str, str], Sequence[str]]]:
    taken = {version.key for version in policy.versions}
    for version in policy.versions:
        days = (was_called(one.was) for one in version.corrections if one.field == "effective")
        former = [key for key in dict.fromkeys(version_key(day) for day in days if day) if key not in taken]
        taken.update(former)
        yield (policy.id, version.key), (version.key, *former)
