"""The bracket below a Japanese title: the number of the instrument, its day where it is printed, and amendments.

（昭和二十五年法律第百三十一号）, （平成十年三月三十一日条例第五号）; 最終改正：令和三年五月十九日法律第三十七号.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yange.law.aspects.captions import Caption
from yange.law.ja.days import DAY, DAYS
from yange.law.ja.instruments import NUMBER
from yange.model import Amendment

__all__ = ["CAPTIONS", "JapaneseCaptions"]

_CAPTION = re.compile(rf"\s*[（(](?P<number>{NUMBER})[）)]")
_AMENDED = re.compile(
    rf"\s*[（(]?(?P<what>(?:最終)?改正)[：:\s\u3000]{{1,3}}(?P<numbers>{NUMBER}(?:[、\s\u3000]{{1,3}}{NUMBER}){{0,40}})[）)]?(?=\s*(?:\n|$))"
)
_NUMBER = re.compile(NUMBER)
_DAY = re.compile(DAY)


@dataclass(frozen=True)
class JapaneseCaptions:
    """The caption of a text; see :class:`yange.law.aspects.captions.CaptionForms`."""

    def read(self, text: str) -> Caption | None:
        """Return the number of the instrument, the day on which it was issued, and the amendments that are listed."""
        match = _CAPTION.match(text)
        if match is None:
            return None
        day = _DAY.match(match["number"])
        amended = _AMENDED.match(text, match.end())
        return Caption(
            match.start(),
            amended.end() if amended else match.end(),
            issued=DAYS.read(day[0]) if day else None,
            number="".join(match["number"].split()),
            amendments=tuple(_amendments(amended)) if amended else (),
        )


def _amendments(listed: re.Match[str]) -> Iterator[Amendment]:
    for match in _NUMBER.finditer(listed["numbers"]):
        day = _DAY.match(match[0])
        yield Amendment(number="".join(match[0].split()), date=DAYS.read(day[0]) if day else None, kind="改正")


CAPTIONS = JapaneseCaptions()
