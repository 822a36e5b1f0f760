"""Captions in traditional characters: brackets of events, and the history of a law of Taiwan, one event a line.

中華民國88年1月20日總統（88）華總一義字第8800010820號令制定公布全文30條；並自公布日施行.
"""

from __future__ import annotations

import re

from yange.law.zh_hans.captions import DATED_WORDS, ChineseCaptions
from yange.law.zh_hans.days import DAY
from yange.law.zh_hant.writing import TRADITIONAL

__all__ = ["CAPTIONS"]

_ITEM = r"\s*(?:[0-9]{1,2}\.)?(?:[自於])?"
_LINE = re.compile(rf"{_ITEM}{DAY}[^\n。]{{0,400}}?(?:{DATED_WORDS.pattern})[^\n。]{{0,200}}(?=\n|$)")

CAPTIONS = ChineseCaptions(writing=TRADITIONAL, line=_LINE)
