"""Titles of Japanese instruments, their kinds and ranks.

The ranks are those of the Constitution (憲法 第五十九条, 第七十三条第六号, 第九十四条), of the National Government
Organization Act (国家行政組織法
第十二条 and 第十四条) and of the Local Autonomy Act (地方自治法 第十四条 and 第十五条).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from yange.law.aspects.titles import Bearer, RankRule, rank_by

__all__ = ["TITLES", "JapaneseTitles"]

_KINDS = {
    "憲法": "憲法", "施行規則": "規則", "施行令": "政令", "法律": "法律", "法典": "法律", "政令": "政令",
    "省令": "省令", "府令": "府令", "規則": "規則", "条例": "条例", "告示": "告示", "訓令": "訓令", "要綱": "要綱",
    "要領": "要領", "規程": "規程", "通達": "通達", "通知": "通知", "指針": "指針", "基準": "基準", "法": "法律",
}  # fmt: skip
_KIND = re.compile(rf"(?P<kind>{'|'.join(_KINDS)})(?:[（(][^（）()]*[）)])*$")
_RANKS = (
    RankRule("法律", number="法律第"),
    RankRule("政令", number="政令第"),
    RankRule("省令", number="[省府]令第"),
    RankRule("条例", number="条例第"),
    RankRule("規則", number="規則第"),
    RankRule("告示", number="告示第"),
    RankRule("訓令", number="訓令第"),
    RankRule("法律", kind="法律"),
    RankRule("政令", kind="政令"),
    RankRule("条例", kind="条例"),
)
"""The first row that fits gives the rank."""
_DRAFT = re.compile(r"[ぁ-ん].*(?:法律|政令|省令|規則|条例)案$|[（(](?:素|原)?案[）)]$")
"""Titles of all languages are asked: 方案 and 议案 are no drafts in Chinese."""
_AMENDS = re.compile("の一部を改正する|の一部改正|を廃止する|の整備に関する|の整理に関する")


class JapaneseTitles:
    """The titles of Japanese instruments; see :class:`yange.law.aspects.titles.Titles`."""

    kinds: Mapping[str, str] = _KINDS

    def kind(self, title: str) -> str | None:
        """Return the kind of instrument that a title names."""
        match = _KIND.search(title)
        return _KINDS[match["kind"]] if match else None

    def rank(self, one: Bearer) -> str | None:
        """Return the rank that the number shows, else the kind; the rules of a ministry and of a mayor share a kind."""
        return rank_by(_RANKS, one)

    def same(self, title: str) -> str:
        """Return the title as it is: Japanese titles name no year or edition."""
        return title

    def is_draft(self, title: str) -> bool:
        """Tell whether a title says that the text is a bill or a draft: …法律案."""
        return _DRAFT.search(title) is not None

    def amends(self, title: str) -> bool:
        """Tell whether a title says that the text amends others."""
        return _AMENDS.search(title) is not None


TITLES = JapaneseTitles()
