"""The brackets below a Korean title: the first day, and the number, the day and the kind of what made the text.

[시행 2024. 1. 1.] [법률 제19234호, 2023. 3. 14., 일부개정], as the official collection (국가법령정보센터) prints them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from yange.law.aspects.captions import Caption
from yange.law.ko.days import DAY, DAYS
from yange.law.ko.instruments import INSTRUMENTS, NUMBER
from yange.model import Amendment

__all__ = ["CAPTIONS", "KoreanCaptions"]

_B = r"[ \u00a0]{0,2}"
_CAPTION = re.compile(
    rf"\s*\[시행{_B}(?P<begins>{DAY})\]\s*"
    rf"\[(?P<number>{NUMBER}),{_B}(?P<day>{DAY}),?{_B}(?P<kind>제정|일부개정|전부개정|타법개정|타법일부개정|폐지제정)\]"
)
_MADE = frozenset({"제정", "폐지제정"})


@dataclass(frozen=True)
class KoreanCaptions:
    """The caption of a text; see :class:`yange.law.aspects.captions.CaptionForms`."""

    def read(self, text: str) -> Caption | None:
        """Return the facts of the two brackets: of the instrument itself (제정), or of what amended it last."""
        match = _CAPTION.match(text)
        if match is None:
            return None
        begins, day = DAYS.read(match["begins"]), DAYS.read(match["day"])
        number = INSTRUMENTS.normal(match["number"])
        if match["kind"] in _MADE:
            return Caption(match.start(), match.end(), issued=day, number=number, commenced=begins)
        amended = (Amendment(number=number, date=day, kind=match["kind"]),)
        return Caption(match.start(), match.end(), amendments=amended, begins=begins)


CAPTIONS = KoreanCaptions()
