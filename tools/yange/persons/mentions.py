"""Find the mentions of private persons in a text, and further mentions of the names found."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from yange.persons.name_words import NAME_LABELS
from yange.persons.numbers import numbers, plain_digits
from yange.persons.person_names import is_name, names, split_names
from yange.persons.withheld_marks import MARKS

__all__ = ["Mention", "is_answer", "known_names", "mentions", "named_in_titles"]

_ROW = re.compile(r"^[ \t]*\|?[^\n|]*\|[^\n]*$", re.M)
_CELL = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[\s|:-]+")
_REACHED = re.compile(r"电话|手机|座机|传真|号码|联系方式|(?i:tel|phone|fax|mobile|contact)")
_DIGITS = re.compile(r"\d")
_QUOTED = re.compile(r"《(?P<is>[^《》\n]{4,200})》")
_ANSWERS = (
    "答复",
    "复函",
    "的函",
    "回复",
    "回复函",
    "答复函",
    "回函",
    "答复意见",
    "办理意见",
    "处理意见",
    "意见书",
    "告知书",
)
"""The ends of titles of answers to one asker."""
_CUED = re.compile("代表|委员|先生|女士|同志|来信|来电|留言|信访|投诉|举报|反映|建议|提案|议案|咨询")
_MARKED = re.compile("|".join(re.escape(mark) for marks in MARKS.values() for mark in marks.values()))
_INK = re.compile("[^ \u3000\u00a0\u200b-\u200f\u2060\ufeff\u00ad*_\n]")
_FARTHEST = 8
"""Spaces between the characters of a name."""


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A mention of a person; ``end`` is exclusive.

    ``kind`` is ``name``, ``telephone``, ``email``, ``number`` (of an identity card, an account, a number plate) or
    ``address`` (of a home).
    """

    start: int
    end: int
    kind: str


def mentions(text: str, known: Iterable[str] = ()) -> tuple[Mention, ...]:
    """Return the mentions of private persons in a letter's text, in order; they do not overlap.

    Args:
        text: a body, a title, or any field of a letter.
        known: names found elsewhere in the same letter; each occurrence of them is a mention.

    """
    found, named = _seen(text)
    again = {*known, *_repeatable(text[one.start : one.end] for one in named)}
    if not found and not named and not again:
        return ()
    repeated = [Mention(start, end, "name") for start, end in _again(text, again)]
    return _apart([*found, *named, *repeated], [match.span() for match in _MARKED.finditer(text)])


