"""The numbers of clauses in Chinese, in traditional characters: 第一條, 第2-1條, and 1. 簡稱 in Hong Kong.

Hong Kong numbers the sections of its Chinese texts as those of its English ones (Department of Justice, Drafting
Legislation in Hong Kong, chapter 3): 2A. 費用.
"""

from __future__ import annotations

import re

from yange.law.aspects.numbers import FollowedBy, NumberForm, NumberReading, Numbers
from yange.law.common import ARABIC, branches, read_digits
from yange.law.joining import rewritten
from yange.law.zh_hans import numbers as simplified
from yange.law.zh_hans.numbers import ARTICLE, CHAPTER, PART, SECTION, SUBPART, run_on_range, unit_form
from yange.law.zh_hant.script import as_written
from yange.numbering import BLANKS, NumberedUnit, NumberStyle

__all__ = ["NUMBERS", "SUBSECTION"]

SUBSECTION = NumberStyle("subsection", NumberedUnit.SUBSECTION)
"""第一款 above articles, below 節, as in codes. Inside an article 款 is an item and is printed 一、."""

_UNITS = {"編": PART, "分編": SUBPART, "章": CHAPTER, "節": SECTION, "款": SUBSECTION, "條": ARTICLE}
_B = f"[{BLANKS}]"


def _read_dashed(match: re.Match[str]) -> tuple[NumberReading, ...]:
    values = tuple(read_digits(match[group]) for group in ("n", "of"))
    return ((ARTICLE, tuple(value for value in values if value is not None)),)


_DASHED = NumberForm(
    "第",
    re.compile(rf"第{_B}{{0,2}}(?P<n>[{ARABIC}]{{1,4}})[-－‐–](?P<of>[{ARABIC}]{{1,2}}){_B}{{0,2}}條"),
    _read_dashed,
)
"""第2-1條, the form of 第二條之一 in official databases."""

BARE = NumberStyle("en-bare", NumberedUnit.ARTICLE)
"""1. and 2A. before a heading in Chinese, as before one in English"""


def _read_bare(match: re.Match[str]) -> tuple[NumberReading, ...]:
    return tuple((BARE, (int(match["n"]), *branch)) for branch in branches(match["of"]))


_BARE = NumberForm(
    "0123456789",
    re.compile(r"(?P<n>[0-9]{1,4})(?P<of>[A-Z]{1,3})?\.(?=[ \u3000\u00a0]{0,2}[\u4e00-\u9fff(（]|$)"),
    _read_bare,
)

_OF_UNITS = frozenset(_UNITS.values())

NUMBERS = Numbers(
    forms=(_DASHED, unit_form(_UNITS)),
    articles=(ARTICLE,),
    sections=(_BARE,),
    section_style=BARE,
    enacted="可引稱為|由立法會制定|制定本(?:條例|規例|規則)|本(?:條例|規例|附例|規則)旨在|本《[^》]{2,60}》可引稱",
    within={ARTICLE: "第[^第。；，、]{1,16}條"},
    references=(
        *(rewritten(each, as_written) for each in simplified.NUMBERS.references),
        FollowedBy(_OF_UNITS, "所定|[前後]段|但書|各[項款]|準用|(?:及|與|或)(?:前|本)?[項條款]"),
        FollowedBy(frozenset({SUBSECTION}), as_written(simplified.NUMBERS.references[0].pattern)),
    ),
    perhaps=tuple(rewritten(each, as_written) for each in simplified.NUMBERS.perhaps),
    measures=as_written(simplified.NUMBERS.measures),
    to=simplified.NUMBERS.to,
    and_=as_written(simplified.NUMBERS.and_),
    ranges=(run_on_range({"編": PART, "章": CHAPTER, "節": SECTION, "條": ARTICLE}),),
)
"""The numbers of Chinese texts in traditional characters that differ from simplified ones."""
