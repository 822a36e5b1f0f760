"""Titles of instruments in traditional characters, their kinds and ranks.

The ranks are those of Taiwan's 中央法規標準法 (articles 2 and 3) and 地方制度法 (article 25), of Hong Kong's
Interpretation and General Clauses Ordinance (section 3) and of Macau's 第13/2009號法律. Kinds of one name have other
ranks in other places (條例 is an ordinance in Hong Kong and a statute in Taiwan), so the number decides.
"""

from __future__ import annotations

from yange.law.aspects.titles import RankRule
from yange.law.zh_hans.titles import ChineseTitles
from yange.law.zh_hant.script import as_written

__all__ = ["RANKS", "TITLES"]

_OF_TAIWAN = ("規程", "規則", "細則", "辦法", "綱要", "標準", "準則")
RANKS = (
    RankRule("法律", kind="法"),
    RankRule("自治條例", kind="自治條例"),
    RankRule("法律", kind="條例", number="^(?:總統)?華總.*字第"),
    *(RankRule("法規命令", kind=kind, number="字第.*號令$") for kind in _OF_TAIWAN),
    RankRule("附屬法例", number="年第[0-9]+號法律公告$"),
    RankRule("條例", kind="條例", number="年第[0-9]+號條例$"),
    RankRule("法律", number="^第[0-9]+/[0-9]+號法律$"),
    RankRule("行政法規", number="^第[0-9]+/[0-9]+號行政法規$"),
)
"""The table of ranks; the first row that fits decides."""

TITLES = ChineseTitles(as_written, RANKS, ("自治條例", "注意事項", "作業規定", "計畫", "原則", "規例", "附例"))
