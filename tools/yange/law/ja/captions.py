"""The bracket below a Japanese title: the number of the instrument, and the day where it is printed.

（昭和二十五年法律第百三十一号）, （平成十年三月三十一日条例第五号）.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from yange.law.aspects.captions import Caption
from yange.law.ja.days import DAY, DAYS
from yange.law.ja.instruments import NUMBER

__all__ = ["CAPTIONS", "JapaneseCaptions"]

_CAPTION = re.compile(rf"\s*[（(](?P<number>{NUMBER})[）)]")
_DAY = re.compile(DAY)


@dataclass(frozen=True)
class JapaneseCaptions:
    """The caption of a text; see :class:`yange.law.aspects.captions.CaptionForms`."""

    def read(self, text: str) -> Caption | None:
        """Return the number of the instrument and the day on which it was issued, where both are in the bracket."""
        match = _CAPTION.match(text)
        if match is None:
            return None
        day = _DAY.match(match["number"])
        return Caption(
            match.start(),
            match.end(),
            issued=DAYS.read(day[0]) if day else None,
            number="".join(match["number"].split()),
        )


CAPTIONS = JapaneseCaptions()
