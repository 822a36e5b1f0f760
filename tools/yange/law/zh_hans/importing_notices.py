"""Read covering notices and orders: the instruments in them, and where scraping joined two documents in a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from yange.characters import BLANK, EDGES
from yange.law.zh_hans.importing_lines import OFFICE, ChineseLines, body_name, title_tail
from yange.law.zh_hans.importing_script import ImportScript

__all__ = ["ChineseNotices"]

_CARRIES = re.compile(r"(?:印发|转发|批转|公布|发布|颁布|下发|予以印发|贯彻执行)")
_OBJECT = re.compile(r"(?:印发|转发|批转|公布|发布|颁布)(?:关于)?(?P<what>.+?)的通知[^一-鿿]*$")
_GIVEN = re.compile(r"(?:印发|发布|公布|颁布)(?:修[正订改]后的)?《(?P<what>[^》]+)》")
_QUOTED = re.compile(r"《(?P<what>.+?)》(?=[^《》]*(?:印发|公布|发布|转发|同意|通过|请|遵照|执行)|的通知)")
_ORDER_HEAD = re.compile(r"令(?:[（(]?第[^）)]*号[）)]?)?$")
_ORDER_NUMBER = re.compile(r"^.*?号[）)]?")
_INDEX_WORDS = re.compile(r"主\s*题\s*词\s*[：:]?$")
_MARKS = "《》〈〉"
_TRAILING = r"(?P<tail>[ \u3000\t]+(?:政策咨询|人工智能朗读[：:]?|分享到?[：:]?|打印|收藏))*"
_ADDRESS_TAIL = re.compile(r"。(?P<head>[^。；]{2,80}[：:])$")
_HEAD_TABLE = re.compile(r"(?<=[。！）])索 ?引 ?号[：:](?=.*(?:名 ?称|文 ?号)[：:])")
_JOINT = re.compile(r"^(?:中共|中国共产党)?[一-鿿]{2,16}(?:委|委员会|局|厅|署|院|政府|办公厅|办公室)[ \u3000、]*$")
_LISTED = re.compile(r"(?:附\s*件\s*\d*\s*[：:.．]?|^\s*\d{1,2}[.．、])\s*$")
_TITLES_BEHIND, _NUMBERS_BEHIND, _ADDRESSES_BEHIND, _TITLES_BEFORE, _TAILS = 260, 80, 120, 200, 160
"""Characters at the end or the beginning of a line to search: titles are short, lines may be very long."""


class ChineseNotices:
    """The forms of notices; see :class:`yange.law.aspects.importing.NoticeForms`."""

    def __init__(self, script: ImportScript, lines: ChineseLines) -> None:
        """Compile the patterns with the days, numbers and kinds of a place."""
        self._script = script
        self._lines = lines
        kind, tail = script.kind, title_tail(script)
        self._carried = re.compile(
            rf"(?:印发|转发|批转|公布|发布)[〈《]?(?P<what>[^〈《]+?{tail}|.+?[〉》])[〉》]?的?通知$"
        )
        self._number_tail = re.compile(
            rf"(?:[。！]|\.(?:png|jpe?g|gif))(?P<head>(?:{script.number})(?:主{BLANK}*题{BLANK}*词{BLANK}*[：:]?)?)$",
            re.I,
        )
        self._title_caption = re.compile(
            rf"(?:^|[。！])(?P<title>[^。；，：（(]{{4,80}}{kind})"
            rf"(?P<caption>[（(](?:{script.day})[^。]*?(?:发布|公布|通过|修正|修订|施行)[）)])"
        )
        self._title_first = re.compile(rf"^(?P<title>[^。；，：]{{4,80}}{kind})(?=第一[章编条节])")
        self._title_tail = re.compile(rf"{tail}{_TRAILING}\s*$")
        self._last_characters = frozenset(kind[-1] for kind in script.kinds)

    def carried(self, title: str) -> str | None:
        """Return the title of the instrument that a notice's title names, without its marks, or ``None``."""
        inner = self._carried.search(self._script.plain(title))
        return title[inner.start("what") : inner.end("what")].strip(_MARKS) if inner else None

    def handed_on(self, head: str) -> str | None:
        """Return the instrument that a head issues or forwards (印发…的通知)."""
        carried = _OBJECT.search(self._script.plain(head))
        return head[carried.start("what") : carried.end("what")].strip(_MARKS) if carried else None

    def promised(self, head: str) -> str | None:
        """Return the title that must follow a head."""
        plain = self._script.plain(head)
        if carried := self.handed_on(head):
            return carried
        if _ORDER_HEAD.search(plain):
            return head
        if "令" in plain and self._script.instruments.find_number(head):
            number = _ORDER_NUMBER.match(plain)
            return head[number.end() :] if number else head
        return None

    def announced(self, sentence: str) -> Iterator[str]:
        """Yield the titles that a sentence of a notice issues or forwards."""
        plain = self._script.plain(sentence)
        if _CARRIES.search(plain):
            for form in (_QUOTED, _GIVEN):
                yield from (sentence[one.start("what") : one.end("what")] for one in form.finditer(plain))

    def without_index_words(self, line: str) -> str:
        """Return a line without the words 主题词, which scraping joins to a number."""
        words = _INDEX_WORDS.search(self._script.plain(line))
        return line[: words.start()] if words else line

    def may_be_counted(self, title: str) -> bool:
        """Return whether a page count in brackets may follow a title."""
        return self._script.plain(title[-1:]) in self._last_characters

    def is_whole(self, head: str) -> bool:
        """Return whether the head of a notice is complete with this line."""
        return head.endswith("通知")

    def cuts(self, line: str, places: str) -> Iterator[int]:
        """Yield the columns at which two documents were joined in a line."""
        plain = self._script.plain(line)
        yield from self._before_title(plain, places)
        yield from self._before_number(plain)
        yield from self._before_address(plain)
        yield from self._around_title(plain)
        table = _HEAD_TABLE.search(plain)
        if table is not None and table.start() > 0:
            yield table.start()

    def _before_title(self, line: str, places: str) -> Iterator[int]:
        """Yield the columns of a title after the last words of another document, and of buttons after it."""
        if not self._title_tail.search(line[-_TAILS:]):
            return
        for pattern in _glued_titles(self._script, places):
            match = pattern.search(line, max(0, len(line) - _TITLES_BEHIND))
            if match is None:
                continue
            before = line[: match.start("title")].strip(EDGES)
            if not _LISTED.search(before) and not _JOINT.match(before):
                yield match.start("title")
            if match["tail"]:
                yield match.end("title")
            return

    def _before_number(self, line: str) -> Iterator[int]:
        match = self._number_tail.search(line, max(0, len(line) - _NUMBERS_BEHIND))
        if match is not None:
            yield match.start("head")

    def _before_address(self, line: str) -> Iterator[int]:
        match = _ADDRESS_TAIL.search(line, max(0, len(line) - _ADDRESSES_BEHIND))
        if match is not None and self._lines.is_addressee(match["head"]):
            yield match.start("head")

    def _around_title(self, line: str) -> Iterator[int]:
        """Yield the columns around a title joined with its caption or first chapter, at a line start or after 。."""
        lead = len(line) - len(line.lstrip(EDGES))
        if match := self._title_first.match(line[lead : lead + _TITLES_BEFORE]):
            if not self._lines.label(line[lead : lead + 20]):
                yield lead + match.end("title")
            return
        if "令" not in line and "会" not in line:
            return
        for match in self._title_caption.finditer(line):
            if not self._lines.label(match["title"]):
                yield from (match.start("title"), match.end("title"), match.end("caption"))


@lru_cache(maxsize=8)
def _glued_titles(script: ImportScript, places: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of a title after other words: with its issuer, its place, or its first character lost."""
    kind = title_tail(script)
    office = rf"{places}(?:[一-鿿]{{1,6}}(?:区|县|市|镇))?{body_name(script)}"
    issuer = rf"{office}(?:{BLANK}+{office})*"
    verb = rf"(?:关于|印发|转发|批转|公布|发布|令{BLANK}*[（(]?第)"
    tail = rf"{_TRAILING}{BLANK}*$"
    return (
        re.compile(rf"(?P<title>{issuer}{verb}[^。；]{{2,120}}?{kind}){tail}"),
        re.compile(rf"(?:[。！]|(?<=[0-9])日){BLANK}*(?P<title>{places}[^。；，：]{{2,80}}{kind}){tail}"),
        re.compile(
            rf"(?:[。！]|\[\d{{1,2}}\]|[日）)]){BLANK}*"
            rf"(?P<title>[一-鿿]{{1,3}}[市省]{OFFICE}{verb}[^。；]{{2,120}}?{kind}){tail}"
        ),
    )
