"""Which characters of the patterns of :mod:`yange.law.zh_hans` traditional texts write differently.

One character stands for one, so that offsets stay; all ways in which one is printed are in the table (公佈 and 公布).
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["FOLD", "UNFOLD"]

_TRADITIONAL = (
    "憲與專業兩嚴個爲為書於產産從會體債關茲內軍決況準幾劃則別辦動區華協單廳縣參發臺號後啓啟圍國聲處備復複實審對將"
    "屆幹乾並併應廢開強當錄徹執報擔擬據時暫機條來標樣檢滿點現監確籌籤簽類級組細織終經統繼續緩編罰節範藥補見規視"
    "計訂認議記許訟設證評識訴試該說說請負責貨質貫資車轉載轄達過這進違遲適釋銷長門間階險隨項順須頒驗佈脩製託託"
    "説週迴"
)
_FOLDED = (
    "宪与专业两严个为为书于产产从会体债关兹内军决况准几划则别办动区华协单厅县参发台号后启启围国声处备复复实审对将"
    "届干干并并应废开强当录彻执报担拟据时暂机条来标样检满点现监确筹签签类级组细织终经统继续缓编罚节范药补见规视"
    "计订认议记许讼设证评识诉试该说说请负责货质贯资车转载辖达过这进违迟适释销长门间阶险随项顺须颁验布修制托托"
    "说周回"
)
_WIDE, _FIGURES = "０１２３４５６７８９", "0123456789"
FOLD: Mapping[int, int] = str.maketrans(_TRADITIONAL + _WIDE, _FOLDED + _FIGURES)
"""Characters of the patterns, from traditional to simplified; the others stay as they are."""

UNFOLD: Mapping[int, int] = str.maketrans("编节条项则录", "編節條項則錄")
"""Characters of the labels of clauses, back from simplified to traditional."""
