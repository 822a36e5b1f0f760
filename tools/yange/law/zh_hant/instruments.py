"""Read the names and numbers of instruments in Taiwan, Hong Kong and Macau.

| place | number |
|---|---|
| Taiwan | 台內營字第1130801234號, 總統華總一義字第11300012345號令, 府法規字第1130012345號函 |
| Hong Kong | 第571章 after a title, 2024年第12號法律公告, 2023年第14號條例 |
| Macau | 第7/2003號法律, 第10/2020號行政法規, 第52/94/M號法令 |

The forms of the mainland (深府規〔2020〕3號) are also read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yange.characters import BLANK
from yange.law.aspects.instruments import NamedInstrument
from yange.law.zh_hans.instruments import NUMBER as MAINLAND_NUMBER
from yange.law.zh_hans.instruments import ORDER as MAINLAND_ORDER
from yange.law.zh_hans.instruments import ChineseInstruments
from yange.law.zh_hant.folding import FOLD

__all__ = ["FOLDED_INSTRUMENTS", "INSTRUMENTS", "KINDS_AT_END", "TraditionalInstruments"]

_DIGIT = "[0-9０-９]"
_YEAR_OF_THE_ERA = rf"(?:[（(]{_DIGIT}{{2,3}}[）)])?"
_LETTERS_AND_COUNT = rf"[一-鿿]{{1,20}}?字{BLANK}*第{BLANK}*{_DIGIT}{{3,12}}[A-Z]?{BLANK}*號"
_TAIWAN = rf"{_YEAR_OF_THE_ERA}{_LETTERS_AND_COUNT}(?:令|函|公告)?"
_HONG_KONG = rf"(?:19|20){_DIGIT}{{2}}年第{_DIGIT}{{1,4}}號(?:法律公告|條例|號外公告)"
_MACAU_ACTS = "法律|行政法規|法令|行政長官批示|行政命令|訓令|[一-鿿]{2,8}司司長批示|行政長官公告|立法會決議"
_MACAU = rf"第{_DIGIT}{{1,3}}/{_DIGIT}{{2,4}}(?:/M)?號(?:{_MACAU_ACTS})"
_CHAPTER = rf"第{_DIGIT}{{1,4}}[A-Z]{{0,3}}章(?:，附屬法例[A-Z]{{1,3}})?"
NUMBER = rf"(?:{MAINLAND_NUMBER.replace('号', '[号號]')}|{_TAIWAN}|{_HONG_KONG}|{_MACAU})"
ORDER = MAINLAND_ORDER.replace("号", "[号號]")

_KINDS = (
    "辦法", "條例", "規則", "細則", "規程", "要點", "標準", "準則", "注意事項", "作業規定", "規定", "規範", "原則",
    "綱要", "通則", "方案", "計畫", "法",
)  # fmt: skip
KINDS_AT_END = "|".join(_KINDS)
"""The last words of titles that Taiwan prints between 「 and 」."""

_REPLIES = frozenset({"函", "復函", "覆函", "答覆", "回覆", "函釋", "解釋令", "說明", "報告"})
_OFFICE = re.compile(r"^(?:總統(?=華總)|行政院(?=院[臺台]))")
_CORNERS = re.compile(rf"「([^「」《》。；]{{2,60}}(?:{KINDS_AT_END}))」")


@dataclass(frozen=True)
class TraditionalInstruments(ChineseInstruments):
    """The names and numbers of instruments; see :class:`yange.law.aspects.instruments.InstrumentForms`."""

    number: str = NUMBER
    order: str = ORDER
    replies: frozenset[str] = _REPLIES
    in_brackets: str = _CHAPTER

    def normal(self, number: str) -> str:
        """Return a number without spaces, with Arabic digits, 〔〕 around a year, and without the name of the state.

        An office before its own letters is left out: 總統華總一義字第11300012345號令 is 華總一義字第….
        """
        return _OFFICE.sub("", super().normal(number))

    def quoted(self, text: str) -> Iterator[NamedInstrument]:
        """Yield the titles between 《》 and those between 「」 that end in a kind of instrument."""
        return super().quoted(_CORNERS.sub(r"《\1》", text))

    def named_in(self, text: str, start: int, end: int) -> Iterator[NamedInstrument]:
        """Yield the instruments named in ``text[start:end)``; a number and the title after it are one instrument."""
        before: NamedInstrument | None = None
        for one in super().named_in(text, start, end):
            if before is not None and before.title is None and one.title is not None and before.end == one.start:
                before = NamedInstrument(before.start, one.end, one.title, one.number or before.number)
                continue
            if before is not None:
                yield before
            before = one
        if before is not None:
            yield before


INSTRUMENTS = TraditionalInstruments()
"""The forms in printed text."""

FOLDED_INSTRUMENTS = TraditionalInstruments(
    number=NUMBER.translate(FOLD), order=ORDER.translate(FOLD), in_brackets=_CHAPTER
)
"""The same forms in packed text, which has simplified characters."""
