"""Read references in traditional characters: 第三條第一項第二款, 第五條之一, 第5(1)條, 附表1第2部, 第7/2003號法律."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from yange.law.aspects.citations import Level, Owner, Reference, Step
from yange.law.chains import Group
from yange.law.zh_hans.citations import ChineseCitations
from yange.law.zh_hans.numerals import read_chinese_numeral
from yange.law.zh_hant.convention import TAIWAN, units_of
from yange.law.zh_hant.script import as_written

__all__ = ["CITATIONS", "TraditionalCitations"]

_NUMBERED_ACTS = "號(?:法律|行政法規|法令|條例|法律公告)"
"""Instruments that are cited by number alone, in Macau and Hong Kong."""
_WITH_SUBSECTION = re.compile(r"第(?P<n>[0-9]{1,4})[（(](?P<of>[0-9]{1,3})[）)]條")
"""第5(1)條, as Hong Kong cites subsection (1) of section 5."""
_SCHEDULE = re.compile(
    r"附表[ \u3000]?(?P<n>[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:第(?P<part>[0-9]{1,2})部)?(?![0-9年月日號])"
)
_BY_LABEL = re.compile(r"(?<=[條款])[（(](?P<n>[一二三四五六七八九十]{1,3}|[0-9]{1,2})[）)]項")


class TraditionalCitations(ChineseCitations):
    """The references of texts in traditional characters; ``units`` is the order in which a text counts."""

    def __init__(self, units: Mapping[str, Level] = TAIWAN) -> None:
        """Read references in a text that counts by ``units``."""
        super().__init__(as_written, units=units, other=_NUMBERED_ACTS)

    def of_text(self, text: str) -> ChineseCitations:
        """Return the reader for a text: 項 and 款 count in two orders."""
        return _reader(units_of(text) is TAIWAN)

    def groups(self, text: str, start: int, stop: int) -> Iterator[Group]:
        """Yield the units, and the items that Macau cites by their labels: 第二條第一款（二）項."""
        yield from super().groups(text, start, stop)
        for match in _BY_LABEL.finditer(text, start, stop):
            number = read_chinese_numeral(match["n"])
            if number is not None:
                yield Group(match.start(), match.end(), Level.ITEM, ((number,),))

    def further(self, text: str, start: int, stop: int) -> Iterator[Reference]:
        """Yield the forms of Hong Kong: sections with a subsection, schedules with a part."""
        for match in _WITH_SUBSECTION.finditer(text, start, stop):
            yield self._made(match, Step(Level.ARTICLE, (int(match["n"]),)), Step(Level.ITEM, (int(match["of"]),)))
        for match in _SCHEDULE.finditer(text, start, stop):
            number = read_chinese_numeral(match["n"])
            if number is not None:
                part = (Step(Level.PART, (int(match["part"]),)),) if match["part"] else ()
                yield self._made(match, Step(Level.ANNEX, (number,)), *part)

    def _made(self, match: re.Match[str], *steps: Step) -> Reference:
        owner, _ = self.owner(match.string, match.start())
        owner = Owner.OTHER if owner is Owner.OTHER else Owner.UNSAID
        return Reference(match.start(), match.end(), match[0], (steps,), owner, match.start())


CITATIONS = TraditionalCitations()


@lru_cache(maxsize=2)
def _reader(taiwan: bool) -> TraditionalCitations:
    from yange.law.zh_hant.convention import MAINLAND

    return CITATIONS if taiwan else TraditionalCitations(MAINLAND)
