"""Which policy of the library an instrument's name means: by its 文号, else by its title."""

from __future__ import annotations

from dataclasses import dataclass

from yange.model import Library, Policy, Version
from yange.names import number_key
from yange.titles import title_key

__all__ = ["Meant", "PolicyIndex"]


@dataclass(frozen=True, slots=True)
class Meant:
    """What a name means.

    The policy; the text that bears the 文号 (``None`` where none was given or none bears it); and whether title and
    文号 point to one policy.
    """

    policy: Policy
    version: Version | None = None
    agrees: bool = True


class PolicyIndex:
    """Finds policies by 文号 and by normalised title (design §4). Built once for a library."""

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
        """Return what a name means when it is read in a text of ``place``; ``None`` where the library has none such.

        The 文号 decides; where two policies share it, the title does too. A title alone must fit one policy of the same
        place, or name the policy's own place.
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
    """Tell whether one title holds the other: cited without the issuer in front, or with it."""
    one = title_key(title)
    own = (title_key(name) for name in (version.title, version.cover_title or version.title))
    return any(one in other or other in one for other in own)
