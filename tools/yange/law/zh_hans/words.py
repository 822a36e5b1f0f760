"""The Chinese dictionary: rjieba, the compiled jieba dictionary. Only this module imports it.

Its guessing of words outside the dictionary is switched off: a guess depends on the neighbouring words, so the same
words would be divided differently in two texts.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from yange.law.aspects.words import LanguageWords

__all__ = ["WORDS", "cut", "is_word", "part_of_speech"]

_TAKEN_APART = {
    "内向": ("内", "向"),
    "中华人民共和国国务院": ("中华人民共和国", "国务院"),
}
"""Words of the dictionary that occur in rules only by accident (三十日内向…申请), or as two names."""


def cut(text: str) -> list[str]:
    """Return ``text`` divided into dictionary words and single characters, in order and without loss."""
    found: list[str] = _dictionary().cut(text, False) if text else []
    return [part for word in found for part in _TAKEN_APART.get(word, (word,))]


@lru_cache(maxsize=4096)
def is_word(text: str) -> bool:
    """Return whether the dictionary has this word."""
    return bool(_dictionary().has_word(text))


@lru_cache(maxsize=4096)
def part_of_speech(text: str) -> str:
    """Return the part of speech of a word as the dictionary's tag (``nr``: a person's name), or ``""``."""
    if not _dictionary().has_word(text):
        return ""
    tagged: list[tuple[str, str]] = _dictionary().tag(text, False)
    return tagged[0][1] if len(tagged) == 1 else ""


@lru_cache(maxsize=1)
def _dictionary() -> Any:
    # it is read on import, and a build with cached comparisons does not need it
    import rjieba

    return rjieba


WORDS = LanguageWords(
    spaced=False,
    cut=cut,
    is_word=is_word,
    heads=frozenset(
        {"单位", "机构", "部门", "机关", "组织", "企业", "公司", "协会", "委员会", "人员", "人", "中心"}
        | {"资金", "基金", "经费", "合同", "证书", "许可证"}
    ),
    names=("[\u4e00-\u9fff]{2,}",),
    no_terms=("的", r"第[^\W条款项]{1,9}[条款项]", ".*的$"),
    made_under=(re.compile(r"(?:根据|依据|依照|为(?:了)?(?:贯彻)?(?:落实|实施|执行))(《[^。;]{2,300}?),?制定本"),),
    implementing=(re.compile(r"(?:实施细则|实施办法)(?:[(（].{1,8}[)）])?$"),),
    definitions=(
        re.compile(r"以下(?:统称|简称|称)(?:为)?[\"'《<]?([^\"'》>()。，,;；]{2,16})[\"'》>]?[)。,，;；]"),
        re.compile(
            r"本(?:办法|规定|条例|细则|法|规则|意见|措施|方案)所称(?:的)?[\"'《]?([^\"'《》,。;:的]{3,12}?)[\"'》]?,?(?:是)?指"
        ),
    ),
)
"""The words of simplified Chinese."""
