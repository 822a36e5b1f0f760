"""Find the policy of the library that a cited instrument is, by its document number (文号) or its title."""

from __future__ import annotations

from dataclasses import dataclass

from yange.model import Library, Policy, Version
from yange.names import number_key
from yange.titles import title_key

__all__ = ["Meant", "PolicyIndex"]


@dataclass(frozen=True, slots=True)
class Meant:
    """The policy that a name means.

    ``version`` is the text with the cited number, ``None`` without a number or such a text. ``agrees`` is set if title
    and number mean the same policy.
    """

    policy: Policy
    version: Version | None = None
    agrees: bool = True


class PolicyIndex:
    """The policies of a library by document number and by normalised title. Built once for a library."""

    def __init__(self, library: Library) -> None:
        self._numbers: dict[str, list[tuple[Policy, Version]]] = {}
        self._titles: dict[str, dict[str, Policy]] = {}
        self._places = tuple(sorted({policy.place for policy in library.policies}))
        for policy in library.policies:
            for version in policy.versions:
                key = number_key(version.number)
                if key is not None:
                    self._numbers.setdefault(key, []).append((policy, version))
            titles = {policy.title, *(version.title for version in policy.versions)}
            titles |= {version.cover_title for version in policy.versions if version.cover_title}
            for title in titles:
                self._titles.setdefault(title_key(title, policy.place), {})[policy.id] = policy

    def find(self, title: str | None, number: str | None, place: str = "") -> Meant | None:
        """Return the policy that a name in a text of ``place`` means, or ``None`` if the library does not have it.

        The document number decides, and the title if two policies share the number. A title alone must be that of one
        policy of the same place, or name the policy's own place.
        """
        titled = self._titled(title, place) if title else {}
        bearers = self._numbers.get(number_key(number) or "", [])
        both = [(policy, version) for policy, version in bearers if not title or policy.id in titled]
        chosen = both or bearers
        if len({policy.id for policy, _ in chosen}) == 1:
            policy, version = chosen[-1]
            return Meant(policy, version, bool(both) or _is_part(title or "", version))
        if not chosen and len(titled) == 1:
            policy = next(iter(titled.values()))
            return Meant(policy, None, number is None or not all(version.number for version in policy.versions))
        return None

    def _titled(self, title: str, place: str) -> dict[str, Policy]:
        found: dict[str, Policy] = {}
        for prefix in ("", place, *(name for name in self._places if name and name in title)):
            for policy in self._titles.get(title_key(title, prefix), {}).values():
                if policy.place == (prefix or place) or policy.place in title:
                    found[policy.id] = policy
        return found


def _is_part(title: str, version: Version) -> bool:
    """Return whether one title contains the other: it may be cited with or without its issuer."""
    one = title_key(title)
    own = (title_key(name) for name in (version.title, version.cover_title or version.title))
    return any(one in other or other in one for other in own)
