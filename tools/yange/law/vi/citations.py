"""References in Vietnamese: điểm a khoản 2 Điều 5 của Luật này, các khoản 1, 2 và 3 Điều 7, Điều 5 đến Điều 9.

The inner step comes first (Nghị định 34/2016/NĐ-CP, art. 75, and Nghị định 78/2025/NĐ-CP, on citing). The instrument
follows the numbers; *này* behind its kind says that it is the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from yange.law.aspects.citations import Citations, Level, Owner, Reference, Relative
from yange.law.chains import Group
from yange.law.chains_inward import read_inward_chains
from yange.law.common import roman
from yange.law.vi.numbers import KINDS, read_branch
from yange.law.vi.numerals import ORDINAL, ordinal
from yange.law.vi.spelling import LETTERS, composed, letter_value, spelled

__all__ = ["CITATIONS", "VietnameseCitations"]

_B = r"[ \u00a0\n]{1,2}"
_LETTER = rf"{LETTERS}[0-9]{{0,2}}(?![\w\u0300-\u036f])"
_N = rf"[0-9]{{1,4}}{LETTERS}?(?![\w/]|[.,][0-9])"
_DIVISION = rf"(?:[0-9]{{1,3}}|[IVXLC]{{1,7}}){LETTERS}?(?![\w/])"
_THIS = spelled("này")
_UNITS = (
    ("điểm", Level.LETTER, _LETTER),
    ("khoản", Level.SUBSECTION, _N),
    ("điều", Level.ARTICLE, _N),
    ("mục", Level.SECTION, _DIVISION),
    ("chương", Level.CHAPTER, _DIVISION),
    ("phần", Level.PART, rf"(?:{spelled('thứ')}{_B}(?:{ORDINAL})|[IVX]{{1,5}})(?![\w\u0300-\u036f])"),
    ("phụ lục", Level.ANNEX, rf"(?:{spelled('số')}{_B})?(?:[0-9]{{1,3}}|[IVX]{{1,6}})(?![\w/])"),
)


def _cased(word: str) -> str:
    return "|".join(spelled(form) for form in (word, word.capitalize(), word.upper()))


_CITED = re.compile(
    "|".join(
        rf"(?P<w{at}>\b(?:{_cased(word)})){_B}(?:(?P<n{at}>{number})|(?P<this{at}>{_THIS})(?!\w))"
        for at, (word, _, number) in enumerate(_UNITS)
    )
)
_TO = spelled("đến(?: hết)?")
_AND = spelled("(?:và|hoặc|đến hết|đến|cùng)")
_SEPARATOR = re.compile(rf"(?:[,;]{_B}(?:{_AND}{_B})?|{_B}{_AND}{_B}|[–-])(?:{spelled('(?:các|tại)')}{_B})?")
_RANGED = re.compile(rf"{_B}{_TO}{_B}|[–-]")
_WITHIN = re.compile(rf"(?:,?{_B}(?:{spelled('(?:của|thuộc)')}{_B})?)")
_FURTHER = tuple(re.compile(rf"{_SEPARATOR.pattern}(?P<n>{number})") for _, _, number in _UNITS)
_NO_AMOUNT = re.compile(
    rf"{_B}(?:{spelled('ngày|tháng|năm|giờ|phút|đồng|triệu|tỷ|nghìn|người|mét|tấn|lần|tuổi')})(?![\w\u0300-\u036f])|%"
)
_OWNED = re.compile(
    rf"(?:,?{_B}(?:{spelled('ban hành kèm theo|kèm theo|của|tại|trong')}))?{_B}{KINDS}"
    rf"(?P<this>{_B}{_THIS}(?!\w))?"
)


def _owner(text: str, end: int) -> Owner:
    match = _OWNED.match(text, end)
    if match is None:
        return Owner.UNSAID
    return Owner.OWN if match["this"] else Owner.OTHER


def _value(level: Level, printed: str) -> tuple[int, ...]:
    plain = composed(printed)
    if level is Level.LETTER:
        return (letter_value(plain[0]) or 0, *(int(digits) for digits in re.findall("[0-9]+", plain)))
    counted = re.search(rf"([0-9]+)({LETTERS})?$", plain)
    if counted:
        return (int(counted[1]), *read_branch(counted[2]))
    word = re.split(r"\s", plain, maxsplit=1)[-1]
    return (roman(word) or ordinal(word) or 0,)


class VietnameseCitations:
    """The references of Vietnamese texts; see :class:`yange.law.aspects.citations.Citations`."""

    def of_text(self, text: str) -> Citations:
        """Return itself: all Vietnamese texts count alike."""
        return self

    def references(self, text: str, start: int, stop: int) -> Iterable[Reference]:
        """Return the references of ``text[start:stop]``, each with whose clause it is."""
        return read_inward_chains(text, self._groups(text, start, stop), _SEPARATOR, _RANGED, _WITHIN, _owner)

    def link(self, text: str, start: int, stop: int) -> bool:
        """Return whether nothing but blanks is between a title and a number."""
        return not text[start:stop].strip()

    def short_name(self, text: str, start: int, stop: int) -> str | None:
        """Return nothing: titles of Vietnamese instruments are not set apart by marks."""
        return None

    def unquoted(self, text: str, start: int, stop: int) -> Iterable[tuple[int, int]]:
        """Return nothing: the instrument's name follows the number, and :meth:`references` reads it."""
        return ()

    def _groups(self, text: str, start: int, stop: int) -> Iterator[Group]:
        for match in _CITED.finditer(text, start, stop):
            kind = next(at for at in range(len(_UNITS)) if match[f"w{at}"])
            level = _UNITS[kind][1]
            if match[f"this{kind}"]:
                yield Group(match.start(), match.end(), level, ((0,),), Relative.THIS)
                continue
            values, at = [_value(level, match[f"n{kind}"])], match.end()
            while (more := _FURTHER[kind].match(text, at, stop)) is not None and not _NO_AMOUNT.match(text, more.end()):
                last = _value(level, more["n"])
                if _RANGED.search(text, at, more.start("n")) and len(values[-1]) == len(last) == 1:
                    values.extend((nth,) for nth in range(values[-1][0] + 1, last[0]))
                values.append(last)
                at = more.end()
            yield Group(match.start(), at, level, tuple(values[:_MOST_LISTED]))


_MOST_LISTED = 200
"""The most members of one list; a longer one is a misread number."""

CITATIONS = VietnameseCitations()
