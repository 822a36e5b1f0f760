"""Private persons in letters: where their names and telephone numbers stand (design §4: not published by default)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Mention", "mentions"]

_HAN = "\u3400-\u9fff"
_TELEPHONE = re.compile(
    r"(?<!\d)(?:1[3-9]\d{9}|[(（]0\d{2,3}[)）][-－— ]?\d{7,8}|0\d{2,3}[-－— ]?\d{7,8}|[48]00-?\d{3}-?\d{4})(?!\d)"
)
_NEAR = re.compile(r"电话|联系方式|联系人|手机|传真|热线|致电|来电|回电|拨打|垂询|(?i:tel|phone|fax)\b")
_LOCAL = re.compile(r"(?<![\d.〔(（第-])[2-9]\d{6,7}(?![\d.元号万亿年])")
_DAY = re.compile(r"20\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])")
_REACH = 40
"""Characters behind a word such as 电话 within which a number without an area code is a telephone number."""
_LONGEST = 9
"""Characters of a local number and the one behind it, which tells whether it goes on."""
_SENTENCE = re.compile("[。\n]")
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
_CONTACT = re.compile(rf"联\s*系\s*人[^:：\n]{{0,8}}[:：]\s*(?P<names>[{_HAN}·]{{2,4}})")
_ADDRESSED = re.compile(
    rf"^[^\S\n]*(?:尊敬的?)?(?P<names>[{_HAN}·、，, 　]{{2,80}}?)(?:等)?(?:代表|委员|先生|女士|同志)[：:]?[^\S\n]*$",
    re.M,
)
_OFFICES = ("提案", "建议", "人大", "政协", "各位", "全体", "常务", "领衔", "议案")


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Where a person is named (``kind`` is ``name``) or a number stands (``telephone``); ``end`` is exclusive."""

    start: int
    end: int
    kind: str


def mentions(text: str) -> tuple[Mention, ...]:
    """Return the mentions of private persons in a letter's text, in order.

    Found are telephone numbers (mobile ones and those with an area code anywhere; a local one behind 电话 and its
    like), the name after 联系人, and the names in a line of address (``尊敬的…代表：``); a line that addresses an
    office (``提案委员：``) names nobody.
    """
    found = {Mention(*span, "telephone") for span in _telephones(text.translate(_WIDE))}
    found |= {Mention(*match.span("names"), "name") for match in _CONTACT.finditer(text)}
    for match in _ADDRESSED.finditer(text):
        if not any(word in match["names"] for word in _OFFICES):
            found.add(Mention(*match.span("names"), "name"))
    return tuple(sorted(found))


def _telephones(text: str) -> Iterator[tuple[int, int]]:
    whole = [match.span() for match in _TELEPHONE.finditer(text)]
    yield from whole
    for word in _NEAR.finditer(text):
        end = word.end() + len(_SENTENCE.split(text[word.end() : word.end() + _REACH], 1)[0])
        for match in _LOCAL.finditer(text, word.end(), end + _LONGEST):
            before = bisect_left(whole, (match.end(), 0)) - 1
            known = before >= 0 and match.start() < whole[before][1]
            if match.start() < end and not known and not _DAY.fullmatch(match[0]):
                yield match.span()
