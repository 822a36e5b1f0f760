"""One policy while its rows are made: what several tables need of it is worked out once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from yange.compare import Comparison
from yange.model import Policy, Version
from yange.publish.addresses import compare_address
from yange.publish.context import SiteContext

__all__ = ["ExportedPolicy"]


class ExportedPolicy:
    """A policy of an archive on a day. It lives as long as its rows are made, so that memory does not grow."""

    def __init__(self, context: SiteContext, policy: Policy) -> None:
        self.context = context
        self.policy = policy

    @property
    def texts(self) -> Sequence[Version]:
        """Its texts, in order."""
        return self.policy.versions

    @property
    def held(self) -> Sequence[Version]:
        """Its texts whose words are in the archive."""
        return [version for version in self.policy.versions if version.held]

    @property
    def pairs(self) -> Sequence[tuple[str, Version, Version]]:
        """The compared pairs whose newer text is one of its own, each after its id."""
        found = self.context.pairs.of(self.policy.id)
        return [(compare_address(old, new).strip("/"), old, new) for old, new in found]

    @cached_property
    def comparisons(self) -> Sequence[tuple[str, Comparison]]:
        """The comparisons of these pairs, each after its id."""
        return [(name, self.context.compared(old.body, new.body).rounded()) for name, old, new in self.pairs]
