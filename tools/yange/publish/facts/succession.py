"""Which text of a policy stood before another and which came after it, as far as its timeline knows.

The order in which texts lie in their folder says nothing of it: an undated text lies last, however old it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from yange.model import Policy, Version
from yange.timeline import Timeline
from yange.timeline.line import Ref, is_letter, ref

__all__ = ["Succession"]

_NEVER, _UNKNOWN, _LAW = range(3)


class Succession:
    """The neighbours of every text within its policy; where nothing is known there is none."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._before: dict[Ref, Version] = {}
        self._after: dict[Ref, Version] = {}
        for old, new in timeline.superseding_pairs():
            if old.policy == new.policy:
                self._after.setdefault(ref(old), new)
                known = self._before.get(ref(new))
                if known is None or self._weight(old) >= self._weight(known):
                    self._before[ref(new)] = old

    def _weight(self, version: Version) -> int:
        """Tell how surely a text was law: one that never was weighs less than one whose days are not known."""
        period = self._timeline.period(version)
        if period is None:
            return _UNKNOWN
        return _NEVER if period.empty else _LAW

    def replaced_by(self, version: Version) -> Version | None:
        """Return the text whose place a text took: the one that was law, where there was one."""
        return self._before.get(ref(version))

    def before(self, policy: Policy, version: Version) -> Version | None:
        """Return the text whose place a text took; of one that took none, the law of its own first day."""
        return self.replaced_by(version) or next(self._earlier(policy, version), None)

    def after(self, version: Version) -> Version | None:
        """Return the text that took a text's place."""
        return self._after.get(ref(version))

    def _earlier(self, policy: Policy, version: Version) -> Iterator[Version]:
        """Yield the dated texts that were law before a dated one, the last of them first."""
        if version.effective is None or is_letter(policy):
            return
        for other in reversed(policy.versions[: policy.versions.index(version)]):
            if other.effective is not None and self._weight(other) == _LAW:
                yield other