@lru_cache(maxsize=32768)
def _seen(text: str) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Return the mentions that a text shows by itself: names, and others. Cached: texts repeat."""
    plain = plain_digits(text)
    cells = [Mention(*cell) for cell in _cells(text, plain)]
    found = [Mention(*number) for number in numbers(plain)] + [one for one in cells if one.kind != "name"]
    named = [Mention(*name, "name") for name in names(text)] + [one for one in cells if one.kind == "name"]
    return tuple(found), tuple(named)


def known_names(texts: Iterable[str]) -> frozenset[str]:
    """Return the names in the texts of one letter that are specific enough to search for."""
    return frozenset(
        name
        for text in texts
        for name in _repeatable(text[one.start : one.end] for one in mentions(text) if one.kind == "name")
    )


def named_in_titles(text: str) -> tuple[Mention, ...]:
    """Return the persons named in quoted titles of letters: 《关于…代表…建议的答复》."""
    found: list[Mention] = []
    for title in _QUOTED.finditer(text) if "《" in text else ():
        if title["is"].endswith(_ANSWERS) and _CUED.search(title["is"]):
            at = title.start("is")
            found += [Mention(at + one.start, at + one.end, one.kind) for one in mentions(title["is"])]
    return tuple(found)


def is_answer(title: str) -> bool:
    """Return whether a title is that of an answer to one asker, whatever kind is recorded."""
    return re.sub(r"[\s（(].*\Z", "", title.strip()).endswith(_ANSWERS) and _CUED.search(title) is not None


def _repeatable(found: Iterable[str]) -> Iterator[str]:
    """Yield the names that are specific: a surname with a given name, or several words."""
    for text in found:
        bare = re.sub(r"[\s*_]", "", text)
        if is_name(bare):
            yield bare
        elif (re.search(r"[·•‧・∙ ]", text.strip()) and text.isascii()) or re.search(r"[·•‧・∙]", text):
            yield text.strip()


def _again(text: str, known: Collection[str]) -> Iterator[tuple[int, int]]:
    """Yield the spans of these names in the text, also with spaces between the characters (王　明)."""
    latin = [re.escape(name) for name in sorted(known) if name.isascii()]
    if latin:
        yield from (match.span() for match in re.finditer(rf"\b(?:{'|'.join(latin)})\b", text))
    han = [name for name in known if not name.isascii()]
    if not han:
        return
    places = [match.start() for match in _INK.finditer(text)]
    ink = "".join(text[at] for at in places)
    firsts, lengths = {name[0] for name in han}, sorted({len(name) for name in han}, reverse=True)
    wanted = frozenset(han)
    for n, char in enumerate(ink):
        if char in firsts:
            length = next((length for length in lengths if n + length <= len(ink) and ink[n : n + length] in wanted), 0)
            if length and places[n + length - 1] - places[n] < length + _FARTHEST:
                yield places[n], places[n + length - 1] + 1


def _cells(text: str, plain: str) -> Iterator[tuple[int, int, str]]:
    """Yield the mentions in table cells: below a heading such as 姓名 or 电话, or after such a cell in the row."""
    heads: list[str] = []
    last = -2
    for row in _ROW.finditer(text):
        if row.start() != last + 1:
            heads = []
        last = row.end()
        if _RULE.fullmatch(row[0]):
            continue
        spans = list(_spans(row[0], row.start()))
        words = [text[start:end] for start, end in spans]
        labels = [_label(word) for word in words]
        if not heads:
            heads = labels
        for n, (start, end) in enumerate(spans):
            before = labels[n - 1] if n else ""
            meant = "" if labels[n] else before or (heads[n] if n < len(heads) else "")
            yield from _cell(text, plain, start, end, meant)


def _cell(text: str, plain: str, start: int, end: int, meant: str) -> Iterator[tuple[int, int, str]]:
    if meant == "name":
        yield from ((start + first, start + last, "name") for first, last in split_names(text[start:end]))
    elif meant == "telephone" and len(_DIGITS.findall(plain, start, end)) >= _FEWEST:
        yield start, end, "telephone"


_FEWEST = 5
"""Digits of the shortest personal number in a column with such a heading (five: an extension)."""


def _spans(row: str, at: int) -> Iterator[tuple[int, int]]:
    done = 0
    for bar in [*_CELL.finditer(row), None]:
        cell = row[done : bar.start() if bar else len(row)]
        start = at + done + len(cell) - len(cell.lstrip())
        if cell.strip() or 0 < done < len(row):
            yield start, max(start, at + done + len(cell.rstrip()))
        done = bar.end() if bar else done


def _label(cell: str) -> str:
    bare = re.sub(r"[\s*:：]", "", cell)
    if len(bare) > 12 or len(_DIGITS.findall(bare)) >= _FEWEST:
        return ""
    if bare in NAME_LABELS or bare.casefold() in {"name", "contact", "contactperson", "applicant"}:
        return "name"
    return "telephone" if _REACHED.search(bare) else ""


def _apart(found: Iterable[Mention], taken: Iterable[tuple[int, int]]) -> tuple[Mention, ...]:
    """Return mentions in order, with overlapping ones merged; one that touches a mark is already withheld."""
    kept: list[Mention] = []
    marks = list(taken)
    starts = [start for start, _ in marks]
    for one in sorted(found, key=lambda mention: (mention.start, -mention.end)):
        before = bisect_left(starts, one.end) - 1
        if before >= 0 and marks[before][1] > one.start:
            continue
        if kept and one.start < kept[-1].end:
            if one.end > kept[-1].end:
                kept[-1] = Mention(kept[-1].start, one.end, kept[-1].kind)
        elif one.start < one.end:
            kept.append(one)
    return tuple(kept)
