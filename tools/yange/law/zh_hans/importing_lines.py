"""Recognise a line of a scraped page by its form alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yange.characters import BLANK
from yange.law.aspects.importing import LineForms, NumberedUnitBegun
from yange.law.zh_hans.importing_script import ImportScript
from yange.law.zh_hans.numerals import read_chinese_numeral

__all__ = ["OFFICE", "ChineseLines", "body_name", "title_tail"]

OFFICE = r"人民政府(?:办公厅|办公室)?"
_BODY_ENDS = "法院|检察院|局|委员会|委|厅|部|办公厅|办公室|署|中心|管理局"
_COUNT = "[一二三四五六七八九十百零〇]"
_LABEL = re.compile(
    r"(?:第[ 　]?[一二三四五六七八九十百零〇0-9]{1,6}[ 　]?[编章节条款]"
    r"|[一二三四五六七八九十百]{1,5}、|[（(][一二三四五六七八九十百]{1,5}[）)]"
    r"|[0-9０-９]{1,3}[.．、](?![0-9])|[（(][0-9]{1,3}[）)]|[0-9]{1,2}[)）]|[①-⑳])"
)
_ADDRESSED = re.compile(
    r"各?[^。；]{0,60}(?:人民政府|各区|各市|各县|各有关|有关单位|有关部门|直属|各单位|各部门|管委会|委、办、局|各委"
    r"|街道|各地|各镇)[^。；]{0,90}[：:]$"
)
_NO_ADDRESS = re.compile(r"如下|以下|下列|现就|为了|根据|应当|可以|条件|包括|进行|任务|职责|^为|[：:].")
_OFFICIALS = "市长|省长|区长|县长|主任|局长"
_ANNEX = re.compile(rf"^附{BLANK}*(?:件|录|表){BLANK}*[0-9一二三四五六七八九十]*{BLANK}*[：:]?$")
_ATTACHED = re.compile(rf"^附{BLANK}*件{BLANK}*[0-9一二三四五六七八九十]*{BLANK}*[：:.．]?{BLANK}*[^。]+$")
_QUOTED = re.compile("《[^》]*》")
_YEAR = re.compile(r"[0-9０-９〇零一二三四五六七八九]{4}\s*年")
_BEHIND_A_CAPTION = "　 )）"
_FIRST_UNIT = re.compile(r"第一[章编条节]|[(（]?一[)）、]")
_CLAUSE = re.compile(r"^(?:第[一二三四五六七八九十]+条|[一二三四五六七八九十]+、)")
_ARTICLE = re.compile(r"第[ 　]?([一二三四五六七八九十百零〇0-9]{1,6})[ 　]?条(?!之)")
_ARTICLE_IN_WORDS = re.compile(rf"第{_COUNT}+条")
_CAPTION_BEGINS = re.compile(r"[（(0-9根二一]")
_TITLE_BEGINS = re.compile(r"[一-鿿“\"《]")
_LEVELS = (
    (re.compile(rf"第{_COUNT}+[编章]"), 2),
    (re.compile(rf"第{_COUNT}+节"), 3),
    (re.compile(r"[一二三四五六七八九十百]+、"), 2),
    (re.compile(r"[（(][一二三四五六七八九十百]+[）)]"), 3),
    (re.compile(r"[0-9０-９]{1,3}[.．、]"), 4),
)
_UNIT = re.compile(rf"第({_COUNT}{{1,6}})([编章节条])")
_ITEM = re.compile(r"[（(]([一二三四五六七八九十]{1,3})[）)]")
_DIVISION_HEADING = re.compile(r"第[^第条。；]{1,4}[编章节][^。；，]{1,30}")
_LONGEST_TITLE, _LONGEST_ADDRESS, _LONGEST_SIGNATURE, _LONGEST_ATTACHMENT = 140, 160, 60, 120
"""Characters of a line."""
_CAPTION_HEAD = 80
"""Characters at the beginning of a line within which a caption has its first year."""


def title_tail(script: ImportScript) -> str:
    """Return a regular expression for the end of a title: its kind, and brackets after it."""
    bracketed = rf"(?:[（(〔\[](?![^（）()]*{script.day})[^（）()。；]{{1,24}}[）)〕\]])"
    return rf"{script.kind}{BLANK}*{bracketed}?{BLANK}*{bracketed}?"


def body_name(script: ImportScript) -> str:
    """Return a regular expression without groups for the name of a body."""
    more = "".join(f"|{body}" for body in script.more_bodies)
    return (
        rf"(?:{OFFICE}|人民代表大会(?:常务委员会)?|国务院{more}"
        rf"|[一-鿿]{{2,16}}?(?:{_BODY_ENDS}))"
    )


class ChineseLines(LineForms):
    """The forms of lines; see :class:`yange.law.aspects.importing.LineForms`."""

    def __init__(self, script: ImportScript) -> None:
        """Compile the patterns with the days, numbers and kinds of a place."""
        self._script = script
        number, order, day = script.number, script.order, script.day
        count = rf"第{BLANK}*(?:[0-9]{{1,4}}|[一二三四五六七八九十百零〇]{{1,6}}){BLANK}*号"
        bodies = rf"[一-鿿]{{0,20}}{body_name(script)}"
        self._title = re.compile(rf"^[^。；！？:：|]{{2,140}}?{title_tail(script)}{BLANK}*$")
        self._order_title = re.compile(rf"^{order}[^。；]{{4,80}}{script.kind}$")
        self._number_line = re.compile(
            rf"^[（(]?(?:文{BLANK}*号{BLANK}*[：:]?{BLANK}*)?({number}|{order}|{count})[）)]?$"
        )
        self._date_line = re.compile(rf"^[（(]?(?:{day})[）)]?$")
        self._imprint = re.compile(rf"^[^。]{{0,40}}?{day}{BLANK}*印发$")
        self._signature = re.compile(
            rf"^(?:{bodies}(?:{BLANK}+{bodies})*|市{OFFICE}|[市省区县]政府(?:办公厅|办公室)?"
            rf"|(?:{_OFFICIALS}){BLANK}+[一-鿿{BLANK[1:-1]}]{{2,8}})$"
        )
        self._official = re.compile(rf"(?:{_OFFICIALS})")
        self._day = re.compile(day)

    def label(self, line: str) -> str | None:
        """Return the number with which a line begins, or ``None``."""
        match = _LABEL.match(self._script.plain(line))
        return None if match is None else line[: match.end()]

    def is_title(self, line: str) -> bool:
        """Return whether a line has the form of a title: short, not a sentence, ending in a kind of instrument."""
        plain = self._script.plain(line)
        if len(line) > _LONGEST_TITLE or _LABEL.match(plain) or plain.startswith(("附件", "附：")):
            return False
        if self._order_title.match(plain):
            return True
        whole = "，" not in _QUOTED.sub("", plain) and self._title.match(plain) is not None
        return whole and not self._number_line.match(plain)

    def number_line(self, line: str) -> str | None:
        """Return the document number of which a line consists, or ``None``."""
        match = self._number_line.match(self._script.plain(line))
        return None if match is None else line[match.start(1) : match.end(1)]

    def is_addressee(self, line: str) -> bool:
        """Return whether a line is the address of a notice."""
        plain = self._script.plain(line)
        if len(line) > _LONGEST_ADDRESS or _LABEL.match(plain) or _NO_ADDRESS.search(plain):
            return False
        return _ADDRESSED.match(plain) is not None

    def is_date(self, line: str) -> bool:
        """Return whether a line is nothing but a day."""
        return self._date_line.match(self._script.plain(line)) is not None

    def is_imprint(self, line: str) -> bool:
        """Return whether a line is the imprint of a printed document."""
        return self._imprint.match(self._script.plain(line)) is not None

    def is_signature(self, line: str) -> bool:
        """Return whether a line is the name of a body or of the official who signs."""
        return len(line) <= _LONGEST_SIGNATURE and self._signature.match(self._script.plain(line)) is not None

    def signatory(self, line: str) -> str | None:
        """Return the body that signs; an official's name is a person's, not an issuer."""
        if not self.is_signature(line) or self._official.match(self._script.plain(line)):
            return None
        return line

    def signing_day(self, line: str) -> str | None:
        """Return the day of which a line consists, in brackets or not."""
        return line.strip("（）()") if self.is_date(line) else None

    def is_annex(self, line: str) -> bool:
        """Return whether a line is the heading of an annex."""
        return _ANNEX.match(self._script.plain(line)) is not None

    def is_attachment(self, line: str) -> bool:
        """Return whether a line names what is attached."""
        short = len(line) <= _LONGEST_ATTACHMENT and not self.is_annex(line)
        return short and _ATTACHED.match(self._script.plain(line)) is not None

    def is_caption(self, line: str) -> bool:
        """Return whether a line is a caption (题注)."""
        head = self._script.plain(line[:_CAPTION_HEAD])
        if not (_YEAR.search(head) or (self._script.fold and self._day.search(head))):
            return False
        found = self._script.captions.read(line)
        return found is not None and not line[found.end :].strip(_BEHIND_A_CAPTION)

    def may_be_caption(self, line: str) -> bool:
        """Return whether a caption of several lines may begin with this line."""
        plain = self._script.plain(line)
        return _CAPTION_BEGINS.match(plain) is not None or self._day.match(plain) is not None

    def may_be_title(self, line: str) -> bool:
        """Return whether the first line of a title printed in several may be this one."""
        return _TITLE_BEGINS.match(line) is not None

    def is_first_unit(self, line: str) -> bool:
        """Return whether a line begins with the first number of a series."""
        return _FIRST_UNIT.match(self._script.plain(line)) is not None

    def is_clause(self, line: str) -> bool:
        """Return whether a line begins with a number that shows clauses where no title is printed."""
        return _CLAUSE.match(self._script.plain(line)) is not None

    def article(self, line: str) -> int:
        """Return the number of the article with which a line begins, or 0."""
        match = _ARTICLE.match(self._script.plain(line))
        return read_chinese_numeral(match[1]) or 0 if match else 0

    def heading(self, line: str) -> tuple[int, int] | None:
        """Return rank and heading level of the number with which a line begins."""
        plain = self._script.plain(line)
        return next(((rank, level) for rank, (form, level) in enumerate(_LEVELS) if form.match(plain)), None)

    def is_article(self, line: str) -> bool:
        """Return whether a line begins with the number of an article in words."""
        return _ARTICLE_IN_WORDS.match(self._script.plain(line)) is not None

    def units_begun(self, paragraph: str) -> Iterator[NumberedUnitBegun]:
        """Yield the numbers of divisions and articles in a paragraph, in order."""
        for match in _UNIT.finditer(self._script.plain(paragraph)):
            unit, value = match[2], read_chinese_numeral(match[1]) or 0
            restarts = ("节",) if unit == "章" else ()
            yield NumberedUnitBegun(match.start(), unit, value, restarts, unit == "节", unit in "节条")

    def items_begun(self, paragraph: str) -> Iterator[tuple[int, int]]:
        """Yield the numbers of items in a paragraph, in order: column and value."""
        for match in _ITEM.finditer(self._script.plain(paragraph)):
            yield match.start(), read_chinese_numeral(match[1]) or 0

    def is_division_heading(self, words: str) -> bool:
        """Return whether words are the heading of a division and nothing else."""
        return _DIVISION_HEADING.fullmatch(self._script.plain(words)) is not None
