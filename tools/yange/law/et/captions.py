"""The lines below the title of a consolidated text of Riigi Teataja: Vastu võetud, jõustumine, Muudetud.

Vastu võetud 09.12.2015
RT I, 30.12.2015, 5
jõustumine 01.01.2016
Muudetud järgmiste aktidega
Vastuvõtmine   Avaldamine            Jõustumine
08.06.2016     RT I, 17.06.2016, 1   01.07.2016
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from yange.law.aspects.captions import Caption
from yange.law.et.days import DAYS
from yange.model import Amendment

__all__ = ["CAPTIONS", "EstonianCaptions"]

_DAY = r"[0-9]{2}\.[0-9]{2}\.[0-9]{4}"
_GAZETTE = (
    r"RT (?:I{1,3}|IV|L)?(?: ?(?:1|2)[0-9]{3}, [0-9]{1,3}, [0-9]{1,4}"
    r"|, (?:[0-9]{2}\.[0-9]{2}\.[0-9]{4}), [0-9]{1,4})(?![0-9])"
)
_PARTLY = r"(?P<partly>,? (?:osaliselt|osaliselt jõustub)[^\n]{0,120})?"
_HEAD = re.compile(
    rf"\s*Vastu võetud (?P<day>{_DAY})(?: nr (?P<nr>[0-9]{{1,4}}))?(?:\s+(?P<gazette>{_GAZETTE}))?"
    rf"(?:\s+[Jj]õustumine (?P<first>{_DAY}){_PARTLY})?"
)
_LIST = re.compile(
    r"\s*Muudetud järgmiste aktidega(?: \([^()\n]{1,20}\))?(?:\s+Vastuvõtmine\s+Avaldamine\s+Jõustumine)?"
)
_ROW = re.compile(rf"\s*(?P<day>{_DAY})\s+(?P<gazette>{_GAZETTE})\s+(?P<first>{_DAY}){_PARTLY}")
_GAZETTE_DAY = re.compile(rf", (?P<day>{_DAY}),")
_MOST_AMENDMENTS = 500


def _published(gazette: str | None) -> date | None:
    match = _GAZETTE_DAY.search(gazette or "")
    return DAYS.read(match["day"]) if match else None


@dataclass(frozen=True)
class EstonianCaptions:
    """The captions of Estonian texts; see :class:`yange.law.aspects.captions.CaptionForms`."""

    def read(self, text: str) -> Caption | None:
        """Return adoption, publication, commencement and amendments; partial commencements are left unread."""
        head = _HEAD.match(text)
        if head is None:
            return None
        end, rows = head.end(), list[re.Match[str]]()
        listed = _LIST.match(text, end)
        at = listed.end() if listed else end
        while listed is not None and len(rows) < _MOST_AMENDMENTS and (row := _ROW.match(text, at)) is not None:
            rows.append(row)
            at = end = row.end()
        partly = tuple(one["partly"].strip(" ,") for one in (head, *rows) if one["partly"])
        days = [day for phrase in partly for found in re.findall(_DAY, phrase) if (day := DAYS.read(found))]
        return Caption(
            head.start() + len(head[0]) - len(head[0].lstrip()),
            end,
            adopted=DAYS.read(head["day"]),
            issued=_published(head["gazette"]),
            number=f"nr {head['nr']}" if head["nr"] else head["gazette"],
            amendments=tuple(
                Amendment(number=row["gazette"], date=DAYS.read(row["day"]), kind="muudetud") for row in rows
            ),
            commenced=DAYS.read(head["first"]) if head["first"] else None,
            begins=DAYS.read(rows[-1]["first"]) if rows else None,
            unread=partly,
            unread_day=max(days) if days else None,
        )


CAPTIONS = EstonianCaptions()
