"""Fold traditional characters into those of the patterns of :mod:`yange.law.zh_hans`.

Each character is replaced by one character, so that offsets do not change. :mod:`yange.law.han` has the usual form of
a character; this module has the other forms that texts print (公佈 and 公布, 並 and 併).
"""

from __future__ import annotations

from collections.abc import Mapping

from yange.law.han import TRADITIONAL

__all__ = ["FOLD", "UNFOLD"]

_VARIANTS = (
    "佈布 複复 覆复 製制 託托 説说 週周 迴回 幹干 乾干 併并 爲为 産产 啓启 籤签 係系 彆别 脩修 註注 誌志 裡里 裏里 "
    "臺台 曆历 衆众 羣群 衝冲 徵征 鬚须 鍾钟 髮发 沖冲 塗涂"
)
_WIDE, _FIGURES = "０１２３４５６７８９", "0123456789"

FOLD: Mapping[int, int] = {
    **{ord(old): ord(new) for new, old in TRADITIONAL.items()},
    **{ord(pair[0]): ord(pair[1]) for pair in _VARIANTS.split()},
    **{ord(wide): ord(figure) for wide, figure in zip(_WIDE, _FIGURES, strict=True)},
}
"""The simplified character of each traditional one, and the ASCII figure of each full-width one."""

UNFOLD: Mapping[int, int] = {ord(new): ord(old) for new, old in TRADITIONAL.items()}
"""The traditional character of each simplified one, for words of this package."""
