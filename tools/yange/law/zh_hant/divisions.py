"""The layout of Chinese texts in traditional characters: that of simplified texts, with the forms of Taiwan."""

from __future__ import annotations

from yange.law.aspects.divisions import ClosingLines, Divisions, FrontLines, GoneWords
from yange.law.joining import joined, rewritten
from yange.law.zh_hans import divisions as simplified
from yange.law.zh_hant.script import as_written

__all__ = ["DIVISIONS"]

_N = r"[一二三四五六七八九十百○〇零\d]"
_DAY = rf"(?:中華)?民國\s*{_N}{{1,5}}\s*年\s*{_N}{{1,3}}\s*月\s*{_N}{{1,3}}\s*日"

_DIVISION = r"第[^第。；，、]{1,10}[編章節款](?![規所之])"
_OWN = Divisions(
    front=FrontLines(
        bodies=frozenset({"本文"}),
        days=rf"民國\s*{_N}{{1,5}}\s*年",
        acts="制定|增訂|全文修正|總統令",
        whole_days=rf"民國\s*{_N}{{1,5}}\s*年\s*{_N}{{1,3}}\s*月\s*{_N}{{1,3}}\s*日",
    ),
    closing=ClosingLines(signatures=rf"[（(]?{_DAY}[）)]?$"),
    gone=GoneWords(words="刪除|廢止", sentences="(?:本條)?(?:已)?(?:刪除|廢止)", last="除止"),
)

DIVISIONS = joined([rewritten(simplified.DIVISIONS, as_written), _OWN])
"""The layout of Chinese texts in traditional characters."""
