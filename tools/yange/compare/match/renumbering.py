"""Cited numbers: following a renumbering through the citations of a text to its own articles.

A text that moves its 第十二条 to 第十四条 also changes every 第十二条 it cites. Such a change follows from another
and is no new rule; and before it is known, it hides that two clauses are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from yange.compare.match.pairs import Link
from yange.compare.text.units import Unit
from yange.law.zh_hans.numerals import chinese_numeral, read_chinese_numeral
from yange.model import ClauseKind

__all__ = ["ArticleMap", "article_map", "covered_articles", "follow", "is_own", "own_citations"]

ArticleMap = Mapping[tuple[int, ...], tuple[int, ...]]
"""Old number → new number of an article (``(12, 1)`` is 第十二条之一 or Article 12A) or an annex (``(0, 2)``)."""

_HAN = "〇零一二两三四五六七八九十百千0-9"
_CITED = re.compile(
    rf"第(?P<article>[{_HAN}]+)条(?:之(?P<within>[{_HAN}]+))?"
    rf"|附[件录](?P<annex>[{_HAN}]+)(?:之(?P<annexed>[{_HAN}]+))?"
    r"|\b[Aa]rticle ?(?P<one>\d{1,4}[A-Z]?)(?![\dA-Za-z]|\.\d)"
    r"|\b(?P<several>[Aa]rticles) ?(?=\d)"
)
_LISTED = re.compile(
    r"(?P<number>\d{1,4}[A-Z]?)(?![\dA-Za-z%]|\.\d)(?:\([^()]{1,8}\))*"
    r"(?P<joint>,? ?(?:and|or|to) (?=\d)|, ?(?=\d)|-(?=\d))?"
)
_OF_ANOTHER = re.compile(r"(?:\([^()]{1,8}\))* of (?:the [A-Z]|that |Regulation|Directive|[A-Z])")
"""Behind an English citation: the name of another instrument."""
_RANGE = re.compile("至|到|-|to")
_WIDEST = 500  # articles of a range that are told one by one; the longest codes cite no more in one breath
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SELF = re.compile(r"本(?:办法|规定|条例|细则|法|规则|意见|措施|方案|决定|通知|政策)$")
# 《…》第九条、第十条: the second number points where the first does
_CHAIN = re.compile(
    rf"(?:第[{_HAN}]+条(?:之[{_HAN}]+)?(?:第[{_HAN}()]+款)?(?:第?[{_HAN}()]+项)?(?:、|,|和|及|至|到|或者?|与|以及))+$"
)
_FOREIGN = re.compile(r"(?:》|法|条例|办法|规定|细则)(?:\([^()]*\))?$")


@dataclass(frozen=True, slots=True)
class _Cited:
    """A cited number: half-open offsets in the key, the number, and whether it is printed alone, without 第…条."""

    start: int
    end: int
    value: tuple[int, ...]
    bare: bool = False


def article_map(old: Sequence[Unit], new: Sequence[Unit], links: Sequence[Link], sure: float = 0.5) -> ArticleMap:
    """Return which number became which, of articles and annexes, from the pairs at least ``sure`` alike."""
    mapping = {}
    for link in links:
        was, now = _citable(old[link.old]), _citable(new[link.new])
        if was and now and bool(was[0]) is bool(now[0]) and link.likeness >= sure:
            mapping[was] = now
    return mapping


def _citable(unit: Unit) -> tuple[int, ...]:
    """Return the number under which a unit is cited; empty for what has none."""
    if unit.kind is ClauseKind.ARTICLE and unit.number:
        return unit.number.value
    if unit.kind is ClauseKind.ANNEX:
        found = _CITED.match(unit.label)
        return _value(found) or () if found else ()
    return ()


def is_own(key: str, start: int) -> bool:
    """Tell whether the citation at ``start`` points into its own text and not into another instrument."""
    before = _CHAIN.sub("", key[max(0, start - 60) : start])
    return bool(_SELF.search(before)) or not _FOREIGN.search(before)


def _value(match: re.Match[str]) -> tuple[int, ...] | None:
    if match["one"]:
        return _lettered(match["one"])
    annex = match["annex"] is not None
    parts = [match["annex"], match["annexed"]] if annex else [match["article"], match["within"]]
    numbers = [read_chinese_numeral(part) for part in parts if part]
    found = tuple(number for number in numbers if number is not None)
    return None if len(found) < len(numbers) or not found else ((0, *found) if annex else found)


def _lettered(printed: str) -> tuple[int, ...]:
    """Return the value of ``12`` or ``12A``."""
    digits = printed.rstrip(_LETTERS)
    return (int(digits), *(ord(letter) - ord("A") + 1 for letter in printed[len(digits) :]))


@lru_cache(maxsize=8192)
def _cited(key: str) -> tuple[_Cited, ...]:
    """Return every number that a match key cites, in order, whosever it is; a list of articles gives each of them."""
    found: list[_Cited] = []
    for match in _CITED.finditer(key):
        if match["several"]:
            several = tuple(_listed(key, match.end()))
            found.extend(several if several and not _OF_ANOTHER.match(key, several[-1].end) else ())
        elif (value := _value(match)) is not None and not (match["one"] and _OF_ANOTHER.match(key, match.end())):
            start = match.start("one") if match["one"] else match.start()
            found.append(_Cited(start, match.end(), value, bool(match["one"])))
    return tuple(found)


def _listed(key: str, at: int) -> Iterator[_Cited]:
    while (match := _LISTED.match(key, at)) is not None:
        yield _Cited(match.start(), match.end("number"), _lettered(match["number"]), bare=True)
        if not match["joint"]:
            return
        at = match.end()


@lru_cache(maxsize=4096)
def own_citations(key: str) -> Sequence[tuple[str, tuple[int, ...]]]:
    """Return the citations of the text's own articles in a match key, in order: as printed, and the number."""
    return [
        (f"Article {key[one.start : one.end]}" if one.bare else key[one.start : one.end], one.value)
        for one in _cited(key)
        if one.value[0] and is_own(key, one.start)
    ]


