"""The words of traditional Chinese, found in the dictionary of simplified Chinese character by character."""

from __future__ import annotations

import re

from yange.law.aspects.words import LanguageWords
from yange.law.zh_hans import words as simplified_words
from yange.law.zh_hant.keys import simplified

__all__ = ["WORDS"]


def _cut(text: str) -> list[str]:
    words: list[str] = []
    at = 0
    for word in simplified_words.cut(simplified(text)):
        words.append(text[at : at + len(word)])
        at += len(word)
    return words


def _is_word(text: str) -> bool:
    return simplified_words.is_word(simplified(text))


WORDS = LanguageWords(
    made_under=(
        re.compile(
            r"(?:根據|依據|依照|依|按照|為(?:了)?(?:貫徹)?(?:落實|實施|執行))(《[^。;]{2,300}?),?(?:制定|訂定)(?:本|之)"
        ),
    ),
    made_under_titles=(
        re.compile(
            r"(?:^|[,。\n])本[^,。;]{1,8}依(?:據|照)?([^,。;《》第]{2,30}?(?:法|條例|規則|辦法|準則|通則|規程))"
            r"(?:第[^,。;]{1,20}?)?(?:之?規定)?(?:訂定|制定)之"
        ),
    ),
    implementing=(re.compile("(?:施行|實施)細則$"),),
    spaced=False,
    cut=_cut,
    is_word=_is_word,
    heads=frozenset(
        {"單位", "機構", "部門", "機關", "組織", "企業", "公司", "協會", "委員會", "人員", "人", "中心"}
        | {"資金", "基金", "經費", "合同", "契約", "證書", "執照", "許可證", "牌照"}
    ),
    names=simplified_words.WORDS.names,
    no_terms=("的", "之", r"第[^\W條項款目]{1,9}[條項款目]", ".*[的之]$"),
    definitions=(
        re.compile(r"以下(?:統稱|簡稱|稱)(?:為)?[\"'《<]?([^\"'》>()。，,;；]{2,16})[\"'》>]?[)。,，;；]"),
        re.compile(
            r"本(?:法|條例|細則|辦法|規則|準則|規程)所稱[\"'《]?([^\"'《》,。;:的]{2,12}?)[\"'》]?,?(?:係|是)?指"
        ),
    ),
)
"""The words of traditional Chinese."""
