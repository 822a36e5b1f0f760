"""Read a caption (题注) below the title: a list of dated events of adoption, issue, amendment and commencement.

Every event begins with its day: 1999年3月1日…通过, 2018年10月26日…《关于修改…的决定》修正, 2019年12月1日起施行.
Words in quotation marks are the name of an order and say nothing about the events of this text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from yange.law.aspects.captions import Caption, CaptionEvent
from yange.law.zh_hans.days import DAY, DAYS
from yange.law.zh_hans.instruments import INSTRUMENTS, ORDER, closing
from yange.law.zh_hans.packed import Writing
from yange.model import Amendment

__all__ = ["CAPTIONS", "DATED_WORDS", "ChineseCaptions"]

_PRINTED_DAY = re.compile(DAY)
DATED_WORDS = re.compile(r"修订|修正|增订|修改|通过|批准|发布|公布|颁布|施行|实施|生效|执行")
_AMENDS = frozenset({"修订", "修正", "修改", "增订"})
_ISSUES = frozenset({"发布", "公布", "颁布"})
_BEGINS = frozenset({"施行", "实施", "生效", "执行"})
_BRACKETED = re.compile(rf"\s*[（(](?=[^（）()。]{{0,60}}?{DAY})[^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)]")
_LINE = re.compile(rf"\s*(?:根据|自)?{DAY}[^\n。；]{{0,400}}?(?:{DATED_WORDS.pattern})[）)　 ]*(?=\n|$)")
_NOTICE = re.compile(r"[一-鿿]{2,24}?公告(?:[〔\[（(][0-9]{4}[〕\]）)])?第[0-9〇零一二三四五六七八九十百]{1,5}号")
_LEAD = re.compile(r"^.*(?:通过|会议|批准|根据|[以由经])(?=.{2})")
_ONE_EVENT = re.compile(r"(?:批准|公布)的$|并?经$")
"""The end of an event that continues: 2022年1月21日…批准的2021年12月29日…修正, or …通过并经…批准的…修正."""
_SHARED = _AMENDS | {"通过"}
"""Words that also apply to the day before, which has none: 8月31日…会议、8月21日…会议通过."""
_ISSUED_BARE = re.compile(r"(?:令|公告)(?:[（(]?第[^）)]{1,8}号[）)]?)?[\s）)]*$")
"""An order that is named without 公布: （2017年11月22日国务院令第692号）."""
_TOGETHER = 366
"""Days within which two bodies pass one text; the longest in 3,421 laws is a few weeks."""
_QUOTES = ("《》", "〈〉", "<>")


@dataclass(frozen=True, slots=True)
class _Shown:
    """A text in the form that the patterns read, and as printed."""

    plain: str
    offsets: Sequence[int]
    text: str

    def printed(self, start: int, end: int) -> str:
        """Return the printed words of ``plain[start:end)``."""
        return self.text[self.offsets[start] : self.offsets[end - 1] + 1] if start < end else ""


@dataclass(frozen=True)
class ChineseCaptions:
    """Captions (题注); see :class:`yange.law.aspects.captions.CaptionForms`.

    ``writing`` is that of another script; ``line`` is the form of an event that has a line of its own.
    """

    writing: Writing | None = None
    line: re.Pattern[str] = _LINE

    def read(self, text: str) -> Caption | None:
        """Return the caption at the beginning of ``text``, or ``None`` if there is none.

        It is one bracket on one or more lines, or lines of one event each, such as （2014年12月1日…令第273号发布
        2020年3月7日…令第326号修正 自2015年1月1日起施行）.
        """
        shown = self._shown(text)
        end = self._end(shown.plain)
        if end is None:
            return None
        events = self._events(shown, end)
        found = Caption(0, shown.offsets[end - 1] + 1)
        return _said(found, events) if any(event.what for event in events) else None

    def _shown(self, text: str) -> _Shown:
        if self.writing is None:
            return _Shown(text, range(len(text)), text)
        dated, offsets = self.writing.dated(text)
        return _Shown(dated.translate(self.writing.fold), offsets, text)

    def _end(self, plain: str) -> int | None:
        bracket = _BRACKETED.match(plain)
        if bracket is not None:
            return bracket.end()
        end = 0
        while line := self.line.match(plain, end):
            end = line.end()
        return end or None

    def _events(self, shown: _Shown, end: int) -> Sequence[CaptionEvent]:
        plain = _without_quotes(shown.plain[:end])
        days = list(_PRINTED_DAY.finditer(plain))
        bounds = [match.start() for match in days] + [end]
        found = [self._event(shown, plain, match, end) for match, end in zip(days, bounds[1:], strict=True)]
        for at in range(len(found) - 2, -1, -1):
            event, following = found[at], found[at + 1]
            if following.what in _AMENDS and _ONE_EVENT.search(event.phrase):
                found[at : at + 2] = [replace(following, day=max(event.day, following.day, key=str))]
            elif not event.what and following.what in _SHARED:
                found[at] = replace(event, what=following.what)
        return found

    def _event(self, shown: _Shown, plain: str, day: re.Match[str], end: int) -> CaptionEvent:
        said = plain[day.end() : end]
        phrase = shown.printed(day.start(), end).strip(" \u3000\n，,；;。）)自根据並")
        if self.writing is None or self.writing.printed_instruments is None:
            number = _order(said)
        else:
            number = self.writing.printed_instruments.find_number(shown.printed(day.end(), end))
        return CaptionEvent(DAYS.read(day[0]), _what(said), number, phrase)


CAPTIONS = ChineseCaptions()


def _what(said: str) -> str:
    """Return the word for the event of a day, or the empty string if none was read."""
    words = [match[0] for match in DATED_WORDS.finditer(said)]
    amends = [word for word in words if word in _AMENDS]
    what = (amends or words or [""])[-1]
    if what in _BEGINS and not re.match(rf"\s*(?:起|开始)?\s*{what}", said):
        what = next((word for word in reversed(words) if word not in _BEGINS), "")
    return "公布" if not words and _ISSUED_BARE.search(said) else what


def _without_quotes(text: str) -> str:
    """Return the text with quoted names blanked out, of the same length."""
    for pair in _QUOTES:
        at = text.find(pair[0])
        while at >= 0:
            end = closing(text, at, pair)
            if end is None:
                break
            text = text[:at] + "·" * (end - at) + text[end:]
            at = text.find(pair[0], end)
    return text


def _order(said: str) -> str | None:
    match = re.search(ORDER, said) or _NOTICE.search(said)
    return INSTRUMENTS.normal(_LEAD.sub("", match[0])) if match else INSTRUMENTS.find_number(said)


def _said(found: Caption, events: Sequence[CaptionEvent]) -> Caption:
    unread: list[CaptionEvent] = []
    for event in events:
        if not event.what or event.day is None or _is_odd(found, event):
            unread.append(event)
        if event.what and not _is_odd(found, event):
            found = replace(found, **dict(_field(found, event)))
    last = max((event.day for event in unread if event.day), default=None)
    return replace(found, unread=tuple(event.phrase for event in unread), unread_day=last, events=tuple(events))


def _is_odd(found: Caption, event: CaptionEvent) -> bool:
    """Return whether an event after an amendment is not part of it and not an amendment itself."""
    if not found.amendments:
        return event.what == "通过" and _again(found.adopted, event.day)
    known = found.amendments[-1].number
    other = event.number is not None and known is not None and event.number != known
    return event.what == "通过" or (event.what in _ISSUES and other)


def _again(adopted: date | None, day: date | None) -> bool:
    """Return whether a text was passed again: bodies that pass one together do so within weeks."""
    return adopted is not None and day is not None and abs((day - adopted).days) > _TOGETHER


def _field(found: Caption, event: CaptionEvent) -> Iterator[tuple[str, Any]]:
    """Yield the fields that an event sets: of the original text, or of the last amendment before the event."""
    last = found.amendments[-1] if found.amendments else None
    if event.what in _AMENDS:
        kind = "修订" if event.what == "修订" else "修正"
        yield "amendments", (*found.amendments, Amendment(number=event.number, date=event.day, kind=kind))
        yield "begins", None
    elif event.what in _BEGINS:
        later = last is not None and str(event.day) >= str(last.date)
        yield ("begins" if later else "commenced"), event.day
    elif last is not None:
        if event.what in _ISSUES or event.what == "批准":
            issued = replace(last, date=event.day or last.date, number=last.number or event.number)
            yield "amendments", (*found.amendments[:-1], issued)
    elif event.what in _ISSUES:
        yield "issued", found.issued or event.day
        yield "number", found.number or event.number
    elif event.what:
        yield "adopted", found.adopted or event.day
        yield "number", found.number or event.number
