"""Cited numbers: following a renumbering through the citations of a text to its own articles.

A text that moves its 第十二条 to 第十四条 also changes every 第十二条 it cites. Such a change follows from another
and is no new rule; and before it is known, it hides that two clauses are the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from yange.compare.align import Link
from yange.compare.units import Unit
from yange.model import ClauseKind
from yange.numbering import chinese_numeral, read_chinese_numeral

__all__ = ["ArticleMap", "article_map", "cited_articles", "covered_articles", "follow", "is_own", "own_citations"]

ArticleMap = Mapping[tuple[int, ...], tuple[int, ...]]
"""Old article number → new article number."""

_HAN = "〇零一二两三四五六七八九十百千0-9"
_CITED = re.compile(rf"第([{_HAN}]+)条(?:之([{_HAN}]+))?|Article (\d+)")
_RANGE = re.compile("至|到|-")
_WIDEST = 500  # articles of a range that are told one by one; the longest codes cite no more in one breath
_SELF = re.compile(r"本(?:办法|规定|条例|细则|法|规则|意见|措施|方案|决定|通知|政策)$")
# 《…》第九条、第十条: the second number points where the first does
_CHAIN = re.compile(
    rf"(?:第[{_HAN}]+条(?:之[{_HAN}]+)?(?:第[{_HAN}()]+款)?(?:第?[{_HAN}()]+项)?(?:、|,|和|及|至|到|或者?|与|以及))+$"
)
_FOREIGN = re.compile(r"(?:》|法|条例|办法|规定|细则)(?:\([^()]*\))?$")


def article_map(old: Sequence[Unit], new: Sequence[Unit], links: Sequence[Link], sure: float = 0.5) -> ArticleMap:
    """Return which article number became which, from the pairs at least ``sure`` alike."""
    mapping = {}
    for link in links:
        was, now = old[link.old], new[link.new]
        if was.kind is now.kind is ClauseKind.ARTICLE and was.number and now.number and link.likeness >= sure:
            mapping[was.number.value] = now.number.value
    return mapping


def is_own(key: str, start: int) -> bool:
    """Tell whether the citation at ``start`` points into its own text and not into another instrument."""
    before = _CHAIN.sub("", key[max(0, start - 60) : start])
    return bool(_SELF.search(before)) or not _FOREIGN.search(before)


def _value(match: re.Match[str]) -> tuple[int, ...] | None:
    numbers = [read_chinese_numeral(part) for part in match.groups() if part]
    return None if None in numbers else tuple(number for number in numbers if number is not None)


def cited_articles(key: str) -> list[tuple[int, ...]]:
    """Return the numbers of the articles that a match key cites, in order, whosever they are."""
    return [value for match in _CITED.finditer(key) if (value := _value(match)) is not None]


@lru_cache(maxsize=4096)
def own_citations(key: str) -> Sequence[tuple[str, tuple[int, ...]]]:
    """Return the citations of the text's own articles in a match key, in order: as printed, and the number."""
    found = []
    for match in _CITED.finditer(key):
        value = _value(match)
        if value is not None and is_own(key, match.start()):
            found.append((match[0], value))
    return found


@lru_cache(maxsize=4096)
def covered_articles(key: str) -> frozenset[tuple[int, ...]]:
    """Return the numbers of the text's own articles that a match key cites, one by one or within 第…条至第…条."""
    found: set[tuple[int, ...]] = set()
    before: tuple[int, tuple[int, ...]] = (0, ())
    for match in _CITED.finditer(key):
        value = _value(match)
        if value is None or not is_own(key, match.start()):
            continue
        end, first = before
        if first and _RANGE.fullmatch(key, end, match.start()):
            found |= {(number,) for number in range(first[0], min(value[0], first[0] + _WIDEST) + 1)}
        found.add(value)
        before = match.end(), value
    return frozenset(found)


def follow(key: str, mapping: ArticleMap, start: int = 0, end: int | None = None) -> str:
    """Rewrite the citations of its own articles in ``key[start:end]`` as the new text would print them.

    What stands before a citation, in the whole key, tells whether it points into the same text.
    """

    def rewrite(match: re.Match[str]) -> str:
        value = _value(match)
        if value is None or value not in mapping or not is_own(key, start + match.start()):
            return match[0]
        number, *inserted = mapping[value]
        if match[3]:
            return f"Article {number}"
        digits = match[1].isascii()
        printed = "第" + (str(number) if digits else chinese_numeral(number)) + "条"
        return printed + "".join("之" + chinese_numeral(part) for part in inserted)

    return _CITED.sub(rewrite, key[start:end])
