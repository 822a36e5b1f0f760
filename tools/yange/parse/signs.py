"""Lines that stand at the foot of a document: signature, date, list of annexes, last words on the whole text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yange.law.common import ARABIC_STOP
from yange.numbering import ClauseNumber

__all__ = ["attaches", "ends_text", "signs", "takes_leave"]

_ATTACHED = re.compile(r"附\s*[件表录]\s*[：:]\s*\S|附\s*[件表录]?\s*[：:]?\s*[1１一][．.、]|Attachments?\s*:")
_ATTACHED_BELOW = re.compile(r"附\s*[件表录]?\s*[：:]$")
_HAN_DAY = r"[〇零○一二三四五六七八九十]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
_DAY = rf"(?:\d{{4}}\s*年\s*\d{{1,2}}\s*月\s*\d{{1,2}}\s*日|{_HAN_DAY})"
_DATE_LINE = re.compile(rf"[（(]?\s*{_DAY}(?:印发)?\s*[）)]?$")
_SIGNED_DATE = re.compile(rf"[^。；：，]{{2,40}}[\s\u3000]+{_DAY}(?:印发)?$")
_CONTACT = re.compile(r"[（(](?:联系|此件|公开)[^（）()]{0,80}[）)]$")
_LEAVE = re.compile(r"(?:特此|此复|此函|专此|感谢您|感谢你|谢谢)")
_TITLES = (
    "办法|规定|措施|政策措施|若干措施|文件|方案|通知|细则|条例|意见|计划|规则|公告|实施意见|行动计划|决定|政策|规程|准则"
    "|操作规程|实施细则|实施办法|指引|章程|规划|通告|工作方案|实施方案|若干意见"
)
_ENDING = re.compile(
    rf"(?:本(?:{_TITLES})|上述|以上|各项|同一|此前|原|其他有关|This\b|These\b).{{0,120}}?"
    r"(?:施行|实施|执行|有效期|解释|废止|为准|失效|同时享受|重复享受|不重复|in force|commence|takes? effect|repealed)"
)


_BLANK_IN_WORDS = re.compile(r"(?<=[^\x00-\x7f])[ \t\u00a0\u3000]+(?=[^\x00-\x7f])")


def attaches(plain: str, following: Sequence[ClauseNumber] = ()) -> bool:
    """Tell whether a line lists annexes (附件：1．…), or announces the list that begins in the following line."""
    if _ATTACHED.match(plain):
        return True
    listed = any(number.style == ARABIC_STOP and number.value == (1,) for number in following)
    return listed and _ATTACHED_BELOW.match(plain) is not None


def signs(plain: str) -> bool:
    """Tell whether a line gives the day of signing, with or without the signature, or whom to ask."""
    return any(pattern.match(plain) for pattern in (_DATE_LINE, _SIGNED_DATE, _CONTACT))


def takes_leave(plain: str) -> bool:
    """Tell whether a line is the formula that ends a letter or a notice (特此函复)."""
    return _LEAVE.match(_closed_up(plain)) is not None


def ends_text(plain: str) -> bool:
    """Tell whether a line speaks of the whole text: commencement, validity, interpretation."""
    return _ENDING.match(_closed_up(plain)) is not None


def _closed_up(plain: str) -> str:
    """Return a line without the blanks that typing left between its signs: 同 时享受 is 同时享受."""
    return _BLANK_IN_WORDS.sub("", plain)
