"""Captions in English: what is printed between the title of a text and its first section.

Acts print the long title and the day of the Royal Assent in brackets ([17th December 2020]: Acts of Parliament
(Commencement) Act 1793), statutory instruments the days on which they were made, laid and come into force (Statutory
Instrument Practice, part 2).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from yange.law.aspects.captions import Caption, CaptionEvent
from yange.law.en.days import DAY, DAYS

__all__ = ["CAPTIONS", "LONG_TITLE", "EnglishCaptions", "is_caption"]

_SPACE = r"[\s.…·_–—-]*"
_EVENTS = {
    "made": r"(?:Made|Sealed by the Board|Approved by the Assembly)",
    "laid": r"(?:Laid before [A-Z][A-Za-z ]{3,60}?|Sift requirements satisfied|Registered)",
    "commenced": r"(?:Coming into (?:force|operation)|Commencement)",
}
_EVENT = re.compile(
    rf"^(?:{'|'.join(f'(?P<{name}>{form})' for name, form in _EVENTS.items())}){_SPACE}[:]?{_SPACE}"
    rf"(?:at [0-9.:]+ ?[ap]\.m\. )?(?:on )?(?P<day>{DAY})\.?$",
    re.MULTILINE,
)
_EVENT_UNREAD = re.compile(
    rf"^(?:{'|'.join(_EVENTS.values())})(?: ?[-–—.…_]{{1,2}}){{1,40}} ?(?P<what>[A-Z(].{{2,80}})$", re.MULTILINE
)
_ASSENT = re.compile(
    rf"^[\[(](?:Assented to|Date of (?:assent|commencement)[: ]*|Received Royal Assent on"
    rf"|Royal Assent[: ]*)?\s*(?P<day>{DAY})\.?[\])]\.?$",
    re.MULTILINE,
)
LONG_TITLE = re.compile(
    r"(?:An|AN) (?:Act|ACT|Ordinance|ORDINANCE|Law|Regulation)"
    r" (?:to|for|about|relating|respecting|concerning|of|TO|FOR)\b"
)
"""The beginning of a long title."""


@dataclass(frozen=True)
class EnglishCaptions:
    """The captions of English texts; see :class:`yange.law.aspects.captions.CaptionForms`."""

    def read(self, text: str) -> Caption | None:
        """Return what the lines of a caption say: the day of the assent, or those of making and commencement."""
        days: dict[str, date] = {}
        events: list[CaptionEvent] = []
        for match in _EVENT.finditer(text):
            name = next(name for name in _EVENTS if match[name])
            day = DAYS.read(match["day"])
            if day is not None:
                days.setdefault(name, day)
                events.append(CaptionEvent(day, match[name], None, match[0]))
        assent = _ASSENT.search(text)
        if assent is not None and (day := DAYS.read(assent["day"])) is not None:
            days.setdefault("made", day)
            events.append(CaptionEvent(day, "assent", None, assent[0]))
        if not days:
            return None
        return Caption(0, len(text), adopted=days.get("made"), commenced=days.get("commenced"), events=tuple(events))


def is_caption(line: str) -> bool:
    """Return whether a line is part of a caption: a whole long title, a day of assent, or a dated event."""
    long = LONG_TITLE.match(line) is not None and line.endswith((".", ".]"))
    return long or any(form.match(line) is not None for form in (_EVENT, _EVENT_UNREAD, _ASSENT))


CAPTIONS = EnglishCaptions()
