"""Titles of Korean instruments, their kinds and ranks.

The ranks are those of the Constitution (헌법 제52조, 제75조, 제95조) and of the Local Autonomy Act (지방자치법
제28조, 제29조).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from yange.law.aspects.titles import Bearer, RankRule, rank_by

__all__ = ["TITLES", "KoreanTitles"]

_KINDS = {
    "시행규칙": "시행규칙", "시행령": "시행령", "특별법": "법률", "기본법": "법률", "법률": "법률", "헌법": "헌법",
    "조례": "조례", "규칙": "규칙", "규정": "규정", "고시": "고시", "훈령": "훈령", "예규": "예규", "지침": "지침",
    "공고": "공고", "법": "법률", "령": "대통령령",
}  # fmt: skip
_KIND = re.compile(rf"(?P<kind>{'|'.join(_KINDS)})(?:[(（][^()（）]*[)）])*$")
_RANKS = (
    RankRule("법률", number="^법률"),
    RankRule("대통령령", number="^대통령령"),
    RankRule("부령", number="^(?:총리령|[가-힣]+부령)"),
    RankRule("조례", number="조례"),
    RankRule("규칙", number="규칙"),
    RankRule("고시", number="고시"),
    RankRule("훈령", number="훈령"),
    RankRule("예규", number="예규"),
    RankRule("법률", kind="법률"),
    RankRule("대통령령", kind="시행령"),
    RankRule("조례", kind="조례"),
)
"""The first row that fits gives the rank."""


class KoreanTitles:
    """The titles of Korean instruments; see :class:`yange.law.aspects.titles.Titles`."""

    kinds: Mapping[str, str] = _KINDS

    def kind(self, title: str) -> str | None:
        """Return the kind of instrument that a title names."""
        match = _KIND.search(title)
        return _KINDS[match["kind"]] if match else None

    def rank(self, one: Bearer) -> str | None:
        """Return the rank that the number shows, else the kind."""
        return rank_by(_RANKS, one)

    def same(self, title: str) -> str:
        """Return the title as it is: Korean titles name no year or edition."""
        return title

    def is_draft(self, title: str) -> bool:
        """Tell whether a title says that the text is a bill or a draft: …법률안."""
        return re.search(r"(?:법률|법|조례|규칙|령)안(?:[(（][^()（）]*[)）])?$", title) is not None

    def amends(self, title: str) -> bool:
        """Tell whether a title says that the text amends others."""
        return (
            re.search("(?:일부|전부)?개정(?:법률|령|조례|규칙|고시)|폐지(?:법률|령|조례|규칙)", "".join(title.split()))
            is not None
        )


TITLES = KoreanTitles()
