"""Pages of Vietnamese documents: letterhead, number, place and day, kind and title, articles, page numbers.

The head is that of the decrees on form (Nghị định 30/2020/NĐ-CP, annex I; Nghị định 78/2025/NĐ-CP): issuer beside the
national motto, number beside place and day, then the kind in capitals and the title below it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from yange.law.aspects.importing import ImportParts, LineForms, PageForms, PageRows
from yange.law.vi.days import DAY, DAYS
from yange.law.vi.instruments import NUMBER
from yange.law.vi.spelling import UPPER, composed, spelled

__all__ = ["IMPORTING"]

_CLAUSE = re.compile(spelled(r"(?:Điều|ĐIỀU) [0-9]{1,4}[a-z]?[.:]"))
_FIRST = re.compile(
    spelled(r"(?:(?:Điều|ĐIỀU) 1[.:]|(?:Phần thứ nhất|PHẦN THỨ NHẤT)|(?:Phần|Chương|CHƯƠNG) (?:I|1)\b)")
)
_NUMBER_LINE = re.compile(rf"(?:(?:Luật|Bộ luật|Nghị quyết|Pháp lệnh) số|Số) ?: ?(?P<number>{NUMBER})")
_MOTTO = re.compile(
    spelled(r"(?:CỘNG (?:HÒA|HOÀ) (?:XÃ|XA) HỘI CHỦ NGHĨA VIỆT NAM|Độc lập [-–—] Tự do [-–—] Hạnh phúc)(?:\s*[-–—_*]*)")
)
_LINE = re.compile(r"[-–—_*=\s]{3,}")
_ISSUER = re.compile(
    spelled(
        r"(?:QUỐC HỘI|CHÍNH PHỦ|CHỦ TỊCH NƯỚC|THỦ TƯỚNG CHÍNH PHỦ|(?:ỦY|UỶ) BAN THƯỜNG VỤ QUỐC HỘI|BỘ |(?:ỦY"
        r"|UỶ) BAN NHÂN DÂN"
        r"|HỘI ĐỒNG NHÂN DÂN)"
    )
    + rf"(?:{UPPER}|[ ,-]){{0,80}}"
)
_KIND_LINE = re.compile(
    spelled(
        r"(?:LUẬT|BỘ LUẬT|PHÁP LỆNH|NGHỊ QUYẾT|NGHỊ ĐỊNH|QUYẾT ĐỊNH|THÔNG TƯ LIÊN TỊCH|THÔNG TƯ|CHỈ THỊ|HIẾN PHÁP|LỆNH)"
    )
)
_PLACE_AND_DAY = re.compile(rf"[^\d,;:.]{{2,30}}, ?(?P<day>{DAY})")
_PAGE = re.compile(spelled(r"(?i:trang)\s*[0-9]{1,4}(?:\s*/\s*[0-9]{1,4})?"))
_ANNEX = re.compile(spelled(r"(?:Phụ lục|PHỤ LỤC)(?: (?:số )?[0-9IVXLC]{1,7})?"))


class _Lines(LineForms):
    """The forms of lines; see :class:`yange.law.aspects.importing.LineForms`."""

    def is_clause(self, line: str) -> bool:
        """Return whether a line begins an article."""
        return _CLAUSE.match(line) is not None

    def is_first_unit(self, line: str) -> bool:
        """Return whether a line begins the first part, chapter or article."""
        return _FIRST.match(line) is not None

    def is_title(self, line: str) -> bool:
        """Return whether a line is a kind of instrument and a title in capitals; a kind alone is half of a title."""
        plain = line.strip()
        kind = _KIND_LINE.match(plain)
        return kind is not None and re.fullmatch(rf" (?:{UPPER}|[ ,.;()–-])+", plain[kind.end() :]) is not None

    def may_be_title(self, line: str) -> bool:
        """Return whether a title printed in several lines may begin with this one: the kind alone."""
        return _KIND_LINE.match(line.strip()) is not None

    def is_annex(self, line: str) -> bool:
        """Return whether a line is the heading of an annex."""
        return _ANNEX.fullmatch(line.strip()) is not None


class _Pages(PageForms):
    """The forms of pages; see :class:`yange.law.aspects.importing.PageForms`."""

    def is_furniture(self, line: str) -> bool:
        """Return whether a line is of the letterhead: issuer, national motto, or a rule below them."""
        plain = line.strip()
        return any(form.fullmatch(plain) for form in (_MOTTO, _LINE, _ISSUER))

    def is_row(self, line: str) -> bool:
        """Return whether a line of the letterhead has the number, or place and day: *Luật số: 12/2024/QH15*."""
        return (
            _NUMBER_LINE.fullmatch(composed(line.strip())) is not None
            or _PLACE_AND_DAY.fullmatch(line.strip()) is not None
        )

    def is_head_table(self, line: str) -> bool:
        """Return whether a row is of the letterhead, above the title."""
        return self.is_row(line)

    def rows(self, lines: Sequence[str]) -> PageRows:
        """Return the number and the day of a letterhead."""
        numbers = [match["number"] for line in lines if (match := _NUMBER_LINE.fullmatch(composed(line.strip())))]
        days = [DAYS.read(match["day"]) for line in lines if (match := _PLACE_AND_DAY.fullmatch(line.strip()))]
        return PageRows(number=numbers[0] if numbers else None, signed=days[0] if days else None)

    def is_running(self, line: str) -> bool:
        """Return whether a line is a page number: Trang 3/5."""
        return _PAGE.fullmatch(line.strip()) is not None


IMPORTING = ImportParts(_Lines(), _Pages())
