"""Titles of Chinese instruments, their kinds and ranks.

The ranks are those of the Legislation Law (立法法) and of the State Council's rules for 规章 and 规范性文件.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from yange.law.aspects.titles import Bearer, RankRule, rank_by
from yange.law.zh_hans.script import as_written

__all__ = ["KIND", "KINDS", "RANKS", "TITLES", "ChineseTitles"]

KINDS = (
    "若干措施", "政策措施", "若干意见", "实施意见", "指导意见", "若干规定", "实施细则", "实施办法", "管理办法",
    "行动计划", "行动方案", "工作方案", "实施方案", "工作规则", "工作指引", "管理规定", "暂行办法", "暂行规定",
    "条例", "办法", "规定", "细则", "规则", "措施", "意见", "方案", "计划", "规划", "纲要", "指引", "指南",
    "章程", "准则", "规程", "规范", "预案", "要点", "通知", "公告", "通告", "通报", "公报", "决定", "决议",
    "命令", "批复", "复函", "函", "政策", "令", "修正案", "标准", "法典", "通则", "解释", "安排", "答复", "法",
)  # fmt: skip
"""The last words of titles, longer ones first."""

_PLAIN = {
    "实施办法": "办法",
    "管理办法": "办法",
    "暂行办法": "办法",
    "暂行规定": "规定",
    "管理规定": "规定",
    "工作方案": "方案",
    "实施方案": "方案",
    "工作规则": "规则",
    "工作指引": "指引",
    "实施细则": "细则",
    "复函": "函",
    "法典": "法",
    "通则": "法",
}
"""The kinds of the longer words; the other words are kinds themselves."""

_ONLY_BEHIND = {
    "法": "(?<![办方做用执立违合非依守普书语看想说手枪魔技宪])(?<!(?<!公)司)(?<!(?<!预)算)法|(?<=国)宪法",
    "解释": "(?<!名词)(?<!术语)(?<!词语)解释",
    "安排": "(?<=的)安排",
    "答复": "(?<=的)答复",
}
"""Words before which a kind is an everyday word: 执法, 名词解释, 时间安排."""

KIND = rf"(?:{'|'.join(_ONLY_BEHIND.get(kind, kind) for kind in KINDS)})"
_BEHIND = r"(?:[（(〔\[][^（）()]*[）)〕\]])*"
"""Brackets after the kind: （试行）."""

RANKS = (
    RankRule("法律", kind="法"),
    RankRule("行政法规", number="^国务院令"),
    RankRule("法律", number="^主席令"),
    RankRule("行政法规", kind="条例", issuer="国务院"),
    RankRule("地方性法规", kind="条例", local=True),
    RankRule("规章", number="令"),
    RankRule("规范性文件", number="规〔"),
)
"""The table of ranks; the first row that fits decides."""

_STAGES = r"[\[(【〔](?:试行|暂行|修订|修订版|修正|修正版|[0-9]{4}年?(?:版|本|修订|修正)?)[\])】〕]"
_STAGE_WORDS = "试行|暂行"
_YEARS = r"(?:18|19|20|21|22)\d\d年?"
_DRAFT_WORDS = "征求意见|意见征集|草案|草稿|送审稿|讨论稿|审议稿|论证稿|建议稿|起草稿|初稿"
_DRAFT = (
    rf"(?:[（(〔\[【][^（）()〔〕【】]{{0,20}}(?:{_DRAFT_WORDS})[^（）()〔〕【】]{{0,12}}[）)〕\]】]"
    r"|征求意见稿|草案|送审稿|讨论稿)[》〉\s]*$"
)
_ASKS_FOR_VIEWS = r"(?:征求|征集|听取)[^，。]{0,80}意见的?(?:通知|公告|通告|函|公示|启事)$"
_AMENDS = "修改|修正|修订"


class ChineseTitles:
    """The titles of Chinese instruments; see :class:`yange.law.aspects.titles.Titles`."""

    def __init__(
        self,
        script: Callable[[str], str] = as_written,
        ranks: Sequence[RankRule] = RANKS,
        kinds: Sequence[str] = (),
    ) -> None:
        """Compile the patterns in the characters of a script; ``ranks`` are those of the place, ``kinds`` its own."""
        self._kinds = {kind: kind for kind in kinds}
        self._kinds |= {script(kind): script(_PLAIN.get(kind, kind)) for kind in KINDS}
        self._ranks = ranks
        self._at_end = re.compile(rf"(?P<kind>{'|'.join((*kinds, script(KIND)))}){_BEHIND}$")
        self._stages = tuple(re.compile(script(pattern)) for pattern in (_STAGES, _STAGE_WORDS, _YEARS))
        self._drafts = tuple(re.compile(script(pattern)) for pattern in (_DRAFT, _ASKS_FOR_VIEWS))
        self._amends = re.compile(script(_AMENDS))

    @property
    def kinds(self) -> Mapping[str, str]:
        """The last words of titles, with the kind of each."""
        return self._kinds

    def kind(self, title: str) -> str | None:
        """Return the kind of instrument that a title names."""
        match = self._at_end.search(title)
        return self._kinds.get(match["kind"], match["kind"]) if match else None

    def rank(self, one: Bearer) -> str | None:
        """Return the rank of an instrument by the table of the place."""
        return rank_by(self._ranks, one)

    def same(self, title: str) -> str:
        """Return a title without 试行, 修订版, years and the like."""
        for pattern in self._stages:
            title = pattern.sub("", title)
        return title

    def is_draft(self, title: str) -> bool:
        """Return whether a title says that the text is a draft: …（征求意见稿）, or asks for views on one."""
        return any(pattern.search(title) for pattern in self._drafts)

    def amends(self, title: str) -> bool:
        """Return whether a title says that the text amends others."""
        return self._amends.search(title) is not None


TITLES = ChineseTitles()
