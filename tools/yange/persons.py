"""Private persons in letters: where their names and telephone numbers stand (design §4: not published by default)."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Mention", "mentions"]

_HAN = "\u3400-\u9fff"
_TELEPHONE = re.compile(
    r"(?<![\d-])(?P<number>1[3-9]\d{9}|0\d{2,3}[-－— ]?\d{7,8}|400-?\d{3}-?\d{4})(?!\d)"
    r"|(?:电话|联系方式|手机|传真)[^。\n\d]{0,20}(?P<local>\d{7,8})(?!\d)"
)
_CONTACT = re.compile(rf"联\s*系\s*人[^:：\n]{{0,8}}[:：]\s*(?P<names>[{_HAN}·]{{2,4}})")
_ADDRESSED = re.compile(
    rf"^[\s　]*(?:尊敬的)?(?P<names>[{_HAN}·、，, 　]{{2,80}}?)(?:等)?(?:代表|委员|先生|女士|同志)[：:]?[\s　]*$", re.M
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

    Found are telephone numbers, the name after 联系人, and the names in a line of address (``尊敬的…代表：``); a line
    that addresses an office (``提案委员：``) names nobody.
    """
    found = [Mention(*_span(match, "number", "local"), "telephone") for match in _TELEPHONE.finditer(text)]
    found += [Mention(*match.span("names"), "name") for match in _CONTACT.finditer(text)]
    for match in _ADDRESSED.finditer(text):
        if not any(word in match["names"] for word in _OFFICES):
            found.append(Mention(*match.span("names"), "name"))
    return tuple(sorted(found))


def _span(match: re.Match[str], *groups: str) -> tuple[int, int]:
    return next(match.span(group) for group in groups if match[group] is not None)
