"""The lines below a Vietnamese title: Luật số 12/2010/QH12 …, có hiệu lực kể từ ngày …, được sửa đổi, bổ sung bởi: ….

Consolidated texts print them so (Pháp lệnh hợp nhất văn bản quy phạm pháp luật 2012, the form in its annex).
"""

from __future__ import annotations

import re

from yange.law.line_captions import LineCaptions, day_in_figures
from yange.law.vi.days import DAY, DAYS
from yange.law.vi.instruments import INSTRUMENTS
from yange.law.vi.spelling import spelled

__all__ = ["CAPTIONS"]

_KIND = spelled(r"(?:Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quyết định)")
_NUMBER = rf"(?:{spelled('số')}:? ?)?(?P<number>[0-9]{{1,4}}/[0-9]{{4}}/[A-ZĐ0-9-]{{2,24}})"
_PLAIN = _NUMBER.replace("?P<number>", "?:")
_OF = rf"(?:,? {spelled('của')} [^\n]{{3,200}}?)?"
_AMENDED = spelled(r"(?:(?:Đã )?được sửa đổi(?:, bổ sung)?(?: bởi| theo)?|Sửa đổi(?:, bổ sung)? (?:bởi|theo))")
_FROM = spelled(r"có hiệu lực(?: thi hành)?(?: kể)? từ")

CAPTIONS = LineCaptions(
    said=re.compile(
        rf"\(?{spelled('(?:Ban hành|ban hành)')} [^\n]{{2,160}}\)|{spelled('Văn bản hợp nhất')} [^\n]{{2,60}}"
    ),
    commenced=re.compile(
        rf"{_KIND} {_PLAIN},? {DAY}{_OF},? {_FROM} (?P<day>{DAY}),? {spelled('được sửa đổi')}[^\n]{{0,60}}"
    ),
    amended=re.compile(
        rf"[(]?(?P<list>(?:{_AMENDED}:? )?{_KIND} {_PLAIN},? {DAY})"
        rf"(?:{_OF},? (?:{spelled('sửa đổi')}[^\n]{{3,240}}|{_FROM} {DAY}))?[):.;,]{{0,2}}"
    ),
    name=re.compile(rf"{_KIND} {_NUMBER},? (?P<day>{DAY})"),
    joins=re.compile(rf"(?:[\s,;.:]|{_AMENDED})*+"),
    day=lambda words: DAYS.read(words.strip()) or day_in_figures(words),
    number=INSTRUMENTS.normal,
    kind="sửa đổi, bổ sung",
)
"""The captions of Vietnamese texts."""
