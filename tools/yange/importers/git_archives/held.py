"""The laws of archives that a project has already, found by their identifiers and read one at a time."""

from __future__ import annotations

from yange.library import policies_alone, read_text, with_versions
from yange.model import Policy, Version
from yange.trees import Tree

__all__ = ["HeldLaws"]


class HeldLaws:
    """The policies of a project, or none without a tree. Only those of the law at hand are read with their texts."""

    def __init__(self, tree: Tree | None = None) -> None:
        """List all policies without their texts."""
        self.tree = tree
        policies = tuple(policies_alone(tree)) if tree is not None else ()
        self._by_identifier = {policy.identifier: policy for policy in policies if policy.identifier}
        self._taken = {name for policy in policies for name in (policy.id, *policy.was)}
        if tree is not None:
            self._taken |= {
                f"{place.name}/{folder.name}"
                for place in tree.entries("policies") or ()
                for folder in tree.entries(f"policies/{place.name}") or ()
            }

    def policy(self, identifier: str) -> Policy | None:
        """Return the policy with this identifier, with its versions, or ``None``."""
        found = self._by_identifier.get(identifier)
        return found if found is None or self.tree is None else with_versions(self.tree, found)[0]

    def file(self, version: Version) -> str | None:
        """Return the present text of a version's file."""
        return None if self.tree is None else read_text(self.tree, version.path, [])

    def free_id(self, place: str, slug: str, longest: int) -> str:
        """Return an id that no policy has, and keep it."""
        name, count = f"{place}/{slug}", 1
        while name in self._taken:
            count += 1
            nth = f"-{count}"
            name = f"{place}/{slug[: longest - len(nth)].rstrip('-')}{nth}"
        self._taken.add(name)
        return name
