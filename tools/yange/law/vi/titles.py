"""Titles of Vietnamese instruments, their kinds and ranks: Luật Bến phà, Nghị định 34/2016/NĐ-CP quy định chi tiết ….

The kinds and their order are those of the Law on Promulgation of Legal Documents (Luật số 64/2025/QH15, art. 4).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from yange.law.aspects.titles import Bearer, RankRule, rank_by
from yange.law.vi.spelling import composed

__all__ = ["TITLES", "VietnameseTitles"]

_KINDS = {
    "Thông tư liên tịch": "Thông tư liên tịch",
    "Văn bản hợp nhất": "Văn bản hợp nhất",
    "Nghị quyết liên tịch": "Nghị quyết liên tịch",
    "Hiến pháp": "Hiến pháp",
    "Bộ luật": "Bộ luật",
    "Pháp lệnh": "Pháp lệnh",
    "Nghị quyết": "Nghị quyết",
    "Nghị định": "Nghị định",
    "Quyết định": "Quyết định",
    "Chỉ thị": "Chỉ thị",
    "Thông tư": "Thông tư",
    "Quy chế": "Quy chế",
    "Quy định": "Quy định",
    "Điều lệ": "Điều lệ",
    "Công văn": "Công văn",
    "Lệnh": "Lệnh",
    "Luật": "Luật",
}
_KIND = re.compile(rf"\s*(?:Dự thảo )?(?P<kind>{'|'.join(_KINDS)})(?!\w)", re.I)
_SMALL = {word.lower(): kind for word, kind in _KINDS.items()}
_RANKS = (
    RankRule("hiến pháp", kind="Hiến pháp"),
    RankRule("luật", kind="Bộ luật"),
    RankRule("luật", kind="Luật"),
    RankRule("pháp lệnh", kind="Pháp lệnh"),
    RankRule("nghị quyết của Quốc hội", number=r"(?<!HĐND)/QH[0-9]{1,2}$"),
    RankRule("nghị định", number="NĐ-CP$"),
    RankRule("quyết định của Thủ tướng Chính phủ", number="QĐ-TTg$"),
    RankRule("thông tư", number="/TT(?:LT)?-"),
    RankRule("nghị quyết của Hội đồng nhân dân", number="NQ-HĐND"),
    RankRule("quyết định của Ủy ban nhân dân", number="QĐ-UBND"),
)
_YEARS = re.compile(r"(?:năm)?(?:19|20)\d\d(?!\d|/)")


class VietnameseTitles:
    """The titles of instruments in Vietnamese; see :class:`yange.law.aspects.titles.Titles`."""

    @property
    def kinds(self) -> Mapping[str, str]:
        """The words with which titles begin, and the kind that each names."""
        return _KINDS

    def kind(self, title: str) -> str | None:
        """Return the kind of instrument, with whose name a title begins."""
        match = _KIND.match(composed(title))
        return _SMALL[match["kind"].lower()] if match else None

    def rank(self, one: Bearer) -> str | None:
        """Return the rank that the kind or the number shows."""
        return rank_by(_RANKS, one)

    def same(self, title: str) -> str:
        """Return a title without years."""
        return _YEARS.sub("", unicodedata.normalize("NFC", title))

    def is_draft(self, title: str) -> bool:
        """Return whether a title says that the text is a draft: Dự thảo Luật Bến phà."""
        return re.match(r"\s*(?i:dự thảo|dự án luật)(?!\w)", composed(title)) is not None

    def amends(self, title: str) -> bool:
        """Return whether a title says that the text amends others: Luật sửa đổi, bổ sung một số điều của …."""
        return re.search(r"(?i:sửa đổi|bãi bỏ|thay thế)", composed(title)) is not None


TITLES = VietnameseTitles()
