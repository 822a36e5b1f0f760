"""The aspect of effects in traditional characters: that of :mod:`yange.law.zh_hans` with another script."""

from __future__ import annotations

import re

from yange.law.zh_hans.effects import ChineseEffects
from yange.law.zh_hant.writing import TRADITIONAL

__all__ = ["EFFECTS"]

EFFECTS = ChineseEffects(
    writing=TRADITIONAL,
    last_heading=re.compile(r"\s*(?:#+ *)?(?:第.{1,4}[編章節部分]+)?\s*附\s*則\s*$"),
    names_a_moment=re.compile("起|後|時|日期|另行|另定|定之|隨|同步|指定"),
    listed_elsewhere=re.compile("附件|附錄|附表|目錄|下列|以下"),
)
