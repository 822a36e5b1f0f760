"""Read the lines below a title that official collections print, from the words of each language.

They name the gazette, the first day and the amendments: Entrata in vigore del provvedimento: 23/10/2005; Com as
alterações introduzidas por: Lei n.º 1/2010; Lei n.º 5/2015.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from yange.dates import calendar_day
from yange.law.aspects.captions import Caption, CaptionEvent
from yange.model import Amendment

__all__ = ["LineCaptions", "day_in_figures"]

_FIGURES = re.compile(
    r"(?P<d>[0-9]{1,2})[-/.](?P<m>[0-9]{1,2})[-/.](?P<y>[0-9]{4})|(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})"
)
_MOST_LINES = 12


def day_in_figures(text: str) -> date | None:
    """Return the first day in figures in a text: 23/10/2005, 8-10-2005, 2018-08-13."""
    found = _FIGURES.search(text)
    if found is None:
        return None
    if found["iso"]:
        year, month, day = map(int, found["iso"].split("-"))
        return calendar_day(year, month, day)
    return calendar_day(int(found["y"]), int(found["m"]), int(found["d"]))


@dataclass(frozen=True)
class LineCaptions:
    """The captions of a language; see :class:`yange.law.aspects.captions.CaptionForms`.

    ``said`` matches a whole line that names the gazette or the state of the text, ``commenced`` one with the first day
    (group ``day``), ``adopted`` and ``issued`` one with the day of signing or of promulgation, ``amended`` one with
    amending instruments (group ``list``). ``name`` finds one of these: the groups ``number`` and ``day``; ``joins``
    matches what may be between them. A list with anything else is unread as a whole. ``kind`` is the word for an
    amendment.
    """

    said: re.Pattern[str]
    commenced: re.Pattern[str]
    amended: re.Pattern[str]
    name: re.Pattern[str]
    joins: re.Pattern[str]
    day: Callable[[str], date | None]
    number: Callable[[str], str]
    kind: str
    adopted: re.Pattern[str] | None = None
    issued: re.Pattern[str] | None = None

    def read(self, text: str) -> Caption | None:
        """Return the facts of the lines at the beginning of a text; ``None`` if none of them is a caption."""
        days: dict[str, date | None] = {}
        amendments: list[Amendment] = []
        events: list[CaptionEvent] = []
        unread: list[str] = []
        end = 0
        for start, stop in _lines(text):
            line = text[start:stop].strip(" \u00a0\t*_")
            dated, amended = self._dated(line), self.amended.fullmatch(line)
            if dated is not None:
                days.setdefault(dated[0], dated[1])
                events.append(CaptionEvent(dated[1], "", None, line))
            elif amended is not None:
                named = tuple(self._named(amended["list"]))
                if not named:
                    unread.append(line)
                amendments += named
                events += [CaptionEvent(one.date, self.kind, one.number, line) for one in named]
            elif self.said.fullmatch(line) is None:
                break
            end = stop
        if not events and not unread:
            return None
        return Caption(
            0, end, adopted=days.get("adopted"), issued=days.get("issued"), amendments=tuple(amendments),
            commenced=days.get("commenced"), unread=tuple(unread), events=tuple(events),
        )  # fmt: skip

    def _dated(self, line: str) -> tuple[str, date | None] | None:
        """Return which day of the text a line prints, and the day."""
        forms = {"commenced": self.commenced, "adopted": self.adopted, "issued": self.issued}
        for name, form in forms.items():
            match = form.fullmatch(line) if form else None
            if match is not None:
                return name, self.day(match["day"])
        return None

    def _named(self, words: str) -> Iterator[Amendment]:
        """Yield the instruments of a list; none if a part of it is no instrument."""
        if self.joins.fullmatch(self.name.sub(" ", words)) is None:
            return
        for one in self.name.finditer(words):
            yield Amendment(
                number=self.number(one["number"]) if one["number"] else None,
                date=self.day(one["day"]) if one["day"] else None,
                kind=self.kind,
            )


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the first lines that are not empty."""
    at = count = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield at, at + len(line.rstrip())
            count += 1
            if count >= _MOST_LINES:
                return
        at += len(line)
