"""The marks in a published letter in place of withheld words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

__all__ = ["MARKS", "marked", "without"]

_CHINESE = {
    "name": "〔姓名略〕",
    "telephone": "〔电话略〕",
    "email": "〔邮箱略〕",
    "number": "〔号码略〕",
    "address": "〔住址略〕",
}
_ENGLISH = {
    "name": "〔name left out〕",
    "telephone": "〔telephone left out〕",
    "email": "〔e-mail left out〕",
    "number": "〔number left out〕",
    "address": "〔address left out〕",
}
MARKS: Mapping[str, Mapping[str, str]] = {"zh": _CHINESE, "en": _ENGLISH}
"""The mark of each kind of mention, by language of the text; other languages use the English marks."""

_ALL = (*_CHINESE.values(), *_ENGLISH.values())


class _Span(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def kind(self) -> str: ...


def without(text: str, found: Iterable[_Span], language: str) -> str:
    """Return ``text`` with a mark in place of each mention; mentions are in order and do not overlap."""
    names = MARKS.get(language.partition("-")[0], _ENGLISH)
    pieces, done = [], 0
    for mention in found:
        pieces += [text[done : mention.start], names[mention.kind]]
        done = mention.end
    return "".join([*pieces, text[done:]]) if done else text


def marked(text: str) -> bool:
    """Return whether something was withheld from ``text``."""
    return "〔" in text and any(mark in text for mark in _ALL)