@lru_cache(maxsize=4096)
def covered_articles(key: str) -> frozenset[tuple[int, ...]]:
    """Return the numbers of the text's own articles that a match key cites, one by one or within 第…条至第…条."""
    found: set[tuple[int, ...]] = set()
    before: _Cited | None = None
    for one in _cited(key):
        if not one.value[0] or not is_own(key, one.start):
            continue
        if before is not None and _RANGE.fullmatch(key[before.end : one.start].strip()):
            first = before.value[0]
            found |= {(number,) for number in range(first, min(one.value[0], first + _WIDEST) + 1)}
        found.add(one.value)
        before = one
    return frozenset(found)


def follow(key: str, mapping: ArticleMap, start: int = 0, end: int | None = None) -> str:
    """Rewrite the citations of its own articles and annexes in ``key[start:end]`` as the new text would print them.

    What stands before a citation, in the whole key, says whether it points into the same text, and whether a number
    belongs to a list of articles.
    """
    end = len(key) if end is None else end
    pieces, at = [], start
    for one in _cited(key):
        if one.start < start or one.end > end or one.value not in mapping or not is_own(key, one.start):
            continue
        pieces += [key[at : one.start], _printed(key[one.start : one.end], mapping[one.value], one)]
        at = one.end
    return "".join([*pieces, key[at:end]]) if pieces else key[start:end]


def _printed(was: str, value: tuple[int, ...], one: _Cited) -> str:
    """Return how the new text prints a number, in the form in which the old one did."""
    number, *inserted = value if value[0] else value[1:]
    if one.bare:
        return f"{number}{''.join(chr(ord('A') + part - 1) for part in inserted)}"
    digits = any(sign.isascii() and sign.isdigit() for sign in was)
    figure = str(number) if digits else chinese_numeral(number)
    head, tail = (was[:2], "") if not one.value[0] else ("第", "条")
    return head + figure + tail + "".join("之" + chinese_numeral(part) for part in inserted)
